"""What Dienstverlening says about the state of vacancies and the instruments that came with them."""

from __future__ import annotations

from collections.abc import Sequence

from metrics.service import INSTRUMENTS, STATES, Offered
from reference.dutch import percent
from ui.charts import ranked_bars
from ui.service_view import SHARE_LIMIT, channel, many
from ui.shapes import Bar, Chart
from ui.tables import as_table_html
from ui.view import plain

NAMES = {
    "jobcarving": "jobcarving",
    "jobcoach": "jobcoach",
    "no_risk": "no-riskpolis",
    "wage_subsidy": "loonkostensubsidie",
}
STATE_NAMES = {
    "open": "open",
    "vervuld": "vervuld",
    "ingetrokken": "ingetrokken",
    "onbekend": "stand onbekend",
}
ABOUT_STATES = "Zoals de vacatures op de peildatum staan. Een vacature met meer plaatsen telt één keer."
ABOUT_INSTRUMENTS = (
    "Vacatures waarbij het instrument bij de vacature is aangeboden, van de vacatures waarvan dat bekend is. "
    "Het zijn vacatures en geen mensen: of iemand het instrument kreeg, staat er niet."
)


def states_title(found: Sequence[Offered]) -> str:
    """Return how many vacancies are open, filled and withdrawn."""
    count = {state: sum(one.states.get(state, 0) for one in found) for state in STATES}
    parts = f"{count['vervuld']} vervuld, {count['open']} open en {count['ingetrokken']} ingetrokken"
    rest = f", {count['onbekend']} onbekend" if count["onbekend"] else ""
    return f"Van {many(sum(count.values()))}: {parts}{rest}"


def states_chart(found: Sequence[Offered]) -> Chart:
    """Return the vacancies by state."""
    whole = sum(one.total for one in found)
    bars = []
    for state, name in STATE_NAMES.items():
        count = sum(one.states.get(state, 0) for one in found)
        if count or state != "onbekend":
            bars.append(Bar(name, plain(count), percent(count / whole) if whole >= SHARE_LIMIT else None))
    return ranked_bars(bars, "vacatures", column="Stand")


def states_table(found: Sequence[Offered]) -> str:
    """Return states and positions per channel."""
    rows = [
        (channel(one.channel), *(str(one.states.get(state, 0)) for state in STATES),
         str(sum(one.positions.values())), str(one.positions.get("open", 0)))
        for one in found
    ]  # fmt: skip
    columns = ("Kanaal", "Open", "Vervuld", "Ingetrokken", "Onbekend", "Plaatsen samen", "Plaatsen open")
    return as_table_html(rows, columns, "Vacatures en plaatsen per kanaal")


def instruments_title(found: Sequence[Offered]) -> str:
    """Return the instrument offered most, and which were not delivered."""
    counts = {name: _summed(found, name) for name in INSTRUMENTS}
    missing = [NAMES[name] for name, (_, known) in counts.items() if not known]
    told = {name: count for name, count in counts.items() if count[1]}
    if not told:
        return "Over jobcarving, jobcoach, no-risk en loonkostensubsidie is niets geleverd"
    most = max(told, key=lambda name: told[name][0] / told[name][1])
    rest = f"; over {' en '.join(missing)} is niets geleverd" if missing else ""
    return f"{NAMES[most].capitalize()} bij {told[most][0]} van {told[most][1]} vacatures{rest}"


def instruments_table(found: Sequence[Offered]) -> str:
    """Return per channel at how many vacancies each instrument was offered."""
    rows = [(channel(one.channel), *(_told(one.instruments[name]) for name in INSTRUMENTS)) for one in found]
    if len(found) > 1:
        rows.append(("alle kanalen", *(_told(_summed(found, name)) for name in INSTRUMENTS)))
    heads = ("Kanaal", *(NAMES[name].capitalize() for name in INSTRUMENTS))
    return as_table_html(rows, heads, "Vacatures met een instrument, per kanaal")


def _summed(found: Sequence[Offered], name: str) -> tuple[int, int]:
    return sum(one.instruments[name][0] for one in found), sum(one.instruments[name][1] for one in found)


def _told(count: tuple[int, int]) -> str:
    yes, known = count
    if not known:
        return "niets geleverd"
    return f"{yes} van {known}" + (f" ({percent(yes / known)})" if known >= SHARE_LIMIT else "")
