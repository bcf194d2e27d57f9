"""Agreement: who may be the subject of a verb, by its number and mood."""

from __future__ import annotations

from teletipo.grammar.finiteness import finite_verb
from teletipo.stages.resolving.figures import Figure
from teletipo.tree import Sentence


def is_wanted(sentence: Sentence, verb: int) -> bool:
    """True for a subjunctive under another verb: "pidió a X que venga", "lo llamó para que viniera"."""
    if sentence.labels[verb] not in ("ccomp", "advcl") or sentence.heads[verb] < 0:
        return False
    moods = (verb, *sentence.kids(verb, "aux", "cop", "aux:pass"))
    return any("Mood=Sub" in sentence.feats[t] for t in moods)


def plural_form(sentence: Sentence, verb: int) -> bool | None:
    """The number of the finite form; None where there is none."""
    finite = finite_verb(sentence, verb)
    return None if finite is None else "Number=Plur" in sentence.feats[finite]


def agrees(figures: list[Figure], plural: bool | None) -> bool:
    """True unless somebody has another number than the one wanted."""
    if not figures:
        return False
    return plural is None or plural == (len(figures) > 1 or figures[0].plural)


def passive_agent(sentence: Sentence, verb: int) -> int | None:
    """Who does it in the passive with "ser": "fue expresado por [X]"."""
    if not sentence.kids(verb, "aux:pass", "aux"):
        return None
    agents = sentence.kids(verb, "obl:agent", "obl")
    return next((t for t in agents if any(sentence.low[c] == "por" for c in sentence.kids(t, "case"))), None)
