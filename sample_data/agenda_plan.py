"""Invented lists about the agreements: actions, money, own targets, published figures and a goal tree.

Real are the amounts of which the document is one of the sources (S3, S4); all else is made up and says so.
"""

from datetime import date

from sample_data import writers
from sample_data.extra import Extra

FICTION = "Voorbeeldgegevens: verzonnen, behalve bedragen met een bron"
SUPPLIER = "gemeente-haarlem"
REGION, HAARLEM = "regionaal", "lokaal"
P1, P2, P3, P4 = (
    "van uitkering naar werk", "van werk naar werk", "van onderwijs naar werk", "werkgelegenheid",
)  # fmt: skip
POW, CORONA = "Perspectief op Werk", "coronasteun van het Rijk"
LOCAL, ROUTINE = "gemeente", "participatiebudget"
LONG, LATER = ("01-10-2020", "31-12-2022"), ("01-01-2021", "31-12-2022")
GH, HLM = "gemeente Haarlem", "Haarlem"
ACTIONS = (
    ("R1-1", P1, REGION, "WSP", "", *LONG, "Garantiebanen blijven werven bij werkgevers",
     "garantiebanen", 300, 214, "garantiebanen", "0,4 mln", POW, "loopt"),
    ("R1-2", P1, REGION, "Paswerk", "", *LATER, "Leerwerkplekken voor mensen met bijstand",
     "leerwerkplekken", 80, 61, "plekken", "250.000", CORONA, "loopt"),
    ("R1-3", P1, REGION, "UWV", "", "01-01-2021", "31-12-2021", "Werkfit-traject voor wie lang thuis zit",
     "trajecten", 120, 120, "trajecten", "180 k", POW, "gedaan"),
    ("R2-1", P2, REGION, "WSP", "", *LONG, "Twee werkadviseurs voor jongeren die wisselen",
     "jongeren geholpen", 150, 98, "jongeren", "200.000", CORONA, "loopt"),
    ("R2-2", P2, REGION, "regionaal mobiliteitsteam", "", *LATER,
     "Eén team voor wie zijn baan verliest", "mensen geholpen", 400, 255, "personen", "1,1 mln",
     CORONA, "loopt"),
    ("R2-3", P2, REGION, "leerwerkloket", "", "01-01-2021", "30-06-2022",
     "Om- en bijscholing naar een nieuw vak", "deelnemers", 200, 87, "personen", "0,6 mln",
     CORONA, "te laat"),
    ("R3-1", P3, REGION, "Nova College", "", "01-08-2021", "31-07-2022",
     "Meer bbl-plekken in techniek en zorg",
     "bbl-plekken", 60, 44, "plekken", "", "", "loopt"),
    ("R3-2", P3, REGION, "RMC", "", *LATER, "Schoolverlaters bellen en begeleiden",
     "jongeren gesproken", 500, 430, "jongeren", "150.000", CORONA, "loopt"),
    ("R3-3", P3, REGION, "Dunamare", "", "01-09-2021", "31-12-2022",
     "Van praktijkonderwijs naar een vaste plek",
     "jongeren geplaatst", 40, 26, "jongeren", "", "", "loopt"),
    ("R4-1", P4, REGION, "VNO-NCW West", "", "01-10-2020", "31-12-2021", "Gesprekken over behoud van banen",
     "bedrijven gesproken", 100, 100, "bedrijven", "", "", "gedaan"),
    ("R4-2", P4, REGION, "gemeente Velsen", "Velsen", *LATER, "Techniekhuis IJmond openen",
     "geopend", "", "", "", "0,3 mln", LOCAL, "niet begonnen"),
    ("H-1", P1, HAARLEM, GH, HLM, "01-07-2020", "31-12-2021",
     "Sneller hulp aan nieuwe mensen in de bijstand", "mensen gesproken", 600, 512, "personen", "",
     ROUTINE, "gedaan"),
    ("H-2", P2, HAARLEM, GH, HLM, "01-06-2020", "30-09-2021",
     "Tozo uitvoeren en helpen naar ander werk", "mensen benaderd", 800, 640, "personen", "0,2 mln",
     LOCAL, "gedaan"),
    ("H-3", P4, HAARLEM, GH, HLM, "01-09-2020", "31-03-2021",
     "Bijeenkomst over geldzaken voor zzp'ers", "deelnemers", 60, 74, "personen", "15.000", LOCAL, "gedaan"),
    ("H-4", "", HAARLEM, GH, HLM, *LATER,
     "Schulden vroeg zien en oplossen", "huishoudens geholpen", 250, 190, "huishoudens", "",
     ROUTINE, "loopt"),
    ("H-5", P3, HAARLEM, GH, HLM, *LATER,
     "Stages bij de gemeente zelf", "stages", 30, 33, "stages", "", LOCAL, "loopt"),
)  # fmt: skip
_S3, _S4 = "Besluit participatie 2017, bijlage", "Regionale aanpak 2020-2022"
_REINTEGRATION = ("4.579.846", "4.790.471", "4.928.576", "5.325.271")
BUDGETS = (
    *((first + place, "Re-integratie", "participatiestrategie", "beschikbaar", amount, "Rijk", _S3,
       f"{first} tot en met {first + 3}")  # the document gives four amounts under five years
      for first in (2018, 2017) for place, amount in enumerate(_REINTEGRATION)),
    *((2018 + place, "Re-integratie", "participatiestrategie", "besteed", amount, "Rijk", "verzonnen", "")
      for place, amount in enumerate(("4,4 mln", "4,6 mln", "4,5 mln", "5,1 mln"))),
    (2020, "Tozo 2", "doe-agenda", "beschikbaar", "0,2 mln", LOCAL, _S4, ""),
    (2020, "Tozo 2", "doe-agenda", "besteed", "0,15 mln", LOCAL, "verzonnen", ""),
    (2020, "Overschot BUIG", "doe-agenda", "beschikbaar", "0,5-1,0 mln", "Rijk", _S4, ""),
    (2021, "Overschot BUIG", "doe-agenda", "besteed", "0,6 mln", "Rijk", "verzonnen", ""),
    *((year, POW, "doe-agenda", measure, amount, "Rijk", "verzonnen", "")
      for year, measure, amount in ((2020, "beschikbaar", "1,0 mln"), (2020, "besteed", "0,3 mln"),
                                    (2021, "beschikbaar", "1,0 mln"), (2021, "besteed", "0,7 mln"))),
    *((year, CORONA, "doe-agenda", measure, amount, "Rijk", "verzonnen", "")
      for year, measure, amount in ((2021, "beschikbaar", "2,4 mln"), (2021, "besteed", "1,3 mln"),
                                    (2022, "beschikbaar", "1,6 mln"), (2022, "besteed", "1,2 mln"))),
)  # fmt: skip
TARGETS = (
    ("VB-1", "Voorbeeld: garantiebanen, Haarlem", "garantiebanen", 320, "garantiebanen", "Haarlem"),
    ("VB-2", "Voorbeeld: garantiebanen, Velsen", "garantiebanen", 140, "garantiebanen", "Velsen"),
    ("VB-3", "Voorbeeld: plaatsingen, Beverwijk", "plaatsingen", 110, "plaatsingen", "Beverwijk"),
)
FIGURES = (
    ("Garantiebanen sinds 2015", 360, "garantiebanen", "", "01-01-2015", "31-12-2016", "12", "T-LSA-02"),
    ("Garantiebanen in Haarlem", "40 tot 50", "garantiebanen", "Haarlem", "01-01-2020",
     "31-12-2021", "13", ""),
    ("WW-uitkeringen in de regio", 4800, "uitkeringen", "", "", "31-12-2021", "3", ""),
)
TREE = (
    ("1", "", "strategisch", "Meer mensen doen mee en werken", "", ""),
    ("1.1", "1", "strategisch", "Minder mensen in de bijstand", "bijstand", ""),
    ("1.2", "1", "strategisch", "Garantiebanen in de regio", "garantiebanen", "T-LSA-02"),
    ("1.3", "1", "strategisch", "Minder jongeren stoppen met school", "vsv", ""),
    ("2", "1", "tactisch", "De programma's leveren", "", ""),
    ("2.1", "2", "tactisch", "Plaatsingen per pijler", "plaatsingen per pijler", ""),
    ("2.2", "2", "tactisch", "Extra stages", "extra stages", "T-LSA-06"),
    ("2.3", "2", "tactisch", "Iedereen een participatiegesprek", "", "T-H17-01"),
    ("2.4", "2", "tactisch", "Meer effect van social return", "", "T-LSA-11"),
    ("3", "2", "operationeel", "De uitvoering loopt", "", ""),
    ("3.1", "3", "operationeel", "Kandidaten binnen 72 uur", "", "T-LSA-08"),
    ("3.2", "3", "operationeel", "Vacatures in beeld", "vacatures", ""),
)


def _file(title: str, name: str, kind: str, days: tuple[date, date], heads: str, rows: list[list]) -> Extra:
    grid: writers.Grid = [[title], [FICTION], [], heads.split("|"), *rows]
    data = writers.xlsx(grid, name.split(".")[0].split(" ")[0], bold_rows=(1, 4))
    return Extra(name, kind, SUPPLIER, *days, len(rows), data)


def _years(first: int, last: int) -> tuple[date, date]:
    return date(first, 1, 1), date(last, 12, 31)


def _blank(values: tuple) -> list:
    return [None if value == "" else value for value in values]


def agenda_files() -> tuple[Extra, ...]:
    """The lists, as workbooks that Haarlem would deliver."""
    acts = [_blank((a[0], a[7], *a[1:7], *a[8:], "31-12-2021")) for a in ACTIONS]
    money = [_blank((*row[:3], "Haarlem", *row[3:])) for row in BUDGETS]
    own = [[*row[:2], "regionale aanpak 2020-2022", *row[2:], "01-01-2020", "31-12-2022", "ambitie",
            "Voorbeeld, geen besluit"] for row in TARGETS]  # fmt: skip
    stated = [_blank((*row[:6], "Verzonnen jaarbericht 2021", *row[6:])) for row in FIGURES]
    tree = [_blank((*row, place)) for place, row in enumerate(TREE, start=1)]
    always = date(1900, 1, 1), date(9999, 12, 31)
    return (
        _file("Gemeente Haarlem: acties van de doe-agenda", "Acties doe-agenda 2020-2022.xlsx", "action",
              _years(2020, 2022), "Actienummer|Actie|Pijler|Schaal|Trekker|Gemeente|Startdatum|Einddatum|"
              "Indicator|Streefwaarde|Gerealiseerd|Eenheid|Bedrag|Geldbron|Status|Peildatum", acts),
        _file("Gemeente Haarlem: budgetten", "Budgetten 2017-2022.xlsx", "budget", _years(2017, 2022),
              "Begrotingsjaar|Budgetpost|Akkoord|Gemeente|Soort bedrag|Bedrag in euro|Geldbron|Document|"
              "Lezing",
              money),
        _file("Gemeente Haarlem: doelen per gemeente", "Doelen per gemeente 2020-2022.xlsx",
              "delivered_target", _years(2020, 2022), "Doelnummer|Doel|Akkoord|Gemeten met|Streefwaarde|"
              "Eenheid|Gemeente|Startdatum|Einddatum|Soort doel|Document", own),
        _file("Gemeente Haarlem: gepubliceerde cijfers", "Gepubliceerde cijfers jaarbericht.xlsx",
              "published_figure", (date(2016, 12, 31), date(2021, 12, 31)),
              "Gepubliceerd cijfer|Getal|Eenheid|Gemeente|Geteld vanaf|Peildatum|Document|Pagina|"
              "Hoort bij doel", stated),
        _file("Gemeente Haarlem: doelenboom", "Doelenboom.xlsx", "goal", always,
              "Knoop|Valt onder|Niveau|Doel|Gemeten met|Doel uit het register|Volgorde", tree),
    )  # fmt: skip
