"""Frames: the constructions by which a verb reports, tried from the most to the least certain."""

from __future__ import annotations

from teletipo.spans import Span
from teletipo.speech.clauses import bare_noun, clause_after
from teletipo.speech.complements import complement, question
from teletipo.speech.content import clause_end
from teletipo.speech.cues import Cue
from teletipo.speech.finding import Finding, Reading, trimmed, unmarked
from teletipo.speech.inserted import joined, wedged
from teletipo.speech.page import Page
from teletipo.speech.preceding import so_said, words_before
from teletipo.speech.quotations import Quotation
from teletipo.speech.unopened import related, unopened

_NEXT_LINE = 3  #: code points from a colon to a quotation that opens the next paragraph


def reported(reading: Reading, cue: Cue) -> Finding | None:
    """What the cue reports, or None if it reports nothing here."""
    if cue.impersonal and cue.entry.kind == "think":
        return None
    if cue.takes("felt"):
        return _felt(reading, cue)
    if reading.page.quotation_at(reading.page.words[cue.verb].start) is not None:
        return _finite_clause(reading, cue) if cue.mode == "finite" else None
    if (back := so_said(reading, cue)) is not None:
        return back
    if (around := wedged(reading, cue) or related(reading, cue)) is not None:
        return around
    adjacent = _next_is_que(reading, cue)
    before = None if adjacent else words_before(reading, cue)
    if before is not None and before.frame == "quotation":
        return before
    if cue.entry.kind == "ask" and (asked := question(reading, cue)) is not None:
        return asked
    clause = _finite_clause(reading, cue)
    if clause is not None and cue.impersonal and cue.entry.kind in ("judge", "deny"):
        return None  # "se considera que", "no se descarta que": nobody's view
    if clause is not None and not (before is not None and clause.loose):
        return clause
    if (quoted := _quotation_after(reading, cue)) is not None:
        return quoted
    after = unopened(reading, cue) or joined(reading, cue) or question(reading, cue) or complement(reading, cue)
    return before or after


def _next_is_que(reading: Reading, cue: Cue) -> bool:
    """True if "que" or an infinitive follows at once, so that nothing before the cue is what was said."""
    page, n = reading.page, cue.last
    if n >= len(page.words):
        return False
    governed = cue.takes(page.words[n].low) and page.low[n + 1 : n + 2] == ("que",)
    return governed or page.words[n].low == "que" or (cue.takes("inf") and page.feat(n, "VerbForm") == "Inf")


def _finite_clause(reading: Reading, cue: Cue) -> Finding | None:
    start = clause_after(reading, cue)
    if start is None:
        return None
    page = reading.page
    content = trimmed(page.text, page.words[start].start, clause_end(reading, cue, start))
    if content.end <= page.words[start].end:
        return None  # the text breaks off behind "que"
    return Finding(content=(content,), frame="que", loose=bare_noun(page, cue, start))


def _felt(reading: Reading, cue: Cue) -> Finding | None:
    """The clause that follows at once, or whoever feels it: "le preocupa (al juez) que …"."""
    near = reading.page.low[cue.last : cue.last + 1]
    if near not in (("que",), ("a",), ("al",), ("mucho",), ("es",)):
        return None  # "le parece injusto que …"
    return _finite_clause(reading, cue)


def _quotation_after(reading: Reading, cue: Cue) -> Finding | None:
    """The words after the cue: dijo: "…" / dijo X: … / señala "…"."""
    page = reading.page
    unit = page.unit_of(cue.verb)
    after = page.words[cue.last - 1].end
    colon = _colon(page, cue, unit)
    reach = unit.end + 1 if colon is None or colon + 1 < unit.end else unit.end + _NEXT_LINE
    quote = next((q for q in page.quotations_between(after, reach) if q.outer.start >= after), None)
    if quote is not None:
        lead = page.text[after : quote.outer.start]
        if colon is not None and not page.text[colon + 1 : quote.outer.start].strip(" -–—\n"):
            return Finding(content=_chain(page, quote, unit), frame="quotation")
        if _sentence_quoted(page, cue, quote, lead):
            return Finding(content=_chain(page, quote, unit), frame="quotation")
    pointed = page.feat(cue.verb, "Mood") in ("Sub", "Imp")  # "Lea también: …"
    if colon is not None and cue.takes("free") and cue.mode != "infinitive" and not pointed:
        said = trimmed(page.text, colon + 1, unit.end)
        if len(said.of(page.text).split()) >= 2:
            return Finding(content=(unmarked(page, said),), frame="free")
    return None


def _sentence_quoted(page: Page, cue: Cue, quote: Quotation, lead: str) -> bool:
    """True for a whole sentence quoted right after the cue, or after a short phrase ("titula en portada «…»")."""
    inner = quote.inner.of(page.text)
    if not cue.takes("free", "que") or len(inner.split()) <= 3 or cue.entry.verb in page.lists.showing:
        return False
    if cue.entry.kind == "request" and lead.split()[:1] in (["a"], ["al"]) and len(lead.split()) <= 5:
        return True
    return not lead.strip()


def _colon(page: Page, cue: Cue, unit: Span) -> int | None:
    """Offset of a colon after the cue with no other clause between."""
    for n in range(cue.last, page.unit_words(unit).stop):
        word = page.words[n]
        if word.low.endswith(":"):
            return word.end - 1
        if word.is_mark or word.low == ";" or (page.is_finite(n) and n > cue.last and word.upos == "VERB"):
            return None
    return None


def _chain(page: Page, quote: Quotation, unit: Span) -> tuple[Span, ...]:
    """A quotation and those that follow it with nothing but commas, "y" or "(...)" between."""
    parts, end = [trimmed(page.text, quote.inner.start, quote.inner.end)], quote.outer.end
    for q in page.quotations_between(end, unit.end):
        if q.outer.start >= end and q.outer.end <= unit.end and not page.text[end : q.outer.start].strip(" ,;yei().…"):
            parts.append(trimmed(page.text, q.inner.start, q.inner.end))
            end = q.outer.end
    return tuple(parts)
