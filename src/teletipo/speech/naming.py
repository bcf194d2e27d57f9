"""Naming: speakers, each a noun phrase of the text and, if known, a member of the cast."""

from __future__ import annotations

import msgspec

from teletipo.cast import Cast, Placed
from teletipo.grammar.relatives import RELATIVES
from teletipo.spans import Span
from teletipo.speech.page import Page
from teletipo.tags import NOMINAL
from teletipo.tree import Sentence

_LONGEST = 25  #: words of a post
_CLOSED = frozenset(". ; : que".split())


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """The words that name the speaker, if any, and the entity, if known."""

    span: Span | None = None
    entity: str | None = None
    head: int | None = None  #: word number
    elided: bool = False  #: no words name the speaker here
    document: bool = False  #: a text whose issuer its words do not tell
    body: bool = False  #: a word for any body ("la dependencia") whose name its words do not tell
    guessed: bool = False  #: `entity` is only the subject that grammar would allow; who spoke last goes first


def named(page: Page, cast: Cast, first: int, last: int, head: int) -> Speaker:
    """The speaker named by the words `[first, last)` with that head."""
    sentence, token = page.tree(head)
    low, high = page.words[first].token, page.words[last - 1].token + 1
    placed = _apposed(cast, sentence, token) or placed_at(cast, sentence.index, token, (low, high))
    if placed is not None and (name := _closing_name(cast, sentence, placed, high)) is not None:
        placed = name
    return Speaker(
        span=Span(page.words[first].start, page.words[last - 1].end),
        entity=placed.entity if placed else None,
        head=head,
    )


def _closing_name(cast: Cast, sentence: Sentence, placed: Placed, last: int) -> Placed | None:
    """The name that ends a phrase about one person ("el exfiscal y profesor de leyes Luis Paz"), or None."""
    if placed.mention.form != "description" or cast.kind_of(placed.entity) != "person":
        return None
    for p in cast.within(sentence.index):
        named_ = p.mention.form == "name" and cast.kind_of(p.entity) == "person" and p.last == last
        if named_ and p.first >= placed.last and sentence.upos[p.first - 1] in NOMINAL:
            return p
    return None


def _apposed(cast: Cast, sentence: Sentence, token: int) -> Placed | None:
    """The person named right behind a description of nobody known: "la utillera del club, Ana Ruiz,"."""
    if sentence.upos[token] != "NOUN" or cast.at(sentence.index, token) is not None:
        return None
    beside = (cast.at(sentence.index, child) for child in sentence.kids(token, "appos"))
    return next((p for p in beside if p is not None and _is_person(cast, p)), None)


def _is_person(cast: Cast, placed: Placed) -> bool:
    return placed.mention.form == "name" and cast.kind_of(placed.entity) == "person"


def with_apposed(page: Page, cast: Cast, found: Speaker) -> Speaker:
    """The speaker after a cue; for a post that only its body tells, the person in apposition.

    "…, dijo el visitador de la Comisión del Agua (CDA) para el norte, Juan Paz." is Paz, though nobody knows "el
    visitador".
    """
    if found.span is None or found.head is None or _shows_name(cast, found):
        return found
    first = page.word_from(found.span.start)
    noun = next((n for n in range(first, page.word_from(found.span.end)) if page.words[n].upos != "DET"), first)
    sentence, token = page.tree(noun)
    known = cast.at(sentence.index, token)
    somebody = known is None or cast.kind_of(known.entity) == "person"
    comma = _closing_comma(page, noun) if somebody and page.feat(noun, "Number") != "Plur" else None
    if comma is None or page.low[noun] in page.lists.documents | page.lists.rulings:
        return found
    after = page.words[comma].token + 1
    names = (p for p in cast.within(page.words[comma].sentence) if p.first == after)
    person = next((p for p in names if _is_person(cast, p)), None)
    if person is None or sentence.forms[person.last : person.last + 1] not in ((".",), (",",), ()):
        return found
    return msgspec.structs.replace(found, entity=person.entity)


def _shows_name(cast: Cast, found: Speaker) -> bool:
    """True if the words of the speaker have his name."""
    span = found.span
    shown = (
        p.mention for p in cast.mentions_of(found.entity or "") if _is_person(cast, p) or p.mention.form == "title"
    )
    return span is not None and any(m.start < span.end and span.start < m.end for m in shown)


def _closing_comma(page: Page, noun: int) -> int | None:
    """The first comma behind a noun with no verb before it; an acronym may stand in brackets."""
    for n in range(noun + 1, min(noun + _LONGEST, page.words_around(noun).stop)):
        if page.low[n] == ",":
            return n
        if page.is_finite(n) or page.words[n].is_mark or page.low[n] in _CLOSED:
            return None
    return None


def placed_at(cast: Cast, index: int, token: int, bounds: tuple[int, int] | None) -> Placed | None:
    """The cast's expression at that head, else the widest that starts first inside the bounds."""
    exact = cast.at(index, token)
    if exact is not None:
        return exact
    low, high = bounds or (token, token + 1)
    inside = [p for p in cast.within(index) if p.mention.form != "elided" and p.first < high and p.last > low]
    covering = [p for p in inside if p.first <= token < p.last]
    pool = covering or [p for p in inside if p.first >= low]
    named_ = [p for p in pool if p.mention.form != "demonym" or cast.kind_of(p.entity) != "state"]
    pool = named_ or pool  # "el guionista peruano Luis Paz" is no state
    return min(pool, key=lambda p: (p.first, -p.last), default=None)


def phrase_start(page: Page, head: int) -> int:
    """The start of the noun phrase, within its printed sentence (a dateline is often parsed into it)."""
    sentence, token = page.tree(head)
    n = token
    inside = set(sentence.subtree(token))
    while n - 1 in inside and sentence.labels[n - 1] not in ("punct", "cc", "mark", "case") and n - 1 >= 0:
        n -= 1
    return page.number(sentence.index, n)


def phrase_end(page: Page, head: int) -> int:
    """End of the noun phrase: the subtree up to a relative clause, a verb or a closing comma."""
    sentence, token = page.tree(head)
    inside = set(sentence.subtree(token))
    n = token + 1
    while n < len(sentence) and n in inside and not (sentence.low[n] in RELATIVES or sentence.upos[n] == "VERB"):
        n += 1
    while n - 1 > token and sentence.forms[n - 1] in (",", "(", "-"):
        n -= 1
    return page.number(sentence.index, n)
