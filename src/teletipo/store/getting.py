"""Tells trades in which the actor gets the good ("compró", "la importación") by the words of the act."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from teletipo.languages.lemmas import lemmas
from teletipo.yamlfile import load


class Getting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lemmas, with examples and counterexamples."""

    words: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def getting() -> Getting:
    """The shipped list. Raises DataError if its file breaks the schema."""
    return load(Path(str(files("teletipo") / "data/store/getting_es.yaml")), Getting)


def gets(act: str) -> bool:
    """Whether in a trade expressed by these words the actor gets the good."""
    return any(lemma in _lemmas() for word in act.lower().split() for lemma in lemmas(word))


@cache
def _lemmas() -> frozenset[str]:
    return frozenset(getting().words.split())
