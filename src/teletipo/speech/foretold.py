"""Foretold: words in a headline whose speaker only the text below names ("No habrá cortes, dijo")."""

from __future__ import annotations

import msgspec

from teletipo.cast import Cast
from teletipo.speech.page import Page
from teletipo.speech.utterance import Utterance


def foretold(page: Page, cast: Cast, found: tuple[Utterance, ...]) -> tuple[Utterance, ...]:
    """The utterances, those of headlines without a speaker with the first one, if nobody else is named before."""
    known = next((n for n, u in enumerate(found) if u.speaker.entity is not None), 0)
    first = found[known] if known else None
    if first is None or first.passing or cast.kind_of(first.speaker.entity) != "person":
        return found
    heads = [u for u in found[:known] if u.speaker.elided and _is_headline(page, u) and _named_next(cast, u, first)]
    told = {u.content: msgspec.structs.replace(u.speaker, entity=first.speaker.entity) for u in heads}
    return tuple(msgspec.structs.replace(u, speaker=told.get(u.content, u.speaker)) for u in found)


def _named_next(cast: Cast, u: Utterance, first: Utterance) -> bool:
    """True if the speaker is the person named next after the words."""
    after = (p for p in cast.placed if p.mention.start >= u.content[-1].end and p.mention.form in ("name", "title"))
    person = next((p.entity for p in after if cast.kind_of(p.entity) == "person"), None)
    return person == first.speaker.entity


def _is_headline(page: Page, u: Utterance) -> bool:
    """True for a line of its own that ends with the words and their cue, or with where or when it was said."""
    if u.cue is None or u.cue.start < u.content[-1].end:
        return False
    start, end = page.text.rfind("\n", 0, u.content[0].start) + 1, page.text.find("\n", u.cue.end)
    plural = page.feat(page.word_from(u.cue.start), "Number") == "Plur"
    if plural or end < 0 or any(c.isalnum() for c in page.text[start : u.content[0].start]):
        return False
    rest = [n for n in range(page.word_from(u.cue.end), page.word_from(end)) if page.words[n].low[0].isalnum()]
    return not rest or (page.words[rest[0]].upos == "ADP" and not any(page.is_finite(n) for n in rest))
