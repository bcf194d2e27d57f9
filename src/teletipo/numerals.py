"""Numbers of every shape in a text: figures, words, fractions, powers; the reader behind the number benchmark."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from teletipo.phrases.grammar import Match
from teletipo.phrases.lexicon import Lexicon
from teletipo.phrases.numbers import Mark, number
from teletipo.phrases.tokens import Tokens, fold, tokens

_ENDING = re.compile(r"(?P<stem>.*?)(?:(?P<scale>millon|billon|mil|cent)?esim[oa]s?|av[oa]s?)")
_SCALES = {"cent": 100, "mil": 1_000, "millon": 1_000_000, "billon": 1_000_000_000_000}


class Numeral(msgspec.Struct, frozen=True):
    """A number and its words, `[start, end)` in code points."""

    start: int
    end: int
    value: float
    rule: str


def numerals(text: str, rules: Lexicon, mark: Mark | None = None) -> tuple[Numeral, ...]:
    """The numbers of `text` in order; `mark` is the decimal mark where figures are ambiguous."""
    reader = _Reader(tokens(text), rules, mark)
    return tuple(rules.grammar.read(reader.words, reader.numeral))


class _Reader:
    def __init__(self, words: Tokens, rules: Lexicon, mark: Mark | None) -> None:
        self.words, self._rules, self._mark = words, rules, mark
        self._numbers = rules.numbers

    def numeral(self, match: Match) -> Numeral | None:
        """The number of a match; None where it is glued to other words or has no value."""
        make = self._rules.rules[match.rule].make
        first, last = match.first, match.last
        if "minus" in match.captured and self._glued(first - 1):
            return None
        if self._glued(last - 1) or (make in ("power", "scientific", "scaled") and not self._tight(match)):
            return None
        value = self._value(make, match)
        if value is None:
            return None
        sign = -1 if "minus" in match.captured else 1
        return Numeral(self.words.starts[first], self.words.end(last - 1), sign * value, match.rule)

    def _value(self, make: str, match: Match) -> float | None:
        try:
            return _MAKERS[make](self, match)
        except (OverflowError, ZeroDivisionError):
            return None

    def _glued(self, index: int) -> bool:
        """True if a letter or digit follows token `index` without a blank."""
        if index < 0:
            return False
        end = self.words.end(index)
        return end < len(self.words.text) and self.words.text[end].isalnum()

    def _tight(self, match: Match) -> bool:
        """True if nothing but blanks stands inside, and the parts of a power touch."""
        if self._rules.rules[match.rule].make == "scaled":
            return True
        pairs = range(match.first, match.last - 1)
        return all(self.words.end(k) == self.words.starts[k + 1] for k in pairs)

    def _of(self, match: Match, name: str) -> float | None:
        if name not in match.captured:
            return None
        first, last, _ = match.captured[name]
        return number(self.words.words[first:last], self._numbers, self._mark)

    def _text(self, match: Match, name: str) -> str:
        first, last, _ = match.captured[name]
        return "".join(self.words.words[first:last])

    def _class(self, match: Match, name: str) -> Any:
        first, last, kind = match.captured[name]
        return self._rules.grammar.value(kind, " ".join(self.words.words[first:last]))

    def number(self, match: Match) -> float | None:
        """The number itself."""
        return self._of(match, "n")

    def part(self, match: Match) -> float | None:
        """A half."""
        return float(self._class(match, "part"))

    def power(self, match: Match) -> float | None:
        """A base raised to a power."""
        base, exponent = self._of(match, "base") or 0.0, self._of(match, "exponent") or 0.0
        negative = "sign" in match.captured and self._text(match, "sign") == "-"
        return float(base ** (-exponent if negative else exponent))

    def scientific(self, match: Match) -> float | None:
        """A figure with its power of ten."""
        base, exponent = self._of(match, "base") or 0.0, self._of(match, "exponent") or 0.0
        negative = "sign" in match.captured and self._text(match, "sign") == "-"
        return float(base * 10.0 ** (-exponent if negative else exponent))

    def fraction(self, match: Match) -> float | None:
        """One number over another, after a whole one if there is one."""
        top, bottom = self._of(match, "top"), self._of(match, "bottom")
        return (self._of(match, "n") or 0.0) + top / bottom if top is not None and bottom else None

    def parts(self, match: Match) -> float | None:
        """So many parts of the size that the last word names; "dos" wants a plural."""
        top = self._of(match, "top") or 0.0
        name = "fraction" if "fraction" in match.captured else "parts"
        word = self._text(match, name)
        size = self._class(match, name) if name == "fraction" else part_size(word, self._numbers)
        if not size or (top > 1 and not word.endswith("s")):
            return None
        whole, scale = self._of(match, "n") or 0.0, 1.0
        if "n" in match.captured:  # "dos millones con un cuarto" has a quarter of a million
            last = fold(self.words.words[match.captured["n"][1] - 1])
            millions: Mapping[str, Any] = self._rules.grammar.values["million"]
            scale = float(millions.get(last, 1))
        return whole + scale * top / float(size)

    def bare(self, match: Match) -> float | None:
        """Decimals without a whole number (",5"), touching their comma behind a blank or the start of the text."""
        first = match.first
        before = self.words.text[: self.words.starts[first]][-1:]
        digits = self._text(match, "decimals")
        tight = self.words.end(first) == self.words.starts[first + 1]
        return float(f"0.{digits}") if tight and (not before or before.isspace()) else None

    def half(self, match: Match) -> float | None:
        """So much and a half."""
        first, last, _ = match.captured["n"]
        return number([*self.words.words[first:last], "medio"], self._numbers, self._mark)

    def decimal(self, match: Match) -> float | None:
        """Decimals told in words, with their leading zeros."""
        zeros = match.captured["zeros"][1] - match.captured["zeros"][0] if "zeros" in match.captured else 0
        digits = f"{self._of(match, 'decimals') or 0:.0f}"
        return (self._of(match, "n") or 0.0) + float(f"0.{'0' * zeros}{digits}")

    def dozens(self, match: Match) -> float | None:
        """So many dozens."""
        count = self._of(match, "n")
        return float(self._class(match, "dozen")) * (0.5 if count is None else count)

    def scaled(self, match: Match) -> float | None:
        """A figure with a letter for its scale."""
        return (self._of(match, "n") or 0.0) * float(self._class(match, "scale"))


#: What a rule's `make` names.
_MAKERS: dict[str, Callable[[_Reader, Match], float | None]] = {
    "number": _Reader.number, "part": _Reader.part, "power": _Reader.power, "scientific": _Reader.scientific,
    "fraction": _Reader.fraction, "bare": _Reader.bare, "parts": _Reader.parts, "half": _Reader.half,
    "decimal": _Reader.decimal, "dozens": _Reader.dozens, "scaled": _Reader.scaled,
}  # fmt: skip


def part_size(word: str, numbers: Mapping[str, Any]) -> float | None:
    """What "veintiunavos" (21) or "dosmilésimos" (2000) divide by; None for any other word."""
    m = _ENDING.fullmatch(fold(word))
    if not m:
        return None
    scale, stem = _SCALES.get(m["scale"] or "", 1), m["stem"]
    if not stem:
        return float(scale) if scale > 1 else None
    inner = _glued_number(stem, numbers) or _glued_number(f"{stem}a", numbers)  # "treintavo"
    return inner * scale if inner else None


def _glued_number(stem: str, numbers: Mapping[str, Any]) -> float | None:
    """The value of number words written as one ("treintaicinco"), longest first; None if letters are left over."""
    parts = []
    while stem:
        word = next((w for w in sorted(numbers, key=len, reverse=True) if stem.startswith(w)), None)
        if word is None and stem[0] in "iy":
            stem = stem[1:]
            continue
        if word is None:
            return None
        parts.append(word)
        stem = stem[len(word) :]
    return number(parts, numbers)
