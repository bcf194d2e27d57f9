"""Beside: subjects that an insertion or a comma separates from their verb, which parsers often lose."""

from __future__ import annotations

from teletipo.cast import Cast, Placed
from teletipo.speech.cues import Cue
from teletipo.speech.page import Page
from teletipo.tree import Sentence

_OPENING = frozenset(", - – — (".split())
_CLOSING = frozenset(", - – — )".split())
_LONGEST = 30  #: tokens of an insertion


def before_insertion(page: Page, cue: Cue, cast: Cast) -> Placed | None:
    """ "El diario Clarín, citando a un testigo, afirmó": what opens the clause before a participle's or gerund's."""
    sentence, token = page.tree(cue.first)
    if cue.mode != "finite" or not token or sentence.forms[token - 1] not in _CLOSING:
        return None
    floor = page.words[page.words_around(cue.first).start].token
    for p in cast.within(sentence.index):
        near = floor <= p.first and 1 < token - p.last <= _LONGEST
        if near and p.mention.form != "elided" and _opens(sentence, p.first, floor) and _inserted(sentence, p, token):
            return p
    return None


def after_relative(page: Page, cue: Cue, cast: Cast) -> Placed | None:
    """ "Ana Ruiz, quien trabajó allí y es la jefa, dijo": who opens the sentence before the relative clause."""
    sentence, token = page.tree(cue.first)
    found = before_insertion(page, cue, cast) if token and sentence.forms[token - 1] == "," else None
    return found if found is not None and _relative(sentence, found.last + 1) else None


def _opens(sentence: Sentence, first: int, floor: int) -> bool:
    """True if the expression opens its clause or follows a comma."""
    return first == floor or sentence.low[first - 1] in (",", "que", ";", ":")


def _inserted(sentence: Sentence, p: Placed, token: int) -> bool:
    """True if there is just one clause, without a finite verb, between the expression and the verb."""
    start = p.last
    if sentence.forms[start] not in _OPENING:
        return False
    after = start + 1
    return (
        sentence.feat(after, "VerbForm") in ("Ger", "Part")
        or sentence.upos[after] == "ADJ"
        or _relative(sentence, after)
    )


def _relative(sentence: Sentence, token: int) -> bool:
    """True for "quien" and the like, which open a clause about the person before."""
    return sentence.low[token] in ("quien", "quienes")
