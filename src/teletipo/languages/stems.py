"""Stems of Spanish words for the search index: rougher than lemmas, but they need no parser."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

import msgspec

from teletipo.yamlfile import load


class _File(msgspec.Struct, forbid_unknown_fields=True):
    least: int
    inflection: list[list[str]]
    derivation: list[list[str]]


class Endings(msgspec.Struct, frozen=True):
    """The endings of one language, longest first."""

    least: int  #: letters that must stay
    inflection: tuple[str, ...]
    derivation: tuple[str, ...]


@cache
def endings() -> Endings:
    """The shipped endings. Raises DataError if their file breaks the schema."""
    raw = load(Path(str(files("teletipo") / "data/languages/es_stems.yaml")), _File)
    return Endings(raw.least, _longest_first(raw.inflection), _longest_first(raw.derivation))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word given in lower case without accents.

    >>> stem("reuniones") == stem("reunieron")
    True
    """
    known = endings()
    derived = _without(word, known.derivation, known.least)
    if derived != word:
        return derived
    return _without(_without(word, known.inflection, known.least), known.derivation, known.least)


def _without(word: str, listed: tuple[str, ...], least: int) -> str:
    ending = next((e for e in listed if word.endswith(e) and len(word) - len(e) >= least), "")
    return word[: len(word) - len(ending)]


def _longest_first(lists: list[list[str]]) -> tuple[str, ...]:
    return tuple(sorted({e for one in lists for e in one}, key=lambda e: (-len(e), e)))
