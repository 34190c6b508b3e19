"""The invented world: employers, places and how often each municipality occurs.

Every company here is made up. The exceptions are public bodies and housing corporations that the
covenants name and that the product recognises as a party; their rows are made up as well.
"""

from typing import NamedTuple


class Employer(NamedTuple):
    """An employer as a supplier would write it: name, sector code, place of work (CBS code), SBI code."""

    name: str
    sector: str
    work: str
    sbi: str


HAARLEM, ZANDVOORT, HEEMSTEDE, BLOEMENDAAL = "GM0392", "GM0473", "GM0397", "GM0377"
BEVERWIJK, HEEMSKERK, VELSEN = "GM0375", "GM0396", "GM0453"
HAARLEMMERLIEDE, UITGEEST = "GM0393", "GM0450"
HAARLEMMERMEER, AMSTERDAM, CASTRICUM = "GM0394", "GM0363", "GM0383"

IJMOND = frozenset({BEVERWIJK, HEEMSKERK, VELSEN, UITGEEST})
NAMES = {
    HAARLEM: "Haarlem",
    ZANDVOORT: "Zandvoort",
    HEEMSTEDE: "Heemstede",
    BLOEMENDAAL: "Bloemendaal",
    BEVERWIJK: "Beverwijk",
    HEEMSKERK: "Heemskerk",
    VELSEN: "Velsen",
    UITGEEST: "Uitgeest",
    HAARLEMMERLIEDE: "Haarlemmerliede en Spaarnwoude",
    HAARLEMMERMEER: "Haarlemmermeer",
    AMSTERDAM: "Amsterdam",
    CASTRICUM: "Castricum",
}
ABBREVIATIONS = {
    **NAMES,
    HAARLEM: "Hlm",
    HEEMSTEDE: "Hmst",
    BLOEMENDAAL: "Bldl",
    ZANDVOORT: "Zvt",
    BEVERWIJK: "Bev",
    HEEMSKERK: "Hkk",
    VELSEN: "Vls",
}
PLACES = {
    **{code: (name,) for code, name in NAMES.items()},
    VELSEN: ("IJmuiden", "Velserbroek", "Santpoort-Noord", "Driehuis", "Velsen-Noord"),
    BLOEMENDAAL: ("Bloemendaal", "Overveen", "Bennebroek", "Aerdenhout", "Vogelenzang"),
    BEVERWIJK: ("Beverwijk", "Beverwijk", "Wijk aan Zee"),
    ZANDVOORT: ("Zandvoort", "Zandvoort", "Bentveld"),
}

# Halfway between the share in inhabitants (2022) and in people on social assistance (CBS, 2015).
WEIGHTS = {
    HAARLEM: 44.8,
    ZANDVOORT: 4.7,
    HEEMSTEDE: 5.2,
    BLOEMENDAAL: 4.2,
    BEVERWIJK: 12.1,
    HEEMSKERK: 11.0,
    VELSEN: 17.8,
    UITGEEST: 1.6,
    HAARLEMMERLIEDE: 0.8,
}


def members(year: int) -> tuple[str, ...]:
    """The municipalities of the region in a year: nine until 2016, eight in 2017-2018, seven since 2019."""
    gone = {UITGEEST} if year >= 2017 else set()
    gone |= {HAARLEMMERLIEDE} if year >= 2019 else set()
    return tuple(code for code in WEIGHTS if code not in gone)


GEMEENTE_HAARLEM = Employer("Gemeente Haarlem", "overheid", HAARLEM, "84")
PROVINCIE = Employer("Provincie Noord-Holland", "overheid", HAARLEM, "84")
CORPORATIONS = (
    Employer("Ymere", "markt", HAARLEM, "68"),
    Employer("Pre Wonen", "markt", HAARLEM, "68"),
)
LARGE = tuple(
    Employer(name, "markt", HAARLEM, sbi)
    for name, sbi in (
        ("Chocoladefabriek Zoete Duin", "10"),
        ("Drukkerij De Gouden Inktpot", "18"),
        ("Verzekeraar Veilige Haven", "65"),
        ("Zorggroep Zilverduin", "87"),
        ("Treinwerkplaats IJzeren Paard", "33"),
        ("Softwarehuis Zonder Zorgen", "62"),
        ("Warenhuis De Hoge Toren", "47"),
        ("Ziekenboeg Spaarneweelde", "86"),
    )
)
SMALL = tuple(
    Employer(name, "markt", HAARLEM, sbi)
    for name, sbi in (
        ("Café De Schele Zeemeermin", "56"),
        ("Fietsenmaker De Kromme Spaak", "95"),
        ("Bloemist Tulpenmanie", "47"),
        ("Kapsalon De Scherpe Schaar", "96"),
        ("Bakkerij Het Rijzende Deeg", "10"),
        ("Hoveniers De Groene Vinger", "81"),
    )
)
MARKET = (
    *LARGE,
    *SMALL,
    Employer("Visafslag De Zilveren Haring", "markt", VELSEN, "46"),
    Employer("Staalbouw Roodgloeiend", "markt", VELSEN, "25"),
    Employer("Rederij Windstil", "markt", VELSEN, "50"),
    Employer("Koelhuis Poolvos", "markt", VELSEN, "52"),
    Employer("Schoonmaak Blinkend & Zn", "markt", BEVERWIJK, "81"),
    Employer("Overdekte Markt Duizend Kramen", "markt", BEVERWIJK, "47"),
    Employer("Logistiek Noordpier Fantasia", "markt", BEVERWIJK, "49"),
    Employer("Kwekerij De Rode Kas", "markt", HEEMSKERK, "01"),
    Employer("Woonzorg Kasteelzicht Fictief", "markt", HEEMSKERK, "87"),
    Employer("Supermarkt De Volle Mand", "markt", HEEMSKERK, "47"),
    Employer("Strandpaviljoen Laag Water", "markt", ZANDVOORT, "56"),
    Employer("Hotel De Zeven Meeuwen", "markt", ZANDVOORT, "55"),
    Employer("Landgoed Stuifzand", "markt", BLOEMENDAAL, "93"),
    Employer("Tuincentrum Het Gouden Blad", "markt", BLOEMENDAAL, "47"),
    Employer("Autobedrijf De Vierde Versnelling", "markt", HEEMSTEDE, "45"),
    Employer("Wasserij Schuim & Stoom", "markt", HEEMSTEDE, "96"),
    Employer("Coöperatie Zonnedak Verzonnen", "markt", HAARLEM, "43"),
    Employer("Callcenter Goed Verbonden", "markt", HAARLEM, "82"),
    Employer("Kringloop Tweede Ronde", "markt", HAARLEM, "47"),
    Employer("Catering De Volle Lepel", "markt", HAARLEM, "56"),
)
GOVERNMENT = (
    Employer("Waterschap De Verzonnen Polder", "overheid", HAARLEM, "84"),
    Employer("Veiligheidsregio Luchtkasteel", "overheid", HAARLEM, "84"),
    Employer("Scholengroep Het Zandkasteel", "overheid", VELSEN, "85"),
    Employer("Belastingkantoor Blauwe Brief", "overheid", HAARLEM, "84"),
    Employer("Omgevingsdienst Schone Lucht Fictief", "overheid", BEVERWIJK, "84"),
)
HIRED_IN = (
    Employer("Uitzendbureau De Springplank", "inleen", HAARLEM, "78"),
    Employer("Detachering Vlotte Start", "inleen", BEVERWIJK, "78"),
    Employer("Flexkracht Zeewind", "inleen", VELSEN, "78"),
)
PARTY_EMPLOYERS = frozenset(e.name for e in (GEMEENTE_HAARLEM, PROVINCIE, *CORPORATIONS))


def employers(sector: str | None, year: int) -> tuple[Employer, ...]:
    """Who may employ someone: in 2015 the large and small partners appear only with their party stated."""
    if sector in ("overheid", "inleen"):
        return GOVERNMENT if sector == "overheid" else HIRED_IN
    return MARKET[len(LARGE) + len(SMALL) :] if year == 2015 else MARKET
