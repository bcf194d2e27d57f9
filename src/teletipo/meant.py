"""Suggestions for messages about an unknown name."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

_LISTED = 100  #: most names listed in full; of more only the first and last are named


def instead(name: str, known: Sequence[str]) -> str:
    """What to say if `name` is not among `known`: "did you mean visit? there are assist, visit"."""
    near = get_close_matches(name, known)
    meant = f"did you mean {' or '.join(near)}? " if near else ""
    if len(known) > _LISTED:
        return f"{meant}there are {len(known)}, from {known[0]} to {known[-1]}"
    return f"{meant}there are {', '.join(known)}"
