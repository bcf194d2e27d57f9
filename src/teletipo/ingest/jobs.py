"""Jobs: for each source what is to be done with it, in order; only what the archive has not yet is read."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future
from itertools import islice

import msgspec

from teletipo.errors import InputError
from teletipo.ingest.counts import Counts
from teletipo.ingest.workers import Readers
from teletipo.records import Article, Dossier
from teletipo.sources.source import Source, Unreadable, place
from teletipo.stages.article import article as make_article
from teletipo.store.archive import Archive
from teletipo.store.writing import Entry

#: Sources whose keys are looked up in the archive at once.
_CHUNK = 32


class Job(msgspec.Struct, frozen=True):
    """An entry that is ready, or one that waits for its dossier."""

    entry: Entry
    source: Source | None = None
    reading: Future[Dossier] | None = None


class Jobs:
    """The jobs of a run; it knows the articles on their way into the archive by key, id and text."""

    def __init__(self, archive: Archive, readers: Readers, counts: Counts) -> None:
        """Nothing under way; the sources met are counted in `counts`."""
        self._archive, self._readers, self._counts = archive, readers, counts
        self._keys: set[str] = set()
        self._texts: dict[str, Article] = {}
        self._ids: dict[str, Article] = {}

    def of(self, found: Iterable[Source | Unreadable], ahead: int) -> Iterator[Job]:
        """The jobs in the order of the sources, at most `ahead` of them under way."""
        waiting: deque[Job] = deque()
        for key, item in self._new(found):
            waiting.append(self._job(key, item))
            if len(waiting) > ahead:
                yield waiting.popleft()
        while waiting:
            yield waiting.popleft()

    def written(self, entry: Entry) -> None:
        """Forget an entry: from now on the archive answers for it."""
        self._keys.discard(entry.key)
        article = self._ids.pop(entry.document or "", None)
        if article is not None and self._texts.get(article.sha256) is article:
            del self._texts[article.sha256]

    def _new(self, found: Iterable[Source | Unreadable]) -> Iterator[tuple[str, Source | Unreadable]]:
        """The sources that are not in the archive, with their keys."""
        items = iter(found)
        while chunk := list(islice(items, _CHUNK)):
            keyed = [(key_of(item), item) for item in chunk]
            seen = self._archive.seen(key for key, _ in keyed)
            for key, item in keyed:
                self._counts.read += 1
                if key in seen or key in self._keys:
                    self._counts.known += 1
                else:
                    seen.add(key)
                    yield key, item

    def _job(self, key: str, item: Source | Unreadable) -> Job:
        entry = Entry(
            key=key, origin=item.origin, position=item.position, source_sha256=item.source_sha256, status="problem"
        )
        if isinstance(item, Unreadable):
            return Job(msgspec.structs.replace(entry, code=item.code, message=item.message))
        try:
            own = make_article(
                item.text, id=item.id, title=item.title, url=item.url, outlet=item.outlet, published=item.published,
                source_sha256=item.source_sha256,
            )  # fmt: skip
        except InputError as error:
            return Job(as_problem(entry, error.code or "article", f"{place(item.origin, item.position)}: {error}"))
        first = self._texts.get(own.sha256) or self._archive.with_text(own.sha256)
        own = self._named(own, first)
        if first is not None and own.id == first.id:
            return Job(msgspec.structs.replace(entry, status="known", document=first.id))
        self._under_way(key, own)
        if first is not None:
            bare = msgspec.structs.replace(own, text=None)
            return Job(msgspec.structs.replace(entry, status="copy", document=own.id, article=bare, copy_of=first.id))
        source = msgspec.structs.replace(item, id=own.id)
        waiting = msgspec.structs.replace(entry, status="coded", document=own.id)
        return Job(waiting, source, self._readers.submit(source))

    def _named(self, own: Article, first: Article | None) -> Article:
        """`own` with an id that no other article has: that of `first` only if both are the same article."""
        if first is not None and _same_place(own, first):
            return msgspec.structs.replace(own, id=first.id)
        if (self._ids.get(own.id) or self._archive.with_id(own.id)) is None:
            return own
        mark = hashlib.sha256(f"{own.sha256}\x1f{own.url}\x1f{own.outlet}".encode()).hexdigest()[:8]
        return msgspec.structs.replace(own, id=f"{own.id}-{mark}")

    def _under_way(self, key: str, article: Article) -> None:
        self._keys.add(key)
        self._texts.setdefault(article.sha256, article)
        self._ids.setdefault(article.id, article)


def key_of(item: Source | Unreadable) -> str:
    """What identifies a source from run to run: its place, its bytes and what the user said of it."""
    said = (item.published, item.outlet) if isinstance(item, Source) else ()
    parts = (item.origin, item.position, item.source_sha256, *said)
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _same_place(own: Article, first: Article) -> bool:
    """True if nothing says that `own` was printed elsewhere than `first`."""
    told = own.id != first.id and own.id != own.sha256[:16]
    return not told and own.url in (None, first.url) and own.outlet in (None, first.outlet)


def finished(job: Job, readers: Readers) -> Entry:
    """The entry with its dossier; what the reader raised becomes a problem, so that one article cannot stop a batch."""
    if job.reading is None or job.source is None:
        return job.entry
    reading = job.reading
    if isinstance(reading.exception(), BrokenExecutor):
        reading = readers.alone(job.source)
    error = reading.exception()
    where = place(job.source.origin, job.source.position)
    if isinstance(error, BrokenExecutor):
        return as_problem(job.entry, "killed", f"{where}: the process that read it was ended (out of memory?)")
    if isinstance(error, InputError):
        return as_problem(job.entry, error.code or "article", f"{where}: {error}")
    if isinstance(error, Exception):
        return as_problem(job.entry, "bug", f"{where}: {type(error).__name__}: {error}")
    dossier = reading.result()
    if job.source.problems:
        dossier = msgspec.structs.replace(dossier, problems=(*dossier.problems, *job.source.problems))
    return msgspec.structs.replace(job.entry, dossier=dossier)


def as_problem(entry: Entry, code: str, message: str) -> Entry:
    """The entry of a source from which no article came, and why."""
    return msgspec.structs.replace(
        entry, status="problem", code=code, message=message, document=None, article=None, copy_of=None
    )
