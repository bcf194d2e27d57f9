"""Conjuncts: dependents that coordinated predicates share, though the tree attaches them to only one."""

from __future__ import annotations

from teletipo.tree import Sentence

_AND = frozenset({"y", "e", "o", "u", "ni"})
_OBJECTS = frozenset({"obj", "iobj", "obl", "ccomp", "xcomp"})


def shared_by_verb(s: Sentence, verb: int) -> tuple[int, ...]:
    """What follows the second of two coordinated verbs and belongs to both: "bombardeó y ocupó [Alba]"."""
    other = verb + 2
    if other >= len(s) or s.heads[other] != verb or s.labels[other] != "conj" or s.upos[other] != "VERB":
        return ()
    if s.low[verb + 1] not in _AND or any(s.relations[c] in _OBJECTS for c in s.children[verb] if c > verb):
        return ()
    return tuple(c for c in s.children[other] if c > other and s.relations[c] in _OBJECTS)


def shared_by_noun(s: Sentence, noun: int) -> tuple[int, ...]:
    """The complements that two coordinated nouns share: "la ayuda y el apoyo [a Kiev]"."""
    if s.labels[noun] == "conj" and s.upos[s.heads[noun]] == "NOUN":
        first = s.heads[noun]
        bare = s.kid(noun, "det") is None
        return tuple(
            c for c in s.children[first] if (c > noun and s.relations[c] == "nmod") or (bare and _possessive(s, c))
        )
    if any(s.relations[c] in ("nmod", "acl") for c in s.children[noun]):
        return ()
    for other in s.kids(noun, "conj")[:1]:
        if s.upos[other] == "NOUN" and other - noun <= 3 and s.low[noun + 1] in _AND:
            return tuple(c for c in s.children[other] if c > other and s.relations[c] == "nmod")
    return ()


def _possessive(s: Sentence, token: int) -> bool:
    return s.relations[token] == "det" and s.feat(token, "Poss") == "Yes"
