"""Tenses: whether a verb is past, present or future, by its ending where the tagger errs."""

from __future__ import annotations

from teletipo.speech.page import Page

_FUTURE = ("rá", "rán")  #: endings that only the future has


def goes_on(page: Page, number: int, other: int) -> bool:
    """True if the verb at `other` may continue what the writer narrates, rather than what the cue at `number` reports.

    After "dijo que …, y prohíbe", "y ha prohibido" or "y prohibirá" the speaker goes on; after "ha dicho que …, y ha
    prohibido" the writer does.
    """
    if _is_perfect(page, number):
        return _is_perfect(page, other) or _narrates(page, other)
    return not is_past(page, number) or _narrates(page, other)


def tells(page: Page, number: int, other: int) -> bool:
    """True if the verb at `other` tells what happened after what that at `number` reports, in a tense that suits it."""
    suits = page.feat(other, "Tense") == page.feat(number, "Tense")
    if is_past(page, number):
        suits = is_past(page, other) or page.words[other].low in ("ha", "han")
    return suits and page.feat(other, "Mood") in (None, "Ind")


def is_past(page: Page, number: int) -> bool:
    """True for a verb in the simple past or the pluperfect, as a writer reports what was said."""
    past = page.words[number].ends_as_past or page.feat(number, "Tense") == "Past"
    return past and not _is_perfect(page, number)


def _narrates(page: Page, number: int) -> bool:
    """False for the present, the perfect, the future, the conditional and "-ía"."""
    if page.words[number].ends_as_past:
        return True
    if page.feat(number, "VerbForm") == "Part":
        return not _is_perfect(page, number)
    if page.feat(number, "Mood") == "Cnd":
        return False
    return page.feat(number, "Tense") not in ("Pres", "Fut", "Imp") and not page.words[number].low.endswith(_FUTURE)


def _is_perfect(page: Page, number: int) -> bool:
    """True for the participle of "ha dicho"."""
    return page.words[number - 1].low in ("ha", "han") and page.feat(number, "VerbForm") == "Part"
