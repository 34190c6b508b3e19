"""An invented list of what became of promises; every text in it says that it is made up."""

from datetime import date

from sample_data import writers
from sample_data.extra import Extra

FILE = "Afspraken stand 2021.xlsx"
HEADS = (
    "Toezegging", "Peildatum", "Status", "Eigenaar", "Bewijs", "Stuk", "Regels", "Volgende stap",
    "Datum volgende stap",
)  # fmt: skip
DAY = "31-12-2021"
SEEN = "verzonnen: vastgesteld in een verslag dat niet bestaat"
RUNS = "verzonnen: er wordt aan gewerkt"
NOT_YET = "verzonnen: op de afgesproken datum nog niet klaar"
ROWS = (
    ("A-IKH-02", "gedaan", "Industriekring Haarlem", SEEN, "Voortgangsbrief 2015", "71", "", ""),
    ("A-MKB-02", "gedaan", "MKB Haarlem", SEEN, "", "", "", ""),
    ("A-MKB-06", "te laat", "MKB Haarlem", NOT_YET, "", "", "verzonnen: alsnog plannen", "01-03-2022"),
    ("A-GH-08", "gedaan", "gemeente Haarlem", SEEN, "", "", "", ""),
    ("A-GH-12", "gedaan", "gemeente Haarlem", SEEN, "", "", "", ""),
    ("A-EXT-01", "gedaan", "UWV", SEEN, "Convenant Werkbedrijf", "86-90", "", ""),
    ("A-CV-01", "loopt", "Werkbedrijf", RUNS, "", "", "verzonnen: agenda voor 2022 maken", "31-01-2022"),
    ("A-CV-02", "loopt", "Werkbedrijf", RUNS, "", "", "verzonnen: plan bespreken", "31-03-2022"),
    ("A-CV-03", "loopt", "WSP", RUNS, "", "", "", ""),
    ("A-BT-01", "loopt", "bestuur Werkbedrijf", RUNS, "", "", "verzonnen: cijfers leveren", "31-03-2022"),
    ("A-BT-02", "loopt", "bestuur Werkbedrijf", RUNS, "", "", "", ""),
    ("A-VNO-05", "loopt", "VNO-NCW West en AWVN", RUNS, "", "", "", ""),
    ("A-UWV-06", "loopt", "UWV", RUNS, "", "", "verzonnen: één nummer voor werkgevers", "30-06-2022"),
    ("A-UWV-08", "gedaan", "UWV", SEEN, "", "", "", ""),
    ("A-GEM-05", "loopt", "zeven gemeenten", RUNS, "", "", "", ""),
    ("A-GEM-10", "gedaan", "raden van de zeven gemeenten", SEEN, "", "", "", ""),
    ("A-H17-05", "gedaan", "gemeente Haarlem", SEEN, "Participatiestrategie 2017", "135-143", "", ""),
    ("A-H17-11", "te laat", "gemeente Haarlem", NOT_YET, "", "", "verzonnen: voorstel aan de raad",
     "01-06-2022"),
    ("A-RAA-01", "loopt", "regio", RUNS, "", "", "verzonnen: stand per pijler", "01-04-2022"),
    ("A-RAA-05", "gedaan", "gemeente Haarlem", SEEN, "", "", "", ""),
    ("A-RAA-08", "loopt", "gemeente Haarlem", RUNS, "", "", "", ""),
    ("A-RAA-14", "loopt", "gemeente Haarlem", RUNS, "", "", "verzonnen: cijfers bij de jaarstukken",
     "01-05-2022"),
)  # fmt: skip


def promise_files() -> tuple[Extra, ...]:
    """The list, as a workbook that Haarlem would deliver."""
    rows = [[row[0], DAY, *(cell or None for cell in row[1:])] for row in ROWS]
    grid: writers.Grid = [
        ["Gemeente Haarlem: afspraken"], ["Voorbeeldgegevens: verzonnen"], [], list(HEADS), *rows,
    ]  # fmt: skip
    data = writers.xlsx(grid, "Afspraken", bold_rows=(1, 4))
    days = (date(2021, 1, 1), date(2021, 12, 31))
    return (Extra(FILE, "commitment_update", "gemeente-haarlem", *days, len(rows), data),)
