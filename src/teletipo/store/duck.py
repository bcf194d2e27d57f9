"""How teletipo opens DuckDB, everywhere the same."""

from __future__ import annotations

import duckdb

#: The parser needs the rest of the 2 GB that an ingestion may take.
MEMORY = "600MB"


def connect(path: str = ":memory:", *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """An open database with bounded memory and without a progress bar, for stdout is for data; it downloads nothing."""
    db = duckdb.connect(path, read_only=read_only, config={"memory_limit": MEMORY, "threads": 2})
    db.execute("SET enable_progress_bar = false; SET autoinstall_known_extensions = false")
    return db
