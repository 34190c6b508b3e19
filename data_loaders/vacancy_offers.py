"""What the template of vacancies has of each column."""

from __future__ import annotations

from data_loaders.offers import PILLAR, PLACES, YES_NO, Offer

OFFERS = {
    "vacancy_id": Offer("Vacaturenummer", "Een eigen nummer, om dubbele rijen te herkennen.", "V-001"),
    "opened_at": Offer(
        "Datum opening", "Wanneer de vacature werd gemeld; liefst met de tijd erbij.", "01-03-2015 09:15"
    ),
    "candidate_at": Offer(
        "Eerste kandidaat", "Wanneer de eerste geschikte kandidaat kwam; leeg als die er niet is.",
        "02-03-2015 14:30",
    ),
    "closed_date": Offer("Sluitingsdatum", "Leeg als de vacature nog openstaat.", "15-03-2015"),
    "vacancy_status": Offer("Status", "Kies uit de lijst.", "vervuld", "vacancy_status"),
    "positions": Offer("Aantal plaatsen", "Hoeveel mensen er worden gevraagd; leeg is één.", "1"),
    "employer": Offer("Werkgever", "De naam van het bedrijf of de instelling.", "Voorbeeld BV"),
    "employer_sector_type": Offer("Sector", "Kies uit de lijst.", "markt", "sector"),
    "channel": Offer("Kanaal", "Via wie de vacature binnenkwam.", "WSP", "channel"),
    "municipality_work": Offer("Werkgemeente", "De gemeente waar het werk is.", "Haarlem", PLACES),
    "hours_per_week": Offer("Uren per week", "Een getal, of een reeks zoals 24-32.", "32"),
    "jobcarving": Offer("Jobcarving", "Is het werk op maat gemaakt?", "nee", YES_NO),
    "with_jobcoach": Offer("Met jobcoach", "Is er een jobcoach mogelijk? Geen naam.", "ja", YES_NO),
    "no_risk": Offer("No-riskpolis", "Geldt de no-riskpolis?", "ja", YES_NO),
    "wage_subsidy": Offer("Met loonkostensubsidie", "Is er loonkostensubsidie mogelijk?", "nee", YES_NO),
    "pillar": PILLAR,
}  # fmt: skip
