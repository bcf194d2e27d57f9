"""Claims: which entries the files give each form to, and checks that no two claims contradict each other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from teletipo import yamlfile
from teletipo.errors import DataError
from teletipo.gazetteer.schema import SECTIONS, File
from teletipo.records import EntityKind

Steps = tuple[str | int, ...]  #: the way to a row of a file
Claimants = Mapping[str, tuple[str, ...]]  #: entries by the form that they share

#: prefix of an id -> kind of the entry
_KINDS: dict[str, EntityKind] = {prefix: kind for prefix, kind, _ in SECTIONS.values()}


class Claim(msgspec.Struct, frozen=True):
    """Where a file says something about an entry; `steps` lead to the row."""

    entry: str
    path: str
    steps: Steps


def lint(claims: Mapping[str, list[Claim]], ambiguous: Claimants) -> None:
    """Raise DataError if two entries of one family claim a form that is not declared ambiguous for both."""
    for text, several in claims.items():
        if len(several) == 1:
            continue
        by_family: dict[str, Claim] = {}
        for claim in several:
            family = family_of(claim.entry)
            first = by_family.setdefault(family, claim)
            if family == "person" or first.entry == claim.entry:
                continue
            if {first.entry, claim.entry} <= set(ambiguous.get(text, ())):
                continue
            message = f"form `{text}` of {claim.entry} is claimed by {first.entry} too ({first.path}); "
            raise error_at(claim.path, claim.steps, message + "drop it from one, or list it under `ambiguous`")


def shared(claims: Mapping[str, list[Claim]], ambiguous: Claimants) -> Claimants:
    """Forms that several persons share, or a person and something else: ambiguous without being declared."""
    found: dict[str, tuple[str, ...]] = {}
    for text, several in claims.items():
        if len(several) == 1:
            continue
        ids = tuple(dict.fromkeys(claim.entry for claim in several))
        if len(ids) > 1 and any(id_.startswith("person:") for id_ in ids) and text not in ambiguous:
            found[text] = ids
    return found


def family_of(entry: str) -> EntityKind:
    """The kind of an entry, within which its forms must be unique."""
    return _KINDS[entry.partition(":")[0]]


def error_at(path: str, steps: Steps, message: str) -> DataError:
    """A `DataError` about a row; the file is read again for the line, so that loading need not keep lines."""
    return yamlfile.load_marked(Path(path), File).error(message, *steps)
