"""The archive: one DuckDB file with every article, its records and where they came from.

Articles are written in batches, one transaction each, so a killed process leaves only whole batches. `write` is the
only way in; it also decides which article is a near-copy of an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

import duckdb
import msgspec

from teletipo.errors import StoreError
from teletipo.records import Article, Dossier, Run
from teletipo.store import copies, is_database, schema, writing
from teletipo.store.duck import connect
from teletipo.store.guard import guarded
from teletipo.store.rows import Row, run_row, unpacked
from teletipo.store.writing import Entry

#: Dossiers that `stored` fetches at once.
PAGE = 200


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """A dossier of the archive, and whether it is a near-copy."""

    dossier: Dossier
    copy_of: str | None = None  #: id of the article of which this one is a near-copy


class Archive:
    """An open archive; use it as a context manager. One process writes at a time."""

    def __init__(self, path: str | Path, *, create: bool = False, read_only: bool = False) -> None:
        """Open `path`. Raises StoreError if it is missing, in use, not an archive, or of another schema."""
        self.path = Path(path)
        self._reading = read_only
        with guarded(self.path, reading=read_only):
            self._check_file(create)
            self._db = connect(str(self.path), read_only=read_only)
        try:
            with guarded(self.path, reading=read_only):
                self._prepare(create and not read_only)
        except StoreError:
            self._db.close()
            raise

    def __enter__(self) -> Archive:
        """The archive itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the archive."""
        self.close()

    def close(self) -> None:
        """Release the file; what was written is safe even without this."""
        self._db.close()

    def sql(self, query: str, parameters: Sequence[Any] = ()) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Names of the columns and all rows of `query`. Raises StoreError with DuckDB's message if it is wrong."""
        try:
            with guarded(self.path, reading=self._reading):
                result = self._db.execute(query, parameters)
                if result is None:  # an empty query, or only comments
                    raise StoreError("SQL: there is no query")
                return [column[0] for column in result.description or ()], result.fetchall()
        except duckdb.Error as error:
            raise StoreError(f"SQL: {error}") from error

    def seen(self, keys: Iterable[str]) -> set[str]:
        """Those of `keys` whose sources need not be read again; a source that was a problem is tried again."""
        query = "SELECT key FROM sources WHERE status <> 'problem' AND key IN (SELECT unnest(?))"
        return {key for (key,) in self.sql(query, [list(keys)])[1]}

    def read_otherwise(self, keys: Iterable[str], run: Run) -> dict[str, str]:
        """Those of `keys` whose articles were read by another run than `run`, with the articles' ids."""
        query = """SELECT s.key, d.id FROM sources s JOIN documents d ON d.id = s.document
                   WHERE s.status IN ('coded', 'known') AND d.run <> ? AND s.key IN (SELECT unnest(?))"""
        return dict(self.sql(query, [run_row(run)["id"], list(keys)])[1])

    def with_texts(self, sha256s: Sequence[str]) -> dict[str, Article]:
        """For each of these hashes, the first article with exactly that text; without the text."""
        where = "sha256 IN (SELECT unnest(?)) AND copy_kind IS DISTINCT FROM 'same_text'"
        return {a.sha256: a for a in reversed(self._articles(where, sha256s))}

    def with_ids(self, ids: Sequence[str]) -> dict[str, Article]:
        """The articles with these ids, without their texts."""
        return {a.id: a for a in self._articles("id IN (SELECT unnest(?))", ids)}

    def write(self, entries: Sequence[Entry]) -> list[copies.Copy | None]:
        """Store `entries` in order in one transaction: all of them or none.

        Returns for each entry the near-copy link that was made, if any. Raises StoreError if the disk refuses, and for
        an archive that was opened for reading.
        """
        if self._reading:
            raise StoreError(f"{self.path}: opened for reading only")
        with guarded(self.path):
            self._db.execute("BEGIN")
            try:
                links = writing.write(self._db, entries)
                self._db.execute("COMMIT")
            except (duckdb.Error, RuntimeError):  # a RuntimeError is Ctrl-C
                # after a failed COMMIT or a fatal error there is no transaction left to roll back
                with suppress(duckdb.Error):
                    self._db.execute("ROLLBACK")
                raise
        return links

    def stored(self, *, near: bool = True) -> Iterator[Stored]:
        """All dossiers by date and arrival, a page in memory at a time; near-copies only with `near`."""
        wanted = "" if near else "AND copy_of IS NULL"
        order = f"SELECT id FROM documents WHERE dossier IS NOT NULL {wanted} ORDER BY published NULLS LAST, n"
        ids = [id for (id,) in self.sql(order)[1]]
        query = "SELECT id, dossier, text, copy_of FROM documents WHERE id IN (SELECT unnest(?))"
        for start in range(0, len(ids), PAGE):
            page = ids[start : start + PAGE]
            rows = {row[0]: row for row in self.sql(query, [page])[1]}
            for id in page:
                _, data, text, copy_of = rows[id]
                yield Stored(dossier=unpacked(data, text), copy_of=copy_of)

    def dossiers(self, *, near: bool = True) -> Iterator[Dossier]:
        """As `stored`, the dossiers alone."""
        return (one.dossier for one in self.stored(near=near))

    def dossier(self, id: str) -> Dossier:
        """The dossier of one article. Raises StoreError if there is none."""
        rows = self.sql("SELECT dossier, text, copy_of FROM documents WHERE id = ?", [id])[1]
        if not rows:
            raise StoreError(f"{self.path}: no article {id}")
        data, text, copy_of = rows[0]
        if data is None:
            raise StoreError(f"{self.path}: article {id} has the same text as {copy_of}; its records are there")
        return unpacked(data, text)

    def insert(self, table: str, rows: Sequence[Row]) -> None:
        """Add rows to one table inside the transaction of the caller."""
        writing.insert(self._db, table, rows)

    def _check_file(self, create: bool) -> None:
        """Raise StoreError for a path that DuckDB must not open: it may take a file for another program's database."""
        if not self.path.exists():
            if not create:
                raise StoreError(f"{self.path}: no such archive; `teletipo ingest` makes one")
        elif not is_database(self.path):
            raise StoreError(f"{self.path}: not an archive")

    def _prepare(self, create: bool) -> None:
        if not self._db.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'meta'").fetchall():
            if not create or self._db.execute("SELECT 1 FROM duckdb_tables()").fetchall():
                raise StoreError(f"{self.path}: a DuckDB file, but not an archive of teletipo")
            self._db.execute("BEGIN")
            for statement in schema.ddl():
                self._db.execute(statement)
            self._db.execute("COMMIT")
        self.version = int(self._db.execute("SELECT value FROM meta WHERE key = 'schema'").fetchall()[0][0])

    def check_version(self) -> None:
        """Raise StoreError unless the tables are those of this version of teletipo."""
        if self.version > schema.SCHEMA:
            raise StoreError(f"{self.path}: made by a newer teletipo (archive schema {self.version}); update teletipo")
        if self.version < schema.SCHEMA:
            raise StoreError(f"{self.path}: archive schema {self.version} is old; run `teletipo upgrade {self.path}`")

    def _articles(self, where: str, values: Sequence[str]) -> list[Article]:
        """The articles for which `where` holds, without their texts, in the order of arrival."""
        columns = ("id", "sha256", "source_sha256", "language", "title", "url", "outlet", "published")
        query = f"SELECT {', '.join(columns)} FROM documents WHERE {where} ORDER BY n"
        rows = self.sql(query, [list(values)])[1] if values else []
        return [Article(**dict(zip(columns, row, strict=True))) for row in rows]
