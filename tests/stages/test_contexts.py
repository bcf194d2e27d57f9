"""Each context is found in its examples and not in its counterexamples; the paragraph counts less than the sentence."""

from __future__ import annotations

from functools import cache

import pytest

from parsed import trees
from pending import marks
from teletipo.languages import es
from teletipo.lexicon.contexts import Topic
from teletipo.records import Event
from teletipo.spans import Span
from teletipo.stages import contexts

PLOVER = 37

EXAMPLES = [
    pytest.param(topic, text, id=f"{topic.id}-{n}")
    for topic in es.context_words().contexts
    for n, text in enumerate(topic.examples, 1)
]
COUNTEREXAMPLES = [
    pytest.param(topic, c.text, id=f"{topic.id}-{n}", marks=marks(c))
    for topic in es.context_words().contexts
    for n, c in enumerate(topic.counterexamples, 1)
]


@cache
def tagged(text: str, at: int = 0) -> tuple[str, ...]:
    """Contexts of an event anchored at offset `at` of the text."""
    anchor = Span(at, at + 1)
    event = Event(id="e", type="CONSULT", anchors=(anchor,), certainty="fact", rule="test", evidence=(anchor,))
    return contexts.tag(trees(text), (event,), es.context_words())[0].contexts


def test_all_contexts_of_the_ontology_are_there() -> None:
    """PLOVER declares 37 contexts."""
    assert len(es.context_words().contexts) == PLOVER


@pytest.mark.parametrize(("topic", "text"), EXAMPLES)
def test_examples(topic: Topic, text: str) -> None:
    """The sentence of the example is about the context."""
    assert topic.id in tagged(text)


@pytest.mark.parametrize(("topic", "text"), COUNTEREXAMPLES)
def test_counterexamples(topic: Topic, text: str) -> None:
    """The sentence of the counterexample is not about the context."""
    assert topic.id not in tagged(text)


def test_one_word_elsewhere_in_the_paragraph_is_not_enough() -> None:
    """The rest of the paragraph needs two different words of a context."""
    assert "military" not in tagged("Los ministros se reunieron. Un soldado saludó.")
    assert "military" in tagged("Los ministros se reunieron. Un soldado saludó y el ejército desfiló.")


def test_other_paragraphs_do_not_count() -> None:
    """A context ends with its paragraph."""
    assert "military" not in tagged("Los ministros se reunieron.\nEl soldado y el ejército desfilaron.")
