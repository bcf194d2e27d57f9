"""Finding: what a search for reported words is given and what it returns."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from teletipo.lexicon.reporting import Reporting
from teletipo.spans import Span
from teletipo.speech.cues import Cue
from teletipo.speech.page import Page

DASHES = frozenset("-–—―")
_TRIM = " \t,;:.-–—■●•▪►"
#: words that only lead up to what is no longer part of a content, and those that stand before "que" among them
_LEADING_ON = frozenset("que cual cuales quien quienes y e ni pero a de en con por para porque pues si".split())
_BEFORE_QUE = frozenset("lo la el los las del al ya puesto dado mismo misma mismos mismas".split())


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A page, all its cues by the word of their verb, and the lexicon."""

    page: Page
    by_verb: Mapping[int, Cue]
    reporting: Reporting
    parties: frozenset[int] = frozenset()  #: words that head an expression of somebody who may speak
    people: frozenset[int] = frozenset()  #: those of them that head one of a person


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """The content found for a cue, and where to look for its speaker."""

    content: tuple[Span, ...]
    frame: str
    loose: bool = False  #: a noun stands between verb and "que", which may as well be a relative
    postposed: bool = False  #: the cue follows or interrupts what is said; the speaker comes after it


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space, commas, full stops, dashes and bullets at its ends; "…" is kept."""
    while start < end and text[start] in _TRIM + "\n":
        start += 1
    while end > start and text[end - 1] in _TRIM + "\n":
        end -= 1
    return Span(start, end)


def ended(page: Page, span: Span) -> Span:
    """The span without the connectors at its end where its sentence goes on: "obras, mismas que" before ", dijo, …"."""
    first, last = page.word_from(span.start), page.word_from(span.end - 1) + 1
    after = page.words[last : min(last + 1, page.words_around(last - 1).stop)]
    if not after or after[0].is_mark or (after[0].upos == "PUNCT" and after[0].low != ","):
        return span
    n = last
    while n > first and (
        page.low[n - 1] in _LEADING_ON
        or (page.low[n - 1] in _BEFORE_QUE and page.low[n : n + 1] in (("que",), ("cual",), ("cuales",)))
    ):
        n -= 1
    return span if n == last else trimmed(page.text, span.start, page.words[n - 1].end if n > first else span.start)


def unmarked(page: Page, span: Span) -> Span:
    """The span without its marks if it is one whole quotation or has but one of its marks, else the span."""
    for q in page.quotations_from(Span(span.start, span.start + 1)):
        if q.outer.end == span.end or not q.closed:
            return trimmed(page.text, q.inner.start, min(q.inner.end, span.end))
    inside = page.quotation_at(span.start)
    closing = inside is not None and (inside.inner.start, inside.outer.end) == (span.start, span.end)
    return trimmed(page.text, span.start, inside.inner.end) if inside is not None and closing else span


def without_connectors(reading: Reading, region: Span) -> Span:
    """The region without connectors that belong to the reporter ("Por su parte,")."""
    text = reading.page.text
    changed = True
    while changed:
        changed = False
        low = text[region.start : region.end].lower()
        for lead in reading.reporting.connectors:
            if low == lead or low.startswith((lead + ",", lead + " ,")):
                region, changed = trimmed(text, region.start + len(lead), region.end), True
                break
    return region
