"""Insertions: what may stand between a verb of saying and its "que": brackets, titles, "hace dos días"."""

from __future__ import annotations

from teletipo.spans import Span
from teletipo.speech.page import Page

_AGO = 5  #: words from "hace" within which its time stands


def past_ago(page: Page, number: int) -> int | None:
    """The word after "hace dos días", whose verb opens no clause ("declaró hace dos días que …"), or None."""
    if page.low[number] not in ("hace", "hacía"):
        return None
    near = range(number + 1, min(number + _AGO, len(page.low)))
    return next((n + 1 for n in near if page.low[n] in page.lists.spans), None)


def past_bracket(page: Page, number: int, stop: int) -> int:
    """The word after the bracket that opens here."""
    n = number
    while n < stop and page.words[n].low != ")":
        n += 1
    return n + 1


def past_title(page: Page, number: int) -> int | None:
    """The word after a short quotation that opens here and is a name ("el diario «El Sol»"), or None."""
    start = page.words[number].start
    for q in page.quotations_from(Span(start, start + 1)):
        inner = q.inner.of(page.text)
        if q.outer.start == start and q.closed and len(inner.split()) <= 3 and inner[:1].isupper():
            return page.word_from(q.outer.end)
    return None


def before_que(page: Page, number: int) -> bool:
    """True if "que" is the next word."""
    return number + 1 < len(page.words) and page.words[number + 1].low == "que"


def when_done(page: Page, infinitive: int, stop: int) -> bool:
    """True for "al salir de la sala que el plan …", which tells when; not for "al ver que", "… de la sala que vio"."""
    if page.low[infinitive - 1] not in ("al", "tras"):
        return False
    que = next((n for n in range(infinitive + 1, stop) if page.low[n] == "que"), stop)
    return infinitive + 1 < que < stop - 1 and not page.is_finite(que + 1)
