"""How far the reading of a file is, as a sentence and a share, and whether it should stop."""

from __future__ import annotations

from collections.abc import Callable

from data_loaders.problems import UnreadableFile

Tell = Callable[[str, float], None]


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

    def __call__(self, sentence: str, share: float) -> None:
        """Say how far the work is. Raises Cancelled when it should stop."""
        if self._cancelled and self._cancelled():
            raise Cancelled
        self._share = max(self._share, min(share, 1.0))
        if self._tell:
            self._tell(sentence, self._share)

    def within(self, start: float, end: float) -> Progress:
        """Return the progress of a part of the work that lies between two shares of the whole."""
        return Progress(lambda sentence, share: self(sentence, start + share * (end - start)))
