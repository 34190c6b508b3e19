"""What became of promises: per promise its status, owner, evidence and next step on a day."""

from __future__ import annotations

import pyarrow as pa

from data_loaders.kind import Check, Kind
from data_loaders.list_kinds import READERS, required_check, twice_check
from data_loaders.offers import Offer
from data_loaders.promise_values import (
    LAST_LINE,
    read_document,
    read_lines,
    read_plain,
    read_promise,
    read_promise_status,
)
from data_loaders.shared import column

_NUMBERS = "list_transform(regexp_extract_all(evidence_lines, '\\d+'), one -> CAST(one AS INTEGER))"

KIND = Kind(
    key="commitment_update",
    label="afspraken",
    one="afspraak",
    columns=(
        column(
            "commitment", "promise", "toezegging|code toezegging|toezeggingscode|afspraakcode|code afspraak",
            "de code van de toezegging", True,
        ),
        column("reference_date", "day", "peildatum|stand op|datum stand", "de peildatum", True),
        column("status", "promise_status", "status|voortgang|stand", ""),
        column("owner", "organisation", "eigenaar|trekker|verantwoordelijke partij", ""),
        column("evidence", "plain", "bewijs|waaruit blijkt het|resultaat tot nu toe", ""),
        column("evidence_document", "paper", "stuk|brondocument|document", ""),
        column("evidence_lines", "lines", "regels|regel|regelnummer|regelnummers", ""),
        column("next_step", "plain", "volgende stap|vervolgstap|vervolg", ""),
        column("due", "day", "datum volgende stap|volgende stap op|uiterlijk", ""),
    ),
    others=(),
    needs="kolommen met de code van de toezegging, de peildatum en de status",
    anchor="commitment",
    number="commitment",
    period=("reference_date",),
    telling=frozenset({"commitment", "evidence", "evidence_lines", "next_step"}),
    signs=frozenset({"commitment"}),
    counted=frozenset({"status"}),
    output=(
        ("commitment", pa.string(), "commitment"),
        ("reference_date", pa.date32(), "reference_date_high"),
        ("status", pa.string(), "status"),
        ("owner", pa.string(), "owner"),
        ("evidence", pa.string(), "evidence"),
        ("evidence_document", pa.string(), "evidence_document"),
        ("evidence_lines", pa.string(), "evidence_lines"),
        ("next_step", pa.string(), "next_step"),
        ("due", pa.date32(), "due_high"),
    ),
    checks=(
        required_check("commitment", "de code van de toezegging"),
        required_check("reference_date", "de peildatum"),
        twice_check("commitment", "toezegging"),
        Check("reference_date", "error", "reference_date > today",
              "'de peildatum ' || strftime(reference_date, '%d-%m-%Y') || ' ligt in de toekomst. "
              "Verbeter de datum of laat de rij weg.'", sort="datum-toekomst"),
        Check("evidence_lines", "error", "evidence_lines IS NOT NULL AND evidence_document IS NULL "
              "AND NOT evidence_document_wrong",
              "'bij regel ' || evidence_lines || ' ontbreekt het stuk. Vul het stuk in of laat de regels "
              "weg.'", sort="bron-bestaat-niet"),
        Check("evidence_lines", "error",
              f"list_max({_NUMBERS}) > {LAST_LINE} OR list_min({_NUMBERS}) < 1",
              f"'dit stuk heeft geen regel ' || evidence_lines || ': het telt ' || {LAST_LINE} || "
              "' regels. Verbeter de regels of het stuk.'", sort="bron-bestaat-niet"),
    ),
    offers={
        "commitment": Offer("Toezegging", "Verplicht. De code op de pagina Afspraken.", "A-MKB-02"),
        "reference_date": Offer("Peildatum", "Verplicht. Van wanneer de status is.", "31-12-2015"),
        "status": Offer("Status", "Kies uit de lijst; leeg laat de status zoals hij is.", "loopt",
                        "promise_status"),
        "owner": Offer("Eigenaar", "De partij die het doet, geen naam van een mens.", "MKB Haarlem"),
        "evidence": Offer("Bewijs", "In gewone woorden, hoogstens 500 tekens, zonder namen van mensen.",
                          "twee bijeenkomsten gehouden"),
        "evidence_document": Offer("Stuk", "Het stuk waarin het staat; leeg mag.", "Voortgangsbrief 2015",
                                   "evidence_document"),
        "evidence_lines": Offer("Regels", "De regels in dat stuk, zoals 59 of 71-73; leeg mag.", "59"),
        "next_step": Offer("Volgende stap", "Wat er nu gebeurt, zonder namen van mensen.",
                           "derde bijeenkomst plannen"),
        "due": Offer("Datum volgende stap", "Uiterlijk wanneer.", "31-03-2016"),
    },
    readers=READERS | {
        "promise": (read_promise, pa.string()),
        "promise_status": (read_promise_status, pa.string()),
        "plain": (read_plain, pa.string()),
        "paper": (read_document, pa.string()),
        "lines": (read_lines, pa.string()),
    },
)  # fmt: skip
