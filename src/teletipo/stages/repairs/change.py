"""Change: what a repair yields, and questions about trees that several repairs ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from teletipo.morphology import Verbs
from teletipo.tree import Sentence


class Change(NamedTuple):
    """New values for one token; None leaves what is there."""

    token: int
    head: int | None = None
    label: str | None = None
    lemma: str | None = None
    upos: str | None = None
    feats: str | None = None


Repair = Callable[[Sentence, Verbs], Iterable[Change]]


def cases(sentence: Sentence, token: int) -> tuple[str, ...]:
    """Lower-case forms of the prepositions of `token`."""
    return tuple([sentence.low[c] for c in sentence.kids(token, "case")])


def is_participle(sentence: Sentence, token: int) -> bool:
    """True for a participle, whatever its part of speech."""
    return sentence.upos[token] in ("VERB", "ADJ") and sentence.feat(token, "VerbForm") == "Part"


def frame_of(sentence: Sentence, token: int, verbs: Verbs) -> int | None:
    """The nearest verb, or noun of an act, above a token."""
    for above in sentence.ancestors(token):
        noun = sentence.upos[above] == "NOUN" and verbs.is_act(sentence.lemmas[above])
        if noun or sentence.upos[above] == "VERB":
            return above
    return None
