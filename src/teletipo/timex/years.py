"""Which year is meant: the one that the words give, that of a date just named, or the nearest that the tense allows."""

from __future__ import annotations

from teletipo.phrases.words import Words
from teletipo.timex.draft import STEP, Anchors

#: How far back (code points) a year may stand to be that of a month or day without one.
_NEAR = 70
#: A date nearer than so many days is meant, not the one a year away, unless a verb so many words away says so.
_SOON, _ADJACENT = 75, 4


def given_year(words: Words, anchors: Anchors, suffix: str = "") -> tuple[int | None, str]:
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
            return base.start.year + STEP[side], "anchor"
    if side and anchors.now:
        return anchors.now.year + STEP[side], anchors.basis
    return None, anchors.basis


def direction(words: Words, anchors: Anchors) -> int:
    """-1, 0 or 1: which way from the day of writing the words point."""
    side = words.get("side") or words.get("sideafter") or words.get("side2")
    if side in ("past", "last", "before"):
        return -1
    if side in ("next", "after"):
        return 1
    return anchors.ahead(words.match)


def open_year(words: Words, anchors: Anchors, month: int, number: int) -> tuple[int, str] | None:
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
    ahead = direction(words, anchors)
    if not side and ahead * gap < 0 and abs(gap) < _SOON and not anchors.ahead(words.match, reach=_ADJACENT):
        ahead = 0
    if ahead:
        return now.year - (ahead < 0 < gap) + (gap < 0 < ahead), anchors.basis
    return now.year + (1 if gap < -183 else -1 if gap > 183 else 0), anchors.basis


def month_year(words: Words, anchors: Anchors, number: int, day: int) -> tuple[int, str] | None:
    """The year of a month without one, which is as near or far as its `day`; without a tense it is past."""
    found = open_year(words, anchors, number, day)
    now = anchors.now
    if found and now and found[1] != "anchor" and direction(words, anchors) == 0 and words.get("side") != "this":
        return now.year - (number > now.month), anchors.basis
    if found and now and words.get("side") in ("past", "last") and number == now.month:
        return now.year - 1, anchors.basis
    return found
