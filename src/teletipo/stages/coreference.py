"""Coreference of acts: those that tell the same occurrence become one event, the first of them its main anchor."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Mapping
from itertools import takewhile

import msgspec

from teletipo.act import Act
from teletipo.linear import Crossed, Linear
from teletipo.records import Article, Event
from teletipo.stages import links
from teletipo.stages.occurrence import event
from teletipo.tree import Sentence

_COMPARED = 100  #: acts of its type that an act is compared with, the last ones; articles of usual length have fewer
#: certainties that one occurrence does not have at once
UNLIKE = ({"possible", "stated"}, {"possible", "denied"}, {"stated", "denied"}, {"speculated", "stated"})
#: determiners and adjectives that point back: "ese almuerzo"
_POINTING = frozenset({"el", "este", "ese", "aquel", "dicho", "mismo", "su"})


class Told(msgspec.Struct, frozen=True, gc=False):
    """An act with what it is compared by, found once."""

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

    @classmethod
    def of(cls, act: Act, sentences: tuple[Sentence, ...]) -> Told:
        """The act in its sentence."""
        s = sentences[act.sentence]
        actors, recipients, places = (_fillers(act, role) for role in ("actor", "recipient", "place"))
        determiner = s.kid(act.token, "det")
        return cls(
            act=act,
            sentence=s,
            lemma=s.low_lemmas[act.token],
            definite=s.upos[act.token] == "NOUN" and any(s.lemmas[c] in _POINTING for c in s.children[act.token]),
            other=links.other_instance(s, act.token),
            parties=actors | recipients,
            actors=actors,
            recipients=recipients,
            places=places,
            words=_words(s, act),
            number=s.feat(act.token, "Number"),
            determiner="none" if determiner is None else s.low_lemmas[determiner],
            place=str(s.index),
        )


class Groups:
    """The occurrences told so far, each a group of acts; found by type, rule and word of their acts."""

    def __init__(self) -> None:
        """None yet."""
        self.groups: list[list[Told]] = []
        self._numbers: dict[tuple[str, ...], list[int]] = {}  # ascending

    def add(self, told: Told, number: int | None) -> None:
        """Put an act into the group of that number, or into a new one."""
        if number is None:
            number = len(self.groups)
            self.groups.append([])
        self.groups[number].append(told)
        type_ = told.act.type
        keys = ((type_,), (type_, "rule", told.act.rule), (type_, "word", told.lemma), (type_, "in", told.place))
        for key in keys:
            numbers = self._numbers.setdefault(key, [])
            place = bisect_left(numbers, number)
            if numbers[place : place + 1] != [number]:
                numbers.insert(place, number)

    def kin(self, told: Told) -> list[int]:
        """The last groups that may hold the act, in order, as many as hold the acts that it is compared with.

        Acts of one type may be one if a word or a rule recurs, if they stand in one sentence ("se vieron cara a cara"),
        or if the later one points back ("ese almuerzo").
        """
        type_ = told.act.type
        likely = [(type_, "rule", told.act.rule), (type_, "word", told.lemma), (type_, "in", told.place)]
        keys = [(type_,)] if told.definite else likely
        kin: list[int] = []
        size = 0
        for number in heapq.merge(*(reversed(self._numbers.get(key, [])) for key in keys), reverse=True):
            first = self.groups[number][0]
            if kin[-1:] == [number] or first.other or _apart(first.act, told.act) or self._in_sequence(number, told):
                continue
            kin.append(number)
            size += len(self.groups[number])
            if size >= _COMPARED:
                break
        return kin[::-1]

    def _in_sequence(self, number: int, told: Told) -> bool:
        """True if the sentence puts the act before or after one of the group."""
        here = takewhile(lambda one: one.sentence is told.sentence, reversed(self.groups[number]))
        return any(_sequence(one, told) for one in here)


def merge(
    article: Article, sentences: tuple[Sentence, ...], acts: tuple[Act, ...], models: Mapping[str, Linear]
) -> tuple[Event, ...]:
    """One event for each occurrence, in the order of their main anchors."""
    groups = Groups()
    model = models.get("same")
    for act in acts:
        told = Told.of(act, sentences)
        groups.add(told, _home(groups, told, model))
    return tuple(event(article, sentences, [told.act for told in group]) for group in groups.groups)


def _home(groups: Groups, told: Told, model: Linear | None) -> int | None:
    """The group that the act belongs to: the likeliest by the model, else the nearest that it points back to."""
    if told.other:
        return None
    kin = groups.kin(told)
    if model is None:
        return next((k for k in reversed(kin) if _points_back(groups.groups[k], told)), None)
    scored = [(max(model.probability(_compared(t, told)) for t in groups.groups[k][-_COMPARED:]), k) for k in kin]
    score, k = max(scored, default=(0.0, 0))
    return k if score >= model.threshold else None


def _apart(one: Act, other: Act) -> bool:
    """An act that may be and one that is said to be are two: each has its own word behind it."""
    return {one.certainty, other.certainty} in UNLIKE


def _fillers(act: Act, role: str) -> frozenset[str | None]:
    return frozenset([a.entity for a in act.arguments if a.role == role])


def _points_back(group: list[Told], told: Told) -> bool:
    """A definite noun refers back to an act of its type that shares its parties or names none."""
    before = frozenset().union(*(t.parties for t in group))
    return told.definite and told.act.certainty == group[0].act.certainty and told.parties <= before


def features(before: Act, act: Act, sentences: tuple[Sentence, ...]) -> Crossed:
    """Named features of two acts of one type, the first in the text first."""
    return _compared(Told.of(before, sentences), Told.of(act, sentences))


def _compared(before: Told, told: Told) -> Crossed:
    one, other, act = before.sentence, told.sentence, told.act
    gap = f"gap={min(4, (other.index - one.index).bit_length())}"
    parties = f"parties={_shared(before.parties, told.parties)}"
    definite = f"definite={told.definite}"
    words = f"words={_overlap(before.words, told.words)}"
    lemma = f"same lemma={before.lemma == told.lemma}"
    plain = [
        lemma,
        gap,
        parties,
        definite,
        words,
        f"same rule={before.act.rule == act.rule}",
        f"upos={one.upos[before.act.token]}>{other.upos[act.token]}",
        f"actors={_shared(before.actors, told.actors)}",
        f"recipients={_shared(before.recipients, told.recipients)}",
        f"places={_shared(before.places, told.places)}",
        f"number={before.number == told.number}",
        f"other={before.other}>{told.other}",
        f"first={one.index == 0}",
        f"det={told.determiner}",
        f"paragraph={one.paragraph == other.paragraph}",
        f"lemma={told.lemma}",
        *_way(before, told),
    ]
    keys = (lemma, parties, definite, words)
    pairs = [f"{a},{b}" for k, a in enumerate(keys) for b in (*keys[k + 1 :], gap, plain[6])]
    return Crossed(plain, (act.type,), [*pairs, f"{lemma},{parties},{gap}", f"{act.type}:{lemma},{parties}"])


def _way(before: Told, told: Told) -> list[str]:
    """How two acts of one sentence hang together: "told under obl>nmod" if the later one is two steps below."""
    s = before.sentence
    if told.sentence is not s:
        return []
    for name, upper, lower in (("told", before, told), ("before", told, before)):
        if between := _between(s, upper.act.token, lower.act.token):
            labels = [s.relations[t] for t in between]
            return [f"{name} under {'>'.join(labels[:3])}", f"{name} under by {len(labels)}"]
    return ["apart in the sentence"]


def _between(s: Sentence, upper: int, lower: int) -> list[int]:
    """The tokens from the lower one up to below the upper one; none if it does not stand above."""
    chain = s.upwards(lower)
    return chain[: chain.index(upper)] if upper in chain else []


def _sequence(one: Told, other: Told) -> bool:
    """True if one comes before or after the other: "se vieron tras concluir las conversaciones" tells two acts."""
    s, (a, b) = one.sentence, (one.act.token, other.act.token)
    between = _between(s, a, b) or _between(s, b, a)
    return any(links.puts_in_sequence(s, c) for t in between for c in s.children[t])


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
