"""The page "From a folder to a dataset" does what it says: its commands run in its order, its Python too."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from teletipo import export
from teletipo.store.archive import Archive

PAGE = Path(__file__).parent.parent / "docs" / "archive.md"


def blocks(kind: str) -> list[str]:
    """The fenced blocks of one kind, in order."""
    return re.findall(rf"```{kind}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def script() -> str:
    """All console blocks as one bash script: a line that starts with `$` starts a command."""
    lines = [line.removeprefix("$ ") for block in blocks("console") for line in block.splitlines()]
    teletipo = f"{sys.executable} -W ignore -c 'from teletipo.cli import main; main()' \"$@\""
    return "set -eu\nteletipo() { " + teletipo + "; }\n" + "\n".join(lines)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Where the commands ran, and all that they wrote to stderr."""
    where = tmp_path_factory.mktemp("docs")
    path = os.pathsep.join(str(Path(p).resolve()) for p in sys.path if p)
    env = {**os.environ, "PYTHONPATH": path, "LANG": "C.UTF-8"}
    done = subprocess.run(["bash", "-c", script()], cwd=where, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return where, done.stderr


def test_the_counts_are_those_that_the_page_shows(folder: tuple[Path, str]) -> None:
    """The line after the first ingestion, and that the second one reads nothing new."""
    first, _, rest = folder[1].partition("\n")
    assert f"`{first}`" in PAGE.read_text(encoding="utf-8")
    assert "read 4 · coded 0 · already there 3 · problems 1: language 1" in rest


def test_the_sql_of_the_page_runs(folder: tuple[Path, str]) -> None:
    """Each block is one query over the archive of the page."""
    with Archive(folder[0] / "caso.duckdb", read_only=True) as archive:
        tables = [archive.sql(block)[0] for block in blocks("sql")]
    assert tables == [["month", "actor", "recipient", "type", "events"]]


def test_every_export_wrote_something(folder: tuple[Path, str]) -> None:
    """Each file or folder of the export section is there, and no span is orphaned."""
    targets = re.findall(r"-o (\S+)", PAGE.read_text(encoding="utf-8"))
    assert len(targets) >= 15
    assert all((folder[0] / target).exists() for target in targets)
    assert folder[1].count("orphaned 0") == 2


@pytest.mark.parametrize("format", export.FORMATS)
def test_every_format_is_shown(format: str) -> None:
    """What can be exported has a command on the page, or is explained there if it needs more than is installed."""
    assert re.search(rf"--to {format}\s|^- `{format}`", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_python_example_runs(folder: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The library does the same as the commands."""
    monkeypatch.chdir(folder[0])
    exec(compile(blocks("python")[0], str(PAGE), "exec"), {"__name__": "example"})
    assert (folder[0] / "otro.csv").exists()
