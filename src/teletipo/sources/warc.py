"""Reads WARC archives: every HTML page with status 200 is an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from teletipo.sources import html
from teletipo.sources.extras import needed
from teletipo.sources.source import Options, Source, Unreadable, UnusableError, unreadable


def read(stream: BinaryIO, origin: str, options: Options) -> Iterator[Source | Unreadable]:
    """The pages in their order; a truncated or corrupt archive gives what it has, then an `Unreadable`.

    Other responses (images, redirects, errors) are skipped. `stream` may be compressed.
    """
    needed("trafilatura", "warc", "WARC")
    fastwarc = needed("fastwarc.warc", "warc", "WARC")
    number, records = 0, _responses(fastwarc, stream)
    while True:
        try:
            record = next(records, None)
            data = record.reader.read() if record is not None else b""
        except (OSError, EOFError) as error:
            yield unreadable(origin, number + 1, "truncated", f"the archive is corrupt from here on: {error}")
            return
        if record is None:
            break
        number += 1
        if "Content-Length" not in record.headers or len(data) < record.content_length:
            yield unreadable(origin, number, "truncated", "the archive ends inside this record")
            return
        if _is_page(record) and data.strip():
            yield _page(record, data, number, origin, options)
    if not number:
        raise UnusableError("no_article", "no pages in this archive")


def _responses(fastwarc: Any, stream: BinaryIO) -> Iterator[Any]:
    return iter(fastwarc.ArchiveIterator(stream, record_types=fastwarc.WarcRecordType.response, parse_http=True))


def _is_page(record: Any) -> bool:
    status = record.http_headers.status_code if record.http_headers is not None else 200
    return status == 200 and "html" in (record.http_content_type or "html")


def _page(record: Any, data: bytes, number: int, origin: str, options: Options) -> Source | Unreadable:
    url = record.headers.get("WARC-Target-URI")
    try:
        return html.page(data, origin=origin, options=options, position=number, url=url)
    except UnusableError as error:
        return unreadable(origin, number, error.code, str(error), data)
