"""Calendar periods as ISO dates: days, weeks, months, quarters, years, and how to step between them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import msgspec

from teletipo.records import Precision

#: Length in months of the grains that are counted in months.
MONTHS: dict[str, int] = {
    "month": 1, "bimester": 2, "quarter": 3, "fourmonth": 4, "semester": 6, "year": 12, "decade": 120, "century": 1200,
}  # fmt: skip
#: Length in days of the grains that are counted in days.
DAYS: dict[str, int] = {"day": 1, "week": 7, "fortnight": 14}


class Period(msgspec.Struct, frozen=True):
    """A period of the calendar, both ends inclusive, and its precision."""

    start: date
    end: date
    grain: Precision


def day(value: date) -> Period:
    """One day."""
    return Period(value, value, "day")


def week(value: date) -> Period:
    """The ISO week (Monday to Sunday) that `value` is in."""
    monday = value - timedelta(days=value.weekday())
    return Period(monday, monday + timedelta(days=6), "week")


def months(year: int, month: int, count: int = 1, grain: Precision = "month") -> Period | None:
    """`count` months from `month` of `year` on; None outside the years 1 to 9999."""
    last = year * 12 + month - 1 + count - 1
    if not (1 <= year <= 9999 and 1 <= last // 12 <= 9999):
        return None
    end_year, end_month = last // 12, last % 12 + 1
    return Period(date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]), grain)


def exact(year: int, month: int, number: int) -> date | None:
    """The date, or None if there is no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def around(value: date, unit: str) -> Period | None:
    """The period of grain `unit` that `value` lies in."""
    if unit == "day":
        return day(value)
    if unit == "week":
        return week(value)
    if unit == "fortnight":
        return _fortnight(value)
    if unit in ("decade", "century"):
        years = MONTHS[unit] // 12
        grain: Precision = "decade" if unit == "decade" else "century"
        return months(value.year // years * years or 1, 1, MONTHS[unit], grain)
    if unit not in MONTHS:
        return None
    size = MONTHS[unit]
    grain = "month" if size == 1 else "year" if size == 12 else "quarter"
    return months(value.year, (value.month - 1) // size * size + 1, size, grain)


def _fortnight(value: date) -> Period:
    if value.day <= 15:
        return Period(value.replace(day=1), value.replace(day=15), "week")
    return Period(value.replace(day=16), value.replace(day=monthrange(value.year, value.month)[1]), "week")


def shift(value: date, unit: str, amount: float) -> date | None:
    """`value` moved by `amount` units (negative: back); the day is cut to the end of a shorter month.

    None where the calendar ends or the unit is smaller than a day.
    """
    try:
        if unit in DAYS:
            return value + timedelta(days=round(DAYS[unit] * amount))
        if unit not in MONTHS:
            return value if unit in ("hour", "minute", "second") else None
        index = value.year * 12 + value.month - 1 + round(MONTHS[unit] * amount)
        year, month = index // 12, index % 12 + 1
        return date(year, month, min(value.day, monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None


def weekday_near(value: date, weekday: int, direction: int) -> date:
    """The day `weekday` (Monday 1) nearest to `value`: backwards (-1) and forwards (1) may be the same day.

    Direction 0 stays in the week before, but takes the next day too: "este jueves" printed on Wednesday.
    """
    ahead = (weekday - 1 - value.weekday()) % 7
    if direction > 0 or (direction == 0 and ahead <= 1):
        return value + timedelta(days=ahead)
    return value - timedelta(days=(7 - ahead) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    n = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + n + 90) // 25
    return date(year, month, (h - m + n + month + 19) % 32)


def value_of(period: Period) -> str:
    """The TIMEX3 value of a whole day, week, month, quarter, year, decade or century."""
    start = period.start
    if period.grain == "day":
        return start.isoformat()
    if period.grain == "week":
        iso = start.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}"
    if period.grain == "month":
        return f"{start.year:04d}-{start.month:02d}"
    if period.grain == "quarter":
        return _part_of_year(period)
    if period.grain == "decade":
        return f"{start.year // 10:03d}"
    return f"{start.year // 100:02d}" if period.grain == "century" else f"{start.year:04d}"


def _part_of_year(period: Period) -> str:
    start = period.start
    length = period.end.month - start.month + 1
    if length == 6:
        return f"{start.year:04d}-H{1 if start.month == 1 else 2}"
    return f"{start.year:04d}-Q{(start.month - 1) // 3 + 1}"
