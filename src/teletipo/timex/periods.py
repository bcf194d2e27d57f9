"""Rules for years, their parts and longer periods: quarters, fortnights, seasons, decades, centuries."""

from __future__ import annotations

from datetime import date

from teletipo.phrases.words import Words
from teletipo.timex import calendar
from teletipo.timex.calendar import Period
from teletipo.timex.dates import month
from teletipo.timex.draft import STEP, UNRESOLVED, Anchors, Draft, period_draft
from teletipo.timex.spans import narrowed
from teletipo.timex.years import given_year

_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def year(words: Words, anchors: Anchors) -> Draft | None:
    """A year; a four-figure number that counts things is not one."""
    first, last = words.match.first, words.match.last
    number = words.whole("modern") or 0
    leads = words.near(first, "year_leads") or words.before("year_leads")
    after = words.raw(last)
    counted = after.islower() and after.endswith("s") and not words.after("no_count")
    if words.before("no_year_before") or words.after("no_year_after") or (counted and not leads):
        return None
    return period_draft(calendar.months(number, 1, 12, "year"), "explicit") if 1900 <= number <= 2100 else None


def part_of_year(words: Words, anchors: Anchors) -> Draft | None:
    """A quarter, semester, fortnight … counted inside a year or month, or the last complete one."""
    unit = words.get("partunit")
    if unit == "fortnight":
        return _fortnight(words, anchors)
    size = 4 if unit == "fourmonth" else calendar.MONTHS[unit]
    nth = words.get("ordinal") or words.get("nth")
    if nth is None and words.get("nthlast") not in ("last", "past", "next", "this"):
        return None
    given, basis = given_year(words, anchors)
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
    return period_draft(calendar.months(given, (nth - 1) * size + 1, size, "quarter"), basis)


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


def season(words: Words, anchors: Anchors) -> Draft | None:
    """A season of the northern hemisphere, unless it names something else ("la primavera árabe")."""
    first = words.match.captured["season"][0]
    if words.raw(first)[0].isupper() or words.after("no_season_after"):
        return None
    code = words.get("season")
    start = _SEASON_START[code]
    given, basis = given_year(words, anchors)
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
    return period_draft(calendar.months(start, 1, 120, "decade"), "explicit") if start % 10 == 0 else None


def decade_short(words: Words, anchors: Anchors) -> Draft | None:
    """A decade named by its tens alone ("los noventa"), unless something is counted."""
    if (words.raw(words.match.last).endswith("s") and not words.after("no_count")) or words.after("no_decade_after"):
        return None
    if words.before("no_decade_before"):
        return None
    return decade(words, anchors)


def century(words: Words, anchors: Anchors) -> Draft | None:
    """A century by its number, or relative to ours; or its beginning, middle or end."""
    if number := words.get("roman") or words.get("nth"):
        whole = period_draft(calendar.months((int(number) - 1) * 100 or 1, 1, 1200, "century"), "explicit")
        return narrowed(whole, words.get("part")) if whole else None
    if anchors.now is None:
        return None
    base = anchors.now.year // 100 + STEP[words.get("side")]
    return period_draft(calendar.months(base * 100, 1, 1200, "century"), anchors.basis)
