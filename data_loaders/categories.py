"""Words of a delivery read as the codes that are stored: kind of job, sector, channel, target group, …"""

from __future__ import annotations

import re
from functools import cache

from data_loaders.columns import key, split_synonyms, words
from data_loaders.values import (
    MISSING,
    NO,
    NOTHING,
    YES,
    Reader,
    Reading,
    cell_error,
    doubtful,
    wrong,
)
from reference.load import ambiguous_places, dutch_municipalities, normalise_place, parties, places

# Code, and how deliveries write it. The code itself is always understood.
JOB_TYPES = {
    "garantiebaan": "garantiebanen|banenafspraak|baanafspraak|afspraakbaan|baan banenafspraak",
    "regulier": "reguliere baan|regulier werk|betaald werk|betaalde baan|arbeidsovereenkomst",
    "beschut": "beschut werk|beschut werken|nieuw beschut|nieuw beschut werk|wsw beschut",
    "werkervaringsplaats": "wep|werkervaring|werkervaringsplek|werkervaringplaats|participatieplaats",
    "proefplaatsing": "proef|proefplaats|pp|proefplaatsing tbv loonwaardebepaling",
    "leerwerkplek": "leerwerkplaats|leerwerkbaan|leerwerktraject|leer werkplek|leerwerkplekken|lwp",
    "bbl": "bbl plaats|bbl baan|beroepsbegeleidende leerweg",
    "stage": "stageplaats|stageplek|bol stage|bpv",
    "vrijwilligerswerk": "vrijwilliger|vrijwillig|vrijwilligers werk|vrijwilligersplek",
    "detachering": "detachering wsw|gedetacheerd|detacheren|wsw detachering|groepsdetachering|det",
    "uitzend": "uitzendbaan|uitzendwerk|uitzendcontract|uitzendkracht|uitzendplaatsing|uitzenden",
    "wsw-begeleid-werken": "begeleid werken|bw|wsw bw|begeleid werken wsw|wsw begeleid werken",
    "loonkostensubsidie": "lks|baan met lks|baan met loonkostensubsidie|loonkosten subsidie",
}
SECTORS = {
    "markt": "marktsector|bedrijfsleven|particulier|privaat|profit|m",
    "overheid": "overheidswerkgever|overheidssector|onderwijs|onderwijs(overheid)|publiek|o",
    "inleen": "inleenverband|ingeleend|inlenen|uitzend|detachering|i",
}
CHANNELS = {
    "wsp": "werkgeversservicepunt|werkgevers service punt|wsp zkij|wsp zuid-kennemerland en ijmond",
    "pasmatch": "pas match|pasmatch haarlem",
    "paswerk": "pas werk|werkpas|werkpas holding|sw-bedrijf paswerk",
    "ijmond-werkt": "ijmond werkt!|ijmondwerkt|ijw|ijmond werkt! bv",
    "uwv": "uwv werkbedrijf|uwv werkplein",
    "agros": "agros re-integratie",
    "leerplein": "leer/werkplein|leerwerkplein|leer werkplein zijlsingel",
    "ikh-stagebureau": "ikh|stagebureau|stagebureau ikh|ikh stagebureau",
    "commercieel": "uitzendbureau|commercieel bureau|uitzend|bemiddelingsbureau|randstad|commerciele bureaus",
    "wijkteam": "sociaal wijkteam|wijkteams|swt",
    "haarlemse-keten": "haarlemse keten|keten",
    "sroi": "social return|sroi inkoop|inkoop",
    "werk-nl": "werk.nl|werknl",
    "zelf": "eigen kracht|zelf gevonden|zelfstandig gevonden|eigen initiatief|client zelf",
    "overig": "overige|anders|ander",
}
TARGET_GROUPS = {
    "participatiewet": "p-wet|pw|p wet|bijstand|wwb|participatie wet|bijstandsgerechtigd|abw|pwet",
    "wajong": "wajong 2010|wajong 2015|owajong|jonggehandicapt|jonggehandicapten|wajonger",
    "wia": "wga|iva|wia wga|wga wia",
    "wao": "wao waz",
    "ww": "werkloosheidswet|ww uitkering",
    "ioaw": "",
    "ioaz": "",
    "nug": "nugger|nuggers|niet uitkeringsgerechtigd|niet-uitkeringsgerechtigde|nug er",
    "wsw": "wsw indicatie|sw|wsw geindiceerd|oude wsw",
    "wiw-id": "wiw|id-baan|id|id baan|wiw/id|wiw id baan",
    "statushouder": "statushouders|vergunninghouder",
    "50-plus": "50+|50plus|50-plusser|50-plussers|ouderen",
    "ex-gedetineerde": "ex-gedetineerden|exgedetineerd|ex gedetineerd",
    "pro": "praktijkonderwijs|pro school|praktijk onderwijs",
    "vso": "voortgezet speciaal onderwijs|vso zmlk",
    "mbo1": "mbo 1|mbo niveau 1|entree|entreeopleiding|mbo-1",
    "werkend": "werkende|werkenden|in dienst|werk naar werk",
    "zelfstandig": "zzp|zzp-er|zzper|zelfstandige|zelfstandigen|ondernemer",
}
PILLARS = {
    "uitkering-naar-werk": "van uitkering naar werk|uitkering|uitkering werk",
    "werk-naar-werk": "van werk naar werk",
    "onderwijs-naar-werk": "van onderwijs naar werk|onderwijs|school naar werk",
    "werkgelegenheid": "behoud werkgelegenheid|werkgelegenheid behouden",
}
PARTIES = {
    "grote-werkgevers": "15 grootste werkgevers|15 grootste|grote werkgevers|grootste werkgevers",
    "mkb-haarlem": "mkb|mkb haarlem",
    "ikh": "industriekring haarlem|industriekring|industriekring haarlem ikh",
    "gemeente-haarlem": "gemeente|haarlem|gem haarlem",
    "corporaties": "corporatie|woningcorporatie|woningcorporaties|ymere|pre wonen",
    "provincie-noord-holland": "provincie|provincie nh|noord holland",
    "anders": "ander|overig|overige|geen partij|andere werkgever",
}
TRACKS = {
    "bbl": "beroepsbegeleidend|beroepsbegeleidende leerweg|deeltijd|mbo bbl",
    "bol": "beroepsopleidend|beroepsopleidende leerweg|voltijd|mbo bol|bol vt|bol dt",
    "col": "", "cbl": "", "ovo": "", "ex": "extraneus|examendeelnemer",
}  # fmt: skip
UNKNOWN_WORDS = MISSING | {"onbekend/anders", "niet van toepassing", "nog niet bekend", "overig/onbekend"}


def category(codes: dict[str, str], what: str) -> Reader:
    """Return a reader of one list of codes; a word that isn't in it is told and stays unknown."""
    known = {key(word): code for code, text in codes.items() for word in (code, *split_synonyms(text))}

    def read(text: str, heading: str = "") -> Reading:
        if text.lower() in UNKNOWN_WORDS:
            return NOTHING
        if cell_error(text):
            return wrong(cell_error(text) or "")
        code = known.get(key(text)) or known.get(key(re.sub(r"\([^)]*\)", " ", text)))
        if code:
            return Reading(code, code)
        return doubtful(f'{what} "{text}" is niet bekend en blijft onbekend.', group=text)

    return read


read_job_type = category(JOB_TYPES, "de soort baan")
read_channel = category(CHANNELS, "het kanaal")
read_target_group = category(TARGET_GROUPS, "de doelgroep")
read_pillar = category(PILLARS, "de pijler")
read_track = category(TRACKS, "de leerweg")
_read_sector = category(SECTORS, "de sector")
_read_contract = category({"tijdelijk": "bepaald|bepaalde tijd|bep|t|tijd", "vast": ""}, "het soort contract")
_PERMANENT = frozenset({"onbepaald", "onbepaaldetijd", "onbep", "v", "o", "vastcontract"})
_read_party = category(PARTIES, "de partij")


def read_sector(text: str, heading: str = "") -> Reading:
    """Read markt, overheid or inleen; under 'overheid j/n' yes is overheid and no is markt."""
    if "overheid" in words(heading) and "markt" not in words(heading) and text.lower() in YES | NO:
        code = "overheid" if text.lower() in YES else "markt"
        return Reading(code, code)
    return _read_sector(text)


def read_contract(text: str, heading: str = "") -> Reading:
    """Read vast or tijdelijk, also a term ("6 maanden"), or yes and no under 'vast' or 'bepaalde tijd'."""
    about = key(heading)
    if text.lower() in YES | NO and about in {"vast", "onbepaaldetijd", "bepaaldetijd"}:
        code = "vast" if (text.lower() in YES) == (about != "bepaaldetijd") else "tijdelijk"
        return Reading(code, code)
    if key(text) in _PERMANENT:
        return Reading("vast", "vast")
    if re.match(r"\d+([.,]\d+)?\s*(jaar|jr|maand|mnd|mdn|week|weken|wk|dag)", text.lower()):
        return Reading("tijdelijk", "tijdelijk")
    return _read_contract(text)


def read_level(text: str, heading: str = "") -> Reading:
    """Read a level of vocational education, 1 to 4; entree is 1, and more than one level stays unknown."""
    if text.lower() in UNKNOWN_WORDS:
        return NOTHING
    if cell_error(text):
        return wrong(cell_error(text) or "")
    entree = key(heading) == "entree" and text.lower() in YES
    if entree or key(text) in {"entree", "entreeopleiding", "mboentree"}:
        return Reading(1, 1)
    if key(heading) == "entree" and text.lower() in NO:
        return NOTHING
    match = re.fullmatch(r"(?:mbo|niveau|niv|mboniveau|level)?([1-4])(?:opleiding|opleidingen)?", key(text))
    if match:
        return Reading(int(match[1]), int(match[1]))
    return doubtful(f'het niveau "{text}" is niet bekend en blijft onbekend. Vul 1 tot 4 in.', group=text)


@cache
def _employers() -> dict[str, str]:
    return {key(name): one.code for one in parties() for name in (one.name, *one.aliases)}


def read_party(text: str, heading: str = "") -> Reading:
    """Read a party of the Lokaal Sociaal Akkoord, or an employer that is one."""
    code = _employers().get(key(text))
    return Reading(code, code) if code else _read_party(text)


def party_of_employer(text: str, heading: str = "") -> Reading:
    """Return the party that an employer belongs to, nothing where it is no party's employer."""
    code = _employers().get(key(text))
    return Reading(code, code) if code else NOTHING


def _municipality(text: str) -> str | None:
    """Return the CBS code of a municipality or a place in it, None where it can't be known."""
    codes = dutch_municipalities()
    if match := re.fullmatch(r"(?:gm|gem\.?|gemeente)?\s*0*(\d{1,4})(?:\.0)?", text.strip().lower()):
        code = f"GM{int(match[1]):04d}"
        return code if code in codes else None
    plain = re.sub(r"^\d{4}\s?[A-Za-z]{2}\s+", "", text)  # a postcode before the place
    for form in (plain, re.sub(r"\([^)]*\)", " ", plain)):
        if code := places().get(normalise_place(form)):
            return code
    if match := re.search(r"\bgm(\d{4})\b", text.lower()):
        return f"GM{match[1]}" if f"GM{match[1]}" in codes else None
    return None


def _read_municipality(text: str, strict: bool) -> Reading:
    if text.lower() in UNKNOWN_WORDS:
        return NOTHING
    if cell_error(text):
        return wrong(cell_error(text) or "")
    if code := _municipality(text):
        return Reading(code, code)
    say = wrong if strict else (lambda issue: doubtful(issue + " Hij blijft onbekend.", group=text))
    if normalise_place(text) in ambiguous_places():
        return say(f'"{text}" ligt in meer dan één gemeente. Vul de gemeente in.')
    return say(f'"{text}" is geen Nederlandse gemeente. Vul de naam of de CBS-code van de gemeente in.')


def read_home(text: str, heading: str = "") -> Reading:
    """Read the municipality where someone lives: GM0392, 392, Haarlem, Hlm, IJmuiden; as a CBS code."""
    return _read_municipality(text, strict=True)


def read_work(text: str, heading: str = "") -> Reading:
    """Read the municipality of the work; a place that isn't known stays unknown."""
    return _read_municipality(text, strict=False)
