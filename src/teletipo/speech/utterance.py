"""Utterances: statements before they have ids."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from teletipo.spans import Span
from teletipo.speech.naming import Speaker

_OVERLAPPING = 64  #: contents that may begin inside one before it ends


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """A statement before it has an id."""

    content: tuple[Span, ...]
    cue: Span | None
    speaker: Speaker
    addressee: str | None = None  #: entity id
    thought: bool = False  #: reported by a verb of thinking
    passing: bool = False  #: reported by a noun or an adverbial clause; who is quoted next is somebody else


def beginning_before(found: list[Utterance], offset: int) -> list[Utterance]:
    """Those of `found`, which is in text order, whose content may hold `offset`."""
    last = bisect_right(found, offset, key=lambda u: u.content[0].start)
    return found[max(0, last - _OVERLAPPING) : last]
