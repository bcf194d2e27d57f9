"""Complements: words reported without a clause of their own: noun phrases, infinitives, judgements, questions."""

from __future__ import annotations

from itertools import takewhile

from teletipo.spans import Span
from teletipo.speech.content import clause_end
from teletipo.speech.coordination import subordinate
from teletipo.speech.cues import Cue
from teletipo.speech.finding import TIMES, Finding, Reading, trimmed, unmarked
from teletipo.speech.page import Page

_STATES = frozenset("haber estar ser tener".split())  #: infinitives by which somebody says how things are
#: auxiliaries of clauses that say nothing on their own ("por haber revelado el plan")
_NO_REPORT = frozenset("haber haya hayan hubiera hubieran hubiese hubiesen habiendo".split())
_HEAD = 4  #: words from the start of a complement within which its noun stands
_TITLE = 3  #: words of a quotation that may be a name
_NEAR = 10  #: words from the start of a complement within which a quotation makes it reported speech
_WH = frozenset("si cómo qué quién quiénes cuándo dónde cuál cuáles cuánto cuántos cuánta cuántas".split())


def question(reading: Reading, cue: Cue) -> Finding | None:
    """An indirect question ("preguntó si habría pacto")."""
    page = reading.page
    if not cue.takes("si"):
        return None
    unit = page.unit_words(page.unit_at(page.words[cue.verb].start))
    for n in range(cue.last, min(unit.stop, cue.last + 10)):
        if page.words[n].low in _WH and (page.words[n].low != "si" or cue.entry.kind == "ask" or n == cue.last):
            end = clause_end(reading, cue, n)
            first = n - 1 if page.words[n - 1].upos == "ADP" and n > cue.last else n  # "explicó por qué …"
            return Finding(content=(trimmed(page.text, page.words[first].start, end),), frame="si")
        if page.is_finite(n) or page.words[n].low in (".", ":"):
            return None
    return None


def complement(reading: Reading, cue: Cue) -> Finding | None:
    """A noun phrase, infinitive, judgement or prepositional complement; without quoted words only where licensed."""
    page = reading.page
    if cue.mode == "infinitive" or page.feat(cue.verb, "Tense") == "Fut" or page.feat(cue.verb, "Mood") == "Sub":
        return None
    if any(word.low in _NO_REPORT for word in page.words[cue.first : cue.verb]) or _supposed(page, cue):
        return None
    if cue.first and {"como", "según"} & {page.words[cue.first - 1].low, _before_clitic(page, cue)}:
        return None
    start = _complement_start(reading, cue)
    if start is None:
        return None
    end = clause_end(reading, cue, start, nominal=True)
    span = trimmed(page.text, page.words[start].start, end)
    if not span.start < span.end:
        return None
    frame = "como" if _judged(page, cue, start) else _frame_of(page, cue, start)
    if frame is None or not (_voiced(reading, cue, frame, start) or _quotes_words(reading, cue, span)):
        return None
    if frame == "en" and page.words[start + 1].upos == "DET":
        span = trimmed(page.text, page.words[start + 1].start, end)
    return Finding(content=(unmarked(page, span),), frame=frame)


def _supposed(page: Page, cue: Cue) -> bool:
    """True in a condition: "si el Gobierno acepta la obra, «habrá pleito»"."""
    unit = page.unit_words(page.unit_at(page.words[cue.verb].start))
    near = reversed(page.low[max(unit.start, cue.first - _NEAR) : cue.first])
    return "si" in takewhile(lambda low: low != ",", near)


def _state_of_speaker(page: Page, cue: Cue, frame: str, start: int) -> bool:
    """True for "mencionó tener …", "confesó haber …", "insistió en la necesidad …", whatever else the verb takes."""
    if cue.passive or cue.impersonal or start + 1 >= len(page.words):
        return False
    after = page.words[start + 1]
    if frame == "en":
        return cue.entry.kind == "say" and after.upos == "DET"
    infinitive = after.low if page.words[start].low == "no" else page.words[start].low
    return frame == "inf" and cue.entry.kind in ("say", "deny", "think") and infinitive in _STATES


def _before_clitic(page: Page, cue: Cue) -> str:
    """The word before "la" or "lo" before the cue ("como la señala la ley")."""
    clitic = cue.first > 1 and page.words[cue.first - 1].low in ("lo", "la", "los", "las")
    return page.words[cue.first - 2].low if clitic else ""


def _voiced(reading: Reading, cue: Cue, frame: str, start: int) -> bool:
    """True if the complement counts without quoted words: licensed, and no act by its noun; or a thought shown."""
    page = reading.page
    nouns = (word.low for word in page.words[start : start + _HEAD] if word.upos != "ADJ")
    head = next((low for low in nouns if low in reading.stances or low in reading.feelings), None)
    if head in reading.stances:
        return False
    if _state_of_speaker(page, cue, frame, start):
        return True
    shown = head in reading.feelings and frame == "noun" and "thought" in cue.entry.takes
    if frame == "noun" and _restrictive(page, cue):
        return False
    return (shown and not (cue.passive or cue.negated or cue.impersonal)) or _licensed(cue, frame)


def _restrictive(page: Page, cue: Cue) -> bool:
    """True for "la agencia que anunció el cierre": who it is that spoke, and no report of it."""
    if cue.first < 2 or page.words[cue.first - 1].low != "que":
        return False
    return page.words[cue.first - 2].upos in ("NOUN", "PROPN", "ADJ")


def _licensed(cue: Cue, frame: str) -> bool:
    """True if the verb reports by that frame even without quoted words."""
    if cue.passive:
        return frame == "como" and cue.entry.kind == "judge"
    if cue.mode == "infinitive" or cue.impersonal or cue.negated:
        return False
    if frame in ("a", "en", "con", "para", "por"):
        return False
    return frame in cue.entry.takes and not (frame == "de" and cue.entry.kind not in ("say", "judge"))


def _quotes_words(reading: Reading, cue: Cue, span: Span) -> bool:
    """True if words of the speaker, not a name or title, are quoted near the start of the complement."""
    page = reading.page
    if cue.entry.kind in ("think", "ask") or cue.entry.takes == ("free",):
        return False
    for q in page.quotations_between(span.start, span.end):
        before = range(page.word_from(span.start), page.word_from(q.outer.start))
        others = (reading.by_verb[n] for n in before if n in reading.by_verb)
        if not span.contains(q.outer) or any(other.mode == "finite" for other in others):
            continue
        inner = q.inner.of(page.text)
        near = len(page.text[span.start : q.outer.start].split()) <= _NEAR
        if near and inner and (inner[0].islower() or len(inner.split()) >= 4):
            return True
    return False


def _frame_of(page: Page, cue: Cue, start: int) -> str | None:
    word = page.words[start]
    if word.low == "no":
        return "inf"
    if word.low in ("de", "del", "como", "sobre", "en", "a", "para", "al", "con", "por"):
        frame = {"del": "de", "al": "a"}.get(word.low, word.low)
        return frame if frame != "a" or _infinitive_next(page, start) else None
    if word.upos in ("VERB", "AUX") and page.feat(start, "VerbForm") == "Inf":
        return "inf"
    participle = page.feat(start, "VerbForm") == "Part"
    if cue.takes("adj") and (word.upos == "ADJ" or participle or (word.upos == "NOUN" and not cue.takes("noun"))):
        return "adj"
    if word.upos in ("NOUN", "DET", "PROPN", "ADJ", "NUM", "PRON") or word.is_mark:
        return "adj" if cue.takes("adj") and not cue.takes("noun") and word.is_mark else "noun"
    return None


def _complement_start(reading: Reading, cue: Cue) -> int | None:
    """First word of the complement: what follows the cue, adverbs, addressees and commas between skipped."""
    page = reading.page
    unit = page.unit_words(page.unit_at(page.words[cue.verb].start))
    prepositions = [f for f in cue.entry.takes if f in ("de", "como", "sobre", "en", "a", "para", "con", "por")]
    comma = cue.last < unit.stop and page.words[cue.last].low == ","
    first = _past_insertion(page, cue.last, unit.stop) if comma else cue.last
    for n in range(first, min(unit.stop, cue.last + 25)):
        word = page.words[n]
        low = {"del": "de", "al": "a"}.get(word.low, word.low)
        if low == "de" and cue.entry.kind == "judge" and _compared_later(page, n, unit.stop):
            continue
        if low == "de" and low in prepositions and not _predicative(page, n) and _later(page, n, unit.stop):
            continue
        if low in ("de", "sobre", "en") and cue.entry.kind == "say" and not _only_addressee(page, first, n):
            break
        if n == first and _judged(page, cue, n):
            return n
        if low in prepositions and (low != "a" or _infinitive_next(page, n)):
            return n if page.words[n - 1].low not in ("así", "tal", "tanto") else None
        if word.low in (";", ":") or (page.is_finite(n) and not subordinate(page, n, cue.last)):
            break
        if word.is_mark and prepositions and not cue.takes("adj", "noun"):
            break
    return _object(page, cue, unit)


def _compared_later(page: Page, number: int, stop: int) -> bool:
    """True for the "de" of "calificó a los autores de la obra como …"."""
    ahead = list(takewhile(lambda word: word.low != "," and not word.is_mark, page.words[number:stop]))
    return any(word.low == "como" for word in ahead)


def _judged(page: Page, cue: Cue, number: int) -> bool:
    """True where what is judged stands before the judgement ("calificó las cuentas como una burla")."""
    if cue.entry.kind != "judge" or page.words[number].upos not in ("DET", "PROPN") or _dated(page, number):
        return False
    stop = page.unit_words(page.unit_at(page.words[cue.verb].start)).stop
    ahead = range(number + 1, min(number + 25, stop))
    return any(page.words[n].low == "como" for n in ahead)


def _only_addressee(page: Page, first: int, number: int) -> bool:
    """True if nothing but dates, adverbs and "a …" stand between the verb and its preposition."""
    between = range(first, number)
    governed = page.words[first].low in ("a", "al") and number - first <= 7
    return governed or all(
        page.words[n].upos == "ADV" or page.words[n].low in (*TIMES, "el", "este", ",") for n in between
    )


def _predicative(page: Page, number: int) -> bool:
    """True for a "de" that is followed by an infinitive or by quoted words."""
    after = number + 1
    return after < len(page.words) and (page.words[after].is_mark or page.feat(after, "VerbForm") == "Inf")


def _later(page: Page, number: int, stop: int) -> bool:
    """True if such a "de" follows in the sentence ("acusó al jefe de la misión de «mentir»")."""
    return any(page.words[n].low == "de" and _predicative(page, n) for n in range(number + 1, stop))


def _infinitive_next(page: Page, number: int) -> bool:
    return any(
        page.words[n].low == "que" or page.words[n].is_mark or page.feat(n, "VerbForm") == "Inf"
        for n in range(number + 1, min(number + 3, len(page.words)))
    )


def _dated(page: Page, number: int) -> bool:
    """True for a word of a date: "hoy", "el jueves pasado", "este martes"."""
    words = page.words
    if words[number].low in TIMES or (words[number].low in ("pasado", "pasada") and words[number - 1].low in TIMES):
        return True
    return words[number].upos == "DET" and number + 1 < len(words) and words[number + 1].low in TIMES


def _past_insertion(page: Page, comma: int, stop: int) -> int:
    """The word after a short adverbial between commas ("destacó, en este sentido, la importancia"), else the comma."""
    closing = next((n for n in range(comma + 1, min(comma + 9, stop)) if page.words[n].low == ","), None)
    if closing is None or page.words[comma + 1].upos not in ("ADP", "ADV"):
        return comma
    return comma if any(page.is_finite(n) for n in range(comma, closing)) else closing + 1


def _object(page: Page, cue: Cue, unit: range) -> int | None:
    """First word of the direct object or of what stands directly after the verb."""
    n = cue.last
    while n < unit.stop and page.words[n].low != "no" and (page.words[n].upos == "ADV" or _dated(page, n)):
        n += 1
    if n < unit.stop and page.words[n].low == ",":
        n = _past_insertion(page, n, unit.stop)
    if n >= unit.stop or page.words[n].low == ",":
        return None
    if page.feat(n, "VerbForm") == "Inf" or (page.words[n].low == "no" and page.feat(n + 1, "VerbForm") == "Inf"):
        return n
    sentence, token = page.tree(cue.verb)
    objects = [k for k in sentence.kids(token, "obj", "xcomp") if k > token]
    if objects and not page.words[n].is_mark:
        edge = page.number(sentence.index, sentence.subtree(objects[0])[0])
        if edge > cue.verb:
            to = page.words[max(n, edge)].low in ("a", "al") and edge in unit and cue.takes("noun")
            return _past_addressee(page, cue, max(n, edge), unit.stop) if to else max(n, edge) if edge in unit else None
    if page.words[n].low != "frente" and (
        page.words[n].upos in ("DET", "NOUN", "ADJ", "PRON") or page.words[n].is_mark
    ):
        return n
    return _past_addressee(page, cue, n, unit.stop)


def _past_addressee(page: Page, cue: Cue, first: int, stop: int) -> int | None:
    """The object after a phrase or two: "explicó al jefe la crisis", "pidió así a sus socios «dar la alarma»"."""
    if page.words[first].low not in ("a", "al", "ante", "de", "en", "por"):
        return None
    for n in range(first + 1, min(first + _NEAR, stop)):
        word, before = page.words[n], page.words[n - 1]
        if word.low in (",", ";", ":", "que") or page.is_finite(n):
            return None
        if word.low == "haber" and page.words[first].low in ("a", "al", "ante"):
            return n
        if word.is_mark:
            quote = page.quotation_at(page.words[min(n + 1, stop - 1)].start)
            return n if quote is not None and len(quote.inner.of(page.text).split()) > _TITLE else None
        object_ = word.upos == "DET" and before.upos in ("NOUN", "PROPN", "ADJ")
        if object_ and cue.takes("noun") and page.words[first].low in ("a", "al", "ante"):
            return n
    return None
