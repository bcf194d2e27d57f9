"""Opens DuckDB in the same way everywhere."""

from __future__ import annotations

import duckdb

#: Of the 2 GB that an ingestion may take; the parser needs the rest.
MEMORY = "600MB"


def connect(path: str = ":memory:", *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """An open database with bounded memory that shows no progress bar on stdout and downloads nothing."""
    db = duckdb.connect(path, read_only=read_only, config={"memory_limit": MEMORY, "threads": 2})
    db.execute("SET enable_progress_bar = false; SET autoinstall_known_extensions = false")
    return db
