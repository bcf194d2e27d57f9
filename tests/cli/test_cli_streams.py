"""The ends of a run: streams that are closed, full or without a reader, and Ctrl-C; never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sample_dossiers import TEXT, archive
from teletipo.workers import uninterrupted

MAIN = "from teletipo.cli import main; main()"
#: Ctrl-C while this module is imported
INTERRUPT = """import sys
class Interrupting:
    def find_spec(name, path=None, target=None):
        if name == {module!r}: raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting)
"""


def shell(line: str, code: str = MAIN) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `teletipo` is the command line; its exit code is that of the first in a pipe."""
    script = f'teletipo() {{ {sys.executable} -W ignore -c "$CODE" "$@"; }}; {line}; exit ${{PIPESTATUS[0]}}'
    env = os.environ | {"LC_ALL": "C.UTF-8", "CODE": code}
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, env=env, check=False)


@pytest.mark.parametrize("arguments", ["read --demo", "read --demo --json", "schema"])
@pytest.mark.parametrize("to", ["/dev/full", "&-"], ids=["full", "closed"])
def test_output_that_cannot_be_written_is_one_line_and_exit_2(arguments: str, to: str) -> None:
    """Data that are lost are an error."""
    done = shell(f"teletipo {arguments} --lang en >{to}")
    assert done.returncode == 2
    assert "error: the output cannot be written: " in done.stderr
    assert "Traceback" not in done.stderr


def test_closed_messages_are_no_error() -> None:
    """`2>&-` is a way to ask for silence."""
    done = shell("teletipo read --demo --json 2>&-")
    assert (done.returncode, done.stdout[:11]) == (0, '{"article":')


def test_a_closed_standard_input_cannot_be_read() -> None:
    """`<&-` is an input error."""
    done = shell("teletipo read - --lang en <&-")
    assert (done.returncode, done.stderr) == (2, "error: standard input: cannot be read: Bad file descriptor\n")


def test_a_pipe_is_read_only_once() -> None:
    """Nothing is lost of `/dev/stdin` and `<(…)`, which cannot be opened a second time from their beginning."""
    done = shell("echo 'Rusia condenó el ataque.' | teletipo read /dev/stdin --json | teletipo verify <(cat) --lang en")
    assert done.stderr.splitlines()[-1].startswith("articles 1 · spans ")


@pytest.mark.parametrize("arguments", ["read --demo", "read --demo --json", "schema"])
def test_a_reader_that_goes_away_ends_the_command_quietly(arguments: str) -> None:
    """`| head` is no finding and no error, whatever wrote the output."""
    done = shell(f"teletipo {arguments} 2>&1 | head -c 1 >/dev/null")
    assert (done.returncode, done.stderr) == (0, "")
    done = shell(f"teletipo {arguments} | true")
    assert done.returncode == 0
    assert "rror" not in done.stderr


@pytest.mark.parametrize("module", ["typer", "rich.console", "teletipo.pipeline"])
def test_an_interrupt_is_quiet_from_the_start(module: str) -> None:
    """Ctrl-C while modules are imported has the exit code that shells give it."""
    done = shell("teletipo read --demo", INTERRUPT.format(module=module) + MAIN)
    assert (done.returncode, done.stderr) == (130, "")


@pytest.mark.parametrize("signal", ["SIGINT", "SIGTERM"])
def test_an_export_that_is_stopped_leaves_its_file_as_it_was(tmp_path: Path, signal: str) -> None:
    """Ctrl-C and `kill` end it with one line, the exit code of an interrupt and no half-written file."""
    archive(tmp_path / "a.duckdb", [TEXT]).close()
    (tmp_path / "a.csv").write_text("old", encoding="utf-8")
    stop = f"""import signal, teletipo.export.csv_table as table
table.write = lambda dossiers, out: (out.write("new"), signal.raise_signal(signal.{signal}))
"""
    done = shell(f"teletipo export {tmp_path}/a.duckdb --to csv -o {tmp_path}/a.csv --lang en", stop + MAIN)
    assert (done.returncode, done.stderr) == (130, f"interrupted; {tmp_path}/a.csv is as it was before\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "a.duckdb"]
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "old"


def test_a_worker_never_sees_the_interrupt() -> None:
    """Ctrl-C goes to all processes of a terminal; one that has just begun must not trace it."""
    with uninterrupted():
        child = subprocess.run([sys.executable, "-c", "import signal; signal.raise_signal(signal.SIGINT)"])
    assert child.returncode == 0
