"""Every sentence of the codebook reads as it says; a sentence that does not yet is named here, and strictly."""

from __future__ import annotations

import pytest

from teletipo import codebook, examples

#: sentences that the rules still get wrong; remove the id when they do not
PENDING = frozenset(
    """
    request/counterexample-1
    """.split()
)


def params() -> list[object]:
    """One test a sentence."""
    pending = pytest.mark.xfail(reason="a rule is still missing", strict=True)
    return [
        pytest.param(case, id=case.id, marks=[pending] if case.id in PENDING else [])
        for case in examples.cases(codebook.load())
    ]


@pytest.mark.parametrize("case", params())
def test_sentence(case: examples.Case) -> None:
    """Examples are found at their words with their roles; counterexamples are not found."""
    assert examples.failures(case) == ()


def test_pending_sentences_exist() -> None:
    """A sentence that was renamed or removed leaves the list."""
    assert {case.id for case in examples.cases(codebook.load())} >= PENDING


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
    words = set(codebook.words(asked.replace(" ", "|")))
    assert [name for name in book.common.lists if f"@{name}" not in words] == []
