"""How fresh the data is, per kind and supplier, and why the reference date is what it is."""

from __future__ import annotations

from collections.abc import Sequence

from metrics.coverage import Coverage, DefaultDate
from reference.dutch import count_word, date_long, join_words, number, plural
from ui.data_words import day, kind_label, period_cell, supplier_name
from ui.tables import as_table_html

PUBLIC = ("Leverancier", "Soort", "Periode", "Ontbreekt", "Laatste levering")
EXACT = ("Leverancier", "Soort", "Periode", "Ontbreekt", "Leveringen", "Rijen", "Laatste levering")


def finding(lines: Sequence[Coverage], why: DefaultDate | None, sample: bool) -> str:
    """Return the finding of the page: until when the data reaches."""
    if why is not None:
        whose = "De voorbeeldgegevens" if sample else "De gegevens"
        return f"{whose} reiken tot en met {date_long(why.day)}"
    if lines:
        return "Er zijn stages geladen, maar nog geen plaatsingen"
    return "De database met voorbeeldgegevens is leeg" if sample else "Uw eigen database is nog leeg"


def coverage_finding(lines: Sequence[Coverage]) -> str:
    """Return whether days are missing."""
    holes = [one for one in lines if one.gaps]
    if not holes:
        return "Bij geen enkele leverancier ontbreekt een periode"
    names = join_words(list(dict.fromkeys(supplier_name(one.supplier) for one in holes)))
    count = sum(len(one.gaps) for one in holes)
    verb = plural(count, "ontbreekt", "ontbreken")
    what = f"{count_word(count)} {plural(count, 'periode', 'perioden')}"
    return f"Bij {names} {verb} {what}"


def reason(why: DefaultDate | None) -> str:
    """Return why the default reference date is what it is."""
    if why is None:
        return "Er is nog geen peildatum: die volgt uit de plaatsingen."
    main, last = (join_words([supplier_name(one) for one in codes]) for codes in (why.main, why.last))
    text = f"De peildatum staat standaard op {date_long(why.day)}: "
    if len(why.main) == 1:
        return f"{text}tot en met die dag heeft {main} geleverd."
    text += f"de laatste dag die alle grote leveranciers van plaatsingen dekken ({main}; elk minstens 10 % "
    text += "van de rijen)."
    if len(why.last) < len(why.main):
        text += f" {last} {plural(len(why.last), 'reikt', 'reiken')} het minst ver."
    return text


def coverage_table(lines: Sequence[Coverage], exact: bool) -> str:
    """Return the table per kind and supplier; counts of rows only where `exact`."""
    rows = [_row(one, exact) for one in lines]
    return as_table_html(rows, EXACT if exact else PUBLIC, "Geldende leveringen per leverancier en soort")


def _row(one: Coverage, exact: bool) -> tuple[str, ...]:
    counts = (number(one.deliveries), number(one.rows)) if exact else ()
    gaps = "; ".join(period_cell(*gap) for gap in one.gaps) or "niets"
    days = period_cell(one.start, one.end)
    return (
        supplier_name(one.supplier),
        kind_label(one.kind),
        days,
        gaps,
        *counts,
        day(one.latest).replace(" ", "\u00a0"),
    )
