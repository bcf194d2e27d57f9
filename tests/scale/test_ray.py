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


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(["none.jsonl"], "none.jsonl: no such file"), (["none.jsonl", "--map", "texto=cuerpo"], "--map texto=…: no such")],
)
def test_what_is_wrong_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    """No traceback for a file that is not there or a field that does not exist, and the exit code of `ingest`."""
    from teletipo.scale.ray import main

    assert main([*arguments, "--out", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err.startswith(f"error: {says}")


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


@pytest.mark.slow
def test_nothing_read_is_told(cluster: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Articles whose text is in a field that nobody named are not passed over as a success."""
    from teletipo.scale.ray import main

    (tmp_path / "a.jsonl").write_text(json.dumps({"cuerpo": TEXT}) + "\n")
    assert main([f"{tmp_path}/a.jsonl", "--out", f"{tmp_path}/out"]) == 2
    assert "articles 0 · problems 1" in capsys.readouterr().err
