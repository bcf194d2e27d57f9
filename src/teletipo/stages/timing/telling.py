"""Telling: the verb that reports the speech that an act is part of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from teletipo.clauses import Index, Place, clause, is_clause
from teletipo.grammar.finiteness import finite_verb
from teletipo.records import Statement
from teletipo.spans import Span
from teletipo.tags import NOUNS
from teletipo.tree import Sentence

_MARKS = frozenset('»”"')  #: what closes a quotation
_OVERLAPPING = 64  #: parts of speech that may begin inside one before it ends


class Telling:
    """Finds the reporting verbs of one article."""

    def __init__(self, index: Index, statements: Sequence[Statement]) -> None:
        """`statements`: who says what, in text order."""
        self._index, self._statements = index, statements
        self._told: dict[tuple[int, int], Place] = {}

    def of(self, place: Place) -> Place:
        """The place an act is told from: the verb that reports its speech, else its own place."""
        key = (place.sentence.index, place.token)
        if key not in self._told:
            at = place.sentence.ends[place.token] - 1  # a quotation mark may be one token with the word
            last = bisect_right(self._speech, at, key=lambda said: said[0].start)
            near = [said for said in self._speech[max(0, last - _OVERLAPPING) : last] if at < said[0].end]
            self._told[key] = min(near, key=lambda said: said[2])[1] if near else place
        return self._told[key]

    @cached_property
    def _speech(self) -> list[tuple[Span, Place, int]]:
        """What is said, and the verb that reports it, by its start and with its number among the statements."""
        found: list[tuple[Span, Place, int]] = []
        last: Place | None = None
        for statement in self._statements:
            cue = self._index.place(statement.cue.start, statement.cue.end) if statement.cue else None
            if cue and is_clause(*cue):
                last = cue
            if last:
                found += [(part, last, len(found)) for part in statement.content]
        return sorted(found, key=lambda said: said[0].start)


def is_retold(told: Place, teller: Place) -> bool:
    """True for an act that the speech mentions rather than performs: a noun, a participle, a past, a relative clause.

    "Dijo ayer que su país rechazó el plan", "criticó las concesiones que piden"; not "aceptó el plan, dijo ayer".
    """
    sentence, token = told
    if names(sentence, token):
        return True
    between = range(token, teller.token) if sentence is teller.sentence else range(0)
    if between and precedes(told, teller) and not any(sentence.low[t][-1] in _MARKS for t in between):
        return False
    verb = _finite_clause(sentence, clause(sentence, token))
    if verb == teller.token:
        return False
    finite = finite_verb(sentence, verb)
    hangs = sentence.labels[verb].startswith(("acl", "amod"))
    if finite is None:
        return hangs and sentence.feat(verb, "VerbForm") == "Part"
    if sentence.low_lemmas[finite] == "haber":
        return sentence.feat(finite, "Tense") in ("Pres", "Imp", "Past")
    is_we = sentence.feat(finite, "Person") == "1" and sentence.feat(finite, "Number") == "Plur"  # "rechazamos"
    past = sentence.feat(finite, "Tense") == "Past" and not is_we
    return past or (hangs and sentence.feat(finite, "Mood") == "Ind")


def _finite_clause(sentence: Sentence, verb: int) -> int:
    """The clause that an infinitive depends on: "se reunieron para pedir una tregua"."""
    while sentence.labels[verb] in ("advcl", "xcomp", "acl") and sentence.feat(verb, "VerbForm") == "Inf":
        verb = clause(sentence, sentence.heads[verb])
    return verb


def names(sentence: Sentence, token: int) -> bool:
    """True for a noun for an act ("las amenazas"): inside speech it is an earlier one."""
    return sentence.upos[token] in NOUNS and not is_clause(sentence, token)


def precedes(told: Place, teller: Place) -> bool:
    """True for a clause followed by its verb of reporting, without "que": "la cumbre fue aplazada, dijo el martes"."""
    if told.sentence is not teller.sentence or told.token > teller.token:
        return False
    return not told.sentence.kids(told.token, "mark")
