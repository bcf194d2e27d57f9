"""Entries of the gazetteer as frozen structs."""

from __future__ import annotations

from typing import Literal

import msgspec

from teletipo.records import EntityKind

FormKind = Literal["name", "acronym", "demonym", "metonym", "description"]


class Form(msgspec.Struct, frozen=True, repr_omit_defaults=True, gc=False, array_like=True):
    """One way of naming an entry."""

    text: str
    kind: FormKind
    gender: Literal["m", "f", "both"] | None = None  #: of a demonym
    number: Literal["s", "p"] | None = None  #: of a demonym
    short: bool = False  #: a surname or the like, used after the full name
    ambiguous: bool = False  #: other entries have this form too, or it is also an ordinary word


class Entry(msgspec.Struct, frozen=True, kw_only=True, repr_omit_defaults=True, array_like=True):
    """Somebody or something that news names."""

    id: str  #: "state:RUS", "org:ONU", "person:vladimir-putin", "place:viena", "group:hamas"; stable
    kind: EntityKind
    name: str  #: common Spanish name
    country: str | None = None  #: ISO 3166 alpha-3
    sector: str | None = None  #: PLOVER sector
    forms: tuple[Form, ...] = ()
    latitude: float | None = None  #: degrees, WGS 84
    longitude: float | None = None
    source: str = "unverified"


class Holder(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One person's time in one post."""

    person: str  #: entry id
    post: str  #: "presidente", "primer ministro", "ministro de Exteriores" …
    of: str  #: alpha-3 code of a state, or entry id of an organisation
    start: str | None  #: ISO date, year or month; first day
    end: str | None  #: last day; None: still in office on `checked`
    checked: str  #: last day for which the file speaks
    source: str


class NounClass(msgspec.Struct, frozen=True, array_like=True):
    """What a head noun says about the thing described."""

    kind: EntityKind
    sector: str | None
    type: str  #: name of the class in patterns.yaml ("ministry", "army")


class Match(msgspec.Struct, frozen=True, gc=False):
    """The entries that the tokens `[first, last)` may name, the likeliest first."""

    first: int
    last: int
    entries: tuple[tuple[Entry, Form], ...]
