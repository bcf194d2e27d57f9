"""Amounts in a text: number, comparator and unit of every quantity phrase, by the rules of quantities.yml."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

import msgspec

from teletipo.numerals import numerals
from teletipo.phrases.grammar import Match
from teletipo.phrases.lexicon import Lexicon, Phrases
from teletipo.phrases.numbers import Mark, decimal_mark, number
from teletipo.phrases.tokens import Tokens, fold, tokens
from teletipo.records import Comparator

#: A percent sign, or its words.
_PERCENT = re.compile(r"%|\bpor cien(?:to)?\b")
#: What the sign begins in an address: "%20".
_CODED = re.compile(r"%[0-9A-F]{2}")
#: What before a figure makes it part of a longer number: a sign, a fraction, decimals in words.
_ODD = re.compile(r"(?:[-−,/^]|\b(?:coma|con|sobre) ?|\de)$", re.IGNORECASE)
#: Characters in which the number before a percent sign is looked for.
_WINDOW = 90
_BLANK = " \n\xa0"


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """One amount: offsets of its words and of the number; `high` ends a range; no `unit` where things are counted."""

    rule: str
    start: int
    end: int
    figure: int  #: offset of the number
    value: float
    comparator: Comparator = "="
    high: float | None = None
    unit: str | None = None

    def __str__(self) -> str:
        number = f"{self.value:.15g}" if self.high is None else f"{self.value:.15g}–{self.high:.15g}"
        return f"{self.comparator} {number} {self.unit or ''}".strip()


def amounts(text: str, phrases: Phrases, mark: Mark | None = None) -> tuple[Amount, ...]:
    """The amounts of `text` in order; `mark` forces the decimal mark that the text does not show."""
    words, rules = tokens(text), phrases.lexicon("quantities")
    reader = _Reader(words, rules, mark)
    found = tuple(rules.grammar.read(words, reader.amount))
    if "%" not in text and "por cien" not in text:
        return found
    return percentages(text, found, phrases.lexicon("numerals"), mark)


def percentages(text: str, found: tuple[Amount, ...], rules: Lexicon, mark: Mark | None) -> tuple[Amount, ...]:
    """`found` with the percentages of other shapes: signs, fractions, decimals in words; not those of addresses."""
    ends = {a.end: a for a in found if a.unit == "%"}
    ranges = [(a.start, a.end) for a in found if a.high is not None]
    made: dict[int, Amount] = {}
    for sign in _PERCENT.finditer(text):
        if any(start < sign.end() < end for start, end in ranges):
            continue
        old = ends.pop(sign.end(), None)
        if _CODED.match(text, sign.start()) or (old and text[old.figure - 1 : old.figure] == "%"):
            continue
        odd = old is None or (old.high is None and _ODD.search(text, max(0, old.figure - 8), old.figure))
        new = _percentage(text, sign.span(), rules, mark) if odd else None
        if new is None or (old and new.figure >= old.figure):
            new = old
        elif old:
            new = msgspec.structs.replace(new, comparator=old.comparator, start=min(new.start, old.start))
        if new:
            made[new.start] = new
    first = {end: a.start for a in made.values() for end in range(a.start, a.end)}
    others = [a for a in found if a.unit != "%" and a.start not in first]
    return tuple(sorted([*others, *made.values(), *ends.values()], key=lambda a: a.start))


def _percentage(text: str, sign: tuple[int, int], rules: Lexicon, mark: Mark | None) -> Amount | None:
    """The percentage of a sign or its words, from the number of any shape that ends before them."""
    at, end = sign
    window = text[max(0, at - _WINDOW) : at].rstrip()
    base = max(0, at - _WINDOW)
    numbers = [n for n in numerals(window, rules, mark) if n.end == len(window)]
    if not numbers:
        return None
    value, start = numbers[-1].value, numbers[-1].start
    before = window[:start]
    if value < 0 and (window[start + 1] == " " or (before and not before[-1].isspace())):
        return None
    if before.endswith(",") and not before[:-1].strip(_BLANK) and window[start:].isdecimal():
        start, value = start - 1, float(f"0.{window[start:]}")
    return Amount(rule="percent", start=base + start, end=end, figure=base + start, value=value, unit="%")


class _Reader:
    def __init__(self, words: Tokens, rules: Lexicon, mark: Mark | None) -> None:
        self._words, self._rules, self._given = words, rules, mark
        self._numbers = rules.numbers

    @cached_property
    def _mark(self) -> Mark | None:
        return self._given or decimal_mark(self._words.words)

    def amount(self, match: Match) -> Amount | None:
        """The amount of a match, or None where the words are no amount."""
        got = match.captured
        make = self._rules.rules[match.rule].make
        if "unit" not in got and make != "collective" and not self._counts(match):
            return None
        value = self._number(match, "n") if make != "fraction" else self._fraction(match)
        comparator: Comparator = self._value(match, "cmp") or "="
        if make == "collective":
            value, comparator = self._collective(match, value, comparator)
        unit = self._unit(match)
        if value is None or ("unit" in got and unit is None) or self._near(match.first - 1, "over"):
            return None
        value = self._scaled(match, make, value)
        if value is None:
            return None
        high = self._number(match, "m")
        if high is not None:
            if self._words.words[got["n"][0]].lower() == "un" and self._words.words[got["m"][0] - 1] == "-":
                return None  # "un -2 %"
            value, high, comparator = self._range(match, value, high), high, "range"
            if value >= high:
                return None
        first, last, _ = got.get("span", (match.first, match.last, ""))
        at = min((got[name][0] for name in ("n", "top", "unit") if name in got), default=first)
        return Amount(rule=match.rule, start=self._words.starts[first], end=self._words.end(last - 1), value=value,
                      figure=self._words.starts[at], comparator=comparator, high=high,
                      unit=unit)  # fmt: skip

    def _unit(self, match: Match) -> str | None:
        """The unit; "km2" is one where the figure touches the letters, and with another one than 2 or 3 none."""
        unit: str | None = self._value(match, "unit")
        if unit is None or "power" not in match.captured:
            return unit
        at = match.captured["power"][0]
        touches = self._words.end(at - 1) == self._words.starts[at]
        return f"{unit}{self._words.words[at]}" if touches and self._words.words[at] in ("2", "3") else None

    def _fraction(self, match: Match) -> float | None:
        """The value of "1/4" or "2 1/4"."""
        top, bottom = self._number(match, "top"), self._number(match, "bottom")
        return (self._number(match, "n") or 0.0) + top / bottom if top is not None and bottom else None

    def _scaled(self, match: Match, make: str, value: float) -> float | None:
        """The number as the rule's `make` means it, in whole units; None where it is no amount after all."""
        match make:
            case "scaled":
                return value if value >= 1_000_000 else None
            case "millions":
                return value * 1_000_000
            case "times":
                return value * float(self._value(match, "scale"))
            case "cents":
                cents = self._number(match, "cents") or 0.0
                counted = "cent" not in match.captured and self._wordy(match.last)
                return None if cents >= 100 or counted else value + cents / 100
        return value

    def _range(self, match: Match, low: float, high: float) -> float:
        """The lower end; "entre 3 y 5 millones" scales it like the upper one."""
        last = match.captured["m"][1] - 1
        scale = self._numbers.get(fold(self._words.words[last]), 0)
        return low * scale if scale >= 1000 and low < 1000 <= high else low

    def _collective(self, match: Match, times: float | None, comparator: Comparator) -> tuple[float, Comparator]:
        size = float(self._value(match, "collective"))
        last = match.captured["collective"][1]
        counted = match.captured.get("n")
        lone = counted and counted[1] - counted[0] == 1 and self._near(counted[0], "one")
        if times is not None and not lone:
            return size * times, comparator
        plural = self._words.words[last - 1].endswith("s")
        return size, comparator if comparator != "=" else ">" if plural else "≈"

    def _counts(self, match: Match) -> bool:
        """True if a bare number can count something: no lone "un", no label ("artículo 45"), no part of a figure."""
        first, last, _ = match.captured["n"]
        if last - first == 1 and self._near(first, "one"):
            return False
        return not self._near(match.first - 1, "label") and not self._near(match.last, "no_amount_after")

    def _wordy(self, index: int) -> bool:
        """True if the token at `index` is a word: what the number before it counts."""
        return index < len(self._words.words) and self._words.words[index][0].isalpha()

    def _near(self, index: int, context: str) -> bool:
        """True if the token at `index` is one of the words of `context`."""
        words = self._words.words
        return 0 <= index < len(words) and fold(words[index]) in self._rules.contexts[context]

    def _number(self, match: Match, name: str) -> float | None:
        if name not in match.captured:
            return None
        first, last, _ = match.captured[name]
        spelt = self._words.words[first:last]
        shown = any("," in w or "." in w for w in spelt)
        return number(spelt, self._numbers, self._mark if shown else None)

    def _value(self, match: Match, name: str) -> Any:
        if name not in match.captured:
            return None
        first, last, kind = match.captured[name]
        return self._rules.grammar.value(kind, " ".join(self._words.words[first:last]))
