"""When events took place: the time expression that syntax gives each event, or the day that the story is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import cast, get_args

import msgspec

from teletipo.clauses import Index, Place, clause, is_clause
from teletipo.records import Article, Event, Role, Statement, When
from teletipo.spans import Span
from teletipo.stages.links import other_instance
from teletipo.stages.times import Timex
from teletipo.timex.calendar import Grain
from teletipo.tree import Sentence

#: Acts that are done by speaking: told inside a quotation, they happen when it is spoken.
_SPOKEN = frozenset(["ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"])
#: Labels over which an act shares the time of the verb above it.
_SHARES = frozenset(["conj", "xcomp", "advcl", "acl"])
_NOMINAL = frozenset(["nsubj", "nsubj:pass", "obj", "obl", "iobj"])
#: TIMEX3 modifiers that leave the date open.
_VAGUE = frozenset(["MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE"])
#: What follows the date of a dateline: "Lima, 4 may (EFE).-".
_DATELINE = re.compile(r"\s*(?:\([\w /.]{2,20}\)\s*)?[.,]?\s?[-–—]")
#: Tokens that may stand between a noun and the time right behind it.
_BESIDE = 14
#: Prepositions of what goes on meanwhile, and relatives of place and time.
_DURING, _WHERE = frozenset(["durante", "en"]), frozenset(["donde", "cuando"])
#: Tokens that may stand between a time and the act right behind it.
_BEFORE = 8
_REALISED = frozenset(["fact", "stated", "denied"])
#: What is agreed, asked for or possible lies ahead: a weekday of it is the next one.
_AHEAD = frozenset(["planned", "proposed", "possible"])
_GRAINS = frozenset(get_args(Grain))
#: Days between the published date and the day a story is told of.
_STORY_DAYS = 2
#: The story's day is looked for in the paragraphs up to this one.
_LEAD = 2


class _Time(msgspec.Struct, frozen=True):
    timex: Timex
    place: Place


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
    times = _by_sentence(index, timexes, article.text or "")
    if not times:
        return events
    places = [_places(index, event) for event in events]
    taken = {(p.sentence.index, p.token) for group in places for p in group}
    dater = _Dater(index, times, taken, statements)
    story = _Story(index, times, article.published)
    dated = []
    for event, group in zip(events, places, strict=True):
        timex = dater.time(event, group)
        if timex:
            dated.append(_dated(event, timex, article.published))
            continue
        day = next((d for place in group if (d := story.day(event, dater.telling(place)))), None)
        dated.append(msgspec.structs.replace(event, when=day) if day else event)
    return tuple(dated)


def _places(index: Index, event: Event) -> list[Place]:
    """The places of the anchors; a further one that names another instance ("el encuentro anterior") is left out."""
    found = [p for a in event.anchors if (p := index.place(a.start, a.end))]
    return [p for n, p in enumerate(found) if n == 0 or not other_instance(*p)]


def _by_sentence(index: Index, timexes: Sequence[Timex], text: str) -> dict[int, list[_Time]]:
    """The expressions that can date an act, by sentence: no datelines, no centuries, no bare "then"."""
    found: dict[int, list[_Time]] = {}
    for timex in timexes:
        usable = timex.type in ("DATE", "TIME") or timex.rule.startswith("range.")
        vague = timex.precision == "century" or timex.rule == "then" or timex.mod in _VAGUE
        if not usable or vague or not timex.begin or _DATELINE.match(text, timex.end):
            continue
        if place := index.place(timex.start, timex.end):
            found.setdefault(place.sentence.index, []).append(_Time(timex, place))
    return found


class _Dater:
    """Looks up times for the events of one article."""

    def __init__(
        self, index: Index, times: dict[int, list[_Time]], taken: set[tuple[int, int]], statements: Sequence[Statement]
    ) -> None:
        self._index, self._times, self._taken, self._statements = index, times, taken, statements
        self._told: dict[tuple[int, int], Place] = {}

    def time(self, event: Event, places: Sequence[Place]) -> Timex | None:
        """The time of an event: from any of its anchors, the main one first, the nearest construction first."""
        realised = event.certainty in _REALISED
        looks = [self._own, self._beside]
        if realised:
            looks += [self._shared, self._spoken, self._before]
        for look in looks:
            for place in places:
                if found := look(event, place):
                    return found
        return None

    def telling(self, place: Place) -> Place:
        """Where the act is told from: the verb that reports the speech it is in, else its own place."""
        key = (place.sentence.index, place.token)
        if key not in self._told:
            at = place.sentence.starts[place.token]
            self._told[key] = next((cue for part, cue in self._speech if part.start <= at < part.end), place)
        return self._told[key]

    @cached_property
    def _speech(self) -> list[tuple[Span, Place]]:
        """What is said, and the verb that reports it."""
        found = []
        for statement in self._statements:
            cue = self._index.place(statement.cue.start, statement.cue.end) if statement.cue else None
            if cue and is_clause(*cue):
                found += [(part, cue) for part in statement.content]
        return found

    def _own(self, event: Event, place: Place) -> Timex | None:
        """A time that hangs on the anchor, with no other act in between."""
        for time in self._times.get(place.sentence.index, ()):
            for node in self._above(time):
                if node == place.token:
                    return time.timex
                if (place.sentence.index, node) in self._taken:
                    break
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

    def _above(self, time: _Time) -> Iterator[int]:
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
                return self._clause_time(sentence, verb) if _goes_with(sentence, node, verb) else None
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

    def _spoken(self, event: Event, place: Place) -> Timex | None:
        """For an act done by speaking, the time of the verb that reports the speech."""
        teller = self.telling(place)
        if event.type not in _SPOKEN or teller == place:
            return None
        return self._clause_time(*teller) or self._shared(event, teller)


class _Story:
    """The day that the main line of an article is told of, paragraph by paragraph."""

    def __init__(self, index: Index, times: dict[int, list[_Time]], published: str | None) -> None:
        self._times = times
        self._days: dict[int, When] = {}  #: sentence -> the day that an undated main clause of it is told of
        lead: When | None = None
        current: When | None = None
        paragraph = -1
        for sentence in index.sentences:
            if sentence.paragraph != paragraph:
                paragraph, current = sentence.paragraph, lead
            own = self._main_day(sentence)
            if lead is None and published and sentence.paragraph <= _LEAD and _told_root(sentence):
                lead = own if own and _days_apart(own.start, published) <= _STORY_DAYS else None
            current = own or current
            if current:
                self._days[sentence.index] = current

    def day(self, event: Event, place: Place) -> When | None:
        """The day of an act told as a fact in the past tense of a main clause without a time; None for all others."""
        sentence, token = place
        if not is_clause(sentence, token):
            verb = clause(sentence, token)
            if self._times.get(sentence.index) or not _goes_with(sentence, token, verb):
                return None
            token = verb
        while sentence.labels[token] in ("advcl", "xcomp") and sentence.feat(token, "VerbForm") != "Fin":
            token = sentence.heads[token]
        told = event.certainty == "fact" and _is_told(sentence, token)
        if not told or (event.type not in _SPOKEN and self._times.get(sentence.index)):
            return None
        when = self._days.get(sentence.index)
        return msgspec.structs.replace(when, basis="story") if when else None

    def _main_day(self, sentence: Sentence) -> When | None:
        """The day that hangs on a main clause in the past."""
        for time in self._times.get(sentence.index, ()):
            verb = clause(sentence, time.place.token)
            if time.timex.precision in ("day", "minute") and _is_told(sentence, verb):
                return _when(time.timex)
        return None


def _first(sentence: Sentence, token: int) -> int:
    """The first member of the coordination that `token` is in."""
    while sentence.labels[token] == "conj":
        token = sentence.heads[token]
    return token


def _goes_with(sentence: Sentence, token: int, verb: int) -> bool:
    """True for a noun that tells during what the verb happened ("durante la cumbre", "en la apertura de la cumbre")."""
    while sentence.heads[token] not in (verb, -1):
        token = sentence.heads[token]
    cases = [sentence.low[c] for c in sentence.kids(token, "case")]
    return sentence.labels[token].startswith("obl") and bool(cases) and cases[0] in _DURING


def _in_which(sentence: Sentence, verb: int) -> bool:
    """True for a relative clause with "donde", "cuando" or "en la que"."""
    for child in sentence.children[verb]:
        cases = [sentence.low[c] for c in sentence.kids(child, "case")]
        if sentence.low[child] in _WHERE or (cases and cases[0] in _DURING and child < verb):
            return True
    return False


def _on_noun(time: _Time, verb: int) -> bool:
    """True if the time hangs on a noun below the verb ("su encuentro de 2019") and not on the verb."""
    sentence = time.place.sentence
    for node in sentence.ancestors(time.place.token):
        if node == verb:
            return False
        inside = time.timex.start <= sentence.starts[node] < time.timex.end
        if sentence.upos[node] in ("NOUN", "PROPN") and not inside:
            return True
    return False


def _is_when(sentence: Sentence, token: int) -> bool:
    """True for "al firmar", "cuando firmó": a clause that happens together with the one above it."""
    return any(sentence.low[c] in ("al", "cuando") for c in sentence.children[token])


def _is_told(sentence: Sentence, token: int) -> bool:
    """True for a main clause in the preterite or the perfect."""
    label, head = sentence.labels[token], sentence.heads[token]
    main = label == "root" or (label in ("conj", "parataxis") and head >= 0 and sentence.labels[head] == "root")
    if not main:
        return False
    if sentence.feat(token, "VerbForm") == "Fin":
        return sentence.feat(token, "Tense") == "Past"
    helpers = sentence.kids(token, "aux", "aux:pass")
    return any(sentence.feat(c, "VerbForm") == "Fin" for c in helpers)


def _told_root(sentence: Sentence) -> bool:
    return any(head < 0 and _is_told(sentence, token) for token, head in enumerate(sentence.heads))


def _days_apart(one: str, other: str) -> int:
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other[:10])).days)
    except ValueError:
        return _STORY_DAYS + 1


def _when(timex: Timex) -> When | None:
    if timex.begin is None or timex.finish is None or timex.precision not in _GRAINS:
        return None
    return When(start=timex.begin, end=timex.finish, precision=cast(Grain, timex.precision), basis=timex.basis)


def _dated(event: Event, timex: Timex, published: str | None) -> Event:
    """`event` with the time and the words that carry it."""
    when = _when(timex)
    if when and published and timex.rule == "weekday" and event.certainty in _AHEAD and when.start < published[:10]:
        day = (date.fromisoformat(when.start) + timedelta(days=7)).isoformat()
        when = msgspec.structs.replace(when, start=day, end=day)
    role = Role(role="time", start=timex.start, end=timex.end, value=timex.value)
    return msgspec.structs.replace(event, when=when, roles=(*event.roles, role))
