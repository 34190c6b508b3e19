"""Dutch labels of the codes of series, budgets, actions and goals; their order is the screen's."""

SERIES_LABELS: dict[str, dict[str, str]] = {
    "state": {
        "bekend": "bekend",
        "geheim": "geheim",
        "nihil": "nul",
        "nvt": "niet van toepassing",
        "onder-grens": "onder de grens",
        "onbekend": "onbekend",
    },
    "source": {"cbs": "CBS", "uwv": "UWV", "duo": "DUO", "anders": "anders"},
    "budget_measure": {
        "begroot": "begroot",
        "beschikbaar": "beschikbaar",
        "besteed": "besteed",
        "gedekt": "gedekt",
    },
    "action_level": {"regionaal": "regionaal", "lokaal": "lokaal"},
    "action_status": {
        "gedaan": "gedaan",
        "loopt": "loopt",
        "te-laat": "te laat",
        "niet-begonnen": "niet begonnen",
        "gestopt": "gestopt",
    },
    "goal_level": {
        "strategisch": "strategisch",
        "tactisch": "tactisch",
        "operationeel": "operationeel",
    },
    "metric": {
        "placements": "plaatsingen",
        "garantiebanen": "garantiebanen",
        "jobs": "banen van 25,5 uur",
        "persons": "personen",
        "internships": "stages",
        "internships_extra": "extra stages",
        "pillar_placements": "plaatsingen per pijler",
    },
}
