"""Tokens: words, figures and marks of a raw text with their offsets, which phrase rules run on."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from itertools import accumulate

import msgspec

_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"
_FIGURE = r"[0-9]{1,3}(?:[ \xa0\u202f][0-9]{3})+(?![0-9])(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)*"
_KEPT_TEXTS = 16  #: as many articles are read together, and three stages ask for the tokens of each
_FOLDED = 20_000  #: words whose folded form is kept
_PLAIN = str.maketrans("áéíóúüàèìòùâêîôû", "aeiouuaeiouaeiou")
#: Latin letters as ranges, much faster than "letters but no digits"; a letter of another script stands alone.
_LETTERS = r"[a-zA-Z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+"
#: A look ahead tells the blanks between words, and what is no figure, sooner than the alternatives would.
_TOKEN = re.compile(rf"(?! )({_LETTERS}|[,.]|(?=[0-9])(?:{_CLOCK}|{_FIGURE})|[^\w \t\r\f\v\xa0\u2009\u202f]|\w)")


#: Written forms of which is kept what phrase rules know them by.
_KEPT_FORMS = 40_000


class _Keys(dict[str, str]):
    """Maps a written form to the key that phrase rules use: the folded word, or "#" and the shape of a figure."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _KEPT_FORMS:
            self.clear()
        key = self[word] = f"#{figure_class(word)}" if is_figure(word) else _folded(word)
        return key


_KEYS = _Keys()


class Tokens(msgspec.Struct, frozen=True, dict=True):
    """The tokens of one text: their words and where they start and end (code points, end exclusive)."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys by which phrase rules know the words."""
        return tuple(map(_KEYS.__getitem__, self.words))

    def end(self, index: int) -> int:
        """Offset after token `index`."""
        return self.starts[index] + len(self.words[index])


@lru_cache(maxsize=_KEPT_TEXTS)
def tokens(text: str) -> Tokens:
    """The tokens of a whole text, cached."""
    return tokens_of_part(text)


def tokens_of_part(text: str) -> Tokens:
    """The tokens of `text`; a line break is a token of its own, so that no phrase runs over it.

    >>> tokens_of_part("del 3 al 5,5%").words
    ('del', '3', 'al', '5,5', '%')
    """
    parts = _TOKEN.split(text)  # what lies between the tokens and the tokens, in turn
    starts = tuple(accumulate(map(len, parts)))[:-1:2]
    return Tokens(text, tuple(parts[1::2]), starts)


@lru_cache(maxsize=_FOLDED)
def fold_vowels(word: str) -> str:
    """`word` in lower case without the accents of its vowels; unlike `folding.fold`, "ñ" keeps its tilde."""
    return _folded(word)


def _folded(word: str) -> str:
    low = word.lower()
    return low if low.isascii() else low.translate(_PLAIN)


def is_figure(word: str) -> bool:
    """True for a token that starts with one of the ten digits; those of other scripts do not count."""
    return "0" <= word[0] <= "9"


def figure_class(word: str) -> str:
    """The shape of a figure: which dates, times or numbers it can be part of (see `SHAPES`)."""
    if word.isdecimal():
        return _whole(word)
    if ":" in word:
        return "clock"
    head, _, tail = word.partition(".")
    if tail.isdecimal() and len(tail) == 2 and head.isdecimal() and int(head) < 25 and int(tail) < 60:
        return "dotted"
    return "separated"


def _whole(word: str) -> str:
    if len(word) > 2:
        century = int(word[:2]) if len(word) == 4 else 0
        return "modern" if 19 <= century <= 21 else "old" if 10 <= century < 19 else "long"
    number = int(word)
    for name, top in (("zero", 0), ("to12", 12), ("to24", 24), ("to31", 31), ("to59", 59)):
        if number <= top:
            return name
    return "to99"


#: Names that rules use for figures, and the shapes they cover.
SHAPES: dict[str, tuple[str, ...]] = {
    "monthnum": ("to12",),
    "bigday": ("to24", "to31"),
    "grouped": ("dotted", "separated"),
    "day": ("to12", "to24", "to31"),
    "hour": ("zero", "to12", "to24"),
    "minute": ("zero", "to12", "to24", "to31", "to59"),
    "yy": ("zero", "to12", "to24", "to31", "to59", "to99"),
    "year": ("old", "modern"),
    "modern": ("modern",),
    "clock": ("clock",),
    "dotted": ("dotted",),
    "whole": ("zero", "to12", "to24", "to31", "to59", "to99", "old", "modern", "long"),
    "figure": ("zero", "to12", "to24", "to31", "to59", "to99", "old", "modern", "long", "dotted", "separated"),
}
