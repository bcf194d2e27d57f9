"""RSS and Atom files: one article an entry, as much of it as the feed carries."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, BinaryIO

from teletipo.sources.extras import needed
from teletipo.sources.markup import plain
from teletipo.sources.source import Options, Source, Unreadable, UnusableError, source, unreadable


def read(stream: BinaryIO, origin: str, options: Options) -> Iterator[Source | Unreadable]:
    """The entries of the feed in their order; nothing is fetched from the network."""
    feedparser = needed("feedparser", "feeds", "RSS and Atom")
    feed = feedparser.parse(stream.read(), sanitize_html=True)
    if not feed.entries:
        reason = f": {feed.bozo_exception}" if feed.get("bozo") else ""
        raise UnusableError("no_article", f"no entries in this feed{reason}")
    outlet = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _entry(entry, number, outlet, origin, options)
        except UnusableError as error:
            yield unreadable(origin, number, error.code, str(error))


def _entry(entry: Any, number: int, outlet: str | None, origin: str, options: Options) -> Source:
    html = next((c.get("value", "") for c in entry.get("content", ())), "") or entry.get("summary", "")
    stamp = entry.get("published_parsed") or entry.get("updated_parsed")
    said = (entry.get("id"), entry.get("title"), entry.get("link"), html)
    return source(
        plain(html),
        data="\x1f".join(part or "" for part in said).encode(),
        origin=origin,
        options=options,
        position=number,
        published=datetime.date(*stamp[:3]) if stamp else entry.get("published") or entry.get("updated"),
        outlet=outlet,
        id=entry.get("id"),
        title=entry.get("title"),
        url=entry.get("link"),
    )
