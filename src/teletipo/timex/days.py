"""Rules for days relative to another day: today, weekdays, weekends, parts of a day, days of an unnamed month."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from teletipo.phrases.words import Words
from teletipo.timex import calendar
from teletipo.timex.calendar import Period
from teletipo.timex.draft import Anchors, Draft, day_draft, unresolved


def day(words: Words, anchors: Anchors) -> Draft | None:
    """Today, yesterday, tomorrow; "la mañana" is no tomorrow."""
    at = words.match.captured["dayshift"][0]
    if words.near(at, "morning") and words.before("no_tomorrow"):
        return None
    part = words.get("daypart") or ("NI" if words.near(at, "night") else None)
    if anchors.now is None:
        return with_daypart(unresolved(), part)
    if "weekday" in words:
        anchors.correct(words.needed("dayshift"), words.needed("weekday"))
    return with_daypart(day_draft(anchors.now + timedelta(days=words.needed("dayshift")), anchors.basis), part)


def today(words: Words, anchors: Anchors) -> Draft | None:
    """A part of the article's day ("al final del día")."""
    return day_draft(anchors.now, anchors.basis) if anchors.now else unresolved()


def day_of_month(words: Words, anchors: Anchors) -> Draft | None:
    """A day without its month ("el pasado día 10"): the nearest one before or after, as words or tense say."""
    number = words.whole("d") or 1
    if anchors.now is None:
        return unresolved(f"XXXX-XX-{number:02d}")
    side = words.get("side")
    ahead = -1 if side in ("past", "last") else 1 if side == "next" else anchors.ahead(words.match)
    now = anchors.now
    options = [d for d in _days(now, number) if (d <= now if ahead < 0 else d >= now if ahead > 0 else True)]
    return day_draft(min(options, key=lambda d: abs((d - now).days)), anchors.basis) if options else None


def _days(now: date, number: int) -> list[date]:
    """The days of that number in the months around `now`."""
    months = [m for k in range(-12, 13) if (m := _month(now, k))]
    return [m.start.replace(day=number) for m in months if number <= m.end.day]


def _month(now: date, step: int) -> Period | None:
    moved = calendar.shift(now, "month", step)
    return calendar.around(moved, "month") if moved else None


def same_day(words: Words, anchors: Anchors) -> Draft | None:
    """The day the sentence is about: the last one it names, else the day of writing."""
    last = anchors.last("day", since=anchors.sentence(words.match))
    return day_draft(last.start, "anchor") if last else today(words, anchors)


def moment(words: Words, anchors: Anchors) -> Draft | None:
    """Noon or midnight of the day the sentence is about."""
    return with_daypart(same_day(words, anchors) or unresolved(), words.get("moment"))


def daypart(words: Words, anchors: Anchors) -> Draft | None:
    """This morning, tonight; other demonstratives refer to the last day named."""
    side = words.get("side")
    if side == "this":
        return with_daypart(today(words, anchors) or unresolved(), words.get("daypart"))
    last = anchors.last("day")
    if side not in ("that", "same") or last is None:
        return None
    return with_daypart(day_draft(last.start, "anchor"), words.get("daypart"))


def with_daypart(draft: Draft, part: str | None) -> Draft:
    """`draft` narrowed to a part of the day, if there is one."""
    if not part:
        return draft
    return msgspec.structs.replace(draft, type="TIME", value=f"{draft.value}T{part}")


def weekday(words: Words, anchors: Anchors) -> Draft | None:
    """A weekday: the last one, unless tense or words point ahead; capitalised and without an article it is a name."""
    number = words.needed("weekday")
    at = words.match.captured["weekday"][0]
    start = words.match.first
    opening = words.raw(start - 1) in ("", "\n", ".", '"', "“", "«", "(") or words.before("before_weekday")
    plural = start == at and words.before("no_weekday")
    named = start == at and words.raw(at)[0].isupper() and not opening
    if plural or named:
        return None
    if anchors.now is None:
        return with_daypart(unresolved(f"XXXX-WXX-{number}"), words.get("daypart"))
    side = words.get("side") or words.get("side2")
    if side in ("that", "same", "after", "before"):
        last = anchors.last("day")
        if last is None:
            return unresolved(f"XXXX-WXX-{number}")
        base, basis = last.start, "anchor"
        found = calendar.weekday_near(base, number, -1 if side == "before" else 1)
    else:
        basis = anchors.basis
        found = _weekday(words, anchors, anchors.now, number, side)
    return with_daypart(day_draft(found, basis), words.get("daypart"))


def _weekday(words: Words, anchors: Anchors, now: date, number: int, side: str | None) -> date:
    if side in ("past", "last"):
        return calendar.weekday_near(now - timedelta(days=1), number, -1)
    if side == "next":
        return calendar.weekday_near(now + timedelta(days=1), number, 1)
    ahead = anchors.ahead(words.match)
    if words.near(words.match.first, "near_weekday") and ahead <= 0:
        return calendar.weekday_near(now, number, 0)
    return calendar.weekday_near(now, number, 1 if ahead > 0 else -1)


def weekday_plain(words: Words, anchors: Anchors) -> Draft | None:
    """A bare weekday, in any spelling: the next one."""
    number = words.needed("weekday")
    if anchors.now is None:
        return unresolved(f"XXXX-WXX-{number}")
    return day_draft(calendar.weekday_near(anchors.now, number, 1), anchors.basis)


def weekday_of_week(words: Words, anchors: Anchors) -> Draft | None:
    """A weekday of this, the last or the next week."""
    side = words.get("side") or words.get("sideafter") or "this"
    step = {"past": -7, "last": -7, "next": 7, "after": 7}.get(side, 0)
    return _in_week(words.needed("weekday"), step, anchors)


def weekday_of_next_week(words: Words, anchors: Anchors) -> Draft | None:
    """ "El próximo domingo" as messages mean it: of next week."""
    return _in_week(words.needed("weekday"), 7, anchors)


def _in_week(number: int, step: int, anchors: Anchors) -> Draft | None:
    if anchors.now is None:
        return unresolved(f"XXXX-WXX-{number}")
    monday = calendar.week(anchors.now).start
    return day_draft(monday + timedelta(days=step + number - 1), anchors.basis)


def weekday_number(words: Words, anchors: Anchors) -> Draft | None:
    """A weekday with the day of the month ("el sábado 16"): the nearest such date."""
    number, wanted = words.whole("d") or 0, words.needed("weekday")
    if anchors.now is None:
        return unresolved(f"XXXX-XX-{number:02d}")
    options = _days(anchors.now, number)
    fitting = [d for d in options if d.isoweekday() == wanted] or options
    now = anchors.now
    return day_draft(min(fitting, key=lambda d: abs((d - now).days)), anchors.basis) if fitting else None


def weekend(words: Words, anchors: Anchors) -> Draft | None:
    """A weekend: this one, or the last or next."""
    if anchors.now is None:
        return unresolved("XXXX-WXX-WE")
    side = words.get("side")
    if words.raw(words.match.first) == "fin" and words.before("no_weekend_before"):
        return None
    saturday = calendar.week(anchors.now).start + timedelta(days=5)
    past = side in ("past", "last") or (side is None and anchors.ahead(words.match) < 0)
    if (past and saturday > anchors.now) or side == "past":
        saturday -= timedelta(days=7)
    elif side == "next" and saturday <= anchors.now:
        saturday += timedelta(days=7)
    iso = saturday.isocalendar()
    period = Period(saturday, saturday + timedelta(days=1), "week")
    return Draft(type="DATE", value=f"{iso.year:04d}-W{iso.week:02d}-WE", period=period, basis=anchors.basis)
