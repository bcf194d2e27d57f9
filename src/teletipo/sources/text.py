"""Plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from teletipo.sources.source import MAX_TEXT, Options, Source, UnusableError, decode, source
from teletipo.sources.wrapped import unwrapped

#: No character takes more than four bytes, so a longer file cannot be an article.
MAX_BYTES = 4 * MAX_TEXT


def read(stream: BinaryIO, origin: str, options: Options) -> Iterator[Source]:
    """The file as one article, hard-wrapped lines joined; its first line is not treated as a title."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        limit = f"more than {MAX_BYTES:,} bytes; an article has at most {MAX_TEXT:,} characters"
        raise UnusableError("too_long", limit)
    yield source(unwrapped(decode(data, options.encoding)), data=data, origin=origin, options=options)
