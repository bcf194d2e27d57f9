"""Times: the time expressions of a text, normalised to TIMEX3 and anchored, by the rules in times.yaml."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

from teletipo.phrases.grammar import Match
from teletipo.phrases.lexicon import Direction, Lexicon, Phrases
from teletipo.phrases.tokens import SHAPES, Tokens, tokens
from teletipo.phrases.words import Words
from teletipo.records import Problem
from teletipo.timex import dates, days, periods, ranges, relative, spans
from teletipo.timex.draft import Anchors, Draft, Tenses
from teletipo.timex.expression import Timex
from teletipo.timex.joining import Found, joined

#: What a rule's `make` names.
MAKERS: dict[str, Callable[[Words, Anchors], Draft | None]] = {
    "date": dates.on_date, "figures": dates.figures, "month": dates.month, "month_figures": dates.month_figures,
    "week_of": dates.week_of, "nth": dates.nth, "nth_week": dates.nth_week, "holiday": dates.holiday,
    "year": periods.year, "part_of_year": periods.part_of_year, "season": periods.season, "decade": periods.decade,
    "decade_short": periods.decade_short, "century": periods.century,
    "range_days": ranges.range_days, "range_months": ranges.range_months, "range_years": ranges.range_years,
    "days_of_month": ranges.days_of_month,
    "range_first": ranges.range_first, "range_weekdays": ranges.range_weekdays,
    "day": days.day, "today": days.today, "same_day": days.same_day, "daypart": days.daypart,
    "day_of_month": days.day_of_month, "weekday": days.weekday, "weekday_plain": days.weekday_plain,
    "weekday_number": days.weekday_number, "moment": days.moment,
    "date_of_month": relative.date_of_month, "weekday_of_week": days.weekday_of_week,
    "weekday_of_next_week": days.weekday_of_next_week, "weekend": days.weekend,
    "unit": relative.unit, "next_unit": relative.next_unit, "eve": relative.eve, "then": relative.then,
    "ago": relative.ago, "ahead": relative.ahead, "offset": relative.offset, "span_near": relative.span_near,
    "rest": relative.rest, "same_period": relative.same_period,
    "duration": spans.duration, "whole_unit": spans.whole_unit, "set": spans.every,
    "set_weekdays": spans.set_weekdays, "periodic": spans.periodic,
    "adverb": spans.adverb, "clock": spans.clock, "part_unit": spans.part_unit, "prefix_part": spans.prefix_part,
    "prefix_daypart": spans.prefix_daypart,
}  # fmt: skip
#: How far into a text a date may stand to count as its dateline.
_DATELINE = 200
_YEARS = frozenset(f"#{shape}" for shape in SHAPES["year"])  #: what phrase rules know the figures of years by
_BEHIND = 40  #: tokens that a date begun there and what follows it may take


def expressions(text: str, published: str | None, phrases: Phrases) -> tuple[Timex, ...]:
    """The time expressions of `text` in order; relative ones are anchored to `published` (ISO date) or the dateline.

    Without either they stay unresolved and say so in `problem`; the clock is never asked.
    """
    return read(text, published, phrases.lexicon("times"))


def problems(text: str, timexes: tuple[Timex, ...]) -> tuple[Problem, ...]:
    """One problem for each expression that neither the text nor the date of publication resolves."""
    return tuple(
        Problem(
            code=t.problem, message=f"no day for {text[t.start : t.end]!r}: no published date", start=t.start, end=t.end
        )
        for t in timexes
        if t.problem
    )


def read(text: str, published: str | None, rules: Lexicon) -> tuple[Timex, ...]:
    """`expressions` with the rules given."""
    if rules.direction is None:
        return ()
    words = tokens(text)
    now, basis = _published(published or ""), "published"
    if now is None:
        now, basis = _dateline(words, rules, rules.direction)
    anchors = Anchors(words, now, basis, _tenses(rules.direction))
    return tuple(_timex(words, found) for found in joined(words, _drafts(words, rules, anchors), rules))


@cache
def _tenses(direction: Direction) -> Tenses:
    return Tenses(direction)


def _published(value: str) -> date | None:
    """The day of an ISO date or time; None for less than a day ("2020-11"), which anchors nothing."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _drafts(words: Tokens, rules: Lexicon, anchors: Anchors) -> Iterator[Found]:
    """A draft for every match that makes sense; a date becomes an anchor for what follows."""

    def make(match: Match) -> Found | None:
        rule = rules.rules[match.rule]
        draft = _made(rule.make, Words(words, match, rules), anchors)
        if draft is None:
            return None
        inner = match.captured.get("span", (match.first, match.last, ""))
        found = Found(match.rule, inner[0] if draft.first is None else draft.first, draft.last or inner[1], draft)
        if draft.period and draft.type in ("DATE", "TIME"):
            anchors.remember(words.starts[found.first], draft.period)
        return found

    return rules.grammar.read(words, make)


def _made(make: str, words: Words, anchors: Anchors) -> Draft | None:
    """What the rule makes of the words; nothing where the calendar ends (years 1 to 9999)."""
    if make not in MAKERS:
        raise words.lexicon.error(words.match.rule, f"no `make: {make}`; there are {', '.join(sorted(MAKERS))}")
    try:
        return MAKERS[make](words, anchors)
    except OverflowError:
        return None


def _dateline(words: Tokens, rules: Lexicon, direction: Direction) -> tuple[date | None, str]:
    """The full date that opens the text, on a line of its own or in its dateline."""
    last = bisect_right(words.starts, _DATELINE) + _BEHIND
    words = Tokens(words.text, words.words[:last], words.starts[:last])
    if _YEARS.isdisjoint(words.keys):
        return None, "none"
    anchors = Anchors(words, None, "explicit", _tenses(direction))
    for match in rules.grammar.matches(words):
        if words.starts[match.first] > _DATELINE:
            break
        if match.rule not in ("date.full", "date.iso", "date.slashes") or "year" not in match.captured:
            continue
        draft = dates.on_date(Words(words, match, rules), anchors)
        before = words.words[match.first - 1] if match.first else "\n"
        after = words.words[match.last] if match.last < len(words.words) else "\n"
        if draft and draft.period and before in "\n,([" and after in "\n.()-–—:]":
            return draft.period.start, "dateline"
    return None, "none"


def _timex(words: Tokens, found: Found) -> Timex:
    draft, period = found.draft, found.draft.period
    return Timex(
        start=words.starts[found.first],
        end=words.end(found.last - 1),
        type=draft.type,
        value=draft.value,
        rule=found.rule,
        begin=period.start.isoformat() if period else None,
        finish=period.end.isoformat() if period else None,
        precision=period.grain if period else None,
        basis=draft.basis,
        mod=draft.mod,
        problem=draft.problem,
    )
