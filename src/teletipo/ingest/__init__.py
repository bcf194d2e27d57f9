"""Reads sources into an archive: each article once, in order, with one process or several.

The archive is the journal: a source that is in it is not read again, so a run that was killed is simply repeated.
The same sources in the same order give the same archive content, whatever the number of processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from teletipo.ingest.counts import Counts
from teletipo.ingest.jobs import Job, Jobs, as_problem, finished
from teletipo.records import Run
from teletipo.sources.source import Source, Unreadable
from teletipo.store.archive import Archive
from teletipo.store.writing import Entry
from teletipo.together import ARTICLES
from teletipo.workers import Reader, Readers, read_sources

#: Articles per transaction: as many as a kill can lose; each transaction costs some 60 ms, whatever its size.
BATCH = 64
#: Articles per process that are read ahead of the slowest one, so that all processes have work during a write.
AHEAD = 2 * ARTICLES


def ingest(
    found: Iterable[Source | Unreadable],
    archive: Archive,
    reader: Reader | Readers = read_sources,
    *,
    jobs: int = 1,
    run: Callable[[], Run] | None = None,
    again: bool = False,
    progress: Callable[[Counts], None] = lambda counts: None,
) -> Counts:
    """Read and store every source that `archive` does not hold yet; `reader` must be picklable if `jobs` > 1.

    `reader` may also be `Readers`, which know their number of jobs and are closed at the end. `run` gives what a
    reading now would record. Articles that another run has read, or whose date was unknown and is now given, are
    counted; with `again` their stored texts are read again and their records replaced. An article that cannot be read
    becomes a row of `sources` with status `problem`. After an interrupt or a disk error, the batches written before are
    kept. Raises StoreError if the archive cannot be written.
    """
    archive.check_version()
    counts = Counts()
    readers = reader if isinstance(reader, Readers) else Readers(reader, jobs)
    plan = Jobs(archive, readers, counts, run, again)
    writer = _Writer(archive, plan, counts, progress)
    try:
        for job in plan.of(found, AHEAD * readers.jobs):
            writer.take(job, finished(job, readers))
    finally:
        readers.close()
        writer.flush()
    return counts


class _Writer:
    """Collects entries and writes them a batch at a time."""

    def __init__(self, archive: Archive, jobs: Jobs, counts: Counts, progress: Callable[[Counts], None]) -> None:
        self._archive, self._jobs, self._counts, self._progress = archive, jobs, counts, progress
        self._batch: list[tuple[Job, Entry]] = []
        self._failed: set[str] = set()

    def take(self, job: Job, entry: Entry) -> None:
        """Take the entry of a finished job, in the order of the jobs."""
        if entry.status == "problem" and job.entry.status == "again":
            self._counts.add(entry, near=False)  # only counted: the archive keeps its old records
            return
        if entry.status == "problem" and job.entry.document:
            self._failed.add(job.entry.document)
        if entry.status == "copy" and entry.copy_of in self._failed:
            entry = as_problem(entry, "same_text", f"{entry.origin}: same text as an article that could not be read")
        self._batch.append((job, entry))
        if len(self._batch) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write the batch; from then on the archive knows its articles."""
        batch, self._batch = self._batch, []
        links = self._archive.write([entry for _, entry in batch]) if batch else []
        for (job, entry), link in zip(batch, links, strict=True):
            self._counts.add(entry, link is not None, job.source.problems if job.source else ())
            self._jobs.written(entry)
        self._progress(self._counts)
