"""Quotation marks are paired whatever their kind, nesting and state."""

from __future__ import annotations

import pytest

from teletipo.speech.quotations import quotations

CASES = [
    pytest.param('Dijo "no hay dinero" y se fue.', ["no hay dinero"], id="straight"),
    pytest.param("Dijo «no hay dinero» y se fue.", ["no hay dinero"], id="angle"),
    pytest.param("Dijo “no hay dinero” y se fue.", ["no hay dinero"], id="curly"),
    pytest.param("Dijo ''no hay dinero'' y se fue.", ["no hay dinero"], id="two single marks"),
    pytest.param("Dijo ”no hay dinero” y se fue.", ["no hay dinero"], id="closing mark used to open"),
    pytest.param("Dijo « no hay dinero » y se fue.", ["no hay dinero"], id="spaces inside the marks"),
    pytest.param("«El plan “Sol” es caro», dijo.", ["El plan “Sol” es caro", "Sol"], id="nested kinds"),
    pytest.param('"Uno", dijo. "Dos", añadió.', ["Uno", "Dos"], id="two in a row"),
    pytest.param('Sobra agua. Falta dinero", dijo.', ["Falta dinero"], id="no opening mark: from its sentence"),
    pytest.param(
        '"Falta dinero, dijo ayer.', ["Falta dinero, dijo ayer."], id="no closing mark: to the paragraph's end"
    ),
    pytest.param(
        '"Falta dinero. "Sobra agua", dijo. "No", añadió.',
        ["Falta dinero.", "Sobra agua", "No"],
        id="no closing mark: to where the next one opens",
    ),
    pytest.param(
        '"Falta todo. «Sobra agua», dijo. "No", añadió.',
        ["Falta todo. «Sobra agua», dijo.", "Sobra agua", "No"],
        id="no closing mark: not to one of another kind",
    ),
    pytest.param(
        '"Falta dinero. "Sobra agua. "No',
        ["Falta dinero.", "Sobra agua.", "No"],
        id="no closing mark: several times",
    ),
    pytest.param(
        '"Falta dinero. Gil dijo: "Sobra agua".',
        ["Falta dinero.", "Sobra agua"],
        id="no closing mark: to the sentence before one that introduces the next",
    ),
    pytest.param(
        '"Habló de "agua" y de pan.',
        ['Habló de "agua" y de pan.', "agua"],
        id="no closing mark: not to one amid a sentence",
    ),
    pytest.param("“Falta dinero.\nSobra agua”, dijo.", ["Falta dinero.\nSobra agua"], id="over two paragraphs"),
    pytest.param("L'Hospitalet y O'Higgins no son citas.", [], id="apostrophes"),
    pytest.param('Habló "claro" y "alto".', ["claro", "alto"], id="one-word quotations"),
    pytest.param('Terminó así."Falta dinero", dijo.', ["Falta dinero"], id="no space before the opening mark"),
    pytest.param('El agua sobra ", dijo el juez.', ["El agua sobra"], id="a space before the closing mark"),
    pytest.param("", [], id="empty text"),
    pytest.param('"', [""], id="a lone mark"),
]


@pytest.mark.parametrize(("text", "inside"), CASES)
def test_quotation_marks_are_paired(text: str, inside: list[str]) -> None:
    """The words between the marks come out exactly, outer before inner."""
    assert [q.inner.of(text) for q in quotations(text)] == inside


def test_a_quotation_left_open_holds_none_of_those_behind_it() -> None:
    """One forgotten mark does not make a part of something said of every quotation that follows."""
    assert [q.depth for q in quotations('"Falta dinero. "Sobra «agua»", dijo. "No", añadió.')] == [0, 0, 1, 0]


def test_spans_lie_in_the_text() -> None:
    """Every span is inside the text and the inside lies within the outside."""
    text = 'A "b «c” d» "e\n“f ´g` h\n»i« "'
    for q in quotations(text):
        assert 0 <= q.outer.start <= q.inner.start <= q.inner.end <= q.outer.end <= len(text)
