"""The questions of expected.json, spelled out, each with the answer of the oracle."""

from datetime import date

from sample_data import oracle
from sample_data.deliveries import Delivery
from sample_data.rows import Row

AS_OF = ("2015-09-30", "2015-10-04", "2015-11-19", "2015-12-31", "2016-12-31")
TWO_YEARS = (date(2015, 1, 1), date(2016, 12, 31))
YEAR_2015 = (date(2015, 1, 1), date(2015, 12, 31))
FOREVER = date(9999, 12, 31)

# Target -> (question, period, filters of the oracle).
PLACEMENT_TARGETS = {
    "T-LSA-01": ("garantiebanen bij de markt in de regio", TWO_YEARS, {"sector": "markt"}),
    "T-LSA-02": ("garantiebanen in de regio, alle sectoren", TWO_YEARS, {}),
    "T-LSA-02d": ("garantiebanen bij de overheid in de regio", TWO_YEARS, {"sector": "overheid"}),
    "T-LSA-03": ("plaatsingen bij de 15 grootste werkgevers", YEAR_2015, {"party": "grote-werkgevers"}),
    "T-LSA-04": ("plaatsingen bij MKB Haarlem", YEAR_2015, {"party": "mkb-haarlem"}),
    "T-LSA-05": ("garantiebanen bij de gemeente Haarlem", YEAR_2015, {"party": "gemeente-haarlem"}),
    "T-LSA-15": (
        "garantiebanen bij Ymere en Pre Wonen",
        (date(2015, 11, 19), FOREVER),
        {"party": "corporaties"},
    ),
    "T-WB-01": ("garantiebanen in de regio sinds 2019", (date(2019, 1, 1), FOREVER), {}),
}
INTERNSHIP_TARGETS = {
    "T-LSA-06": "BBL- en BOL-stages begonnen in 2015 in de regio, min 60, minstens 0",
    "T-LSA-07": "de 60 stageplaatsen die er al waren: de bron meet ze niet",
    "T-LSA-07d": "BBL- en BOL-stages begonnen in 2015 in de regio",
}
ABOUT = (
    "Antwoorden op de verzonnen leveringen. value = low = wat zeker is, high = wat kan zijn. "
    "Begonnen in de periode van het doel tot en met as_of (eerste dag en as_of tellen mee), ook als het al "
    "is afgelopen; null: as_of ligt voor het begin, of de bron meet het doel niet. Elk plaatsingsdoel heeft "
    "de vier telregels placements, min25, per25.5 en persons; welke geldt, staat bij het doel zelf."
)


def expected(files: dict[Delivery, list[Row]]) -> dict[str, object]:
    """Everything in expected.json: questions and answers, ready for json.dumps."""
    rows = {
        kind: [row for delivery, found in files.items() if delivery.kind == kind for row in found]
        for kind in ("placement", "internship")
    }
    episodes = oracle.merged(rows["placement"])
    return {
        "about": ABOUT,
        "files": {d.file_name: _file(d, found) for d, found in files.items()},
        "targets": _placement_targets(episodes) | _internship_targets(rows["internship"]),
        "published": _published(episodes, rows["internship"]),
        "municipalities": {str(year): _municipalities(episodes, year) for year in (2015, 2016)},
        "years": {str(year): _year(episodes, year) for year in range(2014, 2023)},
        "stock": {
            "question": "plaatsingen die meetellen, actief op de datum, woongemeente dan lid van de regio",
            "answers": {day: oracle.stock(episodes, date.fromisoformat(day)) for day in AS_OF},
        },
        "pillars": {
            "question": "begonnen in het jaar in de regio; placements zijn alle plaatsingen, ook regulier",
            "answers": {str(y): oracle.pillars(episodes, rows["internship"], y) for y in (2020, 2021, 2022)},
        },
    }


def _municipalities(episodes: list[Row], year: int) -> dict[str, object]:
    return {
        "question": f"begonnen in {year}, per woongemeente; onbekende woonplaats telt nergens mee",
        "answers": oracle.per_municipality(episodes, year),
    }


def _year(episodes: list[Row], year: int) -> dict[str, object]:
    return {
        "question": f"begonnen in {year} in de regio, alle sectoren",
        "answers": oracle.targeted(episodes, date(year, 1, 1), date(year, 12, 31)),
    }


def _file(delivery: Delivery, rows: list[Row]) -> dict[str, object]:
    return {
        "kind": delivery.kind,
        "supplier": delivery.supplier,
        "period": [f"{delivery.first}-01-01", f"{delivery.last}-12-31"],
        "rows": len(rows),
    }


def _placement_targets(episodes: list[Row]) -> dict[str, object]:
    targets = {}
    for key, (question, (start, end), filters) in PLACEMENT_TARGETS.items():
        dates = [*AS_OF, "2019-12-31", "2022-12-31"] if key == "T-WB-01" else AS_OF
        answers = {}
        for day in dates:
            until = min(date.fromisoformat(day), end)
            answers[day] = oracle.targeted(episodes, start, until, **filters) if until >= start else None
        targets[key] = {"question": question, "answers": answers}
    return targets


def _internship_targets(rows: list[Row]) -> dict[str, object]:
    targets = {}
    for key, question in INTERNSHIP_TARGETS.items():
        begun = {
            day: oracle.internships_begun(rows, YEAR_2015[0], min(date.fromisoformat(day), YEAR_2015[1]))
            for day in AS_OF
        }
        answers = {
            "T-LSA-06": {day: oracle.extra(n) for day, n in begun.items()},
            "T-LSA-07": dict.fromkeys(begun),
            "T-LSA-07d": begun,
        }
        targets[key] = {"question": question, "answers": answers[key]}
    return targets


def _published(episodes: list[Row], internships: list[Row]) -> dict[str, object]:
    first, week_40, letter = date(2015, 1, 1), date(2015, 10, 4), date(2015, 11, 19)
    province = oracle.targeted(episodes, first, letter, party="provincie-noord-holland")
    haarlem = oracle.targeted(episodes, first, letter, party="gemeente-haarlem")
    return {
        "R-02": {
            "question": "plaatsingen in de regio van 1 januari tot en met 4 oktober 2015 (week 40)",
            "answer": oracle.targeted(episodes, first, week_40)["placements"],
        },
        "R-03": {
            "question": "garantiebanen bij de provincie in 2015 tot en met 19 november",
            "answer": province["min25"],
        },
        "R-04": {
            "question": "garantiebanen bij de gemeente Haarlem in 2015 tot en met 19 november",
            "answer": haarlem["min25"],
        },
        "R-05": {
            "question": "extra stageplaatsen in de regio in 2015 tot en met 19 november",
            "answer": oracle.extra(oracle.internships_begun(internships, first, letter)),
        },
    }
