"""The kinds of delivery: the table of the rows of each, and the view of those that count now."""

from __future__ import annotations

# Kind of delivery: the table of its rows as delivered.
KINDS = {
    name: name
    for name in (
        "placement", "internship", "vacancy", "caseload", "talk", "trajectory", "sroi",
        "indicator", "published_figure", "delivered_target", "budget", "action", "goal",
        "commitment_update",
    )
}  # fmt: skip
# Kinds that are counted as they were delivered: their view, and what it adds to the columns of the table, so
# that each has the day that places a row in time (start_date) and its municipality.
VIEWS = {
    "vacancy": ("vacancies", "CAST(opened_at AS DATE) AS start_date, municipality_work AS municipality"),
    "caseload": ("caseloads", "reference_date AS start_date"),
    "talk": ("talks", "coalesce(talk_date, invited_date) AS start_date"),
    "trajectory": ("trajectories", ""),
    "sroi": ("sroi_contracts", ""),
    "indicator": ("indicators", "period_end AS start_date"),
    "published_figure": ("published_figures", "reference_date AS start_date"),
    "delivered_target": ("delivered_targets", ""),
    "budget": ("budgets", "period_start AS start_date"),
    "action": ("actions", ""),
    "goal": ("goals", "CAST(NULL AS DATE) AS start_date, CAST(NULL AS VARCHAR) AS municipality"),
}
# As for placements: `member` says whether the municipality was of the region on that day.
_PATTERN = """
CREATE OR REPLACE MACRO {view}_known_at(known) AS TABLE
    WITH delivered AS (SELECT {columns} FROM {table} WHERE delivery_id IN (FROM known_deliveries(known)))
    SELECT delivered.*, place.subregion,
        CASE WHEN municipality IS NULL THEN NULL ELSE place.code IS NOT NULL END AS member
    FROM delivered LEFT JOIN municipality place ON place.code = municipality
        AND coalesce(start_date BETWEEN place.valid_from AND place.valid_until, false);
CREATE OR REPLACE VIEW {view} AS FROM {view}_known_at({ever});
"""
_EVER = 2**63 - 1  # later than any version, so only what is still known


def kind_views() -> str:
    """Return the SQL of a view `<view>` and a macro `<view>_known_at(version)` for each kind in VIEWS."""
    return "".join(
        _PATTERN.format(table=KINDS[kind], view=view, columns=f"*, {more}" if more else "*", ever=_EVER)
        for kind, (view, more) in VIEWS.items()
    )
