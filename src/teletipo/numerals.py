"""Finds numbers of every shape in a text: figures, words, fractions, powers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from teletipo.phrases.lexicon import Lexicon
from teletipo.phrases.numbers import Mark, number
from teletipo.phrases.tokens import Tokens, fold_vowels, tokens_of_part
from teletipo.phrases.words import Words

_ENDING = re.compile(r"(?P<stem>.*?)(?:(?P<scale>millon|billon|mil|cent)?esim[oa]s?|av[oa]s?)")
_SCALES = {"cent": 100, "mil": 1_000, "millon": 1_000_000, "billon": 1_000_000_000_000}
_COMPACT = frozenset({"power", "scientific"})  #: kinds that are written without blanks: "10^6", "1,5e3"


class Numeral(msgspec.Struct, frozen=True):
    """A number and its words, `[start, end)` in code points."""

    start: int
    end: int
    value: float
    rule: str


def numerals(text: str, rules: Lexicon, mark: Mark | None = None) -> tuple[Numeral, ...]:
    """The numbers of `text` in order; `mark` is the decimal mark where figures are ambiguous."""
    found = tokens_of_part(text)
    return tuple(rules.grammar.read(found, lambda match: _numeral(Words(found, match, rules, mark))))


def _numeral(words: Words) -> Numeral | None:
    """The number of a match; None if it is part of a longer word or has no value."""
    make, first, last = words.rule.make, words.match.first, words.match.last
    if "minus" in words and _is_glued(words.tokens, first - 1):
        return None
    if _is_glued(words.tokens, last - 1) or (make in _COMPACT and not _is_compact(words)):
        return None
    value = _value(make, words)
    if value is None:
        return None
    sign = -1 if "minus" in words else 1
    return Numeral(words.tokens.starts[first], words.tokens.end(last - 1), sign * value, words.match.rule)


def _value(make: str, words: Words) -> float | None:
    if make not in _MAKERS:
        raise words.lexicon.error(words.match.rule, f"no `make: {make}`; there are {', '.join(sorted(_MAKERS))}")
    try:
        return _MAKERS[make](words)
    except (OverflowError, ZeroDivisionError):
        return None


def _is_glued(found: Tokens, index: int) -> bool:
    """True if a letter or digit directly follows token `index`."""
    if index < 0:
        return False
    end = found.end(index)
    return end < len(found.text) and found.text[end].isalnum()


def _is_compact(words: Words) -> bool:
    """True if nothing separates the tokens of a match."""
    found = words.tokens
    return all(found.end(k) == found.starts[k + 1] for k in range(words.match.first, words.match.last - 1))


def _number(words: Words) -> float | None:
    """The number itself."""
    return words.number("n")


def _part(words: Words) -> float:
    """A half."""
    return float(words.value("part"))


def _power(words: Words) -> float:
    """A base raised to a power."""
    return float((words.number("base") or 0.0) ** _exponent(words))


def _scientific(words: Words) -> float:
    """A figure with its power of ten."""
    return float((words.number("base") or 0.0) * 10.0 ** _exponent(words))


def _exponent(words: Words) -> float:
    exponent = words.number("exponent") or 0.0
    return -exponent if "sign" in words and words.text("sign") == "-" else exponent


def fraction(words: Words) -> float | None:
    """One number over another, after a whole one if there is one: "1/4", "2 1/4"."""
    top, bottom = words.number("top"), words.number("bottom")
    return (words.number("n") or 0.0) + top / bottom if top is not None and bottom else None


def _parts(words: Words) -> float | None:
    """So many parts of the size that the last word names; "dos" wants a plural."""
    top = words.number("top") or 0.0
    name = "fraction" if "fraction" in words else "parts"
    word = "".join(words.written(name))
    size = words.value(name) if name == "fraction" else part_size(word, words.lexicon.numbers)
    if not size or (top > 1 and not word.endswith("s")):
        return None
    whole, scale = words.number("n") or 0.0, 1.0
    if "n" in words:  # "dos millones con un cuarto" has a quarter of a million
        millions: Mapping[str, Any] = words.lexicon.grammar.values["million"]
        scale = float(millions.get(fold_vowels(words.written("n")[-1]), 1))
    return whole + scale * top / float(size)


def _bare(words: Words) -> float | None:
    """Decimals without a whole number (",5"), touching their comma behind a blank or the start of the text."""
    found, first = words.tokens, words.match.first
    before = found.text[: found.starts[first]][-1:]
    touching = found.end(first) == found.starts[first + 1]
    digits = "".join(words.written("decimals"))
    return float(f"0.{digits}") if touching and (not before or before.isspace()) else None


def _half(words: Words) -> float | None:
    """So much and a half."""
    return number([*words.written("n"), "medio"], words.lexicon.numbers, words.mark)


def _decimal(words: Words) -> float | None:
    """Decimals in words, with their leading zeros."""
    zeros = "0" * len(words.written("zeros")) if "zeros" in words else ""
    return (words.number("n") or 0.0) + float(f"0.{zeros}{words.number('decimals') or 0:.0f}")


def _dozens(words: Words) -> float | None:
    """So many dozens."""
    count = words.number("n")
    return float(words.value("dozen")) * (0.5 if count is None else count)


def _scaled(words: Words) -> float | None:
    """A figure with a letter for its scale."""
    return (words.number("n") or 0.0) * float(words.value("scale"))


#: What a rule's `make` names.
_MAKERS: dict[str, Callable[[Words], float | None]] = {
    "number": _number, "part": _part, "power": _power, "scientific": _scientific, "fraction": fraction, "bare": _bare,
    "parts": _parts, "half": _half, "decimal": _decimal, "dozens": _dozens, "scaled": _scaled,
}  # fmt: skip


def part_size(word: str, numbers: Mapping[str, Any]) -> float | None:
    """What "veintiunavos" (21) or "dosmilésimos" (2000) divide by; None for any other word."""
    m = _ENDING.fullmatch(fold_vowels(word))
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
