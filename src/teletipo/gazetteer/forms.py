"""Turns tokens of names into lookup keys, and inflects Spanish demonyms."""

from __future__ import annotations

import re
from functools import lru_cache

from teletipo.folding import fold

_ATOM = re.compile(r"[^\W\d_]+|\d+")
_CONTRACTIONS = {"del": ("de", "el"), "al": ("a", "el")}
#: between the tokens of one name: the full stop of "EE. UU.", hyphens and apostrophes
JOINERS = frozenset(".-–'’‘·")


@lru_cache(maxsize=16384)
def atoms(token: str) -> tuple[str, ...]:
    """The lookup keys of a token: folded runs of letters or digits, contractions expanded.

    Names match whatever the tokeniser does with full stops and hyphens: "EE.UU." and "EE", ".", "UU", "." are both
    "ee uu", "Jong-un" is "jong un", "G-20" and "G20" are "g 20", "del" is "de el".
    """
    return tuple(atom for run in _ATOM.findall(token) for atom in _CONTRACTIONS.get(run.lower(), (fold(run),)))


@lru_cache(maxsize=16384)
def words(token: str) -> tuple[str, ...]:
    """The runs of letters or digits as written, one for each of `atoms` (a contraction twice)."""
    return tuple(run for run in _ATOM.findall(token) for _ in _CONTRACTIONS.get(run.lower(), (run,)))


def slug(text: str) -> str:
    """A stable id made of a name: "Mahmud Ahmadineyad" -> "mahmud-ahmadineyad"."""
    return "-".join(fold(run) for run in _ATOM.findall(text))


def inflect(demonym: str) -> tuple[tuple[str, str, str], ...]:
    """The forms of a demonym as (text, gender, number); gender "both" where one form serves both.

    Regular ones are given in the masculine singular ("ruso", "francés", "israelí", "belga", "estadounidense");
    others as "masculine|feminine|masculine plural|feminine plural".
    """
    if "|" in demonym:
        forms = tuple(demonym.split("|"))
    else:
        forms = _regular(demonym)
    if len(forms) == 4:
        return tuple(zip(forms, ("m", "f", "m", "f"), ("s", "s", "p", "p"), strict=True))
    return tuple((form, "both", "p" if index else "s") for index, form in enumerate(forms))


def _regular(word: str) -> tuple[str, ...]:
    """Four forms, or singular and plurals where the feminine is the same word."""
    stem = word[:-1]
    if word.endswith("o"):
        return (word, f"{stem}a", f"{stem}os", f"{stem}as")
    if word[-2:] in ("és", "án", "ín", "ón"):
        plain = word[:-2] + fold(word[-2]) + word[-1]
        return (word, f"{plain}a", f"{plain}es", f"{plain}as")
    if word.endswith(("ol", "or")):
        return (word, f"{word}a", f"{word}es", f"{word}as")
    if word.endswith(("í", "ú")):
        return (word, f"{word}es", f"{word}s")
    return (word, f"{word}s" if word[-1] in "aeiou" else f"{word}es")
