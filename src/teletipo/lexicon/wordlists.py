"""The word lists of the reporting lexicon, as a schema."""

from __future__ import annotations

import msgspec

Words = frozenset[str]


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by what they are for; each list is explained in the file."""

    documents: Words
    polls: Words
    reports: Words
    notices: Words
    rulings: Words
    narrating: Words
    repeating: Words
    parties: Words
    outlets: Words
    publishing: Words
    agencies: Words
    addressed: Words
    talks: Words
    bodies: Words
    posts: Words
    epithets: tuple[str, ...]
    stances: Words
    vessels: Words
    feelings: Words
    grants: Words
    opinions: Words
    thinkers: Words
    reasons: Words
    modal: Words
    measures: Words
    titled: Words
    showing: Words
    abstract: tuple[str, ...]
    collectives: Words
    adding: Words
    enabling: Words
    excelling: Words
    known: Words
    achieving: Words
    times: Words
    spans: Words
    expecting: Words
    refusing: tuple[str, ...]
