"""Asides: clauses about an accompanying circumstance ("tras reunirse", "al visitar Kiev", gerunds)."""

from __future__ import annotations

from teletipo.tree import Sentence

#: what opens a clause that what is said of its main verb does not reach
_OPENING = frozenset({"tras", "al", "mientras", "cuando", "durante", "desde", "apenas"})
#: adverbs from which a clause with "de" hangs: "después de reunirse"
_ADVERBS = frozenset({"después", "luego", "antes", "además"})


def is_aside(s: Sentence, verb: int) -> bool:
    """True for the verb of an aside: in "[tras reunirse] con Tusk, Macron pidió sanciones" the meeting took place."""
    head = s.heads[verb]
    if head < 0 or s.relations[verb] not in ("advcl", "obl") or s.upos[verb] not in ("VERB", "AUX"):
        return False
    opening = [s.low[c] for c in s.kids(verb, "mark", "case")]
    if s.feat(verb, "VerbForm") == "Ger" and not opening:
        return True
    return s.low[head] in _ADVERBS or not _OPENING.isdisjoint(opening)
