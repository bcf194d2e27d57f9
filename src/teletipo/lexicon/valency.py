"""Valency: the words that give a complement another part than the tree alone says, loaded from the lexicon."""

from __future__ import annotations

from pathlib import Path

import msgspec

from teletipo import yamlfile

Words = frozenset[str]


class Valency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by lemma; each list is explained in `valency.yaml`."""

    fractions: Words
    leading: Words
    led: Words
    ascribed: Words
    charging: Words  #: with their preposition
    charges: Words
    branding: Words
    rejecting: Words
    judging: Words
    mediating: Words
    suffered: Words
    suffering: Words
    envoys: Words
    ordering: Words
    accompanied: Words
    nominal: Words


#: of a tree whose language is not known
UNKNOWN = Valency(*[frozenset()] * len(Valency.__struct_fields__))


def load(path: Path) -> Valency:
    """The words of a file; DataError if it breaks the schema."""
    return yamlfile.load(path, Valency)
