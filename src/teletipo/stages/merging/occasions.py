"""Occasions: times attached directly to acts, by which two acts of a type are told apart."""

from __future__ import annotations

from collections.abc import Sequence

from teletipo.act import Act
from teletipo.clauses import Index
from teletipo.timex.expression import Timex
from teletipo.tree import Sentence


class Occasions:
    """Looks up the times that depend on an act's word or on its light verb."""

    def __init__(self, sentences: Sequence[Sentence] = (), timexes: Sequence[Timex] = ()) -> None:
        """The sentences and time expressions of one article."""
        index = Index(sentences)
        self._times: dict[tuple[int, int], list[Timex]] = {}
        for timex in timexes:
            place = index.place(timex.start, timex.end) if timex.type in ("DATE", "TIME") else None
            if place is not None and (head := place.sentence.heads[place.token]) >= 0:
                self._times.setdefault((place.sentence.index, head), []).append(timex)

    def apart(self, one: Act, other: Act) -> bool:
        """True if both have a time of their own and none of the first overlaps one of the second."""
        mine, theirs = self._of(one), self._of(other)
        return bool(mine and theirs) and all(_disjoint(a, b) for a in mine for b in theirs)

    def _of(self, act: Act) -> list[Timex]:
        tokens = (act.token,) if act.carrier is None else (act.token, act.carrier)
        return [timex for token in tokens for timex in self._times.get((act.sentence, token), ())]


def _disjoint(one: Timex, other: Timex) -> bool:
    """True for days, months or years that do not overlap; of unresolved times only weekdays are compared."""
    if one.begin and one.finish and other.begin and other.finish:
        return one.finish < other.begin or other.finish < one.begin
    unresolved = not (one.begin or other.begin)
    return unresolved and one.rule == other.rule and "-WXX-" in one.value and one.value != other.value
