"""HTML pages: the article without menus, notices and comments; title, date, outlet and address kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from teletipo.sources.asides import without_asides
from teletipo.sources.extras import needed
from teletipo.sources.source import Options, Source, UnusableError, source

#: Largest page taken, in bytes.
MAX_PAGE = 20_000_000


def read(stream: BinaryIO, origin: str, options: Options) -> Iterator[Source]:
    """The page as one article."""
    data = stream.read(MAX_PAGE + 1)
    if len(data) > MAX_PAGE:
        raise UnusableError("too_long", f"a page of more than {MAX_PAGE:,} bytes")
    yield page(data, origin=origin, options=options)


def page(data: bytes, *, origin: str, options: Options, position: int | None = None, url: str | None = None) -> Source:
    """The article of one page; `UnusableError` if it holds none. `url` wins over the address in the page."""
    if not data.strip():
        raise UnusableError("empty", "no text")
    found = extracted(data, url)
    if found is None:
        raise UnusableError("no_article", "no article in this page")
    return source(
        without_asides(found.text),
        data=data,
        origin=origin,
        options=options,
        position=position,
        published=found.date,
        outlet=found.sitename or found.hostname,
        title=found.title,
        url=url or found.url,
    )


def extracted(data: bytes, url: str | None = None) -> Any:
    """What trafilatura makes of the page: `text`, `title`, `date`, `sitename`, `hostname`, `url`; None if nothing.

    Tried strictly first, then less strictly if nothing is left. Measured in docs/quality.md.
    """
    trafilatura = needed("trafilatura", "html", "HTML")
    for strictly in (True, False):
        found = trafilatura.bare_extraction(
            data, url=url, favor_precision=strictly, include_comments=False, include_tables=False, with_metadata=True
        )
        if found is not None and (found.text or "").strip():
            return found
    return None
