"""What documents published, beside what the delivered rows say."""

from __future__ import annotations

from metrics.delivered import delivered_figures
from metrics.disclosure import LIMIT, Disclosed
from reference.dutch import count_word, date_short
from reference.load import Figure, figures, targets
from ui.access import database, screen, shows_sample
from ui.accountability_view import AGREEMENT
from ui.parts import wide
from ui.register_entries import bounds_text
from ui.tables import as_table_html
from ui.view import NOTHING, as_shown, figure, standings, unbroken

WHY_DIFFERENT = {
    "R-02": "De brief telde uit een registratie die niet bij de bronnen zit. Week 40 kan vier dagen schelen.",
    "R-03": "Een baan telt bij een werkgever als de levering de partij of de naam van de werkgever geeft.",
    "R-04": f"Zo klein dat de rijen het niet tonen (minder dan {LIMIT}). Het stuk zelf is openbaar.",
    "R-05": "De brief schat voor de regio. De rijen tellen begonnen BBL- en BOL-stages boven de 60.",
}


def published_table() -> str:
    """Return what documents published beside what the rows say, with the difference and its reason."""
    rows = []
    for key, because in WHY_DIFFERENT.items():
        one, answer = figures()[key], _rows_say(key)
        said = NOTHING if _is_absent(answer) else as_shown(answer).text
        known = "" if _is_absent(answer) else unbroken(f" (t/m {date_short(answer.as_of)})")
        stated = bounds_text(one.low, one.high, one.unit)
        rows.append((one.title, stated, f"{said}{known}", _gap(one, answer), because))
    rows += [_delivered(one) for one in delivered_figures(database())]
    columns = ("Cijfer", "Het stuk zegt", "De rijen zeggen", "Verschil", "Waardoor het kan verschillen")
    return wide(as_table_html(rows, columns, "Gepubliceerde cijfers naast de aangeleverde rijen"))


def _delivered(one: Figure) -> tuple[str, str, str, str, str]:
    """Return the row of a delivered figure: beside the rows where it speaks of a target as a whole."""
    answer = _rows_at(one)
    said = NOTHING if _is_absent(answer) else as_shown(answer).text
    known = "" if _is_absent(answer) else unbroken(f" (t/m {date_short(answer.as_of)})")
    stated = bounds_text(one.low, one.high, one.unit)
    because = f"Geleverd: {one.document}, {one.lines}. Over {one.scope.text}, {one.date_text}."
    if answer is None:
        return f"{one.title} (geleverd)", stated, "niet te vergelijken", "niet te geven", because
    return f"{one.title} (geleverd)", stated, f"{said}{known}", _gap(one, answer), because


def _rows_at(one: Figure) -> Disclosed | None:
    """Return the number of the target that a figure speaks of; None where it speaks of a part or of none."""
    target = targets().get(one.target or "")
    if target is None or target.metric is None or one.scope.kind != target.scope.kind:
        return None
    if one.scope.code != target.scope.code or one.unit != target.unit:
        return None
    return standings([target.key], one.end)[0].number


def published_headline() -> str:
    """Return for how many published numbers the rows give a number to set beside it."""
    found = [_rows_say(key) for key in WHY_DIFFERENT]
    seen = [answer for answer in found if not _is_absent(answer) and answer.state == "shown"]
    all_of_them = f"{count_word(len(seen))} van de {count_word(len(WHY_DIFFERENT))} gepubliceerde cijfers"
    return f"Bij {all_of_them} geven de rijen ook een getal"


def sample_remark() -> str:
    """Return what a difference means while the rows are invented; empty on one's own data."""
    if not shows_sample():
        return ""
    return "De rijen zijn nu verzonnen voorbeelden. Het verschil zegt dus niets over toen."


def _rows_say(key: str) -> Disclosed | None:
    one = figures()[key]
    if one.target in ("T-LSA-05", "T-LSA-06"):
        return standings([one.target], one.end)[0].number
    numbers = screen(AGREEMENT.start, AGREEMENT.end)
    if one.scope.kind == "party":
        return numbers.party("min25", one.scope.code, one.end)
    return numbers.placed("placements", one.end)


def _is_absent(answer: Disclosed | None) -> bool:
    """A party without a tagged row is 'niets geleverd', and never 0."""
    return answer is None or (answer.state == "shown" and not answer.value)


def _gap(one: Figure, answer: Disclosed | None) -> str:
    if _is_absent(answer) or answer.state != "shown":
        return "niet te geven"
    low, high = float(one.low), float(one.high)
    if low <= answer.value <= high:
        return "geen" if low == high else "binnen de schatting"
    gap = answer.value - (low if answer.value < low else high)
    return f"{'+' if gap > 0 else '−'}{figure(abs(gap))}"
