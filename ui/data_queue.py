"""Files that were read and wait for a decision: in the session of one analyst, nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Protocol

import streamlit as st

from data_loaders.intake import PAGE_LIMITS, Intake, read_delivery
from data_loaders.origin import Period
from storage.errors import StorageError
from storage.key import fingerprint, pseudonym_key
from ui.access import database, may_edit, own_path, shows_sample

_QUEUE, _ROUND, _COUNTER, _MESSAGES = "rij-bestanden", "rij-ronde", "rij-teller", "rij-meldingen"
MOST_BYTES = 3 * PAGE_LIMITS.max_bytes  # of all waiting files of one session together


class Upload(Protocol):
    """What the uploader hands over."""

    name: str
    size: int

    def getvalue(self) -> bytes: ...


@dataclass(frozen=True)
class Stated:
    """What the analyst said about a file, in place of what was read in it."""

    supplier: str | None = None
    period: Period | None = None
    kind: str | None = None
    hours_per_fte: Decimal | None = None
    columns: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Waiting:
    """A file that waits: what it holds, and its bytes until the decision, to read it anew."""

    number: int
    intake: Intake
    data: bytes
    stated: Stated = Stated()


def waiting() -> dict[int, Waiting]:
    """Return the files of this session that wait for a decision, in the order in which they came."""
    return st.session_state.setdefault(_QUEUE, {})


def round_number() -> int:
    """Return what the key of the uploader ends with; a new number empties it."""
    return st.session_state.setdefault(_ROUND, 0)


def say(text: str) -> None:
    """Keep a sentence for the next time that the page is drawn."""
    st.session_state.setdefault(_MESSAGES, []).append(text)


def said() -> list[str]:
    """Return the sentences that were kept, once."""
    return st.session_state.pop(_MESSAGES, [])


def drop(number: int) -> None:
    """Forget a file and its bytes."""
    waiting().pop(number, None)


def obstacle() -> str | None:
    """Return why this server takes no files now, or None when it does."""
    if not may_edit():
        return "Op deze server kunnen geen bestanden worden geladen."
    if shows_sample():
        return "De voorbeeldgegevens blijven zoals ze zijn. Kies eerst voor eigen gegevens."
    return None


def receive(uploads: Sequence[Upload], progress: Any) -> None:
    """Read what was uploaded and let it wait; `progress` is written to per file. Then empty the uploader."""
    st.session_state[_ROUND] = round_number() + 1
    key = _key()
    if key is None:
        return
    for upload in uploads:
        progress.update(label=f"“{upload.name}” wordt gelezen …")
        if sum(len(one.data) for one in waiting().values()) + upload.size > MOST_BYTES:
            say(f"“{upload.name}” is niet gelezen: er wachten al veel bestanden. Beslis daar eerst over.")
            continue
        number = st.session_state[_COUNTER] = st.session_state.get(_COUNTER, 0) + 1
        data = upload.getvalue()
        waiting()[number] = Waiting(number, _read(data, upload.name, Stated(), key), data)


def read_again(number: int, stated: Stated) -> None:
    """Read a waiting file anew with what the analyst said about it."""
    key = _key()
    if key is None or number not in waiting():
        return
    one = waiting()[number]
    intake = _read(one.data, one.intake.file, stated, key)
    waiting()[number] = replace(one, intake=intake, stated=stated)


def _key() -> bytes | None:
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


def _read(data: bytes, name: str, stated: Stated, key: bytes) -> Intake:
    return read_delivery(
        data, name, kind=stated.kind, supplier=stated.supplier, period=stated.period, key=key,
        limits=PAGE_LIMITS, columns=stated.columns, hours_per_fte=stated.hours_per_fte,
    )  # fmt: skip
