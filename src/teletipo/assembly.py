"""Puts the products of an article's stages together as its dossier."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from itertools import takewhile
from typing import Any

import msgspec

from teletipo import __version__
from teletipo.cast import Cast
from teletipo.gazetteer import Gazetteer
from teletipo.languages import es
from teletipo.records import SCHEMA, Dossier, Entity, Event, Mention, Problem, Run, Statement
from teletipo.spans import Span

_NAMING = frozenset({"name", "title"})  #: forms of mentions with a proper name: "Juan Pérez", "el juez Juan Pérez"


def dossier(products: Mapping[str, Any], given: tuple[Problem, ...] = ()) -> Dossier:
    """The dossier of one article from the products of its stages; `given` are problems found before them."""
    cast: Cast = products["cast"]
    found: tuple[Event, ...] = products["events"]
    said = _with_events(products["statements"], found)
    people, mentioned = _taking_part(cast, said, found)
    return Dossier(
        article=products["article"],
        run=run_of(products.get("gazetteer"), rules_only=not products.get("models", True)),
        entities=people,
        mentions=mentioned,
        statements=said,
        events=found,
        quantities=products.get("quantities", ()),
        links=products.get("links", ()),
        problems=(*given, *products.get("problems", ())),
    )


def run_of(own: Gazetteer | None = None, *, rules_only: bool = False) -> Run:
    """The `Run` that a reading now would record; `own` is a gazetteer other than the shipped one."""
    codebook = es.knowledge_hash_with(own.digest if own else None, rules_only)
    return Run(version=__version__, schema=SCHEMA, codebook=codebook, model=es.model())


def _with_events(said: tuple[Statement, ...], found: tuple[Event, ...]) -> tuple[Statement, ...]:
    """The statements, each with the ids of the events that have an anchor in its content."""
    anchors = sorted((a, number) for number, event in enumerate(found) for a in event.anchors)

    def inside(content: Span) -> set[int]:
        first = bisect_left(anchors, content.start, key=lambda one: one[0].start)
        following = (anchors[n] for n in range(first, len(anchors)))
        starting = takewhile(lambda one: one[0].start < content.end, following)
        return {number for anchor, number in starting if anchor.end <= content.end}

    numbers = [sorted(set().union(*map(inside, s.content))) for s in said]
    return tuple(
        msgspec.structs.replace(s, events=tuple(found[number].id for number in some))
        for s, some in zip(said, numbers, strict=True)
    )


def _taking_part(
    cast: Cast, said: tuple[Statement, ...], found: tuple[Event, ...]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The entities that are named or take part in a statement or event, and their mentions."""
    active = {i for s in said for i in (s.speaker, s.addressee)} | {r.entity for e in found for r in e.roles}
    active |= {i for e in found for i in e.source}
    active |= {p.entity for p in cast.placed if p.mention.form in _NAMING}
    return (
        tuple(e for e in cast.entities if e.id in active),
        tuple(p.mention for p in cast.placed if p.entity in active),
    )
