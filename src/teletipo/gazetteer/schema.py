"""What a gazetteer YAML file may contain: one closed schema for all files, shipped or a user's own.

Every section may be left out. An id is the section's prefix and the row's `id`: `states: - {id: RUS}` is "state:RUS".
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from teletipo.records import EntityKind

IsoDate = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Country = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
Sector = Literal[
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "IGO", "JRN", "JUD", "LAB", "LEG", "MED", "MIL", "NGO",
    "OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK",
]  # fmt: skip
"""A sector as PLOVER codes it."""
Slug = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9+-]+$")]
Coordinate = Annotated[float, msgspec.Meta(ge=-180, le=180)]


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of the rows: closed, so that a misspelt key is an error."""


class EntryRow(Row, frozen=True, forbid_unknown_fields=True):
    """Somebody or something that news names."""

    id: Slug
    name: str  #: common Spanish name
    names: tuple[str, ...] = ()  #: other names and spellings
    acronyms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()  #: masculine singular; irregular ones as "m|f|mp|fp"
    metonyms: tuple[str, ...] = ()  #: names of a thing that stands for it (a seat of power)
    descriptions: tuple[str, ...] = ()  #: "República Islámica"
    country: Country | None = None
    sector: Sector | None = None
    latitude: Coordinate | None = None
    longitude: Coordinate | None = None
    source: str | None = None  #: where the facts come from; None: the file's


class CapitalRow(Row, frozen=True, forbid_unknown_fields=True):
    """A capital: a place, and a metonym of the state's government."""

    id: Slug
    name: str
    names: tuple[str, ...] = ()
    latitude: Coordinate | None = None
    longitude: Coordinate | None = None
    metonym: bool = True  #: false where the name means too many other things to stand for the state


class StateRow(EntryRow, frozen=True, forbid_unknown_fields=True):
    """A state; its `id` is its ISO 3166 alpha-3 code."""

    id: Country
    prefixes: tuple[str, ...] = ()  #: first part of a compound demonym: "hispano" in "hispano-francés"
    executive: str = "presidente"  #: post of who governs, for "el mandatario"
    capitals: tuple[CapitalRow, ...] = ()


class PersonRow(EntryRow, frozen=True, forbid_unknown_fields=True):
    """A person; `short` are the surname and other forms that news uses after the first mention."""

    short: tuple[str, ...] = ()


class HolderRow(Row, frozen=True, forbid_unknown_fields=True):
    """One person's time in one post."""

    name: str
    short: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    start: IsoDate | None = None
    end: IsoDate | None = None  #: last day; None: in office when the file was checked
    source: str | None = None


class PostRow(Row, frozen=True, forbid_unknown_fields=True):
    """Who held one post, in order of time."""

    post: str
    of: str  #: alpha-3 code of the state, or entry id ("org:ONU")
    checked: IsoDate  #: nothing is known about later days
    holders: tuple[HolderRow, ...]


class PostNameRow(Row, frozen=True, forbid_unknown_fields=True):
    """What a word for a post means: the posts tried in turn, "executive" being the state's own."""

    post: str
    means: tuple[str, ...]
    of: tuple[str, ...] = ()  #: only in these states; a row with states goes before one without


class NounRow(Row, frozen=True, forbid_unknown_fields=True):
    """Head nouns (lemmas, or phrases of several words) with the class of what they describe."""

    type: str  #: stable name of the class: "ministry"
    kind: EntityKind
    nouns: str  #: separated by " | "
    sector: Sector | None = None


class AmbiguousRow(Row, frozen=True, forbid_unknown_fields=True):
    """A form that several entries may claim, or that means other things too; the reason is compulsory."""

    form: str  #: one, or several separated by " | "
    why: str
    entries: tuple[str, ...] = ()  #: ids, the likeliest first; none: whoever claims it


class File(Row, frozen=True, forbid_unknown_fields=True):
    """One gazetteer file."""

    about: str  #: what is in it, for the reader
    source: str = "unverified"  #: default of its rows
    states: tuple[StateRow, ...] = ()
    organisations: tuple[EntryRow, ...] = ()
    groups: tuple[EntryRow, ...] = ()  #: armed groups and movements: organisations, sector REB unless given
    parties: tuple[EntryRow, ...] = ()  #: organisations, sector PTY unless given
    places: tuple[EntryRow, ...] = ()
    facilities: tuple[EntryRow, ...] = ()
    persons: tuple[PersonRow, ...] = ()
    posts: tuple[PostRow, ...] = ()
    post_names: tuple[PostNameRow, ...] = ()
    nouns: tuple[NounRow, ...] = ()
    ambiguous: tuple[AmbiguousRow, ...] = ()
    examples: tuple[str, ...] = ()  #: "El [Kremlin]{state:RUS} rechazó la propuesta.", run as tests


Section = Literal["states", "organisations", "groups", "parties", "places", "facilities", "persons"]

#: section -> (id prefix, kind, sector unless given)
SECTIONS: dict[Section, tuple[str, EntityKind, str | None]] = {
    "states": ("state", "state", "GOV"),
    "organisations": ("org", "organisation", None),
    "groups": ("group", "organisation", "REB"),
    "parties": ("party", "organisation", "PTY"),
    "places": ("place", "place", None),
    "facilities": ("facility", "facility", None),
    "persons": ("person", "person", None),
}
