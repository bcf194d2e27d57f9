"""Gapped: a second speaker who shares the verb of the first ("Rivas habló de 12 vuelos y Soto de 80")."""

from __future__ import annotations

import msgspec

from teletipo.cast import Cast
from teletipo.speech.finding import Reading, trimmed, unmarked
from teletipo.speech.naming import named
from teletipo.speech.page import Page
from teletipo.speech.utterance import Utterance

_JOINING = frozenset({"y", "e", "mientras", "pero"})
_PHRASE = frozenset({"DET", "NOUN", "PROPN", "ADJ", "ADP"})
_LONGEST = 8  #: words that name the second speaker


def shared(reading: Reading, cast: Cast, u: Utterance) -> list[Utterance]:
    """The utterance alone, or cut where another speaker's figure or quoted words begin, with those."""
    page = reading.page
    if u.cue is None or len(u.content) != 1:
        return [u]
    start, stop = page.word_from(u.content[0].start), page.word_from(u.content[0].end)
    opening = page.low[start] if page.low[start] in ("de", "en") else page.low[start - 1]
    if opening not in ("de", "en"):
        return [u]
    for joint in range(start + 1, stop):
        second = _opening(reading, joint, stop, opening) if page.low[joint] in _JOINING else None
        if second is not None:
            first = trimmed(page.text, u.content[0].start, page.words[joint].start)
            rest = unmarked(page, trimmed(page.text, page.words[second].start, u.content[0].end))
            head = next(n for n in range(joint + 1, second) if n in reading.parties)
            who = named(page, cast, joint + 1, second, head)
            other = Utterance(content=(rest,), cue=None, speaker=who)
            return [msgspec.structs.replace(u, content=(unmarked(page, first),)), other]
    return [u]


def _opening(reading: Reading, joint: int, stop: int, opening: str) -> int | None:
    """The word at which the second one's words begin, if only a party stands between it and the conjunction."""
    page, party = reading.page, False
    for n in range(joint + 1, min(stop - 1, joint + _LONGEST)):
        if party and page.low[n] == opening and _is_measure(page, n + 1):
            return n
        if page.words[n].upos not in _PHRASE:
            return None
        party = party or n in reading.parties
    return None


def _is_measure(page: Page, number: int) -> bool:
    """True for a figure or the mark that opens quoted words."""
    return page.words[number].upos == "NUM" or page.words[number].is_mark
