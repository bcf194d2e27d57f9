"""Insertions: what may stand between a verb of saying and its "que": brackets, titles, "hace dos días"."""

from __future__ import annotations

from teletipo.lexicon.reporting import Reporting
from teletipo.spans import Span
from teletipo.speech.cues import Cue
from teletipo.speech.finding import Reading
from teletipo.speech.page import Page
from teletipo.tags import NOMINAL

_DETERMINERS = frozenset("el la este esta ese esa pasado pasada mismo".split())
_AGO = 5  #: words from "hace" within which its time stands
_WHEN = (("después", "de"), ("luego", "de"), ("antes", "de"))


def past_aside(reading: Reading, cue: Cue, number: int, stop: int) -> int | None:
    """The word after a bracket, a title in quotation marks, "hace dos días" or "al salir de la sala", or None."""
    page, word = reading.page, reading.page.words[number]
    if page.feat(number, "VerbForm") == "Inf" and word.upos in ("VERB", "AUX"):
        if not is_adverbial(page, cue.last, number):
            return None  # "criticó al rector tras ver la obra que …"
        return _past_adjunct(page, number, stop, reading.reporting)
    if word.low == "(":
        return _past_bracket(page, number, stop)
    after = past_title(page, number) if word.is_mark else None
    return _past_ago(page, number) if after is None else after


def _past_ago(page: Page, number: int) -> int | None:
    """The word after "hace dos días", whose verb opens no clause ("declaró hace dos días que …"), or None."""
    if page.low[number] not in ("hace", "hacía"):
        return None
    near = range(number + 1, min(number + _AGO, len(page.low)))
    return next((n + 1 for n in near if page.low[n] in page.lists.spans), None)


def _past_bracket(page: Page, number: int, stop: int) -> int:
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
        if q.closed and len(inner.split()) <= 3 and inner[:1].isupper():
            return page.word_from(q.outer.end)
    return None


def before_que(page: Page, number: int) -> bool:
    """True if "que" is the next word."""
    return number + 1 < len(page.words) and page.words[number + 1].low == "que"


def _past_adjunct(page: Page, infinitive: int, stop: int, reporting: Reporting) -> int | None:
    """The "que" after "al salir de la sala que el plan …", which tells when, or None.

    None if "que" belongs to the infinitive or to a noun: "al ver que", "al dejar ayer claro que", "de la sala que vio".
    """
    before = page.low[max(0, infinitive - 2) : infinitive]
    if before[-1:] not in (("al",), ("tras",)) and before not in _WHEN:
        return None
    que = next((n for n in range(infinitive + 1, stop) if page.low[n] == "que"), stop)
    between = range(infinitive + 1, que)
    entries = reporting.verb_forms.get(page.low[infinitive], ())
    if any(set(entry.rest) <= set(page.low[infinitive + 1 : que]) for entry, _ in entries):
        return None
    if not between or que >= stop - 1 or page.words[que - 1].upos == "ADP":
        return None
    if page.is_finite(que + 1) and page.feat(que + 1, "Mood") != "Sub":
        return None
    ends = any(page.low[n] in (",", ";", ":") or page.words[n].upos in ("VERB", "AUX") for n in between)
    begun = any(page.words[n].upos == "DET" and page.words[n - 1].upos in NOMINAL for n in between)
    return None if ends or begun else que  # "tras ver la obra el cierre que …"


def is_adverbial(page: Page, first: int, last: int) -> bool:
    """True if the words `[first, last)` only say when or how ("el martes pasado,", "sin embargo,")."""
    return all(
        word.upos in ("ADV", "ADP", "SCONJ", "PUNCT")
        or word.low in page.lists.times
        or word.low in _DETERMINERS
        or word.low == "embargo"
        for word in page.words[first:last]
    )
