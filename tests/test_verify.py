"""Verification finds every span that no longer stands in its text, and never moves one."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
import pytest

from sample_dossiers import TEXT, archive, dossier
from teletipo import export
from teletipo.cli.run import exit_code
from teletipo.errors import StoreError
from teletipo.records import Dossier
from teletipo.verify import verify, verify_archive, verify_path


def with_text(one: Dossier, text: str | None) -> Dossier:
    """`one` as if its stored text had been changed."""
    return msgspec.structs.replace(one, article=msgspec.structs.replace(one.article, text=text))


def test_an_untouched_archive_has_no_orphans(tmp_path: Path) -> None:
    """All spans of all kinds of records are found."""
    with archive(tmp_path / "a.duckdb", [TEXT, TEXT + " Fin."]) as made:
        verdict = verify_archive(made)
    assert verdict.ok
    assert verdict.spans > 60
    assert verdict.sentence() == f"articles 2 · spans {verdict.spans} · found {verdict.spans} · orphaned 0"
    assert verdict.sentence("es").startswith("artículos 2 · posiciones ")


def test_an_export_has_the_spans_of_its_archive(tmp_path: Path) -> None:
    """Those of what is counted among them, of which the tables keep the words only."""
    lines = tmp_path / "a.jsonl"
    with archive(tmp_path / "a.duckdb", [TEXT, "(Agencias) " + TEXT]) as made:
        export.of_archive(made, "jsonl", lines)
        assert [one.quantities[0].of is not None for one in made.dossiers()] == [True, True]
        assert verify_archive(made).spans == verify_path(lines).spans


@pytest.mark.parametrize("text", [TEXT.replace("martes", "jueves"), TEXT[:40], None, ""])
def test_a_changed_text_orphans_every_span(text: str | None) -> None:
    """One character changed is enough: the hash tells, and no span is looked for elsewhere."""
    verdict = verify([with_text(dossier(), text)])
    assert not verdict.ok
    assert len(verdict.orphans) == verdict.spans > 0


def test_one_line_tells_of_a_changed_text(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Not one for each of its spans, which all fail with it; as JSON each is a row. Blank lines are no dossiers."""
    file = tmp_path / "a.jsonl"
    file.write_text(with_text(dossier(), TEXT[:40]).to_json() + "\n\n", encoding="utf-8")
    assert exit_code(["verify", str(file), "--lang", "en"]) == 1
    (line,) = capfd.readouterr().out.splitlines()
    assert line.endswith(" more")
    assert exit_code(["verify", str(file), "--json"]) == 1
    assert len(capfd.readouterr().out.splitlines()) > 10


def test_dossiers_are_verified_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """`teletipo read … --json | teletipo verify -`."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(dossier().to_json().encode())))
    assert exit_code(["verify", "-", "--lang", "en"]) == 0
    assert capfd.readouterr().err.startswith("articles 1 ")


def test_a_span_outside_the_text_is_named_with_its_place() -> None:
    """The path in the dossier says which record is wrong."""
    one = dossier()
    moved = msgspec.structs.replace(one.mentions[0], end=10_000)
    verdict = verify([msgspec.structs.replace(one, mentions=(moved, *one.mentions[1:]))])
    assert [o.where for o in verdict.orphans] == ["mentions[0]"]


def test_a_quote_changed_in_a_table_is_found(tmp_path: Path) -> None:
    """Tables that people edit by SQL are checked against the text too."""
    with archive(tmp_path / "a.duckdb", [TEXT]) as made:
        made.sql("UPDATE statements SET quote = 'Habrá guerra'")
        (orphan,) = verify_archive(made).orphans
    assert orphan.where.startswith("statement ")


def test_an_archive_that_begins_like_json_is_an_archive(tmp_path: Path) -> None:
    """An archive's first bytes are a checksum, so one in 256 begins with "{"; here it is forged, and wrong as one."""
    path = tmp_path / "a.duckdb"
    with archive(path, [TEXT]):
        pass
    path.write_bytes(b"{" + path.read_bytes()[1:])
    with pytest.raises(StoreError, match="damaged"):
        verify_path(path)
