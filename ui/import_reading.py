"""Reading files beside the page: one thread per session, with progress that is told and a way to stop."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

from data_loaders.understanding import Intake
from ui.import_state import say

log = logging.getLogger(__name__)
_READER = "import-lezer"


@dataclass(eq=False)
class Job:
    """One piece of reading. `work` gets a function to tell how far it is and one that says to stop."""

    number: int | None  # of the waiting file that is read anew; None for a file that is new
    name: str
    size: int
    work: Callable[[Callable[[str, float], None], Callable[[], bool]], Intake]
    finish: Callable[[Intake], None]  # called by the page, never by the thread
    label: str = ""
    share: float = 0.0
    intake: Intake | None = None
    stopped: threading.Event = field(default_factory=threading.Event)
    done: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Read, unless it was stopped while it waited. What is read after a stop is thrown away."""
        try:
            if not self.stopped.is_set():
                intake = self.work(self._tell, self.stopped.is_set)
                self.intake = None if self.stopped.is_set() else intake
        except Exception as error:  # a fault of ours may not end the thread; the log gets no cell of the file
            log.error("%s while reading a file", type(error).__name__)
        finally:
            self.share = 1.0
            self.done.set()

    def _tell(self, label: str, share: float) -> None:
        self.label, self.share = label, max(self.share, share)


class Reader:
    """Reads the files of one session after one another, so that many files cost the memory of one."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []  # all that the page has not yet taken over
        self._queue: deque[Job] = deque()
        self._lock = threading.Lock()
        self._working = False

    def submit(self, job: Job) -> None:
        """Let a job be done after the others."""
        with self._lock:
            self.jobs.append(job)
            self._queue.append(job)
            if not self._working:
                self._working = True
                threading.Thread(target=self._work, daemon=True).start()

    def stop(self) -> list[Job]:
        """Stop everything that is being read or waits to be, and return what that was.

        The page is free at once; the thread ends at the next moment that it can, and what it read is lost.
        """
        with self._lock:
            left = [job for job in self.jobs if not job.done.is_set()]
            for job in left:
                job.stopped.set()
            self._queue.clear()
            self.jobs = [job for job in self.jobs if job not in left]
        return left

    def busy(self) -> bool:
        """Say whether anything is still being read."""
        return any(not job.done.is_set() for job in self.jobs)

    def share(self) -> float:
        """Return how much of the bytes has been read, from 0 to 1."""
        total = sum(max(job.size, 1) for job in self.jobs)
        return sum(max(job.size, 1) * job.share for job in self.jobs) / total if total else 1.0

    def current(self) -> tuple[int, Job] | None:
        """Return which of the files is being read, counted from 1, and its job."""
        return next(((at, job) for at, job in enumerate(self.jobs, 1) if not job.done.is_set()), None)

    def collect(self) -> list[Job]:
        """Return the jobs that are done, once."""
        with self._lock:
            found = [job for job in self.jobs if job.done.is_set()]
            if len(found) == len(self.jobs):
                self.jobs = []
                return found
        return []  # the page takes them over together, so that the count of the bar stays true

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._queue:
                    self._working = False
                    return
                job = self._queue.popleft()
            job.run()


def reader() -> Reader:
    """Return the reader of this session."""
    return st.session_state.setdefault(_READER, Reader())


def wait(seconds: float) -> None:
    """Give short work the time to end, so that it needs no bar."""
    end = time.monotonic() + seconds
    for job in list(reader().jobs):
        if not job.done.wait(max(0.0, end - time.monotonic())):
            return


def take_over() -> bool:
    """Let the page take over what was read; say whether there was anything."""
    jobs = reader().collect()
    for job in jobs:
        if job.intake is not None:
            job.finish(job.intake)
        elif not job.stopped.is_set():
            say(f"“{job.name}” is niet gelezen door een fout in het programma. Meld dit aan de beheerder.")
    return bool(jobs)
