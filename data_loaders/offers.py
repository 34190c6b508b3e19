"""What a template says of a column: its heading, what to fill in, an example, and the list to choose from."""

from __future__ import annotations

from dataclasses import dataclass

YES_NO = "ja/nee"
PLACES = "gemeenten"
LEVELS = "niveaus"


@dataclass(frozen=True)
class Offer:
    """How a template offers a column. `choose` names a list of reference.labels, or YES_NO, PLACES, LEVELS.

    An example of a date is written dd-mm-jjjj, of a moment dd-mm-jjjj uu:mm.
    """

    heading: str
    text: str
    example: str
    choose: str = ""


MUNICIPALITY = Offer("Gemeente", "De gemeente die de uitkering betaalt.", "Haarlem", PLACES)
PERSON = Offer("Klantnummer", "Een eigen nummer per persoon, geen BSN. Wordt een pseudoniem.", "K-123")
PILLAR = Offer("Pijler", "Kies uit de lijst; leeg mag.", "van uitkering naar werk", "pillar")
END = Offer("Einddatum", "Leeg als de baan of stage nog loopt.", "29-02-2016")
# What placements and internships ask alike.
JOB = {
    "person_key": PERSON,
    "placement_date": Offer("Startdatum", "Verplicht. De dag waarop de baan of stage begon.", "01-03-2015"),
    "end_date": END,
    "hours_per_week": Offer(
        "Uren per week", "Volgens het contract. Een getal, of een reeks zoals 24-32.", "32"
    ),
    "municipality_home": Offer("Woongemeente", "De gemeente waar de persoon woont.", "Haarlem", PLACES),
    "municipality_work": Offer("Werkgemeente", "De gemeente waar het werk is.", "Velsen", PLACES),
    "employer": Offer("Werkgever", "De naam van het bedrijf of de instelling.", "Voorbeeld BV"),
    "employer_sector_type": Offer("Sector", "Kies uit de lijst.", "markt", "sector"),
    "channel": Offer("Kanaal", "Via wie de baan of stage tot stand kwam.", "WSP", "channel"),
    "pillar": PILLAR,
    "lsa_partner": Offer("LSA-partner", "De partij van het akkoord; leeg mag.", "MKB Haarlem", "party"),
    "via_sroi": Offer("Social return", "Kwam het via social return (SROI)?", "nee", YES_NO),
}
PLACEMENT = {
    "placement_id": Offer("Plaatsingsnummer", "Een eigen nummer, om dubbele rijen te herkennen.", "P-001"),
    **JOB,
    "job_type": Offer("Soort baan", "Kies uit de lijst.", "regulier werk", "job_type"),
    "contract_kind": Offer("Tijdelijk/vast", "Kies uit de lijst.", "tijdelijk", "contract_kind"),
    "target_group": Offer("Doelgroep", "Kies uit de lijst.", "Participatiewet", "target_group"),
    "in_register": Offer("Doelgroepregister", "Staat de persoon in het doelgroepregister?", "ja", YES_NO),
}
INTERNSHIP = {
    "placement_id": Offer("Stagenummer", "Een eigen nummer, om dubbele rijen te herkennen.", "S-001"),
    **JOB,
    "internship_level": Offer("Niveau", "Mbo-niveau 1 tot en met 4.", "2", LEVELS),
    "internship_track": Offer("Leerweg", "Kies uit de lijst.", "BBL", "track"),
    "crebo": Offer("Crebo", "De code van de opleiding.", "25180"),
    "school": Offer("School", "De naam van de school.", "Voorbeeldcollege"),
    "extra": Offer("Extra stage", "Is dit een extra stageplaats?", "ja", YES_NO),
}
