"""The names of entities: what belongs to them and what to the text around."""

from __future__ import annotations

import pytest

from teletipo.stages.resolving.figures import tidy


@pytest.mark.parametrize(
    ("written", "name"),
    [
        pytest.param("Lima.-", "Lima", id="the dash of a dateline"),
        pytest.param("el Gobierno”", "el Gobierno", id="a mark that closes what opened before"),
        pytest.param("el jefe de «", "el jefe de", id="a mark that opens what follows"),
        pytest.param("la Finca “El Roble”", "la Finca “El Roble”", id="marks of the name itself"),
        pytest.param("Acme S.A.", "Acme S.A.", id="the full stop of an abbreviation"),
        pytest.param("Cuerpo Azul (CA)", "Cuerpo Azul (CA)", id="an acronym in brackets"),
        pytest.param("—", "—", id="nothing else"),
    ],
)
def test_a_name_ends_before_the_marks_around_it(written: str, name: str) -> None:
    assert tidy(written) == name
