"""A user's own names while reading."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import teletipo
from teletipo import gazetteer, name_examples
from teletipo.errors import InputError
from teletipo.name_examples import examples


def test_names_of_ones_own_are_known(tmp_path: Path) -> None:
    """`read(gazetteer=load(dir))`, which `--gazetteer DIR` calls, and `pipe` know the names of the folder."""
    file = "about: x\norganisations:\n- {id: OMC1, name: Orden de la Mar Chica}\n"
    (tmp_path / "mios.yaml").write_text(file, encoding="utf-8")
    text, own = "La Orden de la Mar Chica condenó el ataque.", gazetteer.load(tmp_path)
    for dossier in (teletipo.read(text, gazetteer=own), *teletipo.pipe([text], gazetteer=own, n_process=2)):
        assert "org:OMC1" in [entity.known for entity in dossier.entities]


def test_the_run_tells_own_names_from_the_shipped_ones(tmp_path: Path) -> None:
    """The same text read with other knowledge is another run; the shipped gazetteer given by hand is not."""
    (tmp_path / "mios.yaml").write_text(
        "about: x\norganisations:\n- {id: OMC1, name: Orden de Tal}\n", encoding="utf-8"
    )
    text = "La Orden de Tal condenó el ataque."
    shipped = teletipo.read(text).run.codebook
    assert teletipo.read(text, gazetteer=gazetteer.load()).run.codebook == shipped
    own = teletipo.read(text, gazetteer=gazetteer.load(tmp_path)).run.codebook
    rules = teletipo.read(text, rules_only=True).run.codebook
    assert len({shipped, own, rules}) == 3


def test_the_examples_of_own_names_are_checked(tmp_path: Path) -> None:
    """A wrong id, a name that is not found and one that goes on are told; what is right is not."""
    file = """about: x
organisations:
- {id: OMC1, name: Orden de la Mar Chica}
examples:
- "La [Orden de la Mar Chica]{org:OMC1} condenó el ataque."
- "La [Orden de la Mar Chica]{org:OMC2} condenó el ataque."
- "La [Orden]{org:OMC1} de la Mar Chica condenó el ataque."
- "La Orden de la Mar Chica condenó el ataque."
"""
    (tmp_path / "mios.yaml").write_text(file, encoding="utf-8")
    own = gazetteer.load(tmp_path)
    said = {e.id.rpartition(":")[2]: [m.message for m in name_examples.missed(e, own)] for e in examples(tmp_path)}
    assert said == {
        "5": [],
        "6": ["no entry org:OMC2; found org:OMC1"],
        "7": ["org:OMC1 is found in more words than are marked; found org:OMC1"],
        "8": ["nothing is marked"],
    }


def test_a_folder_that_cannot_be_listed_is_not_called_empty(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The system says why."""

    def refused(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refused)
    with pytest.raises(InputError, match="cannot be read: Permission denied"):
        gazetteer.load(tmp_path)


def test_the_examples_of_the_shipped_names_hold() -> None:
    """In the words as the pipeline cuts them."""
    known = gazetteer.load()
    assert [m for e in examples(gazetteer.DATA) for m in name_examples.missed(e, known)] == []
