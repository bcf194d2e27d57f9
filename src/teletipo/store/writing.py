"""Writes entries into the tables and links each near-copy to the earlier article that it repeats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import duckdb
import msgspec

from teletipo.records import Article, Dossier
from teletipo.store import copies, schema
from teletipo.store.rows import Row, packed, record_rows, run_row

#: What became of a source: its article was read, is a copy of a text or known already, could not be read, or was read
#: again, which replaces its records.
Status = Literal["coded", "copy", "known", "problem", "again"]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one source, as `write` stores it."""

    key: str
    origin: str
    status: Status
    position: int | None = None
    source_sha256: str = ""
    document: str | None = None
    code: str | None = None
    message: str | None = None
    dossier: Dossier | None = None  #: if the status is coded or again
    article: Article | None = None  #: if the status is copy: the article, whose text is in the archive already
    copy_of: str | None = None


def write(db: duckdb.DuckDBPyConnection, entries: Sequence[Entry]) -> list[copies.Copy | None]:
    """Add the rows of `entries` inside the transaction of the caller; returns their near-copy links."""
    first = db.execute("SELECT coalesce(max(n), 0) + 1 FROM sources").fetchall()[0][0]
    sketches = [_sketch(e) for e in entries]
    links = _links(db, entries, sketches)
    rows: dict[str, list[Row]] = {"runs": [], "bands": [], "sources": [], "documents": []}
    _forget(db, [e.dossier for e in entries if e.status == "again" and e.dossier])
    for n, (entry, own, link) in enumerate(zip(entries, sketches, links, strict=True), first):
        if entry.dossier is not None:
            rows["runs"].append(run_row(entry.dossier.run))
            for table, more in record_rows(entry.dossier).items():
                rows.setdefault(table, []).extend(more)
        if entry.status == "again":
            continue
        rows["sources"].append(_source_row(entry, n))
        if entry.dossier is not None:
            rows["documents"].append(_coded_row(entry.dossier, n, own, link))
            if own is not None and link is None:
                rows["bands"] += [{"hash": h, "document": entry.dossier.article.id} for h in own.bands]
        elif entry.article is not None:
            rows["documents"].append(_copy_row(entry, entry.article, n))
    for table, more in rows.items():
        insert(db, table, more)
    return links


def insert(db: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Row]) -> None:
    """Add rows to one table inside the transaction of the caller."""
    if rows:
        db.execute(schema.insertion(table), [msgspec.json.encode(rows).decode("utf-8")])


def _sketch(entry: Entry) -> copies.Sketch | None:
    """The sketch that finds copies of an article; None if it is read again, as its text was sketched before."""
    return copies.sketch(entry.dossier.article.text or "") if entry.dossier and entry.status != "again" else None


def _forget(db: duckdb.DuckDBPyConnection, dossiers: Sequence[Dossier]) -> None:
    """Replace the dossiers of these articles and delete the rows of their old records."""
    if not dossiers:
        return
    ids = [one.article.id for one in dossiers]
    for table in schema.DERIVED:
        db.execute(f"DELETE FROM {table} WHERE document IN (SELECT unnest(?))", [ids])
    said = ("published", "title", "url", "outlet")
    now = [
        (run_row(one.run)["id"], packed(one), *(getattr(one.article, name) for name in said), one.article.id)
        for one in dossiers
    ]
    columns = ", ".join(f"{name} = ?" for name in ("run", "dossier", *said))
    db.executemany(f"UPDATE documents SET {columns} WHERE id = ?", now)


def _links(
    db: duckdb.DuckDBPyConnection, entries: Sequence[Entry], sketches: Sequence[copies.Sketch | None]
) -> list[copies.Copy | None]:
    """For each entry, the earlier article (in the archive or in `entries`) that it is a near-copy of, if any."""
    bands, signatures = _neighbours(db, [h for s in sketches if s for h in s.bands])
    links: list[copies.Copy | None] = []
    for entry, own in zip(entries, sketches, strict=True):
        link = None
        if own is not None and entry.dossier is not None:
            candidates = dict.fromkeys(d for h in own.bands for d in bands.get(h, ()))
            link = copies.nearest(own, candidates, signatures)
            if link is None:
                signatures[entry.dossier.article.id] = own.signature
                for h in own.bands:
                    bands.setdefault(h, []).append(entry.dossier.article.id)
        links.append(link)
    return links


def _neighbours(db: duckdb.DuckDBPyConnection, hashes: list[int]) -> tuple[dict[int, list[str]], dict[str, str]]:
    """The articles that have one of these bands, by its hash, and the signatures of those articles by id."""
    query = """SELECT b.hash, d.id, d.signature FROM bands b JOIN documents d ON d.id = b.document
               WHERE b.hash IN (SELECT unnest(?::UBIGINT[])) ORDER BY d.n"""
    bands: dict[int, list[str]] = {}
    signatures: dict[str, str] = {}
    for band, document, signature in db.execute(query, [hashes]).fetchall() if hashes else ():
        bands.setdefault(band, []).append(document)
        signatures[document] = signature
    return bands, signatures


def _source_row(entry: Entry, n: int) -> Row:
    return {
        "key": entry.key,
        "n": n,
        "origin": _written(entry.origin),
        "position": entry.position,
        "source_sha256": entry.source_sha256,
        "status": entry.status,
        "document": entry.document,
        "code": entry.code,
        "message": entry.message and _written(entry.message),
    }


def _written(name: str) -> str:
    """The text as UTF-8 can hold it: a byte of a file name in another encoding as `\\udcf1`."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _document_row(article: Article, n: int) -> Row:
    return {
        "id": article.id,
        "n": n,
        "sha256": article.sha256,
        "source_sha256": article.source_sha256,
        "language": article.language,
        "title": article.title,
        "url": article.url,
        "outlet": article.outlet,
        "published": article.published,
    }


def _coded_row(dossier: Dossier, n: int, own: copies.Sketch | None, link: copies.Copy | None) -> Row:
    copied = {"copy_of": link.of, "copy_kind": "near", "similarity": link.similarity} if link else {}
    row = _document_row(dossier.article, n) | copied
    row |= {"text": dossier.article.text, "run": run_row(dossier.run)["id"], "dossier": packed(dossier)}
    return row | {"signature": own.signature if own else None}


def _copy_row(entry: Entry, article: Article, n: int) -> Row:
    return _document_row(article, n) | {"copy_of": entry.copy_of, "copy_kind": "same_text", "similarity": 1.0}
