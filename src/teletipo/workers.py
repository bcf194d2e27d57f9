"""The thread or processes that read articles; a process that is killed is replaced.

This module imports little (no archive), so that processes start quickly.
"""

from __future__ import annotations

import gc
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from multiprocessing import connection, forkserver, get_context, parent_process
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from teletipo.errors import InputError
from teletipo.records import Dossier
from teletipo.sources.source import Source
from teletipo.together import is_full

if TYPE_CHECKING:
    from teletipo.gazetteer import Gazetteer

#: How processes start. A server that loads everything once and forks them saves a second of CPU for each process after
#: the first. Not on macOS, whose matrix library does not work after a fork, nor on Windows, which cannot fork.
START = "forkserver" if sys.platform == "linux" else "spawn"

#: Reads sources together: one dossier for each, in the same order.
Reader = Callable[[Sequence[Source]], list[Dossier]]
Outcome = Dossier | BaseException


def read_sources(sources: Sequence[Source], names: str | None = None) -> list[Dossier]:
    """The dossiers of the sources, read by the pipeline; the default `Reader`.

    `names` is a folder of a user's gazetteer files: `functools.partial(read_sources, names=…)` is a `Reader` too.
    """
    from teletipo.pipeline import read_together

    own = gazetteer_with(names) if names else None
    return read_together({"gazetteer": own, "text": source.text, **source.about()} for source in sources)


@cache
def gazetteer_with(names: str) -> Gazetteer:
    """The shipped gazetteer with a folder of a user's own files, loaded once a process. Raises as `gazetteer.load`."""
    from teletipo import gazetteer

    return gazetteer.load(Path(names))


def _load() -> None:
    from teletipo.pipeline import load

    load()


class _Group:
    """Sources that are read together, and their outcomes."""

    def __init__(self) -> None:
        self.sources: list[Source] = []
        self.reading: Future[list[Dossier]] | None = None  #: set when the sources are handed to the pool
        self.outcomes: Sequence[Outcome] | None = None  #: set when somebody has waited for them

    def is_full(self) -> bool:
        return is_full(len(self.sources), sum(len(source.text) for source in self.sources))


class Reading(NamedTuple):
    """A source on its way: its group and its position in it."""

    group: _Group
    number: int


class Readers:
    """The thread or processes that read; a process that is killed is replaced."""

    def __init__(self, reader: Reader, jobs: int) -> None:
        """`jobs` processes, or for 1 a thread of this process. Raises InputError for fewer than 1."""
        if jobs < 1:
            raise InputError(f"--jobs {jobs}: at least 1")
        self._reader, self.jobs = reader, jobs
        self._pool = _pool(jobs)
        self._next = _Group()

    def prepare(self) -> None:
        """Let the processes load what the pipeline needs while the caller does something else; a thread need not."""
        if self.jobs > 1 and START == "forkserver":
            forkserver.set_forkserver_preload(["__main__", "teletipo.loaded"])
            with uninterrupted():
                forkserver.ensure_running()
        elif self.jobs > 1:
            with uninterrupted():
                for _ in range(self.jobs):
                    self._pool.submit(_load)

    def add(self, source: Source) -> Reading:
        """Add a source; it is read together with those added before and after it."""
        group = self._next
        group.sources.append(source)
        if group.is_full():
            self._send(group)
        return Reading(group, len(group.sources) - 1)

    def add_no_more(self) -> None:
        """Read the last group, which will get no more sources."""
        if self._next.sources:
            self._send(self._next)

    def outcome(self, reading: Reading) -> Outcome:
        """Wait for the dossier of a source, or for the error that reading it raised."""
        group = reading.group
        if group.outcomes is None:
            group.outcomes = self._outcomes(group.sources, group.reading or self._send(group))
        return group.outcomes[reading.number]

    def close(self) -> None:
        """Drop what is queued; what is being read is finished."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _send(self, group: _Group) -> Future[list[Dossier]]:
        """Hand a group to the pool; sources added from now on form another one."""
        self._next = _Group()
        group.reading = self._submit(group.sources)
        return group.reading

    def _outcomes(self, sources: list[Source], reading: Future[list[Dossier]]) -> Sequence[Outcome]:
        """The outcomes of a group; after an error each source is read alone, so that only its cause fails again."""
        again = self._submit
        error = reading.exception()
        if isinstance(error, BrokenExecutor):  # its process was killed, perhaps because of another group
            again = self._submit_apart
            reading = again(sources)
            error = reading.exception()
        if error is None:
            return reading.result()
        if len(sources) == 1:
            return [error]
        alone = [again([source]) for source in sources]
        return [one.exception() or one.result()[0] for one in alone]

    def _submit(self, sources: list[Source]) -> Future[list[Dossier]]:
        try:
            with uninterrupted():
                return self._pool.submit(self._reader, sources)
        except BrokenExecutor:
            self.close()
            self._pool = _pool(self.jobs)
            return self._pool.submit(self._reader, sources)

    def _submit_apart(self, sources: list[Source]) -> Future[list[Dossier]]:
        """Read the sources in a process of their own."""
        with _processes(1) as pool:
            return pool.submit(self._reader, sources)


def _pool(jobs: int) -> Executor:
    """One thread, or `jobs` processes that end with their parent."""
    if jobs <= 1:
        return ThreadPoolExecutor(1)
    return _processes(jobs)


def _processes(number: int) -> ProcessPoolExecutor:
    collected_every = gc.get_threshold()[0]
    return ProcessPoolExecutor(
        number, mp_context=get_context(START), initializer=_worker, initargs=(collected_every,)
    )  # fmt: skip


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Block Ctrl-C, so that a process started meanwhile never gets it, not even before its own code runs."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _worker(collected_every: int) -> None:
    """Set up a worker: collect garbage as rarely as the parent, leave Ctrl-C to it, and end if it is killed."""
    gc.set_threshold(collected_every)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    signal.raise_signal(signal.SIGKILL)
