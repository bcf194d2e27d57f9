"""Errors of the database and the disk, turned into messages for a person."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from teletipo.errors import StoreError

_HOLDER = re.compile(r"PID (\d+)")
_DENIED = re.compile(r"permission denied|read-only|readonly|not permitted|unable to open", re.I)
_BROKEN_INDEX = re.compile(r"not a database|malformed", re.I)
_MESSAGES = (
    (re.compile(r"no space left|disk is full|disk quota|could not write all bytes", re.I), "the disk is full"),
    (re.compile(r"no such file or directory", re.I), "the folder does not exist"),
    (re.compile(r"is a directory", re.I), "a folder, not an archive"),
    (re.compile(r"corrupt|checksum|could not read enough bytes|serialization", re.I), "the file is damaged"),
)

#: What the databases raise when the disk, another process or a broken file stops them; a wrong query is none of these.
_ERRORS = (
    duckdb.IOException,
    duckdb.FatalException,
    duckdb.InternalException,
    duckdb.OutOfMemoryException,
    duckdb.SerializationException,
    duckdb.TransactionException,
    sqlite3.DatabaseError,
    OSError,
)


@contextmanager
def guarded(path: Path, *, reading: bool = False) -> Iterator[None]:
    """Turn an error of the database or the disk inside into a `StoreError` that names `path`.

    `reading`: nothing is written inside, so the message does not say that earlier records are safe. Ctrl-C, which the
    database takes for an error of its own, is a KeyboardInterrupt again.
    """
    try:
        yield
    except (duckdb.InterruptException, RuntimeError) as error:
        if str(error) == "std::bad_cast":  # what DuckDB makes of bytes that are no UTF-8
            raise StoreError(f"{path}: this name or the query is not UTF-8") from None
        if isinstance(error, RuntimeError) and str(error) != "Query interrupted":
            raise
        raise KeyboardInterrupt from None
    except (*_ERRORS, duckdb.Error) as error:
        if not isinstance(error, _ERRORS) and type(error) is not duckdb.Error:  # the bare class: a wrong checksum
            raise
        if isinstance(error, sqlite3.DatabaseError) and _BROKEN_INDEX.search(str(error)):
            raise StoreError(f"{path}: no search index or a broken one; delete it, it is made again") from error
        meaning = _meaning(str(error), reading)
        is_safe = not reading and "damaged" not in meaning and os.path.isfile(path)  # noqa: PTH113 raises nothing
        kept = "; what was stored before is kept" if is_safe else ""
        raise StoreError(f"{path}: {meaning}{kept}") from error


def _meaning(message: str, reading: bool) -> str:
    if "set lock" in message or "database is locked" in message or "being used by another process" in message:
        holder = _HOLDER.search(message)
        return f"in use by another process{f' ({holder.group(1)})' if holder else ''}: wait until it has finished"
    if _DENIED.search(message):
        return "cannot be read: permission denied" if reading else "cannot be written here"
    known = next((text for pattern, text in _MESSAGES if pattern.search(message)), None)
    return known or message.splitlines()[0]
