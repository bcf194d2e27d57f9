"""Verbs that may report speech, in sentences where they report none; each with its counterexample."""

from __future__ import annotations

import pytest

from reported import contents
from teletipo.pipeline import read

MANNERS = [
    ("La tesorera se mostró molesta por el retraso.", []),
    ('La tesorera se mostró "muy molesta" por el retraso.', ['"muy molesta" por el retraso']),
    ("La tesorera dio a conocer el reglamento de la feria.", []),
    ("La tesorera dio a conocer que habrá otra feria.", ["que habrá otra feria"]),
    ("El notario sugirió la venta del molino.", []),
    ("El notario sugirió que se venda el molino.", ["que se venda el molino"]),
    ("Los bomberos descubrieron que la puerta estaba abierta.", []),
]
THINGS = [
    ("La avería del puente supone que el tren llegará tarde.", []),
    ("La ministra Eva Paz supone que el tren llegará tarde.", ["que el tren llegará tarde"]),
    ("La estampida en la feria pone de manifiesto la falta de guardias.", []),
    ("El informe pone de manifiesto la falta de guardias.", ["la falta de guardias"]),
]


@pytest.mark.parametrize(("text", "said"), MANNERS)
def test_showing_and_finding_are_not_saying(text: str, said: list[str]) -> None:
    """A mood, a paper made public or a find is no statement; a clause or quoted words are."""
    assert contents(text) == said


@pytest.mark.parametrize(("text", "said"), THINGS)
def test_what_a_thing_entails_or_shows_is_not_said(text: str, said: list[str]) -> None:
    """A thing that supposes or shows something does not speak; a person or a document does."""
    assert [c.of(text) for s in read(text).statements for c in s.content] == said
