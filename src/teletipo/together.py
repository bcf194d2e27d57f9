"""How many articles are read together: several per stage take less time than one article after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

#: Most articles read together. Groups of 8 take 6 % less time than single articles, groups of 16 take 7 % less, and
#: larger ones gain nothing more.
ARTICLES = 16
#: A group with this many characters is full, so that long articles need little more memory than one alone.
CHARACTERS = 80_000

T = TypeVar("T")


def grouped(items: Iterable[T], length: Callable[[T], int]) -> Iterator[list[T]]:
    """The items, in order, in groups to be read together; `length` gives the number of characters of an item."""
    group: list[T] = []
    characters = 0
    for item in items:
        group.append(item)
        characters += length(item)
        if is_full(len(group), characters):
            yield group
            group, characters = [], 0
    if group:
        yield group


def is_full(articles: int, characters: int) -> bool:
    """Whether a group with this many articles and characters takes no more."""
    return articles >= ARTICLES or characters >= CHARACTERS
