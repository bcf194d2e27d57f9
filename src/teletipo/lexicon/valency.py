"""Valency: words whose complements have another role than the tree alone suggests, loaded from the lexicon."""

from __future__ import annotations

from pathlib import Path

import msgspec

from teletipo import yamlfile

Words = frozenset[str]


class Valency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lists of lemmas, explained in `valency.yaml`; a list that the file leaves out is empty."""

    fractions: Words = frozenset()
    measuring: Words = frozenset()
    leading: Words = frozenset()
    led: Words = frozenset()
    ascribed: Words = frozenset()
    charging: Words = frozenset()  #: with their preposition
    charges: Words = frozenset()
    branding: Words = frozenset()
    rejecting: Words = frozenset()
    answering: Words = frozenset()
    addressed: Words = frozenset()
    judging: Words = frozenset()
    mediating: Words = frozenset()
    announcing: Words = frozenset()
    suffered: Words = frozenset()
    suffering: Words = frozenset()
    reacting: Words = frozenset()
    intending: Words = frozenset()
    violent: Words = frozenset()
    leaving: Words = frozenset()
    gathering: Words = frozenset()
    ordering: Words = frozenset()
    accompanied: Words = frozenset()
    nominal: Words = frozenset()
    crediting: Words = frozenset()
    claiming: Words = frozenset()
    joining: Words = frozenset()  #: with their preposition
    threatening: Words = frozenset()  #: with their preposition
    asking: Words = frozenset()
    urging: Words = frozenset()
    handed: Words = frozenset()
    granted: Words = frozenset()
    objectless: Words = frozenset()
    killing: Words = frozenset()
    manners: Words = frozenset()
    voicing: Words = frozenset()
    letters: Words = frozenset()
    prefixed: Words = frozenset()
    meals: Words = frozenset()
    meetings: Words = frozenset()


#: for a tree whose language is not known
UNKNOWN = Valency()


def load(path: Path) -> Valency:
    """The words of a file; DataError if it breaks the schema."""
    return yamlfile.load(path, Valency)
