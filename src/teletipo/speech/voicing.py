"""Voicing: which noun phrases, infinitives and the like are what somebody says, though no clause follows the cue."""

from __future__ import annotations

from teletipo.spans import Span
from teletipo.speech.cues import Cue
from teletipo.speech.finding import Reading
from teletipo.speech.objects import HAVING
from teletipo.speech.page import Page
from teletipo.tags import NOMINAL

_STATES = frozenset("haber estar ser tener".split())  #: infinitives by which somebody says how things are
_DATIVES = frozenset({"le", "les", "me", "nos"})
_HEAD = 4  #: words from the start of a complement within which its noun stands
_NEAR = 10  #: words from the start of a complement within which one quoted word makes it reported speech
_LONG = 4  #: words of a quotation that is no name


def voiced(reading: Reading, cue: Cue, frame: str, start: int) -> bool:
    """True if the complement counts without quoted words: licensed, and no act by its noun; or a thought shown."""
    page = reading.page
    nouns = [word.low for word in page.words[start : start + _HEAD] if word.upos != "ADJ"]
    head = next((low for low in nouns if low in reading.page.lists.stances or low in reading.page.lists.feelings), None)
    if (head in reading.page.lists.stances and frame != "adj") or (
        cue.entry.kind == "deny" and _withheld(page, cue, nouns)
    ):
        return False
    if cue.entry.kind in ("say", "request") and _untold(page, start):
        return False
    if frame == "de" and cue.takes("number") and class_behind(page, start) == "NUM":
        return not (cue.negated or cue.impersonal)  # "habló de 12.000 manifestantes"
    if _state_of_speaker(page, cue, frame, start) or _modal_clause(page, cue, frame, start):
        return True
    shown = head in reading.page.lists.feelings and frame == "noun" and "thought" in cue.entry.takes
    if frame == "noun" and (_restrictive(page, cue) or (cue.mode == "gerund" and cue.entry.verb in page.lists.showing)):
        return False
    if frame == "noun" and cue.entry.kind == "judge" and _object_before(page, cue):
        return True
    return (shown and not (cue.passive or cue.negated or cue.impersonal)) or _licensed(cue, frame)


def quotes_words(reading: Reading, cue: Cue, span: Span) -> bool:
    """True if words of the speaker, not a name or title, are quoted in the complement."""
    page, thought = reading.page, cue.entry.kind == "think"
    expected = cue.entry.verb in page.lists.expecting and not (cue.impersonal or cue.negated)
    state = cue.entry.takes == ("que",) and bool(cue.entry.rest) and not cue.entry.reflexive  # "está en contra de «X»"
    if cue.entry.kind == "ask" or cue.entry.takes == ("free",) or (thought and not expected) or state:
        return False
    for q in page.quotations_between(span.start, span.end):
        before = range(page.word_from(span.start), page.word_from(q.outer.start))
        near = len(page.text[span.start : q.outer.start].split()) <= _NEAR
        if not span.contains(q.outer) or _belongs_elsewhere(reading, before, near=near):
            continue
        if near if thought else _is_speech(q.inner.of(page.text), near=near):
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


def class_behind(page: Page, number: int) -> str | None:
    """The class of the word behind one; None at the end of an article that breaks off ("habló de")."""
    return page.words[number + 1].upos if number + 1 < len(page.words) else None


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
    """True for "planteó la necesidad de que …", "… de cerrar": the noun says how what is said is meant.

    After a request, only with a clause: the rest is the request alone.
    """
    if frame != "noun" or cue.passive or cue.impersonal or cue.entry.kind not in ("say", "request"):
        return False
    noun = page.low[start + 1 : start + 2] if page.words[start].upos == "DET" else page.low[start : start + 1]
    return noun[0] in page.lists.modal if noun and _spelt_out(page, cue, start) else False


def _spelt_out(page: Page, cue: Cue, start: int) -> bool:
    """True if "de que" follows the noun of the complement, or "de" and the verb is one of saying."""
    after = range(start + 1, start + _HEAD)
    said = cue.entry.kind == "say" and not (cue.negated or cue.takes("thought") or _restrictive(page, cue))
    return any(page.low[n : n + 2] == ("de", "que") or (said and page.low[n : n + 1] == ("de",)) for n in after)


def _untold(page: Page, start: int) -> bool:
    """True for "expuso sus ideas", "informó de los detalles": its noun tells that something is said, but not what.

    A clause behind it says what: "su idea de que …", "la propuesta de cerrar …".
    """
    noun = next((n for n in range(start, min(start + _HEAD, len(page.words))) if page.words[n].upos == "NOUN"), start)
    if page.low[noun] not in page.lists.vessels:
        return False
    clause = page.low[noun + 2 : noun + 3] == ("que",) or page.feat(noun + 2, "VerbForm") == "Inf"
    return not (page.low[noun + 1 : noun + 2] == ("de",) and clause)


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
    if cue.impersonal or cue.negated:
        return False
    if frame in ("a", "en", "con", "para", "por"):
        return False
    return frame in cue.entry.takes and not (frame == "de" and cue.entry.kind not in ("say", "judge"))
