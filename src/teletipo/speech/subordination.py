"""Subordination: whether a verb belongs to the clause being read or to one inside it."""

from __future__ import annotations

from teletipo.speech.page import Page

_OPENERS = frozenset("que quien quienes cuyo cuya cuando donde como mientras si".split())


def subordinate(page: Page, number: int, first: int) -> bool:
    """True if the verb is introduced by a relative or conjunction within its stretch between commas."""
    used = False
    for n in range(number - 1, first - 1, -1):
        low = page.words[n].low
        if low in _OPENERS:
            if not used:
                return True
            used = False
        used = used or page.is_finite(n)
        if low == ",":
            return False
    return False


def main_verb(page: Page, words: range) -> int | None:
    """The first verb with person and tense among the words that belongs to no clause inside them, or None."""
    return next((n for n in words if page.is_finite(n) and not subordinate(page, n, words.start)), None)


def unfinished(page: Page, start: int, comma: int) -> bool:
    """True if what was said has no verb yet before the comma ("dijo que su colega, Ana Ruiz, pidió …")."""
    return page.words[start].low == "que" and main_verb(page, range(start + 1, comma)) is None
