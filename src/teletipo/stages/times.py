"""Time expressions of a text, normalised after TIMEX3 and anchored, by the rules of the lexicon file times.yml."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

import msgspec

from teletipo.phrases.grammar import Match
from teletipo.phrases.lexicon import Direction, Lexicon, Phrases
from teletipo.phrases.tokens import Tokens, fold, tokens
from teletipo.records import Problem
from teletipo.timex import calendar, dates, days, periods, ranges, relative, spans
from teletipo.timex.draft import Anchors, Draft, Tenses, Type, Words

#: What a rule's `make` names.
MAKERS: dict[str, Callable[[Words, Anchors], Draft | None]] = {
    "date": dates.on_date, "figures": dates.figures, "month": dates.month, "month_figures": dates.month_figures,
    "week_of": dates.week_of, "nth": dates.nth, "nth_week": dates.nth_week, "holiday": dates.holiday,
    "year": periods.year, "part_of_year": periods.part_of_year, "season": periods.season, "decade": periods.decade,
    "decade_short": periods.decade_short, "century": periods.century,
    "range_days": ranges.range_days, "range_months": ranges.range_months, "range_years": ranges.range_years,
    "days_of_month": ranges.days_of_month,
    "day": days.day, "today": days.today, "same_day": days.same_day, "daypart": days.daypart,
    "day_of_month": days.day_of_month, "weekday": days.weekday, "weekday_plain": days.weekday_plain,
    "weekday_number": days.weekday_number, "weekday_of_week": days.weekday_of_week,
    "weekday_of_next_week": days.weekday_of_next_week, "weekend": days.weekend,
    "unit": relative.unit, "next_unit": relative.next_unit, "eve": relative.eve, "then": relative.then,
    "ago": relative.ago, "ahead": relative.ahead, "offset": relative.offset, "span_near": relative.span_near,
    "rest": relative.rest, "same_period": relative.same_period,
    "duration": spans.duration, "whole_unit": spans.whole_unit, "set": spans.every, "periodic": spans.periodic,
    "adverb": spans.adverb, "clock": spans.clock, "part_unit": spans.part_unit, "prefix_part": spans.prefix_part,
    "prefix_daypart": spans.prefix_daypart,
}  # fmt: skip
#: How far into a text a date may stand to count as its dateline.
_DATELINE = 200
_BEHIND = 40  #: tokens that a date begun there and what follows it may take


class Timex(msgspec.Struct, frozen=True, kw_only=True):
    """One time expression. Dates are ISO, both ends inclusive, None where nothing in or with the text resolves them."""

    start: int
    end: int
    type: Type
    value: str  #: TIMEX3 value; X for what is not known, or PAST_REF, PRESENT_REF, FUTURE_REF
    rule: str  #: id of the rule of times.yml
    begin: str | None = None
    finish: str | None = None
    precision: str | None = None  #: day, week, month, season, quarter, year, decade, century or minute
    basis: str = "explicit"  #: explicit, published, dateline, anchor (another date of the text) or none
    mod: str | None = None  #: TIMEX3 modifier: START, MID, END, MORE_THAN …
    problem: str | None = None  #: code of what could not be resolved


class _Found(msgspec.Struct, frozen=True):
    rule: str
    first: int
    last: int
    draft: Draft


def expressions(text: str, published: str | None, phrases: Phrases) -> tuple[Timex, ...]:
    """The time expressions of `text` in order; relative ones are anchored to `published` (ISO date) or the dateline.

    Without either they stay unresolved and say so in `problem`; the clock is never asked.
    """
    return read(text, published, phrases.lexicon("times"))


def problems(timexes: tuple[Timex, ...]) -> tuple[Problem, ...]:
    """One problem for each expression that nothing in or with the text could resolve."""
    return tuple(
        Problem(code=t.problem, message=f"no day for {t.value}: no published date", start=t.start, end=t.end)
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
    found = _stretches(words, _joined(words, _prefixes(_drafts(words, rules, anchors)), rules), rules)
    return tuple(_timex(words, item) for item in found)


@cache
def _tenses(direction: Direction) -> Tenses:
    return Tenses(direction)


def _published(value: str) -> date | None:
    """The day of an ISO date or time; None for less than a day ("2020-11"), which anchors nothing."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _drafts(words: Tokens, rules: Lexicon, anchors: Anchors) -> Iterator[_Found]:
    """A draft for every match that has a meaning; what has a date becomes an anchor for what follows."""

    def make(match: Match) -> _Found | None:
        rule = rules.rules[match.rule]
        draft = _made(rule.make, Words(words, match, rules), anchors)
        if draft is None:
            return None
        inner = match.captured.get("span", (match.first, match.last, ""))
        found = _Found(match.rule, inner[0] if draft.first is None else draft.first, draft.last or inner[1], draft)
        if draft.period and draft.type in ("DATE", "TIME"):
            anchors.remember(words.starts[found.first], draft.period)
        return found

    return rules.grammar.read(words, make)


def _made(make: str, words: Words, anchors: Anchors) -> Draft | None:
    """What the rule makes of the words; nothing where the calendar ends (years 1 to 9999)."""
    try:
        return MAKERS[make](words, anchors)
    except OverflowError:
        return None


def _prefixes(drafts: Iterator[_Found]) -> Iterator[_Found]:
    """`drafts` with "a finales de", "la noche de" joined to the date that follows; alone they mean nothing."""
    pending: _Found | None = None
    for found in drafts:
        if found.draft.prefix:
            pending = found
            continue
        if pending and pending.last == found.first and found.draft.type == "DATE":
            found = _prefixed(pending, found)
        pending = None
        yield found


def _prefixed(prefix: _Found, found: _Found) -> _Found:
    if prefix.draft.type == "TIME":
        return _Found(found.rule, prefix.first, found.last, days.with_daypart(found.draft, prefix.draft.value))
    return _Found(found.rule, prefix.first, found.last, spans.narrowed(found.draft, prefix.draft.mod))


def _joined(words: Tokens, found: Iterator[_Found], rules: Lexicon) -> Iterator[_Found]:
    """`found` with a clock time and the day after it ("a las 12:00 del lunes") as one."""
    held: _Found | None = None
    for item in found:
        if held is None:
            held = item
            continue
        timed = held.rule.startswith("time.") and item.draft.type == "DATE" and item.draft.period
        gap = map(fold, words.words[held.last : item.first])
        if timed and 1 <= item.first - held.last <= 2 and rules.contexts["day_join"].issuperset(gap):
            hour = held.draft.value.partition("T")[2]
            draft = msgspec.structs.replace(item.draft, type="TIME", value=f"{item.draft.value}T{hour}")
            held = _Found(held.rule, held.first, item.last, draft)
            continue
        yield held
        held = item
    if held is not None:
        yield held


def _stretches(words: Tokens, found: Iterator[_Found], rules: Lexicon) -> Iterator[_Found]:
    """`found` with a date and a day told as the ends of a stretch ("desde hoy hasta el 3 de mayo") as one.

    Only where the rules name the words between them: news is marked by the single days.
    """
    between, before = rules.contexts.get("range_between"), rules.contexts.get("range_before", frozenset())
    if not between:
        yield from found
        return
    held: _Found | None = None
    for item in found:
        stretch = _stretch(words, held, item, (between, before)) if held else None
        if held and not stretch:
            yield held
        held = stretch or item
    if held:
        yield held


def _stretch(words: Tokens, one: _Found, other: _Found, marks: tuple[frozenset[str], frozenset[str]]) -> _Found | None:
    """Both dates and the words that bind them; None if they are no two ends of a stretch."""
    between, before = marks
    start, end = one.draft.period, other.draft.period
    gap = [fold(word) for word in words.words[one.last : other.first]]
    if not (start and end and end.grain == "day" and start.end < end.start) or not 0 < len(gap) <= 2:
        return None
    opens = one.first > 0 and fold(words.words[one.first - 1]) in before
    if gap[0] not in between or gap[1:] not in ([], ["el"]) or not (opens or gap[0] in ("hasta", "-", "–")):
        return None
    draft = msgspec.structs.replace(
        other.draft,
        type="DURATION",
        value=f"{calendar.value_of(start)}/{calendar.value_of(end)}",
        period=msgspec.structs.replace(end, start=start.start),
    )
    return _Found(other.rule, one.first - opens, other.last, draft)


def _dateline(words: Tokens, rules: Lexicon, direction: Direction) -> tuple[date | None, str]:
    """The full date that opens the text, standing on a line of its own or in its dateline."""
    last = bisect_right(words.starts, _DATELINE) + _BEHIND
    words = Tokens(words.text, words.words[:last], words.starts[:last])
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


def _timex(words: Tokens, found: _Found) -> Timex:
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
