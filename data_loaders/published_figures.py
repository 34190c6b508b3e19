"""Numbers as a document published them: one row each, with the document and the day they speak of."""

from __future__ import annotations

import pyarrow as pa

from data_loaders.kind import Check, Kind
from data_loaders.list_kinds import NUMBER, READERS, required_check, share_check
from data_loaders.offers import PLACES, Offer
from data_loaders.shared import column

_HIGH = "greatest(coalesce(most_high, stated_high), stated_high)"

KIND = Kind(
    key="published_figure",
    label="gepubliceerde cijfers",
    one="gepubliceerd cijfer",
    columns=(
        column("figure_id", "code", "cijfernummer|nummer cijfer|registernummer", ""),
        column("title", "text", "gepubliceerd cijfer|cijfer|titel|omschrijving", "wat het cijfer is", True),
        column("stated", "bound", "getal|waarde|minstens|ondergrens|laagste waarde", "het getal", True),
        column("most", "bound", "hooguit|bovengrens|hoogste waarde", ""),
        column("unit", "text", "eenheid", "de eenheid", True),
        column("municipality", "home", "gemeente|gemeentenaam|gemeentecode", ""),
        column("party", "known_party", "partij|lsa-partner", ""),
        column("period_start", "day", "vanaf|geteld vanaf|begin periode|startdatum", ""),
        column("reference_date", "day", "peildatum|stand op|geteld tot en met|t/m", "de peildatum", True),
        column("document", "text", "document|stuk|publicatie|brondocument", "het document", True),
        column("page", "code", "pagina|bladzijde|blz|paginanummer", ""),
        column("target", "register", "hoort bij doel|doel|doelnummer|doel uit het register", ""),
    ),
    others=(),
    needs="kolommen met het cijfer, het getal, de eenheid, de peildatum en het document",
    anchor="title",
    number="figure_id",
    period=("reference_date",),
    telling=frozenset({"document", "stated", "page"}),
    signs=frozenset({"document"}),
    counted=frozenset(),
    output=(
        ("figure_id", pa.string(), "figure_id"),
        ("title", pa.string(), "title"),
        ("low", NUMBER, "stated"),
        ("high", NUMBER, _HIGH),
        ("unit", pa.string(), "unit"),
        ("municipality", pa.string(), "municipality"),
        ("party", pa.string(), "party"),
        ("period_start", pa.date32(), "period_start"),
        ("reference_date", pa.date32(), "reference_date_high"),
        ("document", pa.string(), "document"),
        ("page", pa.string(), "page"),
        ("target", pa.string(), "target"),
    ),
    checks=(
        required_check("title", "de omschrijving"),
        required_check("stated", "het getal"),
        required_check("unit", "de eenheid"),
        required_check("reference_date", "de peildatum"),
        required_check("document", "het document"),
        Check("most", "error", "most_high < stated",
              "'de bovengrens ' || most_raw || ' is kleiner dan het getal ' || stated_raw || "
              "'. Verbeter één van beide.'", sort="bovengrens"),
        Check("stated", "error", "stated_high < stated",
              "'het eerste getal van \"' || stated_raw || '\" is groter dan het tweede. Draai ze om.'",
              sort="bovengrens"),
        Check("reference_date", "error", "reference_date_high > today",
              "'de peildatum ' || strftime(reference_date_high, '%d-%m-%Y') || ' ligt in de toekomst. "
              "Een gepubliceerd cijfer gaat over wat geweest is.'", sort="datum-toekomst"),
        share_check("stated", _HIGH),
    ),
    offers={
        "figure_id": Offer("Cijfernummer", "Een eigen nummer; leeg mag.", "C-01"),
        "title": Offer("Gepubliceerd cijfer", "Verplicht. Wat er is geteld.", "Plaatsingen in de regio"),
        "stated": Offer("Getal", "Verplicht. Zoals het stuk het geeft, ook als 40 tot 50.", "147"),
        "most": Offer("Hooguit", "Alleen als het stuk een boven- en een ondergrens geeft.", "150"),
        "unit": Offer("Eenheid", "Verplicht.", "plaatsingen"),
        "municipality": Offer("Gemeente", "Leeg als het cijfer over de regio gaat.", "Haarlem", PLACES),
        "party": Offer("Partij", "Alleen als het over één partij gaat.", "MKB Haarlem", "party"),
        "period_start": Offer("Geteld vanaf", "Leeg als het stuk dat niet zegt.", "01-01-2015"),
        "reference_date": Offer("Peildatum", "Verplicht. Tot en met welke dag is geteld.", "30-09-2015"),
        "document": Offer("Document", "Verplicht. Het stuk waar het in staat.", "Voortgangsbrief 2015"),
        "page": Offer("Pagina", "De bladzijde.", "2"),
        "target": Offer("Hoort bij doel", "Het nummer van het doel in het register.", "T-LSA-02"),
    },
    readers=READERS,
)  # fmt: skip
