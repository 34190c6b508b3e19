"""From an upload to a file that waits, and from an answer of the analyst to that file read anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Protocol

import streamlit as st

from data_loaders.intake import PAGE_LIMITS
from data_loaders.memory import forget
from storage.errors import StorageError
from storage.key import fingerprint, pseudonym_key
from ui.access import database, may_edit, own_path, shows_sample
from ui.data_words import files_text
from ui.import_keeping import forget_draft, keep
from ui.import_reader import read_anew, read_file, read_rows_anew
from ui.import_reading import Job, reader, take_over, wait
from ui.import_state import (
    OF_THE_FILE,
    Answers,
    Waiting,
    changed,
    next_number,
    opened,
    put,
    say,
    set_open,
    waiting,
)

_ROUND = "import-ronde"
MOST_BYTES = 3 * PAGE_LIMITS.max_bytes  # of all waiting files of one session together
PATIENCE = 1.5  # seconds that the page waits before it shows a bar
GONE = (
    "Het bestand zelf is er niet meer, alleen wat eruit is gelezen. Kies het bestand opnieuw om dit te "
    "veranderen."
)


class Upload(Protocol):
    """What the uploader hands over."""

    name: str
    size: int

    def getvalue(self) -> bytes: ...


def round_number() -> int:
    """Return what the key of the uploader ends with; a new number empties it."""
    return st.session_state.setdefault(_ROUND, 0)


def obstacle() -> str | None:
    """Return why this server takes no files now, or None when it does."""
    if not may_edit():
        return "Op deze server kunnen geen bestanden worden geladen."
    if shows_sample():
        return "De voorbeeldgegevens blijven zoals ze zijn. Kies eerst voor eigen gegevens."
    return None


def receive(uploads: Sequence[Upload]) -> None:
    """Start reading what was uploaded, and empty the uploader."""
    st.session_state[_ROUND] = round_number() + 1
    key = session_key()
    if key is None:
        return
    data_base, alone = database(), len(uploads) == 1
    used = sum(len(one.data or b"") for one in waiting().values()) + sum(job.size for job in reader().jobs)
    for upload in uploads:
        if used + upload.size > MOST_BYTES:
            say(f"“{upload.name}” is niet gelezen: er wachten al veel bestanden. Beslis daar eerst over.")
            continue
        used += upload.size
        data, name = upload.getvalue(), upload.name

        def work(tell, stop, data=data, name=name):
            return read_file(data, name, key, data_base, tell, stop)

        def finish(intake, data=data):
            one = keep(put(Waiting(next_number(), intake, data)))
            if alone:
                set_open(one.number)

        reader().submit(Job(None, name, upload.size, work, finish))
    settle()


def change(number: int, **changes: Any) -> None:
    """Read a waiting file anew with what the analyst said; only its rows, where that is enough."""
    one = waiting().get(number)
    if one is None:
        return
    answers = replace(one.answers, **changes)
    if answers == one.answers:
        return
    of_the_file = bool(OF_THE_FILE & changes.keys())
    if of_the_file and one.data is None:
        say(GONE)
        return
    key = session_key()
    if key is None:
        return
    _submit(one, answers, key, of_the_file)


def forget_columns(number: int) -> None:
    """Forget how this layout was read before, and read the file as if it were the first."""
    one = waiting().get(number)
    key = session_key()
    if one is None or key is None:
        return
    if one.data is None:
        say(GONE)
        return
    forget(database(), one.intake.supplier, one.intake.layout)
    _submit(put(replace(one, own_columns=True)), replace(one.answers, columns={}, values={}), key, True)
    say("Wat van deze indeling was onthouden is vergeten. Het bestand is opnieuw gelezen.")


def undo(number: int) -> None:
    """Take back the last change of a waiting file."""
    one = waiting().get(number)
    if one is not None and one.past:
        (intake, answers), *past = one.past
        keep(put(replace(one, intake=intake, answers=answers, past=tuple(past))))


def stop() -> None:
    """Stop reading. What was read before stays; what was being read leaves no trace."""
    left = reader().stop()
    take_over()
    if any(job.number is not None for job in left):
        say("Het lezen is gestopt. Wat er stond is niet veranderd.")
    elif left:
        verb = "is" if len(left) == 1 else "zijn"
        say(f"Het lezen is gestopt: {files_text(len(left))} {verb} niet gelezen. Daarvan is niets bewaard.")


def settle() -> None:
    """Give what is being read a moment, and take over what is done."""
    wait(PATIENCE)
    take_over()


def drop(number: int) -> None:
    """Forget a file, its bytes and what the database kept of it."""
    one = waiting().pop(number, None)
    if one is not None:
        forget_draft(one)
    if opened() is None:
        set_open(None)


def session_key() -> bytes | None:
    """Return the key of one's own database, or None after saying why there is none."""
    if refusal := obstacle():
        say(refusal)
        return None
    try:
        key = pseudonym_key(own_path())
        database().use_key(fingerprint(key))
    except StorageError as error:
        say(str(error))
    except OSError:
        say(f"De sleutel voor pseudoniemen naast {own_path().name} is niet te lezen. Er is niets geladen.")
    else:
        return key
    return None


def _submit(one: Waiting, answers: Answers, key: bytes, of_the_file: bool) -> None:
    """Let a file be read anew beside the page, and wait for it a moment."""
    data_base, today = database(), date.today()

    def work(tell, stop):
        if of_the_file:
            return read_anew(one, answers, key, data_base, tell, stop)
        return read_rows_anew(one.intake, answers, today, tell)

    def finish(intake):
        if one.number in waiting():
            keep(put(changed(waiting()[one.number], intake, answers)))

    reader().submit(Job(one.number, one.intake.file, max(one.intake.bytes, 1), work, finish))
    settle()
