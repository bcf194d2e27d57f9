"""One partition: a file of articles in, a folder of Parquet tables out. It depends on its file alone.

A partition is done when its folder has its final name, which it gets by one rename; a run that was killed leaves only
folders with other names. So a retry may read a partition twice, but it is written once.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from teletipo.errors import InputError
from teletipo.export import parquet
from teletipo.records import Dossier
from teletipo.sources import Options, Source, Unreadable, articles, jsonl
from teletipo.sources.files import check, found
from teletipo.sources.source import UnusableError, place, unreadable
from teletipo.store.duck import connect
from teletipo.store.guard import guarded
from teletipo.store.rows import Row
from teletipo.together import grouped
from teletipo.workers import Reader, read_sources

COUNTS = "counts.json"
_ERRORS = {
    "origin": "VARCHAR",
    "position": "BIGINT",
    "source_sha256": "VARCHAR",
    "code": "VARCHAR",
    "message": "VARCHAR",
}


class Partition(msgspec.Struct, frozen=True, kw_only=True):
    """One file for one worker; 1,000 to 10,000 articles are a good size."""

    source: str
    target: str
    options: Options = Options()


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of one partition."""

    target: str
    articles: int = 0
    problems: int = 0


def partitions(inputs: Iterable[str], out: Path, options: Options | None = None) -> list[Partition]:
    """One partition per file, each with its own folder under `out`, named after the file and a hash of its path.

    Raises InputError for options that are not known, for what `found` refuses, and for a folder that cannot be listed:
    its files would be missing.
    """
    options = options or Options()
    check(options)
    made = []
    for path in found(inputs, stdin=False):
        if isinstance(path, Unreadable):
            raise InputError(path.message)
        mark = hashlib.sha256(path.encode()).hexdigest()[:8]
        target = out / f"{Path(path).name.partition('.')[0]}-{mark}"
        made.append(Partition(source=path, target=str(target), options=options))
    return made


def done(partition: Partition) -> Done | None:
    """The counts of a partition that has been read; None if it has not."""
    path = Path(partition.target) / COUNTS
    return msgspec.json.decode(path.read_bytes(), type=Done) if path.exists() else None


def read_partition(partition: Partition, reader: Reader = read_sources) -> Done:
    """Read every article of the partition and write its tables; what cannot be read is a row of `errors.parquet`.

    If the partition is done, it only returns the counts.
    """
    before = done(partition)
    if before is not None:
        return before
    target = Path(partition.target)
    scratch = target.with_name(f".{target.name}.{os.uname().nodename}.{os.getpid()}")
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    errors: list[Row] = []
    with guarded(target):
        report = parquet.write(_read(partition, reader, errors), scratch)
    _write_errors(errors, scratch / "errors.parquet")
    counts = Done(target=partition.target, articles=report.exported, problems=len(errors))
    (scratch / COUNTS).write_bytes(msgspec.json.encode(counts))
    try:
        scratch.rename(target)
    except OSError:  # another worker was faster: its folder is the same
        shutil.rmtree(scratch, ignore_errors=True)
    return counts


def _read(partition: Partition, reader: Reader, errors: list[Row]) -> Iterator[Dossier]:
    for group in grouped(_items(partition), lambda item: len(item.text) if isinstance(item, Source) else 0):
        try:
            dossiers = reader([item for item in group if isinstance(item, Source)])
        except InputError:
            yield from _one_by_one(group, reader, errors)
            continue
        errors.extend(_error(item, item.code, item.message) for item in group if isinstance(item, Unreadable))
        yield from dossiers


def _one_by_one(group: list[Source | Unreadable], reader: Reader, errors: list[Row]) -> Iterator[Dossier]:
    """The dossiers of a group of which one article is refused."""
    for item in group:
        if isinstance(item, Unreadable):
            errors.append(_error(item, item.code, item.message))
            continue
        try:
            yield from reader([item])
        except InputError as error:
            errors.append(_error(item, error.code or "article", f"{place(item.origin, item.position)}: {error}"))


def _error(item: Source | Unreadable, code: str, message: str) -> Row:
    own = {"origin": item.origin, "position": item.position, "source_sha256": item.source_sha256}
    return own | {"code": code, "message": message}


def _items(partition: Partition) -> Iterator[Source | Unreadable]:
    if not partition.source.endswith((".parquet", ".pq")):
        yield from articles([partition.source], partition.options)
        return
    for number, row in enumerate(_rows(partition.source), 1):
        data = msgspec.json.encode(row, order="sorted", enc_hook=str)
        try:
            yield jsonl.article(row, data, origin=partition.source, options=partition.options, position=number)
        except UnusableError as error:
            yield unreadable(partition.source, number, error.code, str(error), data)


def _rows(path: str) -> Iterator[dict[str, Any]]:
    """The rows of a Parquet file, a thousand in memory at a time."""
    with connect() as db:
        result = db.execute("SELECT * FROM read_parquet(?)", [path])
        names = [column[0] for column in result.description or ()]
        while chunk := result.fetchmany(1000):
            yield from (dict(zip(names, values, strict=True)) for values in chunk)


def _write_errors(errors: list[Row], path: Path) -> None:
    columns = ", ".join(f"{name} {kind}" for name, kind in _ERRORS.items())
    with connect() as db:
        db.execute(f"CREATE TABLE errors ({columns})")
        if errors:
            shape = msgspec.json.encode([_ERRORS]).decode()
            rows = msgspec.json.encode(errors).decode()
            db.execute(f"INSERT INTO errors SELECT r.* FROM (SELECT unnest(from_json(?, '{shape}')) AS r)", [rows])
        quoted = str(path).replace("'", "''")
        db.execute(f"COPY errors TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)")
