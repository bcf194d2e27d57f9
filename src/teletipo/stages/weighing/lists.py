"""Lists: members of a list ("X, Y y Z") mostly have the same part in an act; what is believed of them is evened out."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from teletipo.cast import Placed
from teletipo.grammar.finiteness import is_finite
from teletipo.records import RoleName
from teletipo.stages.weighing.around import Candidate
from teletipo.stages.weighing.outlook import Outlook
from teletipo.tree import Sentence

#: how far the members of a list are drawn to the mean of their beliefs: what is said of one is mostly said of all. On
#: folds, true acts: roles F1 .629 to .631, tuples .351 to .355
EVENED = 0.5


class Belief(msgspec.Struct, frozen=True, gc=False):
    """The probability of each role for a candidate."""

    candidate: Candidate
    parts: Mapping[RoleName, float]


def narrowed(candidate: Candidate, view: Outlook) -> Candidate:
    """The candidate with those of its mentions that fill a function, if any does: other lists say nothing of it.

    "[Francia] y Japón hacían maniobras mientras [París] enviaba tropas": Japan sent none.
    """
    filling = tuple(p for p in candidate.placed if view.function(p) != "none")
    told = any(p.mention.form not in ("elided", "pronoun") for p in filling)
    return msgspec.structs.replace(candidate, placed=filling) if told else candidate


def evened(beliefs: list[Belief], sentences: tuple[Sentence, ...]) -> list[Belief]:
    """The beliefs, with those of the members of a list ("X, Y y Z") drawn towards each other."""
    found: dict[tuple[int, int], list[Belief]] = {}
    for belief in beliefs:
        if belief.candidate.origin == "here":
            for place in lists(belief.candidate, sentences):
                found.setdefault(place, []).append(belief)
    drawn: dict[str, Belief] = {b.candidate.entity: b for b in beliefs}
    for members in found.values():
        for part in ("actor", "recipient"):
            open_to = [b for b in members if part in b.parts]  # from others it is barred
            mean = sum(b.parts[part] for b in open_to) / max(len(open_to), 1)
            for b in open_to if len(open_to) > 1 else ():
                now = drawn[b.candidate.entity]
                share = b.parts[part] + EVENED * (mean - b.parts[part])
                drawn[b.candidate.entity] = Belief(now.candidate, {**now.parts, part: share})
    return list(drawn.values())


def lists(candidate: Candidate, sentences: tuple[Sentence, ...]) -> set[tuple[int, int]]:
    """The lists in which a candidate is named."""
    return {_list(sentences[p.sentence], p) for p in candidate.placed}


def _list(s: Sentence, placed: Placed) -> tuple[int, int]:
    """The first member of the list that a mention belongs to; the mention's own head if it is in none.

    What stands without the preposition of the others behind a relative clause belongs to that: "una cena para el rey y
    su séquito, que incluía jueces, así como [los ediles]".
    """
    token = placed.head
    while s.labels[token] == "conj" and not _is_behind_clause(s, s.heads[token], token):
        token = s.heads[token]
    return s.index, token


def _is_behind_clause(s: Sentence, first: int, later: int) -> bool:
    if s.kid(first, "case") is None or s.kid(later, "case") is not None:
        return False
    return any(s.relations[t] == "acl" and is_finite(s, t) for t in range(first + 1, later))
