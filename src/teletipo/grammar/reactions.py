"""Reactions: acts that somebody else answers with another one."""

from __future__ import annotations

from teletipo.tree import Sentence


def is_answered(s: Sentence, act: int) -> bool:
    """True for the act in "en respuesta al [ataque]", "en protesta por la [detención]": others did it."""
    return any(c > 0 and s.low_lemmas[c - 1] in s.valency.reacting for c in s.kids(act, "case"))
