"""Parquet: one file per table of the archive, for DuckDB, pandas, polars, R and Spark."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import duckdb
import msgspec

from teletipo.export.report import Report
from teletipo.records import Dossier
from teletipo.store import schema
from teletipo.store.duck import connect
from teletipo.store.rows import Row, record_rows, run_row

BATCH = 200
#: Columns of `documents` that have no use outside an archive.
_INNER = ("n", "signature", "dossier", "copy_of", "copy_kind", "similarity")
TABLES = ("documents", "runs", *schema.DERIVED, "exchanges")


def write(dossiers: Iterable[Dossier], folder: Path) -> Report:
    """Write `documents.parquet`, `events.parquet` … into `folder`; rows in the order of the dossiers.

    Memory stays bounded: the tables are built in a temporary file. Raises errors of DuckDB if the disk refuses.
    """
    report = Report()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        db = connect(str(Path(scratch) / "t.duckdb"))
        for table in ("documents", "runs", *schema.DERIVED):
            db.execute(schema.create(table))
        db.execute(f"CREATE VIEW exchanges AS {schema.VIEWS['exchanges']}")
        items = iter(dossiers)
        while batch := list(islice(items, BATCH)):
            _add(db, batch)
            report.exported += len(batch)
        for table in TABLES:
            inner = [c for c in _INNER if c in schema.TABLES.get(table, {})]
            without = f"EXCLUDE ({', '.join(inner)})" if inner else ""
            path = str(folder / f"{table}.parquet").replace("'", "''")
            db.execute(f"COPY (SELECT * {without} FROM {table}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)")
        db.close()
    return report


def _add(db: duckdb.DuckDBPyConnection, batch: list[Dossier]) -> None:
    tables: dict[str, list[Row]] = {"documents": [], "runs": []}
    for dossier in batch:
        run = run_row(dossier.run)
        tables["runs"].append(run)
        article = msgspec.structs.asdict(dossier.article)
        tables["documents"].append(article | {"run": run["id"]})
        for table, rows in record_rows(dossier).items():
            tables.setdefault(table, []).extend(rows)
    for table, rows in tables.items():
        if rows:
            db.execute(schema.insertion(table), [msgspec.json.encode(rows).decode()])
