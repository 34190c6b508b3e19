"""Activity per pillar of the doe-agenda: constants, nothing else."""

from metrics.metric import Metric

PILLAR_PLACEMENTS = Metric(
    key="pillar_placements",
    label="Begonnen plaatsingen en stages",
    unit="plaatsingen en stages",
    unit_one="plaatsing of stage",
    view="activities",
    formula="coalesce(sum(quantity), 0)",
    kind="flow",
    direction="up",
    rule="Alle plaatsingen en stages die in de periode begonnen, van welke soort ook. "
    "De pijler is zoals geleverd; anders: een stage of iemand van praktijk- of speciaal onderwijs "
    "hoort bij onderwijs naar werk, een uitkering bij uitkering naar werk, een werkende of "
    "zelfstandige bij werk naar werk.",
    additive=True,
)
