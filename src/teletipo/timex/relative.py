"""Rules for expressions that hang on another date: today, weekdays, this or last year, ago, later, the same day."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from teletipo.timex import calendar
from teletipo.timex.calendar import Period
from teletipo.timex.dates import UNRESOLVED, day_draft
from teletipo.timex.draft import Anchors, Draft, Words
from teletipo.timex.spans import amount_of, period_value

_OPEN = "XXXX-XX-XX"
_STEP = {"this": 0, "past": -1, "next": 1, "after": 1, "before": -1}
_SMALL = frozenset(["hour", "minute", "second"])
_FINER = {
    "day": ("day",),
    "week": ("day", "week"),
    "fortnight": ("day",),
    "month": ("day", "week", "month"),
    "quarter": ("day", "week", "month", "quarter"),
    "semester": ("day", "week", "month", "quarter"),
}


def unresolved(value: str = _OPEN) -> Draft:
    """A relative expression without anything to hang it on."""
    return Draft(type="DATE", value=value, basis="none", problem=UNRESOLVED)


def _around(base: date | None, unit: str, step: float, basis: str) -> Draft | None:
    moved = calendar.shift(base, unit, step) if base else None
    period = calendar.around(moved, unit) if moved else None
    return Draft(type="DATE", value=calendar.value_of(period), period=period, basis=basis) if period else None


def with_daypart(draft: Draft, part: str | None) -> Draft:
    """`draft` narrowed to a part of the day, if there is one."""
    if not part:
        return draft
    return msgspec.structs.replace(draft, type="TIME", value=f"{draft.value}T{part}")


def day(words: Words, anchors: Anchors) -> Draft | None:
    """Today, yesterday, tomorrow; "la mañana" is no tomorrow."""
    at = words.match.captured["dayshift"][0]
    if words.near(at, "morning") and words.before("no_tomorrow"):
        return None
    part = words.get("daypart") or ("NI" if words.near(at, "night") else None)
    if anchors.now is None:
        return with_daypart(unresolved(), part)
    if "weekday" in words:
        anchors.correct(int(words.get("dayshift")), int(words.get("weekday")))
    return with_daypart(day_draft(anchors.now + timedelta(days=int(words.get("dayshift"))), anchors.basis), part)


def today(words: Words, anchors: Anchors) -> Draft | None:
    """A part of the day that the article tells of ("al final del día")."""
    return day_draft(anchors.now, anchors.basis) if anchors.now else unresolved()


def day_of_month(words: Words, anchors: Anchors) -> Draft | None:
    """A day without its month ("el pasado día 10"): the nearest one on the side that words or tense tell."""
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


def same_day(words: Words, anchors: Anchors) -> Draft | None:
    """The day that the sentence tells of: the last one it names, else the day of writing."""
    last = anchors.last("day", since=anchors.sentence(words.match))
    return day_draft(last.start, "anchor") if last else today(words, anchors)


def daypart(words: Words, anchors: Anchors) -> Draft | None:
    """This morning, tonight; other demonstratives hang on the last day named."""
    side = words.get("side")
    if side == "this":
        return with_daypart(today(words, anchors) or unresolved(), words.get("daypart"))
    last = anchors.last("day")
    if side not in ("that", "same") or last is None:
        return None
    return with_daypart(day_draft(last.start, "anchor"), words.get("daypart"))


def weekday(words: Words, anchors: Anchors) -> Draft | None:
    """A weekday: the one just past, unless tense or words point ahead; capitalised without article it is a name."""
    number = int(words.get("weekday"))
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
            return None
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
    """A weekday without more, in any writing: the next one."""
    number = int(words.get("weekday"))
    if anchors.now is None:
        return unresolved(f"XXXX-WXX-{number}")
    return day_draft(calendar.weekday_near(anchors.now, number, 1), anchors.basis)


def weekday_of_week(words: Words, anchors: Anchors) -> Draft | None:
    """A weekday of this, the last or the next week."""
    side = words.get("side") or words.get("sideafter") or "this"
    step = {"past": -7, "last": -7, "next": 7, "after": 7}.get(side, 0)
    return _in_week(int(words.get("weekday")), step, anchors)


def weekday_of_next_week(words: Words, anchors: Anchors) -> Draft | None:
    """ "El próximo domingo" as messages mean it: of next week."""
    return _in_week(int(words.get("weekday")), 7, anchors)


def _in_week(number: int, step: int, anchors: Anchors) -> Draft | None:
    if anchors.now is None:
        return unresolved(f"XXXX-WXX-{number}")
    monday = calendar.week(anchors.now).start
    return day_draft(monday + timedelta(days=step + number - 1), anchors.basis)


def weekday_number(words: Words, anchors: Anchors) -> Draft | None:
    """A weekday with the day of the month ("el sábado 16"): the nearest such date."""
    number, wanted = words.whole("d") or 0, int(words.get("weekday"))
    if anchors.now is None:
        return unresolved(f"XXXX-XX-{number:02d}")
    options = _days(anchors.now, number)
    fitting = [d for d in options if d.isoweekday() == wanted] or options
    now = anchors.now
    return day_draft(min(fitting, key=lambda d: abs((d - now).days)), anchors.basis) if fitting else None


def _month(now: date, step: int) -> Period | None:
    moved = calendar.shift(now, "month", step)
    return calendar.around(moved, "month") if moved else None


def weekend(words: Words, anchors: Anchors) -> Draft | None:
    """A weekend: this one, or the last or next."""
    if anchors.now is None:
        return unresolved("XXXX-WXX-WE")
    side = words.get("side")
    saturday = calendar.week(anchors.now).start + timedelta(days=5)
    past = side in ("past", "last") or (side is None and anchors.ahead(words.match) < 0)
    if (past and saturday > anchors.now) or side == "past":
        saturday -= timedelta(days=7)
    elif side == "next" and saturday <= anchors.now:
        saturday += timedelta(days=7)
    iso = saturday.isocalendar()
    period = Period(saturday, saturday + timedelta(days=1), "day")
    return Draft(type="DATE", value=f"{iso.year:04d}-W{iso.week:02d}-WE", period=period, basis=anchors.basis)


def unit(words: Words, anchors: Anchors) -> Draft | None:
    """This year, last week, the following month, that same day."""
    kind, side = words.get("unit"), words.get("side") or words.get("sideafter")
    if kind in _SMALL or side is None:
        return None
    if side in ("that", "same"):
        if words.before("no_antecedent"):
            return None
        last = anchors.last(*_FINER.get(kind, ()))
        return _around(last.start, kind, 0, "anchor") if last else unresolved()
    if side in ("after", "before"):
        since = 0 if side == "after" else anchors.sentence(words.match)
        last = anchors.last(*_FINER.get(kind, ()), since=since)
        if last:
            return _around(last.start, kind, _STEP[side], "anchor")
    if side == "last":
        value = period_value(1, kind)
        return Draft(type="DURATION", value=value, period=_stretch(anchors.now, kind, -1), basis=anchors.basis)
    return _around(anchors.now, kind, _STEP[side], anchors.basis) or unresolved()


def next_unit(words: Words, anchors: Anchors) -> Draft | None:
    """The day, month or year after the last date named."""
    kind = words.get("unit")
    last = anchors.last(*_FINER.get(kind, ()))
    return _around(last.start, kind, 1, "anchor") if last else unresolved()


def eve(words: Words, anchors: Anchors) -> Draft | None:
    """The day before the article; "la víspera de" something is left."""
    if words.after("eve_of"):
        return None
    return day_draft(anchors.now - timedelta(days=1), anchors.basis) if anchors.now else unresolved()


def then(words: Words, anchors: Anchors) -> Draft | None:
    """The time last spoken of; "el entonces ministro" is none."""
    if words.before("no_then"):
        return None
    last = anchors.last()
    if last is None:
        return Draft(type="DATE", value="PAST_REF", basis="none")
    return Draft(type="DATE", value=calendar.value_of(last), period=last, basis="anchor")


def ago(words: Words, anchors: Anchors) -> Draft | None:
    """So long before the day of writing; a vague amount is only a reference to the past; after "desde" a duration."""
    kind, amount = words.get("unit"), amount_of(words)
    if words.before("since"):
        period = _stretch(anchors.now, kind, -amount) if amount is not None and kind not in _SMALL else None
        return Draft(type="DURATION", value=period_value(amount, kind), period=period, basis=anchors.basis)
    if kind in _SMALL:
        return today(words, anchors)
    if amount is None:
        return Draft(type="DATE", value="PAST_REF", basis="none")
    draft = _around(anchors.now, kind, -amount, anchors.basis) or unresolved()
    return msgspec.structs.replace(draft, mod=words.get("approx"))


def ahead(words: Words, anchors: Anchors) -> Draft | None:
    """So long after the day of writing."""
    kind, amount = words.get("unit"), amount_of(words)
    if kind in _SMALL:
        return today(words, anchors)
    if amount is None:
        return Draft(type="DATE", value="FUTURE_REF", basis="none")
    return _around(anchors.now, kind, amount, anchors.basis) or unresolved()


def offset(words: Words, anchors: Anchors) -> Draft | None:
    """So long after or before the last date named; before "de" or "que" only its length is known."""
    kind, amount = words.get("unit"), amount_of(words)
    last = anchors.last(*_FINER.get(kind, ()))
    if "more" in words or last is None or amount is None or kind in _SMALL:
        end = words.match.captured["unit"][1]
        return Draft(type="DURATION", value=period_value(amount, kind), last=end)
    return _around(last.start, kind, -amount if "before" in words else amount, "anchor")


def span_near(words: Words, anchors: Anchors) -> Draft | None:
    """A stretch that ends or begins with the day of writing ("los últimos doce años")."""
    kind, side, amount = words.get("unit"), words.get("side"), amount_of(words)
    sign = 1 if side in ("next", "after") else -1
    period = None
    if amount is not None and kind not in _SMALL and side in ("past", "last", "next", "before", "after"):
        period = _stretch(anchors.now, kind, sign * amount)
    return Draft(type="DURATION", value=period_value(amount, kind), period=period, basis=anchors.basis)


def _stretch(now: date | None, kind: str, amount: float) -> Period | None:
    other = calendar.shift(now, kind, amount) if now else None
    if now is None or other is None:
        return None
    size = calendar.MONTHS.get(kind, 0)
    grain: calendar.Grain = "year" if size >= 12 else "month" if size else "day"
    return Period(now + timedelta(days=1), other, grain) if other > now else Period(other, now, grain)


def days_of_month(words: Words, anchors: Anchors) -> Draft | None:
    """From one day to another of this, the last or the next month."""
    first, last = words.whole("d1") or 1, words.whole("d2") or 1
    step = _STEP.get(words.get("side") or words.get("sideafter") or "this", 0)
    month = calendar.shift(anchors.now.replace(day=1), "month", step) if anchors.now else None
    if month is None:
        return unresolved()
    start, end = calendar.exact(month.year, month.month, first), calendar.exact(month.year, month.month, last)
    if start is None or end is None or start >= end:
        return None
    value = f"{start.isoformat()}/{end.isoformat()}"
    return Draft(type="DURATION", value=value, period=Period(start, end, "day"), basis=anchors.basis)


def rest(words: Words, anchors: Anchors) -> Draft | None:
    """What is left of this week, month or year."""
    whole = calendar.around(anchors.now, words.get("unit")) if anchors.now else None
    if anchors.now is None or whole is None:
        return unresolved()
    period = Period(anchors.now, whole.end, whole.grain)
    return Draft(type="DATE", value=calendar.value_of(whole), period=period, basis=anchors.basis, mod="END")


def same_period(words: Words, anchors: Anchors) -> Draft | None:
    """The same month or quarter a year before."""
    last = anchors.last("month", "quarter")
    if last is None:
        return Draft(type="DURATION", value="PXD", basis="none")
    count = (last.end.year - last.start.year) * 12 + last.end.month - last.start.month + 1
    period = calendar.months(last.start.year - 1, last.start.month, count, last.grain)
    return Draft(type="DATE", value=calendar.value_of(period), period=period, basis="anchor") if period else None
