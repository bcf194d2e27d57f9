"""Groups: the occurrences found so far, each with the acts that tell of it, and which of them another act may join."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from itertools import islice, takewhile

from teletipo.act import Act
from teletipo.grammar.reactions import is_answered
from teletipo.phrases.lexicon import Phrases
from teletipo.stages.merging.likeness import Told, between
from teletipo.stages.merging.occasions import Occasions
from teletipo.stages.merging.sequence import puts_in_sequence
from teletipo.tags import NOUNS
from teletipo.tree import Sentence

COMPARED = 100  #: acts of its type that an act is compared with, the last ones; articles of usual length have fewer
_LOOKED_AT = 1_000  #: groups looked at for that
_PAST = frozenset({"Past", "Imp"})
#: certainties that one occurrence does not have at once: each has its own word behind it
_UNLIKE = (
    *({realised, doubted} for realised in ("fact", "stated") for doubted in ("speculated", "denied")),
    {"possible", "stated"},
    {"possible", "denied"},
)


class Groups:
    """The occurrences found so far, each a group of acts, indexed by type, rule and word."""

    def __init__(self, phrases: Phrases, occasions: Occasions) -> None:
        """None yet; `phrases` say what puts acts in sequence, `occasions` when they take place."""
        self._phrases, self._occasions = phrases, occasions
        self.found: list[list[Told]] = []
        self._numbers: dict[tuple[str, ...], list[int]] = {}  # ascending
        self._sequences: dict[int, frozenset[int]] = {}

    def add(self, told: Told, number: int | None) -> None:
        """Put an act into the group of that number, or into a new one if None."""
        if number is None:
            number = len(self.found)
            self.found.append([])
        self.found[number].append(told)
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
        last = heapq.merge(*(reversed(self._numbers.get(key, [])) for key in keys), reverse=True)
        for number in islice(last, _LOOKED_AT):
            first = self.found[number][0]
            if kin[-1:] == [number] or first.other or _apart(first.act, told.act):
                continue
            if self._in_sequence(number, told) or self._elsewhen(number, told) or self._to_come(number, told):
                continue
            kin.append(number)
            size += len(self.found[number])
            if size >= COMPARED:
                break
        return kin[::-1]

    def sharing(self, told: Told) -> int | None:
        """The group with an act of the type that has words of this one: "condenado a [diez años] de cárcel" is one."""
        here = self._numbers.get((told.act.type, "in", told.place), [])
        anchor = told.act.anchor
        return next((k for k in reversed(here) if any(t.act.anchor.overlaps(anchor) for t in self.found[k])), None)

    def _in_sequence(self, number: int, told: Told) -> bool:
        """True if the sentence puts the act before or after one of the group, or makes it an answer to one."""
        here = takewhile(lambda one: one.sentence is told.sentence, reversed(self.found[number]))
        return any(self._successive(one, told) or _answers(one, told) or _beside(one, told) for one in here)

    def _elsewhen(self, number: int, told: Told) -> bool:
        """True if the act has a time of its own and the group another: of 295 such pairs 271 are two events."""
        return any(self._occasions.apart(one.act, told.act) for one in self.found[number])

    def _to_come(self, number: int, told: Told) -> bool:
        """True for "atacó" and "atacará": of 114 pairs of a past and a future verb that we annotated 108 are two."""
        tenses = {one.tense for one in self.found[number]}
        return (told.tense == "Fut" and not tenses.isdisjoint(_PAST)) or (told.tense in _PAST and "Fut" in tenses)

    def _successive(self, one: Told, other: Told) -> bool:
        """True if one comes before or after the other: "se vieron tras concluir las conversaciones" has two acts."""
        s, (a, b) = one.sentence, (one.act.token, other.act.token)
        put = self._put_in_sequence(s)
        return bool(put) and not put.isdisjoint(between(s, a, b) or between(s, b, a))

    def _put_in_sequence(self, s: Sentence) -> frozenset[int]:
        """The words of a sentence that an adverb or preposition puts before or after others."""
        if s.index not in self._sequences:
            heads = (s.heads[t] for t in range(len(s)) if puts_in_sequence(s, t, self._phrases))
            self._sequences[s.index] = frozenset(heads)
        return self._sequences[s.index]


def _apart(one: Act, other: Act) -> bool:
    """True for certainties that one occurrence cannot have, such as a told act and a rumoured or denied one."""
    return {one.certainty, other.certainty} in _UNLIKE


def _answers(one: Told, other: Told) -> bool:
    """True if one act is what the other's verb judges: "calificó de falsas las acusaciones" has two acts.

    So has "bombardeó Alba en respuesta a un ataque".
    """
    s, a, b = one.sentence, one.act.token, other.act.token
    answered = [t for t in (a, b) if is_answered(s, t)]
    if len(answered) == 1 and not {a, b}.issubset(s.subtree(answered[0])):
        return True
    below, above = (a, b) if s.heads[a] == b else (b, a)
    answer = s.heads[below] == above and s.low_lemmas[above] in s.valency.rejecting | s.valency.judging
    return answer and s.relations[below] == "obj" and s.upos[below] == "NOUN"


def _beside(one: Told, other: Told) -> bool:
    """True for two clauses joined by "y", each with its subject: "Irán atacó Erbil e Irak bombardeó Sinyar".

    So are two with an object each if the verb is the same ("bombardeó Erbil y bombardeó Sinyar") or somebody is the
    object ("detuvo a un juez y deportó a otro"); but "mató a un juez e hirió a otro" is one attack.
    """
    s, a, b = one.sentence, one.act.token, other.act.token
    if s.labels[b] != "conj" or s.heads[b] != a or s.upos[b] != "VERB":
        return False
    if s.kid(a, "nsubj") is not None and s.kid(b, "nsubj") is not None:
        return True
    marks = [{s.prepositions[c] for c in s.kids(verb, "obj", "iobj") if s.upos[c] in NOUNS} for verb in (a, b)]
    return all(marks) and (one.lemma == other.lemma or (one.act.type != "ASSAULT" and all("a" in m for m in marks)))
