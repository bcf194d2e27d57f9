"""The tokeniser's patterns, compiled for the characters that occur.

A model's patterns list the letters and signs of every script, which take long to compile. Nearly all pieces of a
Spanish text have only usual characters, and for those the rest of the lists can be left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

NAMES = ("prefix", "suffix", "infix", "url")
#: Latin letters and signs, general punctuation and currencies.
_USUAL = frozenset(map(chr, (*range(0x250), *range(0x2000, 0x20D0))))
_CLASS = re.compile(r"\[(?P<inside>(?:[^\]\\]|\\.)+)\]", re.DOTALL)
_CODE = r"u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}"
_LISTED = re.compile(rf"\\(?P<first>{_CODE})(?:-\\(?P<last>{_CODE}))?|\\.", re.DOTALL)


class Patterns:
    """The four patterns of a model, each compiled when it is first needed."""

    def __init__(self, rules: Mapping[str, str]) -> None:
        """`rules` has the patterns "prefix", "suffix", "infix" and "url"."""
        self._rules = rules

    @cached_property
    def prefix(self) -> Callable[[str], re.Match[str] | None]:
        """Finds punctuation and the like at the beginning of a piece."""
        return re.compile(self._rules["prefix"]).search

    @cached_property
    def suffix(self) -> Callable[[str], re.Match[str] | None]:
        """Finds punctuation and the like at the end of a piece."""
        return re.compile(self._rules["suffix"]).search

    @cached_property
    def infixes(self) -> Callable[[str], Iterator[re.Match[str]]]:
        """Finds what splits a piece in the middle."""
        return re.compile(self._rules["infix"]).finditer

    @cached_property
    def url(self) -> Callable[[str], re.Match[str] | None]:
        """Matches a web address."""
        return re.compile(self._rules["url"]).match


class PatternsByCharacters:
    """The patterns of a model for pieces with usual characters, and for all others."""

    def __init__(self, rules: Mapping[str, str], exceptions: Iterable[str]) -> None:
        """`rules` as for `Patterns`; the characters of `exceptions` are usual ones too."""
        self._usual = _USUAL.union(*exceptions)
        self._narrowed = Patterns({name: narrowed(rules[name], self._usual) for name in NAMES})
        self._full = Patterns(rules)

    def of(self, piece: str) -> Patterns:
        """Patterns that find in `piece` the same as the model's."""
        return self._narrowed if self._usual.issuperset(piece) else self._full


def narrowed(pattern: str, usual: frozenset[str]) -> str:
    """`pattern` whose character classes list as escapes only `usual` characters."""
    codes = sorted(map(ord, usual))

    def kept(listed: re.Match[str]) -> str:
        first, last = listed.group("first", "last")
        if first is None:
            return listed.group()
        place = bisect_left(codes, int(first[1:], 16))
        return listed.group() if place < len(codes) and codes[place] <= int((last or first)[1:], 16) else ""

    def narrowed_class(found: re.Match[str]) -> str:
        inside = _LISTED.sub(kept, found.group("inside"))
        return f"[{inside}]" if inside.removeprefix("^") else found.group()

    return _CLASS.sub(narrowed_class, pattern)
