"""Sources as they arrive at an archive: which ones it already has, and which articles they may repeat.

The archive is asked about a chunk of sources at once, because every query costs some milliseconds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from teletipo.errors import InputError
from teletipo.records import Article, Run
from teletipo.sources.source import Source, Unreadable
from teletipo.stages.article import article as make_article
from teletipo.store.archive import Archive

#: Sources that the archive is asked about at once.
CHUNK = 32


class Arrival(NamedTuple):
    """A source that is not in the archive, and its article, not read yet."""

    key: str
    source: Source
    article: Article


class Otherwise(NamedTuple):
    """A source whose article is in the archive, but was read by another run or without its date."""

    key: str
    source: Source
    document: str


class Refusal(NamedTuple):
    """A source that is not in the archive and cannot be read."""

    key: str
    why: Unreadable


class Known:
    """The articles that a new one may repeat: those in the archive and those on their way into it.

    Of the archive only what the present chunk of sources may repeat; call `ask` for each chunk.
    """

    def __init__(self, archive: Archive, run: Callable[[], Run] | None = None) -> None:
        """Nothing is on its way yet; `run` gives what a reading now would record."""
        self._archive, self._run = archive, run
        self._keys: set[str] = set()
        self._texts: dict[str, Article] = {}
        self._ids: dict[str, Article] = {}
        self._written: list[tuple[str, str | None]] = []
        self._stored_texts: dict[str, Article] = {}
        self._stored_ids: dict[str, Article] = {}

    def seen(self, keys: Iterable[str]) -> set[str]:
        """Those of `keys` whose sources are in the archive or on their way."""
        self._forget_written()
        wanted = set(keys)
        return self._archive.seen(wanted) | (self._keys & wanted)

    def read_otherwise(self, keys: Iterable[str]) -> dict[str, str]:
        """Those of `keys` whose articles another run has read, with the articles' ids, unless on their way again."""
        if self._run is None or not (wanted := set(keys) - self._keys):
            return {}
        found = self._archive.read_otherwise(wanted, self._run())
        return {key: document for key, document in found.items() if document not in self._ids}

    def ask(self, articles: Sequence[Article]) -> None:
        """Look up the texts and ids of these articles in the archive, and forget earlier answers."""
        self._stored_texts = self._archive.with_texts([a.sha256 for a in articles])
        self._stored_ids = self._archive.with_ids([a.id for a in articles])

    def with_text(self, sha256: str) -> Article | None:
        """The first article with exactly this text."""
        return self._stored_texts.get(sha256) or self._texts.get(sha256)

    def stored(self, sha256: str) -> Article | None:
        """The first article of the archive with exactly this text, unless it is being read again."""
        found = self._stored_texts.get(sha256)
        return found if found and found.id not in self._ids else None

    def with_id(self, id: str) -> Article | None:
        """The article with this id."""
        return self._stored_ids.get(id) or self._ids.get(id)

    def add(self, key: str, article: Article) -> None:
        """Note an article that is on its way from now on."""
        self._keys.add(key)
        self._texts.setdefault(article.sha256, article)
        self._ids.setdefault(article.id, article)

    def written(self, key: str, document: str | None) -> None:
        """Note that an article has been written; it is forgotten at the next query, when the archive knows it."""
        self._written.append((key, document))

    def _forget_written(self) -> None:
        for key, document in self._written:
            self._keys.discard(key)
            article = self._ids.pop(document or "", None)
            if article is not None and self._texts.get(article.sha256) is article:
                del self._texts[article.sha256]
        self._written.clear()


def arrivals(found: Iterable[Source | Unreadable], known: Known) -> Iterator[Arrival | Otherwise | Refusal | None]:
    """The sources in order; None for one that is on its way, or in the archive and read as it would be now.

    What cannot be read is told as often as it comes.
    """
    items = iter(found)
    while chunk := list(islice(items, CHUNK)):
        keyed = [(key_of(item), item) for item in chunk]
        seen = known.seen(key for key, _ in keyed)
        new: dict[str, Arrival | Otherwise | Refusal]
        new = {key: _arrival(key, item) for key, item in keyed if key not in seen}
        otherwise = known.read_otherwise(seen)
        for key, item in keyed:
            if key in otherwise and isinstance(item, Source):
                new[key] = Otherwise(key, item, otherwise[key])
        known.ask([one.article for one in new.values() if isinstance(one, Arrival)])
        for key, _ in keyed:
            one = new.pop(key, None)
            if isinstance(one, Refusal):
                new[key] = one
            yield one


def key_of(item: Source | Unreadable) -> str:
    """What identifies a source from run to run: its place, its bytes, and the date and outlet given for it."""
    said = (item.published, item.outlet) if isinstance(item, Source) else ()
    parts = (item.origin, item.position, item.source_sha256, *said)
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _arrival(key: str, item: Source | Unreadable) -> Arrival | Refusal:
    """The source with its article, or why it has none."""
    if isinstance(item, Unreadable):
        return Refusal(key, item)
    try:
        return Arrival(key, item, make_article(item.text, **item.about()))
    except InputError as error:
        return Refusal(key, Unreadable(
            origin=item.origin, code=error.code or "article", reason=str(error), position=item.position,
            source_sha256=item.source_sha256,
        ))  # fmt: skip
