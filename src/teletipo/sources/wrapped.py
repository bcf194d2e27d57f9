"""Wrapped: text whose lines end where its width did, as in mails and in what is copied from a PDF."""

from __future__ import annotations

from itertools import pairwise

#: A text with a longer line was not broken to fit a page.
WIDEST = 100
#: How full a line is at least, with the next word, if it was broken for want of room; lines of a PDF differ in length.
FULL = 0.9
#: Fewer broken lines are no proof.
FEWEST = 3
_ENDS = (".", "!", "?", ":", "…", "»", "”", '"')
_HYPHENS = ("-", "\u00ad")


def unwrapped(text: str) -> str:
    """The text with the lines of each paragraph joined if it is hard-wrapped; any other text as it is.

    A space takes the place of a line end, so that offsets stay; a word divided by a hyphen becomes one.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    width = max(map(len, lines))
    pairs = [(one.rstrip(), other.lstrip()) for one, other in pairwise(lines) if one.strip() and other.strip()]
    broken = sum(other[0].islower() and _is_full(one, other, width) for one, other in pairs)
    if width > WIDEST or broken < FEWEST or 2 * broken < len(pairs):
        return text
    made = [lines[0]]
    for line in lines[1:]:
        one, other = made[-1].rstrip(), line.lstrip()
        if not (one and other and (other[0].islower() or _is_full(one, other, width))):
            made += ["\n", line]
        elif one.endswith(_HYPHENS) and other[0].islower():
            made[-1:] = [one[:-1], other]
        else:
            made += [" ", line]
    return "".join(made)


def _is_full(one: str, other: str, width: int) -> bool:
    """Whether a line of an unfinished sentence had no room for the first word of the next line."""
    return not one.endswith(_ENDS) and len(one) + 1 + len(other.split()[0]) > FULL * width
