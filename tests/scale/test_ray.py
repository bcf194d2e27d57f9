"""A local Ray cluster reads all partitions, also when a worker is killed in the middle."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb
import pytest

from sample_dossiers import TEXT, read
from teletipo.records import Dossier
from teletipo.sources import Source

ray = pytest.importorskip("ray", reason="needs teletipo[ray]")


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    """Two workers on this machine, with our path."""
    os.environ["RAY_DATA_DISABLE_PROGRESS_BARS"] = "1"
    path = os.pathsep.join(str(Path(p).resolve()) for p in sys.path if p)
    ray.init(
        num_cpus=2, include_dashboard=False, logging_level="ERROR", log_to_driver=False,
        runtime_env={"env_vars": {"PYTHONPATH": path}},
    )  # fmt: skip
    yield
    ray.shutdown()


class Killer:
    """Reads like the toy, but the first process that meets the marked text dies by SIGKILL."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __call__(self, sources: Sequence[Source]) -> list[Dossier]:
        if any("MATAR" in source.text for source in sources) and not self.marker.exists():
            self.marker.write_text("dead")
            os.kill(os.getpid(), signal.SIGKILL)
        return read(sources)


@pytest.mark.slow
def test_a_killed_worker_loses_nothing(cluster: None, tmp_path: Path) -> None:
    """The partition of a dead worker is read again by another; the tables are those of an undisturbed run."""
    from teletipo.scale.ray import run

    for n in range(4):
        texts = [f"{TEXT} Parte {n}, {i}." + (" MATAR" if (n, i) == (2, 3) else "") for i in range(6)]
        (tmp_path / f"{n}.jsonl").write_text("".join(json.dumps({"text": t}) + "\n" for t in texts))
    counts = run([f"{tmp_path}/*.jsonl"], tmp_path / "out", reader=Killer(tmp_path / "dead"), workers=2)
    assert (tmp_path / "dead").exists()
    assert [c.articles for c in counts] == [6] * 4
    query = f"SELECT count(*), count(DISTINCT id) FROM '{tmp_path}/out/*/documents.parquet'"
    assert duckdb.sql(query).fetchall() == [(24, 24)]
    assert run([f"{tmp_path}/*.jsonl"], tmp_path / "out", reader=Killer(tmp_path / "dead")) == counts
