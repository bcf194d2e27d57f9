"""Telling: the verb that reports the speech in which an act is told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from teletipo.clauses import Index, Place, is_clause
from teletipo.records import Statement
from teletipo.spans import Span
from teletipo.tree import Sentence

_OVERLAPPING = 64  #: parts of speech that may begin inside one before it ends


class Telling:
    """Finds the reporting verbs of one article."""

    def __init__(self, index: Index, statements: Sequence[Statement]) -> None:
        """`statements`: who says what, in text order."""
        self._index, self._statements = index, statements
        self._told: dict[tuple[int, int], Place] = {}

    def of(self, place: Place) -> Place:
        """Where the act is told from: the verb that reports the speech it is in, else its own place."""
        key = (place.sentence.index, place.token)
        if key not in self._told:
            at = place.sentence.ends[place.token] - 1  # a quotation mark may be one token with the word
            last = bisect_right(self._speech, at, key=lambda said: said[0].start)
            near = [said for said in self._speech[max(0, last - _OVERLAPPING) : last] if at < said[0].end]
            self._told[key] = min(near, key=lambda said: said[2])[1] if near else place
        return self._told[key]

    @cached_property
    def _speech(self) -> list[tuple[Span, Place, int]]:
        """What is said, and the verb that reports it, by its start; with its number in the order of the statements."""
        found: list[tuple[Span, Place, int]] = []
        last: Place | None = None
        for statement in self._statements:
            cue = self._index.place(statement.cue.start, statement.cue.end) if statement.cue else None
            if cue and is_clause(*cue):
                last = cue
            if last:
                found += [(part, last, len(found)) for part in statement.content]
        return sorted(found, key=lambda said: said[0].start)


def names(sentence: Sentence, token: int) -> bool:
    """True for a noun that names an act ("las amenazas"): inside speech it is one of before."""
    return sentence.upos[token] in ("NOUN", "PROPN") and not is_clause(sentence, token)


def precedes(told: Place, teller: Place) -> bool:
    """True for a clause that the verb of reporting closes, without "que": "la cumbre fue aplazada, dijo el martes"."""
    if told.sentence is not teller.sentence or told.token > teller.token:
        return False
    return not told.sentence.kids(told.token, "mark")
