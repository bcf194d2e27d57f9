"""Finiteness: what the finite form of a verb group says, be it the verb itself or an auxiliary."""

from __future__ import annotations

from teletipo.tree import Sentence


def is_finite(s: Sentence, verb: int) -> bool:
    """Whether the verb or one of its auxiliaries is finite."""
    group = (verb, *s.kids(verb, "aux", "aux:pass", "cop"))
    return any(s.feat(t, "VerbForm") == "Fin" for t in group)


def agree(s: Sentence, one: int, other: int) -> bool:
    """True unless person or number of two finite verbs (or their auxiliaries) differ."""
    return all(
        (a := finite_feat(s, one, name)) is None or (b := finite_feat(s, other, name)) is None or a == b
        for name in ("Person", "Number")
    )


def finite_feat(s: Sentence, verb: int, name: str) -> str | None:
    """The value of a feature of the finite form, or None."""
    for token in (verb, *s.kids(verb, "aux", "aux:pass", "cop")):
        if s.feat(token, "VerbForm") == "Fin":
            return s.feat(token, name)
    return None
