"""PLOVER's conventions: the type that an act gets when it is announced, hypothetical or denied.

The record keeps the base act and its certainty apart; PLOVER 0.8 changes the type instead, and so do these exports.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from teletipo.export.report import Report
from teletipo.records import Certainty, Dossier, Entity, Event, EventType, Mention, Role
from teletipo.yamlfile import load

#: The certainties of an event series by default; announced acts are included if PLOVER has a type for them.
SERIES: frozenset[Certainty] = frozenset(("fact", "stated", "planned"))
#: Certainty -> auxiliary mode of PLOVER's manual.
AUXILIARY = {
    "planned": "future",
    "proposed": "hypothetical",
    "possible": "hypothetical",
    "speculated": "hypothetical",
    "denied": "negation",
}
_DAYS = ("minute", "day")


class _Mode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    intensity: float
    cameo: str | None = None


class _Type(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    quad: int
    intensity: float
    cameo: str
    goldstein: float
    future: EventType | None = None
    hypothetical: EventType | None = None
    recipient: bool = False


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The types and modes of PLOVER with their numbers."""

    types: dict[EventType, _Type]
    modes: dict[EventType, dict[str, _Mode]]


class Choice(msgspec.Struct, frozen=True):
    """Which events a series contains."""

    certainty: frozenset[Certainty] = SERIES
    by_publication: bool = False  #: an event without a date gets that of its article, as in POLECAT and GDELT


ASKED_FOR_NOTHING = Choice()


class Coded(msgspec.Struct, frozen=True, kw_only=True):
    """One event as PLOVER would code it."""

    event: Event
    type: EventType
    mode: str | None
    quad: int
    intensity: float
    cameo: str
    goldstein: float
    auxiliary: str | None  #: future, hypothetical, negation
    actors: tuple[tuple[Entity, Role], ...]
    recipients: tuple[tuple[Entity, Role], ...]
    places: tuple[tuple[Entity | None, Role], ...]
    date: str | None  #: ISO day; None if the date is unknown or coarser than a day
    date_basis: str | None  #: what the day rests on; "publication" if it is that of the article


@cache
def table() -> Table:
    """The shipped table. Raises DataError if its file breaks the schema."""
    return load(Path(str(files("teletipo") / "data/export/plover.yaml")), Table)


def coded(event: Event, dossier: Dossier) -> Coded:
    """`event` under PLOVER's conventions; a changed type has no mode, as modes belong to the base act."""
    known = table()
    own = known.types[event.type]
    changed = own.future if event.certainty == "planned" else None
    if AUXILIARY.get(event.certainty) == "hypothetical":
        changed = own.hypothetical
    kind: EventType = changed or event.type
    mode = known.modes.get(kind, {}).get(event.mode or "") if kind == event.type else None
    now = known.types[kind]
    people = {e.id: e for e in dossier.entities}
    day = event.when is not None and event.when.precision in _DAYS
    return Coded(
        event=event,
        type=kind,
        mode=event.mode if kind == event.type else None,
        quad=now.quad,
        intensity=mode.intensity if mode else now.intensity,
        cameo=(mode.cameo if mode else None) or now.cameo,
        goldstein=now.goldstein,
        auxiliary=None if changed else AUXILIARY.get(event.certainty),
        actors=_takers(event, people, "actor"),
        recipients=_takers(event, people, "recipient"),
        places=tuple((people.get(r.entity or ""), r) for r in event.roles if r.role == "place"),
        date=event.when.start[:10] if event.when and day else None,
        date_basis=event.when.basis if event.when and day else None,
    )


def series(dossier: Dossier, chosen: Choice, report: Report) -> list[Coded]:
    """The events of an event series under PLOVER's conventions; what is left out is counted in `report`.

    Left out are events of other certainties (announced acts stay only if PLOVER has a type for them), without a known
    actor, without a recipient if their type needs one, and without a day.
    """
    kept = []
    for event in dossier.events:
        one = coded(event, dossier)
        if event.when is None and chosen.by_publication and dossier.article.published:
            one = msgspec.structs.replace(one, date=dossier.article.published, date_basis="publication")
        reason = _reason(one, chosen.certainty)
        if reason:
            report.skip(reason)
        else:
            kept.append(one)
    return kept


def _reason(one: Coded, certainty: frozenset[Certainty]) -> str | None:
    event = one.event
    if event.certainty not in certainty:
        return event.certainty
    if event.certainty == "planned" and certainty == SERIES and one.auxiliary:
        return "planned"
    if not one.actors and not one.recipients:
        return "no known actor"
    if table().types[one.type].recipient and not one.recipients and len(one.actors) < 2:
        return "no recipient"
    if one.date is None:
        return "no date" if event.when is None else "date coarser than a day"
    return None


def raw_name(entity: Entity, role: Role, dossier: Dossier) -> str:
    """The words of the role, or else of the entity's first mention."""
    text = dossier.article.text or ""
    if role.start < role.end:
        return " ".join(text[role.start : role.end].split())
    first: Mention | None = next((m for m in dossier.mentions if m.entity == entity.id), None)
    return text[first.start : first.end] if first else entity.name


def _takers(event: Event, people: dict[str, Entity], name: str) -> tuple[tuple[Entity, Role], ...]:
    found: dict[str, tuple[Entity, Role]] = {}
    for role in event.roles:
        if role.role == name and role.entity in people:
            found.setdefault(role.entity, (people[role.entity], role))
    return tuple(found.values())
