"""Offsets: the day of an act that another is reckoned from ("un día después de la cumbre", "antes de que")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from teletipo.clauses import Index, Place, is_clause
from teletipo.stages.clocks import Clocks
from teletipo.stages.story import Story
from teletipo.stages.times import Timex
from teletipo.timex import calendar
from teletipo.tree import Sentence

#: What follows the amount: "después de", "luego del", "antes de que".
_FROM = re.compile(r"\s+(después|luego|antes)\s+del?\b(\s+que\b)?")
_AMOUNT = re.compile(r"P(\d+)([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_REACH = 12  #: tokens between the amount and the act
_EXACT = 10  #: more days than these are a round figure


def reckoned(text: str, timexes: Sequence[Timex], index: Index, clocks: Clocks, story: Story) -> dict[Place, Timex]:
    """Acts from which an amount of time is reckoned, with the date that it leads to from the day of their sentence."""
    found: dict[Place, Timex] = {}
    for timex in timexes:
        amount, tail = _AMOUNT.fullmatch(timex.value), _FROM.match(text, timex.end)
        place = index.place(timex.start, timex.end) if timex.type == "DURATION" and amount and tail else None
        if place is None or amount is None or tail is None:
            continue
        act = _act(place.sentence, tail.end(), bool(tail[2]), clocks)
        if act is None or any(time.place.token > act for time in clocks.of(place.sentence)):
            continue
        day = _day_of(place.sentence, clocks, story)
        steps = int(amount[1]) * (1 if tail[1] == "antes" else -1)
        if day and (dated := _stepped(timex, day, steps, _UNITS[amount[2]])):
            found[Place(place.sentence, act)] = dated
    return found


def _act(sentence: Sentence, start: int, that: bool, clocks: Clocks) -> int | None:
    """The act that heads the clause or the noun phrase that begins at offset `start`."""
    first = next((t for t in range(len(sentence)) if sentence.starts[t] >= start), len(sentence))
    reach = range(first, min(first + _REACH, len(sentence)))
    heads = (t for t in reach if (is_clause(sentence, t) if that else sentence.upos[t] in ("NOUN", "PROPN", "VERB")))
    head = next(heads, None)
    borne = [] if head is None else [head, *sentence.kids(head, "obj")] if that else [head]
    return next((t for t in borne if clocks.is_act(sentence, t)), None)


def _day_of(sentence: Sentence, clocks: Clocks, story: Story) -> str | None:
    """The one day that the sentence names, or the day that it is told of."""
    days = {t.timex.begin for t in clocks.of(sentence) if t.timex.precision == "day"}
    if days:
        return days.pop() if len(days) == 1 else None
    when = story.told(sentence)
    return when.start if when else None


def _stepped(timex: Timex, day: str, steps: int, unit: str) -> Timex | None:
    """`timex` as the date that lies `steps` units from `day`; as a month where the amount is a round figure."""
    then = calendar.shift(date.fromisoformat(day), unit, steps)
    grain = unit if unit != "day" or abs(steps) <= _EXACT else "month"
    period = calendar.around(then, grain) if then else None
    if period is None:
        return None
    return msgspec.structs.replace(
        timex, type="DATE", value=calendar.value_of(period), begin=period.start.isoformat(),
        finish=period.end.isoformat(), precision=period.grain, basis="anchor", rule="offset.from",
    )  # fmt: skip
