"""Everything that can be found: targets, promises, terms, parties, municipalities, rules and pages."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from reference.board import board, bottlenecks, checklist
from reference.load import commitments, municipalities, normalise_place, places
from reference.promises import AGREEMENT_OF, promised_by, promisers
from ui.commitments_look import promise_url
from ui.commitments_state import agreement_names, party_names
from ui.register_entries import Entry, entries, entry_url
from ui.sections import address

# The groups of results, in their order, and what an entry of the register belongs to.
GROUPS = {
    "doel": "Doelen",
    "toezegging": "Toezeggingen",
    "begrip": "Begrippen en tellingen",
    "partij": "Partijen",
    "gemeente": "Gemeenten",
    "regel": "Regels en definities",
    "mijlpaal": "Mijlpalen",
    "cijfer": "Cijfers die een stuk noemt",
    "geld": "Geld",
    "tegenspraak": "Tegenspraken",
    "bestuur": "Het bestuur van het Werkbedrijf",
    "knelpunt": "Knelpunten en adviezen",
    "pagina": "Pagina's",
}
PAGES = Path(__file__).parents[1] / "pages"
# Page file to its title, its address and other words for what it shows.
_PAGES = {
    "overzicht": ("Overzicht", "/", "start begin doelen stand"),
    "sociaal_akkoord": ("Lokaal Sociaal Akkoord", "/sociaal-akkoord", "lsa social return stages uitval"),
    "werkbedrijf": ("Werkbedrijf", "/werkbedrijf", "convenant garantiebanen kanalen bestuur"),
    "crisis": ("Crisis en context", "/crisis", "corona ww bijstand tozo jeugdwerkloosheid vacatures index"),
    "doe_agenda": ("Doe-agenda 2020–2022", "/doe-agenda", "regionale aanpak corona pijlers acties"),
    "participatie": ("Participatie", "/participatie", "klantgroepen gesprekken trajecten bijstand"),
    "dienstverlening": ("Dienstverlening", "/dienstverlening", "72 uur vacatures doorlooptijd jobcoach"),
    "doelenboom": ("Doelenboom", "/doelenboom", "strategisch tactisch operationeel"),
    "afspraken": ("Afspraken", "/afspraken", "toezeggingen convenant knelpunten vergaderingen bestuur"),
    "gemeenten": ("Gemeenten", "/gemeenten", "kaart per 1.000 inwoners vergelijken"),
    "wat_als": ("Wat als", "/wat-als", "scenario vooruitzicht prognose"),
    "gegevens": ("Gegevens", "/gegevens", "uploaden bestand excel laden leveringen sjabloon"),
    "datakwaliteit": ("Datakwaliteit", "/datakwaliteit", "dubbele rijen onbekend volledigheid kwaliteit"),
    "verantwoording": ("Verantwoording", "/verantwoording", "bron telregel formule definitie privacy"),
}


@dataclass(frozen=True)
class Item:
    """One thing to find: its group, code, title, what it says in one line, all its text, and its address."""

    group: str
    code: str
    title: str
    line: str
    text: str
    href: str

    @cached_property
    def plain_title(self) -> str:
        """The code and title as `plain` writes them."""
        return plain(f"{self.code} {self.title}")

    @cached_property
    def plain_line(self) -> str:
        """What it says in one line, as `plain` writes it."""
        return plain(self.line)

    @cached_property
    def plain_text(self) -> str:
        """All its words as `plain` writes them."""
        return plain(f"{self.code} {self.title} {self.line} {self.text}")


def plain(text: str) -> str:
    """Return a text in lower case without accents, every sign that is no letter or digit a space."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = (sign if sign.isalnum() else " " for sign in letters if not unicodedata.combining(sign))
    return " ".join("".join(kept).split())


@cache
def items() -> tuple[Item, ...]:
    """Return everything that can be found."""
    promised = {one.key: one for one in commitments()}
    found = [_of_register(one, promised) for one in entries()]
    return (*found, *_parties(), *_municipalities(), *_board(), *_bottlenecks(), *_pages())


@cache
def vocabulary() -> tuple[str, ...]:
    """Return every word of every item, for guessing what a mistyped word was meant to be."""
    return tuple(sorted({word for one in items() for word in one.plain_text.split() if len(word) > 3}))


def _of_register(one: Entry, promised: dict) -> Item:
    if one.kind == "toezegging":
        stated = promised[one.key]
        line = f"{stated.party} · {agreement_names()[AGREEMENT_OF[stated.document]]}"
        return Item("toezegging", one.key, one.title, line, one.searched, promise_url(one.key))
    code = one.key if one.code == one.key else ""
    return Item(one.kind, code, one.title, one.tail, f"{one.key} {one.searched}", entry_url(one.key))


def _parties() -> list[Item]:
    said: dict[str, list[str]] = {}
    for text, codes in promised_by().items():
        for code in codes:
            said.setdefault(code, []).append(text)
    return [
        Item("partij", "", name, "wat de partij beloofde", " ".join((code, promisers()[code].name,
             *said.get(code, ()))), address("afspraken", {"partij": name}))
        for code, name in party_names().items()
    ]  # fmt: skip


def _municipalities() -> list[Item]:
    found = []
    for one in municipalities():
        spelled = " ".join(place for place, code in places().items() if code == one.code)
        now = one.valid_until is None
        line = f"{one.subregion}" + ("" if now else f", bij de regio tot en met {one.valid_until.year}")
        href = address("gemeenten", {"gebied": one.name})
        if not now:
            href = address("verantwoording", {"onderdeel": "Gemeenten in de regio"})
        text = f"{one.code} {spelled} {normalise_place(one.name)} {one.board_member}"
        found.append(Item("gemeente", "", one.name, line, text, href))
    return found


def _board() -> list[Item]:
    href = address("afspraken", {"onderdeel": "Bestuur"})
    points = [Item("bestuur", one.key, one.title, "het bestuur bewaakt dit", "", href) for one in checklist()]
    more = "zetel bestuurslid"
    seats = [Item("bestuur", "", one.seat, f"namens {one.represents}", more, href) for one in board()]
    return points + seats


def _bottlenecks() -> list[Item]:
    href = address("afspraken", {"onderdeel": "Knelpunten en advies"})
    return [Item("knelpunt", one.key, one.text, one.kind, one.owner or "", href) for one in bottlenecks()]


def _pages() -> list[Item]:
    there = {name: one for name, one in _PAGES.items() if (PAGES / f"{name}.py").exists()}
    return [Item("pagina", "", title, words, words, href) for title, href, words in there.values()]
