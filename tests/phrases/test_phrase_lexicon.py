"""Phrase files: what cannot be read or made is an error with the file and line of its rule."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from teletipo.amounts import amounts
from teletipo.errors import DataError
from teletipo.languages import es
from teletipo.phrases.lexicon import Phrases
from teletipo.stages.times import expressions

TEXT = "Hace tres años vendió 20 tanques."


@pytest.mark.parametrize(
    ("file", "right", "wrong", "message"),
    [
        pytest.param(
            "times.yaml", "'dentro de {amount}", "'dentro de {amont}", "rule ahead: unknown macro", id="macro"
        ),
        pytest.param("times.yaml", "'dentro de {amount}", "'dentro de (", "rule ahead: `.` without `.`", id="bracket"),
        pytest.param("times.yaml", "make: ago", "make: agoo", "no `make: agoo`; there are .*ago", id="what it makes"),
        pytest.param(
            "times.yaml",
            "make: ago",
            "make: weekday",
            "`make: weekday` needs a <weekday> or weekday=<…>",
            id="captures",
        ),
        pytest.param("quantities.yaml", "make: amount", "make: amunt", "no `make: amunt`", id="what an amount is"),
        pytest.param("times.yaml", "- id: ago.units", "- id: date.full", "rule date.full is given twice", id="id"),
    ],
)
def test_a_slip_is_refused_with_its_line(tmp_path: Path, file: str, right: str, wrong: str, message: str) -> None:
    """Who writes a rule is told where it is wrong, as for any other file."""
    for path in es.LEXICON.glob("*.yaml"):
        shutil.copy(path, tmp_path)
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert right in text
    (tmp_path / file).write_text(text.replace(right, wrong), encoding="utf-8")
    with pytest.raises(DataError, match=rf"{file}:\d+: .*{message}"):
        expressions(TEXT, None, Phrases(tmp_path))
        amounts(TEXT, Phrases(tmp_path))
