"""Internships (BBL and BOL): constants, nothing else."""

from dataclasses import replace

from metrics.metric import Metric

INTERNSHIPS = Metric(
    key="internships",
    label="Begonnen stages (BBL en BOL)",
    unit="stageplekken",
    unit_one="stageplek",
    view="internships",
    formula="coalesce(sum(quantity) FILTER (learning), 0)",
    kind="flow",
    direction="up",
    rule="Elke stage van de leerweg BBL of BOL die in de periode begon. De plaats van het leerbedrijf telt, "
    "en als die ontbreekt de woonplaats.",
    additive=True,
)
INTERNSHIPS_EXTRA = replace(
    INTERNSHIPS,
    key="internships_extra",
    label="Extra stageplekken bovenop de 60",
    unit="extra stageplekken",
    unit_one="extra stageplek",
    formula="CASE WHEN count(extra) > 0 THEN coalesce(sum(quantity) FILTER (extra AND learning), 0) "
    "ELSE greatest(coalesce(sum(quantity) FILTER (learning), 0) - $baseline, 0) END",
    rule="BBL- en BOL-stages die in de periode begonnen, min de 60 die er al waren, en nooit minder dan 0. "
    "Zegt de levering zelf welke stages extra zijn, dan gaat dat voor.",
    additive=False,
)
