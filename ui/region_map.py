"""The schematic map: seven tiles, roughly where the municipalities lie, north up and the sea at the left."""

from collections.abc import Sequence

from ui.markup import plain_bar, safe, status_badge
from ui.shapes import Drawing, Table, Tile
from ui.words import is_word

# Row and column of the tile; row 3 names the southern sub-region. The order
# of the codes is the reading order: north to south, west to east.
PLACES = {
    "GM0396": (1, 2),  # Heemskerk
    "GM0453": (2, 1),  # Velsen
    "GM0375": (2, 2),  # Beverwijk
    "GM0377": (4, 1),  # Bloemendaal
    "GM0392": (4, 2),  # Haarlem
    "GM0473": (5, 1),  # Zandvoort
    "GM0397": (5, 2),  # Heemstede
}


_NAMES = (
    '<li class="rm-sea" aria-hidden="true"><b>IJmond</b><br>schematisch, noorden boven</li>'
    '<li class="rm-south" aria-hidden="true"><b>Zuid-Kennemerland</b></li>'
)


def tile_map(tiles: Sequence[Tile], label: str) -> Drawing:
    """Tiles as links on the map, each with name, figure, a bar on one shared scale and its status.

    `label` names what is shown. Municipalities without a place on the map (former members) come after it.
    """
    ordered = sorted(tiles, key=lambda tile: PLACES.get(tile.code, (9, 9)))
    longest = max((tile.shown.drawable or 0 for tile in tiles), default=0)
    items = "".join(_tile(tile, longest) for tile in ordered)
    html = f'<ul class="rm-map" aria-label="{safe(label)}">{_NAMES}{items}</ul>'
    rows = tuple((t.name, t.shown.text, t.unit, t.status or "–") for t in ordered)
    return Drawing(html, _alt(ordered, label), Table(("Gemeente", "Stand", "Eenheid", "Status"), rows))


def _tile(tile: Tile, longest: float) -> str:
    place = PLACES.get(tile.code)
    where = f' style="grid-row:{place[0]};grid-column:{place[1]}"' if place else ""
    word = " rm-word" if is_word(tile.shown) else ""
    unit = "" if is_word(tile.shown) else f'<span class="rm-unit"> {safe(tile.unit)}</span>'
    status = status_badge(tile.status) if tile.status else ""
    name = f'<span class="rm-name">{safe(tile.name)}</span>'
    return (
        f'<li{where}><a class="rm-tile" href="{safe(tile.href)}">{name}'
        f'<span class="rm-figure{word}"><b>{safe(tile.shown.text)}</b>{unit}</span>'
        f"{plain_bar(tile.shown, longest)}{status}</a></li>"
    )


def _alt(tiles: Sequence[Tile], label: str) -> str:
    parts = (
        f"{t.name} {t.shown.text}"
        + ("" if is_word(t.shown) else f" {t.unit}")
        + (f", {t.status}" if t.status else "")
        for t in tiles
    )
    return f"{label}: " + "; ".join(parts) + "."
