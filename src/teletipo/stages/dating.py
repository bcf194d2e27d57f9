"""Dating: when events took place, by the time expressions that syntax gives them or by the day of the story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import msgspec

from teletipo.clauses import Index, Place, clause, is_clause
from teletipo.grammar.finiteness import finite_feat
from teletipo.phrases.lexicon import Phrases
from teletipo.records import Article, Event, Role, Statement, When
from teletipo.stages.merging.sequence import other_instance
from teletipo.stages.timing.clocks import Clocks, by_sentence, meant, when_of
from teletipo.stages.timing.dater import AHEAD, Dater
from teletipo.stages.timing.mainline import in_relative
from teletipo.stages.timing.reckoning import reckoned
from teletipo.stages.timing.story import SPOKEN, Story
from teletipo.stages.timing.telling import Telling, is_retold
from teletipo.timex.expression import Timex
from teletipo.tree import Sentence


def date_events(
    article: Article,
    sentences: tuple[Sentence, ...],
    statements: tuple[Statement, ...],
    timexes: tuple[Timex, ...],
    events: tuple[Event, ...],
    phrases: Phrases,
) -> tuple[Event, ...]:
    """The events with `when` and a time role if the text gives them a time; others stay undated.

    The basis "story" is the weakest: the act belongs to the main line of the article, has no time of its own and gets
    the day of the story.
    """
    index = Index(sentences)
    text = article.text or ""
    times, undated = by_sentence(index, timexes, text, article.published)
    if not times:  # the published day for the opening of such articles is 12 times wrong on train and never right
        return events
    places = [_places(index, event, phrases) for event in events]
    acts = frozenset((p.sentence.index, p.token) for group in places for p in group)
    clocks = Clocks(times, acts, article.published, phrases.lexicon("dating").contexts, undated, meant(timexes, text))
    telling = Telling(index, statements)
    dater, story = Dater(clocks, telling), Story(index.sentences, clocks)
    steps = reckoned(text, timexes, index, clocks, story)
    dated = []
    for event, group in zip(events, places, strict=True):
        timex = _time_of(event, group, steps, dater)
        if timex:
            dated.append(_dated(event, timex, article.published, _tense(index, timex)))
            continue
        day = _story_day(event, group, story, telling)
        dated.append(msgspec.structs.replace(event, when=day) if day else event)
    return tuple(dated)


def _time_of(event: Event, places: Sequence[Place], steps: Mapping[Place, Timex], dater: Dater) -> Timex | None:
    """The time of an act: its own, else the one reckoned from another act (`steps`)."""
    stepped = next((steps[place] for place in places if place in steps), None)
    return dater.time(event, [place for place in places if place not in steps]) or stepped


def _story_day(event: Event, places: Sequence[Place], story: Story, telling: Telling) -> When | None:
    """The day of the story, if an act belongs to it; acts of somebody who is new to the story do not.

    If a clause places the act outside of the story, later mentions in other sentences only refer back to it.
    """
    clausal: Sentence | None = None
    for place in places:
        if clausal and place.sentence is not clausal:
            return None
        told = _told_at(event, place, telling)
        newcomer = told == place and story.by_newcomer(*place)
        if not newcomer and (day := story.day(event, told)):
            return day
        if is_clause(*place):
            clausal = place.sentence
    return None


def _told_at(event: Event, place: Place, telling: Telling) -> Place:
    """Where an act is told: a speech act in a clause of its own is told where its speech is reported."""
    teller = telling.of(place)
    return teller if event.type in SPOKEN and not is_retold(place, teller) else place


def _places(index: Index, event: Event, phrases: Phrases) -> list[Place]:
    """The places of the anchors, without those of another instance ("el encuentro anterior")."""
    found = [p for a in event.anchors if (p := index.place(a.start, a.end))]
    return [p for n, p in enumerate(found) if n == 0 or not other_instance(*p, phrases)]


def _tense(index: Index, timex: Timex) -> str | None:
    """The tense of the clause that the time is in; a past one only of a relative clause.

    "La huelga, que empezó el 3 de mayo, seguirá" leaves 3 May in the past.
    """
    place = index.place(timex.start, timex.end)
    tense = finite_feat(place.sentence, clause(*place), "Tense") if place else None
    return tense if place and (tense == "Fut" or in_relative(place)) else None


def _dated(event: Event, timex: Timex, published: str | None, tense: str | None) -> Event:
    """The event with its time and the words that give it; what has a past `tense` never moves into the future."""
    when, value = when_of(timex), timex.value
    if when and published and tense not in ("Past", "Imp"):
        turned = _turned(when, timex, event.certainty, published[:10], tense == "Fut")
        when, value = turned, value.replace(when.start[: len(value)], turned.start[: len(value)])
    role = Role(role="time", start=timex.start, end=timex.end, value=value)
    return msgspec.structs.replace(event, when=when, roles=(*event.roles, role))


def _day_after(day: str) -> str:
    """The day that a text printed the evening before means: "este jueves" on a Wednesday."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _turned(when: When, timex: Timex, certainty: str, today: str, future: bool) -> When:
    """`when`, with a weekday or a date without a year moved before or after `today`, wherever such an act must be.

    What `future` verbs tell lies ahead although a year was named before: "rompió en 2022 y volverá en julio".
    """
    ahead, days = certainty in AHEAD and when.end < today, 0
    yearless = timex.rule in ("date.full", "month.bare") and (future or timex.basis == "published")
    if yearless and timex.basis != "explicit" and ahead and when.start[5:7] != "02":
        year = int(today[:4]) + (when.end[4:] < today[4:])
        start, end = (f"{year}{day[4:]}" for day in (when.start, when.end))
        return msgspec.structs.replace(when, start=start, end=end)
    if timex.rule == "weekday" and ahead:
        days = 7
    elif timex.rule == "weekday" and certainty == "fact" and when.start > _day_after(today):
        days = -7
    if not days:
        return when
    day = (date.fromisoformat(when.start) + timedelta(days=days)).isoformat()
    return msgspec.structs.replace(when, start=day, end=day)
