"""Topics: the words by which the context of an event is known, loaded from the lexicon."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import msgspec

from teletipo import yamlfile


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The same words in Spanish and English."""

    es: str
    en: str


class Counterexample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence that must not get the context, and why; `pending` ones are known failures."""

    text: str
    why: str
    pending: bool = False


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One context; `_` joins the words of an expression."""

    id: str
    label: Text
    definition: Text
    words: str
    examples: tuple[str, ...]
    counterexamples: tuple[Counterexample, ...]
    hints: str = ""


class Topics(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """All contexts of a language."""

    contexts: tuple[Topic, ...]

    @cached_property
    def index(self) -> dict[str, tuple[tuple[tuple[str, ...], str, bool], ...]]:
        """First word -> (all words of the expression, context, whether it is a full word and no hint)."""
        found: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
        for topic in self.contexts:
            for text, full in ((topic.words, True), (topic.hints, False)):
                for entry in text.split():
                    words = tuple(entry.split("_"))
                    found.setdefault(words[0], []).append((words, topic.id, full))
        return {first: tuple(entries) for first, entries in found.items()}


def load(path: Path) -> Topics:
    """The contexts of a file; DataError if it breaks the schema, repeats an id, or lacks an example."""
    loaded = yamlfile.load_marked(path, Topics)
    ids = [t.id for t in loaded.value.contexts]
    for number, topic in enumerate(loaded.value.contexts):
        if ids.index(topic.id) != number:
            raise loaded.error(f"context {topic.id} is given twice", "contexts", number)
        if len(topic.examples) < 2 or not topic.counterexamples:
            raise loaded.error(f"context {topic.id} needs two examples and a counterexample", "contexts", number)
    return loaded.value
