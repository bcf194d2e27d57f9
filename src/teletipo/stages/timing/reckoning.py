"""Reckoning: dates given as a distance from another act ("un día después de la cumbre", "antes de que")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from teletipo.clauses import Index, Place, is_clause
from teletipo.stages.timing.clocks import Clocks
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

    An act with a day of its own ("dos días antes del golpe del 3 de mayo") needs none.
    """
    found: dict[Place, Timex] = {}
    for timex in timexes:
        amount = _AMOUNT.fullmatch(timex.value) if timex.type == "DURATION" else None
        place = index.place(timex.start, timex.end) if amount else None
        tail = _FROM.match(text, timex.end) if place else None
        if amount is None or place is None or tail is None:
            continue
        sentence, clausal, unit = place.sentence, bool(tail[2]), _UNITS[amount[2]]
        head = _head(sentence, tail.end(), clausal)
        if head is None or any(head in sentence.upwards(time.place.token) for time in clocks.of(sentence)):
            continue
        act, day = _borne(sentence, head, clausal, clocks), _day_of(sentence, clocks, story, unit)
        steps = int(amount[1]) if tail[1] == "antes" else -int(amount[1])
        if act is not None and day is not None and (dated := _stepped(timex, day, steps, unit)):
            found[Place(sentence, act)] = dated
    return found


def _head(sentence: Sentence, start: int, clausal: bool) -> int | None:
    """The head of the clause (of the noun phrase or infinitive, unless `clausal`) that begins at offset `start`."""
    first = next((t for t in range(len(sentence)) if sentence.starts[t] >= start), len(sentence))
    reach = range(first, min(first + _REACH, len(sentence)))
    heads = (t for t in reach if (is_clause(sentence, t) if clausal else sentence.upos[t] in ("NOUN", "PROPN", "VERB")))
    return next(heads, None)


def _borne(sentence: Sentence, head: int, clausal: bool, clocks: Clocks) -> int | None:
    """The act that `head` is or, in a clause, has as its object."""
    borne = [head, *sentence.kids(head, "obj")] if clausal else [head]
    return next((t for t in borne if clocks.is_act(sentence, t)), None)


def _day_of(sentence: Sentence, clocks: Clocks, story: Story, unit: str) -> str | None:
    """The one day that the sentence names, or the start of the one `unit`; else the day of the story.

    "Habló el lunes, dos días antes de la cumbre"; "en noviembre, seis meses después de salir".
    """
    days = {time.timex.begin for time in clocks.of(sentence) if time.timex.precision in ("day", unit)}
    if days:
        return days.pop() if len(days) == 1 else None
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
