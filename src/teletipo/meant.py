"""Meant: the message for an unknown name: similar ones and those that exist."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

_LISTED = 100  #: names that are all told; of more the first and the last


def instead(name: str, known: Sequence[str]) -> str:
    """The message for a `name` that is not among those `known`: "did you mean visit? there are assist, visit"."""
    near = get_close_matches(name, known)
    meant = f"did you mean {' or '.join(near)}? " if near else ""
    if len(known) > _LISTED:
        return f"{meant}there are {len(known)}, from {known[0]} to {known[-1]}"
    return f"{meant}there are {', '.join(known)}"
