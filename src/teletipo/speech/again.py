"""Again: a second cue of one sentence by which the same speaker says what stands next to it.

"Ruiz dijo que habrá obras, «pero antes votaremos», sostuvo": the second verb reports the quotation, not the sentence.
"""

from __future__ import annotations

import msgspec

from teletipo.cast import Cast
from teletipo.spans import Span
from teletipo.speech.continued import continued
from teletipo.speech.cue_subjects import by_tree, implied
from teletipo.speech.cues import Cue
from teletipo.speech.finding import DASHES, Reading, trimmed, without_connectors
from teletipo.speech.naming import Speaker
from teletipo.speech.page import Page
from teletipo.speech.subordination import subordinate
from teletipo.speech.utterance import Utterance, beginning_before
from teletipo.tags import PHRASAL

_AND = frozenset("y e".split())
_WHOSE = frozenset("cuyo cuya cuyos cuyas".split())
_BECAUSE = frozenset("porque pues".split())


class _First(msgspec.Struct, frozen=True):
    """The first cue of the sentence: its words, where what it reports begins, and who speaks."""

    cue: Span
    said: int
    speaker: Speaker


def said_again(reading: Reading, cast: Cast, found: list[Utterance]) -> list[Utterance]:
    """The utterances; those of second cues begin at the quotation or clause next to the cue, said by the first speaker.

    A cue with another speaker behind it reports the whole sentence ("Ruiz dijo que «no irá», informó la agencia").
    """
    ordered = sorted(found, key=lambda u: u.content[0].start)
    return [_again(reading, cast, u, ordered) for u in found]


def _again(reading: Reading, cast: Cast, u: Utterance, ordered: list[Utterance]) -> Utterance:
    page, cue = reading.page, u.cue
    if cue is None or cue.start < u.content[0].end:
        return u
    first = _told(page, u, ordered) or _acted(reading, cast, u)
    if first is None or {_number(page, cue), _number(page, first.cue)} == {"Sing", "Plur"}:
        return u
    same = u.speaker.entity is not None and u.speaker.entity == first.speaker.entity
    content = _beside(reading, u, first) if u.speaker.elided or same else ()
    speaker = msgspec.structs.replace(first.speaker, span=None, elided=True)
    return msgspec.structs.replace(u, content=content, speaker=speaker) if content else u


def _told(page: Page, u: Utterance, ordered: list[Utterance]) -> _First | None:
    """The last cue in a main clause within the words before the cue that reports some of them."""
    said = u.content[0]
    for o in reversed(beginning_before(ordered, said.end)):
        cue, told = o.cue, o.content[0].start
        within = cue is not None and said.start <= cue.start < cue.end <= told < said.end
        if cue is not None and within and not o.passing and _main(page, cue):
            return _First(cue, told, o.speaker)
    return None


def _acted(reading: Reading, cast: Cast, u: Utterance) -> _First | None:
    """The same for a verb by which somebody acts in words without a statement ("pidió calma", "avisó del peligro")."""
    page, said = reading.page, u.content[0]
    for n in reversed(range(page.word_from(said.start), page.word_from(said.end))):
        cue = reading.by_verb.get(n)
        if cue is not None and cue.mode == "finite" and cue.takes("que") and _main(page, cue.span(page)):
            speaker = by_tree(page, cue, cast, left_only=True) or implied(page, cue, cast)
            return _First(cue.span(page), page.words[cue.last].start, speaker)
    return None


def _main(page: Page, cue: Span) -> bool:
    """True for a cue outside quotation marks in a main clause."""
    number = page.word_from(cue.start)
    quoted = any(q.inner.start <= cue.start < q.inner.end for q in page.quotations_between(cue.start, cue.end))
    return not (quoted or _subordinate(page, number))


def _subordinate(page: Page, number: int) -> bool:
    """True for the verb of a relative or adverbial clause, or of one with "aunque" and a subject of its own."""
    start = page.words_around(number).start
    comma = next((n for n in range(number, start, -1) if page.low[n] == ","), start)
    return "aunque" in page.low[comma : number - 1] or subordinate(page, number, start)


def _number(page: Page, cue: Span) -> str | None:
    """Whether the verb of the cue is in the singular or plural."""
    words = range(page.word_from(cue.start), page.word_from(cue.end))
    return next((page.feat(n, "Number") for n in words if page.is_finite(n)), None)


def _beside(reading: Reading, u: Utterance, first: _First) -> tuple[Span, ...]:
    """The quotation that ends before the cue, or the clause that the cue interrupts; () if there is neither."""
    page, said = reading.page, u.content[0]
    quote = next(iter(page.quotations_ending(said.end, said.end)), None)
    if quote is not None:
        return (trimmed(page.text, quote.inner.start, quote.inner.end), *u.content[1:])
    cue = _cue(reading, u.cue)
    if cue is None or not _interrupts(page, cue):
        return ()
    begun = without_connectors(reading, trimmed(page.text, _clause_start(page, first, said), said.end))
    content = (begun, *u.content[1:]) if u.content[1:] else continued(reading, cue, begun, quoted=False)
    return tuple(c for c in content if c.start < c.end)


def _cue(reading: Reading, cue: Span | None) -> Cue | None:
    """The verb of a cue, or None for a phrase."""
    words = range(reading.page.word_from(cue.start), reading.page.word_from(cue.end)) if cue is not None else ()
    return next((reading.by_verb[n] for n in words if n in reading.by_verb), None)


def _interrupts(page: Page, cue: Cue) -> bool:
    """True for a cue between two commas or dashes, with words of its sentence after it."""
    stop = page.words_around(cue.verb).stop
    return cue.last + 1 < stop and page.low[cue.last] in (",", *DASHES)


def _clause_start(page: Page, first: _First, said: Span) -> int:
    """Where the clause that a cue interrupts begins: after a comma, a semicolon or "y", or at "porque"."""
    words = range(page.word_from(first.said), page.word_from(said.end))
    for n in reversed(words[1:]):
        begin = n if page.low[n] in _BECAUSE else n + 1
        if begin >= words.stop:
            continue
        whole = page.low[begin] in _WHOSE or any(page.is_finite(k) for k in range(begin, words.stop))
        clause = whole or page.words[begin].upos not in PHRASAL
        if page.low[n] == ";" or (clause and (begin == n or page.low[n] == "," or page.low[n] in _AND)):
            return page.words[begin].start
    return page.words[words.start].start
