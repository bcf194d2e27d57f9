"""A partition is read whole, written once, and its errors are a table."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from sample_dossiers import TEXT, read
from teletipo.scale.partition import Done, Partition, done, partitions, read_partition


def put(folder: Path, name: str, texts: list[str]) -> str:
    """A JSON Lines file of `texts`."""
    path = folder / name
    path.write_text("".join(json.dumps({"text": t}) + "\n" for t in texts))
    return str(path)


def test_a_file_becomes_a_folder_of_tables(tmp_path: Path) -> None:
    """Articles, records and errors are Parquet tables that DuckDB reads over all partitions at once."""
    put(tmp_path, "a.jsonl", [TEXT, "BREAK this", TEXT + " Otra vez."])
    put(tmp_path, "b.jsonl", [TEXT + " Tres."])
    (tmp_path / "c.jsonl").write_text("{\n")
    wanted = partitions([str(tmp_path)], tmp_path / "out")
    counts = [read_partition(p, read) for p in wanted]
    assert [(c.articles, c.problems) for c in counts] == [(2, 1), (1, 0), (0, 1)]
    events = duckdb.sql(f"SELECT count(*), count(DISTINCT document) FROM '{tmp_path}/out/*/events.parquet'").fetchall()
    assert events == [(12, 3)]
    errors = duckdb.sql(f"SELECT code, position FROM '{tmp_path}/out/*/errors.parquet' ORDER BY ALL").fetchall()
    assert errors == [("article", 2), ("json", 1)]


def test_parquet_in(tmp_path: Path) -> None:
    """A Parquet file with the fields of a known tool is read like its JSON Lines."""
    path = tmp_path / "in.parquet"
    duckdb.sql(
        f"COPY (SELECT '{TEXT}' AS maintext, DATE '2024-03-05' AS date_publish, 'El Faro' AS source_domain) TO '{path}'"
    )
    (wanted,) = partitions([str(path)], tmp_path / "out")
    assert read_partition(wanted, read).articles == 1
    rows = duckdb.sql(f"SELECT published, outlet FROM '{wanted.target}/documents.parquet'").fetchall()
    assert rows == [("2024-03-05", "El Faro")]


def test_what_is_done_is_not_read_again(tmp_path: Path) -> None:
    """A second run returns the counts and calls no reader; a half-written partition does not count as done."""
    path = put(tmp_path, "a.jsonl", [TEXT])
    (wanted,) = partitions([path], tmp_path / "out")

    def broken(source: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_partition(wanted, broken)  # type: ignore[arg-type]
    assert done(wanted) is None
    first = read_partition(wanted, read)
    assert read_partition(wanted, broken) == first == Done(target=wanted.target, articles=1)  # type: ignore[arg-type]


def test_equal_names_in_two_folders_keep_apart(tmp_path: Path) -> None:
    """The folder of a partition is named after the path, not the name alone."""
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        put(tmp_path / name, "a.jsonl", [TEXT])
    targets = {p.target for p in partitions([str(tmp_path)], tmp_path / "out")}
    assert len(targets) == 2
    assert all(isinstance(p, Partition) for p in partitions([str(tmp_path)], tmp_path / "out"))
