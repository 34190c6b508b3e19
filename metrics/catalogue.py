"""All metrics by key."""

from metrics import internships, pillars, placements
from metrics.metric import Metric

METRICS: dict[str, Metric] = {
    metric.key: metric
    for module in (placements, internships, pillars)
    for metric in vars(module).values()
    if isinstance(metric, Metric)
}
