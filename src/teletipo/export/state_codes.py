"""Codes of states in other event data: Correlates of War numbers and FIPS letters."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from teletipo.yamlfile import load


class Codes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The codes of one state, as far as the lists have it."""

    cow: int | None = None  #: Correlates of War, state system membership
    fips: str | None = None  #: FIPS 10-4, two letters


class _File(msgspec.Struct, forbid_unknown_fields=True):
    about: str
    states: dict[str, Codes]


@cache
def _states() -> dict[str, Codes]:
    return load(Path(str(files("teletipo") / "data/export/state_codes.yaml")), _File).states


def codes(country: str | None) -> Codes:
    """The codes of a state given by its ISO 3166 alpha-3 code; empty if it is in neither list."""
    return _states().get(country or "", Codes())
