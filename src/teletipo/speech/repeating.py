"""Repeating: utterances that tell the same words twice, of which one stays."""

from __future__ import annotations

from itertools import takewhile

import msgspec

from teletipo.spans import Span
from teletipo.speech.naming import Speaker
from teletipo.speech.page import Page
from teletipo.speech.sources import Sourced
from teletipo.speech.tenses import is_past
from teletipo.speech.utterance import Utterance, beginning_before

_HAVE = frozenset("ha han había habían".split())
_CONCEDING = frozenset("aunque si cuando como".split())
_NEARLY = 0.7  #: share of a content from which it is the same but for the cue inside


def distinct(page: Page, found: list[Utterance]) -> list[Utterance]:
    """Each content once: if two cues report the same words, the nearer one stays.

    Whom the other one names says them: "Ruiz le contestó al alcalde: «…», afirmó".
    """
    kept: list[Utterance] = []
    for u in sorted(found, key=lambda u: (u.content[0], _distance(u))):
        number = _same_before(page, kept, u)
        if number is None:
            kept.append(u)
        elif kept[number].speaker.elided and u.speaker.span is not None and u.speaker.entity is not None:
            kept[number] = msgspec.structs.replace(kept[number], speaker=Speaker(entity=u.speaker.entity, elided=True))
    return kept


def _same_before(page: Page, kept: list[Utterance], u: Utterance) -> int | None:
    """Where the content already is; only those that begin shortly before it can be the same."""
    said = u.content[0]
    reach = 0.12 * (said.end - said.start)
    near = takewhile(lambda n: said.start - kept[n].content[0].start <= reach, range(len(kept) - 1, -1, -1))
    return next((n for n in near if _same(said, kept[n].content[0]) and not _told_of(page, kept[n], u)), None)


def _told_of(page: Page, outer: Utterance, u: Utterance) -> bool:
    """True for the first verb of "Ruiz dijo que …, advirtió", not for "«Creo que …», dijo Ruiz"."""
    if u.cue is None or outer.cue is None or outer.cue.start < u.cue.end or not outer.content[0].contains(u.cue):
        return False
    return page.quotation_at(u.cue.start) is None


def is_repeated(page: Page, u: Utterance, found: list[Utterance]) -> bool:
    """True for the second verb of "dijo que considera que …", by which the same speaker says one thing."""
    if u.cue is None or u.speaker.span is not None or _before_now(page, u):
        return False
    cue = u.cue
    return any(
        o is not u
        and o.cue is not None
        and o.cue.start < cue.start
        and o.content[0].contains(cue)
        and len(page.text[o.content[0].start : cue.start].split()) <= 2
        for o in beginning_before(found, cue.start)
    )


def _before_now(page: Page, u: Utterance) -> bool:
    """True for the second verb of "agregó que ya ha explicado a su colega que …", an utterance of its own.

    What is conceded in "recordó que aunque reconoció el error, …" is none.
    """
    first = page.word_from(u.cue.start) if u.cue is not None else 0
    if u.cue is None or u.thought or page.low[first - 1] in _CONCEDING:
        return False
    words = range(first, page.word_from(u.cue.end))
    return is_past(page, words[-1]) or not _HAVE.isdisjoint(page.low[words.start : words.stop])


def is_told(page: Page, found: list[Utterance], s: Sourced) -> bool:
    """True for a phrase ("según …") or noun whose words a verb reports already: "manifestó su esperanza de que"."""
    return any((s.document and _reaches(u, s)) or _told_in(u, s) or _shown_by(page, u, s) for u in found)


def _reaches(u: Utterance, s: Sourced) -> bool:
    """True if a cue's content ends at the phrase, so that the document named is only where it was said."""
    if u.thought:
        return False
    return 0 <= s.cue.start - u.content[-1].end <= 3 and s.content[0].contains(u.content[-1])


def _told_in(u: Utterance, s: Sourced) -> bool:
    """True if a phrase only names who passed the words on ("«…», afirmó, según la prensa")."""
    said, whole = u.content[0], s.content[0]
    if u.cue is None or not (whole.contains(said) and whole.contains(u.cue)) or u.cue.start < said.end:
        return False
    return said.end - said.start > _NEARLY * (whole.end - whole.start)


def _shown_by(page: Page, u: Utterance, s: Sourced) -> bool:
    """True for the noun of "manifestó su esperanza de que …", whose verb reports the same words."""
    whole = u.content[0]
    if not (s.noun and s.speaker.elided) or u.cue is None or not whole.contains(s.cue):
        return False
    return len(page.text[whole.start : s.cue.start].split()) <= 1


def _distance(u: Utterance) -> int:
    if u.cue is None:
        return 0
    return min(abs(u.cue.end - c.start) if u.cue.start < c.start else abs(u.cue.start - c.end) for c in u.content)


def _same(a: Span, b: Span) -> bool:
    common = min(a.end, b.end) - max(a.start, b.start)
    return common > 0.9 * max(a.end - a.start, b.end - b.start)
