"""Inserted: reported words that follow a cue placed before or among them without a "que"."""

from __future__ import annotations

from teletipo.spans import Span
from teletipo.speech.apposition import past_apposition
from teletipo.speech.coordination import next_statement
from teletipo.speech.cues import Cue
from teletipo.speech.finding import DASHES, Finding, Reading, trimmed, unmarked
from teletipo.speech.page import Page
from teletipo.speech.subordination import main_verb
from teletipo.tags import NOMINAL

#: words before a cue between commas that open a clause or lead up to one
_LEADING = frozenset("que quien quienes cual cuales esto ello pues".split())
#: words that join what is said to what stands before, the cue between ("aunque dijo, no irá"), some with "que"
_JOINING = frozenset("y e aunque incluso inclusive además asimismo pero pues porque quien quienes".split())
_JOINING_QUE = frozenset("puesto ya dado ahí".split())
_SUBJECT = 5  #: words from a cue to the comma after its subject


def after_comma(reading: Reading, cue: Cue) -> Span | None:
    """What goes on after the first comma that follows the cue, up to the next statement."""
    page = reading.page
    unit = page.words_around(cue.verb)
    comma = next((n for n in range(cue.last, unit.stop - 1) if page.words[n].low == ","), None)
    if comma is None:
        return None
    comma = past_apposition(page, comma, unit.stop)
    rest = trimmed(page.text, page.words[comma].end, _end(reading, cue, comma))
    return rest if rest.start < rest.end else None


def _end(reading: Reading, cue: Cue, comma: int) -> int:
    """Offset of the next statement of the sentence after the comma, or of its end."""
    end = reading.page.unit_of(cue.verb).end
    return next_statement(reading, comma, end)


def inserted(reading: Reading, cue: Cue) -> Finding | None:
    """The words after the speaker's comma, if only a connector precedes the cue."""
    page = reading.page
    unit = page.words_around(cue.verb)
    comma = next((n for n in range(cue.last, unit.stop - 1) if page.words[n].low == ","), None)
    if not cue.takes("free"):
        return None
    if (first := _unseparated(page, cue, comma or unit.stop)) is not None:
        said = trimmed(page.text, page.words[first].start, _end(reading, cue, first))
        return Finding(content=(said,), frame="free", postposed=True)
    if comma is None:
        return None
    comma = past_apposition(page, comma, unit.stop)
    rest = trimmed(page.text, page.words[comma].end, _end(reading, cue, comma))
    if rest.start >= rest.end or (not cue.takes("que") and unmarked(page, rest) == rest):
        return None
    return Finding(content=(unmarked(page, rest),), frame="free", postposed=True)


def _unseparated(page: Page, cue: Cue, stop: int) -> int | None:
    """Where what is said begins in "según informó el alcalde la presa está vacía": a noun phrase after another."""
    if not cue.first or page.low[cue.first - 1] != "según":
        return None
    verb = main_verb(page, range(cue.last, stop))
    if verb is None:
        return None
    begun = (n for n in range(cue.last + 1, verb) if page.words[n].upos == "DET")
    plain = (n for n in begun if page.text[page.words[n].start].islower())  # "el diario La Nación"
    return next((n for n in plain if page.words[n - 1].upos in NOMINAL), None)


def wedged(reading: Reading, cue: Cue) -> Finding | None:
    """ "…, y, subrayó, es importante" / "pues –insistió– logró": the clause goes on after the second mark."""
    page = reading.page
    unit = page.words_around(cue.verb)
    if not cue.takes("free") or cue.first - 2 < unit.start or cue.last >= unit.stop:
        return None
    opening, closing = page.words[cue.first - 1].low, page.words[cue.last].low
    if opening not in (",", *DASHES) or closing not in (",", *DASHES):
        return None
    before = page.words[cue.first - 2]
    if before.upos not in ("CCONJ", "SCONJ") and before.low not in _LEADING:
        return None
    end = next_statement(reading, cue.last + 1, page.unit_of(cue.verb).end)
    said = trimmed(page.text, page.words[cue.last].end, end)
    return Finding(content=(unmarked(page, said),), frame="wedged", postposed=True) if said.start < said.end else None


def joined(reading: Reading, cue: Cue) -> Finding | None:
    """ "Incluso comentó, será el alcalde quien …": a comma only after the cue, and then a clause."""
    page = reading.page
    unit = page.words_around(cue.verb)
    plain = cue.takes("free") and cue.mode == "finite" and not (cue.negated or cue.impersonal or cue.passive)
    if not plain or cue.first != cue.verb or not _joins(page, cue.first - 1, unit.start):
        return None
    commas = [n for n in range(cue.last, unit.stop - 1) if page.words[n].low == ","]
    if not commas or not _short(page, cue, commas[0]):
        return None
    first = commas[0] + 1
    ends = [*commas[1:3], unit.stop]
    if main_verb(page, range(first, ends[min(1, len(ends) - 1)])) is None:
        return None
    said = trimmed(page.text, page.words[first].start, _end(reading, cue, first))
    return Finding(content=(unmarked(page, said),), frame="wedged", postposed=True)


def _joins(page: Page, number: int, start: int) -> bool:
    """True for a word that joins what is said to the words before."""
    if number < start:
        return False
    low = page.words[number].low
    return low in _JOINING or (low == "que" and number > start and page.words[number - 1].low in _JOINING_QUE)


def _short(page: Page, cue: Cue, comma: int) -> bool:
    """True if there is only a short subject, which cannot be an object, between the cue and the comma."""
    words = page.words[cue.last : comma]
    if words and cue.takes("noun", "object"):
        return False
    return len(words) < _SUBJECT and all(word.upos in ("DET", "NOUN", "PROPN", "ADJ") for word in words)
