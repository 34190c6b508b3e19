"""What Dienstverlening says about the hours from vacancy to first suitable candidate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from metrics.service import NOBODY, OUTSIDE, UNKNOWN, WITHIN, Timed, counted, edges
from reference.dutch import LABELS, date_long, number, percent, plural
from ui.cards import source_line
from ui.service_data import CLOCK_NAMES, HOURS, NORM, START_NAMES, Chosen, outcomes
from ui.service_look import Split, Step, split_bars, steps_drawing
from ui.shapes import Drawing
from ui.view import plain, source_text, target_url

SHARE_LIMIT = 20  # a percentage of fewer vacancies says too little
WORDS = (f"zeker binnen {HOURS} uur", "niet te bepalen", f"zeker na {HOURS} uur")
ABOUT_READINGS = "Dezelfde vacatures onder elke lezing van de norm."
SHORT = ("binnen", "onbekend", "na")
OPEN = (
    f"De norm van {HOURS} uur komt uit het akkoord. Welke uren tellen en wanneer de klok begint, "
    "staat er niet. Kies boven een andere lezing."
)
ABOUT_HOURS = "Aantal vacatures naar de uren tot de eerste kandidaat, onder de gekozen lezing."
ABOUT_MONTHS = "Vacatures met een eerste kandidaat, naar de maand waarin de vacature werd geopend."
ABOUT_CHANNELS = "Vacatures met een eerste kandidaat, naar kanaal, onder de gekozen lezing."
_PARTS = {WITHIN: "yes", UNKNOWN: "open", OUTSIDE: "no"}


def headline(rows: Sequence[Timed]) -> str:
    """Return the page's finding."""
    if not _known(rows):
        return "Dienstverlening: hoe snel is er een geschikte kandidaat?"
    said = f"{share(rows)} van de vacatures" if _known(rows) >= SHARE_LIMIT else f"{share(rows)} vacatures"
    return f"Dienstverlening: bij {said} kwam er binnen {HOURS} uur een geschikte kandidaat"


def many(count: int) -> str:
    """Return a count of vacancies: "1 vacature"."""
    return f"{number(count)} {plural(count, 'vacature', 'vacatures')}"


def detail(chosen: Chosen, rows: Sequence[Timed]) -> str:
    """Return unit, reading, period, date and what stays out of the share."""
    out = counted(rows, NOBODY)
    left = f" {many(out)} zonder kandidaat {plural(out, 'telt', 'tellen')} niet mee."
    return (
        f"{many(_known(rows))} met een eerste kandidaat, {chosen.spoken}, stand t/m "
        f"{date_long(chosen.question.as_of)}. {reading(chosen)}.{left if out else ''}"
    )


def reading(chosen: Chosen) -> str:
    """Return the chosen reading of the norm in words."""
    clock = next(name for name, code in CLOCK_NAMES.items() if code == chosen.question.clock)
    start = next(name for name, code in START_NAMES.items() if code == chosen.question.begins)
    return f"{clock}; de klok begint {start[:1].lower()}{start[1:]}"


def share(rows: Iterable[Timed]) -> str:
    """Return the share inside the norm: "40 %", "40 tot 43 %" where some are unknown, "3 van 4" of few."""
    rows = list(rows)
    whole, within = _known(rows), counted(rows, WITHIN)
    most = within + counted(rows, UNKNOWN)
    if whole == 0:
        return "–"
    if whole < SHARE_LIMIT:
        return f"{within} van {whole}" if within == most else f"{within} tot {most} van {whole}"
    low, high = percent(within / whole), percent(most / whole)
    return low if low == high else f"{low.removesuffix(' %')} tot {high}"


def distribution_title(rows: Sequence[Timed]) -> str:
    """Return the finding of the distribution."""
    late = sum(row.count for row in rows if row.outcome == OUTSIDE and (row.step or 0) >= _week())
    slow = counted(rows, OUTSIDE)
    if not slow:
        return f"Geen enkele kandidaat kwam zeker na de norm van {HOURS} uur"
    return f"Na de norm van {HOURS} uur: {many(slow)}, waarvan minstens {late} langer dan 168 uur"


def distribution(rows: Sequence[Timed]) -> Drawing:
    """Return how many vacancies took how many hours; those with only a day stand apart."""
    bounds = (0, *edges(HOURS))
    steps: list[Step] = []
    for outcome, part in _PARTS.items():
        own = [row for row in rows if row.outcome == outcome]
        for place, low in enumerate(bounds):
            if part == _part(low):
                steps.append(Step(_hours(place, bounds), _in_step(own, place), part))
        if dated := sum(row.count for row in own if row.step is None):
            steps.append(Step(f"{_DATED[part]} (alleen de dag bekend)", dated, part, dated=part != "open"))
    return steps_drawing(steps, f"norm: {HOURS} uur", "vacatures")


def readings(chosen: Chosen) -> list[Split]:
    """Return the share inside the norm under every reading of it."""
    found = []
    for clock, code in CLOCK_NAMES.items():
        for start, begins in START_NAMES.items():
            rows = outcomes(chosen.read(code, begins))
            own = (code, begins) == (chosen.question.clock, chosen.question.begins)
            found.append(_split(f"{clock}, {start[:1].lower()}{start[1:]}", rows, own))
    return found


def readings_title(found: Sequence[Split]) -> str:
    """Return how far the readings lie apart."""
    shares = [one for one in map(_ends, found) if one]
    if not shares:
        return "De bron laat open welke uren tellen en wanneer de klok begint"
    low, high = percent(min(one[0] for one in shares)), percent(max(one[1] for one in shares))
    return f"De bron laat open welke uren tellen: van {low} tot {high} binnen de norm"


def reading_bars(found: Sequence[Split]) -> Drawing:
    """Return the readings as bars in three parts."""
    return split_bars(found, WORDS, SHORT, "vacatures", "Lezing van de norm")


def channels(rows: Sequence[Timed]) -> list[Split]:
    """Return the outcomes per channel, most vacancies first."""
    codes = {row.channel for row in rows if row.outcome != NOBODY}
    own = {code: [row for row in rows if row.channel == code] for code in codes}
    return [_split(channel(code), own[code]) for code in sorted(codes, key=lambda code: -_known(own[code]))]


def channels_title(found: Sequence[Split]) -> str:
    """Return how the channels differ, of those with enough vacancies; or that they do not for certain."""
    known = [one for one in map(_ends, found) if one]
    if len(known) < 2:
        return "Per kanaal: hoe vaak binnen de norm"
    best, least = max(known), min(known)
    if least[1] >= best[0]:
        low, high = percent(least[0]), percent(max(one[1] for one in known))
        return f"Geen zeker verschil tussen de kanalen: {low.removesuffix(' %')} tot {high} binnen de norm"
    names = {_ends(row): row for row in found}
    return (
        f"Per kanaal: {names[best].label} {names[best].share} binnen de norm, "
        f"{names[least].label} {names[least].share}"
    )


def channel_bars(found: Sequence[Split]) -> Drawing:
    """Return the channels as bars in three parts."""
    return split_bars(found, WORDS, SHORT, "vacatures", "Kanaal")


def channel(code: str | None) -> str:
    """Return the name of a channel."""
    return LABELS["channel"].get(code, "kanaal onbekend")


def norm_source() -> str:
    """Return the source line of the norm."""
    text = f"norm, geen doel · {NORM.counting_rule}"
    return source_line(source_text(NORM), text, href=target_url(NORM))


_DATED = {"yes": f"binnen {HOURS} uur", "open": f"rond {HOURS} uur", "no": f"na {HOURS} uur"}


def _known(rows: Iterable[Timed]) -> int:
    return sum(row.count for row in rows if row.outcome != NOBODY)


def _split(label: str, rows: Sequence[Timed], chosen: bool = False) -> Split:
    parts = tuple(plain(counted(rows, outcome)) for outcome in (WITHIN, UNKNOWN, OUTSIDE))
    return Split(label, parts, share(rows), chosen)


def _ends(row: Split) -> tuple[float, float] | None:
    """Return the lowest and highest share inside the norm; None of too few vacancies."""
    within, doubtful, after = (part.value for part in row.parts)
    whole = within + doubtful + after
    return (within / whole, (within + doubtful) / whole) if whole >= SHARE_LIMIT else None


def _part(low: int) -> str:
    return "yes" if low < HOURS else "no"


def _in_step(rows: Iterable[Timed], place: int) -> int:
    return sum(row.count for row in rows if row.step == place)


def _week() -> int:
    return (0, *edges(HOURS)).index(168)


def _hours(place: int, bounds: Sequence[int]) -> str:
    if place == len(bounds) - 1:
        return f"meer dan {number(bounds[place])} uur"
    low = f"meer dan {number(bounds[place])}" if place else "0"
    return f"{low} tot en met {number(bounds[place + 1])} uur"
