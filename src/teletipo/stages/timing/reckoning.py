"""Reckoning: dates given as a distance from another act ("un día después de la cumbre", "antes de que")."""

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
_AMOUNT = re.compile(r"P(\d+)([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_REACH = 12  #: tokens between the amount and the act
_EXACT, _ROUND = 10, 5  #: more days than the first are a round figure where the second divides them


def reckoned(text: str, timexes: Sequence[Timex], index: Index, clocks: Clocks, story: Story) -> dict[Place, Timex]:
    """The acts from which a distance in time is given, each with the date that follows from the sentence's day.

    Where the words behind the amount name a day ("dos días antes del golpe del 3 de mayo"), it is reckoned from that:
    then the act is the one that the amount stands with.
    """
    found: dict[Place, Timex] = {}
    for timex in timexes:
        amount = _AMOUNT.fullmatch(timex.value) if timex.type == "DURATION" else None
        place = index.place(timex.start, timex.end) if amount else None
        tail = _FROM.match(text, timex.end) if place else None
        if amount is None or place is None or tail is None:
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


def _head(sentence: Sentence, start: int, that: bool) -> int | None:
    """The head of the clause (of the noun phrase or infinitive, without `that`) that begins at offset `start`."""
    first = next((t for t in range(len(sentence)) if sentence.starts[t] >= start), len(sentence))
    reach = range(first, min(first + _REACH, len(sentence)))
    heads = (t for t in reach if (is_clause(sentence, t) if that else sentence.upos[t] in ("NOUN", "PROPN", "VERB")))
    return next(heads, None)


def _borne(sentence: Sentence, head: int, that: bool, clocks: Clocks) -> int | None:
    """The act that `head` is or, in a clause, has as its object."""
    borne = [head, *sentence.kids(head, "obj")] if that else [head]
    return next((t for t in borne if clocks.is_act(sentence, t)), None)


def _beside(place: Place, below: Sequence[Clock], clocks: Clocks) -> int | None:
    """The verb that the distance depends on, if it is an act and has no other time."""
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
    """The one day or `unit` that the sentence names, else the day of the story."""
    if any(time.timex.precision in ("day", unit) for time in clocks.of(sentence)):
        return _named(clocks.of(sentence), unit)
    when = story.told(sentence)
    return when.start if when else None


def _stepped(timex: Timex, day: str, steps: int, unit: str) -> Timex | None:
    """`timex` as the `unit` that is `steps` units from `day`; round figures give a month."""
    then = calendar.shift(date.fromisoformat(day), unit, steps)
    is_round = unit == "day" and abs(steps) > _EXACT and steps % _ROUND == 0
    period = calendar.around(then, "month" if is_round else unit) if then else None
    if period is None:
        return None
    return msgspec.structs.replace(
        timex, type="DATE", value=calendar.value_of(period), begin=period.start.isoformat(),
        finish=period.end.isoformat(), precision=period.grain, basis="anchor", rule="offset.from",
    )  # fmt: skip
