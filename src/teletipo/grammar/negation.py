"""Negation: the word that denies a predicate, found next to it or in its subject."""

from __future__ import annotations

from teletipo.tree import Sentence

_ADVERBS = frozenset({"no", "nunca", "jamás", "tampoco", "ni"})
_NOBODY = frozenset({"nadie", "nada", "ninguno"})
_WHO = frozenset({"quien", "quienes"})
_THOSE = frozenset({"el", "la", "los", "las"})  #: before the "que" that points somebody out
_ONLY = frozenset({"solo", "sólo", "solamente", "únicamente"})  #: behind "no": "not only"
PENDING = frozenset({"aún", "todavía"})  #: beside a negation: "not yet"
NEGATIVE = _ADVERBS | _NOBODY  #: lemmas that deny what they hang on


def negation(s: Sentence, token: int) -> int | None:
    """The negative adverb of a predicate, or the negative word of the subject before it; None if nothing denies it.

    An adjective that a verb says of somebody is denied with it: "no se mostró dispuesto".
    """
    adverb = next((c for c in s.children[token] if s.low[c] in _ADVERBS and not is_not_only(s, c)), None)
    denied = denying_subject(s, token) if adverb is None else adverb
    if denied is None and s.upos[token] == "ADJ" and s.labels[token] in ("obj", "xcomp"):
        return negation(s, s.heads[token])
    return denied


def is_not_only(s: Sentence, adverb: int) -> bool:
    """True for a negation before "sólo", which denies nothing: "no sólo pidió la paz"."""
    return adverb + 1 < len(s) and s.low[adverb + 1] in _ONLY


def denying_subject(s: Sentence, token: int) -> int | None:
    """The negative word in a subject: "nadie vino", "ningún país vino", "ni Lima ni Quito vinieron".

    After the verb such a subject needs a second negation, which is then the one that counts.
    """
    subjects = [c for c in s.kids(token, "nsubj", "nsubj:pass") if c < token]
    denied = next((word for c in subjects if (word := denying(s, c)) is not None), None)
    return _denied_cleft(s, token, subjects) if denied is None else denied


def _denied_cleft(s: Sentence, clause: int, subjects: list[int]) -> int | None:
    """The negation of a cleft, "[No] fue el coronel quien atacó": somebody else did."""
    one = s.heads[clause]
    pointing = any(s.low[c] in _WHO or (s.low[c] == "que" and s.low[c - 1] in _THOSE) for c in subjects)
    if one < 0 or s.relations[clause] != "acl" or not pointing:
        return None
    below = one if s.kid(one, "cop") is not None else s.heads[one] if s.relations[one] == "nsubj" else -1
    if below < 0 or (below != one and s.lemmas[below] != "ser"):
        return None
    return next((c for c in s.children[below] if c < one and s.low[c] in _ADVERBS), None)


def denying(s: Sentence, noun: int) -> int | None:
    """The word that makes a noun phrase negative: the pronoun itself, or "ningún" or "ni" before it."""
    if s.low_lemmas[noun] in _NOBODY:
        return noun
    return next((c for c in s.children[noun] if c < noun and (s.low_lemmas[c] in _NOBODY or s.low[c] == "ni")), None)
