"""Contexts: the words that tell the context of an event, loaded from the lexicon."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from teletipo import yamlfile
from teletipo.authoring import Bilingual, Blanked, Counterexample
from teletipo.lexicon.lookup import keys

_KEPT_WORDS = 20_000  #: words whose expressions are cached


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One context; `_` joins the words of an expression."""

    id: str
    label: Bilingual
    definition: Bilingual
    words: Blanked
    examples: tuple[str, ...]
    counterexamples: tuple[Counterexample, ...]
    hints: Blanked = ""


Entry = tuple[tuple[str, ...], str, bool]  #: words of an expression, its context, False if it is only a hint


class Topics(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """All contexts of a language."""

    contexts: tuple[Topic, ...]

    @cached_property
    def index(self) -> dict[str, tuple[Entry, ...]]:
        """The expressions by their first word."""
        found: dict[str, list[Entry]] = {}
        for topic in self.contexts:
            for text, full in ((topic.words, True), (topic.hints, False)):
                for entry in text.split():
                    words = tuple(entry.split("_"))
                    found.setdefault(words[0], []).append((words, topic.id, full))
        return {first: tuple(entries) for first, entries in found.items()}

    @cached_property
    def begun_by(self) -> _Begun:
        """The expressions that a word may begin, by its lemma and form in lower case."""
        return _Begun(self.index)


class _Begun(dict[tuple[str, str], tuple[Entry, ...]]):
    """Lemma and form -> the expressions that the word may begin, looked up when it is first met."""

    def __init__(self, index: Mapping[str, tuple[Entry, ...]]) -> None:
        super().__init__()
        self._index = index

    def __missing__(self, word: tuple[str, str]) -> tuple[Entry, ...]:
        if len(self) >= _KEPT_WORDS:
            self.clear()
        found = self[word] = tuple(entry for key in keys(*word) for entry in self._index.get(key, ()))
        return found


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
