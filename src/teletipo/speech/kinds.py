"""Kinds of statements: direct, indirect or mixed, by the quotation marks around and in what is said."""

from __future__ import annotations

from teletipo.records import StatementKind
from teletipo.spans import Span
from teletipo.speech.page import Page
from teletipo.speech.quotations import Quotation
from teletipo.speech.utterance import Utterance

_NAME = 4  #: words of a quotation that is a name
_OPENING = tuple("\"“„«'‘")


def kind_of(page: Page, u: Utterance) -> StatementKind:
    """Direct where all is quoted, indirect where nothing is; words quoted in the middle of others make it mixed.

    A name in quotation marks does not. What is reported inside a quotation together with its cue is indirect.
    """
    content = u.content
    if all(any(q.outer.contains(c) for q in page.quotations_between(c.start, c.end)) for c in content):
        start = content[0].start
        around = next(
            (q for q in page.quotations_between(start, start + 1) if q.inner.start <= start < q.inner.end), None
        )
        if around is None or _completes(page, u):
            return "mixed"
        lost = not around.closed and around.inner.start == start  # the mark before the cue: "«No iré, dijo"
        return "indirect" if u.cue is not None and around.inner.contains(u.cue) and not lost else "direct"
    quoted = ((c, q) for c in content for q in page.quotations_from(c) if c.contains(q.outer))
    return "indirect" if all(_name(page, c, q) for c, q in quoted) else "mixed"


def _name(page: Page, said: Span, q: Quotation) -> bool:
    """True for the quoted words of "vio el barco «Santa Fe»", which are a name and not the speaker's words."""
    words, before = q.inner.of(page.text), page.text[said.start : q.outer.start].rstrip()
    return words[:1].isupper() and len(words.split()) <= _NAME and bool(before) and not before.endswith(":")


def _completes(page: Page, u: Utterance) -> bool:
    """True for quoted words that are the complement of the verb before ("prometió «acabar las obras»")."""
    start = u.content[0].start
    if u.cue is None or u.cue.end > start:
        return False
    lead = page.text[u.cue.end : start]
    return ":" not in lead and "\n" not in lead and lead.endswith(_OPENING) and page.text[start].islower()
