"""Storing a waiting file: looks again at what is there, and leaves a receipt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data_loaders.intake import Intake, store
from data_loaders.storing import ONE_AT_A_TIME, Plan, plan
from reference.dutch import plural
from storage.database import Database
from storage.deliveries import Delivery
from ui import data_actions as actions
from ui.access import database
from ui.import_effect import Number, headline, headline_text
from ui.import_fix import pending
from ui.import_loading import change, drop
from ui.import_state import Waiting, say, set_open, waiting
from ui.import_verdict import left_out, omitted


@dataclass(frozen=True)
class Choice:
    """What the analyst saw and answered: ids that the file replaces, and ids that stay beside it."""

    replace: tuple[int, ...] = ()
    keep: tuple[int, ...] = ()


def choice_of(met: Plan) -> Choice | None:
    """Return the choice that a file without partial overlap implies, or None when one is to be asked."""
    return None if met.partly else Choice(tuple(one.id for one in met.inside))


def save(number: int, choice: Choice, leave_out: bool = False, alone: bool = True) -> bool:
    """Store a waiting file, unless the database is no longer what the analyst saw; say whether it was.

    Only of a file that is stored `alone` the receipt says what it did to the headline.
    """
    one = waiting().get(number)
    if one is None or not actions.may_write():
        return False
    if changes := pending(number):  # typed in the table and not looked at yet
        change(number, **changes)
        say(f"“{one.intake.file}” is opnieuw gecontroleerd met wat u typte. Kijk of het nu klopt.")
        return False
    intake = one.intake
    with ONE_AT_A_TIME:
        data = database()
        if refusal := _changed(plan(data, intake), choice, intake):
            say(refusal)
            return False
        before = headline(data) if alone else None
        outcome = actions.safely(
            lambda: store(
                data, intake, by=actions.stated_name(), replace=choice.replace,
                keep=bool(choice.keep), leave_out_errors=leave_out,
            )
        )  # fmt: skip
    if outcome is None or outcome.delivery is None or outcome.unchanged:
        for problem in outcome.problems if outcome else ():
            say(problem.message)
        return False
    _receipt(data, one, outcome.delivery, before)
    return True


def save_all(numbers_: Sequence[int], choices: Sequence[Choice]) -> None:
    """Store several files after one another; each meets what the one before it left.

    The facts, and with them the headline, follow once at the end: two hundred files would take minutes.
    """
    if not actions.may_write():
        return
    before = headline(database())
    with ONE_AT_A_TIME, database().together():
        stored = sum(
            save(number, choice, alone=False) for number, choice in zip(numbers_, choices, strict=True)
        )
    files = plural(len(numbers_), "bestand", "bestanden")
    moved = f" {headline_text(before, headline(database()))}" if stored else ""
    say(f"Opgeslagen: {stored} van de {len(numbers_)} {files}.{moved}")


def _receipt(data: Database, one: Waiting, delivery: Delivery, before: Number | None) -> None:
    skipped = left_out(one.intake) + omitted(one.intake)
    text = headline_text(before, headline(data)) if before else ""
    actions.receipts().insert(0, actions.Receipt(delivery.id, skipped, text))
    drop(one.number)
    set_open(None)


def _changed(met: Plan, choice: Choice, intake: Intake) -> str | None:
    """Return what to say when somebody else changed what this file would meet, else None."""
    seen = {*choice.replace, *choice.keep}
    now = {one.id for one in (*met.inside, *met.partly)}
    if met.same is None and seen == now:
        return None
    return (
        f"“{intake.file}” is nog niet opgeslagen: intussen is er iets veranderd in de database. "
        "Bekijk hieronder hoe het nu is en kies opnieuw."
    )
