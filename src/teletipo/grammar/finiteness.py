"""Finiteness: the finite form of a verb group (the verb itself or an auxiliary) and its features."""

from __future__ import annotations

from teletipo.tree import Sentence


def finite_verb(s: Sentence, predicate: int) -> int | None:
    """The finite form of a predicate: the token itself, its first auxiliary or its copula; None if there is none."""
    if s.feat(predicate, "VerbForm") == "Fin":
        return predicate
    helpers = s.kids(predicate, "aux", "aux:pass", "cop")
    return next((t for t in helpers if s.feat(t, "VerbForm") == "Fin"), None)


def finite_feat(s: Sentence, predicate: int, name: str) -> str | None:
    """The value of a feature of the finite form, or None."""
    verb = finite_verb(s, predicate)
    return None if verb is None else s.feat(verb, name)


def is_finite(s: Sentence, predicate: int) -> bool:
    """Whether the verb or one of its auxiliaries is finite."""
    return finite_verb(s, predicate) is not None


def agree(s: Sentence, one: int, other: int) -> bool:
    """True unless person or number of two finite verbs (or their auxiliaries) differ."""
    return all(
        (a := finite_feat(s, one, name)) is None or (b := finite_feat(s, other, name)) is None or a == b
        for name in ("Person", "Number")
    )
