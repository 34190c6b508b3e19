"""Dutch labels of what is delivered about promises; their order is the screen's."""

PROMISE_LABELS: dict[str, dict[str, str]] = {
    "promise_status": {
        "gedaan": "gedaan",
        "loopt": "loopt",
        "te laat": "te laat",
        "geen bewijs": "geen bewijs",
        "geen getal": "geen getal",
    },
    "evidence_document": {
        "S0": "Lokaal Sociaal Akkoord",
        "S1": "Voortgangsbrief 2015",
        "S2": "Convenant Werkbedrijf",
        "S3": "Participatiestrategie 2017",
        "S4": "Regionale aanpak 2020-2022",
    },
}
