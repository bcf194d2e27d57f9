"""Asides: clauses beside the main one.

They tell an accompanying circumstance ("tras reunirse", "al visitar Kiev", gerunds), or what somebody else does
("cuando Soto lo acusó").
"""

from __future__ import annotations

from teletipo.grammar.relatives import RELATIVES
from teletipo.tags import SUBJECTS, VERBAL
from teletipo.tree import Sentence

#: what opens a clause that what is said of its main verb does not reach
_OPENING = frozenset({"tras", "al", "mientras", "cuando", "durante", "desde", "apenas"})
#: what opens a clause that tells who says the main one
_CITING = frozenset({"según", "como"})
#: adverbs from which a clause with "de" hangs: "después de reunirse"
_ADVERBS = frozenset({"después", "luego", "antes", "además"})


def is_aside(s: Sentence, verb: int) -> bool:
    """True for the verb of an aside: in "[tras reunirse] con Tusk, Macron pidió sanciones" the meeting took place."""
    head = s.heads[verb]
    if head < 0 or s.relations[verb] not in ("advcl", "obl") or s.upos[verb] not in VERBAL:
        return False
    opening = [s.low[c] for c in s.kids(verb, "mark", "case")]
    if s.feat(verb, "VerbForm") == "Ger" and not opening:
        return True
    return s.low[head] in _ADVERBS or not _OPENING.isdisjoint(opening)


def is_beside(s: Sentence, verb: int) -> bool:
    """True within a clause beside the main one that has a subject of its own ("huyó [cuando Soto lo acusó]")."""
    inside = (t for t in (verb, *s.ancestors(verb)) if s.labels[t] == "advcl" or s.labels[t].startswith("acl"))
    clause = next(inside, None)
    subject = s.kid(clause, *SUBJECTS) if clause is not None else None
    if clause is None or subject is None or s.low[subject] in RELATIVES:
        return False
    return _CITING.isdisjoint(s.low[t] for t in s.kids(clause, "mark", "case", "advmod"))


def has_others(s: Sentence, clause: int) -> bool:
    """True for "cuando Soto le pidió ayuda" and "cuando Soto llegó y Gil salió": somebody else may be meant next."""
    pronouns = (c for c in s.kids(clause, "obj", "iobj") if s.upos[c] == "PRON")
    return any(pronouns) or any(s.kids(c, *SUBJECTS) for c in s.kids(clause, "conj"))
