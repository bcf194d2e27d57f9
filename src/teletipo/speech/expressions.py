"""Expressions: further words with which alone a verb reports ("hizo hincapié en", "se mostró partidario de")."""

from __future__ import annotations

from functools import cache

from teletipo.lexicon.reporting import Verb
from teletipo.speech.page import Page

_APART = 3  #: words that may stand between a verb and its further words


def tail(page: Page, number: int, entry: Verb) -> int | None:
    """End of the entry's further words, past adverbs, days and adjectives; None if they do not follow."""
    at = number + 1
    if not entry.rest:
        return at
    if _forms(entry.rest[0]).isdisjoint(page.low[at : at + 1 + _APART]):
        return None
    for part in entry.rest:
        forms = _forms(part)
        while at < len(page.words) and at - number <= _APART and page.low[at] not in forms and _between(page, at):
            at += 1
        if at >= len(page.words) or page.low[at] not in forms:
            return None
        at += 1
    return at


def _between(page: Page, number: int) -> bool:
    """True for a word that may stand inside an expression: "hizo especial hincapié", "se mostró este lunes seguro"."""
    low = page.low[number]
    return page.words[number].upos in ("ADV", "ADJ") or low in page.lists.times or low in ("este", "esta", "el")


@cache
def _forms(part: str) -> frozenset[str]:
    """The word itself and, of an adjective in -o, its other genders and numbers."""
    ends = ("o", "a", "os", "as") if part.endswith("o") else ()
    return frozenset((part, *(part[:-1] + end for end in ends)))
