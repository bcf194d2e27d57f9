"""Draft: what the rules for time expressions work with: matched words, anchors of the text, and a draft result."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

import msgspec

from teletipo.phrases.grammar import Match
from teletipo.phrases.lexicon import Direction
from teletipo.phrases.tokens import Tokens
from teletipo.timex import calendar
from teletipo.timex.calendar import Period

Type = Literal["DATE", "TIME", "DURATION", "SET"]
Ahead = Literal[-1, 0, 1]

#: What the word class of sides ("este", "pasado", "próximo", "siguiente") says: so many units on.
STEP = {"this": 0, "past": -1, "before": -1, "last": -1, "next": 1, "after": 1, "that": 0, "same": 0}
UNRESOLVED = "relative-date"  #: problem of an expression that nothing in the text or with it resolves

_CUTS = frozenset(",:()«»“”")
_STOPS = frozenset(".!?…;\n")
#: How far (words) from a bare weekday or month a tense may stand to count.
_REACH = 18
#: Pairs of words whose tense is kept.
_KEPT = 100_000


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression under construction; `first` and `last` override the tokens of the match."""

    type: Type
    value: str
    period: Period | None = None
    basis: str = "explicit"
    mod: str | None = None
    problem: str | None = None
    prefix: bool = False  #: only has a meaning together with the expression that follows it
    first: int | None = None
    last: int | None = None


def day_draft(day: date, basis: str) -> Draft:
    """A draft of one day."""
    return Draft(type="DATE", value=day.isoformat(), period=calendar.day(day), basis=basis)


def period_draft(period: Period | None, basis: str) -> Draft | None:
    """A draft of a period; None for none."""
    if period is None:
        return None
    return Draft(type="DATE", value=calendar.value_of(period), period=period, basis=basis)


def unresolved(value: str = "XXXX-XX-XX") -> Draft:
    """A relative expression that nothing anchors."""
    return Draft(type="DATE", value=value, basis="none", problem=UNRESOLVED)


class Tenses:
    """Which words are in the future and which in the past; each word is checked once."""

    def __init__(self, direction: Direction) -> None:
        """`direction` holds the expressions of one word or of two."""
        self._future = re.compile("|".join(f"(?:{p})" for p in direction.future))
        self._past = re.compile("|".join(f"(?:{p})" for p in direction.past))
        self._neither = frozenset(direction.neither)
        self._known: dict[tuple[str, str], Ahead] = {}

    def of(self, word: str, following: str) -> Ahead:
        """1, -1 or 0 for `word` before `following`."""
        key = (word, following)
        if key not in self._known:
            found = self._look(word, f"{word} {following}")
            if len(self._known) >= _KEPT:
                return found
            self._known[key] = found
        return self._known[key]

    def _look(self, word: str, pair: str) -> Ahead:
        if word.lower() in self._neither:
            return 0
        if self._future.fullmatch(word) or self._future.fullmatch(pair):
            return 1
        return -1 if self._past.fullmatch(word) or self._past.fullmatch(pair) else 0


class Anchors:
    """What relative expressions of a text are anchored to: the day of writing and the dates read so far."""

    def __init__(self, tokens: Tokens, now: date | None, basis: str, tenses: Tenses) -> None:
        """`now` is the published date or the dateline (`basis` says which); never the clock."""
        self.now, self.basis = now, basis
        self._tokens, self._tenses = tokens, tenses
        self._last: list[tuple[int, Period]] = []

    def remember(self, offset: int, period: Period) -> None:
        """Note a date that the text has named at `offset`."""
        self._last.append((offset, period))

    def correct(self, shift: int, weekday: int) -> None:
        """Move the day of writing so that `shift` days from it is `weekday` ("hoy, martes"), by two days at most.

        The text knows better than the label: an archive often gives the day after as published.
        """
        if self.now is None:
            return
        for step in (0, -1, 1, -2, 2):
            day = self.now + timedelta(days=step)
            if (day + timedelta(days=shift)).isoweekday() == weekday:
                if step:
                    self.now, self.basis = day, "dateline"
                return

    def last(self, *grains: str, since: int = 0) -> Period | None:
        """The latest date named so far, of one of `grains` if given, at or after the code point `since`."""
        for offset, period in reversed(self._last):
            if offset < since:
                return None
            if not grains or period.grain in grains:
                return period
        return None

    def sentence(self, match: Match) -> int:
        """Where the sentence of `match` starts, roughly: the code point after its last stop."""
        first = match.first
        while first > 0 and not self._stops(first - 1):
            first -= 1
        return self._tokens.starts[first]

    def ahead(self, match: Match, reach: int = _REACH) -> Ahead:
        """1 if the nearest tense within `reach` words of the match is a future, -1 if a past, 0 if there is none.

        One before it with no comma between goes first: "que visitó Quito en abril, recibirá mañana a su homólogo".
        """
        words = self._tokens.words
        left, right = match.first - 1, match.last
        beside = True
        for _ in range(reach):
            if left >= 0 and self._stops(left):
                left = -1
            beside = beside and left >= 0 and words[left] not in _CUTS
            if left >= 0 and (found := self._tense(left)):
                return found
            if beside:
                left -= 1
                continue
            if right < len(words) and self._stops(right):
                right = len(words)
            if right < len(words) and (found := self._tense(right)):
                return found
            left, right = left - 1, right + 1
        return 0

    def _tense(self, at: int) -> Ahead:
        """The tense of a word; a participle has that of its auxiliary: "será juzgado en junio"."""
        words = self._tokens.words
        found = self._tenses.of(words[at], words[at + 1] if at + 1 < len(words) else "")
        return 1 if found < 0 < at and self._tenses.of(words[at - 1], words[at]) > 0 else found

    def _stops(self, index: int) -> bool:
        """True for a line break, and for a stop before a blank and a capital."""
        tokens = self._tokens
        word = tokens.words[index]
        if word not in _STOPS or index + 1 >= len(tokens.words):
            return word == "\n"
        following = tokens.words[index + 1]
        apart = tokens.starts[index + 1] > tokens.starts[index] + 1
        return word == "\n" or (apart and (following[0].isupper() or not following[0].isalnum()))
