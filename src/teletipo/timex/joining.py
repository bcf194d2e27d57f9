"""Joining: adjacent expressions of time that together mean one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from teletipo.phrases.lexicon import Lexicon
from teletipo.phrases.tokens import Tokens, fold_vowels
from teletipo.timex import calendar, days, spans
from teletipo.timex.draft import Draft


class Found(msgspec.Struct, frozen=True):
    """What a rule made of the tokens `[first, last)`."""

    rule: str
    first: int
    last: int
    draft: Draft


def joined(words: Tokens, found: Iterator[Found], rules: Lexicon) -> Iterator[Found]:
    """`found`, with adjacent expressions that mean one time joined; a part of a day or year means nothing alone."""
    found = _paired(_prefixed(found), lambda one, other: _day_with_clock(words, one, other, rules))
    if "range_between" not in rules.contexts:  # news is marked by the single days
        return found
    return _paired(found, lambda one, other: _stretch(words, one, other, rules))


def _paired(found: Iterator[Found], pair: Callable[[Found, Found], Found | None]) -> Iterator[Found]:
    """`found`, with neighbours joined wherever `pair` makes one of them."""
    held: Found | None = None
    for item in found:
        both = pair(held, item) if held else None
        if held and not both:
            yield held
        held = both or item
    if held:
        yield held


def _prefixed(found: Iterator[Found]) -> Iterator[Found]:
    """`found`, with "a finales de" or "la noche de" joined to the date that follows; alone they mean nothing."""
    pending: Found | None = None
    for item in found:
        if item.draft.prefix:
            pending = item
            continue
        adjoins = pending and pending.last == item.first and item.draft.type == "DATE"
        yield _narrowed(pending, item) if pending and adjoins else item
        pending = None


def _narrowed(prefix: Found, date: Found) -> Found:
    if prefix.draft.type == "TIME":
        draft = days.with_daypart(date.draft, prefix.draft.value)
    else:
        draft = spans.narrowed(date.draft, prefix.draft.mod)
    return Found(date.rule, prefix.first, date.last, draft)


def _day_with_clock(words: Tokens, clock: Found, day: Found, rules: Lexicon) -> Found | None:
    """A clock time and the day after it: "a las 12:00 del lunes"."""
    if not (clock.rule.startswith("time.") and day.draft.type == "DATE" and day.draft.period):
        return None
    gap = words.words[clock.last : day.first]
    if not (1 <= len(gap) <= 2 and rules.contexts["day_join"].issuperset(map(fold_vowels, gap))):
        return None
    hour = clock.draft.value.partition("T")[2]
    draft = msgspec.structs.replace(day.draft, type="TIME", value=f"{day.draft.value}T{hour}")
    return Found(clock.rule, clock.first, day.last, draft)


def _stretch(words: Tokens, one: Found, other: Found, rules: Lexicon) -> Found | None:
    """A period given by its two ends, with the words that bind them: "desde hoy hasta el 3 de mayo"."""
    between, before = rules.contexts["range_between"], rules.contexts.get("range_before", frozenset())
    start, end = one.draft.period, other.draft.period
    gap = [fold_vowels(word) for word in words.words[one.last : other.first]]
    if not (start and end and end.grain == "day" and start.end < end.start) or not 0 < len(gap) <= 2:
        return None
    opens = one.first > 0 and fold_vowels(words.words[one.first - 1]) in before
    if gap[0] not in between or gap[1:] not in ([], ["el"]) or not (opens or gap[0] in ("hasta", "-", "–")):
        return None
    draft = msgspec.structs.replace(
        other.draft,
        type="DURATION",
        value=f"{calendar.value_of(start)}/{calendar.value_of(end)}",
        period=msgspec.structs.replace(end, start=start.start),
    )
    return Found(other.rule, one.first - opens, other.last, draft)
