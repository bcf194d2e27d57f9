"""Rules for periods and distances relative to another date: this year, ago, later, the last two years, the rest."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from teletipo.phrases.words import Words
from teletipo.records import Precision
from teletipo.timex import calendar, dates
from teletipo.timex.calendar import Period
from teletipo.timex.days import today
from teletipo.timex.draft import STEP, Anchors, Draft, day_draft, unresolved
from teletipo.timex.spans import amount_of, period_value

_SMALL = frozenset(["hour", "minute", "second"])
_FINER = {
    "day": ("day",),
    "week": ("day", "week"),
    "fortnight": ("day",),
    "month": ("day", "week", "month"),
    "quarter": ("day", "week", "month", "quarter"),
    "semester": ("day", "week", "month", "quarter"),
}


def _around(base: date | None, unit: str, step: float, basis: str) -> Draft | None:
    moved = calendar.shift(base, unit, step) if base else None
    period = calendar.around(moved, unit) if moved else None
    return Draft(type="DATE", value=calendar.value_of(period), period=period, basis=basis) if period else None


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
            return _around(last.start, kind, STEP[side], "anchor")
    if side == "last":
        value = period_value(1, kind)
        return Draft(type="DURATION", value=value, period=_stretch(anchors.now, kind, -1), basis=anchors.basis)
    return _around(anchors.now, kind, STEP[side], anchors.basis) or unresolved()


def date_of_month(words: Words, anchors: Anchors) -> Draft | None:
    """A day of this, the last or that month ("el 25 de este mes"), which may be named too ("de abril")."""
    told = dates.month if "month" in words else unit
    month = told(words, anchors) if words.get("unit") == "month" else None
    number = words.whole("d") or 1
    if month is None or month.type != "DATE":
        return None
    if month.period is None:
        return unresolved(f"XXXX-XX-{number:02d}")
    day = calendar.exact(month.period.start.year, month.period.start.month, number)
    return day_draft(day, month.basis) if day else None


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
    grain: Precision = "year" if size >= 12 else "month" if size else "day"
    return Period(now + timedelta(days=1), other, grain) if other > now else Period(other, now, grain)


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
