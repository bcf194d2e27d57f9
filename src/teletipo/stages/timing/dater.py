"""Dater: the time expression that the syntax gives an act, nearest construction first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from teletipo.clauses import Place, clause, is_clause
from teletipo.records import Event
from teletipo.stages.timing.clocks import Clock, Clocks
from teletipo.stages.timing.mainline import goes_with, in_relative
from teletipo.stages.timing.reach import (
    above,
    completes,
    first,
    inside,
    is_apart,
    is_label,
    is_vintage,
    of_noun,
    on_noun,
    opens_clause,
    opens_stretch,
    stands_aside,
    turns,
)
from teletipo.stages.timing.sharing import Sharing
from teletipo.stages.timing.story import SPOKEN
from teletipo.stages.timing.telling import Telling, is_retold, precedes
from teletipo.tags import NOUNS
from teletipo.timex.expression import Timex
from teletipo.tree import Sentence

#: Tokens that may stand between a noun and the time right behind it.
_BESIDE = 16
#: Tokens that may stand between a time and the act right behind it.
_BEFORE = 8
_REALISED = frozenset(["fact", "stated", "denied", "speculated"])
_DONE = frozenset(["fact", "stated"])
#: What is agreed, asked for or possible lies ahead: a weekday of it is the next one.
AHEAD = frozenset(["planned", "proposed", "possible"])
#: Times that a finer one of another mention may replace.
_COARSE = frozenset(["year", "month"])


_Look = Callable[[Event, Place], Timex | None]


class Dater:
    """Looks up times for the events of one article."""

    def __init__(self, clocks: Clocks, telling: Telling) -> None:
        """`telling`: from which verb each act is told."""
        self._clocks, self._words, self._telling = clocks, clocks.words, telling
        self._sharing = Sharing(clocks)

    def time(self, event: Event, places: Sequence[Place]) -> Timex | None:
        """The time of an event, from any of its anchors: the main anchor first, the nearest construction first."""
        realised = event.certainty in _REALISED
        looks = [self._own, self._beside]
        if realised:
            looks += [self._completed, self._sharing.of_act, self._spoken, self._before]
        elif event.certainty in AHEAD:
            looks = [self._intended, *looks, self._ahead]
        for place in places:
            for look in looks:
                if (found := look(event, place)) and not self._too_late(event, found):
                    return self._finer(event, places, looks, found)
        return None

    def _too_late(self, event: Event, timex: Timex) -> bool:
        """True for a time in the article's future, or only intended, if the act is reported as done.

        The next day may be that of a newspaper printed the evening before; weekdays are moved back later.
        """
        published, done = self._clocks.published, event.certainty in _DONE
        if not (done and published and timex.begin and timex.finish):
            return False
        if timex.start in self._clocks.meant and timex.finish >= published[:10]:
            return True
        if timex.rule == "weekday":
            return False
        return timex.begin > (date.fromisoformat(published[:10]) + timedelta(days=1)).isoformat()

    def _finer(self, event: Event, places: Sequence[Place], looks: Sequence[_Look], found: Timex) -> Timex:
        """`found`, or if it is a year or month the first day or month within it that another mention gives."""
        if found.precision not in _COARSE:
            return found
        others = (look(event, place) for place in places for look in looks)
        return next((o for o in others if o and inside(o, found)), found)

    def _own(self, event: Event, place: Place) -> Timex | None:
        """A time that depends on the anchor, with no other act between; rather not on a name ("el foro del lunes")."""
        times = [time for time in self._clocks.of(place.sentence) if self._reaches(time, place.token)]
        on = [on_noun(time, place.token, self._words) for time in times]
        direct = (time for time, below in zip(times, on, strict=True) if not below)
        loose = (time for time, below in zip(times, on, strict=True) if below and not is_vintage(time))
        found = next(direct, next(loose, None))
        return found.timex if found else None

    def _reaches(self, time: Clock, token: int) -> bool:
        """True if `token` is above the time and no act is between, except one during which it happens."""
        sentence = time.place.sentence
        for node in above(time, self._words):
            if node == token:
                return True
            if self._clocks.is_act(sentence, node) and not goes_with(sentence, node, token, self._words, "meanwhile"):
                return False
        return False

    def _completed(self, event: Event, place: Place) -> Timex | None:
        """For a noun, the time of the act that is its complement: "apoyo a un golpe en 1992", "petición de asilo"."""
        sentence, noun = place
        if is_clause(sentence, noun):
            return None
        for act in range(noun + 1, len(sentence)):
            if not self._clocks.is_act(sentence, act):
                continue
            named = event.type in SPOKEN and sentence.kids(act, "det")
            if named or not completes(sentence, act, noun):
                continue
            if found := self._own(event, Place(sentence, act)) or self._beside(event, Place(sentence, act)):
                return found
        return None

    def _beside(self, event: Event, place: Place) -> Timex | None:
        """For a noun, a time right after it in the same phrase, with no finite verb, act or conjunction between."""
        sentence, node = place
        if is_clause(sentence, node) or sentence.upos[node] == "ADJ":
            return None
        for time in self._clocks.of(sentence):
            if opens_clause(time) or is_label(time, node, self._words):
                continue
            between = range(node + 1, time.place.token)
            if 0 < len(between) <= _BESIDE and not any(self._parts(sentence, t) for t in between):
                return time.timex
        return None

    def _before(self, event: Event, place: Place) -> Timex | None:
        """A time a few words before, with no other act between: "El viernes, otra noche de disturbios"."""
        sentence, node = place
        if event.certainty == "denied" or self._telling.of(place) != place:
            return None
        aside = stands_aside(sentence, node, self._words) or is_apart(sentence, node) or in_relative(place, ("Fin",))
        aside = aside or sentence.low_lemmas[clause(sentence, node)] in self._words["anniversary"]
        if aside or turns(sentence, node, self._words):
            return None
        for time in self._clocks.of(sentence):
            if of_noun(time) or in_relative(time.place) or opens_stretch(time) or self._acts_on(time, node):
                continue
            between = range(time.place.token + 1, node)
            if 0 < len(between) < _BEFORE and not any(self._clocks.is_act(sentence, t) for t in between):
                return time.timex
        return None

    def _acts_on(self, time: Clock, noun: int) -> bool:
        """True for the time of an act whose object the noun is: "condenó ayer el asesinato"."""
        sentence = time.place.sentence
        verb = clause(sentence, noun)
        if verb == noun or not self._clocks.is_act(sentence, verb) or clause(sentence, time.place.token) != verb:
            return False
        return sentence.labels[first(sentence, noun, self._words)] in ("obj", "nmod")

    def _parts(self, sentence: Sentence, token: int) -> bool:
        """True for what ends a noun phrase: a finite verb, another act, a conjunction, a semicolon."""
        finite = sentence.feat(token, "VerbForm") in ("Fin", "Ger", "Inf")
        if sentence.upos[token] == "CCONJ":
            return sentence.upos[sentence.heads[token]] not in NOUNS
        return finite or self._clocks.is_act(sentence, token) or sentence.upos[token] == "SCONJ"

    def _intended(self, event: Event, place: Place) -> Timex | None:
        """The time that something is meant for: "convocó para el lunes una huelga"."""
        sentence, node = place
        times = (time for time in self._clocks.of(sentence) if time.timex.start in self._clocks.meant)
        return next((t.timex for t in times if clause(sentence, t.place.token) == clause(sentence, node)), None)

    def _ahead(self, event: Event, place: Place) -> Timex | None:
        """For what is planned, asked for or possible: the time of its clause, if not all of it has passed."""
        found, published = self._sharing.of_act(event, place), self._clocks.published
        if not (found and found.finish and published):
            return None
        today = found.finish == published[:10] and self._is_future(place.sentence, found)
        return found if today or found.finish > published[:10] else None

    def _is_future(self, sentence: Sentence, timex: Timex) -> bool:
        """True for a time whose clause is in the future: "esta tarde se firmará"."""
        tokens = (time.place.token for time in self._clocks.of(sentence) if time.timex is timex)
        return any(sentence.feat(clause(sentence, token), "Tense") == "Fut" for token in tokens)

    def _spoken(self, event: Event, place: Place) -> Timex | None:
        """For an act done by speaking, the time of the verb that reports the speech.

        What is only stated must come first ("X aceptó el plan, dijo ayer Y"): "dijo ayer que X lo aceptó" leaves it
        open.
        """
        teller = self._telling.of(place)
        if event.type not in SPOKEN or teller == place or is_retold(place, teller):
            return None
        if event.certainty != "fact" and not (event.certainty == "stated" and precedes(place, teller)):
            return None
        return self._sharing.of_verb(*teller) or self._sharing.of_act(event, teller)
