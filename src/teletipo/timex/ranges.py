"""Rules for ranges: from one day, month or year to another, the later one telling what the earlier leaves out."""

from __future__ import annotations

from datetime import date

from teletipo.phrases.words import Words
from teletipo.records import Precision
from teletipo.timex import calendar
from teletipo.timex.calendar import Period
from teletipo.timex.draft import STEP, UNRESOLVED, Anchors, Draft, unresolved
from teletipo.timex.years import given_year, month_year, open_year


def range_days(words: Words, anchors: Anchors) -> Draft | None:
    """From one day to another, the month and year told once or twice."""
    last_year, basis = given_year(words, anchors, "2")
    d1, d2 = words.whole("d1") or 1, words.whole("d2") or 1
    m2 = int(words.get("m2"))
    m1 = int(words.get("m1") or m2)
    if last_year is None and words.get("yearside"):
        last_year, basis = given_year(words, anchors)
    if last_year is None:
        last_year, basis = open_year(words, anchors, m2, d2) or (None, basis)
    if last_year is None:
        return Draft(type="DURATION", value=f"XXXX-{m1:02d}-{d1:02d}/XXXX-{m2:02d}-{d2:02d}", problem=UNRESOLVED)
    first_year = words.whole("y1") or last_year - (m1 > m2)
    start, end = calendar.exact(first_year, m1, d1), calendar.exact(last_year, m2, d2)
    return _range(start, end, "day", basis)


def range_months(words: Words, anchors: Anchors) -> Draft | None:
    """From one month to another."""
    m1, m2 = int(words.get("m1")), int(words.get("m2"))
    last_year, basis = given_year(words, anchors, "2")
    if last_year is None and words.get("yearside"):
        last_year, basis = given_year(words, anchors)
    if last_year is None:
        last_year, basis = month_year(words, anchors, m2, 15) or (None, basis)
    if last_year is None:
        return Draft(type="DURATION", value=f"XXXX-{m1:02d}/XXXX-{m2:02d}", problem=UNRESOLVED)
    begin, finish = calendar.months(last_year - (m1 > m2), m1), calendar.months(last_year, m2)
    return _range(begin.start, finish.end, "month", basis) if begin and finish else None


def range_years(words: Words, anchors: Anchors) -> Draft | None:
    """From one year to another."""
    y1, y2 = words.whole("y1") or 0, words.whole("y2") or 0
    if not 1000 <= y1 < y2 <= 2200:
        return None
    return _range(date(y1, 1, 1), date(y2, 12, 31), "year", "explicit", f"{y1}/{y2}")


def days_of_month(words: Words, anchors: Anchors) -> Draft | None:
    """From one day to another of this, the last or the next month."""
    first, last = words.whole("d1") or 1, words.whole("d2") or 1
    step = STEP.get(words.get("side") or words.get("sideafter") or "this", 0)
    month = calendar.shift(anchors.now.replace(day=1), "month", step) if anchors.now else None
    if month is None:
        return unresolved()
    start, end = calendar.exact(month.year, month.month, first), calendar.exact(month.year, month.month, last)
    if start is None or end is None or start >= end:
        return None
    value = f"{start.isoformat()}/{end.isoformat()}"
    return Draft(type="DURATION", value=value, period=Period(start, end, "day"), basis=anchors.basis)


def _range(start: date | None, end: date | None, grain: Precision, basis: str, value: str = "") -> Draft | None:
    if start is None or end is None or start > end:
        return None
    text = value or f"{start.isoformat()}/{end.isoformat()}"
    return Draft(type="DURATION", value=text, period=Period(start, end, grain), basis=basis)
