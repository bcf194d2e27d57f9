"""Preceding: words said that stand before their cue or around it."""

from __future__ import annotations

import re

from teletipo.spans import Span
from teletipo.speech.apposition import past_apposition
from teletipo.speech.coordination import subordinate
from teletipo.speech.cues import Cue
from teletipo.speech.finding import DASHES, Finding, Reading, trimmed, unmarked, without_connectors
from teletipo.speech.inserted import after_comma, inserted
from teletipo.speech.page import Page
from teletipo.speech.postposed import noun_phrase_after
from teletipo.speech.quotations import Quotation
from teletipo.tree import Sentence

_TOUCHING = 4  #: code points between the end of a quotation and the cue that follows it
_CLAUSE = 6  #: words before a comma, a cue and its subject that are a clause, whatever the tagger says
_LEAD = 4  #: words before a cue that only lead up to the quotation after it ("Ante esto, dijo, «…»")
_SKIP_BEFORE = frozenset("según como conforme así lo no también luego ayer hoy nos posteriormente además".split())
#: words by which a verb only names the source ("según informó X, …")
_CITING = frozenset("según como tal conforme".split())
_TAIL = 5  #: words after "se anunció" that may still belong to it
_NAME = 4  #: words of a quotation that may be a name
_SENTENCE = 5  #: words from which a quotation before any verb of the lexicon is what was said
_ADJUNCTS = frozenset("en durante tras al a según por con ante hoy ayer".split())
_LONG = 9  #: words within which the dash after a cue and its speaker is sought
_RELATIVES = frozenset("que quien quienes".split())


def so_said(reading: Reading, cue: Cue) -> Finding | None:
    """ "Así lo anunció X": the sentence before is what is said."""
    page = reading.page
    lead = [page.words[n].low for n in range(max(0, cue.first - 1), cue.verb)]
    unit = page.unit_at(page.words[cue.verb].start)
    if lead[:2] not in (["así", "lo"], ["asi", "lo"]) or page.word_from(unit.start) != cue.first - 1:
        return None
    if unit.start == 0:
        return None
    previous = page.unit_at(unit.start - 1)
    said = trimmed(page.text, previous.start, previous.end)
    return Finding(content=(unmarked(page, said),), frame="free", postposed=True)


def words_before(reading: Reading, cue: Cue) -> Finding | None:
    """The cue follows what is said: "…", dijo X / …, dijo X / - … -, dijo X."""
    page = reading.page
    if cue.mode != "finite":
        return None
    first = cue.first
    while first > 0 and page.words[first - 1].low in _SKIP_BEFORE:
        first -= 1
    unit = page.unit_at(page.words[cue.verb].start)
    if first and page.words[first - 1].low == "tal" and "lo" not in page.low[first : cue.verb]:
        first -= 1
    if page.feat(cue.verb, "Mood") == "Sub" and page.words[first].low not in _CITING:
        return None
    if page.words[first].start <= unit.start:
        return inserted(reading, cue) if page.words[first].low in _CITING else None
    stop = page.words[first - 1]
    if stop.start < unit.start or not (stop.is_mark or stop.low in DASHES or stop.low[-1] in ",?!…-–—"):
        return None
    if stop.low in DASHES or (stop.low == "," and page.words[first - 2].low in DASHES):
        return _between_dashes(page, cue, unit, first)
    here = page.words[first].start
    near = page.quotations_ending(here - _TOUCHING, here)
    quote = next((q for q in near if q.closed and _touches(page, q.outer.end, here)), None)
    if quote is not None and not cue.takes("free") and len(quote.inner.of(page.text).split()) < _SENTENCE:
        return None
    if quote is not None and _named_so(page, unit, quote):
        quote = None
    region = without_connectors(reading, trimmed(page.text, _region_start(reading, cue, unit), stop.end))
    if not region.start < region.end:
        cited = page.words[first].low in _CITING
        return inserted(reading, cue) if cited or _parenthetical(page, cue) else None
    if quote is None and (stop.is_mark or not cue.takes("que") or not cue.takes("free")):
        return None
    if quote is None and not (
        _unquoted_before(page, cue, unit) and (not cue.impersonal or _last_words(page, cue, unit))
    ):
        return None
    return _with_rest(reading, cue, _said_before(page, region, quote), quote is not None)


def _last_words(page: Page, cue: Cue, unit: Span) -> bool:
    """True if the sentence ends soon after the cue ("…, se anunció hoy aquí"), so that it reports what is before."""
    return page.unit_words(unit).stop - cue.last <= _TAIL


def _named_so(page: Page, unit: Span, quote: Quotation) -> bool:
    """True for a quotation that is a name inside a sentence ("estrella de la serie «Ciudad Sol», anunció")."""
    inner = quote.inner.of(page.text)
    lead = page.text[unit.start : quote.outer.start].rstrip()
    return bool(lead) and lead[-1].isalpha() and inner[:1].isupper() and len(inner.split()) <= _NAME


def _between_dashes(page: Page, cue: Cue, unit: Span, first: int) -> Finding | None:
    """Dialogue: from the dash that opens the sentence, or follows ":" or ";", to the one before the cue."""
    numbers = [n for n in page.unit_words(unit) if n < first - 1]
    while numbers and page.words[numbers[-1]].low in (*DASHES, ","):
        numbers.pop()
    starts = [
        n
        for n in numbers
        if page.words[n].low in DASHES and (n == numbers[0] or page.words[n - 1].low in (":", ";", ","))
    ]
    if not numbers or (not starts and cue.mode != "finite"):
        return None
    start = page.words[starts[-1]].start if starts else unit.start
    said = trimmed(page.text, start, page.words[numbers[-1]].end)
    if not said.start < said.end:
        return None
    return Finding(content=(said, *_after_dash(page, cue, unit)), frame="quotation", postposed=True)


def _after_dash(page: Page, cue: Cue, unit: Span) -> tuple[Span, ...]:
    """The words that go on after the dash that closes the cue ("- La idea - dice Merelo - es dar vida")."""
    words = page.unit_words(unit)
    dash = next((n for n in range(cue.last, min(words.stop, cue.last + _LONG)) if page.words[n].low in DASHES), None)
    if dash is None:
        return ()
    rest = trimmed(page.text, page.words[dash].end, unit.end)
    return (rest,) if len(rest.of(page.text).split()) > 1 else ()


def _touches(page: Page, end: int, start: int) -> bool:
    return 0 <= start - end <= _TOUCHING and not page.text[end:start].strip(" ,.-–—\n")


def _region_start(reading: Reading, cue: Cue, unit: Span) -> int:
    """Start of the unit, or the mark of the bracket or quotation in which the cue stands."""
    q = reading.page.quotation_at(reading.page.words[cue.verb].start)
    return max(unit.start, q.inner.start) if q is not None else unit.start


def _unquoted_before(page: Page, cue: Cue, unit: Span) -> bool:
    """True if the words before a comma are a clause of their own rather than the subject of the cue."""
    before = [n for n in page.unit_words(unit) if n < cue.first]
    if not before:
        return False
    if _interrupts(page, cue):
        return True
    finite = [n for n in before if page.is_finite(n) and not subordinate(page, n, before[0])]
    sentence, token = page.tree(cue.verb)
    subject = _subject_before(sentence, token)
    if (finite or len(before) >= _CLAUSE) and _ends_with_subject(page, cue):
        return True
    if cue.entry.kind == "say" and page.low[before[-1]] == "," and page.low[cue.last : cue.last + 1] in ((".",), ()):
        return True
    if subject is not None and subject < token and not any(n > page.number(sentence.index, subject) for n in finite):
        commas = [k for k in range(subject, token) if sentence.forms[k] == ","]
        if len(commas) != 1 or not finite:
            return False
    if any(page.words[n].low in _RELATIVES and page.words[n + 1].low == "," for n in before[:-1]):
        return bool(finite) and finite[-1] > max(n for n in before if page.words[n].low in _RELATIVES)
    return bool(finite) or _parenthetical(page, cue) or _subject_follows(page, cue)


def _ends_with_subject(page: Page, cue: Cue) -> bool:
    """True if nothing but the subject follows a verb that takes no other noun ("…, añadieron las fuentes.")."""
    if cue.entry.kind != "say" or not _subject_follows(page, cue):
        return False
    subject = noun_phrase_after(page, cue)
    return subject is not None and page.low[subject[1] : subject[1] + 1] in ((".",), ())


def _subject_before(sentence: Sentence, token: int) -> int | None:
    """The subject that the tree gives the verb before it; none if it has one after it, too."""
    subjects = sentence.kids(token, "nsubj", "nsubj:pass")
    if not subjects or subjects[-1] > token or sentence.kids(subjects[0], "cc", "case"):
        return None
    return subjects[0]


def _interrupts(page: Page, cue: Cue) -> bool:
    """True for "La presa, lamentó el alcalde, está vacía": a verb follows the comma after a short subject.

    After "según" the subject may be long: "La presa, según dijo el alcalde de la ciudad, Juan Paz, está vacía".
    """
    stop = page.unit_words(page.unit_at(page.words[cue.verb].start)).stop
    comma = next((k for k in range(cue.last, stop - 1) if page.words[k].low == ","), None)
    cited = cue.first > 0 and page.words[cue.first - 1].low in _CITING
    if comma is None or not (cited or _parenthetical(page, cue)):
        return False
    n = (past_apposition(page, comma, stop) if cited else comma) + 1
    while n < len(page.words) and page.words[n].low in ("no", "se", "le", "les", "lo", "la", "ya"):
        n += 1
    return n < len(page.words) and page.is_finite(n)


def _subject_follows(page: Page, cue: Cue) -> bool:
    """True if a noun phrase directly after the cue can only be its subject ("…, decía el poeta")."""
    if cue.takes("noun", "adj", "object") or cue.last >= len(page.words):
        return False
    return page.words[cue.last].upos in ("DET", "PROPN") and page.words[cue.last].low != "lo"


def _parenthetical(page: Page, cue: Cue) -> bool:
    """True if a comma follows the cue at once or after a short subject ("La ONU, lamentó, …")."""
    for n in range(cue.last, min(cue.last + 5, len(page.words) - 1)):
        if page.words[n].low == ",":
            return page.words[n - 1].low not in page.lists.times or page.words[n + 1].low not in page.lists.times
        if page.words[n].upos not in ("DET", "NOUN", "PROPN", "ADJ", "ADV", "PRON"):
            return False
    return False


def _said_before(page: Page, region: Span, quote: Quotation | None) -> Span:
    if quote is None:
        return unmarked(page, region)
    if quote.outer.start <= region.start:
        return trimmed(page.text, max(quote.inner.start, 0), quote.inner.end)
    lead = page.text[region.start : quote.outer.start].rstrip()
    if lead.endswith((":", "—", "–")):
        return trimmed(page.text, quote.inner.start, quote.inner.end)
    return region


def _with_rest(reading: Reading, cue: Cue, said: Span, quoted: bool) -> Finding:
    """Adds the part of the words said that goes on after the cue and its speaker."""
    page = reading.page
    unit = page.unit_at(page.words[cue.verb].start)
    parts = [said]
    after = page.text[page.words[cue.verb].end : unit.end]
    if quoted:
        for q in page.quotations_between(page.words[cue.verb].end, unit.end + 2):
            if q.outer.start > page.words[cue.verb].end and q.outer.end <= unit.end + 2:
                lead = page.text[page.words[cue.verb].end : q.outer.start].rstrip()
                if lead.endswith((",", ".", ":", ";")) and not re.search(r"\b(quien|que)\b", lead):
                    parts.append(trimmed(page.text, q.inner.start, q.inner.end))
                break
    elif after and _goes_on(page, cue, said) and (rest := _rest(reading, cue)) is not None:
        quote = unmarked(page, rest)
        led = quote != rest and len(said.of(page.text).split()) <= _LEAD
        parts = [quote] if led else [rest] if _dangling(page, said) else [*parts, rest]
    return Finding(content=tuple(parts), frame="quotation" if quoted else "free", postposed=True)


def _rest(reading: Reading, cue: Cue) -> Span | None:
    """What goes on after the cue and its speaker, unless it tells of the speaker ("dijo la fuente, que pidió …")."""
    rest = after_comma(reading, cue)
    relative = rest is not None and reading.page.words[reading.page.word_from(rest.start)].low in _RELATIVES
    return None if relative else rest


def _flanked(page: Page, cue: Cue) -> bool:
    """True for ", dijo, de visitar": a comma at once and then no adjunct of the cue."""
    if cue.last + 1 >= len(page.words) or page.words[cue.last].low != ",":
        return False
    after = page.words[cue.last + 1]
    return after.upos not in ("CCONJ", "PRON", "SCONJ") and after.low not in _ADJUNCTS


def _goes_on(page: Page, cue: Cue, said: Span) -> bool:
    """True if the words before the cue ask for more: no verb yet, or a verb or preposition at their end."""
    last, first = page.word_from(said.end - 1), page.word_from(said.start)
    broken_off = page.is_finite(last) and not subordinate(page, last, first)  # "La pista llegó, dijo, a Roma"
    return broken_off or _unfinished(page, said) or _dangling(page, said) or _flanked(page, cue)


def _dangling(page: Page, said: Span) -> bool:
    """True for "llegó para, según dijo, buscar …", "cerró debido, dijo, a …": only what follows is said."""
    last = page.words[page.word_from(said.end - 1)]
    return last.upos == "ADP" or last.low in ("para", "debido", "que")


def _unfinished(page: Page, said: Span) -> bool:
    """True if the words before the cue have no main verb yet ("La reforma, dijo, costará poco")."""
    numbers = range(page.word_from(said.start), page.word_from(said.end))
    return not any(page.is_finite(n) and not subordinate(page, n, numbers[0]) for n in numbers)
