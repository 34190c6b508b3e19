"""Words of lists that speak of agreements: parties, register numbers, and codes of a fixed list.

Unlike in lists of people, a word that isn't known is an error here: a target or a budget under a wrong word
would be believed.
"""

from __future__ import annotations

import re
from functools import cache

from data_loaders.categories import read_party, read_pillar, read_sector
from data_loaders.columns import key, split_synonyms
from data_loaders.statistics_codes import INDICATORS
from data_loaders.values import MISSING, NOTHING, Reader, Reading, cell_error, wrong
from reference.load import commitments, milestones, municipalities, parties, rules, suppliers, targets


def strict(read: Reader, known: str) -> Reader:
    """Return a reader that refuses what another one leaves unknown; `known` says what may be filled in."""

    def reader(text: str, heading: str = "") -> Reading:
        if text.lower() in MISSING:
            return NOTHING
        found = read(text, heading)
        if found.low is not None:
            return found
        return wrong(cell_error(text) or f'"{text}" is niet bekend. {known}')

    return reader


def listed(codes: dict[str, str], known: str) -> Reader:
    """Return a strict reader of a list of codes with their synonyms, separated by bars."""
    words = {key(word): code for code, text in codes.items() for word in (code, *split_synonyms(text))}

    def read(text: str, heading: str = "") -> Reading:
        code = words.get(key(text)) or words.get(key(re.sub(r"\([^)]*\)", " ", text)))
        return Reading(code, code) if code else NOTHING

    return strict(read, known)


def _of_register(text: str, heading: str = "") -> Reading:
    found = {one.lower(): one for one in (*targets(), *milestones(), *rules())}.get(text.strip().lower())
    return Reading(found, found)


@cache
def _organisations() -> dict[str, str]:
    names = {key(one.party): one.party for one in commitments()}
    names |= {key(name): name for name in _MORE}
    for one in (*suppliers(), *parties()):
        names |= {key(name): one.name for name in (one.code, one.name, *one.aliases)}
    names |= {key(f"gemeente {one.name}"): f"gemeente {one.name}" for one in municipalities()}
    return names | {key(one.name): f"gemeente {one.name}" for one in municipalities()}


def _organisation(text: str, heading: str = "") -> Reading:
    """Read one organisation, or several with a comma, a semicolon, an ampersand or "en" between them."""
    names = _organisations()
    if whole := names.get(key(text)):
        return Reading(whole, whole)
    parts = [part for part in re.split(r"\s*[,;&+]\s*|\s+en\s+|/", text.strip()) if part]
    found = [names.get(key(part)) for part in parts]
    return NOTHING if None in found or not found else Reading("; ".join(found), "; ".join(found))


_MORE = (
    "regio", "FNV", "CNV", "VNO-NCW West", "AWVN", "SBB", "RMT", "regionaal mobiliteitsteam", "leerwerkloket",
    "Werkbedrijf", "zeven gemeenten", "gemeenten", "onderwijs", "scholen", "werkgevers", "sociale partners",
    "provincie Noord-Holland", "Metropoolregio Amsterdam", "MRA", "RMC", "Kamer van Koophandel", "KvK",
    "Haarlemse Keten", "Elan Wonen", "Bedrijf en Samenleving",
)  # fmt: skip
_METRICS = {
    "placements": "plaatsingen", "garantiebanen": "garantiebaan", "jobs": "banen van 25,5 uur|banen",
    "persons": "personen", "internships": "stages|stageplekken", "internships_extra": "extra stages",
    "pillar_placements": "plaatsingen per pijler",
}  # fmt: skip
_METRIC_HELP = (
    "Kies plaatsingen, garantiebanen, banen van 25,5 uur, personen, stages of extra stages, of laat de cel "
    "leeg."
)
read_metric = listed(_METRICS, _METRIC_HELP)
read_measure_of_goal = listed(
    _METRICS | {code: f"{label}|{more}" for code, (label, more) in INDICATORS.items()}, _METRIC_HELP
)
read_register = strict(
    _of_register, "Vul een nummer uit het register in, zoals T-LSA-02, of laat de cel leeg."
)
read_organisation = strict(
    _organisation, "Vul een partij in die bij de afspraken hoort, zoals UWV, WSP of gemeente Haarlem."
)
read_known_party = strict(
    read_party,
    "Vul een partij van het akkoord in, zoals MKB Haarlem of gemeente Haarlem, of laat de cel leeg.",
)
read_known_pillar = strict(
    read_pillar, "Kies één van de vier pijlers van de doe-agenda, of laat de cel leeg."
)
read_known_sector = strict(read_sector, "Kies markt, overheid of inleen, of laat de cel leeg.")
read_agreement = listed(
    {
        "lsa": "lokaal sociaal akkoord|sociaal akkoord|lsa haarlem",
        "werkbedrijf": "convenant werkbedrijf|convenant regionaal werkbedrijf|convenant",
        "raa": "regionale aanpak|regionale aanpak 2020-2022|doe-agenda|addendum",
        "participatie": "participatiestrategie|participatiestrategie haarlem|participatiewet",
        "banenafspraak": "landelijke banenafspraak",
    },
    "Kies lokaal sociaal akkoord, convenant werkbedrijf, regionale aanpak, participatiestrategie of "
    "banenafspraak.",
)
read_counting = listed(
    {
        "placements": "plaatsingen", "min25": "banen van minstens 25 uur|minstens 25 uur|25 uur",
        "per25.5": "banen van 25,5 uur|per 25,5 uur|25,5 uur", "persons": "personen",
    },
    "Kies plaatsingen, banen van minstens 25 uur, banen van 25,5 uur of personen.",
)  # fmt: skip
read_strength = listed(
    {"doel": "", "ambitie": "streven", "norm": "", "inspanning": "inspanningsverplichting", "plan": "",
     "schatting": "", "afgeleid": ""},
    "Kies doel, ambitie, norm, inspanning, plan, schatting of afgeleid.",
)  # fmt: skip
read_budget_measure = listed(
    {"begroot": "begroting|raming|geraamd", "beschikbaar": "budget|toegekend", "besteed":
     "realisatie|uitgaven|gerealiseerd|uitgegeven", "gedekt": "dekking"},
    "Kies begroot, beschikbaar, besteed of gedekt.",
)  # fmt: skip
read_action_level = listed(
    {"regionaal": "regio", "lokaal": "haarlem|gemeente|addendum"}, "Kies regionaal of lokaal."
)
read_action_status = listed(
    {"gedaan": "klaar|afgerond|gereed", "loopt": "lopend|in uitvoering|bezig", "te-laat": "te laat|vertraagd",
     "niet-begonnen": "niet begonnen|nog niet gestart|gepland", "gestopt": "vervallen|beeindigd"},
    "Kies gedaan, loopt, te laat, niet begonnen of gestopt.",
)  # fmt: skip
read_goal_level = listed(
    {"strategisch": "strategie", "tactisch": "tactiek", "operationeel": "uitvoering"},
    "Kies strategisch, tactisch of operationeel.",
)
