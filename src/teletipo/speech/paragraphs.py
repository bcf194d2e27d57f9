"""Paragraphs: words quoted over several paragraphs, each opened by a mark that only the last one closes."""

from __future__ import annotations

import msgspec

from teletipo.spans import Span
from teletipo.speech.page import Page
from teletipo.speech.quotations import Quotation
from teletipo.speech.utterance import Utterance


def joined(page: Page, found: list[Utterance]) -> list[Utterance]:
    """The utterances, with those of such paragraphs joined into one, with its cue and speaker."""
    starting = {u.content[0].start: u for u in found}
    others = [u for u in found if starting[u.content[0].start] is not u]
    for q in reversed(page.outermost):
        after = _next(page, q)
        here = starting.get(q.inner.start)
        there = starting.get(after.inner.start) if after is not None else None
        if here is None or there is None or (here.cue is not None and there.cue is not None):
            continue
        told = here if here.cue is not None else there
        starting[q.inner.start] = msgspec.structs.replace(told, content=here.content + there.content)
        del starting[there.content[0].start]
    return [*starting.values(), *others]


def _next(page: Page, q: Quotation) -> Quotation | None:
    """The quotation that opens the next paragraph, if this one is left open."""
    if q.closed:
        return None
    start = len(page.text) - len(page.text[q.outer.end :].lstrip())
    if "\n" not in page.text[q.outer.end : start]:
        return None
    return next((n for n in page.quotations_from(Span(start, start + 1)) if n.opened), None)
