"""Floating quotations: whole sentences in quotation marks without a cue, said by the last speaker."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from teletipo.grammar.relatives import RELATIVES
from teletipo.spans import Span
from teletipo.speech.finding import Reading, trimmed, without_connectors
from teletipo.speech.page import Page
from teletipo.speech.quotations import Quotation
from teletipo.speech.subordination import main_verb

_CLAUSE = 8  #: words of a clause quoted
_LEAST_WORDS = 5  #: shorter quotations that stand alone are titles and slogans


def floating(reading: Reading, taken: tuple[Span, ...]) -> Iterator[Span]:
    """The inside of each quotation that is a sentence of its own and overlaps no content found before."""
    page = reading.page
    ordered = sorted(taken)
    reach = list(accumulate((t.end for t in ordered), max))  # how far the contents up to each go
    for q in page.outermost:
        inner = trimmed(page.text, q.inner.start, q.inner.end)
        if not (q.opened or _own_words(page, q)) or len(inner.of(page.text).split()) < _LEAST_WORDS:
            continue
        before_end = bisect_left(ordered, inner.end, key=lambda t: t.start)
        if before_end and reach[before_end - 1] > inner.start:
            continue
        unit = page.unit_at(q.outer.start)
        lead = without_connectors(reading, trimmed(page.text, unit.start, q.outer.start))
        before = lead.of(page.text).strip(" -–—") if not page.text[: q.outer.start].rstrip().endswith(":") else ""
        after = page.text[q.outer.end : unit.end].strip(" .-–—")
        if (not before and not after) or (q.closed and (_clause(page, unit, q) or (not after and _added(page, q)))):
            yield inner


def _own_words(page: Page, q: Quotation) -> bool:
    """True for a sentence in the first person whose opening mark is missing ("Pido calma a todos”.")."""
    inside = range(page.word_from(q.inner.start), page.word_from(q.inner.end))
    return page.text[q.outer.end - 1] in "”»" and any(page.feat(n, "Person") == "1" for n in inside)


def _clause(page: Page, unit: Span, q: Quotation) -> bool:
    """True for a quoted clause without a verb before it in the sentence ("El Senado “vigilará que …”, …")."""
    inside = range(page.word_from(q.inner.start), page.word_from(q.inner.end))
    lead = range(page.word_from(unit.start), inside.start - 1)
    if len(inside) < _CLAUSE or not any(page.is_finite(n) for n in inside):
        return False
    return not any(page.is_finite(n) or page.words[n].low in page.lists.titled for n in lead)


def _added(page: Page, q: Quotation) -> bool:
    """True for a whole sentence quoted after the comma of another ("No habrá obras, «lo pagan los vecinos».")."""
    inside = range(page.word_from(q.inner.start), page.word_from(q.inner.end))
    apart = page.text[: q.outer.start].rstrip().endswith((",", ";"))
    if not apart or len(inside) < _CLAUSE or page.words[inside.start].upos in ("SCONJ", "ADP"):
        return False
    if page.words[inside.start].low in RELATIVES:
        return False
    return main_verb(page, inside) is not None
