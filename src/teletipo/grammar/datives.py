"""Datives: whom "le" and "les" refer to at the end of an infinitive or gerund: "visitó a Soto para pedir[le] ayuda"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from teletipo.tree import Sentence

_FUSED = re.compile(r".*(?:r|ndo)(le|les)")
#: of the verb above, whom it may be said of, the likeliest first
_ADDRESSED = ("indirect", "con", "object", "a")

Functions = Mapping[str, tuple[int, ...]]


def fused(s: Sentence, verb: int) -> str | None:
    """The dative that ends a verb ("ofrecer[le]", "pidiéndo[les]"), or None."""
    found = _FUSED.fullmatch(s.low[verb]) if s.upos[verb] == "VERB" else None
    return found and found[1]


def dative(s: Sentence, verb: int, subject: tuple[int, ...], above: Functions) -> tuple[int, ...]:
    """Whom it means, by the functions of the verb above: who is addressed there or, if that one acts, its subject."""
    if subject and subject != above.get("subject"):
        found = above.get("subject", ())
    else:
        others = (above[name] for name in _ADDRESSED if name in above)
        found = next((t for t in others if {verb, *subject}.isdisjoint(t)), ())
    plural = len(found) > 1 or any(s.feat(t, "Number") == "Plur" for t in found)
    return found if plural == (fused(s, verb) == "les") else ()
