"""Tellers: who comments on an act (reports, rejects, judges, mediates or announces it) and so takes no part in it."""

from __future__ import annotations

from typing import NamedTuple

from teletipo.act import Act
from teletipo.cast import Placed
from teletipo.grammar.functions import AGENT
from teletipo.grammar.groups import coordinated
from teletipo.stages.weighing.outlook import Outlook
from teletipo.tree import Sentence

_SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN"})  #: acts of words, which another party rejects
_SPOKEN = _SAID | {"REJECT", "SUPPORT"}
_BETWEEN = frozenset({"entre", "object entre"})
_SUBJECTS = frozenset({"subject", "elided subject"})


class Place(NamedTuple):
    """A mention of a candidate in the sentence of an act."""

    sentence: Sentence
    act: Act
    placed: Placed
    view: Outlook


def rejects(place: Place) -> bool:
    """True for who rejects what others say or ask: "[La abogada] negó las acusaciones contra su cliente"."""
    s, act, _, _ = place
    if act.type not in _SAID or act.carrier is not None:
        return False
    node = act.token
    while s.heads[node] >= 0 and (s.upos[node] == "NOUN" or (node == act.token and _is_beside(s, node))):
        head = s.heads[node]
        if s.relations[node] == "obj" and s.low_lemmas[head] in s.valency.rejecting:
            return _is_subject(place, head)
        node = head
    return False


def _is_beside(s: Sentence, participle: int) -> bool:
    return s.relations[participle] in ("acl", "amod") and s.feat(participle, "VerbForm") == "Part"


def _is_subject(place: Place, verb: int) -> bool:
    """True for the subject of a verb, expressed or elided."""
    s, _, placed, view = place
    if placed.mention.form == "elided":
        return placed.head in (verb, view.implied)
    return placed.head in subjects(s, verb) or view.outer.get((s.index, placed.head)) == "subject"


def speaks_of_victim(place: Place) -> bool:
    """True for the victim in somebody's comment: "condenó el asesinato de [la jueza]" is not said to her."""
    s, act, placed, _ = place
    noun = s.heads[placed.head]
    if act.type not in _SPOKEN or noun < 0 or placed.mention.form == "elided" or s.heads[noun] != act.token:
        return False
    return s.prepositions[placed.head] == "de" and s.low_lemmas[noun] in s.valency.suffered


def judges(place: Place) -> bool:
    """True for who thanks for an act, deplores it or the like: "[El papa] agradeció a Turquía su mediación".

    Also for who backs or rejects it, by a participle: "la propuesta, respaldada por [Perú]", "fue rechazada por
    [Perú]".
    """
    s, act, placed, _ = place
    verb = s.heads[act.token]
    if act.carrier is not None or s.upos[act.token] != "NOUN":
        return False
    if s.prepositions[placed.head] in AGENT and s.low_lemmas[s.heads[placed.head]] in s.valency.judging:
        above = s.heads[placed.head]
        return s.heads[above] == act.token or (above == verb and s.relations[act.token] == "nsubj")
    if s.relations[act.token] != "obj" or s.low_lemmas[verb] not in s.valency.judging:
        return False
    own = any(s.feat(c, "Poss") == "Yes" for c in s.kids(act.token, "det"))
    others = any(s.prepositions[c] == "a" for c in s.kids(verb, "obj", "iobj", "obl"))
    return (others or not own) and _is_subject(place, verb)


def announces(place: Place) -> bool:
    """True for who announces what others agreed on: "[Omán] anunció un acuerdo entre Irán e Irak"."""
    s, act, placed, view = place
    own = act.token if act.carrier is None else act.carrier
    if act.type != "AGREE" or not any(a.path in _BETWEEN for a in act.arguments):
        return False
    verb = next((t for t in (own, *s.ancestors(own)) if s.low_lemmas[t] in s.valency.announcing), -1)
    return verb >= 0 and (placed.head in subjects(s, verb) or (verb == own and view.function(placed) in _SUBJECTS))


def subjects(s: Sentence, verb: int) -> frozenset[int]:
    """The subjects of a verb, with those coordinated."""
    return frozenset(c for t in s.kids(verb, "nsubj") for c in coordinated(s, t))
