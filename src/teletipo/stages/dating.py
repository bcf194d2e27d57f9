"""When events took place: the time expression that syntax gives each event, or the day that the story is told of."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

import msgspec

from teletipo.clauses import Index, Place, clause, is_clause
from teletipo.records import Article, Event, Role, Statement, When
from teletipo.spans import Span
from teletipo.stages.links import other_instance
from teletipo.stages.story import DURING, SPOKEN, Clock, Story, Taken, Times, goes_with, when_of
from teletipo.stages.times import Timex
from teletipo.tree import Sentence

#: Labels over which an act shares the time of the verb above it.
_SHARES = frozenset(["conj", "xcomp", "advcl", "acl"])
_NOMINAL = frozenset(["nsubj", "nsubj:pass", "obj", "obl", "iobj"])
#: TIMEX3 modifiers that leave the date open.
_VAGUE = frozenset(["MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE"])
#: What follows the date of a dateline: "Lima, 4 may (EFE).-".
_DATELINE = re.compile(r"\s*(?:\([\w /.]{2,20}\)\s*)?[.,]?\s?[-–—]")
#: Days about the published one: "estos días", "en los últimos días".
_THESE_DAYS = re.compile(r"(?i)(?:los |las )?(?:últim[oa]s|próxim[oa]s|est[oa]s) (?:días|jornadas)")
_OVERLAPPING = 64  #: parts of speech that may begin inside one before it ends
#: Tokens that may stand between a noun and the time right behind it.
_BESIDE = 14
#: Relatives of place and time.
_WHERE = frozenset(["donde", "cuando"])
#: Tokens that may stand between a time and the act right behind it.
_BEFORE = 8
_REALISED = frozenset(["fact", "stated", "denied"])
#: What is agreed, asked for or possible lies ahead: a weekday of it is the next one.
_AHEAD = frozenset(["planned", "proposed", "possible"])
#: Times that a finer one of another mention may replace.
_COARSE = frozenset(["year", "month"])

_Look = Callable[[Event, Place], Timex | None]


def date_events(
    article: Article,
    sentences: tuple[Sentence, ...],
    statements: tuple[Statement, ...],
    timexes: tuple[Timex, ...],
    events: tuple[Event, ...],
) -> tuple[Event, ...]:
    """`events` with `when` and a time role where the text gives them a time; what has none stays undated.

    Basis "story" marks the weakest ground: the act is told in the main line of the article, without a time of its own,
    and gets the day that the story is told of.
    """
    index = Index(sentences)
    times = _by_sentence(index, timexes, article.text or "", article.published)
    if not times:
        return events
    places = [_places(index, event) for event in events]
    taken = {(p.sentence.index, p.token) for group in places for p in group}
    dater = _Dater(index, times, taken, (statements, article.published))
    story = Story(index, times, article.published, taken)
    dated = []
    for event, group in zip(events, places, strict=True):
        timex = dater.time(event, group)
        if timex:
            dated.append(_dated(event, timex, article.published))
            continue
        day = next((d for place in group if (d := story.day(event, _told_at(event, place, dater)))), None)
        dated.append(msgspec.structs.replace(event, when=day) if day else event)
    return tuple(dated)


def _told_at(event: Event, place: Place, dater: _Dater) -> Place:
    """Where an act is told: an act of speaking in a clause of its own is told with the speech it is in."""
    return dater.telling(place) if event.type in SPOKEN and not _names(*place) else place


def _names(sentence: Sentence, token: int) -> bool:
    """True for a noun that names an act ("las amenazas"): inside speech it is one of before."""
    return sentence.upos[token] in ("NOUN", "PROPN") and not is_clause(sentence, token)


def _places(index: Index, event: Event) -> list[Place]:
    """The places of the anchors; a further one that names another instance ("el encuentro anterior") is left out."""
    found = [p for a in event.anchors if (p := index.place(a.start, a.end))]
    return [p for n, p in enumerate(found) if n == 0 or not other_instance(*p)]


def _by_sentence(index: Index, timexes: Sequence[Timex], text: str, published: str | None) -> Times:
    """The expressions that can date an act, by sentence: no datelines, no centuries, no bare "then"."""
    found: Times = {}
    for timex in timexes:
        if published and timex.rule == "span.vague" and _THESE_DAYS.match(text, timex.start):
            timex = _these_days(timex, published)
        usable = timex.type in ("DATE", "TIME") or timex.rule.startswith("range.")
        vague = timex.precision == "century" or timex.rule == "then" or timex.mod in _VAGUE
        if not usable or vague or not timex.begin or _DATELINE.match(text, timex.end):
            continue
        if place := index.place(timex.start, timex.end):
            found.setdefault(place.sentence.index, []).append(Clock(timex, place))
    return found


def _these_days(timex: Timex, published: str) -> Timex:
    """`timex` ("en los próximos días") as the month of the published day."""
    year, month = int(published[:4]), int(published[5:7])
    begin, finish = f"{published[:7]}-01", f"{published[:7]}-{monthrange(year, month)[1]:02}"
    return msgspec.structs.replace(timex, begin=begin, finish=finish, precision="month", rule="range.these_days")


class _Dater:
    """Looks up times for the events of one article."""

    def __init__(self, index: Index, times: Times, taken: Taken, told: tuple[Sequence[Statement], str | None]) -> None:
        """`told`: who says what, and the day on which the article does."""
        self._index, self._times, self._taken = index, times, taken
        self._statements, self._published = told
        self._told: dict[tuple[int, int], Place] = {}

    def time(self, event: Event, places: Sequence[Place]) -> Timex | None:
        """The time of an event: from any of its anchors, the main one first, the nearest construction first."""
        realised = event.certainty in _REALISED
        looks = [self._own, self._beside]
        if realised:
            looks += [self._completed, self._shared, self._spoken, self._before]
        elif event.certainty in _AHEAD:
            looks += [self._ahead]
        for place in places:
            for look in looks:
                if found := look(event, place):
                    return self._finer(event, places, looks, found)
        return None

    def _finer(self, event: Event, places: Sequence[Place], looks: Sequence[_Look], found: Timex) -> Timex:
        """`found`, or for a year or month the first day or month inside it that another mention of the act gives."""
        if found.precision not in _COARSE:
            return found
        others = (look(event, place) for place in places for look in looks)
        return next((o for o in others if o and _inside(o, found)), found)

    def telling(self, place: Place) -> Place:
        """Where the act is told from: the verb that reports the speech it is in, else its own place."""
        key = (place.sentence.index, place.token)
        if key not in self._told:
            at = place.sentence.starts[place.token]
            last = bisect_right(self._speech, at, key=lambda said: said[0].start)
            near = [said for said in self._speech[max(0, last - _OVERLAPPING) : last] if at < said[0].end]
            self._told[key] = min(near, key=lambda said: said[2])[1] if near else place
        return self._told[key]

    @cached_property
    def _speech(self) -> list[tuple[Span, Place, int]]:
        """What is said, and the verb that reports it, by its start; with its number in the order of the statements."""
        found: list[tuple[Span, Place, int]] = []
        last: Place | None = None
        for statement in self._statements:
            cue = self._index.place(statement.cue.start, statement.cue.end) if statement.cue else None
            if cue and is_clause(*cue):
                last = cue
            if last:
                found += [(part, last, len(found)) for part in statement.content]
        return sorted(found, key=lambda said: said[0].start)

    def _own(self, event: Event, place: Place) -> Timex | None:
        """A time that hangs on the anchor, with no other act in between."""
        for time in self._times.get(place.sentence.index, ()):
            for node in self._above(time):
                if node == place.token:
                    return time.timex
                if (place.sentence.index, node) in self._taken:
                    break
        return None

    def _completed(self, event: Event, place: Place) -> Timex | None:
        """For a noun, the time of the act that completes it: "apoyo a un golpe en 1992", "petición de asilo"."""
        sentence, noun = place
        if is_clause(sentence, noun):
            return None
        for act in range(noun + 1, len(sentence)):
            if (sentence.index, act) not in self._taken:
                continue
            named = event.type in SPOKEN and sentence.kids(act, "det")
            if named or not _completes(sentence, act, noun):
                continue
            if found := self._own(event, Place(sentence, act)) or self._beside(event, Place(sentence, act)):
                return found
        return None

    def _beside(self, event: Event, place: Place) -> Timex | None:
        """For a noun, a time right behind it in the same phrase: no finite verb, act or conjunction between."""
        sentence, node = place
        if is_clause(sentence, node):
            return None
        for time in self._times.get(sentence.index, ()):
            between = range(node + 1, time.place.token)
            if 0 < len(between) <= _BESIDE and not any(self._parts(sentence, t) for t in between):
                return time.timex
        return None

    def _before(self, event: Event, place: Place) -> Timex | None:
        """A time a few words before, with no other act between: "El viernes, una nueva jornada de violencia"."""
        sentence, node = place
        if event.certainty == "denied" or self.telling(place) != place:
            return None
        for time in self._times.get(sentence.index, ()):
            between = range(time.place.token + 1, node)
            if 0 < len(between) < _BEFORE and not any((sentence.index, t) in self._taken for t in between):
                return time.timex
        return None

    def _parts(self, sentence: Sentence, token: int) -> bool:
        """True for what ends a noun phrase: a finite verb, another act, a conjunction, a semicolon."""
        finite = sentence.feat(token, "VerbForm") in ("Fin", "Ger", "Inf")
        return finite or (sentence.index, token) in self._taken or sentence.upos[token] in ("SCONJ", "CCONJ")

    def _above(self, time: Clock) -> Iterator[int]:
        """The words a time may date: its ancestors to the verb of its clause, and what a relative clause hangs on."""
        sentence, token = time.place
        if is_clause(sentence, token):
            yield token
        for node in sentence.ancestors(token):
            yield node
            if is_clause(sentence, node) and not sentence.labels[node].startswith("acl"):
                return

    def _clause_time(self, sentence: Sentence, verb: int) -> Timex | None:
        for time in self._times.get(sentence.index, ()):
            if clause(sentence, time.place.token) == verb and not _on_noun(time, verb):
                return time.timex
        for time in self._times.get(sentence.index, ()):
            under = clause(sentence, time.place.token)
            if sentence.heads[under] == verb and sentence.labels[under] == "advcl" and _is_when(sentence, under):
                return time.timex
        return None

    def _shared(self, event: Event, place: Place) -> Timex | None:
        """The time of the clause that the act is an argument of, or that it continues."""
        sentence, node = place
        if not is_clause(sentence, node):
            verb = clause(sentence, node)
            if (sentence.index, verb) in self._taken:
                return self._clause_time(sentence, verb) if goes_with(sentence, node, verb) else None
            return self._clause_time(sentence, verb) if sentence.labels[_first(sentence, node)] in _NOMINAL else None
        if found := self._of_antecedent(sentence, node):
            return found
        while sentence.labels[node] in _SHARES and sentence.heads[node] >= 0:
            node = sentence.heads[node]
            if is_clause(sentence, node) and (found := self._clause_time(sentence, node)):
                return found
        return None

    def _of_antecedent(self, sentence: Sentence, verb: int) -> Timex | None:
        """For "la visita del 3 de mayo, en la que firmaron": the time of the noun."""
        head = sentence.heads[verb]
        if not sentence.labels[verb].startswith("acl") or head < 0 or not _in_which(sentence, verb):
            return None
        return next((t.timex for t in self._times.get(sentence.index, ()) if head in self._above(t)), None)

    def _ahead(self, event: Event, place: Place) -> Timex | None:
        """For what is planned, asked for or possible: the time of its clause, if it lies ahead of the article."""
        found = self._shared(event, place)
        return found if found and found.begin and self._published and found.begin > self._published[:10] else None

    def _spoken(self, event: Event, place: Place) -> Timex | None:
        """For an act done by speaking, the time of the verb that reports the speech."""
        teller = self.telling(place)
        if event.type not in SPOKEN or teller == place or _names(*place):
            return None
        return self._clause_time(*teller) or self._shared(event, teller)


def _completes(sentence: Sentence, token: int, noun: int) -> bool:
    """True if `token` hangs below `noun` over nouns alone."""
    node = token
    while node != noun and sentence.labels[node] == "nmod":
        node = sentence.heads[node]
    return node == noun != token


def _inside(one: Timex, other: Timex) -> bool:
    """True if `one` is a shorter stretch of time within `other`."""
    if not (one.begin and one.finish and other.begin and other.finish):
        return False
    within = other.begin <= one.begin and one.finish <= other.finish
    return within and (one.begin, one.finish) != (other.begin, other.finish)


def _first(sentence: Sentence, token: int) -> int:
    """The first member of the coordination that `token` is in."""
    while sentence.labels[token] == "conj":
        token = sentence.heads[token]
    return token


def _in_which(sentence: Sentence, verb: int) -> bool:
    """True for a relative clause with "donde", "cuando" or "en la que"."""
    for child in sentence.children[verb]:
        cases = [sentence.low[c] for c in sentence.kids(child, "case")]
        if sentence.low[child] in _WHERE or (cases and cases[0] in DURING and child < verb):
            return True
    return False


def _on_noun(time: Clock, verb: int) -> bool:
    """True if the time hangs on a noun below the verb ("su encuentro de 2019") and not on the verb."""
    sentence = time.place.sentence
    for node in sentence.ancestors(time.place.token):
        if node == verb:
            return False
        inside = time.timex.start <= sentence.starts[node] < time.timex.end
        if sentence.upos[node] in ("NOUN", "PROPN") and not inside and not goes_with(sentence, node, verb):
            return True
    return False


def _is_when(sentence: Sentence, token: int) -> bool:
    """True for "al firmar", "cuando firmó": a clause that happens together with the one above it."""
    return any(sentence.low[c] in ("al", "cuando") for c in sentence.children[token])


def _dated(event: Event, timex: Timex, published: str | None) -> Event:
    """`event` with the time and the words that carry it."""
    when = when_of(timex)
    if when and published:
        when = _turned(when, timex, event.certainty, published[:10])
    role = Role(role="time", start=timex.start, end=timex.end, value=timex.value)
    return msgspec.structs.replace(event, when=when, roles=(*event.roles, role))


def _day_after(day: str) -> str:
    """The day that a text printed the evening before means: "este jueves" on a Wednesday."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _turned(when: When, timex: Timex, certainty: str, today: str) -> When:
    """`when` with a weekday or a day without a year turned to the side of `today` on which such an act lies."""
    ahead, days = certainty in _AHEAD and when.start < today, 0
    if timex.rule == "date.full" and timex.basis == "published" and ahead and when.start[5:] != "02-29":
        day = f"{int(when.start[:4]) + 1}{when.start[4:]}"
        return msgspec.structs.replace(when, start=day, end=day)
    if timex.rule == "weekday" and ahead:
        days = 7
    elif timex.rule.startswith("weekday") and certainty == "fact" and when.start > _day_after(today):
        days = -7
    if not days:
        return when
    day = (date.fromisoformat(when.start) + timedelta(days=days)).isoformat()
    return msgspec.structs.replace(when, start=day, end=day)
