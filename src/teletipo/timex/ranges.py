"""Rules for ranges from one day, month or year to another; the later one supplies what the earlier leaves out."""

from __future__ import annotations

from datetime import date, timedelta

from teletipo.phrases.words import Words
from teletipo.records import Precision
from teletipo.timex import calendar
from teletipo.timex.calendar import Period
from teletipo.timex.dates import month
from teletipo.timex.draft import STEP, UNRESOLVED, Anchors, Draft, period_draft, unresolved
from teletipo.timex.spans import narrowed
from teletipo.timex.years import given_year, month_year, open_year

#: Units in which the beginning or end of a year or month is counted.
_GRAINS: dict[str, Precision] = {"day": "day", "week": "week", "month": "month"}


def range_days(words: Words, anchors: Anchors) -> Draft | None:
    """From one day to another, with month and year given once or twice."""
    last_year, basis = given_year(words, anchors, "2")
    d1, d2 = words.whole("d1") or 1, words.whole("d2") or 1
    m2 = words.needed("m2")
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
    m1, m2 = words.needed("m1"), words.needed("m2")
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
    """From one year to another; "2022-10" is as likely a month."""
    y1, y2 = words.whole("y1") or 0, words.whole("y2") or 0
    if "yy" in words:
        short = words.whole("yy") or 0
        y2 = y1 // 100 * 100 + short if short > 12 or short == y1 % 100 + 1 else 0
    if not 1000 <= y1 < y2 <= 2200:
        return None
    return _range(date(y1, 1, 1), date(y2, 12, 31), "year", "explicit", f"{y1}/{y2}")


def range_first(words: Words, anchors: Anchors) -> Draft | None:
    """The first or last so many days, weeks or months of a year or month; without a number a third of it."""
    base = month(words, anchors) if "month" in words else _whole_year(words, anchors)
    part, unit, count = words.get("part"), words.get("unit"), words.number("n")
    if base is None or base.period is None or unit not in _GRAINS:
        return None
    if count is None:
        return narrowed(base, part)
    start, end = base.period.start, base.period.end
    if part == "END":
        start = calendar.shift(end + timedelta(days=1), unit, -count) or end
    else:
        end = (calendar.shift(start, unit, count) or start) - timedelta(days=1)
    inside = base.period.start <= start and end <= base.period.end
    return _range(start, end, _GRAINS[unit], base.basis) if inside else None


def _whole_year(words: Words, anchors: Anchors) -> Draft | None:
    year, basis = given_year(words, anchors)
    return period_draft(calendar.months(year, 1, 12, "year"), basis) if year else None


def days_of_month(words: Words, anchors: Anchors) -> Draft | None:
    """From one day to another of this, the last or the next month."""
    first, last = words.whole("d1") or 1, words.whole("d2") or 1
    step = STEP.get(words.get("side") or words.get("sideafter") or "this", 0)
    moved = calendar.shift(anchors.now.replace(day=1), "month", step) if anchors.now else None
    if moved is None:
        return unresolved()
    start, end = calendar.exact(moved.year, moved.month, first), calendar.exact(moved.year, moved.month, last)
    return None if start == end else _range(start, end, "day", anchors.basis)


def range_weekdays(words: Words, anchors: Anchors) -> Draft | None:
    """From one weekday to another, the nearest such days on the side of the tense."""
    first, last = words.needed("w1"), words.needed("w2")
    now = anchors.now
    if now is None:
        return unresolved(f"XXXX-WXX-{first}/XXXX-WXX-{last}")
    if anchors.ahead(words.match) > 0:
        start = calendar.weekday_near(now, first, 1)
        end = calendar.weekday_near(start, last, 1)
    else:
        end = calendar.weekday_near(now, last, -1)
        start = calendar.weekday_near(end, first, -1)
    return _range(start, end, "day", anchors.basis)


def _range(start: date | None, end: date | None, grain: Precision, basis: str, value: str = "") -> Draft | None:
    """A stretch with its TIMEX3 value, else that of its two days; None if it does not run forward."""
    if start is None or end is None or start > end:
        return None
    text = value or f"{start.isoformat()}/{end.isoformat()}"
    return Draft(type="DURATION", value=text, period=Period(start, end, grain), basis=basis)
