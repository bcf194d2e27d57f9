"""Likeness: what two acts are compared by, as named features.

The judge of sameness weighs these features; acts it takes for the same occurrence become one event (`coreference`).
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from teletipo.act import Act
from teletipo.grammar.finiteness import finite_feat
from teletipo.linear import Crossed
from teletipo.phrases.lexicon import Phrases
from teletipo.stages.merging.sequence import other_instance
from teletipo.tree import Sentence

#: determiners and adjectives that point back: "ese almuerzo"
_POINTING = frozenset({"el", "este", "ese", "aquel", "dicho", "mismo", "su"})


class Told(msgspec.Struct, frozen=True, gc=False):
    """An act with everything it is compared by, computed once."""

    act: Act
    sentence: Sentence
    lemma: str
    definite: bool  #: a noun with a word that points back ("ese almuerzo")
    other: bool  #: another instance, as its words say ("un nuevo ataque")
    parties: frozenset[str | None]
    actors: frozenset[str | None]
    recipients: frozenset[str | None]
    places: frozenset[str | None]
    words: frozenset[str]  #: lemmas of the content words below the act
    number: str | None
    determiner: str
    place: str  #: number of its sentence, as a word
    tense: str | None  #: of the verb that tells it ("Fut"); None for a noun

    @classmethod
    def of(cls, act: Act, sentences: tuple[Sentence, ...], phrases: Phrases) -> Told:
        """The act in its sentence."""
        s = sentences[act.sentence]
        actors, recipients, places = (_fillers(act, role) for role in ("actor", "recipient", "place"))
        determiner = s.kid(act.token, "det")
        verb = act.token if act.carrier is None else act.carrier
        return cls(
            act=act,
            sentence=s,
            lemma=s.low_lemmas[act.token],
            definite=s.upos[act.token] == "NOUN" and any(s.lemmas[c] in _POINTING for c in s.children[act.token]),
            other=other_instance(s, act.token, phrases),
            parties=actors | recipients,
            actors=actors,
            recipients=recipients,
            places=places,
            words=_words(s, act),
            number=s.feat(act.token, "Number"),
            determiner="none" if determiner is None else s.low_lemmas[determiner],
            place=str(s.index),
            tense=finite_feat(s, verb, "Tense") if s.upos[verb] == "VERB" else None,
        )


def _fillers(act: Act, role: str) -> frozenset[str | None]:
    return frozenset([a.entity for a in act.arguments if a.role == role])


def features(before: Told, told: Told) -> Crossed:
    """The named features of two acts of one type, in text order."""
    act = told.act
    plain = list(_plain(before, told))
    lemma, parties, definite, words, gap, upos = plain[:6]
    keys = (lemma, parties, definite, words)
    pairs = [f"{a},{b}" for k, a in enumerate(keys) for b in (*keys[k + 1 :], gap, upos)]
    pairs += [f"{lemma},{parties},{gap}", f"{act.type}:{lemma},{parties}"]
    return Crossed(plain, (act.type,), pairs)


def _plain(before: Told, told: Told) -> Iterator[str]:
    """What two acts have in common and how they are related; the first six features are crossed."""
    one, other, act = before.sentence, told.sentence, told.act
    yield f"same lemma={before.lemma == told.lemma}"
    yield f"parties={_shared(before.parties, told.parties)}"
    yield f"definite={told.definite}"
    yield f"words={_overlap(before.words, told.words)}"
    yield f"gap={min(4, (other.index - one.index).bit_length())}"
    yield f"upos={one.upos[before.act.token]}>{other.upos[act.token]}"
    yield f"same rule={before.act.rule == act.rule}"
    yield f"actors={_shared(before.actors, told.actors)}"
    yield f"recipients={_shared(before.recipients, told.recipients)}"
    yield f"places={_shared(before.places, told.places)}"
    yield f"number={before.number == told.number}"
    yield f"other={before.other}>{told.other}"
    yield f"first={one.index == 0}"
    yield f"det={told.determiner}"
    yield f"paragraph={one.paragraph == other.paragraph}"
    yield f"lemma={told.lemma}"
    yield from _way(before, told)


def _way(before: Told, told: Told) -> list[str]:
    """The path between two acts of a sentence: "told under obl>nmod" if the later one is two steps below."""
    s = before.sentence
    if told.sentence is not s:
        return []
    for name, upper, lower in (("told", before, told), ("before", told, before)):
        if steps := between(s, upper.act.token, lower.act.token):
            labels = [s.relations[t] for t in steps]
            return [f"{name} under {'>'.join(labels[:3])}", f"{name} under by {len(labels)}"]
    return ["apart in the sentence"]


def between(s: Sentence, upper: int, lower: int) -> list[int]:
    """The tokens from the lower one up to just below the upper one; none if neither is above the other."""
    chain = s.upwards(lower)
    return list(chain[: chain.index(upper)]) if upper in chain else []


def _shared(a: frozenset[str | None], b: frozenset[str | None]) -> str:
    return "empty" if not (a and b) else "equal" if a == b else "some" if a & b else "none"


def _words(s: Sentence, act: Act) -> frozenset[str]:
    """Lemmas of the content words below the act."""
    below = s.subtree(act.token)
    near = [t for t in below if abs(t - act.token) <= 12 and t != act.token]
    return frozenset([s.low_lemmas[t] for t in near if s.upos[t] in ("NOUN", "PROPN", "ADJ", "NUM")])


def _overlap(a: frozenset[str], b: frozenset[str]) -> str:
    if not (a and b):
        return "empty"
    return str(min(3, len(a & b)))
