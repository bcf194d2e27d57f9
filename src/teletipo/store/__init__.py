"""The store: where articles and records are kept, DuckDB for records and SQLite for full-text search."""

from __future__ import annotations

from pathlib import Path


def is_database(path: Path) -> bool:
    """Whether a file is a DuckDB database, as archives are. Raises OSError if it cannot be read.

    Of a pipe nothing is read, as whoever reads the article would not find it any more.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        return False
    with path.open("rb") as stream:
        return stream.read(12)[8:] == b"DUCK"
