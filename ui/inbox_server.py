"""The server's own inbox: what the operator has put in REGIOMONITOR_INBOX goes into one's own database.

It is the operator's choice on the machine itself, so it works whatever REGIOMONITOR_EDIT says and whichever
database shows. One thread of this server watches; a second server can't open the same database.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data_loaders.inbox import BY, Inbox
from data_loaders.inbox_files import REFUSED
from reference.dutch import date_long, plural
from storage.database import Database
from storage.key import pseudonym_key
from ui.access import OWN, library, own_path

RECENT = timedelta(days=14)


def inbox_folder() -> Path | None:
    """Return the folder that this server watches, or None when there is none."""
    stated = os.environ.get("REGIOMONITOR_INBOX", "").strip()
    return Path(stated) if stated else None


def start_inbox(stopped: threading.Event) -> threading.Thread | None:
    """Watch the inbox beside the pages until `stopped` is set; None without an inbox."""
    folder = inbox_folder()
    if folder is None:
        return None
    log = logging.getLogger("regiomonitor.postvak")
    log.setLevel(logging.INFO)
    if not log.handlers:
        log.addHandler(logging.StreamHandler())
    inbox = Inbox(folder, own_database, lambda: pseudonym_key(own_path()))
    watcher = threading.Thread(target=_watch, args=(inbox, stopped), name="postvak", daemon=True)
    watcher.start()
    return watcher


def _watch(inbox: Inbox, stopped: threading.Event) -> None:
    for _ in inbox.watch(stopped):  # each receipt is a file beside its list
        pass


@contextmanager
def own_database() -> Iterator[Database]:
    """Give one's own database, whichever shows; beside the sample it is closed again, for the shell."""
    books = library()
    with books.lock:
        shown = books.open() if books.choice == OWN else None
    if shown is not None:
        yield shown
        return
    with books.lock:  # nobody may choose for this database while it is open for a moment
        own = books.shelf.get(OWN)
        if own is None:
            own = books.shelf[OWN] = Database.open(own_path())
        else:
            own.reopen()
        try:
            yield own
        finally:
            own.close()


def inbox_words(data: Database) -> str | None:
    """Return in Dutch what the inbox did lately, or None when this server has none."""
    folder = inbox_folder()
    if folder is None:
        return None
    since = datetime.now(UTC).replace(tzinfo=None) - RECENT
    came = [one for one in data.deliveries() if one.delivered_by == BY and one.delivered_at >= since]
    if came:
        last = date_long(came[0].delivered_at.date())
        text = f"De laatste twee weken {plural(len(came), 'kwam', 'kwamen')} er {len(came)} "
        text += f"{plural(len(came), 'levering', 'leveringen')} binnen, de laatste op {last}."
    else:
        text = "De laatste twee weken kwam er niets binnen."
    return f"{text}{_refused(folder)}"


def _refused(folder: Path) -> str:
    try:
        count = sum(one.suffix == ".json" for one in (folder / REFUSED).iterdir())
    except OSError:
        return ""
    if not count:
        return ""
    files = plural(count, "ligt 1 bestand", f"liggen {count} bestanden")
    return f" In de map {REFUSED} {files}, met een verslag erbij."
