"""Addressees: to whom something is said, by the tree around the cue or by a conversation named in the sentence."""

from __future__ import annotations

from teletipo.cast import SOMEBODY, Cast
from teletipo.speech.cues import Cue
from teletipo.speech.finding import Finding
from teletipo.speech.page import Page


def addressee_of(page: Page, cue: Cue, finding: Finding, cast: Cast) -> str | None:
    """The entity that is addressed ("dijo a la prensa"), if the cast knows it."""
    sentence, token = page.tree(cue.verb)
    for child in sentence.kids(token, "obl:arg", "iobj", "obl", "obj"):
        to = any(sentence.low[c] in ("a", "al") for c in sentence.kids(child, "case"))
        if not to or any(c.contains(sentence.span(child)) for c in finding.content):
            continue
        placed = cast.at(sentence.index, child)
        if placed is not None:
            return placed.entity
    return _talked_to(page, cue, finding, cast)


def _talked_to(page: Page, cue: Cue, finding: Finding, cast: Cast) -> str | None:
    """The audience or partner of a conversation: "en declaraciones a la BBC", "en una entrevista con Efe"."""
    said = finding.content
    for n in page.words_around(cue.verb):
        word = page.words[n]
        if word.low not in page.lists.talks or any(c.start <= word.start < c.end for c in said):
            continue
        if page.low[n + 1 : n + 2] not in (("a",), ("al",), ("con",), ("para",)):
            continue
        sentence, token = page.tree(n + 1)
        after = (p for p in cast.within(sentence.index) if token < p.first <= token + 2 and p.mention.form != "elided")
        found = next((p for p in after if cast.kind_of(p.entity) in SOMEBODY), None)
        if found is not None:
            return found.entity
    return None
