"""Experiencers: who feels or thinks something as an indirect object ("al juez le preocupa que …")."""

from __future__ import annotations

from teletipo.cast import Cast
from teletipo.grammar.relatives import RELATIVES
from teletipo.speech.antecedents import nearest_before
from teletipo.speech.cue_subjects import subject_speaker
from teletipo.speech.cues import Cue
from teletipo.speech.naming import Speaker, named
from teletipo.speech.page import Page
from teletipo.speech.views import PRONOUNS
from teletipo.tags import NAMING, WITHIN


def experiencer(page: Page, cue: Cue, cast: Cast) -> Speaker:
    """Who feels or thinks it, the indirect object: "al juez le preocupa que …"; unknown if only "le" names him."""
    sentence, token = page.tree(cue.verb)
    if (before := _named_first(page, cue.first)) is not None:
        head = next((n for n in before if page.words[n].upos in NAMING), before.stop - 1)
        pronoun = page.low[head] in PRONOUNS
        return Speaker(elided=True) if pronoun else named(page, cast, before.start, before.stop, head)
    for child in sentence.kids(token, "obl:arg", "iobj", "obl", "obj"):
        if any(sentence.low[c] in ("a", "al") for c in sentence.kids(child, "case")):
            return subject_speaker(page, cast, sentence.index, token, child)
    if page.low[max(0, cue.first - 2) : cue.first] in (("a", "quien"), ("a", "quienes")):
        return Speaker(entity=nearest_before(cast, sentence.index, page.words[cue.first].token), elided=True)
    return Speaker(elided="les" not in page.low[cue.first : cue.verb])  # who spoke last is mostly one person


def _named_first(page: Page, number: int) -> range | None:
    """The noun phrase of "al juez (no) le preocupa", before the word `number`."""
    stop = number - (page.low[number - 1] == "no") if number else 0
    for n in range(stop - 1, page.words_around(number).start - 1, -1):
        if page.low[n] in ("a", "al"):
            return range(n + 1, stop) if n + 1 < stop else None
        if page.words[n].upos not in WITHIN | {"PRON"} or page.low[n] in RELATIVES:
            return None
    return None
