"""Where reported words begin and end: a cue's own clause, its own sentence, and no phrase that is no clause."""

from __future__ import annotations

import pytest

import reported

#: text, contents in text order
CASES = [
    pytest.param(
        '"Los vecinos esperan que se abra la presa. Si no se abre, se irán", dijo Paz.',
        ["Los vecinos esperan que se abra la presa. Si no se abre, se irán", "que se abra la presa"],
        id="a cue inside a quotation reports no further than its sentence",
    ),
    pytest.param(
        "Tras la lluvia del lunes abriremos la presa vieja, añadió en un mensaje a la prensa.",
        ["Tras la lluvia del lunes abriremos la presa vieja"], id="tras before a noun opens no clause",
    ),
    pytest.param(
        "En mayo, la sala —formada por las juezas Eva Sol y Ana Ruiz— condenó al exalcalde Juan Paz.",
        [], id="a pair of dashes before the verb is an insertion",
    ),
    pytest.param(
        "La ministra ha pedido a los pueblos que ahorren agua y ha reclamado más ayuda.",
        ["que ahorren agua"], id="the writer goes on in the perfect after a perfect",
    ),
    pytest.param(
        "La ministra ha dicho que el pueblo ahorra agua y reclama más ayuda.",
        ["que el pueblo ahorra agua y reclama más ayuda"], id="the speaker goes on in the present after a perfect",
    ),
    pytest.param(
        "En el marco de la feria de Soria, le manifestó, durante su charla, la urgente necesidad de agua.",
        ["la urgente necesidad de agua"], id="a phrase before the verb is nothing said",
    ),
    pytest.param(
        "Otros creyeron que se quedarían en la isla.", ["que se quedarían en la isla"], id="creyeron",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "contents"), CASES)
def test_bounds(text: str, contents: list[str]) -> None:
    """The words reported are those of the cue's own clause."""
    assert reported.contents(text) == contents
