"""The value of Spanish numbers: figures in either decimal convention, words, mixtures ("2 mil 500 millones")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from teletipo.phrases.tokens import fold_vowels, is_figure

Mark = Literal[",", "."]

_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})*,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{4,}")
_POINT = re.compile(r"\d{1,3}(?:,\d{3})*\.\d{1,2}|\d{1,3}(?:,\d{3}){2,}")
_BLANKS = re.compile(r"[ \xa0\u202f]")
_CLOCKLIKE = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")


def decimal_mark(words: Sequence[str]) -> Mark | None:
    """The decimal mark of a text, from figures that can be read in one way only; None if there are none.

    >>> decimal_mark(["subió", "2.5", "%", "hasta", "1,500", "pesos"])
    '.'
    """
    figures = [w for w in words if "0" <= w < ":" and ("," in w or "." in w)]  # ":" comes after "9"
    commas = sum(1 for w in figures if _COMMA.fullmatch(w))
    points = sum(1 for w in figures if _POINT.fullmatch(w) and not _CLOCKLIKE.fullmatch(w))
    if commas == points:
        return None
    return "," if commas > points else "."


def figure(word: str, mark: Mark | None = None) -> float:
    """The value of a figure; groups of three after point or comma are thousands unless `mark` says otherwise.

    >>> figure("1.234,5"), figure("1,500"), figure("4,800", ","), figure("12.5")
    (1234.5, 1500.0, 4.8, 12.5)
    """
    word = _BLANKS.sub("", word)
    points, commas = word.count("."), word.count(",")
    if points and commas:
        decimal = "." if word.rfind(".") > word.rfind(",") else ","
    elif points + commas == 0:
        return float(word)
    else:
        sign = "." if points else ","
        head, *groups = word.split(sign)
        thousands = all(len(g) == 3 for g in groups) and 1 <= len(head) <= 3 and head != "0"
        single_decimal = len(groups) == 1 and sign == mark
        decimal = sign if not thousands or single_decimal else ""
    whole, _, rest = word.rpartition(decimal) if decimal else (word, "", "")
    plain = re.sub(r"[.,]", "", whole) or "0"
    return float(f"{plain}.{rest}") if rest else float(plain)


def number(words: Sequence[str], lexicon: Mapping[str, object], mark: Mark | None = None) -> float:
    """The value of a number phrase; `lexicon` gives the values of the (folded) number words, one half being 0.5.

    >>> lexicon = {"dos": 2, "mil": 1000, "trescientos": 300, "millones": 10**6, "medio": 0.5}
    >>> number(["dos", "mil", "trescientos"], lexicon), number(["2", "mil", "500", "millones"], lexicon)
    (2300.0, 2500000000.0)
    >>> number(["dos", "millones", "y", "medio"], lexicon)
    2500000.0
    """
    total = thousands = units = 0.0
    scale = 1.0
    for word in words:
        value = figure(word, mark) if is_figure(word) else _word(word, lexicon)
        if value is None:
            continue
        if is_figure(word) or value < 1000:
            units += value * (scale if value == 0.5 and not units else 1)
            continue
        scale = value
        if value == 1000:
            thousands, units = (units or 1) * value, 0.0
        else:
            total, thousands, units = total + ((thousands + units) or 1) * value, 0.0, 0.0
    return total + thousands + units


def _word(word: str, lexicon: Mapping[str, object]) -> float | None:
    value = lexicon.get(fold_vowels(word))
    return float(value) if isinstance(value, (int, float)) else None
