"""From an answer about an archive to the reasons of one of its records."""

from __future__ import annotations

from pathlib import Path

import pytest

from sample_dossiers import TEXT, archive
from teletipo.cli.run import exit_code


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An archive of one article."""
    path = tmp_path_factory.mktemp("record") / "a.duckdb"
    archive(path, [TEXT]).close()
    return str(path)


@pytest.mark.parametrize("kind", ["query", "statements", "exchanges"])
def test_a_row_ends_with_an_id_that_explain_takes(made: str, kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Nobody has to look for the article."""
    assert exit_code([kind, made]) == 0
    id = capfd.readouterr().out.splitlines()[0].split()[-1]
    assert exit_code(["explain", made, id]) == 0
    assert capfd.readouterr().out.splitlines()[0].endswith(id)


def test_who_is_lines_and_no_table(made: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Fifteen columns fit no screen; the key at the end of the first line is what other questions take."""
    assert exit_code(["who", made, "wang", "--lang", "en"]) == 0
    first, posts, quote = capfd.readouterr().out.splitlines()
    assert first.startswith("Wang Yi  person, CHN")
    assert " · articles 1 · mentions 1 · acts 0 · receives 0 · speaks 1  " in first
    assert (posts, quote.split("  ")[2]) == ("    canciller", "«Wang Yi»")
    assert exit_code(["statements", made, f"speaker={first.split('  ')[-1]}"]) == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("explain", "ARCHIVE"), "say which record"),
        (("explain", "ARCHIVE", "e:zzz"), "no record e:zzz"),
        (("explain", "ARCHIVE", "e:1", "--rules-only"), "an archive has its records as they were read"),
        (("read", "ARCHIVE"), "ask it with `teletipo query`"),
    ],
)
def test_an_archive_is_no_article(
    made: str, arguments: tuple[str, ...], says: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """One line says what to type instead."""
    assert exit_code([*(made if argument == "ARCHIVE" else argument for argument in arguments), "--lang", "en"]) == 2
    assert says in capfd.readouterr().err


def test_the_beginning_of_an_id_must_mean_one_article(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Else more of it is asked for."""
    archive(tmp_path / "a.duckdb", [TEXT, TEXT + " Fin."]).close()
    assert exit_code(["explain", str(tmp_path / "a.duckdb"), "e", "--lang", "en"]) == 2
    assert "several records begin with e" in capfd.readouterr().err
