"""CSV: one article a row, the columns named by a header; `,`, `;` or tabs between them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO

from teletipo.sources.jsonl import MAX_LINE, article, lines, recoded
from teletipo.sources.source import Options, Source, Unreadable, UnusableError, decode, unreadable

_SEPARATORS = (",", ";", "\t")


def read(stream: BinaryIO, origin: str, options: Options) -> Iterator[Source | Unreadable]:
    """The articles of the table in order, their fields found as in JSON Lines; a bad row gives an `Unreadable`.

    Raises `UnusableError` if no column holds the text, and where the file is no longer a table.
    """
    decoded = _decoded(stream, options.encoding)
    header = next(decoded, "")
    separator = max(_SEPARATORS, key=header.count)
    names = next(csv.reader([header], delimiter=separator), [])
    csv.field_size_limit(MAX_LINE)  # of characters; the default would refuse long articles
    rows = csv.reader(decoded, delimiter=separator)
    first = number = 2
    try:
        for row in rows:
            if row:
                item, data = dict(zip(names, row, strict=False)), separator.join(row).encode()
                try:
                    yield article(item, data, origin=origin, options=options, position=number)
                except UnusableError as error:
                    if error.code == "no_text" and number == first:
                        raise
                    yield unreadable(origin, number, error.code, str(error), data)
            number = rows.line_num + first
    except csv.Error as error:
        raise UnusableError("csv", f"not a table from line {number} on: {error}") from None


def _decoded(stream: BinaryIO, encoding: str) -> Iterator[str]:
    """The lines of the file with their ends, which may stand inside a quoted cell."""
    for number, line in lines(recoded(stream)):
        if line is None:
            raise UnusableError("too_long", f"a line of more than {MAX_LINE:,} bytes")
        try:
            yield decode(line, encoding) + "\n"
        except UnusableError as error:
            raise UnusableError(error.code, f"line {number}: {error}") from None
