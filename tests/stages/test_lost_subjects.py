"""A subject that the parser made part of the adjunct before it gets its verb back."""

from __future__ import annotations

import pytest

from parsed import trees


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("En su cuenta de la red, el puerto de Alba informó que abrirá.", "informó", ["puerto"]),
        ("Al abrir el foro ante diez países, Luis Paz, jefe del gremio, dijo que no.", "dijo", ["Luis"]),
        ("En una carta dirigida al alcalde, Ana Ruiz, jefa del gremio, pidió obras.", "pidió", ["Ana"]),
        ("En Lima, capital del país, atacaron varias casas.", "atacaron", []),
        ("Tras la visita a su hermano, Juan Paz, anunció que dimitía.", "anunció", []),
    ],
    ids=["no comma behind", "described after an infinitive", "described", "a place", "an apposition"],
)
def test_a_phrase_between_an_adjunct_and_its_verb_is_the_subject(text: str, verb: str, subject: list[str]) -> None:
    """Unless it may be an apposition to the adjunct."""
    (sentence,) = trees(text)
    token = sentence.forms.index(verb)
    assert [sentence.forms[c] for c in sentence.kids(token, "nsubj")] == subject
