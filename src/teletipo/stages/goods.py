"""Goods: every good of an act as an argument of its own, with its noun phrase and its category.

Coordinated goods are separated even where the tree attaches the second one too low: in "munición para artillería y
misiles" the missiles are a good of their own, because artillery is not a good listed beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from teletipo.act import Act, Argument
from teletipo.cast import Cast
from teletipo.lexicon.goods import OTHER, Goods
from teletipo.lexicon.lookup import keys
from teletipo.spans import Span
from teletipo.tree import Sentence

PARTIES = ("state", "organisation", "facility", "place")
_JOINTS = frozenset({"y", "e", "o", "u", ",", "ni"})
_INSIDE = ("DET", "NUM", "ADJ")


class Phrase(msgspec.Struct, frozen=True):
    """A noun with its modifiers: tokens `[first, last]`."""

    head: int
    first: int
    last: int


def classify(sentences: tuple[Sentence, ...], cast: Cast, acts: tuple[Act, ...], goods: Goods) -> tuple[Act, ...]:
    """The same acts, their coordinated goods separated, each with its phrase and with its category as `value`."""
    return tuple(_classified(sentences, cast, act, goods) for act in acts)


def _classified(sentences: tuple[Sentence, ...], cast: Cast, act: Act, goods: Goods) -> Act:
    if not any(a.role == "good" for a in act.arguments):
        return act
    others = [a for a in act.arguments if a.role != "good"]
    parts = {(a.sentence, a.token) for a in others if a.role in ("actor", "recipient")}
    given = [a for a in act.arguments if a.role == "good"]
    bare = [a for a in given if sentences[a.sentence].prepositions[a.token] != "a"]
    found: dict[tuple[int, int], Argument] = {}
    for argument in bare or given:
        for made in _goods(sentences[argument.sentence], cast, argument, goods):
            if (made.sentence, made.token) not in parts:
                found.setdefault((made.sentence, made.token), made)
    return msgspec.structs.replace(act, arguments=(*others, *found.values()))


def _goods(s: Sentence, cast: Cast, argument: Argument, goods: Goods) -> Iterator[Argument]:
    """The goods that one filler names; none if it names a party, or a mere act ("ayuda")."""
    placed = cast.at(s.index, argument.token)
    if _party(s, cast, argument.token, goods):
        return
    person = placed is not None and cast.entity(placed.entity).kind in ("person", "group")
    for phrase in phrases(s, cast, argument.token, goods):
        value = "people" if person and phrase.head == argument.token else category(s, phrase, goods)
        if value is None and argument.path == "self":
            continue
        span = Span(s.starts[phrase.first], s.ends[phrase.last])
        yield msgspec.structs.replace(argument, token=phrase.head, span=span, value=value or OTHER)


def _party(s: Sentence, cast: Cast, token: int, goods: Goods) -> bool:
    """True if a word names a party or place; "tanques" and "artillería" do not, though they may stand for one."""
    placed = cast.at(s.index, token)
    if placed is None or cast.entity(placed.entity).kind not in PARTIES:
        return False
    return s.upos[token] == "PROPN" or not any(v in goods.words or v in goods.hints for v in _keys(s, token))


def phrases(s: Sentence, cast: Cast, head: int, goods: Goods) -> tuple[Phrase, ...]:
    """The noun phrase of `head` and those coordinated with it, in text order."""
    found = [_phrase(s, cast, head, goods)]
    while (after := _coordinate(s, found[-1].last)) is not None:
        if not _beside(s, after, found, goods):
            break
        found.append(_phrase(s, cast, after, goods))
    return tuple(found)


def category(s: Sentence, phrase: Phrase, goods: Goods) -> str | None:
    """The category of a phrase: by its noun, else by the first word that has one; None if none has.

    "Millones" alone are money, "millones de toneladas" what those are of.
    """
    behind = range(phrase.head + 1, phrase.last + 1)
    if s.low_lemmas[phrase.head] == "millón" and len(behind) > 1:
        return next((known for token in behind if (known := _known(s, token, goods))), None)
    order = [phrase.head, *behind, *range(phrase.first, phrase.head)]
    if own := _known(s, phrase.head, goods):
        return own
    for token in order:
        for known in (_known(s, token, goods), *(goods.hints.get(v) for v in _keys(s, token))):
            if known:
                return known
    return None


def _known(s: Sentence, token: int, goods: Goods) -> str | None:
    """The category of the good that starts at a noun, longest expression first; "médica" is not a doctor here."""
    if s.upos[token] == "ADJ" and s.labels[token] == "amod":
        return None
    for length in (3, 2, 1):
        tokens = range(token, min(token + length, len(s)))
        for joined in _joined(s, tokens):
            if joined in goods.words:
                return goods.words[joined]
    return None


def _joined(s: Sentence, tokens: Iterable[int]) -> list[str]:
    made = [""]
    for token in tokens:
        made = [f"{left}_{right}" if left else right for left in made for right in _keys(s, token)]
    return made


def _keys(s: Sentence, token: int) -> tuple[str, ...]:
    return keys(s.low_lemmas[token], s.low[token])


def _phrase(s: Sentence, cast: Cast, head: int, goods: Goods) -> Phrase:
    first = last = head
    while first > 0 and s.upos[first - 1] in _INSIDE and first - 1 in s.subtree(head):
        first -= 1
    while (longer := _further(s, cast, last, goods)) is not None:
        last = longer
    return Phrase(head, first, last)


def _further(s: Sentence, cast: Cast, last: int, goods: Goods) -> int | None:
    """The end of the adjective or complement that follows; None if what follows does not belong to the phrase."""
    after = last + 1
    if after >= len(s):
        return None
    if s.upos[after] == "ADJ" or (s.upos[after] == "VERB" and s.feat(after, "VerbForm") == "Part"):
        return after
    if s.low[after] not in ("de", "para", "contra", "en"):
        return None
    noun = after + 1
    while noun < len(s) and s.upos[noun] in ("NUM", "ADJ"):
        noun += 1
    inside = noun < len(s) and s.upos[noun] in ("NOUN", "SYM") and not _party(s, cast, noun, goods)
    return noun if inside else None


def _coordinate(s: Sentence, last: int) -> int | None:
    """The noun of the phrase that a comma or conjunction right after `last` adds, or None."""
    at = last + 1
    while at < len(s) and s.low[at] in _JOINTS and at - last <= 2:
        at += 1
    if at == last + 1:
        return None
    while at < len(s) and s.upos[at] in _INSIDE:
        at += 1
    return at if at < len(s) and s.upos[at] == "NOUN" else None


def _beside(s: Sentence, noun: int, found: list[Phrase], goods: Goods) -> bool:
    """True if the tree joins the noun to the good itself, or to a part of it that is no good while the noun is one."""
    head = s.heads[noun]
    if s.labels[noun] != "conj":
        return False
    if any(head == p.head for p in found):
        return True
    inside = any(p.head < head <= p.last for p in found)
    return inside and _known(s, noun, goods) is not None and _known(s, head, goods) is None
