"""Continued: reported words that go on after the cue and its speaker."""

from __future__ import annotations

import re

from teletipo.spans import Span
from teletipo.speech.cues import Cue
from teletipo.speech.finding import Reading, trimmed, unmarked
from teletipo.speech.inserted import after_comma
from teletipo.speech.page import Page
from teletipo.speech.standing import RELATIVES
from teletipo.speech.subordination import main_verb, subordinate

_LEAD = 4  #: words before a cue that only lead up to the quotation after it ("Ante esto, dijo, «…»")
_CLOSING = 2  #: code points behind a sentence that may close a quotation of it
_NEAR = 7  #: words from a cue within which the comma after its speaker stands
#: connectors by which one sentence goes on in the next quotation ("…", dijo X, y "…")
_JOINED = re.compile(r",\s+(y|e|pero|pues|porque|aunque|por lo que|ya que)$")
#: conjunctions that only what is said goes on with, behind a verb of saying between commas
_REASONS = frozenset("porque pues si cuando".split())
_ADJUNCTS = frozenset("en durante tras al a según por con ante hoy ayer".split())


def continued(reading: Reading, cue: Cue, said: Span, quoted: bool) -> tuple[Span, ...]:
    """The words before a cue with those after it; only the latter if the former merely lead up to them."""
    if quoted:
        rest = _quotation_after(reading, cue)
        return (said,) if rest is None else (said, rest)
    if not _goes_on(reading.page, cue, said) or (rest := _rest(reading, cue)) is None:
        return (said,)
    quote = unmarked(reading.page, rest)
    if quote != rest and len(said.of(reading.page.text).split()) <= _LEAD:
        return (quote,)
    return (rest,) if _dangling(reading.page, said) else (said, rest)


def _quotation_after(reading: Reading, cue: Cue) -> Span | None:
    """The next quotation of the sentence, if a mark before it shows that the speaker goes on ("…", dijo X: "…").

    None where a second verb reports it ("…", dijo y añadió: "…").
    """
    page = reading.page
    after, end = page.words[cue.verb].end, page.unit_of(cue.verb).end + _CLOSING
    near = (q for q in page.quotations_between(after, end) if q.outer.start > after and q.outer.end <= end)
    quote = next(near, None)
    lead = page.text[after : quote.outer.start].rstrip() if quote is not None else ""
    lead = _JOINED.sub(",", lead)
    if quote is None or not lead.endswith((",", ".", ":", ";")) or re.search(r"\b(quien|que)\b", lead):
        return None
    between = range(cue.verb + 1, page.word_from(quote.outer.start))
    if any(n in reading.by_verb and page.is_finite(n) for n in between):
        return None
    return trimmed(page.text, quote.inner.start, quote.inner.end)


def _rest(reading: Reading, cue: Cue) -> Span | None:
    """What follows the cue and its speaker, unless it describes the speaker ("dijo la fuente, que pidió …")."""
    rest = after_comma(reading, cue)
    relative = rest is not None and reading.page.words[reading.page.word_from(rest.start)].low in RELATIVES
    return None if relative else rest


def _flanked(page: Page, cue: Cue) -> bool:
    """True for ", dijo, de visitar", ", dijo, porque llueve": a comma at once and then no adjunct of the cue."""
    if cue.last + 1 >= len(page.words) or page.words[cue.last].low != ",":
        return False
    after = page.words[cue.last + 1]
    if after.low in _REASONS or (after.upos == "PRON" and page.is_finite(cue.last + 2)):
        return True
    return after.upos not in ("CCONJ", "PRON", "SCONJ") and after.low not in _ADJUNCTS


def _goes_on(page: Page, cue: Cue, said: Span) -> bool:
    """True if the words before the cue are incomplete: they have no verb yet, or end in a verb or preposition."""
    last, first = page.word_from(said.end - 1), page.word_from(said.start)
    broken_off = page.is_finite(last) and not subordinate(page, last, first)  # "La pista llegó, dijo, a Roma"
    return broken_off or _unfinished(page, said) or _dangling(page, said) or _flanked(page, cue) or _governed(page, cue)


def _governed(page: Page, cue: Cue) -> bool:
    """True for "Por eso quiere, dijo Ruiz, cerrar la mina": an infinitive follows the speaker's comma."""
    comma = next((n for n in range(cue.last, min(cue.last + _NEAR, len(page.words))) if page.low[n] == ","), None)
    if comma is None:
        return False
    first = comma + (2 if page.words[comma + 1 : comma + 2] and page.words[comma + 1].is_mark else 1)
    return page.feat(first, "VerbForm") == "Inf"


def _dangling(page: Page, said: Span) -> bool:
    """True for "llegó para, según dijo, buscar …", "cerró debido, dijo, a …": only what follows is said."""
    last = page.words[page.word_from(said.end - 1)]
    return last.upos == "ADP" or last.low in ("para", "debido", "que", "porque")


def _unfinished(page: Page, said: Span) -> bool:
    """True if the words before the cue have no main verb yet ("La reforma, dijo, costará poco")."""
    numbers = range(page.word_from(said.start), page.word_from(said.end))
    return main_verb(page, numbers) is None
