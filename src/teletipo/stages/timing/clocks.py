"""Clocks: the time expressions of an article that can date an act, sentence by sentence."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence

import msgspec

from teletipo.clauses import Index, Place
from teletipo.records import When
from teletipo.timex.expression import Timex
from teletipo.tree import Sentence

#: Precisions of what names a day.
WITHIN_A_DAY = frozenset({"day", "minute"})
#: TIMEX3 modifiers that leave the date open.
_VAGUE = frozenset(["MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE"])
#: What follows the date of a dateline: "Lima, 4 may (EFE).-".
_DATELINE = re.compile(r"\s*(?:\([\w /.]{2,20}\)\s*)?[.,]?\s?[-–—]")
#: "antes de junio", "luego del martes", "hasta 1998": when nothing is told to have happened.
_BEYOND = re.compile(r"(?i)\b(?:(?:antes|después|luego) del?|hasta)(?: el| la)? $")
#: "la primera visita desde 1959", "por tercera vez desde marzo": when something before was.
_SINCE = re.compile(r"(?i)\b(?:primer[ao]?|vez|mayor|peor|únic[ao]|última)\b[^.;]*\bdesde(?: el| la)? $")
_BACK = 80  #: characters of such words before a time
#: The end of a post's signature: "— Ana Ruiz (@anaruiz) 26 de enero de 2017" dates the post.
_SIGNED = re.compile(r"\(@\w+\) $")
#: "convocó una huelga para el lunes": when what is meant is to happen, not when somebody meant it.
_MEANT = re.compile(r"(?i)\bpara(?: el| la| los| las| este| esta)? $")
_REACH = 20  #: characters of such words before a time
#: Days about the published one: "estos días", "en los últimos días".
_THESE_DAYS = re.compile(r"(?i)(?:los |las )?(?:últim[oa]s|próxim[oa]s|est[oa]s) (?:días|jornadas)")


class Clock(msgspec.Struct, frozen=True):
    """A time expression and its place in the tree."""

    timex: Timex
    place: Place


#: Lists of the lexicon file dating.yaml, by name.
Words = Mapping[str, frozenset[str]]


class Clocks(msgspec.Struct, frozen=True):
    """The times that can date the acts of an article, and the words that decide which dates which."""

    times: Mapping[int, Sequence[Clock]]  #: by number of the sentence
    acts: frozenset[tuple[int, int]]  #: sentence and token of each
    published: str | None
    words: Words
    undated: Mapping[int, Sequence[int]] = {}  #: by sentence, tokens of durations and whatever else has no date
    meant: frozenset[int] = frozenset()  #: where times begin for which something is meant ("para el lunes")

    def of(self, sentence: Sentence) -> Sequence[Clock]:
        """The times of a sentence, in text order."""
        return self.times.get(sentence.index, ())

    def is_act(self, sentence: Sentence, token: int) -> bool:
        """True for the anchor of an act."""
        return (sentence.index, token) in self.acts


def by_sentence(
    index: Index, timexes: Sequence[Timex], text: str, published: str | None
) -> tuple[Mapping[int, Sequence[Clock]], Mapping[int, Sequence[int]]]:
    """The expressions that can date an act, by sentence, and the tokens of the others."""
    dated: dict[int, list[Clock]] = {}
    undated: dict[int, list[int]] = {}
    for timex in timexes:
        if published and timex.rule == "span.vague" and _THESE_DAYS.match(text, timex.start):
            timex = _these_days(timex, published)
        place = index.place(timex.start, timex.end)
        if place is None:
            continue
        if _dates(timex, text):
            dated.setdefault(place.sentence.index, []).append(Clock(timex, place))
        else:
            undated.setdefault(place.sentence.index, []).append(place.token)
    return dated, undated


def meant(timexes: Sequence[Timex], text: str) -> frozenset[int]:
    """Where expressions begin that say for when something is intended ("para el lunes")."""
    return frozenset(t.start for t in timexes if _MEANT.search(text, max(0, t.start - _REACH), t.start))


def _dates(timex: Timex, text: str) -> bool:
    """True for what can date an act: not datelines, centuries, a bare "then", reigns or signatures."""
    if not timex.begin or not (timex.type in ("DATE", "TIME") or timex.rule.startswith("range.")):
        return False
    if timex.precision == "century" or timex.rule == "then" or timex.mod in _VAGUE:
        return False
    before, after = text[max(0, timex.start - _REACH) : timex.start], text[timex.end : timex.end + 1]
    reign = timex.rule.startswith("range.") and before.endswith("(") and after == ")"
    since = _SINCE.search(text, max(0, timex.start - _BACK), timex.start)
    return not (reign or since or _BEYOND.search(before) or _SIGNED.search(before) or _DATELINE.match(text, timex.end))


def _these_days(timex: Timex, published: str) -> Timex:
    """`timex` ("en los próximos días") as the month of the published day."""
    year, month = int(published[:4]), int(published[5:7])
    begin, finish = f"{published[:7]}-01", f"{published[:7]}-{monthrange(year, month)[1]:02}"
    return msgspec.structs.replace(timex, begin=begin, finish=finish, precision="month", rule="range.these_days")


def when_of(timex: Timex) -> When | None:
    """The period of an expression; None if it has no beginning or end."""
    if timex.begin is None or timex.finish is None or timex.precision is None:
        return None
    return When(start=timex.begin, end=timex.finish, precision=timex.precision, basis=timex.basis)
