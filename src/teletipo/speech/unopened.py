"""Unopened: clauses that a cue reports without a "que" ("pidió al alcalde detenga la obra")."""

from __future__ import annotations

from teletipo.speech.content import clause_end
from teletipo.speech.cues import Cue
from teletipo.speech.finding import Finding, Reading, trimmed
from teletipo.speech.page import Page
from teletipo.tags import WITHIN

_BEFORE_VERB = frozenset("no se le les lo la los las ya".split())
_RELATIVES = frozenset("que cual cuales".split())
#: words that open the clause of a cue, whose next verb then is none that the cue reports ("lo que dijo es falso")
_OPENERS = frozenset("que quien quienes cual cuales como según cuando donde si cuanto lo".split())
_MODALS = ("deb", "pued", "pod", "pudo", "pudier", "tien", "hay", "habrá")
_ADDRESSEE = WITHIN - {"CCONJ"}
_REACH = 20  #: words from a cue to the verb that it asks for


def unopened(reading: Reading, cue: Cue) -> Finding | None:
    """The clause that begins with its verb right after the cue, or after whom a request is made to."""
    page = reading.page
    if not cue.takes("que") or cue.passive or cue.impersonal or cue.negated:
        return None
    if cue.entry.kind == "request":
        start = _asked(page, cue)
    else:
        plain = cue.mode == "finite" and cue.entry.kind in ("say", "think") and not opened(page, cue)
        start = cue.last if plain and _states(page, cue.last) else None
    return _said(reading, cue, start, postposed=False) if start is not None else None


def related(reading: Reading, cue: Cue) -> Finding | None:
    """What goes on after "que dijo", the relative being part of it ("pagó una obra que dijo (,) es cara")."""
    page = reading.page
    relative = cue.first - 1 - (page.low[max(0, cue.first - 1)] == "según")
    plain = cue.mode == "finite" and not (cue.passive or cue.impersonal or cue.negated)
    if not plain or not cue.takes("que") or relative < 2 or page.low[relative] not in _RELATIVES:
        return None
    if cue.last + 1 >= len(page.words):
        return None
    comma = page.low[cue.last] == ","
    start = cue.last + comma
    verb = goes_on_at(reading, start) if comma else _verb_at(page, start) is not None
    if page.words[relative - 1 - (page.words[relative - 1].upos == "DET")].upos == "ADP":
        # "un libro del que dijo, (“)dará que hablar", but not "la obra con la que dijo cumplir"
        goes_on = comma and (verb or page.words[start].is_mark)
    else:
        begun = _states(page, start) or (verb and not (comma and cue.takes("noun")))
        goes_on = begun and _complements(page, relative)
    return _said(reading, cue, start, postposed=True) if goes_on else None


def _said(reading: Reading, cue: Cue, start: int, *, postposed: bool) -> Finding:
    page = reading.page
    said = trimmed(page.text, page.words[start].start, clause_end(reading, cue, start))
    return Finding(content=(said,), frame="wedged" if postposed else "que", postposed=postposed)


def goes_on_at(reading: Reading, number: int) -> bool:
    """True at a verb in the indicative that reports nothing itself, or at its "no" or pronouns."""
    verb = _verb_at(reading.page, number)
    return verb is not None and verb not in reading.by_verb and reading.page.feat(verb, "Mood") != "Sub"


def _verb_at(page: Page, number: int) -> int | None:
    """The finite verb at that word, or after the pronouns there and "no"."""
    n = number
    while n < len(page.words) and page.low[n] in _BEFORE_VERB:
        n += 1
    return n if n < len(page.words) and page.is_finite(n) else None


def _states(page: Page, number: int) -> bool:
    """True where only a clause can begin: "es", "ha", "debe", "no podrá", "se", each with a verb in the indicative."""
    verb = _verb_at(page, number)
    if verb is None or page.feat(verb, "Mood") == "Sub":
        return False
    return page.words[verb].upos == "AUX" or page.low[verb].startswith(_MODALS) or page.low[verb - 1] == "se"


def _asked(page: Page, cue: Cue) -> int | None:
    """Where "(se) reabra" begins in "pidió (ayer) (al alcalde) (se) reabra la escuela"."""
    n, times = cue.last, page.lists.times | {"este", "esta"}
    while n < len(page.words) and page.low[n] != "no" and (page.words[n].upos == "ADV" or page.low[n] in times):
        n += 1
    if n < len(page.words) and page.low[n] in ("a", "al"):
        stop = min(n + _REACH, page.words_around(cue.verb).stop)
        while n < stop and page.words[n].upos in _ADDRESSEE:
            n += 1
    verb = _verb_at(page, n)
    return n if verb is not None and page.feat(verb, "Mood") == "Sub" else None


def opened(page: Page, cue: Cue) -> bool:
    """True for the cue of "lo que dijo", "como dijo", "quien dijo"."""
    for n in range(cue.first - 1, page.words_around(cue.first).start - 1, -1):
        if page.low[n] in _OPENERS:
            return True
        if page.is_finite(n) or page.low[n] in (",", ";", ":"):
            return False
    return False


def _complements(page: Page, relative: int) -> bool:
    """True if the noun before the relative stands after its own verb: "pagó la obra que"."""
    n = relative - 1 - page.low[relative - 1].startswith("mism")  # "la muestra, misma que"
    n -= page.low[n] == ","
    for k in range(n, page.words_around(relative).start - 1, -1):
        if page.words[k].upos in ("VERB", "AUX"):
            return page.is_finite(k) or page.feat(k, "VerbForm") in ("Inf", "Ger", "Part")
        if page.words[k].upos not in _ADDRESSEE and page.low[k] != "lo":
            return False
    return False
