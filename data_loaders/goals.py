"""The goal tree: goals under goals, from strategic to operational, each with what measures it."""

from __future__ import annotations

import pyarrow as pa

from data_loaders.kind import Check, Kind
from data_loaders.list_kinds import READERS, required_check, twice_check
from data_loaders.offers import Offer
from data_loaders.shared import column

# The rows that are their own ancestor. A path can't be longer than the list, and stops where it began.
_CIRCLES = """(WITH RECURSIVE climb AS (
        SELECT rid AS from_rid, node_id AS origin, parent_id AS above, 1 AS depth FROM typed
        UNION ALL
        SELECT from_rid, origin, typed.parent_id, depth + 1 FROM climb JOIN typed ON node_id = above
        WHERE above <> origin AND depth <= (SELECT count(*) FROM typed)
    )
    SELECT typed.* FROM typed WHERE rid IN (SELECT from_rid FROM climb WHERE above = origin))"""

KIND = Kind(
    key="goal",
    label="doelen van de doelenboom",
    one="doel van de doelenboom",
    columns=(
        column(
            "node_id", "code", "knoop|knoopnummer|nummer in de boom|boomnummer", "het nummer", True,
        ),
        column("parent_id", "code", "valt onder|bovenliggend doel|hoort onder|ouder", ""),
        column("level", "goal_level", "niveau|laag", "het niveau", True),
        column("title", "text", "doel|titel|doelstelling|indicator", "het doel", True),
        column("metric", "goal_measure", "gemeten met|meting", ""),
        column("target", "register", "doel uit het register|registernummer|afspraak", ""),
        column("position", "count", "volgorde", ""),
    ),
    others=(),
    needs="kolommen met het nummer in de boom, waar het onder valt, het niveau en het doel",
    anchor="title",
    number="node_id",
    period=(),
    telling=frozenset({"node_id", "parent_id", "level"}),
    signs=frozenset({"node_id", "parent_id"}),
    counted=frozenset({"parent_id"}),
    output=(
        ("node_id", pa.string(), "node_id"),
        ("parent_id", pa.string(), "parent_id"),
        ("level", pa.string(), "level"),
        ("title", pa.string(), "title"),
        ("metric", pa.string(), "metric"),
        ("target", pa.string(), "target"),
        ("order", pa.int32(), "coalesce(position, rid + 1)"),
    ),
    checks=(
        required_check("node_id", "het nummer in de boom"),
        required_check("level", "het niveau"),
        required_check("title", "het doel"),
        twice_check("node_id", "het nummer"),
        Check("parent_id", "error", "parent_id IS NOT NULL AND parent_id NOT IN "
              "(SELECT node_id FROM typed WHERE node_id IS NOT NULL)",
              "'het doel valt onder \"' || parent_id || '\", en dat nummer staat niet in de lijst. "
              "Voeg die rij toe of verbeter het nummer.'", sort="boom"),
        Check("parent_id", "error", "true",
              "'het doel \"' || node_id || '\" valt uiteindelijk onder zichzelf. Geef één van de doelen "
              "in deze kring een andere plaats.'", source=_CIRCLES, sort="boom"),
    ),
    offers={
        "node_id": Offer("Knoop", "Verplicht. Een eigen nummer in de boom.", "1"),
        "parent_id": Offer("Valt onder", "Het nummer van het doel erboven; leeg bij de top.", ""),
        "level": Offer("Niveau", "Verplicht. Kies uit de lijst.", "strategisch", "goal_level"),
        "title": Offer("Doel", "Verplicht.", "Meer plaatsingen per pijler"),
        "metric": Offer("Gemeten met", "De meting van het dashboard; leeg mag.", "plaatsingen"),
        "target": Offer("Doel uit het register", "Het nummer in het register; leeg mag.", "T-LSA-02"),
        "position": Offer("Volgorde", "Een getal; leeg is de volgorde van de lijst.", "1"),
    },
    readers=READERS,
)  # fmt: skip
