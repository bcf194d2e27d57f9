"""Mentions: every expression that may mean somebody or something, before it is known whom."""

from __future__ import annotations

import msgspec

from teletipo.records import EntityKind, MentionForm
from teletipo.tree import Sentence


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A referring expression: tokens `[first, last)` of a sentence with their syntactic head."""

    sentence: int
    first: int
    last: int
    head: int
    form: MentionForm
    kind: EntityKind | None = None


def references(sentences: tuple[Sentence, ...]) -> tuple[Reference, ...]:
    """All referring expressions in text order."""
    return ()
