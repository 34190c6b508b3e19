"""A folder whose files are loaded as they come, with the checks and memories of every other way in.

What was loaded goes to `verwerkt`, what was not to `geweigerd`, each with its receipt as json and in Dutch. A
question is never answered here: the file waits in `geweigerd` for somebody to load it elsewhere.
"""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from data_loaders.inbox_files import DONE, REFUSED, Look, content, look, plain_name, put_away
from data_loaders.intake import SHELL_LIMITS, Intake
from data_loaders.loading import How, Result, read_file, refused, store_file
from data_loaders.memory import memories
from data_loaders.problems import UnreadableFile, place
from data_loaders.progress import Progress
from data_loaders.recalling import Memory
from data_loaders.storing import OUT_OF_ORDER
from storage.database import Database
from storage.errors import StorageError

BY = "postvak"  # who delivered, in the receipt of what came in this way
SETTLED = 2.0  # seconds in which a file that is complete doesn't change
EVERY = 5.0  # seconds between two looks
LATER = 300.0  # seconds before a file is tried again that the database couldn't take
HEAD = "Verslag van het postvak, {at:%d-%m-%Y %H:%M} uur."
ADVICE = "Verbeter het bestand en zet het opnieuw in het postvak, of laad het op de pagina Gegevens."
log = logging.getLogger("regiomonitor.postvak")


class Inbox:
    """A folder of files to load. `borrow` gives the database for as long as one step takes.

    The log names deliveries and kinds, never a file or what is in it.
    """

    def __init__(
        self, folder: Path, borrow: Callable[[], AbstractContextManager[Database]],
        key: Callable[[], bytes], how: How | None = None,
    ) -> None:  # fmt: skip
        how = how or How()
        self._folder, self._borrow, self._key = folder, borrow, key
        self._how = replace(how, by=how.by or BY)
        self._seen: dict[Path, Look] = {}
        self._later: dict[Path, tuple[Look, float]] = {}
        self._stopped = threading.Event()

    def once(self, pause: float = SETTLED) -> Iterator[Result]:
        """Load what lies there and doesn't change within `pause` seconds; give a receipt for each file."""
        self._seen = look(self._folder)
        if self._seen:
            self._stopped.wait(pause)
        yield from self._round()

    def watch(self, stopped: threading.Event, every: float = EVERY) -> Iterator[Result]:
        """Load what comes until `stopped` is set. A folder that can't be read is tried again."""
        self._stopped, readable = stopped, True
        while not stopped.is_set():
            try:
                yield from self._round()
                readable = True
            except StorageError:
                if readable:  # once, and not every five seconds
                    log.warning("Het postvak is niet te lezen.")
                readable = False
            stopped.wait(every)

    def _round(self) -> Iterator[Result]:
        now = look(self._folder)
        settled = [path for path, seen in now.items() if self._seen.get(path) == seen]
        self._seen = now
        self._later = {path: wait for path, wait in self._later.items() if path in now}
        for path in sorted(settled, key=lambda one: (now[one].changed, one.name)):
            waits = self._later.get(path)
            if self._stopped.is_set() or waits and waits[0] == now[path] and time.monotonic() < waits[1]:
                continue
            try:
                result = self._load(path)
            except Exception as error:  # the database is closed, the file is gone: what came is still there
                log.warning("Een bestand wacht: %s.", type(error).__name__)
                result = None
            if result is None:
                self._later[path] = (now[path], time.monotonic() + LATER)
            else:
                yield result

    def _load(self, path: Path) -> Result | None:
        """Return the receipt of a file that was put away, or None for one that stays where it is."""
        name = plain_name(path.name)
        try:
            data = content(path, SHELL_LIMITS)
            progress = Progress(None, self._stopped.is_set)
            intake = read_file(data, name, self._recall, self._key(), self._how, progress)
            if self._stopped.is_set():
                return None
            result = self._stored(intake)
        except UnreadableFile as error:
            result = refused(name, f"{place(name)}: {error}")
        if any(one.sort == OUT_OF_ORDER for one in result.problems):
            log.warning("Een bestand wacht: de database kan het nu niet opnemen.")
            return None
        put_away(path, DONE if result.accepted else REFUSED, name, _reports(result))
        if result.accepted:
            log.info("Levering %s geladen (%s, %s rijen).", result.delivery, intake.kind, result.accepted)
        else:
            log.info("Een bestand is geweigerd; het verslag staat in de map %s.", REFUSED)
        return result

    def _recall(self, supplier: str) -> Mapping[str, Memory]:
        with self._borrow() as database:
            return memories(database, supplier)

    def _stored(self, intake: Intake) -> Result:
        with self._borrow() as database:
            return store_file(database, intake, self._how)


def _reports(result: Result) -> dict[str, str]:
    text = [HEAD.format(at=datetime.now()), "", result.as_text(), *([] if result.accepted else ["", ADVICE])]
    receipt = json.dumps(result.as_json(), ensure_ascii=False, indent=2)
    return {".json": f"{receipt}\n", ".txt": "\n".join([*text, ""])}
