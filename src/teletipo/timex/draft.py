"""What the rules of time expressions work with: the words they matched, the anchors of the text, and a draft result."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Literal

import msgspec

from teletipo.phrases.grammar import Match
from teletipo.phrases.lexicon import Direction, Lexicon
from teletipo.phrases.numbers import number
from teletipo.phrases.tokens import Tokens, fold
from teletipo.timex.calendar import Period

Type = Literal["DATE", "TIME", "DURATION", "SET"]
Ahead = Literal[-1, 0, 1]

_STOP = re.compile(r"[.!?…;]\s+(?=[A-ZÁÉÍÓÚÑ¿¡\"“«])|\n")
#: How far (code points) from a bare weekday or month a tense may stand to count.
_REACH = 110
#: A sentence is taken to reach no farther (code points) than this to either side.
_LONGEST = 400


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


class Words:
    """The words of one match, read through the word classes of its grammar."""

    def __init__(self, tokens: Tokens, match: Match, rules: Lexicon, numbers: Mapping[str, Any]) -> None:
        """`numbers`: values of the number words."""
        self.tokens, self.match = tokens, match
        self._rules, self._numbers = rules, numbers

    def __contains__(self, name: str) -> bool:
        return name in self.match.captured

    def text(self, name: str) -> str:
        """The words that `name` captured, joined by blanks."""
        first, last, _ = self.match.captured[name]
        return " ".join(self.tokens.words[first:last])

    def get(self, name: str) -> Any:
        """The value of a capture: what its word class says, the number that figures mean, else None."""
        if name not in self.match.captured:
            return None
        first, last, kind = self.match.captured[name]
        if kind in self._rules.grammar.values:
            return self._rules.grammar.value(kind, self.text(name))
        return self.number(name) if last > first else None

    def number(self, name: str) -> float | None:
        """The value of a captured number phrase, or None where `name` captured nothing."""
        if name not in self.match.captured:
            return None
        first, last, _ = self.match.captured[name]
        return number(self.tokens.words[first:last], self._numbers)

    def whole(self, name: str) -> int | None:
        """`number`, as an integer."""
        value = self.number(name)
        return None if value is None else int(value)

    def nth(self, name: str) -> int | None:
        """The value of a captured day in words, cardinal or ordinal ("vigésimo segundo"); None without one."""
        if name not in self.match.captured:
            return None
        first, last, _ = self.match.captured[name]
        ordinals = {**self._rules.grammar.values.get("tenth", {}), **self._rules.grammar.values["ordinal"]}
        named = [int(str(ordinals[w])) for w in map(fold, self.tokens.words[first:last]) if w in ordinals]
        return sum(named) if named else self.whole(name)

    def word(self, index: int) -> str:
        """The folded token at `index` of the text; "" outside it."""
        return fold(self.tokens.words[index]) if 0 <= index < len(self.tokens.words) else ""

    def near(self, index: int, context: str) -> bool:
        """True if the token at `index` of the text is one of the words of `context`."""
        return self.word(index) in self._rules.contexts[context]

    def before(self, context: str) -> bool:
        """True if the token before the match is one of the words of `context`."""
        return self.near(self.match.first - 1, context)

    def after(self, context: str) -> bool:
        """True if the token after the match is one of the words of `context`."""
        return self.near(self.match.last, context)

    def raw(self, index: int) -> str:
        """The token at `index` as written; "" outside the text."""
        return self.tokens.words[index] if 0 <= index < len(self.tokens.words) else ""


class Anchors:
    """Where relative expressions of one text hang: the day of writing and the dates read so far."""

    def __init__(self, text: str, now: date | None, basis: str, direction: Direction) -> None:
        """`now` is the published date or the dateline (`basis` says which); never the clock."""
        self.text, self.now, self.basis = text, now, basis
        self._future = re.compile(r"\b(?:" + "|".join(direction.future) + r")\b")
        self._past = re.compile(r"\b(?:" + "|".join(direction.past) + r")\b")
        self._neither = frozenset(direction.neither)
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

    def last(self, *grains: str, within: tuple[int, int] | None = None) -> Period | None:
        """The latest date named so far, of one of `grains` if given, inside `within` if given."""
        for offset, period in reversed(self._last):
            if within and not within[0] <= offset <= within[1]:
                return None
            if not grains or period.grain in grains:
                return period
        return None

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Roughly the sentence around `[start, end)`, by its marks."""
        low, high = max(0, start - _LONGEST), min(len(self.text), end + _LONGEST)
        left = max((m.end() for m in _STOP.finditer(self.text, low, start)), default=low)
        right = _STOP.search(self.text, end, high)
        return left, right.start() if right else high

    def ahead(self, start: int, end: int, reach: int = _REACH) -> Ahead:
        """1 if the nearest tense within `reach` of the words is a future, -1 if a past, 0 if there is none."""
        left, right = self.sentence(start, end)
        left, right = max(left, start - reach), min(right, end + reach)
        best: tuple[int, Ahead] = (reach + 1, 0)
        for sign, pattern in ((1, self._future), (-1, self._past)):
            for low, high in ((left, start), (end, right)):
                for m in pattern.finditer(self.text, low, high):
                    gap = start - m.end() if m.end() <= start else m.start() - end
                    if gap < best[0] and m.group().lower() not in self._neither:
                        best = (gap, 1 if sign > 0 else -1)
        return best[1]
