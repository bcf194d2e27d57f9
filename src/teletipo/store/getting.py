"""Getting: acts of trade whose actor gets the good ("compró", "la importación"), by the words of the act."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from teletipo.languages.lemmas import lemmas
from teletipo.yamlfile import load


class Getting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lemmas, and words that are such acts or none."""

    words: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def getting() -> Getting:
    """The shipped list. Raises DataError if its file breaks the schema."""
    return load(Path(str(files("teletipo") / "data/store/getting_es.yaml")), Getting)


def gets(act: str) -> bool:
    """Whether the actor of an act of trade with these words gets what it is about."""
    return any(lemma in _lemmas() for word in act.lower().split() for lemma in lemmas(word))


@cache
def _lemmas() -> frozenset[str]:
    return frozenset(getting().words.split())
