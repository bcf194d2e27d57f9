"""Outcomes: a clause by which the writer tells how things went after reported words, or what others said of them."""

from __future__ import annotations

from teletipo.speech.cues import Cue
from teletipo.speech.finding import Reading
from teletipo.speech.page import Page
from teletipo.speech.postposed import noun_phrase_after
from teletipo.speech.subordination import main_verb
from teletipo.speech.tenses import is_past, tells

#: what opens, after a comma, how things went in fact ("pidió que viniera, pero no vino") or an answer ("a lo que …")
_HOWEVER = (
    ("pero",),
    ("aunque",),
    ("sin", "embargo"),
    ("no", "obstante"),
    ("si", "bien"),
    ("lo", "que"),
    ("lo", "cual"),
    ("por", "lo", "que"),
    ("por", "lo", "cual"),
    ("mientras", "que"),
)
#: words without a comma before them that open one, too ("pidió que viniera y ella se quedó")
_AND = (("y",), ("e",))
_REPLIES = (("a", "lo", "que"), ("a", "lo", "cual"))


def in_fact(page: Page, cue: Cue, start: int, number: int) -> bool:
    """True at "pero" in "pidió que viniera, pero no vino": a wish, and then what happened; or at an answer to it."""
    joined = (page.low[number],) in _AND
    among = _AND if joined else (*_REPLIES, *_HOWEVER) if page.low[number - 1] == "," else ()
    opening = next((o for o in among if page.low[number : number + len(o)] == o), None)
    if opening is None or page.low[start] != "que":
        return False
    first = number + len(opening)
    stop = page.words_around(number).stop
    after = main_verb(page, range(first, stop))
    if after is None or not tells(page, cue.verb, after):
        return False
    said = main_verb(page, range(start + 1, number))
    if joined and not _apart(page, said, number, after):
        return False
    return opening in _REPLIES or page.feat(cue.verb if said is None else said, "Mood") == "Sub"


def _apart(page: Page, said: int | None, number: int, after: int) -> bool:
    """True if "y" at that word joins the verb `after` to none of the words since the verb of what was `said`."""
    if said is None or (not is_past(page, after) and page.low[after] not in ("ha", "han")):
        return False
    between = page.words[number + 1 : after]
    if any(w.low in ("que", ";", "y", "e") or w.is_mark for w in between):
        return False
    last = max(n for n in range(said, number) if page.is_finite(n))
    return page.feat(last, "Mood") == "Sub"


def confirmed(reading: Reading, cue: Cue, number: int) -> bool:
    """True at "lo que" in "dijo que no hay fondos, lo que confirmó la ministra": somebody else speaks of it."""
    page, other = reading.page, reading.by_verb.get(number + 2)
    if other is None or page.low[number : number + 2] not in (("lo", "que"), ("lo", "cual")):
        return False
    spoken = other.entry.kind in ("say", "deny") and tells(page, cue.verb, other.verb)
    return spoken and noun_phrase_after(page, other) is not None
