"""The lookup tables of a gazetteer, which `build` makes of its files."""

from __future__ import annotations

import msgspec

from teletipo.gazetteer.entries import Entry, Holder, NounClass
from teletipo.gazetteer.schema import PostNameRow

#: a form, as the number of its entry among all entries and its own among the entry's forms
FormPlace = tuple[int, int]


class Tables(msgspec.Struct, frozen=True, kw_only=True):
    """Everything `Gazetteer` looks up."""

    entries: dict[str, Entry]
    index: dict[str, tuple[FormPlace, ...]]  #: by the atoms of a form, joined by blanks
    longest: dict[str, int]  #: first atom of a form -> atoms of the longest form that begins so
    prefixes: dict[str, str]  #: first part of a compound demonym -> id of the state
    executives: dict[str, str]  #: alpha-3 code -> post
    holders: dict[str, tuple[Holder, ...]]  #: by what the post belongs to
    post_names: dict[str, tuple[PostNameRow, ...]]
    nouns: dict[str, NounClass]
