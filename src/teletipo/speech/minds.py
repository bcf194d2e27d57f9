"""Minds: whether the grammatical speaker is somebody who can speak at all."""

from __future__ import annotations

from teletipo.cast import Cast
from teletipo.speech.cues import Cue
from teletipo.speech.finding import Reading
from teletipo.speech.naming import Speaker
from teletipo.speech.page import Page

_NEUTER = frozenset("esto eso ello aquello todo".split())


def is_proof(reading: Reading, cue: Cue, speaker: Speaker, cast: Cast) -> bool:
    """True if no mind speaks: a thing shows something ("los ensayos muestran que") or is abstract ("la crisis …")."""
    if speaker.head is None or not cast.placed:
        return False
    if cue.entry.verb not in reading.page.lists.showing:
        own = cue.mode == "finite" and not cue.passive and speaker.span is not None and speaker.head < cue.verb
        return own and _is_abstract(reading.page, speaker, cast)
    word = reading.page.words[speaker.head]
    sentence, token = reading.page.tree(speaker.head)
    thing = word.upos == "NOUN" or word.low in _NEUTER
    lists = reading.page.lists
    known = word.low in lists.documents | lists.collectives or cast.at(sentence.index, token) is not None
    return thing and not known


def is_acted_on(page: Page, cue: Cue, speaker: Speaker, cast: Cast) -> bool:
    """True for "criticó la situación: «…»": what follows the verb is its object, whatever the tree says."""
    after = speaker.head is not None and speaker.head > cue.verb and cue.entry.verb not in page.lists.showing
    return after and _is_abstract(page, speaker, cast)


def _is_abstract(page: Page, speaker: Speaker, cast: Cast) -> bool:
    """True for what cannot speak: "esto", or an abstract noun for nobody in the cast ("la situación")."""
    if speaker.head is None or speaker.entity is not None or not cast.placed:
        return False
    low = page.low[speaker.head]
    if low in _NEUTER or (low in page.lists.measures and low not in page.lists.documents):
        return True
    noun = page.words[speaker.head].upos == "NOUN" and low.endswith(page.lists.abstract)
    return noun and low not in page.lists.documents | page.lists.collectives | page.lists.outlets
