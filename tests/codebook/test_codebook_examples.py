"""Every sentence of the codebook reads as it says; a pending one does not yet, and strictly."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from teletipo import codebook, examples
from teletipo.authoring import Counterexample
from teletipo.codebook import patterns
from teletipo.errors import DataError
from teletipo.grammar.functions import AGENT, PLAIN


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


@pytest.mark.parametrize("number", ["example-1", "example-2", "counterexample-1"])
def test_a_sentence_has_the_line_on_which_it_is_written(number: str) -> None:
    """`check` names file and line of what fails, as all other messages about the file do."""
    case = next(c for c in examples.cases(codebook.load(), "protest") if c.id == f"protest/{number}")
    file, _, line = examples.place(case).rpartition(":")
    written = case.source.text if number.startswith("example") else case.source.text.split('"')[0]
    assert written in Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_rules_fit_a_screen() -> None:
    """No line has more than 120 characters, unless it is a sentence."""
    lines = [line for path in codebook.DATA.glob("*.yaml") for line in path.read_text("utf-8").splitlines()]
    assert [line for line in lines if len(line) > 120 and not line.lstrip().startswith(('- "', '- {text: "'))] == []


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
        for text in (*pattern.when.values(), *pattern.only.values(), *pattern.unless.values())
    )
    words = set(patterns.words(asked.replace(" ", "|")))
    assert [name for name in book.common.lists if f"@{name}" not in words] == []


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        pytest.param("]{actor}", "]{actr}", "unknown role `actr`; did you mean actor", id="role of an example"),
        pytest.param("]{anchor}", "]", "the words of the act must be marked", id="example without an anchor"),
        pytest.param("id: consult.verse", "id: verse", "must begin with .* `consult.`", id="id of another class"),
        pytest.param("when: {con: actor}", "when: {objeto: actor}", "did you mean object", id="function"),
        pytest.param("when: {con: actor}", "when: {con + under: de}", "cannot be joined", id="condition on the tree"),
        pytest.param("when: {con: actor}", "when: {tense: Pasado}", "`tense` cannot be `Pasado`", id="value"),
        pytest.param("when: {con: actor}", 'when: {con: "@nada"}', "`@nada` is not in `lists`", id="named list"),
        pytest.param('{actor: "object + subject"}', "{actor: objet}", "role `actor`: `objet` is no", id="role path"),
        pytest.param("topic: sobre}", "topic: acerca de}", "role `topic`: `acerca de` is no", id="path of the class"),
        pytest.param("verbs: reunir\n", "verbs: reunión\n", "`reunión` does not begin with an infinitive", id="verb"),
        pytest.param("nouns: entrevista\n", "nouns: cita, charla\n", "with ` | ` between them", id="comma"),
        pytest.param("mode: phone", "mode: fone", "mode `fone` is not in `modes`", id="mode"),
    ],
)
def test_a_slip_of_the_hand_is_refused_with_its_line(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    """What would silently never match is an error that names file and line."""
    for path in codebook.DATA.glob("*.yaml"):
        shutil.copy(path, tmp_path)
    changed = tmp_path / "consult.yaml"
    text = changed.read_text(encoding="utf-8")
    assert right in text
    changed.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(DataError, match=rf"consult\.yaml:\d+: .*{message}"):
        codebook.load(tmp_path)


def test_an_unknown_list_among_those_who_do_nothing_is_refused(tmp_path: Path) -> None:
    """A slip in the file that all classes share has its line, too."""
    for path in codebook.DATA.glob("*.yaml"):
        shutil.copy(path, tmp_path)
    common = tmp_path / "common.yaml"
    common.write_text(common.read_text(encoding="utf-8").replace("@naturaleza |", "@natura |"), encoding="utf-8")
    with pytest.raises(DataError, match=r"common\.yaml:\d+: .*`@natura` is not in `lists`"):
        codebook.load(tmp_path)


def test_prepositions_are_named_as_the_grammar_names_them() -> None:
    """One that the grammar reads as another would never be met under its own name."""
    named = set(patterns.words(codebook.load().common.prepositions))
    assert named.isdisjoint({*PLAIN, *AGENT[1:]})
