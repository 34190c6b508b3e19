"""Words of a delivery read as the codes that are stored: kind of job, sector, channel, target group, …"""

from __future__ import annotations

import re
from functools import cache

from data_loaders.codes import CHANNELS, JOB_TYPES, PARTIES, PILLARS, SECTORS, TARGET_GROUPS, TRACKS
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
from reference.load import parties

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
