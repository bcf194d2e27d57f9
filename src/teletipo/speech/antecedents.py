"""Antecedents: whom a relative pronoun that is the subject of a cue refers to."""

from __future__ import annotations

from teletipo.cast import SOMEWHERE, Cast, Placed
from teletipo.tree import Sentence

_LISTING = frozenset(", y e".split())
#: what may stand before a member of a list
_LINKS = frozenset("de del la el los las".split())


def beside_relative(cast: Cast, sentence: Sentence, relative: int) -> Placed | None:
    """The widest expression that ends where the relative clause (or the comma before it) starts."""
    edge = relative - 1 if relative and sentence.forms[relative - 1] == "," else relative
    ending = [p for p in cast.within(sentence.index) if p.last == edge and p.mention.form != "elided"]
    ending = [p for p in ending if may_be_who(cast, sentence, relative, p)]
    return min(ending, key=lambda p: p.first, default=None)


def may_be_who(cast: Cast, sentence: Sentence, relative: int, p: Placed) -> bool:
    """False for a place, and for what "quien" cannot mean: the body in "la consejera de Turismo, quien"."""
    kind = cast.kind_of(p.entity)
    return kind not in SOMEWHERE and (sentence.low[relative] != "quien" or kind in ("person", "group"))


def first_listed(cast: Cast, sentence: Sentence, last: Placed) -> Placed:
    """The first of those listed up to the last one: "Ana Ruiz, Luis Paz y Eva Sol, quienes pidieron …"."""
    first = last
    shown = [p for p in cast.within(sentence.index) if p.mention.form in ("name", "title", "description")]
    for p in sorted(shown, key=lambda p: -p.last):
        between = sentence.low[p.last : first.first]
        joined = bool(between) and (between[0] in _LISTING if first is not last else between[0] in ("y", "e"))
        if joined and set(between[1:]) <= _LINKS and cast.kind_of(p.entity) == cast.kind_of(last.entity):
            first = p
    return first


def nearest_before(cast: Cast, index: int, token: int, kind: str | None = None) -> str | None:
    """The entity, of that kind if one is given, named last before a word."""
    shown = (p for p in cast.within(index) if p.last <= token and p.mention.form != "elided")
    before = [p for p in shown if kind in (None, cast.kind_of(p.entity))]
    return max(before, key=lambda p: p.last).entity if before else None
