"""Phrase lexicons: YAML files of word classes, macros and rules with examples, read and compiled once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from teletipo.errors import DataError
from teletipo.phrases.grammar import Grammar
from teletipo.phrases.tokens import fold_vowels
from teletipo.yamlfile import load, load_marked

Classes = dict[str, dict[str, Any]]
_NO_CARDINAL = ("collective", "ordinal")  #: classes of number words that number phrases are not made of


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A sentence with the words in brackets that the rule must find; without brackets it must find nothing."""

    text: str
    value: Any = None
    from_: str | None = None
    to: str | None = None
    published: str | None = "2023-09-13"
    problem: str | None = None
    why: str | None = None


class PhraseRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pattern, the name of the function that makes its value, fixed arguments and examples."""

    id: str
    match: str
    examples: tuple[Example, ...]
    make: str = ""
    arguments: dict[str, Any] = msgspec.field(default_factory=dict, name="with")


class Direction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Regular expressions for words that put a date ahead or behind, and words that only seem to."""

    future: tuple[str, ...]
    past: tuple[str, ...]
    neither: tuple[str, ...]


class PhraseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A lexicon file of phrases."""

    rules: tuple[PhraseRule, ...] = ()
    classes: Classes = {}
    macros: dict[str, str] = {}
    weak: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    shapes: dict[str, str] = {}
    direction: Direction | None = None
    contexts: dict[str, tuple[str, ...]] = {}
    tables: dict[str, dict[str, Any]] = {}


class Lexicon(msgspec.Struct, frozen=True):
    """A compiled lexicon: its rules by id, its grammar and the other sections of the file."""

    rules: dict[str, PhraseRule]
    grammar: Grammar
    direction: Direction | None
    contexts: dict[str, frozenset[str]]  #: folded words beside a match that matter, by name
    tables: dict[str, dict[str, Any]]  #: whatever else the rules look up, by name
    numbers: Mapping[str, Any]  #: folded number word -> value, of the words that number phrases are made of
    files: tuple[Path, ...] = ()

    def error(self, rule: str, message: str) -> DataError:
        """A mistake in the rule of that id, with file and line."""
        return _error(self.files, rule, f"rule {rule}: {message}")


class Phrases(msgspec.Struct, frozen=True):
    """The phrase lexicons of one language."""

    folder: Path

    def lexicon(self, name: str, *further: str) -> Lexicon:
        """The lexicon `name` (a file of the folder), compiled once; raises DataError if it is not valid.

        The rules, classes and macros of the `further` files come first, so that they can add to and override its own.
        """
        return _compiled(self.folder, name, further)


@cache
def _compiled(folder: Path, name: str, further: tuple[str, ...]) -> Lexicon:
    shared = _numbers(folder)
    files = tuple(folder / f"{part}.yaml" for part in (*further, name))
    read = [_checked(path) for path in files]
    file, layers = read[-1], list(reversed(read))
    classes: Classes = dict(shared.classes)
    macros: dict[str, str] = dict(shared.macros)
    for layer in layers:
        classes |= {key: {**classes.get(key, {}), **words} for key, words in layer.classes.items()}
        macros |= layer.macros
    rules = {rule.id: rule for layer in read for rule in layer.rules}
    patterns = {key: rule.match for key, rule in rules.items()}
    try:
        grammar = Grammar(classes, macros, patterns, frozenset(file.weak), file.shapes, frozenset(file.silent))
    except DataError as error:
        raise _error(files, str(error.values.get("rule")), str(error)) from None
    contexts = {key: frozenset(words) for layer in layers for key, words in layer.contexts.items()}
    return Lexicon(rules, grammar, file.direction, contexts, file.tables, _number_words(folder), files)


def _checked(path: Path) -> PhraseFile:
    """The file, if each rule has an id of its own and an example; else an error."""
    loaded = load_marked(path, PhraseFile)
    ids = [rule.id for rule in loaded.value.rules]
    for number, rule in enumerate(loaded.value.rules):
        if ids.index(rule.id) != number:
            raise loaded.error(f"rule {rule.id} is given twice", "rules", number)
        if not rule.examples:
            raise loaded.error(f"rule {rule.id} has no example", "rules", number)
    return loaded.value


def _error(files: Iterable[Path], rule: str, message: str) -> DataError:
    """A mistake in a rule; its file is read again for the line number."""
    for path in files:
        loaded = load_marked(path, PhraseFile)
        for number, one in enumerate(loaded.value.rules):
            if one.id == rule:
                return loaded.error(message, "rules", number)
    return DataError(message)


@cache
def _numbers(folder: Path) -> PhraseFile:
    """Number words and their macros, shared by all phrase lexicons."""
    return load(folder / "numbers.yaml", PhraseFile)


@cache
def _number_words(folder: Path) -> dict[str, Any]:
    groups = [words for name, words in _numbers(folder).classes.items() if name not in _NO_CARDINAL]
    return {fold_vowels(word): value for words in groups for word, value in words.items()}
