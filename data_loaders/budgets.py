"""Money per year and line: planned, available, spent or covered; in euros, whatever the heading counts in."""

from __future__ import annotations

import pyarrow as pa

from data_loaders.kind import Check, Kind
from data_loaders.list_kinds import MONEY, READERS, required_check
from data_loaders.offers import PLACES, Offer
from data_loaders.shared import column

# The years of one line that lie between two delivered ones, and are not there.
_FOLLOWED = """(SELECT *, lag("year") OVER (
        PARTITION BY line, municipality, measure, reading ORDER BY "year") AS before FROM typed)"""

KIND = Kind(
    key="budget",
    label="budgetten",
    one="budget",
    columns=(
        column("year", "year", "begrotingsjaar|boekjaar|budgetjaar|jaar", "het jaar", True),
        column("line", "text", "budgetpost|begrotingspost|post|budget|budgetregel", "de budgetpost", True),
        column("agreement", "agreement", "akkoord|hoort bij akkoord|kader", ""),
        column("municipality", "home", "gemeente|gemeentenaam|gemeentecode", ""),
        column(
            "measure", "budget_measure", "soort bedrag|begroot of besteed|begroot/besteed",
            "de soort bedrag: begroot, beschikbaar, besteed of gedekt", True,
        ),
        column("amount", "money", "bedrag|bedrag in euro|bedrag in euro's|euro", "het bedrag", True),
        column("source", "text", "geldbron|bekostigd uit|financiering|bron van het geld", ""),
        column("document", "text", "document|stuk|brondocument", ""),
        column("reading", "text", "lezing", ""),
    ),
    others=(),
    needs="kolommen met het jaar, de budgetpost, de soort bedrag en het bedrag",
    anchor="line",
    number="",
    period=("period_start", "period_end"),
    telling=frozenset({"line", "measure", "reading"}),
    signs=frozenset({"measure"}),
    counted=frozenset(),
    output=(
        ("year", pa.int32(), '"year"'),
        ("period_start", pa.date32(), "make_date(\"year\", 1, 1)"),
        ("period_end", pa.date32(), "make_date(\"year\", 12, 31)"),
        ("line", pa.string(), "line"),
        ("agreement", pa.string(), "agreement"),
        ("municipality", pa.string(), "municipality"),
        ("measure", pa.string(), "measure"),
        ("amount_low", MONEY, "amount"),
        ("amount_high", MONEY, "amount_high"),
        ("source", pa.string(), "source"),
        ("document", pa.string(), "document"),
        ("reading", pa.string(), "reading"),
    ),
    checks=(
        required_check("year", "het jaar"),
        required_check("line", "de budgetpost"),
        required_check("measure", "de soort bedrag"),
        required_check("amount", "het bedrag"),
        Check("amount", "error", "amount_high < amount",
              "'het eerste bedrag van \"' || amount_raw || '\" is groter dan het tweede. Draai ze om.'",
              sort="bovengrens"),
        Check("year", "warning", '"year" > before + 1',
              "'van \"' || line || '\" (' || measure || ') ontbreekt ' || "
              "if(\"year\" = before + 2, (before + 1)::VARCHAR, (before + 1) || ' tot en met ' || "
              "(\"year\" - 1)) || '. Lever dat na als het er is.'",
              grouped=True, source=_FOLLOWED, sort="reeks-gat"),
    ),
    offers={
        "year": Offer("Begrotingsjaar", "Verplicht.", "2020"),
        "line": Offer("Budgetpost", "Verplicht. Waar het geld voor is.", "Tozo 2"),
        "agreement": Offer(
            "Akkoord", "Kies uit de lijst; leeg mag.", "regionale aanpak 2020-2022", "agreement"
        ),
        "municipality": Offer("Gemeente", "Leeg als het geld van de regio is.", "Haarlem", PLACES),
        "measure": Offer("Soort bedrag", "Verplicht. Kies uit de lijst.", "beschikbaar", "budget_measure"),
        "amount": Offer("Bedrag in euro", "Verplicht. 200.000, 1,2 mln, of 0,5-1,0 mln.", "0,2 mln"),
        "source": Offer("Geldbron", "Wie het betaalt.", "Rijk"),
        "document": Offer("Document", "Het stuk waar het in staat.", "Begroting 2020"),
        "reading": Offer("Lezing", "Als een stuk op twee manieren te lezen is: welke.", "eerste lezing"),
    },
    readers=READERS,
)  # fmt: skip
