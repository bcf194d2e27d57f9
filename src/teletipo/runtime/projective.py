"""From the parser's arcs to trees and sentences: arcs that were lifted in training are lowered again.

Pseudo-projective parsing: Nivre and Nilsson 2005, scheme HEAD. A label "obj||conj" says: the true head is the nearest
word labelled conj below the head found. Sentence limits follow spaCy: the leftmost word of each tree starts a sentence.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from teletipo.runtime.model import Flags, Ints32

_ROUNDS = 11  #: how often the limits are widened for crossing arcs before they are taken as they are


def lower_arcs(heads: list[int], labels: list[str], blank: Sequence[bool]) -> None:
    """Reattach every word with a decorated label, from left to right, in place; heads are -1 at roots."""
    for word, label in enumerate(labels):
        if "||" in label:
            labels[word], wanted = label.split("||")
            heads[word] = _nearest(heads, labels, blank, word, wanted)


def _nearest(heads: list[int], labels: list[str], blank: Sequence[bool], word: int, wanted: str) -> int:
    """The first word labelled `wanted` below the head of `word`, breadth first and left to right; else that head."""
    level = [heads[word]]
    while level:
        below: list[int] = []
        for node in level:
            for child, head in enumerate(heads):
                if head != node or blank[child] or child == word:
                    continue
                if labels[child] == wanted:
                    return child
                below.append(child)
        level = below
    return heads[word]


def mark_sentences(heads: Ints32, bounds: Sequence[int]) -> Flags:
    """1 at the leftmost token of each tree; see Kernel.mark_sentences."""
    marks = np.zeros(len(heads), np.uint8)
    for start, end in itertools.pairwise(bounds):
        for first in _first_words(heads[start:end].tolist()):
            marks[start + first] = 1
    return marks


def _first_words(heads: list[int]) -> set[int]:
    edges = list(range(len(heads)))
    roots = [word for word, head in enumerate(heads) if head < 0]
    forward = range(len(heads))
    for _ in range(_ROUNDS + 1):
        for order in (forward, reversed(forward)):
            for word in order:
                head = heads[word]
                if head >= 0 and edges[word] < edges[head]:
                    edges[head] = edges[word]
        firsts = {edges[root] for root in roots}
        if _closed(heads, firsts):
            break
    return {edges[root] for root in roots}


def _closed(heads: list[int], firsts: set[int]) -> bool:
    """Whether no arc leaves its sentence. As in spaCy, the last token is not looked at."""
    begin, last = 0, len(heads) - 1
    for end in sorted({first for first in firsts if first > 0} | {last}):
        if any(head >= 0 and not begin <= head <= end for head in heads[begin:end]):
            return False
        begin = end
    return True
