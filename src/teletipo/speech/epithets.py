"""Epithets: other words for whoever has just spoken ("agregó la diplomática", "el también diputado")."""

from __future__ import annotations

from teletipo.cast import Cast
from teletipo.speech.page import Page
from teletipo.speech.utterance import Utterance

_NEAR = 2  #: printed sentences over which an elided speaker is taken to be the last one
_EPITHET = 3  #: words of "ex luchador social"
_CITING = frozenset("según de conforme para a".split())  #: what opens a phrase that names a source
_VOICE = "subject of a verb of speaking"  #: why somebody is in the cast whose noun is in no list


def described(page: Page, cast: Cast, u: Utterance, last: Utterance | None) -> bool:
    """True for a description of nobody known right after somebody spoke: "agregó la diplomática".

    Before a verb and after "según" it must be a noun for people ("El ex pertiguista dijo que …"): "el auto" is none.
    """
    span = u.speaker.span
    if span is None or last is None or u.cue is None or not _unknown(cast, u):
        return False
    article, *words = span.of(page.text).lower().split()
    if article not in ("el", "la") or not near(page, u, last):
        return False
    cited = page.low[page.word_from(u.cue.start)] in _CITING
    if span.start >= u.cue.end and not cited:
        return True
    person = bool(words) and (words[0] == "ex" or words[0].endswith(page.lists.epithets))
    him = article == "el" and cast.kind_of(last.speaker.entity) == "person"
    beside = cited or u.cue.start - span.end <= 1
    return person and him and beside and len(words) <= _EPITHET


def also(page: Page, cast: Cast, u: Utterance, last: Utterance | None) -> bool:
    """True for "el también diputado", which adds another post of the person who has just spoken."""
    span = u.speaker.span
    if span is None or last is None or cast.kind_of(last.speaker.entity) != "person":
        return False
    words = span.of(page.text).lower().split()
    return words[:1] in (["el"], ["la"]) and words[1:2] == ["también"] and near(page, u, last)


def _unknown(cast: Cast, u: Utterance) -> bool:
    """True if the words before the cue name nobody known, or somebody of whom only this is told, that he speaks."""
    span, who = u.speaker.span, u.speaker.entity
    if who is None or span is None or u.cue is None:
        return who is None
    first = cast.mentions_of(who)[0].mention
    return span.start < u.cue.start and first.start == span.start and first.why == _VOICE


def near(page: Page, u: Utterance, last: Utterance) -> bool:
    """True if there is little between the two; in mid-paragraph, if both are in the same paragraph."""
    now, then = (page.unit_number((x.cue or x.content[0]).start) for x in (u, last))
    here, there = page.units[now - 1].start, page.units[then - 1].start
    line = page.text.rfind("\n", 0, here) + 1
    return now - then <= _NEAR and (here == line or there >= line)
