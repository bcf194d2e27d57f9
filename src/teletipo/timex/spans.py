"""Rules for durations, sets, clock times, parts of periods and vague references."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from teletipo.phrases.words import Words
from teletipo.timex import calendar
from teletipo.timex.calendar import Period
from teletipo.timex.draft import Anchors, Draft

#: Unit -> time marker, factor and letter of the ISO duration.
_LETTERS = {
    "second": ("T", 1, "S"), "minute": ("T", 1, "M"), "hour": ("T", 1, "H"), "day": ("", 1, "D"),
    "week": ("", 1, "W"), "fortnight": ("", 2, "W"), "month": ("", 1, "M"), "bimester": ("", 2, "M"),
    "quarter": ("", 3, "M"), "fourmonth": ("", 4, "M"), "semester": ("", 6, "M"), "year": ("", 1, "Y"),
    "decade": ("", 10, "Y"), "century": ("", 100, "Y"),
}  # fmt: skip
_UNITS = tuple(_LETTERS)  #: the finest first
_HALVES = {
    "hour": "PT30M", "minute": "PT30S", "day": "PT12H", "month": "P15D", "year": "P6M", "decade": "P5Y",
    "century": "P50Y",
}  # fmt: skip
#: What the word class `part` calls halves, and their TIMEX3 modifier.
_HALF = {"FIRST_HALF": "START", "SECOND_HALF": "END"}
_AFTERNOON = {"AF", "NI"}


def period_value(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units; X for a vague amount."""
    if amount == 0.5 and unit in _HALVES:
        return _HALVES[unit]
    time, factor, letter = _LETTERS.get(unit, ("", 1, "D"))
    if amount is None:
        return f"P{time}X{'DE' if unit == 'decade' else 'CE' if unit == 'century' else letter}"
    return f"P{time}{amount * factor:g}{letter}"


def amount_of(words: Words) -> float | None:
    """How many units: a number, with a half ("dos años y medio", "un año y medio", "medio año"); None if vague."""
    few, half = words.get("few"), words.get("half")
    if few is not None:
        return None if few == "X" else float(few)
    amount = words.number("n")
    if amount is None:
        ends_in_half = words.near(words.match.last - 1, "half")
        return None if half is None else float(half) + ends_in_half
    return amount + float(half or 0)


def duration(words: Words, anchors: Anchors) -> Draft | None:
    """A length of time; ages ("de 56 años", "a los 40 años") are left."""
    if _is_age(words):
        return None
    unit, finer = words.get("unit"), words.get("moreunit")
    value, last = period_value(amount_of(words), unit), None
    if finer and _UNITS.index(finer) < _UNITS.index(unit):
        value = _extended(value, period_value(words.number("more"), finer))
    elif finer:  # "entre seis meses y un año"
        last = words.match.captured["unit"][1]
    return Draft(type="DURATION", value=value, mod=words.get("approx"), last=last)


def _extended(value: str, rest: str) -> str:
    """An ISO duration and what is added to it in smaller units: "P2Y", "P6M" -> "P2Y6M"."""
    return value + (rest.partition("T")[2] if "T" in value else rest[1:])


def _is_age(words: Words) -> bool:
    """True for years that somebody is old: "de 56 años de edad", "a los 40 años", "Soto, 56 años,"."""
    if words.get("unit") != "year" or "n" not in words:
        return False
    first, last = words.match.first, words.match.last
    if words.near(last, "age_of") and words.near(last + 1, "age"):
        return True
    if words.near(first - 1, "age_plural") and words.near(first - 2, "age_to"):
        return True
    if words.near(first - 1, "age_verbs"):
        return True
    if words.near(first - 1, "age_of") and words.near(first - 2, "people"):
        return True
    return words.raw(first - 1) == "," and words.raw(last) in (",", ")", ".")


def whole_unit(words: Words, anchors: Anchors) -> Draft | None:
    """All day, the whole year."""
    return Draft(type="DURATION", value=period_value(1, words.get("unit")))


def every(words: Words, anchors: Anchors) -> Draft | None:
    """A repeated time: each Tuesday, every four years, so much a year; "los viernes 4 y 11" are days."""
    if "m" in words:
        return Draft(type="SET", value=f"XXXX-{words.get('m'):02d}-{words.whole('d'):02d}")
    if "weekday" in words:
        if words.raw(words.match.last).isdecimal():
            return None
        return Draft(type="SET", value=f"XXXX-WXX-{words.get('weekday')}")
    return Draft(type="SET", value=period_value(words.number("n") or 1, words.get("unit")))


def set_weekdays(words: Words, anchors: Anchors) -> Draft | None:
    """Every week from one weekday to another."""
    return Draft(type="SET", value=f"XXXX-WXX-{words.get('w1')}/XXXX-WXX-{words.get('w2')}")


def periodic(words: Words, anchors: Anchors) -> Draft | None:
    """An adjective or adverb of frequency."""
    return Draft(type="SET", value=str(words.get("periodic")))


def adverb(words: Words, anchors: Anchors) -> Draft | None:
    """A vague reference to present, past or future; "el más reciente", "demasiado pronto" are none."""
    if words.before("degree"):
        return None
    return Draft(type="DATE", value=str(words.get("adverb")), basis="none")


def clock(words: Words, anchors: Anchors) -> Draft | None:
    """A time of day, on the last day named in the sentence, else the day of writing."""
    hour, minute = _hour_minute(words)
    if hour is None or hour > 24 or minute > 59:
        return None
    part = words.get("daypart")
    pm = part in _AFTERNOON or (part == "MI" and hour < 4) or ("ampm" in words and words.text("ampm")[0] in "pP")
    if pm and hour < 12:
        hour += 12
    last = anchors.last("day", since=anchors.sentence(words.match))
    base, basis = (last.start, "anchor") if last else (anchors.now, anchors.basis)
    value = f"{base.isoformat() if base else 'XXXX-XX-XX'}T{hour:02d}:{minute:02d}{words.get('zone') or ''}"
    period = Period(base, base, "minute") if base else None
    return Draft(type="TIME", value=value, period=period, basis=basis, problem=None if base else "relative-date")


def _hour_minute(words: Words) -> tuple[int | None, int]:
    for name in ("clock", "dotted"):
        if name in words:
            parts = words.text(name).replace(".", ":").split(":")
            return int(parts[0]), int(parts[1])
    hour = words.whole("hour") if "hour" in words else words.whole("hourword")
    if "quarter" in words:
        return hour, 30 if words.near(words.match.captured["quarter"][0], "half") else 15
    return hour, words.whole("mins") or 0


def prefix_part(words: Words, anchors: Anchors) -> Draft | None:
    """Beginning, middle or end of the period that follows."""
    return Draft(type="DATE", value="", prefix=True, mod=words.get("part"))


def prefix_daypart(words: Words, anchors: Anchors) -> Draft | None:
    """Morning, afternoon, night of the day that follows."""
    return Draft(type="TIME", value=str(words.get("daypart")), prefix=True)


def part_unit(words: Words, anchors: Anchors) -> Draft | None:
    """Beginning, middle or end of the current week, month, year …, or of the last or next one."""
    if words.get("unit") == "week" and words.before("no_weekend_before"):
        return None
    unit, step = words.get("unit"), {"past": -1, "before": -1, "next": 1, "after": 1}.get(words.get("sideafter"), 0)
    base = calendar.shift(anchors.now, unit, step) if anchors.now else None
    period = calendar.around(base, unit) if base else None
    if period is None:
        return Draft(type="DATE", value="XXXX", problem="relative-date")
    draft = Draft(type="DATE", value=calendar.value_of(period), period=period, basis=anchors.basis)
    return narrowed(draft, words.get("part"))


def narrowed(draft: Draft, part: str | None) -> Draft:
    """`draft` cut to a half or a third of its period; the value keeps the whole period, as TIMEX3 wants."""
    if part in _HALF:
        return _halved(draft, _HALF[part])
    if draft.period is None or not part:
        return msgspec.structs.replace(draft, mod=part)
    start, end = _third(draft.period.start, draft.period.end, part)
    return msgspec.structs.replace(draft, period=Period(start, end, draft.period.grain), mod=part)


def _halved(draft: Draft, mod: str) -> Draft:
    """`draft` cut to its first or second half: whole months where their number is even, a month on its 15th day."""
    if draft.period is None:
        return msgspec.structs.replace(draft, mod=mod)
    start, end = draft.period.start, draft.period.end
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if draft.period.grain == "week":
        second: date | None = start + timedelta(days=3)
    elif months % 2 == 0:
        second = calendar.shift(start, "month", months // 2)
    else:
        second = start + timedelta(days=15)
    if second is None or second > end:
        return msgspec.structs.replace(draft, mod=mod)
    start, end = (second, end) if mod == "END" else (start, second - timedelta(days=1))
    return msgspec.structs.replace(draft, period=Period(start, end, draft.period.grain), mod=mod)


def _third(start: date, end: date, part: str) -> tuple[date, date]:
    """A third of a period: whole months where it has a multiple of three, else days."""
    length = (end.year - start.year) * 12 + end.month - start.month + 1
    index = {"START": 0, "MID": 1, "END": 2}[part]
    if length % 3 == 0:
        third = length // 3
        first = calendar.shift(start, "month", index * third) or start
        after = calendar.shift(start, "month", (index + 1) * third)
        return first, after - timedelta(days=1) if after else end
    days = (end - start).days + 1
    if days < 3:
        return start, end
    third = days // 3
    first = start + timedelta(days=index * third)
    return first, end if index == 2 else first + timedelta(days=third - 1)
