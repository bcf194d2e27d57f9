"""Sources: speech reported without a verb, by a phrase before its speaker ("según X", "a juicio de X")."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from teletipo.cast import Cast
from teletipo.lexicon.reporting import CONTRACTED, Reporting
from teletipo.spans import Span
from teletipo.speech.apposition import past_apposition
from teletipo.speech.clauses import past_title
from teletipo.speech.coordination import next_statement, subordinate
from teletipo.speech.cue_subjects import main_subject
from teletipo.speech.finding import Reading, trimmed, unmarked
from teletipo.speech.issuers import issuer
from teletipo.speech.naming import Speaker, named
from teletipo.speech.page import Page
from teletipo.speech.preceding import without_connectors
from teletipo.speech.quotations import Quotation

_OPENERS = frozenset(": ; que y pero porque pues aunque cuando donde quien cual cuales si como".split())
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ"))
_WHOLE = 6  #: words from which a quotation before "según X" is all that X said
_LEAD = 4  #: words from "que" to a source that opens what is said
_BEFORE_VERB = frozenset("no se le les lo".split())
_PRONOUNS = frozenset("él ella ellos ellas".split())
_RELATIVE = frozenset("cual cuales".split())


class Sourced(msgspec.Struct, frozen=True, kw_only=True):
    """Content with the words that report it and the speaker."""

    cue: Span
    content: tuple[Span, ...]
    speaker: Speaker
    noun: bool = False  #: reported by a noun ("la advertencia de que")
    document: bool = False  #: the speaker is named only by a document ("según un comunicado")


def phrases(reading: Reading, reporting: Reporting, cast: Cast) -> Iterator[Sourced]:
    """Every "según X" and its like."""
    page, by_first = reading.page, reporting.phrases_by_first
    for number in [n for n, low in enumerate(page.low) if low in by_first]:
        for phrase in by_first[page.low[number]]:
            if _matches(page, number, phrase):
                found = _phrase(reading, reporting, cast, number, len(phrase))
                if found is not None:
                    yield found
                break


def _matches(page: Page, number: int, phrase: tuple[str, ...]) -> bool:
    words = page.low[number : number + len(phrase)]
    contracted = CONTRACTED.get(phrase[-1])
    return words == phrase or (contracted is not None and words == (*phrase[:-1], contracted))


def _phrase(reading: Reading, reporting: Reporting, cast: Cast, number: int, length: int) -> Sourced | None:
    page = reading.page
    unit = page.unit_words(page.unit_at(page.words[number].start))
    verb = next((n for n in range(number + length, min(number + length + 6, unit.stop)) if n in reading.by_verb), None)
    if not _at_boundary(page, unit, number):
        return None
    if page.words[number].low == "para" and not _opinion(page, cast, unit, number):
        return None
    first = number + length
    if page.words[first - 1].low in page.lists.opinions and any(
        page.words[n].low == "su" for n in range(number, first)
    ):
        return _possessed(reading, number, first, unit)
    if first >= unit.stop or (page.words[first].low in ("lo", "se") and verb is None):
        return None
    if verb is not None and _verb_governs(page, first, verb):
        return None
    if first + 1 < unit.stop and page.words[first + 1].low in _RELATIVE:
        return _relative(reading, cast, number, first + 2)
    last = _end(page, first, unit.stop)
    speaker = _source(reading, cast, first, last)
    if speaker is None:
        return None
    content = _content(reading, reporting, number, last, unit)
    if content is None:
        return None
    cue = Span(page.words[number].start, page.words[number + length - 1].end)
    document = any(page.words[n].low in reporting.lists.documents for n in range(first, min(first + 3, last)))
    return Sourced(cue=cue, content=content, speaker=speaker, document=document)


def _possessed(reading: Reading, number: int, after: int, unit: range) -> Sourced | None:
    """ "a su juicio": whoever spoke last."""
    page = reading.page
    end = page.unit_at(page.words[number].start).end
    start = after + (after < unit.stop and page.words[after].low == ",")
    if start >= unit.stop:
        return None
    said = trimmed(page.text, page.words[start].start, _stop(reading, start, end))
    if len(said.of(page.text).split()) < 2:
        return None
    cue = Span(page.words[number].start, page.words[after - 1].end)
    return Sourced(cue=cue, content=(unmarked(page, said),), speaker=Speaker(elided=True))


def _relative(reading: Reading, cast: Cast, number: int, after: int) -> Sourced | None:
    """ "…, según el cual …": what follows is said by the noun before."""
    page = reading.page
    sentence, token = page.tree(number)
    number_of = sentence.feat(token + 2, "Number")
    before = [
        p
        for p in cast.within(sentence.index)
        if p.last <= token and p.mention.form != "elided" and sentence.feat(p.head, "Number") in (None, number_of)
    ]
    noun = token - 2 if token and sentence.forms[token - 1] == "," else token - 1
    while noun > 0 and sentence.upos[noun] == "ADJ":
        noun -= 1
    who = max((p for p in before if p.last > noun), key=lambda p: p.last, default=None)
    end = page.unit_at(page.words[number].start).end
    inside = page.quotation_at(page.words[number].start)
    end = min(end, inside.inner.end) if inside is not None else end
    content = trimmed(page.text, page.words[after].start, _stop(reading, after, end))
    if not content.start < content.end:
        return None
    cue = Span(page.words[number].start, page.words[number].end)
    speaker = Speaker(span=sentence.span(who.first, who.last) if who else None, entity=who.entity if who else None)
    return Sourced(cue=cue, content=(content,), speaker=speaker)


def _at_boundary(page: Page, unit: range, number: int) -> bool:
    """True if a phrase of several words does not continue what stands before ("están de acuerdo con")."""
    if number == unit.start or page.words[number].low == "según":
        return True
    before = page.words[number - 1]
    return before.low in ("que", "y", "pero") or before.upos == "PUNCT" or before.is_mark


def _verb_governs(page: Page, first: int, verb: int) -> bool:
    """True if the phrase introduces the verb itself ("según informó X"), which then is the cue."""
    return all(
        page.words[n].upos in ("ADV", "AUX", "PRON") or page.words[n].low in ("lo", "se", "ha", "le")
        for n in range(first, verb)
    )


def _opinion(page: Page, cast: Cast, unit: range, number: int) -> bool:
    """True for "Para X, …" at the start of a sentence with somebody known or a group."""
    if number != unit.start or number + 1 >= unit.stop:
        return False
    end = _end(page, number + 1, unit.stop)
    if end >= unit.stop or page.words[end].low != "," or end - number > 12:
        return False
    if page.words[number + 1].upos not in ("PROPN", "DET"):
        return False
    sentence, token = page.tree(number)
    known = [p for p in cast.within(sentence.index) if token < p.first <= token + 2 and p.mention.form != "elided"]
    quoted = bool(page.quotations_from(Span(page.words[end].start, page.unit_at(page.words[number].start).end)))
    minds = ("person", "organisation", "group", "state") if quoted else ("person",)
    if any(cast.kind_of(p.entity) in minds for p in known):
        return True
    return any(
        name.kind in ("PER", "ORG")
        for name in page.tree(number + 1)[0].names
        if name.first <= page.words[number + 1].token + 1 < name.last + 1
    )


def _end(page: Page, first: int, stop: int) -> int:
    """End of the noun phrase after the phrase: up to a comma, a mark, a relative clause or a verb."""
    n = first
    while n < stop:
        word = page.words[n]
        if word.low in (",", ".", ";", ":", "(", ")", "-", "–", "—", "que", "quien", "cual") or (
            word.is_mark and n > first
        ):
            if word.is_mark and (after := past_title(page, n)) is not None:
                n = after
                continue
            break
        if n > first and (
            page.is_finite(n) or word.low in _BEFORE_VERB or (word.upos == "DET" and page.words[n - 1].upos in _NOMINAL)
        ):
            break
        n += 1
    return n


def _source(reading: Reading, cast: Cast, first: int, last: int) -> Speaker | None:
    page = reading.page
    head = next((n for n in range(first, last) if page.words[n].upos in ("NOUN", "PROPN", "PRON")), None)
    head = head if head is not None else next((n for n in range(first, last) if page.words[n].upos == "ADJ"), None)
    if head is None or page.words[head].low in page.lists.measures or page.words[last - 1].low in _RELATIVE:
        return None
    found = named(page, cast, first, last, head)
    if page.words[head].low in _PRONOUNS and cast.kind_of(found.entity) != "person":
        return Speaker(span=found.span, elided=True)  # who speaks rather than what is spoken of
    if page.words[head].low in _PRONOUNS and (subject := main_subject(page, first, cast)) is not None:
        minds = cast.kind_of(subject.entity) == "person"
        return msgspec.structs.replace(found, entity=subject.entity if minds else found.entity)
    return issuer(reading, cast, found)


def _content(reading: Reading, reporting: Reporting, number: int, last: int, unit: range) -> tuple[Span, ...] | None:
    """What stands before the phrase in its sentence; what follows its speaker if it opens the sentence."""
    page = reading.page
    whole = page.unit_at(page.words[number].start)
    start = whole.start
    inside = page.quotation_at(page.words[number].start)
    end = whole.end
    if inside is not None:
        start, end = max(start, inside.inner.start), min(end, inside.inner.end)
    start = max(start, _told_from(reading, unit, number))
    before = without_connectors(page, trimmed(page.text, start, page.words[number].start), reporting.connectors)
    previous = number - 1 if page.words[number - 1].low != "," else number - 2
    opens = previous >= unit.start and page.words[previous].low in _OPENERS
    here = page.words[number].start
    quoted = next((q for q in page.quotations_ending(here - 2, here) if q.depth == 0), None)
    if quoted is not None and _apart(page, before, quoted):
        return (trimmed(page.text, quoted.inner.start, quoted.inner.end),)
    opens = opens or _connected(page, before, reporting.connectors)
    if len(before.of(page.text).split()) >= 3 and not opens:
        return (unmarked(page, before), *_rest(reading, before, last, end))
    short = page.word_from(before.start)
    if before.start < before.end and not opens and page.words[short].upos in ("DET", "PROPN"):
        rest = _rest(reading, before, last, end)  # "El plan, según X, costará …"
        if rest:
            return (before, *rest)
    following = _past_source(page, last, unit.stop)
    after = trimmed(page.text, page.words[min(following, unit.stop - 1)].start, _stop(reading, following, end))
    if len(after.of(page.text).split()) < 2:
        return None
    return (unmarked(page, after),)


def _told_from(reading: Reading, unit: range, number: int) -> int:
    """Where the clause begins in which a verb reports another source ("Dijo que, según la ONU, faltan médicos")."""
    page = reading.page
    for n in range(number - 1, unit.start, -1):
        if page.words[n].low == "que" and n - 1 in reading.by_verb:
            return page.words[n].end
        if number - n > _LEAD or page.is_finite(n):
            break
    return page.words[unit.start].start


def _rest(reading: Reading, before: Span, last: int, end: int) -> tuple[Span, ...]:
    """What goes on after a source amid a clause ("La pista llegó, según X, a Roma", "La obra, según X, costará …")."""
    page = reading.page
    if page.low[last : last + 1] != (",",) or last + 1 == len(page.words) or page.words[last + 1].start >= end:
        return ()
    said = range(page.word_from(before.start), page.word_from(before.end))
    begun = any(page.is_finite(n) and not subordinate(page, n, said.start) for n in said)
    after = page.words[last + 1]
    judged = page.words[said[-1]].upos == "ADJ"
    governed = page.feat(last + 1, "VerbForm") == "Inf" or (judged and after.low == "que")  # "es justo, según X, que"
    if begun and not page.is_finite(said[-1]) and not governed:
        return ()
    rest = trimmed(page.text, page.words[last].end, _stop(reading, last + 1, end))
    return (rest,) if rest.start < rest.end else ()


def _connected(page: Page, before: Span, connectors: tuple[tuple[str, ...], ...]) -> bool:
    """True if a connector stands right before the phrase ("…, sin embargo, según X, …"): it opens what X says."""
    low = before.of(page.text).lower()
    return any(low.endswith((", " + " ".join(words), "; " + " ".join(words))) for words in connectors)


def _past_source(page: Page, last: int, stop: int) -> int:
    """The comma or mark after the source and what is told of it; `last` itself where its clause begins at once."""
    first = last
    if first < stop and page.words[first].low == "(":
        first = next((n + 1 for n in range(first, stop) if page.words[n].low == ")"), first)
    following = past_apposition(page, first, stop) if first < stop else first
    while following < stop and page.words[following].low != "," and not page.words[following].is_mark:
        following += 1
    begun = any(page.is_finite(n) and not subordinate(page, n, last) for n in range(last, min(following, stop)))
    return last if following >= stop or begun else following


def _apart(page: Page, before: Span, quote: Quotation) -> bool:
    """True for a long quotation at the end of `before` that is a clause of its own or a relative one."""
    lead = range(page.word_from(before.start), page.word_from(quote.outer.start))
    if quote.outer.start <= before.start or len(quote.inner.of(page.text).split()) < _WHOLE:
        return False
    inner = quote.inner.of(page.text)
    if page.text[: quote.outer.start].rstrip().endswith(":") or inner.startswith("que "):
        return True
    return not any(page.is_finite(n) for n in lead)


def _stop(reading: Reading, start: int, end: int) -> int:
    """The end, or the next cue that goes on with a statement of its own (", y manifestó que")."""
    return min(end, next_statement(reading, start, end))
