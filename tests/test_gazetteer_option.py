"""A user's own names while reading."""

from __future__ import annotations

from pathlib import Path

import teletipo
from teletipo import gazetteer


def test_names_of_ones_own_are_known(tmp_path: Path) -> None:
    """`read(gazetteer=load(dir))`, which `--gazetteer DIR` calls, knows the names of the folder."""
    file = "about: x\norganisations:\n- {id: OMC1, name: Orden de la Mar Chica}\n"
    (tmp_path / "mios.yaml").write_text(file, encoding="utf-8")
    dossier = teletipo.read("La Orden de la Mar Chica condenó el ataque.", gazetteer=gazetteer.load(tmp_path))
    assert "org:OMC1" in [entity.known for entity in dossier.entities]
