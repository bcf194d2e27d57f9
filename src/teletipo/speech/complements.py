"""Complements: reported words that are not a clause: noun phrases, infinitives, judgements, questions."""

from __future__ import annotations

from itertools import takewhile

from teletipo.spans import Span
from teletipo.speech.content import clause_end
from teletipo.speech.cues import Cue
from teletipo.speech.finding import Finding, Reading, trimmed, unmarked
from teletipo.speech.objects import HAVING, complement_start, infinitive_next, judged
from teletipo.speech.page import Page
from teletipo.speech.quotations import Quotation
from teletipo.tags import NOMINAL

_STATES = frozenset("haber estar ser tener".split())  #: infinitives by which somebody says how things are
#: auxiliaries of clauses that say nothing on their own ("por haber revelado el plan")
_NO_REPORT = frozenset("haber haya hayan hubiera hubieran hubiese hubiesen habiendo".split())
_DATIVES = frozenset({"le", "les", "me", "nos"})
_HEAD = 4  #: words from the start of a complement within which its noun stands
_NEAR = 10  #: words from the start of a complement within which one quoted word makes it reported speech
_LONG = 4  #: words of a quotation that is no name
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
    if frame == "noun" and _passive(page, cue, start):
        return None
    if frame == "noun" and (_pronoun(page, cue) or page.words[start].low == "lo"):  # "afirmó lo contrario"
        return None
    voiced = frame is not None and _voiced(reading, cue, frame, start) and not (frame == "noun" and _related(page, cue))
    if frame is None or not (voiced or _quotes_words(reading, cue, span)):
        return None
    if frame == "en" and _class_behind(page, start) == "DET":
        span = trimmed(page.text, page.words[start + 1].start, end)
    return Finding(content=(unmarked(page, span),), frame=frame)


def _passive(page: Page, cue: Cue, start: int) -> bool:
    """True for "se rechazó la ley", but not for "se refirió a la ley", "se dijo «harta»"."""
    return cue.impersonal and page.low[cue.last] not in ("a", "al", "así", "por") and not page.words[start].is_mark


def _class_behind(page: Page, number: int) -> str | None:
    """The class of the word behind one; None at the end of an article that breaks off ("habló de")."""
    return page.words[number + 1].upos if number + 1 < len(page.words) else None


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


def _state_of_speaker(page: Page, cue: Cue, frame: str, start: int) -> bool:
    """True for "mencionó tener …", "confesó haber …", "insistió en la necesidad …", whatever else the verb takes."""
    if cue.passive or cue.impersonal or start + 1 >= len(page.words):
        return False
    after = page.words[start + 1]
    if frame == "en":
        return cue.entry.kind == "say" and after.upos == "DET"
    infinitive = after.low if page.words[start].low == "no" else page.words[start].low
    return frame == "inf" and cue.entry.kind in ("say", "deny", "think") and infinitive in _STATES | HAVING


def _modal_clause(page: Page, cue: Cue, frame: str, start: int) -> bool:
    """True for "planteó la necesidad de que …": what is said is a clause, and the noun says how it is meant."""
    if frame != "noun" or cue.passive or cue.impersonal or cue.entry.kind not in ("say", "request"):
        return False
    noun = page.low[start + 1 : start + 2] if page.words[start].upos == "DET" else page.low[start : start + 1]
    return noun[0] in page.lists.modal if noun and _clause_after_noun(page, start) else False


def _clause_after_noun(page: Page, start: int) -> bool:
    """True if "de que" follows the noun of the complement."""
    return any(page.low[n : n + 2] == ("de", "que") for n in range(start + 1, start + _HEAD))


def _before_clitic(page: Page, cue: Cue) -> str:
    """The word before "la" or "lo" before the cue ("como la señala la ley")."""
    clitic = cue.first > 1 and page.words[cue.first - 1].low in ("lo", "la", "los", "las")
    return page.words[cue.first - 2].low if clitic else ""


def _voiced(reading: Reading, cue: Cue, frame: str, start: int) -> bool:
    """True if the complement counts without quoted words: licensed, and no act by its noun; or a thought shown."""
    page = reading.page
    nouns = [word.low for word in page.words[start : start + _HEAD] if word.upos != "ADJ"]
    head = next((low for low in nouns if low in reading.page.lists.stances or low in reading.page.lists.feelings), None)
    if (head in reading.page.lists.stances and frame != "adj") or (
        cue.entry.kind == "deny" and _withheld(page, cue, nouns)
    ):
        return False
    if frame == "de" and cue.takes("number") and _class_behind(page, start) == "NUM":
        return not (cue.negated or cue.impersonal)  # "habló de 12.000 manifestantes"
    if _state_of_speaker(page, cue, frame, start) or _modal_clause(page, cue, frame, start):
        return True
    shown = head in reading.page.lists.feelings and frame == "noun" and "thought" in cue.entry.takes
    if frame == "noun" and (_restrictive(page, cue) or (cue.mode == "gerund" and cue.entry.verb in page.lists.showing)):
        return False
    if frame == "noun" and cue.entry.kind == "judge" and _object_before(page, cue):
        return True
    return (shown and not (cue.passive or cue.negated or cue.impersonal)) or _licensed(cue, frame)


def _withheld(page: Page, cue: Cue, nouns: list[str]) -> bool:
    """True for "le negó el amparo", "negó la visa al cónsul": something is refused, nothing is said."""
    return not page.lists.grants.isdisjoint(nouns) or not _DATIVES.isdisjoint(page.low[cue.first : cue.verb])


def _object_before(page: Page, cue: Cue) -> bool:
    """True for "la consideró un error", "…, que consideró un error": what is judged precedes the verb."""
    clitics = set(page.low[cue.first : cue.verb]) & {"lo", "la", "los", "las"}
    relative = cue.first > 1 and page.low[cue.first - 2 : cue.first] == (",", "que")
    return (bool(clitics) or relative) and not (cue.negated or cue.impersonal)


def _restrictive(page: Page, cue: Cue) -> bool:
    """True for "la agencia que anunció el cierre", which identifies the agency and reports nothing."""
    if cue.first < 2 or page.words[cue.first - 1].low != "que":
        return False
    return page.words[cue.first - 2].upos in NOMINAL


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
    """True if words of the speaker, not a name or title, are quoted in the complement."""
    page, thought = reading.page, cue.entry.kind == "think"
    expected = cue.entry.verb in page.lists.expecting and not (cue.impersonal or cue.negated)
    if cue.entry.kind == "ask" or cue.entry.takes == ("free",) or (thought and not expected):
        return False
    for q in page.quotations_between(span.start, span.end):
        before = range(page.word_from(span.start), page.word_from(q.outer.start))
        near = len(page.text[span.start : q.outer.start].split()) <= _NEAR
        if not span.contains(q.outer) or _belongs_elsewhere(reading, before, near=near):
            continue
        if (near and _is_expectation(page, before, q)) if thought else _is_speech(q.inner.of(page.text), near=near):
            return True
    return False


def _belongs_elsewhere(reading: Reading, before: range, *, near: bool) -> bool:
    """True for a title ("bajo el lema «…»") and for words behind a verb of their own ("… que dice: «…»")."""
    titled = reading.page.low[max(before.stop - 1, 0)] in reading.page.lists.titled
    others = (reading.by_verb[n] for n in before if n in reading.by_verb)
    return titled or any(other.mode == "finite" or not near for other in others)


def _is_speech(quoted: str, *, near: bool) -> bool:
    """True for words that are no name; where much stands before them it takes more to be sure."""
    small, long = quoted[:1].islower(), len(quoted.split()) >= _LONG
    return (small or long) if near else (small and long)


def _is_expectation(page: Page, before: range, q: Quotation) -> bool:
    """True for "espera «avances claros»", not for "espera «con calma» el dinero" or "espera a «los suyos»"."""
    quoted = q.inner.of(page.text)
    how = not before and page.words[page.word_from(q.inner.start)].upos == "ADP"
    return quoted[:1].islower() and len(quoted.split()) > 1 and not how and page.low[before.start] != "a"


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
