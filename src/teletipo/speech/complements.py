"""Complements: reported words that are not a clause: noun phrases, infinitives, judgements, questions."""

from __future__ import annotations

from itertools import takewhile

from teletipo.speech.content import clause_end
from teletipo.speech.cues import Cue
from teletipo.speech.finding import Finding, Reading, trimmed, unmarked
from teletipo.speech.objects import complement_start, infinitive_next, judged
from teletipo.speech.page import Page
from teletipo.speech.voicing import class_behind, quotes_words, voiced
from teletipo.tags import NOUNS

#: auxiliaries of clauses that say nothing on their own ("por haber revelado el plan")
_NO_REPORT = frozenset("haber haya hayan hubiera hubieran hubiese hubiesen habiendo".split())
_NEAR = 10  #: words from the start of a complement within which one quoted word makes it reported speech
_WH = frozenset("si cómo qué quién quiénes cuándo dónde cuál cuáles cuánto cuántos cuánta cuántas".split())


def question(reading: Reading, cue: Cue) -> Finding | None:
    """An indirect question ("preguntó si habría pacto")."""
    page = reading.page
    if not cue.takes("si"):
        return None
    unit = page.words_around(cue.verb)
    for n in range(cue.last, min(unit.stop, cue.last + 10)):
        if page.words[n].low in _WH and (page.words[n].low != "si" or cue.entry.kind == "ask" or n == cue.last):
            end = clause_end(reading, cue, n)
            first = n - 1 if page.words[n - 1].upos == "ADP" and n > cue.last else n  # "explicó por qué …"
            return Finding(content=(trimmed(page.text, page.words[first].start, end),), frame="si")
        if page.is_finite(n) or page.words[n].low in (".", ":"):
            return None
    return None


def complement(reading: Reading, cue: Cue) -> Finding | None:
    """A noun phrase, infinitive, judgement or prepositional complement; without quotation only where licensed."""
    page = reading.page
    if cue.mode == "infinitive" or page.feat(cue.verb, "Tense") == "Fut" or page.feat(cue.verb, "Mood") == "Sub":
        return None
    if any(word.low in _NO_REPORT for word in page.words[cue.first : cue.verb]) or _supposed(page, cue):
        return None
    if cue.first and {"como", "según"} & {page.words[cue.first - 1].low, _before_clitic(page, cue)}:
        return None
    start = complement_start(reading, cue)
    if start is None:
        return None
    end = clause_end(reading, cue, start, nominal=True)
    span = trimmed(page.text, page.words[start].start, end)
    if not span.start < span.end:
        return None
    frame = "como" if judged(page, cue, start) else _frame_of(page, cue, start)
    if frame == "de" and page.low[start - 1] in ("más", "menos"):
        return None  # "publicó más de cien fotos"
    if frame == "noun" and (_passive(page, cue, start) or _speaks(reading, cue, start)):
        return None
    if frame == "noun" and (_pronoun(page, cue) or page.words[start].low == "lo"):  # "afirmó lo contrario"
        return None
    told = frame is not None and voiced(reading, cue, frame, start) and not (frame == "noun" and _related(page, cue))
    if frame is None or not (told or quotes_words(reading, cue, span)):
        return None
    if frame == "en" and class_behind(page, start) == "DET":
        span = trimmed(page.text, page.words[start + 1].start, end)
    return Finding(content=(unmarked(page, span),), frame=frame)


def _passive(page: Page, cue: Cue, start: int) -> bool:
    """True for "se rechazó la ley", but not for "se refirió a la ley", "se dijo «harta»"."""
    return cue.impersonal and page.low[cue.last] not in ("a", "al", "así", "por") and not page.words[start].is_mark


def _speaks(reading: Reading, cue: Cue, start: int) -> bool:
    """True for "el plan que anunció la ministra": a person without "a" is the subject of a verb of saying."""
    page = reading.page
    noun = next((n for n in range(start, len(page.words)) if page.words[n].upos in NOUNS), start)
    return cue.entry.kind == "say" and noun - start <= 1 and noun in reading.people


def _pronoun(page: Page, cue: Cue) -> bool:
    """True for "lo confirmó la ministra": the pronoun is the object, so that the noun after the verb is none."""
    return cue.entry.kind != "judge" and "lo" in page.low[cue.first : cue.verb]


def _related(page: Page, cue: Cue) -> bool:
    """True for "lo que confirmó la ministra"; not for "por lo que confirmó la obra"."""
    before = page.low[max(0, cue.first - 3) : cue.first]
    return before[-2:] == ("lo", "que") and before[0] != "por" and cue.entry.kind != "judge"


def _supposed(page: Page, cue: Cue) -> bool:
    """True in a condition: "si el Gobierno acepta la obra, «habrá pleito»"."""
    unit = page.words_around(cue.verb)
    near = reversed(page.low[max(unit.start, cue.first - _NEAR) : cue.first])
    return "si" in takewhile(lambda low: low != ",", near)


def _before_clitic(page: Page, cue: Cue) -> str:
    """The word before "la" or "lo" before the cue ("como la señala la ley")."""
    clitic = cue.first > 1 and page.words[cue.first - 1].low in ("lo", "la", "los", "las")
    return page.words[cue.first - 2].low if clitic else ""


def _frame_of(page: Page, cue: Cue, start: int) -> str | None:
    """The frame in the lexicon for a complement that begins there: "inf", "adj", "noun" or its preposition."""
    word = page.words[start]
    if word.low == "no":
        return "inf"
    if word.low in ("de", "del", "como", "sobre", "en", "a", "para", "al", "con", "por"):
        frame = {"del": "de", "al": "a"}.get(word.low, word.low)
        return frame if frame != "a" or infinitive_next(page, start) else None
    if word.upos in ("VERB", "AUX") and page.feat(start, "VerbForm") == "Inf":
        return "inf"
    participle = page.feat(start, "VerbForm") == "Part"
    if cue.takes("adj") and (word.upos == "ADJ" or participle or (word.upos == "NOUN" and not cue.takes("noun"))):
        return "adj"
    if word.upos in ("NOUN", "DET", "PROPN", "ADJ", "NUM", "PRON") or word.is_mark:
        return "adj" if cue.takes("adj") and not cue.takes("noun") and word.is_mark else "noun"
    return None
