"""Which rows go into which file, and what each file can say: the step between the plan and the layouts."""

from random import Random
from typing import NamedTuple

from sample_data.choices import YEARS
from sample_data.internships_plan import InternshipPlanner
from sample_data.placements_plan import Planner
from sample_data.renewals import renewals
from sample_data.rows import INTERNSHIP_FIELDS, PLACEMENT_FIELDS, Row

SEED = 20151119


class Delivery(NamedTuple):
    """One file: its name, kind, supplier, first and last year, and the layout that writes it."""

    file_name: str
    kind: str
    supplier: str
    first: int
    last: int
    layout: str

    @property
    def years(self) -> str:
        """The period as a title says it: "2015" or "1-1-2014 t/m 31-12-2016"."""
        return str(self.first) if self.first == self.last else f"1-1-{self.first} t/m 31-12-{self.last}"


def _wsp(year: int) -> Delivery:
    layout = "wsp-2014" if year < 2017 else "wsp-2017" if year < 2020 else "wsp-2020"
    layout = {2015: "wsp-2015", 2021: "wsp-2021", 2022: "wsp-2021"}.get(year, layout)
    return Delivery(f"WSP plaatsingen {year}.xlsx", "placement", "wsp", year, year, layout)


DELIVERIES = (
    *(_wsp(year) for year in YEARS),
    Delivery("Pasmatch 2014-2016.xls", "placement", "pasmatch", 2014, 2016, "pasmatch-xls"),
    Delivery(
        "Pasmatch 01-01-2017 tot en met 31-12-2019.csv", "placement", "pasmatch", 2017, 2019, "pasmatch-csv"
    ),
    Delivery(
        "Pasmatch 01-01-2020 tot en met 31-12-2022.csv", "placement", "pasmatch", 2020, 2022, "pasmatch-csv"
    ),
    Delivery("IJmond Werkt 2014-01-01 tot 2016-12-31.csv", "placement", "ijmond-werkt", 2014, 2016, "ijmond"),
    Delivery("IJmond Werkt 2017-01-01 tot 2019-12-31.csv", "placement", "ijmond-werkt", 2017, 2019, "ijmond"),
    Delivery("IJmond Werkt 2020-01-01 tot 2022-12-31.csv", "placement", "ijmond-werkt", 2020, 2022, "ijmond"),
    Delivery("UWV plaatsingen 2014-01-01 - 2018-12-31.csv", "placement", "uwv", 2014, 2018, "uwv"),
    Delivery("UWV plaatsingen 2019-01-01 - 2022-12-31.csv", "placement", "uwv", 2019, 2022, "uwv"),
    Delivery("Agros jongeren 2015-2022.xlsx", "placement", "agros", 2015, 2022, "agros"),
    Delivery("IKH stagebureau 2014-2018.ods", "internship", "ikh-stagebureau", 2014, 2018, "ikh"),
    Delivery("IKH stagebureau 2019-2022.ods", "internship", "ikh-stagebureau", 2019, 2022, "ikh"),
    Delivery(
        "Nova College BPV 01-01-2014 tot en met 31-12-2018.csv",
        "internship",
        "nova-college",
        2014,
        2018,
        "nova-csv",
    ),
    Delivery("Nova College BPV 2019-2022.xlsx", "internship", "nova-college", 2019, 2022, "nova-xlsx"),
)


def all_placements() -> list[Row]:
    """Every invented placement by start date, with everything its supplier knows. Same seed, same rows."""
    planner = Planner(Random(SEED))
    rows = [planner.with_pillar(row) for year in YEARS for row in planner.year(year)]
    rows.sort(key=lambda row: row["start"])
    for number, row in enumerate(rows, start=1):
        row["placement_id"] = f"P{row['start'].year % 100}-{number:04d}"
    return sorted(rows + renewals(rows), key=lambda row: (row["start"], row["placement_id"]))


def all_internships() -> list[Row]:
    """Every invented internship by start date. Same seed, same rows."""
    planner = InternshipPlanner(Random(SEED + 1))
    rows = sorted((row for year in YEARS for row in planner.year(year)), key=lambda row: row["start"])
    for number, row in enumerate(rows, start=1):
        row["internship_id"] = f"S{number:04d}"
    return rows


def rows_of(delivery: Delivery, rows: list[Row], carried: frozenset[str]) -> list[Row]:
    """The rows of one file as the file states them: a field that the layout does not carry is None."""
    fields = PLACEMENT_FIELDS if delivery.kind == "placement" else INTERNSHIP_FIELDS
    kept = carried | {"supplier"}
    return [
        {field: row[field] if field in kept else None for field in fields}
        for row in rows
        if row["supplier"] == delivery.supplier and delivery.first <= row["start"].year <= delivery.last
    ]
