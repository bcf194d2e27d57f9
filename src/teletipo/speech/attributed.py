"""Attributed: the words that "según X" and the like report: before the phrase, after it, or on both sides."""

from __future__ import annotations

from teletipo.spans import Span
from teletipo.speech.apposition import past_apposition
from teletipo.speech.coordination import next_statement
from teletipo.speech.finding import Reading, trimmed, unmarked, without_connectors
from teletipo.speech.page import Page
from teletipo.speech.quotations import Quotation
from teletipo.speech.subordination import main_verb

_OPENERS = frozenset(": ; que cómo y pero porque pues aunque cuando donde quien cual cuales si como".split())
_WHOLE = 6  #: words from which a quotation before "según X" is all that X said
_LEAD = 4  #: words from "que" to a source that opens what is said


def attributed(reading: Reading, number: int, last: int, unit: range) -> tuple[Span, ...] | None:
    """The words before the phrase at word `number`, or after its speaker if the phrase opens the sentence.

    The speaker ends before word `last`; `unit` are the words of the sentence. None if nothing is left to be said.
    """
    page, here = reading.page, reading.page.words[number].start
    whole, inside = page.unit_at(here), page.quotation_at(here)
    start, end = whole.start, whole.end
    if inside is not None:
        start, end = max(start, inside.inner.start), min(end, inside.inner.end)
    opened = page.text.rfind("(", start, here)
    if opened >= 0 and ")" not in page.text[opened:here]:
        start, end = opened + 1, page.text.find(")", here, end) if ")" in page.text[here:end] else end
    amid = page.low[last : last + 1] == (",",) and page.words[last].end < end - 1
    start = max(start, _told_from(reading, unit, number, amid=amid))
    before = without_connectors(reading, trimmed(page.text, start, here))
    previous = number - 1 if page.words[number - 1].low != "," else number - 2
    opens = previous >= unit.start and page.words[previous].low in _OPENERS
    quoted = next((q for q in page.quotations_ending(here - 2, here) if q.depth == 0), None)
    if quoted is not None and _apart(page, before, quoted):
        return (trimmed(page.text, quoted.inner.start, quoted.inner.end),)
    if len(before.of(page.text).split()) >= 3 and not (opens or _begins(page, before, number, last)):
        return (unmarked(page, before), *_rest(reading, before, last, end))
    subject = before.start < before.end and page.words[page.word_from(before.start)].upos in ("DET", "PROPN")
    if subject and not opens and (rest := _rest(reading, before, last, end)):  # "El plan, según X, costará …"
        return (before, *rest)
    following = _past_source(page, last, unit.stop)
    after = trimmed(
        page.text, page.words[min(following, unit.stop - 1)].start, next_statement(reading, following, end, begun=False)
    )
    if len(after.of(page.text).split()) < 2:
        return None
    return (unmarked(page, after),)


def _told_from(reading: Reading, unit: range, number: int, *, amid: bool) -> int:
    """Where a clause begins whose verb reports another source ("Dijo que, según la ONU, faltan médicos").

    A phrase with more words after it (`amid`) may be deep inside that clause; one at the end of the sentence is the
    source of all of it.
    """
    page = reading.page
    for n in range(number - 1, unit.start, -1):
        governor = n - 2 if page.low[n - 1] == "de" else n - 1  # "informó de que"
        if page.words[n].low in ("que", "cómo") and governor in reading.by_verb:
            return page.words[n].end
        if not amid and (number - n > _LEAD or page.is_finite(n)):
            break
    return page.words[unit.start].start


def _begins(page: Page, before: Span, number: int, last: int) -> bool:
    """True for "La calle se cerró, según X había humo": the words before are done, and a verb follows at once."""
    if page.low[last - 1] in _OPENERS:
        return False  # "…, según el parte del hospital donde está"
    if page.low[number - 1] != "," or last >= len(page.words) or not page.is_finite(last + (page.low[last] == "se")):
        return False
    said = range(page.word_from(before.start), number)
    return main_verb(page, said) is not None


def _rest(reading: Reading, before: Span, last: int, end: int) -> tuple[Span, ...]:
    """What goes on after a source amid a clause ("La pista llegó, según X, a Roma", "La obra, según X, costará …")."""
    page = reading.page
    if page.low[last : last + 1] != (",",) or last + 1 == len(page.words) or page.words[last + 1].start >= end:
        return ()
    said = range(page.word_from(before.start), page.word_from(before.end))
    begun = main_verb(page, said) is not None
    if begun and not page.is_finite(said[-1]) and page.feat(last + 1, "VerbForm") != "Inf":
        return ()
    rest = trimmed(page.text, page.words[last].end, next_statement(reading, last + 1, end))
    return (rest,) if rest.start < rest.end else ()


def _past_source(page: Page, last: int, stop: int) -> int:
    """The comma or mark after the source and its description; `last` itself if the clause begins at once."""
    first = last
    if first < stop and page.words[first].low == "(":
        first = next((n + 1 for n in range(first, stop) if page.words[n].low == ")"), first)
    following = past_apposition(page, first, stop) if first < stop else first
    while following < stop and page.words[following].low != "," and not page.words[following].is_mark:
        following += 1
    begun = main_verb(page, range(last, min(following, stop))) is not None
    return last if following >= stop or begun else following


def _apart(page: Page, before: Span, quote: Quotation) -> bool:
    """True for a long quotation at the end of `before` that is a clause of its own or a relative one."""
    lead = range(page.word_from(before.start), page.word_from(quote.outer.start))
    if quote.outer.start <= before.start or len(quote.inner.of(page.text).split()) < _WHOLE:
        return False
    inner = quote.inner.of(page.text)
    return inner.startswith("que ") or not any(page.is_finite(n) for n in lead)
