"""Tenses: the time that a verb tells of, by its ending where the tagger errs."""

from __future__ import annotations

from teletipo.speech.page import Page

_FUTURE = ("rá", "rán")  #: endings that only the future has


def is_past(page: Page, number: int) -> bool:
    """True for a verb in the simple past, in which the writer tells what was said."""
    return page.words[number].ends_as_past or page.feat(number, "Tense") == "Past"


def narrates(page: Page, number: int) -> bool:
    """False for the present, the perfect, the future and "-ía": after "dijo que …, y prohíbe" who speaks goes on."""
    if page.words[number].ends_as_past:
        return True
    if page.feat(number, "VerbForm") == "Part":
        return not _is_perfect(page, number)
    return page.feat(number, "Tense") not in ("Pres", "Fut", "Imp") and not page.words[number].low.endswith(_FUTURE)


def _is_perfect(page: Page, participle: int) -> bool:
    return page.words[participle - 1].low in ("ha", "han")
