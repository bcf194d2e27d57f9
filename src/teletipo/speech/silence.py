"""Silence: verbs of saying where nothing is said ("no ha dicho que vaya a dimitir", "para que diga que")."""

from __future__ import annotations

from itertools import pairwise, takewhile

from teletipo.speech.cues import Cue
from teletipo.speech.finding import Finding
from teletipo.speech.page import Page
from teletipo.tags import NOMINAL, WITHIN

_NOBODY = frozenset("nadie ningún ninguno ninguna".split())
_OPENERS = frozenset("que si quien quienes cuando".split())
_EDGES = frozenset(", . ; : que y e pero".split())
_PAST_SUBJUNCTIVE = ("ra", "ran", "se", "sen")
_WANTED = frozenset("para antes sin si caso quien quienes".split())
_FACTUAL = frozenset("después luego hecho pese pesar".split())
_MEMBERS = frozenset("que cuales ellos ellas".split())
_GROUP = 2  #: words of "entre ellos" at least
_BEFORE = 4  #: words before a relative or a verb among which "entre" or "no" opens its phrase
_NEAR = 8  #: words before a verb within which "ninguna autoridad" is its subject


def unsaid(page: Page, cue: Cue, finding: Finding) -> bool:
    """True if nobody says it: "ninguna autoridad confirmó …", "no dijo si", "no ha dicho que vaya …".

    "No cree que" is a thought. Nor does anybody in "entre los que destacan …" and "como se recuerda, …".
    """
    if _names_members(page, cue) or _known(page, cue):
        return True
    if finding.postposed:
        return cue.negated and cue.entry.kind in ("say", "support")
    if _hypothetical(page, cue) or _conditional(page, cue):
        return True
    unit = page.words_around(cue.first)
    near = (word.low for word in reversed(page.words[max(unit.start, cue.first - _NEAR) : cue.first]))
    if _NOBODY & set(takewhile(lambda low: low not in _EDGES, near)):
        return True
    if not cue.negated or cue.entry.kind != "say":
        return False
    return finding.frame == "si" or (finding.frame == "que" and _subjunctive(page, finding))


def _known(page: Page, cue: Cue) -> bool:
    """True for "como se recordará, …", by which the writer speaks to the reader."""
    return cue.impersonal and cue.entry.verb in page.lists.known and page.low[max(0, cue.first - 1)] == "como"


def _names_members(page: Page, cue: Cue) -> bool:
    """True for "entre los que destacan …", "entre las obras destaca …": the verb names the members of a group.

    Not for "entre los avances destacó …", which somebody may have said.
    """
    first = cue.first
    while first and page.words[first - 1].upos == "ADV":
        first -= 1
    before = page.low[page.words_around(cue.first).start : first]
    entre = next((n for n in range(len(before) - 1, -1, -1) if before[n] == "entre"), None)
    if entre is None or len(before) - entre < _GROUP:
        return False
    if before[-1] in _MEMBERS:
        return len(before) - entre <= _BEFORE
    told = page.low[cue.verb].endswith("ó") or page.low[cue.last : cue.last + 1] == ("que",)
    group = page.words[first - len(before) + entre + 1 : first]
    apart = any(b.upos == "DET" and a.upos in NOMINAL for a, b in pairwise(group))  # a subject
    whole = group[0].upos == "DET" and all(w.upos in WITHIN for w in group)
    return cue.entry.verb in page.lists.excelling and whole and not (told or apart)


def _hypothetical(page: Page, cue: Cue) -> bool:
    """True for "para que diga que …", "quienes digan que …"; not for "después de que dijera que …", which happened."""
    group = range(cue.first, cue.verb + 1)
    if cue.mode != "finite" or all(page.feat(n, "Mood") != "Sub" for n in group):
        return False
    unit = page.words_around(cue.first)
    before = page.low[unit.start : cue.first]
    opening = next((n for n in range(len(before) - 1, -1, -1) if before[n] in _OPENERS), None)
    if opening is None:
        return False
    lead = {before[opening], *before[max(0, opening - 2) : opening]} - {"que", "de"}
    told = any(page.low[n].startswith("hay") or page.low[n].endswith(_PAST_SUBJUNCTIVE) for n in group)
    lacking = "no" in before[max(0, opening - _BEFORE) : opening]
    return lacking or bool(lead & (_WANTED | _NOBODY)) if told else not lead & _FACTUAL


def _conditional(page: Page, cue: Cue) -> bool:
    """True for "si el juez confirma que …", where nothing is confirmed yet, unlike "si bien el juez confirma"."""
    if cue.mode != "finite" or page.feat(cue.verb, "Tense") != "Pres" or page.words[cue.verb].ends_as_past:
        return False
    unit = page.words_around(cue.first)
    for n in range(cue.first - 1, max(unit.start - 1, cue.first - _NEAR), -1):
        if page.low[n] == "si":
            return page.low[n + 1] != "bien"
        if page.low[n] in _EDGES or page.is_finite(n):
            return False
    return False


def _subjunctive(page: Page, finding: Finding) -> bool:
    """True if the first finite verb of the clause is in the subjunctive."""
    words = range(page.word_from(finding.content[0].start), page.word_from(finding.content[0].end))
    verb = next((n for n in words if page.is_finite(n)), None)
    return verb is not None and page.feat(verb, "Mood") == "Sub"
