"""Frames: the constructions by which a verb reports, tried from the most to the least certain."""

from __future__ import annotations

import re

import msgspec

from teletipo.spans import Span
from teletipo.speech.content import TIMES, Reading, clause_after, clause_end, next_statement, trimmed, unmarked
from teletipo.speech.cues import Cue
from teletipo.speech.page import Page
from teletipo.speech.quotations import Quotation

_SKIP_BEFORE = frozenset("según como así lo no también luego ayer hoy nos posteriormente además".split())
_LEAD = 4  #: words before a cue that only lead up to the quotation after it ("Ante esto, dijo, «…»")
_NEAR = 10  #: words from the start of a complement within which a quotation makes it reported speech
_RELATIVES = frozenset("que quien quienes".split())
_DASHES = frozenset("-–—―")
_WH = frozenset("si cómo qué quién quiénes cuándo dónde cuál cuáles cuánto cuántos cuánta cuántas".split())
_DATELINE = re.compile(r"^[^\n.]{2,60}?\(\w+\)\s?\.?\s?[-–—]+\s*")


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """The content found for a cue and where its speaker is to be sought."""

    content: tuple[Span, ...]
    frame: str
    postposed: bool = False  #: the cue follows or interrupts what is said; the speaker comes after it


def reported(reading: Reading, cue: Cue, connectors: tuple[tuple[str, ...], ...]) -> Finding | None:
    """What the cue reports, or None if it reports nothing here."""
    if cue.impersonal and cue.entry.kind == "think":
        return None
    if reading.page.quotation_at(reading.page.words[cue.verb].start) is not None:
        return _finite_clause(reading, cue) if cue.mode == "finite" else None
    if (back := _so_said(reading, cue)) is not None:
        return back
    adjacent = _next_is_que(reading, cue)
    before = None if adjacent else _words_before(reading, cue, connectors)
    if before is not None and before.frame == "quotation":
        return before
    if (clause := _finite_clause(reading, cue)) is not None:
        return clause
    if (quoted := _quotation_after(reading, cue)) is not None:
        return quoted
    if before is None and (wedged := _wedged(reading, cue)) is not None:
        return wedged
    return before or _question(reading, cue) or _complement(reading, cue)


def _wedged(reading: Reading, cue: Cue) -> Finding | None:
    """ "…, y, subrayó, es importante" / "pues –insistió– logró": the clause goes on after the second mark."""
    page = reading.page
    unit = page.unit_words(page.unit_at(page.words[cue.verb].start))
    if not cue.takes("free") or cue.first - 2 < unit.start or cue.last >= unit.stop:
        return None
    opening, closing = page.words[cue.first - 1].low, page.words[cue.last].low
    if opening not in (",", *_DASHES) or closing not in (",", *_DASHES):
        return None
    before = page.words[cue.first - 2]
    if before.upos not in ("CCONJ", "SCONJ") and before.low not in ("que", "quien", "esto", "pues", "cual"):
        return None
    end = next_statement(reading, cue.last + 1, page.unit_at(page.words[cue.verb].start).end)
    said = trimmed(page.text, page.words[cue.last].end, end)
    return Finding(content=(unmarked(page, said),), frame="free", postposed=True) if said.start < said.end else None


def _next_is_que(reading: Reading, cue: Cue) -> bool:
    """True if "que" follows at once: then nothing that stands before is what is said."""
    words = reading.page.words
    return cue.last < len(words) and words[cue.last].low == "que"


def _so_said(reading: Reading, cue: Cue) -> Finding | None:
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


def _finite_clause(reading: Reading, cue: Cue) -> Finding | None:
    start = clause_after(reading, cue)
    if start is None:
        return None
    page = reading.page
    between = page.text[page.words[cue.verb].end : page.words[start].start]
    if ":" in between:
        return None
    end = clause_end(reading, cue, start)
    return Finding(content=(trimmed(page.text, page.words[start].start, end),), frame="que")


def _words_before(reading: Reading, cue: Cue, connectors: tuple[tuple[str, ...], ...]) -> Finding | None:
    """The cue follows what is said: "…", dijo X / …, dijo X / - … -, dijo X."""
    page = reading.page
    if not cue.takes("free") or cue.mode != "finite":
        return None
    first = cue.first
    while first > 0 and page.words[first - 1].low in _SKIP_BEFORE:
        first -= 1
    unit = page.unit_at(page.words[cue.verb].start)
    if page.words[first].start <= unit.start:
        return _inserted(reading, cue, first) if page.words[first].low in ("según", "como") else None
    stop = page.words[first - 1]
    if stop.start < unit.start or not (stop.is_mark or stop.low in _DASHES or stop.low[-1] in ",?!…-–—"):
        return None
    if stop.low in _DASHES or (stop.low == "," and page.words[first - 2].low in _DASHES):
        return _between_dashes(page, cue, unit, first)
    quote = next(
        (q for q in page.quotations if q.closed and _touches(page, q.outer.end, page.words[first].start)), None
    )
    if quote is None and (stop.is_mark or not cue.takes("que") or not _unquoted_before(page, cue, unit)):
        return None
    region = without_connectors(page, trimmed(page.text, _region_start(reading, cue, unit), stop.end), connectors)
    if not region.start < region.end:
        return _inserted(reading, cue, first)
    return _with_rest(reading, cue, _said_before(page, region, quote), quote is not None)


def _between_dashes(page: Page, cue: Cue, unit: Span, first: int) -> Finding | None:
    """Dialogue: from the dash that opens the sentence, or follows ":" or ";", to the one before the cue."""
    numbers = [n for n in page.unit_words(unit) if n < first - 1]
    while numbers and page.words[numbers[-1]].low in (*_DASHES, ","):
        numbers.pop()
    starts = [
        n for n in numbers if page.words[n].low in _DASHES and (n == numbers[0] or page.words[n - 1].low in (":", ";"))
    ]
    if not numbers or (not starts and cue.mode != "finite"):
        return None
    start = page.words[starts[-1]].start if starts else unit.start
    said = trimmed(page.text, start, page.words[numbers[-1]].end)
    return Finding(content=(said,), frame="quotation", postposed=True) if said.start < said.end else None


def _touches(page: Page, end: int, start: int) -> bool:
    return 0 <= start - end <= 4 and not page.text[end:start].strip(" ,.-–—\n")


def _region_start(reading: Reading, cue: Cue, unit: Span) -> int:
    """Start of the unit, or the mark of the bracket or quotation in which the cue stands."""
    q = reading.page.quotation_at(reading.page.words[cue.verb].start)
    return max(unit.start, q.inner.start) if q is not None else unit.start


def _unquoted_before(page: Page, cue: Cue, unit: Span) -> bool:
    """True if the words before a comma are a clause of their own rather than the subject of the cue."""
    before = [n for n in page.unit_words(unit) if n < cue.first]
    if not before:
        return False
    finite = [n for n in before if page.is_finite(n) and not _subordinate(page, n, before[0])]
    sentence, token = page.tree(cue.verb)
    subject = sentence.kid(token, "nsubj", "nsubj:pass")
    if subject is not None and subject < token and not any(n > page.number(sentence.index, subject) for n in finite):
        commas = [k for k in range(subject, token) if sentence.forms[k] == ","]
        if len(commas) != 1 or not finite:
            return False
    if any(page.words[n].low in _RELATIVES and page.words[n + 1].low == "," for n in before[:-1]):
        return bool(finite) and finite[-1] > max(n for n in before if page.words[n].low in _RELATIVES)
    return bool(finite) or _parenthetical(page, cue)


def _parenthetical(page: Page, cue: Cue) -> bool:
    """True if a comma follows the cue at once or after a short subject ("La ONU, lamentó, …")."""
    for n in range(cue.last, min(cue.last + 5, len(page.words))):
        if page.words[n].low == ",":
            return True
        if page.words[n].upos not in ("DET", "NOUN", "PROPN", "ADJ", "ADV", "PRON"):
            return False
    return False


def _subordinate(page: Page, number: int, first: int) -> bool:
    """True if the verb is introduced by a relative or conjunction within its stretch between commas."""
    used = False
    for n in range(number - 1, first - 1, -1):
        low = page.words[n].low
        if low in ("que", "quien", "quienes", "cuyo", "cuya", "cuando", "donde", "tras", "como", "mientras", "si"):
            if not used:
                return True
            used = False
        used = used or (page.is_finite(n) and page.words[n + 1].upos not in ("VERB", "AUX"))
        if low == ",":
            return False
    return False


def _said_before(page: Page, region: Span, quote: Quotation | None) -> Span:
    if quote is None:
        return unmarked(page, region)
    if quote.outer.start <= region.start:
        return trimmed(page.text, max(quote.inner.start, 0), quote.inner.end)
    lead = page.text[region.start : quote.outer.start].rstrip()
    if lead.endswith((":", "—", "–")) or _reports(lead):
        return trimmed(page.text, quote.inner.start, quote.inner.end)
    return region


def _reports(lead: str) -> bool:
    return len(lead.split()) <= 2


def _with_rest(reading: Reading, cue: Cue, said: Span, quoted: bool) -> Finding:
    """Adds the part of the words said that goes on after the cue and its speaker."""
    page = reading.page
    unit = page.unit_at(page.words[cue.verb].start)
    parts = [said]
    after = page.text[page.words[cue.verb].end : unit.end]
    if quoted:
        for q in page.outermost:
            if q.outer.start > page.words[cue.verb].end and q.outer.end <= unit.end + 2:
                lead = page.text[page.words[cue.verb].end : q.outer.start].rstrip()
                if lead.endswith((",", ".", ":", ";")) and not re.search(r"\b(quien|que)\b", lead):
                    parts.append(trimmed(page.text, q.inner.start, q.inner.end))
                break
    elif after and _unfinished(page, said) and (rest := _after_comma(reading, cue)) is not None:
        quote = unmarked(page, rest)
        parts = [quote] if quote != rest and len(said.of(page.text).split()) <= _LEAD else [*parts, rest]
    return Finding(content=tuple(parts), frame="quotation" if quoted else "free", postposed=True)


def _unfinished(page: Page, said: Span) -> bool:
    """True if the words before the cue have no main verb yet ("La reforma, dijo, costará poco")."""
    numbers = range(page.word_from(said.start), page.word_from(said.end))
    return not any(page.is_finite(n) and not _subordinate(page, n, numbers[0]) for n in numbers)


def _after_comma(reading: Reading, cue: Cue) -> Span | None:
    page = reading.page
    unit = page.unit_words(page.unit_at(page.words[cue.verb].start))
    for n in range(cue.last, unit.stop):
        if page.words[n].low == "," and n + 1 < unit.stop:
            end = page.unit_at(page.words[cue.verb].start).end
            return trimmed(page.text, page.words[n].end, next_statement(reading, n + 1, end))
    return None


def _inserted(reading: Reading, cue: Cue, first: int) -> Finding | None:
    """Only a connector before the cue: what is said follows the comma after the speaker."""
    rest = _after_comma(reading, cue)
    if rest is None or rest.start >= rest.end:
        return None
    return Finding(content=(unmarked(reading.page, rest),), frame="free", postposed=True)


def without_connectors(page: Page, region: Span, connectors: tuple[tuple[str, ...], ...]) -> Span:
    """The region without dateline and without connectors that belong to the reporter ("Por su parte,")."""
    text = page.text
    if m := _DATELINE.match(text[region.start : region.end]):
        region = trimmed(text, region.start + m.end(), region.end)
    changed = True
    while changed:
        changed = False
        low = text[region.start : region.end].lower()
        for words in connectors:
            lead = " ".join(words)
            if low == lead or low.startswith((lead + ",", lead + " ,")):
                region, changed = trimmed(text, region.start + len(lead), region.end), True
                break
    return region


def _quotation_after(reading: Reading, cue: Cue) -> Finding | None:
    """The words said follow the cue: dijo: "…" / dijo X: … / señala "…"."""
    page = reading.page
    unit = page.unit_at(page.words[cue.verb].start)
    after = page.words[cue.last - 1].end
    colon = _colon(page, cue, unit)
    quote = next((q for q in page.outermost if q.outer.start >= after), None)
    if quote is not None and quote.outer.start <= unit.end:
        lead = page.text[after : quote.outer.start]
        if colon is not None and not page.text[colon + 1 : quote.outer.start].strip(" -–—\n"):
            return Finding(content=_chain(page, quote, unit), frame="quotation")
        if _sentence_quoted(page, cue, quote, lead):
            return Finding(content=_chain(page, quote, unit), frame="quotation")
    if colon is not None and cue.takes("free"):
        said = trimmed(page.text, colon + 1, unit.end)
        if len(said.of(page.text).split()) >= 2:
            return Finding(content=(unmarked(page, said),), frame="free")
    return None


def _sentence_quoted(page: Page, cue: Cue, quote: Quotation, lead: str) -> bool:
    """True for a whole sentence quoted right after the cue, or after a short phrase ("titula en portada «…»")."""
    inner = quote.inner.of(page.text)
    if not cue.takes("free", "que") or len(inner.split()) <= 3:
        return False
    return not lead.strip() or (
        len(lead.split()) <= 3 and lead.split()[0] in ("en", "hoy", "ayer") and inner[0].isupper()
    )


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
    for q in page.outermost:
        if q.outer.start >= end and q.outer.end <= unit.end and not page.text[end : q.outer.start].strip(" ,;yei().…"):
            parts.append(trimmed(page.text, q.inner.start, q.inner.end))
            end = q.outer.end
    return tuple(parts)


def _question(reading: Reading, cue: Cue) -> Finding | None:
    page = reading.page
    if not cue.takes("si"):
        return None
    unit = page.unit_words(page.unit_at(page.words[cue.verb].start))
    for n in range(cue.last, min(unit.stop, cue.last + 10)):
        if page.words[n].low in _WH and (page.words[n].low != "si" or cue.entry.kind == "ask" or n == cue.last):
            end = clause_end(reading, cue, n)
            return Finding(content=(trimmed(page.text, page.words[n].start, end),), frame="si")
        if page.is_finite(n) or page.words[n].low in (".", ":"):
            return None
    return None


def _complement(reading: Reading, cue: Cue) -> Finding | None:
    """A noun phrase, infinitive, judgement or prepositional complement; without quoted words only where licensed."""
    page = reading.page
    if cue.mode == "infinitive" or page.feat(cue.verb, "Tense") == "Fut" or page.feat(cue.verb, "Mood") == "Sub":
        return None
    if cue.first and page.words[cue.first - 1].low == "como":
        return None
    start = _complement_start(reading, cue)
    if start is None:
        return None
    end = clause_end(reading, cue, start, nominal=True)
    span = trimmed(page.text, page.words[start].start, end)
    if not span.start < span.end:
        return None
    frame = _frame_of(page, cue, start)
    if frame is None or not (_licensed(cue, frame) or _quotes_words(page, cue, span)):
        return None
    return Finding(content=(unmarked(page, span),), frame=frame)


def _licensed(cue: Cue, frame: str) -> bool:
    """True if the verb reports by that frame even without quoted words."""
    if cue.mode == "infinitive" or cue.passive or cue.impersonal or cue.negated:
        return False
    if frame in ("a", "en", "con", "para"):
        return False
    return frame in cue.entry.takes and not (frame == "de" and cue.entry.kind not in ("say", "judge"))


def _quotes_words(page: Page, cue: Cue, span: Span) -> bool:
    """True if words of the speaker, not a name or title, are quoted near the start of the complement."""
    if cue.entry.kind in ("think", "ask"):
        return False
    for q in page.outermost:
        if not span.contains(q.outer):
            continue
        inner = q.inner.of(page.text)
        near = len(page.text[span.start : q.outer.start].split()) <= _NEAR
        if near and inner and (inner[0].islower() or len(inner.split()) >= 4):
            return True
    return False


def _frame_of(page: Page, cue: Cue, start: int) -> str | None:
    word = page.words[start]
    if word.low in ("de", "del", "como", "sobre", "en", "a", "para", "al", "con"):
        return {"del": "de", "al": "a"}.get(word.low, word.low)
    if word.upos in ("VERB", "AUX") and page.feat(start, "VerbForm") == "Inf":
        return "inf"
    if word.upos == "ADJ" and cue.takes("adj"):
        return "adj"
    if word.upos in ("NOUN", "DET", "PROPN", "ADJ", "NUM", "PRON") or word.is_mark:
        return "adj" if cue.takes("adj") and not cue.takes("noun") and word.is_mark else "noun"
    return None


def _complement_start(reading: Reading, cue: Cue) -> int | None:
    """First word of the complement: what follows the cue, adverbs, addressees and commas between skipped."""
    page = reading.page
    unit = page.unit_words(page.unit_at(page.words[cue.verb].start))
    prepositions = [f for f in cue.entry.takes if f in ("de", "como", "sobre", "en", "a", "para", "con")]
    for n in range(cue.last, min(unit.stop, cue.last + 25)):
        word = page.words[n]
        low = {"del": "de", "al": "a"}.get(word.low, word.low)
        if low in prepositions and (low != "a" or _infinitive_next(page, n)):
            return n
        if page.is_finite(n) or word.low in (";", ":"):
            break
        if word.is_mark and prepositions and not cue.takes("adj", "noun"):
            break
    return _object(page, cue, unit)


def _infinitive_next(page: Page, number: int) -> bool:
    return any(
        page.words[n].low == "que" or page.feat(n, "VerbForm") == "Inf"
        for n in range(number + 1, min(number + 3, len(page.words)))
    )


def _dated(page: Page, number: int) -> bool:
    """True for a word of a date: "hoy", "el jueves pasado", "este martes"."""
    words = page.words
    if words[number].low in TIMES or (words[number].low in ("pasado", "pasada") and words[number - 1].low in TIMES):
        return True
    return words[number].upos == "DET" and number + 1 < len(words) and words[number + 1].low in TIMES


def _object(page: Page, cue: Cue, unit: range) -> int | None:
    """First word of the direct object or of what stands directly after the verb."""
    n = cue.last
    while n < unit.stop and page.words[n].low != "no" and (page.words[n].upos == "ADV" or _dated(page, n)):
        n += 1
    if n >= unit.stop or page.words[n].low == ",":
        return None
    if page.feat(n, "VerbForm") == "Inf" or (page.words[n].low == "no" and page.feat(n + 1, "VerbForm") == "Inf"):
        return n
    sentence, token = page.tree(cue.verb)
    objects = [k for k in sentence.kids(token, "obj", "xcomp") if k > token]
    if objects and not page.words[n].is_mark:
        edge = page.number(sentence.index, sentence.subtree(objects[0])[0])
        if edge > cue.verb:
            return max(n, edge) if edge in unit else None
    if page.words[n].upos in ("DET", "NOUN", "ADJ", "PRON") or page.words[n].is_mark:
        return n
    return None
