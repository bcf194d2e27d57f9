"""Goods: the words that tell the category of what is given, sold or taken, loaded from the lexicon."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import msgspec

from teletipo import yamlfile
from teletipo.authoring import Bilingual, Blanked, Counterexample

OTHER = "other"  #: category of a good without any word of the lexicon


class Category(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One category; in an example the words of the good are in brackets, `entregó [dos tanques] a Perú`."""

    id: str
    label: Bilingual
    definition: Bilingual
    words: Blanked  #: lemmas of nouns that are such a good by themselves; `_` joins the words of an expression
    examples: tuple[str, ...]
    counterexamples: tuple[Counterexample, ...]
    hints: Blanked = ""  #: lemmas that class a good whose own noun does not: "alimentario", "artillería"


class Goods(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """All categories of a language."""

    categories: tuple[Category, ...]

    @cached_property
    def words(self) -> dict[str, str]:
        """Lemma or expression (`combustible_nuclear`) of a good -> category."""
        return {word: c.id for c in self.categories for word in c.words.split()}

    @cached_property
    def hints(self) -> dict[str, str]:
        """Lemma that tells the category of the noun it goes with -> category."""
        return {word: c.id for c in self.categories for word in c.hints.split()}


def load(path: Path) -> Goods:
    """The categories of a file; DataError if it breaks the schema, gives a word twice, or lacks an example."""
    loaded = yamlfile.load_marked(path, Goods)
    seen: dict[tuple[str, str], str] = {}
    for number, category in enumerate(loaded.value.categories):
        if len(category.examples) < 2 or not category.counterexamples:
            message = f"category {category.id} needs two examples and a counterexample"
            raise loaded.error(message, "categories", number)
        for key, text in (("words", category.words), ("hints", category.hints)):
            for word in text.split():
                if (key, word) in seen:
                    message = f"word `{word}` of {category.id} is given already, by {seen[key, word]}"
                    raise loaded.error(message, "categories", number)
                seen[key, word] = category.id
    return loaded.value
