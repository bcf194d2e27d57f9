"""The hash that a dossier names its knowledge by."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from teletipo.languages import es

ONE_OF_EACH = [
    "codebook/aid.yaml",
    "gazetteer/states.yaml",
    "lexicon/es/reporting.yaml",
    "lexicon/es/times.yaml",
    "models/es.json",
]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped data, which the hash is made of."""
    shutil.copytree(es.DATA, tmp_path / "elsewhere")
    monkeypatch.setattr(es, "DATA", tmp_path / "elsewhere")
    return tmp_path / "elsewhere"


def test_a_copy_elsewhere_has_the_same_hash(data: Path) -> None:
    """Where the data lie does not matter."""
    assert es.knowledge_hash.__wrapped__() == es.knowledge_hash()


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_a_change_of_any_file_that_decides_changes_the_hash(data: Path, name: str) -> None:
    """Rules, names, words and weights all decide the output."""
    before = es.knowledge_hash()
    (data / name).write_bytes((data / name).read_bytes() + b" ")
    assert es.knowledge_hash.__wrapped__() != before


def test_the_page_template_is_no_knowledge(data: Path) -> None:
    """How a dossier is shown does not change what was read."""
    (data / "view" / "page.html").write_bytes(b"")
    assert es.knowledge_hash.__wrapped__() == es.knowledge_hash()
