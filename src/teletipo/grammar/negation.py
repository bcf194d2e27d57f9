"""Negation: the word that denies a predicate, found next to it or in its subject."""

from __future__ import annotations

from teletipo.tree import Sentence

_ADVERBS = frozenset({"no", "nunca", "jamás", "tampoco", "ni"})
_NOBODY = frozenset({"nadie", "nada", "ninguno"})
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
    return next((word for c in subjects if (word := denying(s, c)) is not None), None)


def denying(s: Sentence, noun: int) -> int | None:
    """The word that makes a noun phrase negative: the pronoun itself, or "ningún" or "ni" before it."""
    if s.low_lemmas[noun] in _NOBODY:
        return noun
    return next((c for c in s.children[noun] if c < noun and (s.low_lemmas[c] in _NOBODY or s.low[c] == "ni")), None)
