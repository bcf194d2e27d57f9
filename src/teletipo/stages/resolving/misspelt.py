"""Misspelt: a person named again with one letter wrong ("Kowalski", "Kowalsky")."""

from __future__ import annotations

from collections.abc import Iterator

_LONG = 6  #: letters from which a surname alone is told from another one
_SHORT = 4  #: letters of the word that differs between two full names


def variants(word: str) -> Iterator[str]:
    """The word and all words left by dropping one letter; two words one mistake apart share one of these."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def misspelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True if a name and a full name, or the surname at its end, differ by one letter of one word."""
    if len(one) == 1:
        return len(one[0]) >= _LONG and _mistaken(one[0], other[-1])
    wrong = [(a, b) for a, b in zip(reversed(one), reversed(other), strict=False) if a != b]
    return len(wrong) == 1 and min(map(len, wrong[0])) >= _SHORT and _mistaken(*wrong[0])


def _mistaken(one: str, other: str) -> bool:
    """True for one letter too many, missing, wrong or swapped; first letter and gender must agree."""
    if one == other or one[0] != other[0] or {one[-1], other[-1]} == {"a", "o"}:
        return False
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    swapped = a[:2] == b[:2][::-1] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]
