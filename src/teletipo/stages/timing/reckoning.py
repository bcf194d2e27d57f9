"""Reckoning: the day of an act that another is reckoned from ("un día después de la cumbre", "antes de que")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from teletipo.clauses import Index, Place, clause, is_clause
from teletipo.stages.timing.clocks import Clock, Clocks
from teletipo.stages.timing.story import Story
from teletipo.timex import calendar
from teletipo.timex.expression import Timex
from teletipo.tree import Sentence

#: What follows the amount: "después de", "luego del", "antes de que".
_FROM = re.compile(r"\s+(después|luego|antes)\s+del?\b(\s+que\b)?")
#: What follows it in an anniversary: "se cumplen diez años del golpe".
_SINCE = re.compile(r"\s+(?:del?|desde)\b(\s+que\b)?")
ANNIVERSARY = "offset.since"  #: rule of the date of what has an anniversary
_AMOUNT = re.compile(r"P(\d+)([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_REACH = 12  #: tokens between the amount and the act
_EXACT, _ROUND = 10, 5  #: more days than the first are a round figure where the second divides them


def reckoned(text: str, timexes: Sequence[Timex], index: Index, clocks: Clocks, story: Story) -> dict[Place, Timex]:
    """Acts from which an amount of time is reckoned, with the date that it leads to from the day of their sentence.

    Where the words behind the amount name a day ("dos días antes del golpe del 3 de mayo"), it is reckoned from that:
    then the act is the one that the amount stands with.
    """
    found: dict[Place, Timex] = {}
    for timex in timexes:
        amount = _AMOUNT.fullmatch(timex.value) if timex.type == "DURATION" else None
        place = index.place(timex.start, timex.end) if amount else None
        if place is None or amount is None:
            continue
        tail = _FROM.match(text, timex.end)
        if tail is None:
            found |= _celebrated(text, timex, place, int(amount[1]), _UNITS[amount[2]], clocks, story)
            continue
        sentence, head = place.sentence, _head(place.sentence, tail.end(), bool(tail[2]))
        if head is None:
            continue
        steps = int(amount[1]) * (1 if tail[1] == "antes" else -1)
        below = [time for time in clocks.of(sentence) if head in sentence.upwards(time.place.token)]
        act = _beside(place, below, clocks) if below else _borne(sentence, head, bool(tail[2]), clocks)
        unit = _UNITS[amount[2]]
        day = _named(below, unit) if below else _day_of(sentence, clocks, story, unit)
        if act is None or day is None:
            continue
        if dated := _stepped(timex, day, -steps if below else steps, unit):
            found[Place(sentence, act)] = dated
    return found


def _celebrated(
    text: str, timex: Timex, place: Place, amount: int, unit: str, clocks: Clocks, story: Story
) -> dict[Place, Timex]:
    """The act that has its anniversary, with its date: as exact as that of "hoy se cumplen diez años del golpe"."""
    sentence, tail = place.sentence, _SINCE.match(text, timex.end)
    verb = clause(*place)
    passes = sentence.low[verb].endswith("se") or any(sentence.low[c] == "se" for c in sentence.children[verb])
    if tail is None or not passes or sentence.low_lemmas[verb] not in clocks.words["anniversary"]:
        return {}  # "cumple diez años de condena" serves them
    head = _head(sentence, tail.end(), bool(tail[1]))
    act = None if head is None else _borne(sentence, head, bool(tail[1]), clocks)
    if head is None or act is None or any(head in sentence.upwards(t.place.token) for t in clocks.of(sentence)):
        return {}  # "se cumplen diez años del golpe de 2009" says it
    own = next((t.timex for t in clocks.of(sentence) if clause(*t.place) == verb), None)
    told = story.told(sentence)
    day = own.begin if own else told.start if told else None
    grain = own.precision if own and own.precision in ("day", "month", "year") else unit
    dated = _stepped(timex, day, -amount, unit, grain) if day else None
    return {Place(sentence, act): msgspec.structs.replace(dated, rule=ANNIVERSARY)} if dated else {}


def _head(sentence: Sentence, start: int, that: bool) -> int | None:
    """What heads the clause, or without `that` the noun phrase or infinitive, that begins at offset `start`."""
    first = next((t for t in range(len(sentence)) if sentence.starts[t] >= start), len(sentence))
    reach = range(first, min(first + _REACH, len(sentence)))
    heads = (t for t in reach if (is_clause(sentence, t) if that else sentence.upos[t] in ("NOUN", "PROPN", "VERB")))
    return next(heads, None)


def _borne(sentence: Sentence, head: int, that: bool, clocks: Clocks) -> int | None:
    """The act that `head` is or, in a clause, has as its object."""
    borne = [head, *sentence.kids(head, "obj")] if that else [head]
    return next((t for t in borne if clocks.is_act(sentence, t)), None)


def _beside(place: Place, below: Sequence[Clock], clocks: Clocks) -> int | None:
    """The verb that the amount stands with, if it is an act and bears no other time."""
    sentence = place.sentence
    verb = clause(*place)
    others = (time for time in clocks.of(sentence) if time not in below)
    if not clocks.is_act(sentence, verb) or any(clause(*time.place) == verb for time in others):
        return None
    return verb


def _named(times: Sequence[Clock], unit: str) -> str | None:
    """The one day that `times` name, or the start of the one `unit` ("en noviembre, seis meses después de salir")."""
    days = {time.timex.begin for time in times if time.timex.precision in ("day", unit)}
    return days.pop() if len(days) == 1 else None


def _day_of(sentence: Sentence, clocks: Clocks, story: Story, unit: str) -> str | None:
    """The one day or `unit` that the sentence names, or the day that it is told of."""
    if any(time.timex.precision in ("day", unit) for time in clocks.of(sentence)):
        return _named(clocks.of(sentence), unit)
    when = story.told(sentence)
    return when.start if when else None


def _stepped(timex: Timex, day: str, steps: int, unit: str, grain: str | None = None) -> Timex | None:
    """`timex` as the date of `grain` (or `unit`) that lies `steps` units from `day`; round figures give a month."""
    then = calendar.shift(date.fromisoformat(day), unit, steps)
    is_round = unit == "day" and abs(steps) > _EXACT and steps % _ROUND == 0
    period = calendar.around(then, "month" if is_round and not grain else grain or unit) if then else None
    if period is None:
        return None
    return msgspec.structs.replace(
        timex, type="DATE", value=calendar.value_of(period), begin=period.start.isoformat(),
        finish=period.end.isoformat(), precision=period.grain, basis="anchor", rule="offset.from",
    )  # fmt: skip
