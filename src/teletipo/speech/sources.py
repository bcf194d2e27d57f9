"""Sources: speech reported by a phrase instead of a verb ("según X", "a juicio de X")."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from teletipo.cast import Cast
from teletipo.lexicon.reporting import CONTRACTED
from teletipo.spans import Span
from teletipo.speech.attributed import attributed
from teletipo.speech.coordination import next_statement
from teletipo.speech.cue_subjects import main_subject
from teletipo.speech.finding import Reading, trimmed, unmarked
from teletipo.speech.issuers import issuer
from teletipo.speech.naming import Speaker, named
from teletipo.speech.page import Page
from teletipo.speech.views import PRONOUNS, source_end, view_of
from teletipo.tags import NAMING

_RELATIVE = frozenset("cual cuales".split())
_NEAR = 6  #: words after a phrase among which a verb of saying may be what it introduces


class Sourced(msgspec.Struct, frozen=True, kw_only=True):
    """The content, the words that report it, and the speaker."""

    cue: Span
    content: tuple[Span, ...]
    speaker: Speaker
    noun: bool = False  #: reported by a noun ("la advertencia de que")
    document: bool = False  #: the speaker is named only by a document ("según un comunicado")


def phrases(reading: Reading, cast: Cast) -> Iterator[Sourced]:
    """Every "según X" and the like."""
    page, by_first = reading.page, reading.reporting.phrases_by_first
    for number in [n for n, low in enumerate(page.low) if low in by_first]:
        for phrase in by_first[page.low[number]]:
            if _matches(page, number, phrase):
                found = _phrase(reading, cast, number, len(phrase))
                if found is not None:
                    yield found
                break


def _matches(page: Page, number: int, phrase: tuple[str, ...]) -> bool:
    words = page.low[number : number + len(phrase)]
    contracted = CONTRACTED.get(phrase[-1])
    return words == phrase or (contracted is not None and words == (*phrase[:-1], contracted))


def _phrase(reading: Reading, cast: Cast, number: int, length: int) -> Sourced | None:
    """What the phrase of `length` words at `number` reports; None where it names no source."""
    page, first = reading.page, number + length
    unit = page.words_around(number)
    if not _at_boundary(page, unit, number):
        return None
    thinks = view_of(page, cast, unit, number) if page.words[number].low == "para" else None
    if page.words[number].low == "para" and thinks is None:
        return None
    if page.words[first - 1].low in page.lists.opinions and "su" in page.low[number:first]:
        return _possessed(reading, number, first, unit)
    verb = next((n for n in range(first, min(first + _NEAR, unit.stop)) if n in reading.by_verb), None)
    first = _past_told(page, first)
    if first >= unit.stop or (page.words[first].low in ("lo", "se") and verb is None):
        return None
    if verb is not None and _verb_governs(page, first, verb):
        return None
    if first + 1 < unit.stop and page.words[first + 1].low in _RELATIVE:
        return _relative(reading, cast, number, first + 2)
    last = thinks or source_end(page, first, unit.stop)
    speaker = _source(reading, cast, first, last)
    if speaker is None:
        return None
    content = attributed(reading, number, last, unit)
    if content is None:
        return None
    cue = Span(page.words[number].start, page.words[first - 1].end)
    document = any(low in page.lists.documents for low in page.low[first : min(first + 3, last)])
    return Sourced(cue=cue, content=content, speaker=speaker, document=document)


def _past_told(page: Page, number: int) -> int:
    """The word after "lo informado por" in "de acuerdo con lo informado por X"; else the word itself."""
    told = page.low[number : number + 1] == ("lo",) and page.low[number + 2 : number + 3] == ("por",)
    return number + 3 if told and page.low[number + 1].endswith(("ado", "ido", "cho", "to")) else number


def _possessed(reading: Reading, number: int, after: int, unit: range) -> Sourced | None:
    """ "a su juicio": whoever spoke last."""
    page = reading.page
    end = page.unit_of(number).end
    start = after + (after < unit.stop and page.words[after].low == ",")
    if start >= unit.stop:
        return None
    said = trimmed(page.text, page.words[start].start, next_statement(reading, start, end))
    if len(said.of(page.text).split()) < 2:
        return None
    cue = Span(page.words[number].start, page.words[after - 1].end)
    return Sourced(cue=cue, content=(unmarked(page, said),), speaker=Speaker(elided=True))


def _relative(reading: Reading, cast: Cast, number: int, after: int) -> Sourced | None:
    """ "…, según el cual …", "…, para quien …": said by the noun before; nothing if the text breaks off."""
    page = reading.page
    if after >= len(page.words):
        return None
    sentence, token = page.tree(number)
    agreeing = (None, page.feat(after - 1, "Number"))
    named_before = (p for p in cast.within(sentence.index) if p.last <= token and p.mention.form != "elided")
    before = [p for p in named_before if sentence.feat(p.head, "Number") in agreeing]
    noun = token - 2 if token and sentence.forms[token - 1] == "," else token - 1
    while noun > 0 and sentence.upos[noun] == "ADJ":
        noun -= 1
    who = max((p for p in before if p.last > noun), key=lambda p: p.last, default=None)
    end = page.unit_of(number).end
    inside = page.quotation_at(page.words[number].start)
    end = min(end, inside.inner.end) if inside is not None else end
    content = trimmed(page.text, page.words[after].start, next_statement(reading, after, end))
    if not content.start < content.end:
        return None
    cue = Span(page.words[number].start, page.words[number].end)
    speaker = Speaker(span=sentence.span(who.first, who.last) if who else None, entity=who.entity if who else None)
    return Sourced(cue=cue, content=(content,), speaker=speaker)


def _at_boundary(page: Page, unit: range, number: int) -> bool:
    """True if a phrase of several words does not continue the words before ("están de acuerdo con")."""
    if number == unit.start or page.words[number].low == "según":
        return True
    before = page.words[number - 1]
    return before.low in ("que", "y", "pero") or before.upos == "PUNCT" or before.is_mark


def _verb_governs(page: Page, first: int, verb: int) -> bool:
    """True if the phrase introduces the verb itself ("según informó X"), which then is the cue."""
    return all(page.words[n].upos in ("ADV", "AUX", "PRON") for n in range(first, verb))


def _source(reading: Reading, cast: Cast, first: int, last: int) -> Speaker | None:
    """Whom the words from `first` to `last` name; None for a rule or a measure ("según la ley")."""
    page = reading.page
    head = next((n for n in range(first, last) if page.words[n].upos in NAMING), None)
    head = head if head is not None else next((n for n in range(first, last) if page.words[n].upos == "ADJ"), None)
    if head is None or page.words[head].low in page.lists.measures or page.words[last - 1].low in _RELATIVE:
        return None
    found = named(page, cast, first, last, head)
    if page.words[head].low in PRONOUNS and cast.kind_of(found.entity) != "person":
        return Speaker(span=found.span, elided=True)  # who speaks rather than what is spoken of
    if page.words[head].low in PRONOUNS and (subject := main_subject(page, first, cast)) is not None:
        minds = cast.kind_of(subject.entity) == "person"
        return msgspec.structs.replace(found, entity=subject.entity if minds else found.entity)
    return issuer(reading, cast, found)
