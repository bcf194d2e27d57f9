"""From sources to an archive: each article read once, in order, by one process or several.

The archive is the journal: a source that is in it is not read again, so a run that was killed is simply run again.
Whatever the number of processes, the same sources in the same order give the same archive content.
"""

from __future__ import annotations

import hashlib
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from itertools import islice
from multiprocessing import connection, get_context, parent_process

import msgspec

from teletipo.errors import InputError
from teletipo.records import Article, Dossier
from teletipo.sources.source import Source, Unreadable, place
from teletipo.stages.article import article as make_article
from teletipo.store.archive import Archive, Entry

#: Articles a transaction: what a kill can lose, against some 20 ms that a commit costs.
BATCH = 32
#: Articles read ahead of the slowest one, for each process.
AHEAD = 8

Reader = Callable[[Source], Dossier]


class Counts(msgspec.Struct):
    """What became of the sources so far."""

    read: int = 0
    coded: int = 0
    near_copies: int = 0  #: of the coded ones
    same_text: int = 0  #: linked to the article with the same text, not coded again
    known: int = 0  #: in the archive before
    problems: dict[str, int] = msgspec.field(default_factory=dict)  #: by code

    def sentence(self) -> str:
        """One line for a person: "read 10 · coded 8 (near-copies 1) · same text 1 · problems 1: encoding 1"."""
        near = f" (near-copies {self.near_copies:,})" if self.near_copies else ""
        parts = [f"read {self.read:,}", f"coded {self.coded:,}{near}"]
        parts += [f"same text {self.same_text:,}"] if self.same_text else []
        parts += [f"already there {self.known:,}"] if self.known else []
        if self.problems:
            listed = ", ".join(f"{code} {n:,}" for code, n in sorted(self.problems.items()))
            parts.append(f"problems {sum(self.problems.values()):,}: {listed}")
        return " · ".join(parts)


class _Job(msgspec.Struct, frozen=True):
    """An entry that is ready, or one that waits for its dossier."""

    entry: Entry
    source: Source | None = None
    reading: Future[Dossier] | None = None


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


def ingest(
    found: Iterable[Source | Unreadable],
    archive: Archive,
    reader: Reader = read_source,
    *,
    jobs: int = 1,
    progress: Callable[[Counts], None] = lambda counts: None,
) -> Counts:
    """Read every source that `archive` does not hold yet, and store it; `reader` must be picklable if `jobs` > 1.

    An article that cannot be read becomes a row of `sources` with status `problem`. On an interrupt or an error of the
    disk, whole batches before it are kept. Raises StoreError if the archive cannot be written.
    """
    archive.check_version()
    counts = Counts()
    readers = _Readers(reader, jobs)
    writer = _Writer(archive, counts, progress, readers)
    try:
        for job in _jobs(found, archive, readers, counts, writer.pending, AHEAD * jobs):
            writer.take(job)
    finally:
        readers.close()
        writer.flush()
    return counts


class _Writer:
    """Collects entries and writes them a batch at a time."""

    def __init__(self, archive: Archive, counts: Counts, progress: Callable[[Counts], None], readers: _Readers) -> None:
        self.pending = _Pending()
        self._archive, self._counts, self._progress, self._readers = archive, counts, progress, readers
        self._batch: list[Entry] = []
        self._failed: set[str] = set()

    def take(self, job: _Job) -> None:
        """The finished job's entry, in order."""
        entry = _finished(job, self._readers)
        if entry.status == "problem" and job.entry.document:
            self._failed.add(job.entry.document)
        if entry.status == "copy" and entry.copy_of in self._failed:
            entry = _problem(entry, "same_text", f"{entry.origin}: same text as an article that could not be read")
        self._batch.append(entry)
        if len(self._batch) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what was collected; afterwards the archive answers for it."""
        batch, self._batch = self._batch, []
        links = self._archive.write(batch) if batch else []
        for entry, link in zip(batch, links, strict=True):
            _count(self._counts, entry, link is not None)
            self.pending.forget(entry)
        self._progress(self._counts)


class _Pending:
    """Articles on their way into the archive, by key, id and text."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self.texts: dict[str, Article] = {}
        self.ids: dict[str, Article] = {}

    def add(self, key: str, article: Article) -> None:
        self.keys.add(key)
        self.texts.setdefault(article.sha256, article)
        self.ids.setdefault(article.id, article)

    def forget(self, entry: Entry) -> None:
        self.keys.discard(entry.key)
        article = self.ids.pop(entry.document or "", None)
        if article is not None and self.texts.get(article.sha256) is article:
            del self.texts[article.sha256]


def key_of(item: Source | Unreadable) -> str:
    """What identifies a source from run to run: its place, its bytes and what the user said of it."""
    said = (item.published, item.outlet) if isinstance(item, Source) else ()
    parts = (item.origin, item.position, item.source_sha256, *said)
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _jobs(
    found: Iterable[Source | Unreadable],
    archive: Archive,
    readers: _Readers,
    counts: Counts,
    pending: _Pending,
    ahead: int,
) -> Iterator[_Job]:
    """The jobs in the order of the sources, at most `ahead` of them under way."""
    waiting: deque[_Job] = deque()
    for key, item in _new(found, archive, counts, pending):
        waiting.append(_job(key, item, archive, readers, pending))
        if len(waiting) > ahead:
            yield waiting.popleft()
    while waiting:
        yield waiting.popleft()


def _new(
    found: Iterable[Source | Unreadable], archive: Archive, counts: Counts, pending: _Pending
) -> Iterator[tuple[str, Source | Unreadable]]:
    """The sources that are not in the archive, with their keys."""
    items = iter(found)
    while chunk := list(islice(items, BATCH)):
        keyed = [(key_of(item), item) for item in chunk]
        seen = archive.seen(key for key, _ in keyed)
        for key, item in keyed:
            counts.read += 1
            if key in seen or key in pending.keys:
                counts.known += 1
            else:
                seen.add(key)
                yield key, item


def _job(key: str, item: Source | Unreadable, archive: Archive, readers: _Readers, pending: _Pending) -> _Job:
    entry = Entry(
        key=key, origin=item.origin, position=item.position, source_sha256=item.source_sha256, status="problem"
    )
    if isinstance(item, Unreadable):
        return _Job(msgspec.structs.replace(entry, code=item.code, message=item.message))
    try:
        own = make_article(
            item.text, id=item.id, title=item.title, url=item.url, outlet=item.outlet, published=item.published,
            source_sha256=item.source_sha256,
        )  # fmt: skip
    except InputError as error:
        return _Job(_problem(entry, error.code or "article", f"{place(item.origin, item.position)}: {error}"))
    first = pending.texts.get(own.sha256) or archive.with_text(own.sha256)
    own = _named(own, first, archive, pending)
    if first is not None and own.id == first.id:
        return _Job(msgspec.structs.replace(entry, status="known", document=first.id))
    pending.add(key, own)
    if first is not None:
        bare = msgspec.structs.replace(own, text=None)
        return _Job(msgspec.structs.replace(entry, status="copy", document=own.id, article=bare, copy_of=first.id))
    source = msgspec.structs.replace(item, id=own.id)
    waiting = msgspec.structs.replace(entry, status="coded", document=own.id)
    return _Job(waiting, source, readers.submit(source))


def _named(own: Article, first: Article | None, archive: Archive, pending: _Pending) -> Article:
    """`own` with an id that no other article has: that of `first` only if both are the same article."""
    if first is not None and _same_place(own, first):
        return msgspec.structs.replace(own, id=first.id)
    if (pending.ids.get(own.id) or archive.with_id(own.id)) is None:
        return own
    mark = hashlib.sha256(f"{own.sha256}\x1f{own.url}\x1f{own.outlet}".encode()).hexdigest()[:8]
    return msgspec.structs.replace(own, id=f"{own.id}-{mark}")


def _same_place(own: Article, first: Article) -> bool:
    """True if nothing says that `own` was printed elsewhere than `first`."""
    told = own.id != first.id and own.id != own.sha256[:16]
    return not told and own.url in (None, first.url) and own.outlet in (None, first.outlet)


def _finished(job: _Job, readers: _Readers) -> Entry:
    """The entry with its dossier; what the reader raised becomes a problem, so that one article cannot stop a batch."""
    if job.reading is None or job.source is None:
        return job.entry
    reading = job.reading
    if isinstance(reading.exception(), BrokenExecutor):
        reading = readers.alone(job.source)
    error = reading.exception()
    where = place(job.source.origin, job.source.position)
    if isinstance(error, BrokenExecutor):
        return _problem(job.entry, "killed", f"{where}: the process that read it was ended (out of memory?)")
    if isinstance(error, InputError):
        return _problem(job.entry, error.code or "article", f"{where}: {error}")
    if isinstance(error, Exception):
        return _problem(job.entry, "bug", f"{where}: {type(error).__name__}: {error}")
    dossier = reading.result()
    if job.source.problems:
        dossier = msgspec.structs.replace(dossier, problems=(*dossier.problems, *job.source.problems))
    return msgspec.structs.replace(job.entry, dossier=dossier)


def _problem(entry: Entry, code: str, message: str) -> Entry:
    return msgspec.structs.replace(
        entry, status="problem", code=code, message=message, document=None, article=None, copy_of=None
    )


def _count(counts: Counts, entry: Entry, near: bool) -> None:
    if entry.status == "coded":
        counts.coded += 1
        counts.near_copies += near
    elif entry.status in ("copy", "known"):
        counts.same_text += 1
    else:
        counts.problems[entry.code or "?"] = counts.problems.get(entry.code or "?", 0) + 1


class _Readers:
    """The threads or processes that read, replaced when one of them was ended from outside."""

    def __init__(self, reader: Reader, jobs: int) -> None:
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
        with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_worker) as pool:
            return pool.submit(self._reader, source)

    def close(self) -> None:
        """Drop what waits; what is being read comes to its end."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _pool(jobs: int) -> Executor:
    """One thread, or `jobs` processes that end with their parent."""
    if jobs <= 1:
        return ThreadPoolExecutor(1)
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_worker)


def _worker() -> None:
    """In a worker: leave the interrupt to the parent, and end when the parent is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    signal.raise_signal(signal.SIGKILL)
