"""Every sentence of the codebook reads as it says; a pending one does not yet, and strictly."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from teletipo import codebook, examples
from teletipo.authoring import Counterexample
from teletipo.codebook import patterns
from teletipo.errors import DataError


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in examples.cases(codebook.load())])
def test_sentence(case: examples.Case) -> None:
    """Examples are found at their words with their roles; counterexamples are not found, pending ones still are."""
    assert examples.failures(case) == ()


@pytest.mark.parametrize(
    ("text", "pending", "message"),
    [
        ("El tenor cantó.", False, None),
        ("El tenor cantó.", True, "nothing wrong here: it is no longer `pending`"),
        ("Bolivia pidió ayuda a Perú.", False, "REQUEST (request.pedir)"),
        ("Bolivia pidió ayuda a Perú.", True, None),
    ],
)
def test_a_pending_counterexample_must_fail(text: str, pending: bool, message: str | None) -> None:
    """What the rules get right may not be called pending, and what they get wrong must be."""
    source = Counterexample(text=text, why="for the test", pending=pending)
    found = examples.failures(examples.Case("request/test", codebook.load().class_("request"), source))
    assert [failure.message for failure in found] == ([message] if message else [])


def test_marks_give_exact_offsets() -> None:
    """The authoring notation is taken out without moving a character."""
    made = examples.marked("[Putin]{actor} [visitó]{anchor} [Pekín]{place}.")
    assert made.text == "Putin visitó Pekín."
    assert [span.of(made.text) for _, span in made.marks] == ["Putin", "visitó", "Pekín"]


def test_every_named_list_is_used() -> None:
    """A list that no pattern asks for (`@armas`) is a leftover."""
    book = codebook.load()
    asked = " ".join(
        text
        for class_ in book.classes
        for pattern in class_.es.patterns
        for text in (*pattern.when.values(), *pattern.unless.values())
    )
    words = set(patterns.words(asked.replace(" ", "|")))
    assert [name for name in book.common.lists if f"@{name}" not in words] == []


def test_a_role_that_does_not_exist_is_refused_with_its_line(tmp_path: Path) -> None:
    """A slip of the linguist's hand is no failure of the rules."""
    for path in codebook.DATA.glob("*.yaml"):
        shutil.copy(path, tmp_path)
    wrong = tmp_path / "consult.yaml"
    lines = wrong.read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines) if "]{actor}" in line)
    lines[number] = lines[number].replace("]{actor}", "]{actr}", 1)
    wrong.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(DataError, match=rf"consult\.yaml:{number + 1}: unknown role `actr`; there are anchor, actor"):
        codebook.load(tmp_path)
