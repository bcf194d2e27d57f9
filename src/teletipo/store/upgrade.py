"""Upgrades archives of older versions: one step per schema version, then the derived tables are rebuilt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from teletipo.errors import StoreError
from teletipo.store import schema
from teletipo.store.archive import Archive
from teletipo.store.guard import guarded
from teletipo.store.rows import record_rows

#: Schema version -> what turns an archive of that version into one of the next.
STEPS: Mapping[int, Callable[[Archive], None]] = {
    1: lambda _: None,  # 2 added coordinates of entities; as all derived tables are rebuilt, nothing is to be done
    2: lambda _: None,  # 3 keeps entities apart that are only described
    3: lambda _: None,  # 4 added the evidence of roles
    4: lambda _: None,  # 5 tells who gets the good in a trade
}
#: Articles whose records are rebuilt at once.
BATCH = 500


def upgrade(path: str | Path, steps: Mapping[int, Callable[[Archive], None]] = STEPS) -> tuple[int, int]:
    """Bring the archive to the current schema, all or nothing; returns the versions before and after.

    Raises StoreError if it was made by a newer teletipo or if a step is missing.
    """
    with Archive(path) as archive:
        before = archive.version
        if before > schema.SCHEMA:
            archive.check_version()
        if before == schema.SCHEMA:
            return before, before
        if missing := [v for v in range(before, schema.SCHEMA) if v not in steps]:
            raise StoreError(
                f"{path}: archive schema {missing[0]} is too old to be upgraded; ingest the articles again"
            )
        with guarded(Path(path)):
            archive.sql("BEGIN")
            for version in range(before, schema.SCHEMA):
                steps[version](archive)
            rebuild(archive)
            archive.sql("UPDATE meta SET value = ? WHERE key = 'schema'", [str(schema.SCHEMA)])
            archive.sql("COMMIT")
    return before, schema.SCHEMA


def rebuild(archive: Archive) -> None:
    """Rebuild the derived tables and the views from the stored dossiers, inside the caller's transaction."""
    for view in schema.VIEWS:
        archive.sql(f"DROP VIEW IF EXISTS {view}")
    for table in schema.DERIVED:
        archive.sql(f"DROP TABLE IF EXISTS {table}")
        archive.sql(schema.create(table))
    for query in schema.views():
        archive.sql(query)
    batch: dict[str, list[dict[str, object]]] = {}
    for number, dossier in enumerate(archive.dossiers(), 1):
        for table, rows in record_rows(dossier).items():
            batch.setdefault(table, []).extend(rows)
        if number % BATCH == 0:
            _flush(archive, batch)
    _flush(archive, batch)


def _flush(archive: Archive, batch: dict[str, list[dict[str, object]]]) -> None:
    for table, rows in batch.items():
        archive.insert(table, rows)
    batch.clear()
