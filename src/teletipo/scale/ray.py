"""Reads partitions with Ray Data: a pool of workers that keep the parser loaded.

    python -m teletipo.scale.ray 'archive/*.jsonl.gz' --out tables

A worker that dies is replaced and its partition read again. Running the command again reads what is missing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from teletipo.errors import InputError, TeletipoError
from teletipo.scale.partition import Done, Partition, done, partitions, read_partition
from teletipo.sources import Options, jsonl
from teletipo.workers import Reader, read_sources


class Worker:
    """One worker of the pool."""

    def __init__(self, reader: Reader) -> None:
        """Made by Ray with the reader it was given."""
        self._reader = reader

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        """The counts of the partition that `row` describes."""
        partition = msgspec.json.decode(row["partition"], type=Partition)
        return msgspec.structs.asdict(read_partition(partition, self._reader))


def run(
    inputs: Iterable[str],
    out: Path,
    *,
    options: Options | None = None,
    reader: Reader = read_sources,
    workers: int = 1,
) -> list[Done]:
    """Read every file of `inputs` into a folder of tables under `out`; the counts, in the order of the files.

    Uses the Ray cluster that is connected, or starts one here. `out` must be a path that all nodes see. Raises
    InputError if Ray is not installed.
    """
    try:
        import ray
        import ray.data
    except ModuleNotFoundError:
        raise InputError("Ray is not installed: pip install 'teletipo[ray]'") from None
    wanted = partitions(inputs, out, options)
    todo = [{"partition": msgspec.json.encode(p).decode()} for p in wanted if done(p) is None]
    out.mkdir(parents=True, exist_ok=True)
    if todo:
        rows = ray.data.from_items(todo, override_num_blocks=len(todo))
        read = rows.map(Worker, fn_constructor_args=(reader,), concurrency=(1, workers), num_cpus=1)
        for _ in read.iter_rows():
            pass
    return [found for p in wanted if (found := done(p)) is not None]


def main(arguments: list[str]) -> int:
    """Run the command line of this module; returns the exit code, 2 for wrong input as in `ingest`."""
    parser = argparse.ArgumentParser(prog="python -m teletipo.scale.ray", description=__doc__)
    parser.add_argument("inputs", nargs="+", help="files, folders or patterns; one partition a file")
    parser.add_argument("--out", type=Path, required=True, help="folder for the tables, seen by all nodes")
    parser.add_argument("--workers", type=int, default=1, help="reading processes at most")
    parser.add_argument("--profile", help="known fields of JSON Lines or Parquet")
    parser.add_argument("--map", help="other fields: text=body,published=date (dots descend: a.b)")
    given = parser.parse_args(arguments)
    try:
        options = Options(profile=given.profile, fields=jsonl.fields(given.map))
        counts = run(given.inputs, given.out, options=options, workers=given.workers)
    except TeletipoError as error:
        sys.stderr.write(f"error: {error}\n")
        return 2
    read, problems = sum(c.articles for c in counts), sum(c.problems for c in counts)
    sys.stderr.write(f"partitions {len(counts)} · articles {read:,} · problems {problems:,}\n")
    if problems:
        sys.stderr.write(f"see {given.out}/*/errors.parquet; a folder removed is read again\n")
    return 2 if problems and not read else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
