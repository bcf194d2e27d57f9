"""Another: titles before a name that belongs to somebody inside them ("el portavoz del presidente X")."""

from __future__ import annotations

from collections.abc import Mapping

from teletipo.stages.naming.names import Run
from teletipo.stages.naming.phrases import OFFICIAL, Phrase
from teletipo.stages.naming.reference import Reference
from teletipo.tree import Sentence

#: sectors of those whose staff speaks for them, besides the officials
_PUBLIC = OFFICIAL | {"ELI", "OPP", "PTY", "BUS", "REL"}


def names_another(phrase: Phrase, run: Run, joined: Mapping[int, Reference]) -> bool:
    """True for "un portavoz del presidente, X", "un vocero al embajador, X", where the name is the other's."""
    inside = (made for first, made in joined.items() if phrase.noun < first < run.first)
    return any(made.kind == "person" and made.run == run for made in inside)


def serves(sentence: Sentence, phrase: Phrase, run: Run, joined: Mapping[int, Reference]) -> bool:
    """True for "el portavoz del presidente X", where the name is that of the holder of the post right before it."""
    inside = ((first, made) for first, made in joined.items() if phrase.noun < first < run.first and made.run == run)
    return any(
        _of(sentence, first) and made.phrase is not None and made.phrase.kind.sector in _PUBLIC
        for first, made in inside
        if made.kind == "person"
    )


def _of(sentence: Sentence, first: int) -> bool:
    """True behind "del", and for an article behind "de"."""
    before = sentence.low[first - 1]
    return before == "del" or (before == "de" and sentence.upos[first] == "DET")
