"""What may be done with a delivery. Each looks again at what is there, and says in Dutch what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from data_loaders.origin import UNKNOWN, overlap
from data_loaders.storing import ONE_AT_A_TIME
from reference.dutch import join_words
from storage.database import Database
from storage.deliveries import Delivery
from storage.errors import StorageError
from ui.access import database, may_edit, shows_sample
from ui.data_words import named
from ui.import_state import say

T = TypeVar("T")
NAME, RECEIPTS = "uw-naam", "ontvangstbewijzen"


@dataclass(frozen=True)
class Receipt:
    """What was stored from this session, and what that did to the headline."""

    delivery_id: int
    left_out: int
    headline: str


def stated_name() -> str | None:
    """Return the name that this session stated, or None."""
    return (st.session_state.get(NAME) or "").strip() or None


def receipts() -> list[Receipt]:
    """Return the receipts of this session, newest first."""
    return st.session_state.setdefault(RECEIPTS, [])


def withdraw(delivery_id: int, reason: str | None = None) -> None:
    """Take a delivery back; what it had replaced counts again."""
    _change(delivery_id, lambda data: data.withdraw(delivery_id, stated_name(), reason), "is teruggenomen")


def restore(delivery_id: int) -> None:
    """Let a delivery that was taken back count again, unless another counts over the same days."""
    if not may_write():
        return
    with ONE_AT_A_TIME:
        rivals = in_the_way(database().deliveries(), delivery_id)
        if rivals:
            names = join_words([named(one) for one in rivals])
            say(
                f"Levering {delivery_id} is niet hersteld: {names} telt al mee over (een deel van) die dagen."
            )
            return
        _change(delivery_id, lambda data: data.restore(delivery_id, stated_name()), "telt weer mee")


def erase(delivery_id: int, reason: str) -> None:
    """Remove the rows of a delivery for good; a reason is required."""
    if not reason.strip():
        say(f"Levering {delivery_id} is niet gewist: er is geen reden gegeven.")
        return
    _change(
        delivery_id,
        lambda data: data.erase(delivery_id, stated_name(), reason.strip()),
        "is definitief gewist",
    )
    st.session_state[RECEIPTS] = [one for one in receipts() if one.delivery_id != delivery_id]


def in_the_way(deliveries: Sequence[Delivery], delivery_id: int) -> list[Delivery]:
    """Return the active deliveries that would count twice beside this one if it counted again."""
    mine = next(one for one in deliveries if one.id == delivery_id)
    return [
        one for one in deliveries
        if one.active and one.id != mine.id and one.kind == mine.kind and one.id not in mine.replaces
        and (one.checksum == mine.checksum or (
            one.supplier == mine.supplier != UNKNOWN
            and overlap((one.period_start, one.period_end), (mine.period_start, mine.period_end))
        ))
    ]  # fmt: skip


def may_write() -> bool:
    """Return whether this session may change anything, after saying why not."""
    if not may_edit():
        say("Op deze server kunnen geen gegevens worden veranderd.")
    elif shows_sample():
        say("Er is niets veranderd: intussen zijn de voorbeeldgegevens gekozen. Kies eerst eigen gegevens.")
    elif stated_name() is None:
        say("Vul eerst uw naam in. Er is nog niets veranderd.")
    else:
        return True
    return False


def _change(delivery_id: int, do: Callable[[Database], Delivery], done: str) -> None:
    if not may_write():
        return
    if safely(lambda: do(database())) is not None:
        say(f"Levering {delivery_id} {done}.")


def safely(do: Callable[[], T]) -> T | None:
    """Return what came of it, or None after saying in Dutch why it failed."""
    try:
        return do()
    except StorageError as error:
        say(str(error))
    except KeyError:
        say("Deze levering is er niet meer. Er is niets veranderd.")
    return None
