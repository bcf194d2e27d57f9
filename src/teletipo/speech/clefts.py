"""Clefts: what is said after "lo que (sí) dijo (el ministro) es que …"."""

from __future__ import annotations

from teletipo.speech.cues import Cue
from teletipo.speech.page import Page

_NEAR = 6  #: words from the verb to its "es que"


def cleft(page: Page, cue: Cue) -> int | None:
    """The "que" that opens what is said, or None where the cue is in no cleft."""
    before = [low for low in page.low[max(0, cue.first - 3) : cue.first] if low not in ("sí", "no")]
    if before[-2:] != ["lo", "que"]:
        return None
    near = range(cue.last, min(cue.last + _NEAR, len(page.low) - 1))
    return next((n + 1 for n in near if page.low[n] in ("es", "fue") and page.low[n + 1] == "que"), None)
