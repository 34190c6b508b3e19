"""The columns of every layout: heading, canonical field, and how the supplier writes a value.

Headings come from the synonyms that the loaders know, with one candidate per field; what a layout does not
list, its files do not say.
"""

from collections.abc import Callable
from typing import NamedTuple

from sample_data import cells
from sample_data.rows import Row


class Column(NamedTuple):
    """One column of a layout."""

    heading: str
    field: str
    write: Callable[[object], object] = lambda value: value
    whole_row: bool = False


def words(table: dict[str, str]) -> Callable[[object], object]:
    """Writer of a code in the supplier's words."""
    return lambda value: cells.word(table, value)


def town(row: Row) -> str | None:
    """A town, the same one every time for the same row."""
    return cells.place(row["home"], row["start"].day)


WSP_FIRST = (
    Column("Matchnr", "placement_id"),
    Column("Kandidaatnr", "person"),
    Column("Datum plaatsing", "start"),
    Column("Einde contract", "end"),
    Column("Uren per week", "hours", cells.hours_number, whole_row=True),
    Column("Soort plaatsing", "job_type", words(cells.JOB_WORDS)),
    Column("Sector", "sector"),
    Column("Doelgroepregister", "in_register", cells.yes("J", "N")),
    Column("Woongemeente", "home", cells.name),
    Column("Werkgever", "employer"),
    Column("Kanaal", "channel", words(cells.CHANNEL_WORDS)),
    Column("Doelgroep", "target_group", words(cells.GROUP_WORDS)),
)
WSP_SECOND = (
    Column("Plaatsingsnr", "placement_id"),
    Column("Werkgever", "employer"),
    Column("Markt/overheid", "sector"),
    Column("Branche", "sbi"),
    Column("Kandidaatnummer", "person"),
    Column("Woonplaats", "home", town, whole_row=True),
    Column("Plaatsingsdatum", "start"),
    Column("Contract tot", "end"),
    Column("Uren/week", "hours", cells.hours_number, whole_row=True),
    Column("Soort baan", "job_type", words(cells.JOB_WORDS_AGREEMENT)),
    Column("In doelgroepregister", "in_register", cells.yes("ja", "nee")),
    Column("Uitkeringssoort", "target_group", words(cells.GROUP_WORDS)),
)
WSP_THIRD = (
    Column("Matchnummer", "placement_id"),
    Column("Kandidaat-id", "person"),
    Column("Startdatum plaatsing", "start"),
    Column("Einddatum contract", "end"),
    Column("Aantal uren", "hours", cells.hours_number, whole_row=True),
    Column("Plaatsingsvorm", "job_type", words(cells.JOB_WORDS)),
    Column("Tijdelijk/vast", "contract_kind"),
    Column("Doelgroep", "target_group", words(cells.GROUP_WORDS)),
    Column("Indicatie banenafspraak", "in_register", cells.yes("Ja", "Nee")),
    Column("Gemeente kandidaat", "home", cells.name),
    Column("Gemeente werkgever", "work", cells.name),
    Column("Naam werkgever", "employer"),
    Column("Type werkgever", "sector"),
    Column("Bemiddeld door", "channel", words(cells.CHANNEL_WORDS)),
)


def _pasmatch_columns(date_writer: Callable[[object], object]) -> tuple[Column, ...]:
    return (
        Column("Clientnr", "person"),
        Column("Trajectnr", "placement_id"),
        Column("Gem", "home", cells.abbreviation),
        Column("Regeling", "job_type", words(cells.JOB_WORDS)),
        Column("Klantgroep", "target_group", words(cells.GROUP_WORDS)),
        Column("Lbr", "in_register", cells.yes("j", "n")),
        Column("Indienst", "start", date_writer),
        Column("Uit dienst", "end", date_writer),
        Column("Contracturen", "hours", cells.hours_comma, whole_row=True),
        Column("Bedrijf", "employer"),
        Column("Sector banenafspraak", "sector"),
    )


PASMATCH_WORKBOOK = _pasmatch_columns(lambda day: day)
PASMATCH_TEXT = _pasmatch_columns(cells.day_month_year)
LSA_PARTNER = Column("LSA-partner", "party", words(cells.PARTY_WORDS))
PILLAR = Column("Pijler", "pillar", words(cells.PILLAR_WORDS))
IJMOND = (
    Column("Klantnr", "person", lambda number: number and f"IJW{number}"),
    Column("Dossiernr", "placement_id"),
    Column("Bijstandsgemeente", "home", cells.abbreviation),
    Column("Uitstroomrichting", "job_type", words(cells.JOB_WORDS_AGREEMENT)),
    Column("Grondslag", "target_group", words(cells.GROUP_WORDS)),
    Column("Startdatum", "start", cells.day_month_year),
    Column("Einddatum", "end", cells.endless),
    Column("Uren", "hours", cells.hours_words, whole_row=True),
    Column("Organisatie", "employer"),
    Column("Soort werkgever", "sector"),
    Column("DGR", "in_register", cells.yes("waar", "onwaar")),
)
UWV = (
    Column("REGISTRATIENUMMER", "placement_id"),
    Column("PERSOON_ID", "person"),
    Column("GEMEENTECODE", "home", cells.bare_code),
    Column("DATUM AANVANG", "start", cells.iso),
    Column("DATUM EINDE", "end", cells.iso),
    Column("URENOMVANG", "hours", cells.hours_point, whole_row=True),
    Column("SOORT DIENSTVERBAND", "job_type", words(cells.JOB_WORDS)),
    Column("WET", "target_group", words(cells.GROUP_WORDS)),
    Column("INDICATIE DOELGROEPENREGISTER", "in_register", cells.yes("1", "0")),
    Column("WERKGEVER", "employer"),
    Column("CATEGORIE WERKGEVER", "sector"),
)
AGROS = (
    Column("Nr", "placement_id"),
    Column("Categorie", "target_group", words(cells.GROUP_WORDS)),
    Column("Plaats", "home", town, whole_row=True),
    Column("Geplaatst op", "start", cells.day_month_word),
    Column("Tot en met", "end", cells.day_month_word),
    Column("Uren p/w", "hours", cells.hours_number, whole_row=True),
    Column("Vorm", "job_type", words(cells.JOB_WORDS)),
    Column("Doelgroep banenafspraak", "in_register", cells.yes("Ja", "Nee")),
    Column("Bedrijfsnaam", "employer"),
    Column("Sector", "sector"),
)
IKH = (
    Column("Ref", "internship_id"),
    Column("Leerbedrijf", "employer"),
    Column("Vestigingsplaats", "work", cells.name),
    Column("Leerweg", "track", str.upper),
    Column("Niveau", "level"),
    Column("Aantal", "quantity"),
    Column("Begindatum", "start"),
    Column("Einddatum", "end"),
    Column("Uren per week", "hours", cells.hours_number, whole_row=True),
    Column("Woonplaats", "home", town, whole_row=True),
    Column("School", "school"),
)
NOVA_CSV = (
    Column("Volgnr", "internship_id"),
    Column("Deelnemernr", "person"),
    Column("Gemeentecode", "home"),
    Column("Crebo", "crebo"),
    Column("Leerweg", "track", str.upper),
    Column("Niveau", "level"),
    Column("Startdatum", "start", cells.iso),
    Column("Einddatum", "end", cells.iso),
    Column("Stagebedrijf", "employer"),
    Column("Aantal uren", "hours", cells.hours_point, whole_row=True),
)
NOVA_XLSX = (
    Column("Deelnemersnummer", "person"),
    Column("Gemeentecode", "home", cells.bare_code),
    Column("Crebocode", "crebo"),
    Column("Leerweg", "track", str.upper),
    Column("Mbo-niveau", "level"),
    Column("Onderwijsinstelling", "school"),
    Column("Begindatum", "start"),
    Column("Einddatum", "end"),
    Column("Leerbedrijf", "employer"),
    Column("Uren per week", "hours", cells.hours_number, whole_row=True),
)
