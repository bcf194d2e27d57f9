"""Rules for dates that name a calendar unit: days, months, years, quarters, seasons, decades, holidays, ranges."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from teletipo.timex import calendar
from teletipo.timex.calendar import Period
from teletipo.timex.draft import Anchors, Draft, Words

UNRESOLVED = "relative-date"
_YEAR_STEP = {"this": 0, "past": -1, "before": -1, "last": -1, "next": 1, "after": 1, "that": 0, "same": 0}
#: How far back (code points) a year may stand to be that of a month or day without one.
_NEAR = 70
#: A date nearer than so many days is meant, not the one a year away, unless a verb so many words away says so.
_SOON, _ADJACENT = 75, 4
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _year(words: Words, anchors: Anchors, suffix: str = "") -> tuple[int | None, str]:
    """The year that the words give outright, and its basis; (None, …) if they leave it open."""
    year = words.whole(f"y{suffix}") if suffix else words.whole("year")
    if year is not None:
        return year, "explicit"
    if not suffix and "yy" in words:
        short = words.whole("yy") or 0
        return (2000 if short <= 50 else 1900) + short, "explicit"
    side = words.get("yearside")
    if side in ("that", "after", "before"):
        base = anchors.last(since=anchors.sentence(words.match))
        if base:
            return base.start.year + _YEAR_STEP[side], "anchor"
    if side and anchors.now:
        return anchors.now.year + _YEAR_STEP[side], anchors.basis
    return None, anchors.basis


def _side(words: Words, anchors: Anchors) -> int:
    """-1, 0 or 1: which way from the day of writing the words point."""
    side = words.get("side") or words.get("sideafter") or words.get("side2")
    if side in ("past", "last", "before"):
        return -1
    if side in ("next", "after"):
        return 1
    return anchors.ahead(words.match)


def _open_year(words: Words, anchors: Anchors, month: int, number: int) -> tuple[int, str] | None:
    """The year of a date without one: the year of a date just named, else the nearest on the side of the tense."""
    now = anchors.now
    side = words.get("side") or words.get("sideafter")
    left = max(anchors.sentence(words.match), words.tokens.starts[words.match.first] - _NEAR)
    near = None if words.before("since") else anchors.last(since=left)
    if near and not side and (now is None or near.start.year != now.year):
        return near.start.year, "anchor"
    if now is None:
        return None
    gap = (month - now.month) * 31 + number - now.day
    if side == "this":
        return now.year, anchors.basis
    ahead = _side(words, anchors)
    if not side and ahead * gap < 0 and abs(gap) < _SOON and not anchors.ahead(words.match, reach=_ADJACENT):
        ahead = 0
    if ahead:
        return now.year - (ahead < 0 < gap) + (gap < 0 < ahead), anchors.basis
    return now.year + (1 if gap < -183 else -1 if gap > 183 else 0), anchors.basis


def on_date(words: Words, anchors: Anchors) -> Draft | None:
    """A day of a month, with or without its year."""
    month = words.get("m")
    number = words.whole("d") if words.get("d") else words.nth("dayword") or 1
    if not isinstance(month, (int, float)) or number is None:
        return None
    month = int(month)
    year, basis = _year(words, anchors)
    if year is None and not words.get("yearside"):
        year, basis = _open_year(words, anchors, month, number) or (None, basis)
    if year is None:
        valid = calendar.exact(2000, month, number)
        return Draft(type="DATE", value=f"XXXX-{month:02d}-{number:02d}", problem=UNRESOLVED) if valid else None
    day = calendar.exact(year, month, number)
    return day_draft(day, basis) if day else None


def figures(words: Words, anchors: Anchors) -> Draft | None:
    """A date of one figure with points or a comma: "13.5.2015", "2015.5.13", "8/12,2015", "4.22", "2015.3"."""
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
        return _whole(calendar.months(max(parts), min(parts)), "explicit") if 1 <= min(parts) <= 12 else None
    if not (1 <= low <= 12 < high <= 31):
        return None
    found = _open_year(words, anchors, low, high)
    day = calendar.exact(found[0], low, high) if found else None
    return day_draft(day, anchors.basis) if day else None


def month_figures(words: Words, anchors: Anchors) -> Draft | None:
    """A month and its year in short forms."""
    return _whole(calendar.months(words.whole("year") or 1, int(words.get("m"))), "explicit")


def day_draft(day: date, basis: str) -> Draft:
    """A draft of one day."""
    return Draft(type="DATE", value=day.isoformat(), period=calendar.day(day), basis=basis)


def _whole(period: Period | None, basis: str) -> Draft | None:
    if period is None:
        return None
    return Draft(type="DATE", value=calendar.value_of(period), period=period, basis=basis)


def month(words: Words, anchors: Anchors) -> Draft | None:
    """A month, with or without its year; a capitalised one alone may be a name and is left."""
    number = int(words.get("month"))
    bare = words.match.last - words.match.first == 1
    if bare and words.raw(words.match.first)[0].isupper():
        return None
    year, basis = _year(words, anchors)
    if year is None and not words.get("yearside"):
        day = anchors.now.day if anchors.now and anchors.now.month == number else 15
        year, basis = _month_year(words, anchors, number, day) or (None, basis)
    if year is None:
        return Draft(type="DATE", value=f"XXXX-{number:02d}", problem=UNRESOLVED)
    return _whole(calendar.months(year, number), basis)


def _month_year(words: Words, anchors: Anchors, number: int, day: int) -> tuple[int, str] | None:
    found = _open_year(words, anchors, number, day)
    now = anchors.now
    if found and now and found[1] != "anchor" and _side(words, anchors) == 0 and words.get("side") != "this":
        return now.year - (number > now.month), anchors.basis
    if found and now and words.get("side") in ("past", "last") and number == now.month:
        return now.year - 1, anchors.basis
    return found


def year(words: Words, anchors: Anchors) -> Draft | None:
    """A year; a four-figure number that counts things is left."""
    first, last = words.match.first, words.match.last
    number = words.whole("modern") or 0
    leads = words.near(first, "year_leads") or words.before("year_leads")
    after = words.raw(last)
    counted = after.islower() and after.endswith("s") and not words.after("no_count")
    if words.before("no_year_before") or words.after("no_year_after") or (counted and not leads):
        return None
    return _whole(calendar.months(number, 1, 12, "year"), "explicit") if 1900 <= number <= 2100 else None


def part_of_year(words: Words, anchors: Anchors) -> Draft | None:
    """A quarter, semester, fortnight … counted inside a year or month, or the last complete one."""
    unit = words.get("partunit")
    if unit == "fortnight":
        return _fortnight(words, anchors)
    size = 4 if unit == "fourmonth" else calendar.MONTHS[unit]
    nth = words.get("ordinal") or words.get("nth")
    if nth is None and words.get("nthlast") not in ("last", "past", "next", "this"):
        return None
    given, basis = _year(words, anchors)
    if given is None and anchors.now is None:
        return Draft(type="DATE", value="XXXX", problem=UNRESOLVED)
    now = anchors.now or date(given or 1, 12, 31)
    count = 12 // size
    if nth is None and given is None:
        step = {"this": 0, "next": 1}.get(words.get("nthlast"), -1)
        index = now.year * count + (now.month - 1) // size + step
        given, nth = index // count, index % count + 1
    nth = int(nth or count)
    if nth > count:
        return None
    if given is None:
        future = anchors.ahead(words.match) > 0
        given = now.year - (not future and nth * size > now.month)
    return _whole(calendar.months(given, (nth - 1) * size + 1, size, "quarter"), basis)


def _fortnight(words: Words, anchors: Anchors) -> Draft | None:
    if "month" not in words:
        return None
    base = month(words, anchors)
    if base is None or base.period is None:
        return base
    start, second = base.period.start, int(words.get("nth") or 2) == 2
    begin, end = (start.replace(day=16), base.period.end) if second else (start, start.replace(day=15))
    period = Period(begin, end, "week")
    return Draft(type="DATE", value=base.value, period=period, basis=base.basis, mod="END" if second else "START")


def nth_week(words: Words, anchors: Anchors) -> Draft | None:
    """The n-th week of a year, counted as the ISO calendar does; the last one without a number."""
    given, basis = _year(words, anchors)
    if given is None:
        return None
    count = words.get("nth")
    last = date(given, 12, 28).isocalendar().week
    number = last if count is None else int(count)
    return _whole(calendar.week(date.fromisocalendar(given, number, 1)), basis) if number <= last else None


def week_of(words: Words, anchors: Anchors) -> Draft | None:
    """The week that a day is in."""
    found = on_date(words, anchors)
    if found is None or found.period is None:
        return found
    return _whole(calendar.week(found.period.start), found.basis)


def nth(words: Words, anchors: Anchors) -> Draft | None:
    """The n-th week or weekday of a month."""
    if "month" in words:
        base = month(words, anchors)
    else:
        base = _whole(calendar.around(anchors.now, "month"), anchors.basis) if anchors.now else None
    if base is None or base.period is None:
        return base
    count = words.get("nth")
    if "weekday" in words:
        found = _nth_weekday(base.period, int(words.get("weekday")), count)
        return day_draft(found, base.basis) if found else None
    if words.get("nthunit") != "week":
        return None
    anchor = _nth_weekday(base.period, 4, count)
    return _whole(calendar.week(anchor), base.basis) if anchor else None


def _nth_weekday(month_period: Period, weekday: int, count: Any) -> date | None:
    if count is None:
        return calendar.weekday_near(month_period.end, weekday, -1)
    found = calendar.weekday_near(month_period.start, weekday, 1) + timedelta(days=7 * (int(count) - 1))
    return found if found <= month_period.end else None


def season(words: Words, anchors: Anchors) -> Draft | None:
    """A season of the northern hemisphere."""
    first = words.match.captured["season"][0]
    if words.raw(first)[0].isupper():
        return None
    code = words.get("season")
    start = _SEASON_START[code]
    given, basis = _year(words, anchors)
    if given is None and anchors.now is None:
        return Draft(type="DATE", value=f"XXXX-{code}", problem=UNRESOLVED)
    if given is None and anchors.now:
        now, side = anchors.now, words.get("side") or words.get("sideafter")
        given = now.year
        if side in ("past", "last") and start + 2 >= now.month:
            given -= 1
        elif side == "next" and start <= now.month:
            given += 1
        elif side is None and start > now.month and anchors.ahead(words.match) <= 0:
            given -= 1
    period = calendar.months(given or 1, start, 3, "season")
    return Draft(type="DATE", value=f"{given:04d}-{code}", period=period, basis=basis)


def decade(words: Words, anchors: Anchors) -> Draft | None:
    """A decade ("los años 80", "la década de 1980")."""
    start = words.whole("year")
    if start is None:
        short = words.whole("dec") if "dec" in words else words.get("decadeword")
        start = 1900 + int(short or 0)
    return _whole(calendar.months(start, 1, 120, "decade"), "explicit") if start % 10 == 0 else None


def decade_short(words: Words, anchors: Anchors) -> Draft | None:
    """A decade named by its tens alone ("los noventa"), unless something is counted."""
    if (words.raw(words.match.last).endswith("s") and not words.after("no_count")) or words.after("no_decade_after"):
        return None
    return decade(words, anchors)


def century(words: Words, anchors: Anchors) -> Draft | None:
    """A century by its Roman numeral, or the one before or after ours."""
    if "roman" in words:
        return _whole(calendar.months((int(words.get("roman")) - 1) * 100 or 1, 1, 1200, "century"), "explicit")
    if anchors.now is None:
        return None
    base = anchors.now.year // 100 + _YEAR_STEP[words.get("side")]
    return _whole(calendar.months(base * 100, 1, 1200, "century"), anchors.basis)


def holiday(words: Words, anchors: Anchors) -> Draft | None:
    """A feast with its date in the year, fixed or counted from Easter."""
    rule = str(words.get("holiday"))
    given, basis = _year(words, anchors)
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


def range_days(words: Words, anchors: Anchors) -> Draft | None:
    """From one day to another, the month and year told once or twice."""
    last_year, basis = _year(words, anchors, "2")
    d1, d2 = words.whole("d1") or 1, words.whole("d2") or 1
    m2 = int(words.get("m2"))
    m1 = int(words.get("m1") or m2)
    if last_year is None and words.get("yearside"):
        last_year, basis = _year(words, anchors)
    if last_year is None:
        last_year, basis = _open_year(words, anchors, m2, d2) or (None, basis)
    if last_year is None:
        return Draft(type="DURATION", value=f"XXXX-{m1:02d}-{d1:02d}/XXXX-{m2:02d}-{d2:02d}", problem=UNRESOLVED)
    first_year = words.whole("y1") or last_year - (m1 > m2)
    start, end = calendar.exact(first_year, m1, d1), calendar.exact(last_year, m2, d2)
    return _range(start, end, "day", basis)


def range_months(words: Words, anchors: Anchors) -> Draft | None:
    """From one month to another."""
    m1, m2 = int(words.get("m1")), int(words.get("m2"))
    last_year, basis = _year(words, anchors, "2")
    if last_year is None and words.get("yearside"):
        last_year, basis = _year(words, anchors)
    if last_year is None:
        last_year, basis = _month_year(words, anchors, m2, 15) or (None, basis)
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


def _range(start: date | None, end: date | None, grain: calendar.Grain, basis: str, value: str = "") -> Draft | None:
    if start is None or end is None or start > end:
        return None
    text = value or f"{start.isoformat()}/{end.isoformat()}"
    return Draft(type="DURATION", value=text, period=Period(start, end, grain), basis=basis)
