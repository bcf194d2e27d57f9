"""Views: whose view "para X" tells, and where the noun phrase of a source or of who holds a view ends."""

from __future__ import annotations

from teletipo.cast import Cast
from teletipo.spans import Span
from teletipo.speech.insertions import past_title
from teletipo.speech.page import Page
from teletipo.tags import NOMINAL

PRONOUNS = frozenset("él ella ellos ellas".split())
_BEFORE_VERB = frozenset("no se le les lo".split())
_IS = frozenset("es son era eran sería serían resulta".split())
#: what ends the noun phrase of a source
_ENDS = frozenset(", . ; : ( ) - – — que quien cual".split())


def view_of(page: Page, cast: Cast, unit: range, number: int) -> int | None:
    """Where "Para X" ends, at the head of a sentence with the view of somebody known or a group; else None."""
    if number != unit.start or number + 2 >= unit.stop:
        return None
    if page.low[number + 1] in PRONOUNS:
        return number + 2 if page.low[number + 2] == "," else None
    if page.words[number + 1].upos not in ("PROPN", "DET"):
        return None
    end = source_end(page, number + 1, unit.stop)
    if end >= unit.stop or page.words[end].low != "," or end - number > 12:
        return _person_without_comma(page, cast, unit, number)
    sentence, token = page.tree(number)
    known = [p for p in cast.within(sentence.index) if token < p.first <= token + 2 and p.mention.form != "elided"]
    quoted = bool(page.quotations_from(Span(page.words[end].start, page.unit_of(number).end)))
    minds = ("person", "organisation", "group", "state") if quoted else ("person",)
    thinking = any(low in page.lists.thinkers for low in page.low[number + 1 : number + 4])
    if thinking or any(cast.kind_of(p.entity) in minds for p in known):
        return end
    named_so = any(
        name.kind in ("PER", "ORG")
        for name in page.tree(number + 1)[0].names
        if name.first <= page.words[number + 1].token + 1 < name.last + 1
    )
    return end if named_so else None


def _person_without_comma(page: Page, cast: Cast, unit: range, number: int) -> int | None:
    """Where "Para el ministro" ends in "Para el ministro la obra es inútil": a subject or "es" follows."""
    sentence, token = page.tree(number)
    people = [
        p.last for p in cast.within(sentence.index) if p.first == token + 1 and cast.kind_of(p.entity) == "person"
    ]
    end = page.number(sentence.index, max(people)) if people else unit.stop
    if end + 1 >= unit.stop or not any(page.is_finite(n) for n in range(end, unit.stop)):
        return None
    after = page.words[end]
    view = after.is_mark or (after.upos in ("DET", "PROPN") and after.low != "lo") or after.low in _IS
    return end if view else None


def source_end(page: Page, first: int, stop: int) -> int:
    """End of the noun phrase after the phrase: up to a comma, a mark, a relative clause or a verb."""
    n = first
    while n < stop:
        word = page.words[n]
        if word.is_mark and (after := past_title(page, n)) is not None:
            n = after
            continue
        if word.low in _ENDS or (word.is_mark and n > first):
            break
        appended = word.upos == "DET" and page.words[n - 1].upos in NOMINAL
        if n > first and (page.is_finite(n) or word.low in _BEFORE_VERB or appended):
            break
        n += 1
    return n
