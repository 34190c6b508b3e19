"""How far the reading of a file is, as a sentence and a share, and whether it should stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from data_loaders.problems import UnreadableFile

Tell = Callable[[str, float], None]
S = TypeVar("S")
T = TypeVar("T")
TICK = 0.1  # seconds between two words about work that tells nothing itself


class Cancelled(UnreadableFile):  # so that whoever lets an unreadable file pass, lets this pass
    """Somebody asked to stop; nothing of the file is kept."""

    def __init__(self) -> None:
        super().__init__("het lezen is gestopt. Er is niets bewaard.")


class Progress:
    """Tells how far a piece of work is and stops it when asked. The share told never falls.

    `tell` gets a Dutch sentence and a share from 0 to 1. `within` gives a part of the work its own 0 to 1.
    """

    def __init__(self, tell: Tell | None = None, cancelled: Callable[[], bool] | None = None) -> None:
        self._tell = tell
        self._cancelled = cancelled
        self._share = 0.0
        self.waited_for = tell is not None or cancelled is not None

    def __call__(self, sentence: str, share: float) -> None:
        """Say how far the work is. Raises Cancelled when it should stop."""
        if self._cancelled and self._cancelled():
            raise Cancelled
        self._share = max(self._share, min(share, 1.0))
        if self._tell:
            self._tell(sentence, self._share)

    def within(self, start: float, end: float) -> Progress:
        """Return the progress of a part of the work that lies between two shares of the whole."""
        if not self.waited_for:
            return self
        return Progress(lambda sentence, share: self(sentence, start + share * (end - start)))


NOBODY = Progress()  # for work that nobody waits for


def patiently(work: Callable[[], T], progress: Progress, sentence: str, expected: float) -> T:
    """Return what `work` returns, telling meanwhile how far it must be when it takes `expected` seconds.

    The work runs beside, because a compiled parser says nothing until it ends: the share follows the clock,
    and slows down where the work takes longer. Raises Cancelled at once; the work then runs on for nobody.
    """
    progress(sentence, 0.0)
    if not progress.waited_for:
        return work()
    result: Future[T] = Future()
    threading.Thread(target=_settle, args=(result, work), name="parser", daemon=True).start()
    began, expected = time.monotonic(), max(expected, TICK)
    while not _done(result):
        gone = (time.monotonic() - began) / expected
        progress(sentence, 0.9 * gone if gone < 1 else 1 - 0.1 / gone)
    progress(sentence, 1.0)
    return result.result()


def one_ahead(items: Iterator[T]) -> Iterator[T]:
    """Give the items of a slow source, of which the next one is made while this one is used."""
    with ThreadPoolExecutor(1) as pool:
        end = object()
        coming = pool.submit(next, items, end)
        while (item := coming.result()) is not end:
            coming = pool.submit(next, items, end)
            yield item


@contextmanager
def beside(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Do work beside what happens inside; gives what waits for its result."""
    with ThreadPoolExecutor(1) as pool:
        yield pool.submit(work).result


def two_at_a_time(work: Callable[[S], T], items: Sequence[S]) -> Iterator[T]:
    """Give what `work` returns for each item, in their order; compiled work on columns shares two cores."""
    with ThreadPoolExecutor(2) as pool:
        try:
            yield from pool.map(work, items)
        finally:
            pool.shutdown(cancel_futures=True)


def _settle(result: Future[T], work: Callable[[], T]) -> None:
    try:
        result.set_result(work())
    except BaseException as error:  # also the panic of a compiled parser: it belongs to whoever waits
        result.set_exception(error)


def _done(result: Future) -> bool:
    try:
        result.exception(timeout=TICK)
    except TimeoutError:
        return False
    return True
