"""Words for finding mentions and resolving entities (`referring.yaml`): schema and loading."""

from __future__ import annotations

from pathlib import Path

import msgspec

from teletipo import yamlfile

Words = frozenset[str]


class Again(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Head nouns that refer to somebody already named, by kind."""

    person: Words
    organisation: Words
    state: Words
    town: Words


class Referring(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of `referring.yaml`; each list is explained there."""

    about: str
    links: Words
    abroad: Words
    quantifiers: Words
    adjectives_with_a: Words
    locative: Words
    locative_phrases: tuple[str, ...]
    political_phrases: tuple[str, ...]
    political: Words
    giving: Words
    sending: Words
    shipped: Words
    motion: Words
    affecting: Words
    governing: Words
    authorities: Words
    acting: Words
    mutual: Words
    collective: Words
    stative: Words
    bordering: Words
    accredited: Words
    again: Again
    bodily: Words
    parts: dict[str, str]
    supranational: Words
    regions: dict[str, tuple[str, ...]]
    nobody: Words
    nobody_of: Words
    nobody_singular: Words
    former: Words
    same: Words
    seats: Words
    towns: Words
    continuing: Words
    turning: tuple[str, ...]
    offices: Words
    press: Words
    women: Words
    appointing: Words
    assuming: Words
    serving: Words
    generic: Words
    wishing: Words
    plurals: dict[str, tuple[str, ...]]
    both: Words
    nearer: Words
    ordinals: dict[str, int]
    counterparts: Words
    nicknaming: Words
    known_as: Words
    related: Words
    kin: Words
    loose: Words
    anybody: Words
    ruling: Words
    heading: Words
    head: Words
    ministries: Words
    matters: dict[str, str]
    chancelleries: Words
    instead: dict[str, Words]
    scholars: Words
    impersonal: Words
    speaking: Words
    voiced: Words
    abstract: tuple[str, ...]
    documents: Words
    times: Words
    mute: Words
    portfolios: Words
    things: Words
    courts: Words
    counting: Words


def load(path: Path) -> Referring:
    """The words of a file; DataError if it breaks the schema."""
    return yamlfile.load(path, Referring)
