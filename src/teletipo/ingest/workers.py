"""Workers: the threads or processes that read articles, replaced when one of them was ended from outside."""

from __future__ import annotations

import gc
import signal
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import connection, get_context, parent_process

from teletipo.records import Dossier
from teletipo.sources.source import Source

Reader = Callable[[Source], Dossier]


def read_source(source: Source) -> Dossier:
    """The dossier of one source, by the pipeline; the default `Reader`."""
    from teletipo.pipeline import read

    return read(
        source.text,
        id=source.id,
        title=source.title,
        url=source.url,
        outlet=source.outlet,
        published=source.published,
        source_sha256=source.source_sha256,
    )


class Readers:
    """The threads or processes that read, replaced when one of them was ended from outside."""

    def __init__(self, reader: Reader, jobs: int) -> None:
        """`jobs` processes, or one thread of this one."""
        self._reader, self._jobs = reader, jobs
        self._pool = _pool(jobs)

    def submit(self, source: Source) -> Future[Dossier]:
        """The source, to be read when its turn comes."""
        try:
            return self._pool.submit(self._reader, source)
        except BrokenExecutor:
            self.close()
            self._pool = _pool(self._jobs)
            return self._pool.submit(self._reader, source)

    def alone(self, source: Source) -> Future[Dossier]:
        """The source, read in a process of its own: of those under way when one died, only the cause dies again."""
        with _processes(1) as pool:
            return pool.submit(self._reader, source)

    def close(self) -> None:
        """Drop what waits; what is being read comes to its end."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _pool(jobs: int) -> Executor:
    """One thread, or `jobs` processes that end with their parent."""
    if jobs <= 1:
        return ThreadPoolExecutor(1)
    return _processes(jobs)


def _processes(number: int) -> ProcessPoolExecutor:
    collected_every = gc.get_threshold()[0]
    return ProcessPoolExecutor(
        number, mp_context=get_context("spawn"), initializer=_worker, initargs=(collected_every,)
    )  # fmt: skip


def _worker(collected_every: int) -> None:
    """In a worker: collect cycles as rarely as the parent, leave it the interrupt, and end when it is killed."""
    gc.set_threshold(collected_every)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    signal.raise_signal(signal.SIGKILL)
