"""Places on the overview: an area within the region, the sub-regions, the course of each municipality."""

from __future__ import annotations

from datetime import date

from metrics.cells import REGION, SUBREGIONS
from metrics.disclosure import Disclosed
from reference.dutch import LABELS, date_long, date_short, number
from reference.load import Municipality, members
from ui.access import screen
from ui.courses import line
from ui.filters import place_name
from ui.findings import comparison_finding
from ui.overview_view import both, stop, unit_of
from ui.parts import Part, part_bars
from ui.sections import address
from ui.shapes import Drawing, Series, Shown, TimePoint
from ui.sparks import scale_top, small_multiples, spark_panel
from ui.view import as_shown, figure


def area_finding(place: str, as_of: date, counting: str | None) -> str:
    """Return an area's part of the region's count, on the last day that the area's number speaks of."""
    own, region = _area(place, as_of, counting)
    name, unit = place_name(place, as_of), unit_of(counting)
    if own.state == "shielded":
        return f"{name}: het aantal is afgeschermd, om kleine aantallen elders te beschermen"
    if own.state == "below":
        return f"{name}: minder dan {own.limit} {unit} tot en met {date_long(own.as_of)}"
    return f"{name}: {figure(own.value)} van de {as_shown(region).text} {unit} in de regio"


def area_detail(place: str, as_of: date, counting: str | None) -> str:
    """Return date, scope and rule of the area's part, and that no target per municipality exists."""
    own, region = _area(place, as_of, counting)
    same = own.as_of == region.as_of
    when = f"{date_long(own.as_of)}" if same else f"{date_long(own.as_of)} (regio: {date_long(region.as_of)})"
    since = date_long(both().start)
    return (
        f"Begonnen van {since} tot en met {when}, naar woongemeente. De bronnen geven geen doel per "
        "gemeente: dit is een aandeel, geen oordeel."
    )


def area_bars(place: str, as_of: date, counting: str | None) -> Drawing:
    """Return the area beside the region, from one zero."""
    own, region = _area(place, as_of, counting)
    rows = [(place_name(place, as_of), own), ("Hele regio", region)]
    parts = [Part(name, as_shown(one), f"stand t/m {date_long(one.as_of)}") for name, one in rows]
    return part_bars(parts, unit_of(counting), "Gebied")


def subregion_bars(as_of: date, counting: str | None) -> Drawing:
    """Return both sub-regions beside one another."""
    numbers, rule = screen(both().start, both().end), counting or both().counting
    found = [(name, numbers.placed(rule, stop(as_of), name)) for name in SUBREGIONS]
    parts = [Part(name, as_shown(one), f"stand t/m {date_long(one.as_of)}") for name, one in found]
    return part_bars(parts, unit_of(counting), "Deelregio")


def _area(place: str, as_of: date, counting: str | None) -> tuple[Disclosed, Disclosed]:
    numbers, rule = screen(both().start, both().end), counting or both().counting
    own = numbers.placed(rule, stop(as_of), place)
    return own, numbers.placed(rule, own.as_of if own.state == "shown" else stop(as_of), REGION)


def municipal_lines(as_of: date, counting: str | None) -> list[Series]:
    """Return the course per 1.000 inhabitants of each municipality whose inhabitants are known."""
    rule = counting or both().counting
    places = [one for one in members(as_of) if one.inhabitants_2022]
    return [_series(one, rule, as_of, counting) for one in places]


def municipal_chart(series: list[Series], as_of: date) -> Drawing:
    """Return the small multiples of the municipalities; each number carries its own date."""
    start, end, top = both().start, stop(as_of), scale_top(series)
    panels = "".join(
        spark_panel(one, start, end, top, _own_date(one), [o for o in series if o is not one])
        for one in series
    )
    key = (
        '<div class="rm-panel rm-panel-key"><p><b>Leeswijzer</b></p>'
        f"<p>Elk vak loopt van 0 tot {number(top, 2)} per 1.000 inwoners, van {date_short(start)} tot "
        f"{date_short(end)}.</p><p>De grijze lijnen zijn de andere gemeenten.</p></div>"
    )
    whole = small_multiples(series, "per 1.000 inwoners", start, end)
    return Drawing(f'<div class="rm-panels">{panels}{key}</div>', whole.alt, whole.table)


def _own_date(one: Series) -> str:
    return f"per 1.000, {date_short(one.points[-1].day)}" if one.points else "per 1.000"


def municipal_finding(series: list[Series], counting: str | None) -> str:
    """Return which municipality has most and which least for its size."""
    return comparison_finding(series, unit_of(counting))


def municipal_detail(counting: str | None) -> str:
    """Return what the small multiples show."""
    unit = unit_of(counting)
    return (
        f"{unit[:1].upper()}{unit[1:]} per 1.000 inwoners (2022), naar woongemeente, opgeteld vanaf "
        f"{date_long(both().start)}. Elk getal is van de laatste dag die te tonen is."
    )


def _series(one: Municipality, rule: str, as_of: date, counting: str | None) -> Series:
    thousands = one.inhabitants_2022 / 1000
    answer = screen(both().start, both().end).placed(rule, stop(as_of), one.code)
    latest = as_shown(answer)
    if answer.state == "below":
        latest = Shown(f"minder dan {answer.limit} in totaal", None, True)
    elif latest.drawable is not None:
        latest = _rate(latest.drawable / thousands)
    points = [
        TimePoint(point.day, _rate(point.shown.value / thousands))
        for point in line(both().start, both().end, rule, stop(as_of), one.code)
    ]
    here = {"gebied": one.name, "peildatum": date_long(as_of)}
    rule_name = {"telregel": LABELS["counting"][counting]} if counting else {}
    return Series(one.name, points, latest, href=address("", here | rule_name))


def _rate(value: float) -> Shown:
    return Shown(number(value, 2), value)
