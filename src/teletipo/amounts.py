"""Finds amounts in a text (number, comparator and unit) by the rules of quantities.yaml."""

from __future__ import annotations

import re

import msgspec

from teletipo.numerals import fraction, numerals
from teletipo.phrases.lexicon import Lexicon, Phrases
from teletipo.phrases.numbers import Mark, decimal_mark
from teletipo.phrases.tokens import fold_vowels, tokens
from teletipo.phrases.words import Words
from teletipo.records import Comparator

#: A percent sign, or its words.
_PERCENT = re.compile(r"%|\bpor cien(?:to)?\b")
#: A character code in a web address: "%20".
_CODED = re.compile(r"%[0-9A-F]{2}")
#: The values of a rule's `make`, which says how its number is meant.
_MAKES = ("amount", "cents", "collective", "fraction", "millions", "one", "range", "scaled", "times")
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
    """The amounts of `text` in order; `mark` sets the decimal mark, which is otherwise taken from the text."""
    words, rules = tokens(text), phrases.lexicon("quantities")
    shown = mark or decimal_mark(words.words)
    found = tuple(rules.grammar.read(words, lambda match: _amount(Words(words, match, rules, shown))))
    if "%" not in text and "por cien" not in text:
        return found
    return percentages(text, found, phrases.lexicon("numerals"), mark)


def percentages(text: str, found: tuple[Amount, ...], rules: Lexicon, mark: Mark | None) -> tuple[Amount, ...]:
    """`found` with percentages of other shapes (signs, fractions, decimals in words), without those in addresses."""
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
    """The percentage at a percent sign or its words: the number of any shape that ends before it."""
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


def _amount(words: Words) -> Amount | None:
    """The amount of a match, or None if the words are no amount."""
    make = words.rule.make
    if make not in _MAKES:
        raise words.lexicon.error(words.match.rule, f"no `make: {make}`; there are {', '.join(_MAKES)}")
    if "unit" not in words and make not in ("collective", "one") and not _counts(words):
        return None
    value = fraction(words) if make == "fraction" else words.number("n")
    comparator: Comparator = words.value("cmp") or "="
    if make == "collective":
        value, comparator = _collective(words, value, comparator)
    unit = _unit(words)
    if value is None or ("unit" in words and unit is None) or words.before("over"):
        return None
    value, high = _whole(words, make, value + float(words.value("half") or 0)), words.number("m")
    if value is None:
        return None
    if high is not None:
        value, comparator = _low(words, value, high), "range"
        if value >= high or _is_negative(words):
            return None
    found, captured = words.tokens, words.match.captured
    first, last, _ = captured.get("span", (words.match.first, words.match.last, ""))
    figure = min((captured[name][0] for name in ("n", "top", "unit") if name in words), default=first)
    return Amount(rule=words.match.rule, start=found.starts[first], end=found.end(last - 1), value=value,
                  figure=found.starts[figure], comparator=comparator, high=high, unit=unit)  # fmt: skip


def _unit(words: Words) -> str | None:
    """The unit; "km2" is one where the figure touches the letters, and with another one than 2 or 3 none."""
    unit: str | None = words.value("unit")
    if unit is None or "power" not in words:
        return unit
    (power,), at = words.written("power"), words.match.captured["power"][0]
    touches = words.tokens.end(at - 1) == words.tokens.starts[at]
    return f"{unit}{power}" if touches and power in ("2", "3") else None


def _whole(words: Words, make: str, value: float) -> float | None:
    """The number in whole units, as the rule's `make` means it; None if it is no amount after all."""
    match make:
        case "scaled":
            return value if value >= 500_000 else None  # "medio millón"
        case "millions":
            return value * 1_000_000
        case "times":
            return value * float(words.value("scale"))
        case "cents":
            cents = words.number("cents") or 0.0
            counted = "cent" not in words and words.raw(words.match.last)[:1].isalpha()  # "con 20 pasajeros"
            return None if cents >= 100 or counted else value + cents / 100
    return value


def _low(words: Words, low: float, high: float) -> float:
    """The lower end of a range; "entre 3 y 5 millones" scales it like the upper one."""
    scale = words.lexicon.numbers.get(fold_vowels(words.written("m")[-1]), 0)
    return low * scale if scale >= 1000 and low < 1000 <= high else low


def _is_negative(words: Words) -> bool:
    """True for "un -2 %", which is no range."""
    captured = words.match.captured
    return words.raw(captured["n"][0]).lower() == "un" and words.raw(captured["m"][0] - 1) == "-"


def _collective(words: Words, times: float | None, comparator: Comparator) -> tuple[float, Comparator]:
    """The value of a collective: "dos docenas" is 24, "una docena" about 12, "docenas" more than 12."""
    size = float(words.value("collective")) * float(words.value("times") or 1) * float(words.value("part") or 1)
    if times is not None and not ("n" in words and _is_one(words)):
        return size * times, comparator
    plural = words.written("collective")[-1].endswith("s")
    return size, comparator if comparator != "=" else ">" if plural else "≈"


def _counts(words: Words) -> bool:
    """True if a bare number can count something: no lone "un", no label ("artículo 45"), no part or share."""
    if _is_one(words) or words.before("label") or words.after("no_amount_after"):
        return False
    return not words.near(words.match.last + 1, "share")


def _is_one(words: Words) -> bool:
    """True for a number that is only "un" or "una"."""
    first, last, _ = words.match.captured["n"]
    return last - first == 1 and words.near(first, "one")
