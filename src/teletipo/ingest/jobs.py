"""Jobs: what is to be done with each source, in order; only what the archive does not have yet is read."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor

import msgspec

from teletipo.errors import InputError
from teletipo.ingest.arrivals import Arrival, Known, Otherwise, Refusal, arrivals
from teletipo.ingest.counts import Counts
from teletipo.records import Article, Run
from teletipo.sources.source import Source, Unreadable, place
from teletipo.store.archive import Archive
from teletipo.store.writing import Entry
from teletipo.workers import Readers, Reading

#: What is known of an article beside its text; reading it again fills in what was missing.
_SAID = ("published", "title", "url", "outlet")


class Job(msgspec.Struct, frozen=True):
    """An entry that is complete, or waits for its dossier."""

    entry: Entry
    source: Source | None = None
    reading: Reading | None = None


class Jobs:
    """The jobs of a run."""

    def __init__(
        self, archive: Archive, readers: Readers, counts: Counts, run: Callable[[], Run] | None, again: bool
    ) -> None:
        """Nothing under way yet; the sources met are counted in `counts`.

        With `again`, articles that another run than `run` has read are read again.
        """
        self._archive, self._readers, self._counts, self._again = archive, readers, counts, again
        self._known = Known(archive, run)

    def of(self, found: Iterable[Source | Unreadable], ahead: int) -> Iterator[Job]:
        """The jobs in the order of the sources, at most `ahead` of them under way."""
        waiting: deque[Job] = deque()
        for arrival in arrivals(found, self._known):
            self._counts.read += 1
            if isinstance(arrival, Arrival):
                arrival = self._dated_now(arrival)
            if isinstance(arrival, Otherwise) and self._again:
                waiting.append(self._once_more(arrival))
            elif arrival is None or isinstance(arrival, Otherwise):
                self._counts.known += 1
                self._counts.otherwise += arrival is not None
            else:
                waiting.append(self._job(arrival))
            if len(waiting) > ahead:
                yield waiting.popleft()
        self._readers.add_no_more()
        while waiting:
            yield waiting.popleft()

    def written(self, entry: Entry) -> None:
        """Note that an entry has been written: from now on the archive knows it."""
        self._known.written(entry.key, entry.document)

    def _job(self, arrival: Arrival | Refusal) -> Job:
        item = arrival.why if isinstance(arrival, Refusal) else arrival.source
        entry = Entry(
            key=arrival.key, origin=item.origin, position=item.position, source_sha256=item.source_sha256,
            status="problem",
        )  # fmt: skip
        if isinstance(arrival, Refusal):
            return Job(as_problem(entry, arrival.why.code, arrival.why.message))
        first = self._known.with_text(arrival.article.sha256)
        own = self._named(arrival.article, first)
        if first is not None and own.id == first.id:
            return Job(msgspec.structs.replace(entry, status="known", document=first.id))
        self._known.add(arrival.key, own)
        if first is not None:
            bare = msgspec.structs.replace(own, text=None)
            return Job(msgspec.structs.replace(entry, status="copy", document=own.id, article=bare, copy_of=first.id))
        source = msgspec.structs.replace(arrival.source, id=own.id)
        waiting = msgspec.structs.replace(entry, status="coded", document=own.id)
        return Job(waiting, source, self._readers.add(source))

    def _dated_now(self, arrival: Arrival) -> Arrival | Otherwise:
        """The arrival; or, if it gives a date that its article in the archive lacks, that article to read again."""
        own, first = arrival.article, self._known.stored(arrival.article.sha256)
        if first is None or first.published or not own.published or not _same_place(own, first):
            return arrival
        return Otherwise(arrival.key, arrival.source, first.id)

    def _once_more(self, arrival: Otherwise) -> Job:
        """Read an article again from its stored text, so that its place and its copies stay as they are."""
        stored, item = self._archive.dossier(arrival.document).article, arrival.source
        self._known.add(arrival.key, stored)
        entry = Entry(
            key=arrival.key, origin=item.origin, position=item.position, source_sha256=item.source_sha256,
            status="again", document=stored.id,
        )  # fmt: skip
        said = {name: getattr(stored, name) or getattr(item, name) for name in _SAID}
        source = msgspec.structs.replace(
            item, text=stored.text or "", id=stored.id, source_sha256=stored.source_sha256, **said
        )
        return Job(entry, source, self._readers.add(source))

    def _named(self, own: Article, first: Article | None) -> Article:
        """`own` with an id that no other article has: that of `first` only if both are the same article."""
        if first is not None and _same_place(own, first):
            return msgspec.structs.replace(own, id=first.id)
        if self._known.with_id(own.id) is None:
            return own
        mark = hashlib.sha256(f"{own.sha256}\x1f{own.url}\x1f{own.outlet}".encode()).hexdigest()[:8]
        return msgspec.structs.replace(own, id=f"{own.id}-{mark}")


def _same_place(own: Article, first: Article) -> bool:
    """True if nothing says that `own` appeared elsewhere than `first`; an equal id given by the source is enough."""
    if own.id == first.id != own.sha256[:16] and not (first.url or first.outlet):
        return True
    told = own.id != first.id and own.id != own.sha256[:16]
    return not told and own.url in (None, first.url) and own.outlet in (None, first.outlet)


def finished(job: Job, readers: Readers) -> Entry:
    """The entry with its dossier; an error of the reader becomes a problem, so that one article cannot stop a batch."""
    if job.reading is None or job.source is None:
        return job.entry
    outcome = readers.outcome(job.reading)
    where = place(job.source.origin, job.source.position)
    if isinstance(outcome, BrokenExecutor):
        return as_problem(job.entry, "killed", f"{where}: the process that read it was killed (out of memory?)")
    if isinstance(outcome, InputError):
        return as_problem(job.entry, outcome.code or "article", f"{where}: {outcome}")
    if isinstance(outcome, Exception):
        return as_problem(job.entry, "bug", f"{where}: {type(outcome).__name__}: {outcome}")
    if isinstance(outcome, BaseException):
        raise outcome
    dossier = outcome
    if job.source.problems:
        dossier = msgspec.structs.replace(dossier, problems=(*dossier.problems, *job.source.problems))
    return msgspec.structs.replace(job.entry, dossier=dossier)


def as_problem(entry: Entry, code: str, message: str) -> Entry:
    """The entry of a source that gave no article, with the reason."""
    return msgspec.structs.replace(
        entry, status="problem", code=code, message=message, document=None, article=None, copy_of=None
    )
