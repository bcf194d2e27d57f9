"""Acting: whom the sentences between two statements are about, so that what follows is said by him."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from teletipo.cast import Cast, Placed
from teletipo.spans import Span
from teletipo.speech.naming import placed_at
from teletipo.speech.page import Page
from teletipo.speech.utterance import Utterance


def _start(p: Placed) -> int:
    return p.mention.start


def acting_between(page: Page, cast: Cast, last: Utterance, u: Utterance) -> str | None:
    """The person named by the sentences between two statements, where the first speaker is not."""
    start = max(last.content[-1].end, last.cue.end if last.cue else 0)
    end = min(u.content[0].start, u.cue.start if u.cue else u.content[0].start)
    units = [page.units[n] for n in range(page.unit_number(start), page.unit_number(end))]
    units = [unit for unit in units if start <= unit.start and unit.end <= end]
    if not units:
        return None
    ahead = u.cue is None or u.cue.start > u.content[0].start  # "«…», dijo" or no verb at all
    if ahead and (subject := _subject_between(page, cast, units[-1])) is not None:
        return subject
    between = cast.placed[bisect_left(cast.placed, units[0].start, key=_start) :]
    shown = (p for p in takewhile(lambda p: _start(p) < units[-1].end, between) if p.mention.form != "elided")
    acting = (p for p in shown if p.mention.form != "description" or _is_subject(page, p))
    people = {p.entity for p in acting if cast.kind_of(p.entity) == "person"}
    if len(people) == 1 and not _acts_unnamed(page, cast, last.speaker.entity, units):
        return next(iter(people))
    # of several, the one that grammar makes the subject
    return u.speaker.entity if u.speaker.guessed and u.speaker.entity in people else None


def _subject_between(page: Page, cast: Cast, unit: Span) -> str | None:
    """The person named as the subject of a printed sentence ("Ruiz agradeció la visita a Paz. «…», dijo")."""
    trees = {page.words[n].sentence for n in page.unit_words(unit)}
    if len(trees) != 1:
        return None
    index = trees.pop()
    sentence = page.sentences[index]
    subject = sentence.kid(sentence.root, "nsubj") if sentence.root is not None else None
    placed = placed_at(cast, index, subject, None) if subject is not None else None
    named = placed is not None and placed.mention.form in ("name", "title")
    return placed.entity if placed is not None and named and cast.kind_of(placed.entity) == "person" else None


def _acts_unnamed(page: Page, cast: Cast, who: str | None, units: list[Span]) -> bool:
    """True if the sentences are about the last speaker without naming him ("Evitó hablar de Ruiz")."""
    between = range(page.word_from(units[0].start), page.word_from(units[-1].end))
    trees = [page.sentences[index] for index in {page.words[n].sentence for n in between}]
    silent = (cast.elided(s.index, s.root) for s in trees if s.root is not None)
    return any(p is not None and p.entity == who for p in silent)


def _is_subject(page: Page, p: Placed) -> bool:
    """True if the tree makes the expression the subject of a clause."""
    return page.sentences[p.sentence].labels[p.head] in ("nsubj", "nsubj:pass")
