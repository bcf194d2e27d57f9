"""Rules for named days, weeks and months: by number, in words, in figures, by a holiday."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from teletipo.phrases.words import Words
from teletipo.timex import calendar
from teletipo.timex.calendar import Period
from teletipo.timex.draft import UNRESOLVED, Anchors, Draft, day_draft, period_draft
from teletipo.timex.years import given_year, month_year, open_year


def on_date(words: Words, anchors: Anchors) -> Draft | None:
    """A day of a month, with or without its year."""
    month = words.get("m")
    number = words.whole("d") if words.get("d") else words.nth("dayword") or 1
    if not isinstance(month, (int, float)) or number is None:
        return None
    month = int(month)
    year, basis = given_year(words, anchors)
    if year is None and not words.get("yearside"):
        year, basis = open_year(words, anchors, month, number) or (None, basis)
    if year is None:
        valid = calendar.exact(2000, month, number)
        return Draft(type="DATE", value=f"XXXX-{month:02d}-{number:02d}", problem=UNRESOLVED) if valid else None
    day = calendar.exact(year, month, number)
    return day_draft(day, basis) if day else None


def figures(words: Words, anchors: Anchors) -> Draft | None:
    """A date written as one figure with points or a comma: "13.5.2015", "2015.5.13", "8/12,2015", "4.22", "2015.3"."""
    parts = [int(p) for p in re.split(r"[.,]", words.text("grouped")) if p.isdecimal()]
    if "d" in words:
        parts = [words.whole("d") or 0, *parts]
    if len(parts) == 2:
        return _two_figures(parts, words, anchors)
    if len(parts) != 3:
        return None
    if parts[0] > 999:
        parts.reverse()
    day_number, month_number, year_number = parts
    found = calendar.exact(year_number + 2000 * (year_number < 100), month_number, day_number)
    return day_draft(found, "explicit") if found else None


def _two_figures(parts: list[int], words: Words, anchors: Anchors) -> Draft | None:
    """Month and day, or year and month."""
    low, high = parts
    if high > 999 or low > 999:
        return period_draft(calendar.months(max(parts), min(parts)), "explicit") if 1 <= min(parts) <= 12 else None
    if not (1 <= low <= 12 < high <= 31):
        return None
    found = open_year(words, anchors, low, high)
    day = calendar.exact(found[0], low, high) if found else None
    return day_draft(day, anchors.basis) if day else None


def month_figures(words: Words, anchors: Anchors) -> Draft | None:
    """A month and its year in short forms."""
    return period_draft(calendar.months(words.whole("year") or 1, words.needed("m")), "explicit")


def month(words: Words, anchors: Anchors) -> Draft | None:
    """A month, with or without its year; a capitalised one alone may be a name and is left."""
    number = words.needed("month")
    bare = words.match.last - words.match.first == 1
    if bare and words.raw(words.match.first)[0].isupper():
        return None
    year, basis = given_year(words, anchors)
    if year is None and not words.get("yearside"):
        day = anchors.now.day if anchors.now and anchors.now.month == number else 15
        year, basis = month_year(words, anchors, number, day) or (None, basis)
    if year is None:
        return Draft(type="DATE", value=f"XXXX-{number:02d}", problem=UNRESOLVED)
    return period_draft(calendar.months(year, number), basis)


def nth_week(words: Words, anchors: Anchors) -> Draft | None:
    """The n-th week of a year, counted as the ISO calendar does; the last one without a number."""
    given, basis = given_year(words, anchors)
    if given is None:
        return None
    count = words.get("nth")
    last = date(given, 12, 28).isocalendar().week
    number = last if count is None else int(count)
    return period_draft(calendar.week(date.fromisocalendar(given, number, 1)), basis) if number <= last else None


def week_of(words: Words, anchors: Anchors) -> Draft | None:
    """The week that a day is in."""
    found = on_date(words, anchors)
    if found is None or found.period is None:
        return found
    return period_draft(calendar.week(found.period.start), found.basis)


def nth(words: Words, anchors: Anchors) -> Draft | None:
    """The n-th week or weekday of a month."""
    if "month" in words:
        base = month(words, anchors)
    else:
        base = period_draft(calendar.around(anchors.now, "month"), anchors.basis) if anchors.now else None
    if base is None or base.period is None:
        return base
    count = words.get("nth")
    if "weekday" in words:
        found = _nth_weekday(base.period, words.needed("weekday"), count)
        return day_draft(found, base.basis) if found else None
    if words.get("nthunit") != "week":
        return None
    anchor = _nth_weekday(base.period, 4, count)
    return period_draft(calendar.week(anchor), base.basis) if anchor else None


def _nth_weekday(month_period: Period, weekday: int, count: Any) -> date | None:
    if count is None:
        return calendar.weekday_near(month_period.end, weekday, -1)
    found = calendar.weekday_near(month_period.start, weekday, 1) + timedelta(days=7 * (int(count) - 1))
    return found if found <= month_period.end else None


def holiday(words: Words, anchors: Anchors) -> Draft | None:
    """A holiday, on a fixed date or counted from Easter."""
    rule = str(words.get("holiday"))
    given, basis = given_year(words, anchors)
    if given is None and anchors.now is None:
        return Draft(type="DATE", value=f"XXXX-{rule}" if "easter" not in rule else "XXXX-XX-XX", problem=UNRESOLVED)
    day = _feast(rule, given or (anchors.now.year if anchors.now else 1))
    if given is None and anchors.now and day:
        ahead = anchors.ahead(words.match)
        if ahead <= 0 and day > anchors.now:
            day = _feast(rule, anchors.now.year - 1)
        elif ahead > 0 and day < anchors.now:
            day = _feast(rule, anchors.now.year + 1)
    return day_draft(day, basis) if day else None


def _feast(rule: str, given: int) -> date | None:
    if rule.startswith("easter"):
        return calendar.easter(given) + timedelta(days=int(rule[6:]))
    return calendar.exact(given, int(rule[:2]), int(rule[3:]))
