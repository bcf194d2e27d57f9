"""Compiles the patterns of the codebook (`a | b`, role paths, named lists) into what is matched."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

import msgspec

from teletipo.codebook.schema import ClassFile, Common, PatternSource
from teletipo.records import EventType, RoleName

Voice = Literal["verb", "noun", "adjective"]


class Union(msgspec.Struct, frozen=True):
    """Role paths joined by `+`: all of them count."""

    paths: tuple[str, ...]
    starts: frozenset[str]  #: functions of which one must be filled, or no path leads anywhere


class Condition(msgspec.Struct, frozen=True):
    """A condition of a pattern: one of `values` must hold; `stages.matching.restrictions` explains them."""

    name: str
    functions: tuple[str, ...]  #: those that the name asks for: "object + con"
    values: frozenset[str]


class Pattern(msgspec.Struct, frozen=True):
    """One rule, compiled: how an act is expressed and where its roles are found."""

    id: str
    type: EventType
    voice: Voice
    words: tuple[str, ...]  #: of a phrase, after the verb; of a compound noun, directly after its first word
    reflexive: bool
    roles: dict[RoleName, tuple[Union, ...]]  #: alternatives: the first that names somebody counts
    when: tuple[Condition, ...]
    only: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    light: frozenset[str]
    mode: str | None

    @property
    def negated(self) -> bool:
        """True if it requires a "no" at its verb that is part of the act and does not deny it ("no tolerará")."""
        return any(c.name == "negation" and "present" in c.values for c in (*self.when, *self.only))


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The alternatives of `a | b | c`."""
    return tuple(w for part in text.split("|") if (w := " ".join(part.split())))


@lru_cache(maxsize=4096)
def unions(text: str) -> tuple[Union, ...]:
    """The alternatives of role paths: `a + b | c` is `a + b`, or else `c`."""
    return tuple(_union(tuple(" ".join(path.split()) for path in part.split("+"))) for part in text.split("|"))


def _union(paths: tuple[str, ...]) -> Union:
    starts = {path.partition(" > ")[0] for path in paths}
    return Union(paths, frozenset(starts | {"object"} if starts & {"receiver", "object a"} else starts))


def compiled(class_: ClassFile, source: PatternSource, voice: Voice, common: Common) -> list[tuple[str, Pattern]]:
    """The patterns of one voice that a pattern in the file stands for, each with its triggering lemma."""
    roles = class_.es.roles.noun | source.noun_roles if voice == "noun" else class_.es.roles.verb | source.roles
    texts = {"verb": f"{source.verbs} | {source.phrases}", "noun": source.nouns, "adjective": source.adjectives}
    predicates = words(texts[voice])
    if not predicates:
        return []
    paths = {role: unions(text) for role, text in roles.items() if text}
    when, only, unless = (_conditions(texts, common) for texts in (source.when, source.only, source.unless))
    light = frozenset(words(source.light))
    patterns = []
    for predicate in predicates:
        head, *rest = predicate.split()
        reflexive = voice == "verb" and head.endswith("se")
        pattern = Pattern(
            id=source.id,
            type=class_.type,
            voice=voice,
            words=tuple(rest),
            reflexive=reflexive,
            roles=paths,
            when=when,
            only=only,
            unless=unless,
            light=light,
            mode=source.mode,
        )
        patterns.append((head[:-2] if reflexive else head, pattern))
    return patterns


def _conditions(texts: Mapping[str, str], common: Common) -> tuple[Condition, ...]:
    """The conditions of a pattern, from the texts of its values by name."""
    conditions = []
    for name, text in texts.items():
        functions = tuple(" ".join(part.split()) for part in name.split("+"))
        conditions.append(Condition(name, functions, frozenset(values(text, common))))
    return tuple(conditions)


def values(text: str, common: Common) -> tuple[str, ...]:
    """The alternatives of `a | b | @c`, named lists (`@armas`) written out; `checks` makes sure that they exist."""
    found: list[str] = []
    for word in words(text):
        found.extend(words(common.lists[word[1:]]) if word.startswith("@") else (word,))
    return tuple(found)
