"""Acts: single expressions of an event with one anchor each, before acts of one occurrence are merged into an event."""

from __future__ import annotations

import msgspec

from teletipo.records import Certainty, EventType, RoleName
from teletipo.spans import Span


class Argument(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A role filler of one act; `entity` is None for goods, topics, reasons and instruments that name nobody."""

    role: RoleName
    sentence: int
    token: int  #: syntactic head of the filler; for an elided subject the verb
    span: Span
    entity: str | None = None
    value: str | None = None
    weight: float = 1.0  #: the judge's belief in it; 1.0 when rules alone decide
    path: str = ""  #: grammatical function that licensed it ("subject", "con", "possessive" …)


class Act(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One expression of an act: the anchor token, the rule that found it, its arguments and how certain it is."""

    sentence: int
    token: int  #: syntactic head of the anchor
    anchor: Span
    type: EventType
    rule: str
    fits: bool = True  #: whether the conditions of the rule hold
    negated: bool = False  #: the "no" at its verb is part of the act ("no tolerará")
    carrier: int | None = None  #: token of the light verb that carries a noun
    mode: str | None = None
    arguments: tuple[Argument, ...] = ()
    certainty: Certainty = "fact"
    cue: Span | None = None
    source: tuple[str, ...] = ()
    score: float = 1.0  #: the judge's belief that this is an event of this type; 1.0 when rules alone decide
