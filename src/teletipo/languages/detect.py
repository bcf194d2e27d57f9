"""Detects the language of a text by its function words, to refuse what teletipo cannot read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import msgspec

from teletipo import yamlfile

#: Words examined: enough to be sure, and a long text costs no more than a short one.
MAX_WORDS = 2000
#: Least share of weighted function words: of 23,221 Spanish news texts all but tables of figures lie above.
MIN_SHARE = 0.06
#: Weight of an ending beside 1 for a function word: enough to break a tie, too little to beat two words.
ENDING_WEIGHT = 0.6
#: Lead that another language needs over the first listed one: refusing an article is worse than reading a doubtful one.
MARGIN = 0.5
#: A text of fewer words counts as another language only on strong evidence, as names and quotes weigh much in it.
SHORT = 60
#: Lead that another language needs over the first listed one in a short text. Of 4,500 Spanish news sentences and
#: paragraphs none comes near (1.0 at most; the English ones among them 3.0 and 9.6), real paragraphs lie above 4.5.
STRONG = 4.0
#: Characters examined for their alphabet.
MAX_LETTERS = 2000
LAST_LATIN = "\u024f"
#: Words whose evidence is kept.
_KEPT = 50_000
#: Shorter words have no ending to speak of.
MIN_STEM = 3

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
FILE = Path(__file__).parent.parent / "data" / "languages" / "function_words.yaml"

Weights = Mapping[str, Mapping[str, float]]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    words: dict[str, str]
    endings: dict[str, str]


class Profile(msgspec.Struct, frozen=True, dict=True):
    """Weights of words and endings for each language: 1 / number of languages that have it."""

    words: Weights
    endings: Weights
    codes: tuple[str, ...]  #: the first of two with equal scores wins

    @cached_property
    def said_by(self) -> _Said:
        """The evidence of each word, given in lower case."""
        return _Said(self)


class Evidence(NamedTuple):
    """The evidence of a word for the language of its text."""

    function: float  #: its weight as a function word, for its likeliest language
    weights: Mapping[str, float]


class _Said(dict[str, Evidence | None]):
    """Word -> its evidence, looked up when first met; None for most words."""

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._profile = profile

    def __missing__(self, word: str) -> Evidence | None:
        found = self._looked_up(word)
        if len(self) < _KEPT:
            self[word] = found
        return found

    def _looked_up(self, word: str) -> Evidence | None:
        if word in self._profile.words:
            weights = self._profile.words[word]
            return Evidence(max(weights.values()), weights)
        for length in range(min(6, len(word) - MIN_STEM), 0, -1):
            if word[-length:] in self._profile.endings:
                return Evidence(0.0, self._profile.endings[word[-length:]])
        return None


def _shared(lists: Mapping[str, str], full: float) -> dict[str, dict[str, float]]:
    owners: dict[str, list[str]] = {}
    for code, items in lists.items():
        for item in dict.fromkeys(items.split()):
            owners.setdefault(item, []).append(code)
    return {item: {code: full / len(codes) for code in codes} for item, codes in owners.items()}


@cache
def profile() -> Profile:
    """The shipped profile; raises DataError if its file breaks the schema."""
    raw = yamlfile.load(FILE, _File)
    return Profile(words=_shared(raw.words, 1.0), endings=_shared(raw.endings, ENDING_WEIGHT), codes=tuple(raw.words))


def language(text: str, load: Callable[[], Profile] = profile) -> str:
    """The ISO 639-1 code of the language of `text`, or "und" if no listed language is clear.

    One sentence is enough. "und" also means a text without words, or a language that is not listed.

    >>> language("El presidente viajará mañana a Lima para reunirse con su homólogo.")
    'es'
    """
    known = load()
    counts = Counter([word.lower() for word in _WORD.findall(text)[:MAX_WORDS]])
    scores: dict[str, float] = {}
    function_weight = 0.0
    for word, count in counts.items():
        if said := known.said_by[word]:
            function_weight += count * said.function
            for code, weight in said.weights.items():
                scores[code] = scores.get(code, 0.0) + count * weight
    if not scores or function_weight < MIN_SHARE * counts.total():
        return "und"
    home = known.codes[0]
    scores[home] = scores.get(home, 0.0) + MARGIN
    return max(known.codes, key=lambda code: scores.get(code, 0.0))


def surely_other(text: str, home: str, load: Callable[[], Profile] = profile) -> str | None:
    """The language of `text` if it is surely not `home`, else None; such a text is refused.

    "und" if it is written in another alphabet than the listed languages. In a short text capitalised words do not
    count, as they are names ("The New York Times") or a headline.

    >>> surely_other("Un jardín que se riega de noche", "es")
    >>> surely_other("Президент прибыл в столицу", "es")
    'und'
    """
    found = language(text, load)
    if found == "und" and _in_other_letters(text):
        return found
    if found in (home, "und"):
        return None
    words = [match.group() for match, _ in zip(_WORD.finditer(text), range(SHORT), strict=False)]
    if len(words) == SHORT:
        return found
    evidence = [said.weights for word in words if word.islower() and (said := load().said_by[word])]
    lead = sum(weights.get(found, 0.0) - weights.get(home, 0.0) for weights in evidence)
    return found if lead >= STRONG else None


def _in_other_letters(text: str) -> bool:
    """True if most letters are not Latin ones."""
    letters = [c for c in text[:MAX_LETTERS] if c.isalpha()]
    return 2 * sum(c > LAST_LATIN and not "\u1e00" <= c <= "\u1eff" for c in letters) > len(letters)
