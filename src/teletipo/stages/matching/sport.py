"""Sport: does an article tell of games, where "el ataque" and "un disparo" are none of the acts?"""

from __future__ import annotations

from collections.abc import Collection

from teletipo.tree import Sentence

_DIFFERENT = 4  #: words of sport that differ
_OFTEN = 80  #: one of so many words is one of sport


def tells_of_sport(sentences: Collection[Sentence], words: frozenset[str]) -> bool:
    """True if words of sport are many and various; an article about politics that mentions a match has few."""
    found = [lemma for s in sentences for lemma in s.low_lemmas if lemma in words]
    return len(set(found)) >= _DIFFERENT and len(found) * _OFTEN >= sum(len(s.low_lemmas) for s in sentences)
