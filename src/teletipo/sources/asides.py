"""Removes lines of a news page that are not part of the article: "Lea también: …", "Síguenos en …"."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from teletipo.folding import fold
from teletipo.yamlfile import load


class Asides(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What such lines begin with; explained at the head of the data file."""

    longest: int
    openings: tuple[str, ...]
    calls: tuple[str, ...]
    headings: tuple[str, ...]


@cache
def asides() -> Asides:
    """The shipped list. Raises DataError if its file breaks the schema."""
    return load(Path(str(files("teletipo") / "data/sources/asides_es.yaml")), Asides)


def is_aside(line: str, known: Asides) -> bool:
    """True if `line` as a whole is a call to read, follow or buy something else."""
    if len(line) > known.longest:
        return False
    folded = _folded(line)
    if folded.rstrip(":. ") in known.headings:
        return True
    call, colon, _ = folded.partition(":")
    return (bool(colon) and call.strip() in known.calls) or folded.startswith(known.openings)


def without_asides(text: str) -> str:
    """`text` without such lines; the others are not changed."""
    known = asides()
    return "\n".join(line for line in text.split("\n") if not is_aside(line, known))


def _folded(line: str) -> str:
    return fold(line).strip(' \t-–—•*>»«¡!¿?"“”()[]|')
