"""The way from invitation to work that lasts, as a funnel, and where people wait."""

from __future__ import annotations

import streamlit as st

from metrics.participation_counts import SHARE_LIMIT
from metrics.participation_paths import Paths
from metrics.participation_talks import Talks
from metrics.rounding import ALL
from reference.dutch import date_long, plural
from ui.cards import note
from ui.participation_access import START, Choice, followed, spoken
from ui.participation_look import Step, chapter, funnel
from ui.shapes import Drawing, Shown
from ui.show import show
from ui.tables import as_table_html
from ui.view import as_shown

NOTHING = Shown("niets geleverd", None, True)
NOT_ONE_GROUP = (
    "Uitnodigingen, gesprekken en trajecten komen uit verschillende leveringen. Het zijn dus niet "
    "dezelfde mensen die van boven naar beneden gaan, en een stap is geen deel van de vorige."
)


def draw(chosen: Choice) -> None:
    """Draw the chapter of the process."""
    talked, paths = spoken(chosen), followed(chosen)
    chapter(_finding(talked, paths), "proces", _detail(chosen, talked, paths))
    show(_funnel(talked, paths), "proces-trechter", "Van uitnodiging tot werk")
    st.html(note(NOT_ONE_GROUP, "Geen vaste groep."))
    rows = _waiting(talked, paths)
    if rows:
        columns = ("Waar mensen wachten", "Aantal", "Wat het is")
        st.html(as_table_html(rows, columns, "Wie op de peildatum wacht"))


def _finding(talked: Talks | None, paths: Paths | None) -> str:
    """Return which stretch takes longest, as far as medians may be shown."""
    days = {"van uitnodiging tot gesprek": talked and talked.days["talk"],
            "van gesprek tot plan van aanpak": talked and talked.days["plan"],
            "van gesprek tot traject": talked and talked.days["trajectory"],
            "van de start van een traject tot een plaatsing": paths and paths.days}  # fmt: skip
    known = {name: value for name, value in days.items() if value is not None}
    if not known:
        return "Waar mensen het langst wachten, is nog niet te zeggen"
    slowest = max(known, key=lambda name: known[name])
    return f"Het langst duurt het {slowest}: voor de helft {_days(known[slowest])} of minder"


def _detail(chosen: Choice, talked: Talks | None, paths: Paths | None) -> str:
    ends = [
        f"{name} t/m {date_long(one.as_of)}"
        for name, one in (("gesprekken", talked), ("trajecten", paths))
        if one
    ]
    upto = f" ({', '.join(ends)})" if ends else ""
    return (
        f"{chosen.name}, vanaf {date_long(START)}{upto}. De mediaan is het aantal dagen waar de helft "
        f"onder zit; hij staat er vanaf {SHARE_LIMIT} waarnemingen."
    )


def _funnel(talked: Talks | None, paths: Paths | None) -> Drawing:
    counts = talked.counts if talked else {}
    unit = "mensen" if talked and talked.persons else "gesprekken"
    invited = "mensen" if talked and talked.persons else "uitnodigingen"
    days = talked.days if talked else {}
    row = paths.groups[ALL] if paths else None
    steps = [
        Step("Uitgenodigd", _seen(counts.get("invited")), invited, "", _between(days.get("talk"))),
        Step("Gesproken", _seen(counts.get("held")), unit, "", _after_talk(days)),
        Step("Plan van aanpak", _seen(counts.get("planned")), "plannen"),
        Step("Traject begonnen", _seen(row and row.begun), "trajecten", "", _between(paths and paths.days)),
        Step("Geplaatst in werk", _seen(row and row.placed), "plaatsingen"),
        Step("Na 6 maanden aan het werk", _seen(row and row.kept_6), "plaatsingen",
             _observed(row and row.seen_6)),
        Step("Na 12 maanden aan het werk", _seen(row and row.kept_12), "plaatsingen",
             _observed(row and row.seen_12)),
    ]  # fmt: skip
    return funnel(steps, "Van uitnodiging tot werk")


def _waiting(talked: Talks | None, paths: Paths | None) -> list[tuple]:
    rows = []
    if talked:
        rows += [
            (
                "Op een gesprek",
                as_shown(talked.counts["waiting_talk"]),
                "Uitgenodigd, nog geen gesprek gehad.",
            ),
            ("Niet verschenen", as_shown(talked.counts["missed"]), "Uitgenodigd; niet gekomen of afgezegd."),
            ("Op een plan van aanpak", as_shown(talked.counts["waiting_plan"]), "Gesproken, nog geen plan."),
        ]
    if paths:
        about = "Begonnen en niet beëindigd; wie al geplaatst is en nog begeleid wordt, telt mee."
        rows.append(("In een lopend traject", as_shown(paths.groups[ALL].running), about))
    return rows


def _seen(answer) -> Shown:
    return as_shown(answer) if answer is not None else NOTHING


def _between(days: int | None) -> str:
    return "" if days is None else f"↓ de helft binnen {_days(days)}"


def _after_talk(days: dict) -> str:
    """Return how long it takes from a talk to a plan, and to a trajectory where people can be followed."""
    plan, path = days.get("plan"), days.get("trajectory")
    said = [f"{_days(plan)} tot een plan"] if plan is not None else []
    said += [f"{_days(path)} tot een traject"] if path is not None else []
    return f"↓ de helft binnen {' en binnen '.join(said)}" if said else ""


def _observed(answer) -> str:
    if answer is None or answer.state != "shown":
        return ""
    return f"van {as_shown(answer).text} van wie het bekend is"


def _days(days: int) -> str:
    return f"{days} {plural(days, 'dag', 'dagen')}"
