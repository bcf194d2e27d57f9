"""Checks of the codebook's files beyond their schema; errors name file and line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import get_args

from teletipo.codebook.functions import faults_of_condition, faults_of_paths
from teletipo.codebook.patterns import words
from teletipo.codebook.schema import ClassFile, Common, PatternSource
from teletipo.meant import instead
from teletipo.records import RoleName
from teletipo.yamlfile import Loaded

#: what the words of an example may be marked as
MARKS = ("anchor", *get_args(RoleName))
_MARK = re.compile(r"\]\s*\{([^{}]*)\}")
_INFINITIVE = re.compile(r"\w*[aeií]r(?:se)?\b")
_LEMMAS = re.compile(r"[\w\s|-]*")


def check(files: Sequence[Loaded[ClassFile]], shared: Loaded[Common]) -> None:
    """Raise DataError for the first mistake: in an example, a pattern, a role, or an id that is given twice."""
    common = shared.value
    prepositions = frozenset(words(common.prepositions))
    for fault in _unknown_lists(common.unpolitical, common):
        raise shared.error(f"key `unpolitical`: {fault}", "unpolitical")
    for loaded in files:
        _check_sentences(loaded)
        _check_roles(loaded, prepositions)
        for number, pattern in enumerate(loaded.value.es.patterns):
            for fault in _faults(pattern, loaded.value, common, prepositions):
                raise loaded.error(f"pattern `{pattern.id}`: {fault}", "es", "patterns", number)
    _check_ids(files)


def _check_sentences(loaded: Loaded[ClassFile]) -> None:
    rules = loaded.value.es
    if len(rules.examples) < 2:
        raise loaded.error("key `es.examples`: at least two examples are needed", "es", "examples")
    if not rules.counterexamples:
        raise loaded.error("key `es.counterexamples`: at least one is needed, with its reason", "es", "counterexamples")
    for number, example in enumerate(rules.examples):
        marks = _MARK.findall(example if isinstance(example, str) else example.text)
        if unknown := [name for name in marks if name not in MARKS]:
            message = f"unknown role `{unknown[0]}`; {instead(unknown[0], MARKS)}"
            raise loaded.error(message, "es", "examples", number)
        if "anchor" not in marks:
            raise loaded.error("the words of the act must be marked: `[visitó]{anchor}`", "es", "examples", number)


def _check_roles(loaded: Loaded[ClassFile], prepositions: frozenset[str]) -> None:
    """The roles that the class gives to all its patterns."""
    for voice, roles in (("verb", loaded.value.es.roles.verb), ("noun", loaded.value.es.roles.noun)):
        for role, text in roles.items():
            for fault in faults_of_paths(text, prepositions):
                raise loaded.error(f"role `{role}`: {fault}", "es", "roles", voice, role)


def _faults(pattern: PatternSource, of: ClassFile, common: Common, prepositions: frozenset[str]) -> Iterator[str]:
    """What is wrong with a pattern, in words."""
    if not pattern.id.startswith(f"{of.id}."):
        yield f"its id must begin with that of the class, `{of.id}.`"
    if not (pattern.verbs or pattern.nouns or pattern.adjectives or pattern.phrases):
        yield "it has no verbs, nouns, adjectives or phrases"
    if pattern.mode and pattern.mode not in of.modes:
        yield f"mode `{pattern.mode}` is not in `modes`"
    yield from _faults_of_words(pattern)
    for role, text in (*pattern.roles.items(), *pattern.noun_roles.items()):
        yield from (f"role `{role}`: {fault}" for fault in faults_of_paths(text, prepositions))
    for name, value in (*pattern.when.items(), *pattern.only.items(), *pattern.unless.items()):
        yield from _unknown_lists(value, common)
        yield from (f"condition `{name}`: {fault}" for fault in faults_of_condition(name, value, prepositions))


def _unknown_lists(value: str, common: Common) -> Iterator[str]:
    lists = [word for word in words(value) if word[0] == "@"] if "@" in value else []
    yield from (f"list `{one}` is not in `lists` of common.yaml" for one in lists if one[1:] not in common.lists)


def _faults_of_words(pattern: PatternSource) -> Iterator[str]:
    """Words that cannot equal any lemma of a text."""
    for text in (pattern.verbs, pattern.phrases, pattern.nouns, pattern.adjectives):
        if not _LEMMAS.fullmatch(text) or text != text.lower():
            yield f"`{text}`: words are lemmas in lower case, with ` | ` between them"
    for word in words(f"{pattern.verbs} | {pattern.phrases}"):
        if not _INFINITIVE.match(word):
            yield f"`{word}` does not begin with an infinitive"


def _check_ids(files: Sequence[Loaded[ClassFile]]) -> None:
    counts = Counter(pattern.id for loaded in files for pattern in loaded.value.es.patterns)
    for loaded in files:
        for number, pattern in enumerate(loaded.value.es.patterns):
            if counts[pattern.id] > 1:
                raise loaded.error(f"pattern id `{pattern.id}` is used twice", "es", "patterns", number, "id")
