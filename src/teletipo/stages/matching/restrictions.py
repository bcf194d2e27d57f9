"""Restrictions: whether a pattern's conditions (`when`, `only`, `unless`) hold at a predicate."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo.cast import SOMEBODY, SOMEWHERE, Cast
from teletipo.codebook.functions import AROUND
from teletipo.codebook.patterns import Condition, Pattern
from teletipo.grammar.finiteness import finite_verb
from teletipo.grammar.frames import Frame
from teletipo.grammar.voice import is_reflexive
from teletipo.tree import Sentence


def fits(s: Sentence, frame: Frame, pattern: Pattern, cast: Cast) -> bool:
    """True if all conditions of `when` hold."""
    return not pattern.when or all(_condition(s, frame, c, cast) for c in pattern.when)


def excluded(s: Sentence, frame: Frame, pattern: Pattern, cast: Cast) -> bool:
    """True if one of the conditions of `only` does not hold, or one of `unless` does."""
    if pattern.only and not all(_condition(s, frame, c, cast) for c in pattern.only):
        return True
    return bool(pattern.unless) and any(_condition(s, frame, c, cast) for c in pattern.unless)


def _condition(s: Sentence, frame: Frame, condition: Condition, cast: Cast) -> bool:
    """Checks one condition on the fillers of functions: present, absent, (not) actor, place, or lemmas."""
    if condition.name in AROUND:
        return _around(s, frame, condition.name, condition.values)
    fillers = [t for name in condition.functions for t in frame.functions.get(name, ())]
    values = condition.values
    if not fillers:
        return "absent" in values
    if "present" in values:
        return True
    for t in fillers:
        if s.low_lemmas[t] in values or s.low[t] in values:
            return True
    if "place" in values and any(_is_one(s, t, cast, SOMEWHERE) for t in fillers):
        return True
    if "actor" not in values and "not actor" not in values:
        return False
    return ("actor" if any(_is_one(s, t, cast, SOMEBODY) for t in fillers) else "not actor") in values


def _is_one(s: Sentence, token: int, cast: Cast, kinds: frozenset[str]) -> bool:
    placed = cast.at(s.index, token)
    return placed is not None and cast.entity(placed.entity).kind in kinds


def _around(s: Sentence, frame: Frame, name: str, values: frozenset[str]) -> bool:
    """Checks a condition on the tree around the predicate.

    "governor" asks for the lemma above the predicate (and above the whole list, if it is one of several), "under" for
    the preposition in front of it, "as" for the predicate's own relation, "complement" for the mood of its finite
    clause (Sub, Ind, Cnd), "tense" for that of the predicate itself (Pres, Past, Imp, Fut), "reflexive" (present or
    absent) for the clitic se.
    """
    match name:
        case "reflexive":
            return ("present" in values) == is_reflexive(s, frame.token)
        case "governor":
            return any(lemma in values for lemma in _governors(s, frame.token))
        case "under":
            return s.prepositions[frame.token] in values
        case "as":
            return s.relations[frame.token] in values
        case "tense":
            verb = finite_verb(s, frame.token)
            return verb is not None and s.feat(verb, "Tense") in values
    return any(_mood(s, clause) in values for clause in frame.get("clause"))


def _mood(s: Sentence, clause: int) -> str | None:
    """The mood of a clause's verb or of its auxiliary."""
    return next((m for t in (clause, *s.kids(clause, "aux", "cop")) if (m := s.feat(t, "Mood"))), None)


def _governors(s: Sentence, token: int) -> Iterator[str]:
    """The lemma above a predicate; for a member of a list ("temas: el comercio, la ayuda …") of the whole list too."""
    listed = True
    while listed and s.heads[token] >= 0:
        listed = s.labels[token] in ("conj", "appos")
        token = s.heads[token]
        yield s.low_lemmas[token]
