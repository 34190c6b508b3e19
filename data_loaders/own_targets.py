"""Targets that came after the source documents, such as a municipality's own: they arrive as a delivery."""

from __future__ import annotations

import pyarrow as pa

from data_loaders.kind import Check, Kind
from data_loaders.list_kinds import NUMBER, READERS, end_check, required_check, share_check, twice_check
from data_loaders.offers import PLACES, Offer
from data_loaders.shared import column
from reference.load import targets

_REGISTER = ", ".join(f"'{key}'" for key in targets())
# Where no rule is given: the metric names its own.
_RULE = (
    "CASE metric WHEN 'placements' THEN coalesce(counting, 'placements') "
    "WHEN 'garantiebanen' THEN coalesce(counting, 'min25') WHEN 'jobs' THEN coalesce(counting, 'per25.5') "
    "WHEN 'persons' THEN coalesce(counting, 'persons') "
    "WHEN 'pillar_placements' THEN coalesce(counting, 'placements') END"
)

KIND = Kind(
    key="delivered_target",
    label="doelen",
    one="doel",
    columns=(
        column(
            "target_id", "code", "doelnummer|nummer doel|doel id|doelcode", "het nummer van het doel", True,
        ),
        column("title", "text", "doel|doelstelling|titel", "het doel", True),
        column("agreement", "agreement", "akkoord|hoort bij akkoord|kader|convenant", "het akkoord", True),
        column("metric", "metric", "gemeten met|wat telt|meting", ""),
        column("at_least", "bound", "streefwaarde|streefgetal|minimaal|ten minste|doelwaarde", ""),
        column("at_most", "bound", "maximaal|ten hoogste|hooguit", ""),
        column("unit", "text", "eenheid", "de eenheid", True),
        column("municipality", "home", "gemeente|gemeentenaam|gemeentecode", ""),
        column("party", "known_party", "partij|lsa-partner", ""),
        column("sector", "known_sector", "sector|markt/overheid", ""),
        column("start_date", "day", "startdatum|ingangsdatum|begindatum|vanaf", "de startdatum", True),
        column("end_date", "day", "einddatum|uiterlijk|deadline|tot en met|t/m", ""),
        column("counting", "counting", "telregel|telwijze", ""),
        column("strength", "strength", "soort doel|kracht|hardheid", "de soort: doel, ambitie, norm …", True),
        column("document", "text", "document|stuk|besluit|brondocument", "het document", True),
        column("section", "text", "paragraaf|hoofdstuk|vindplaats", ""),
    ),
    others=(),
    needs="kolommen met het doelnummer, het doel, de streefwaarde, de startdatum en het document",
    anchor="title",
    number="target_id",
    period=("start_date", "end_date"),
    telling=frozenset({"target_id", "at_least", "strength", "counting"}),
    signs=frozenset({"target_id"}),
    counted=frozenset(),
    output=(
        ("target_id", pa.string(), "target_id"),
        ("title", pa.string(), "title"),
        ("agreement", pa.string(), "agreement"),
        ("metric", pa.string(), "metric"),
        ("at_least", NUMBER, "at_least"),
        ("at_most", NUMBER, "coalesce(at_most_high, nullif(at_least_high, at_least))"),
        ("unit", pa.string(), "unit"),
        ("municipality", pa.string(), "municipality"),
        ("party", pa.string(), "party"),
        ("sector", pa.string(), "sector"),
        ("start_date", pa.date32(), "start_date"),
        ("end_date", pa.date32(), "end_date_high"),
        ("counting", pa.string(), _RULE),
        ("strength", pa.string(), "strength"),
        ("document", pa.string(), "document"),
        ("section", pa.string(), "section"),
    ),
    checks=(
        required_check("target_id", "het doelnummer"),
        required_check("title", "het doel"),
        required_check("agreement", "het akkoord"),
        required_check("unit", "de eenheid"),
        required_check("start_date", "de startdatum"),
        required_check("strength", "de soort doel"),
        required_check("document", "het document"),
        twice_check("target_id", "het doelnummer"),
        Check("target_id", "error", f"upper(target_id) IN ({_REGISTER.upper()})",
              "'het nummer \"' || target_id || '\" is al van een doel uit de bronnen. Geef dit doel een "
              "eigen nummer.'", sort="nummer-dubbel"),
        Check("at_most", "error", "at_most < at_least",
              "'het maximum ' || at_most_raw || ' is kleiner dan de streefwaarde ' || at_least_raw || "
              "'. Verbeter één van beide.'", sort="bovengrens"),
        end_check("end_date", "start_date", "end_date_high"),
        Check("party", "error", "party IS NOT NULL AND municipality IS NOT NULL",
              "'een doel gaat over een gemeente of over een partij, en hier staan beide. Laat er één leeg.'",
              sort="rij"),
        Check("metric", "error", "metric IN ('internships', 'internships_extra', 'pillar_placements') AND "
              "(party IS NOT NULL OR sector IS NOT NULL)",
              "'stages en plaatsingen per pijler worden niet per partij of sector geteld. Laat partij en "
              "sector leeg, of laat de meting leeg.'", sort="rij"),
        share_check("at_least", "greatest(at_least_high, coalesce(at_most_high, 0))"),
    ),
    offers={
        "target_id": Offer(
            "Doelnummer", "Verplicht. Een eigen nummer, dat niet in het register staat.", "HLM-1"
        ),
        "title": Offer("Doel", "Verplicht. Wat er bereikt moet zijn.", "Garantiebanen voor Haarlemmers"),
        "agreement": Offer(
            "Akkoord", "Verplicht. Kies uit de lijst.", "regionale aanpak 2020-2022", "agreement"
        ),
        "metric": Offer(
            "Gemeten met", "Plaatsingen, garantiebanen, banen van 25,5 uur, personen of stages; leeg als het "
            "dashboard het niet kan meten.", "garantiebanen"
        ),
        "at_least": Offer("Streefwaarde", "Het getal; leeg als er geen getal is afgesproken.", "60"),
        "at_most": Offer("Maximaal", "Alleen bij een bovengrens.", "80"),
        "unit": Offer("Eenheid", "Verplicht.", "garantiebanen"),
        "municipality": Offer("Gemeente", "Leeg als het doel van de regio is.", "Haarlem", PLACES),
        "sector": Offer("Sector", "Alleen als het doel over één sector gaat.", "markt", "sector"),
        "start_date": Offer("Startdatum", "Verplicht. Vanaf wanneer wordt geteld.", "01-01-2020"),
        "end_date": Offer("Einddatum", "Leeg als er geen termijn is.", "31-12-2022"),
        "counting": Offer("Telregel", "Leeg: zoals de meting zegt.", "banen van minstens 25 uur", "counting"),
        "strength": Offer("Soort doel", "Verplicht. Kies uit de lijst.", "doel", "strength"),
        "document": Offer("Document", "Verplicht. Het stuk waar het in staat.", "Raadsbesluit"),
        "section": Offer("Paragraaf", "Waar in het stuk.", "3.2"),
    },
    readers=READERS,
)  # fmt: skip
