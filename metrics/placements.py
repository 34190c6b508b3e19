"""Placements: constants, nothing else. Rule numbers: domain rules A to E of the counting modes."""

from dataclasses import replace

from metrics.metric import Metric

PLACEMENTS = Metric(
    key="placements",
    label="Plaatsingen uit de doelgroep",
    unit="plaatsingen",
    unit_one="plaatsing",
    view="placements",
    formula="coalesce(sum(quantity) FILTER (registered AND counts), 0)",
    kind="flow",
    direction="up",
    rule="Elke plaatsing van iemand uit het doelgroepregister die in de periode begon, "
    "ook als zij al is geëindigd. "
    "Beschut werk, stages, vrijwilligerswerk, werkervaringsplaatsen, proefplaatsingen en leerwerkplekken "
    "tellen niet mee. Een verlenging bij dezelfde werkgever binnen 31 dagen is geen nieuwe plaatsing.",
    additive=True,
)
GARANTIEBANEN = replace(
    PLACEMENTS,
    key="garantiebanen",
    label="Garantiebanen",
    unit="garantiebanen",
    unit_one="garantiebaan",
    formula="coalesce(sum(quantity) FILTER (registered AND counts AND hours >= $hours_threshold), 0)",
    rule="Een plaatsing uit de doelgroep van minstens 25 uur per week: 25,0 telt mee, 24,99 niet. "
    "Zijn de uren onbekend, dan staat er een bandbreedte.",
)
JOBS = replace(
    PLACEMENTS,
    key="jobs",
    label="Banen van 25,5 uur",
    unit="banen van 25,5 uur",
    unit_one="baan van 25,5 uur",
    formula="coalesce(sum(quantity * hours) FILTER (registered AND counts), 0) / nullif($hours_per_job, 0)",
    rule="De weekuren van alle plaatsingen uit de doelgroep opgeteld en gedeeld door 25,5: "
    "een kleinere baan telt voor een deel, een grotere voor meer dan één.",
)
PERSONS = replace(
    PLACEMENTS,
    key="persons",
    label="Geplaatste personen",
    unit="personen",
    unit_one="persoon",
    formula="count(DISTINCT person) FILTER (registered AND counts)",
    rule="Ieder mens telt één keer, ook met twee plaatsingen. "
    "Rijen zonder persoonssleutel staan alleen in de bovengrens.",
    additive=False,
)
PLACEMENTS_ACTIVE = replace(PLACEMENTS, key="placements_active", label="Lopende plaatsingen", kind="stock")
GARANTIEBANEN_ACTIVE = replace(
    GARANTIEBANEN, key="garantiebanen_active", label="Lopende garantiebanen", kind="stock"
)
JOBS_ACTIVE = replace(JOBS, key="jobs_active", label="Lopende banen van 25,5 uur", kind="stock")
PERSONS_ACTIVE = replace(PERSONS, key="persons_active", label="Personen aan het werk", kind="stock")

# The four counting rules, by the name that the shell and the address use.
COUNTING = {"placements": PLACEMENTS, "min25": GARANTIEBANEN, "per25.5": JOBS, "persons": PERSONS}
ACTIVE = {
    "placements": PLACEMENTS_ACTIVE,
    "min25": GARANTIEBANEN_ACTIVE,
    "per25.5": JOBS_ACTIVE,
    "persons": PERSONS_ACTIVE,
}
