"""Silence: verbs of saying that tell that nothing was said ("no ha dicho que vaya a dimitir")."""

from __future__ import annotations

from itertools import takewhile

from teletipo.speech.cues import Cue
from teletipo.speech.finding import Finding
from teletipo.speech.page import Page

_NOBODY = frozenset("nadie ningún ninguno ninguna".split())
_EDGES = frozenset(", . ; : que y e pero".split())
_NEAR = 8  #: words before a verb within which "ninguna autoridad" is its subject


def unsaid(page: Page, cue: Cue, finding: Finding) -> bool:
    """True if nobody says it: "ninguna autoridad confirmó …", "no ha dicho que vaya …"; "no cree que" is a thought."""
    if finding.postposed:
        return False
    unit = page.words_around(cue.first)
    near = (word.low for word in reversed(page.words[max(unit.start, cue.first - _NEAR) : cue.first]))
    if _NOBODY & set(takewhile(lambda low: low not in _EDGES, near)):
        return True
    return cue.negated and cue.entry.kind == "say" and finding.frame == "que" and _subjunctive(page, finding)


def _subjunctive(page: Page, finding: Finding) -> bool:
    """True if the first finite verb of the clause is in the subjunctive."""
    words = range(page.word_from(finding.content[0].start), page.word_from(finding.content[0].end))
    verb = next((n for n in words if page.is_finite(n)), None)
    return verb is not None and page.feat(verb, "Mood") == "Sub"
