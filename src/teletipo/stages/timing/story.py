"""Story: the day of an article's main line, which dates acts without a time of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from teletipo.clauses import Place, clause, is_clause
from teletipo.records import Event, When
from teletipo.stages.timing.clocks import WITHIN_A_DAY, Clocks, when_of
from teletipo.stages.timing.mainline import (
    beside_root,
    goes_with,
    in_relative,
    is_earlier,
    is_this,
    is_told,
    meets,
    teller,
    told_root,
)
from teletipo.stages.timing.reach import on_noun
from teletipo.tree import Sentence

#: Acts that are done by speaking: told inside a quotation, they happen when it is spoken.
SPOKEN = frozenset(["ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"])
#: Acts that the main line tells; what else is done in it without a time is mostly of before: of 16 such dates on train
#: and on our own news articles one was right.
_TOLD = SPOKEN | {"CONSULT", "ASSAULT", "PROTEST"}
#: An opening without a time tells the day of what the article comes back to so often; else 2 dates of 24 were right.
_MENTIONS = 3
#: Days between the published date and the day a story is told of.
_STORY_DAYS = 2
#: The story's day is looked for in the paragraphs up to this one.
_LEAD = 2


class Story:
    """The day of an article's main line, paragraph by paragraph."""

    def __init__(self, sentences: Sequence[Sentence], clocks: Clocks) -> None:
        """The sentences of the article and what can date its acts."""
        self._clocks, self._words, published = clocks, clocks.words, clocks.published
        self._days: dict[int, When] = {}  #: sentence -> the day that an undated main clause of it is told of
        lead: When | None = None
        current: When | None = None
        paragraph = -1
        opening = next((s.index for s in sentences if any(s.clausal)), 0)
        self._opening = frozenset(word for s in sentences if s.paragraph == 0 for word in s.low)
        for sentence in sentences:
            if sentence.paragraph != paragraph:
                paragraph, current = sentence.paragraph, lead
            opens = sentence.index == opening
            own = self._main_day(sentence) or (self._todays(sentence) if opens else None)
            leads = sentence.paragraph <= _LEAD and (opens or told_root(sentence))
            if lead is None and published and leads:
                lead = own if own and _days_apart(own.start, published) <= _STORY_DAYS else None
            current = own or (None if self._elsewhen(sentence) else current)
            if not current and published and sentence.index == 0 and not clocks.of(sentence):
                current = When(start=published[:10], end=published[:10], precision="day", basis="story")
            if current:
                self._days[sentence.index] = current

    def told(self, sentence: Sentence) -> When | None:
        """The day of the undated main clauses of a sentence."""
        return self._days.get(sentence.index)

    def day(self, event: Event, place: Place) -> When | None:
        """The day of an act reported as done in a main clause without a time; None for all others.

        The clause is in the past, but an act of speaking may be in the present ("la declaración condena") and others in
        the imperfect. An act not done by speaking may also rest on somebody's word. "Este encuentro" has that day
        wherever it is mentioned.
        """
        if event.type not in _TOLD:
            return None
        if event.certainty != "fact" and (event.certainty != "stated" or event.type in SPOKEN):
            return None
        told = event.type == "CONSULT" and is_this(*place)
        when = self._days.get(place.sentence.index) if told or self._is_of_story(event, place) else None
        if when is None or (when.basis == "story" and len(event.anchors) < _MENTIONS):
            return None
        return msgspec.structs.replace(when, basis="story")

    def _is_of_story(self, event: Event, place: Place) -> bool:
        """True for an act on the main line of the story, without a time."""
        sentence, token = place
        spoken = event.type in SPOKEN
        timed = any(not in_relative(t.place) for t in self._clocks.of(sentence))
        if not is_clause(sentence, token):
            verb = clause(sentence, token)
            beside = meets if event.type == "CONSULT" else goes_with
            with_ = beside(sentence, token, verb, self._words)
            if not (spoken and self._is_uttered(sentence, token, verb)) and (timed or not with_):
                return False
            token = verb
        token = teller(sentence, token, spoken)
        if is_earlier(sentence, token, self._words) or self._lasts(sentence, token) or (timed and not spoken):
            return False
        goes_on = not spoken and sentence.labels[token] == "root" and sentence.feat(token, "Tense") == "Imp"
        return goes_on or is_told(sentence, token, present=spoken)

    def by_newcomer(self, sentence: Sentence, verb: int) -> bool:
        """True for a clause whose subject has a name that the opening paragraph does not contain."""
        subject = next(iter(sentence.kids(verb, "nsubj", "nsubj:pass")), None)
        if subject is None:
            return False
        named = [t for t in (subject, *sentence.kids(subject, "appos", "flat", "nmod")) if sentence.upos[t] == "PROPN"]
        return bool(named) and not any(sentence.low[t] in self._opening for t in named)

    def _lasts(self, sentence: Sentence, verb: int) -> bool:
        """True for what lasts, by an undated time expression: "se negaron hasta ahora", "durante décadas"."""
        return any(sentence.heads[token] == verb for token in self._clocks.undated.get(sentence.index, ()))

    def _is_uttered(self, sentence: Sentence, token: int, verb: int) -> bool:
        """True for the object of a verb that is not itself an act ("reiteró su rechazo")."""
        if sentence.labels[token] != "obj" or sentence.kids(token, "case") or self._clocks.is_act(sentence, verb):
            return False
        return sentence.low_lemmas[verb] not in sentence.valency.rejecting | sentence.valency.judging

    def _todays(self, sentence: Sentence) -> When | None:
        """The published day, if the opening gives it to what is told or to the teller, not to the news itself."""
        published = self._clocks.published
        for time in self._clocks.of(sentence):
            today = published and time.timex.precision in WITHIN_A_DAY and time.timex.begin == published[:10]
            if today and beside_root(sentence, clause(sentence, time.place.token), self._words):
                return when_of(time.timex)
        return None

    def _elsewhen(self, sentence: Sentence) -> bool:
        """True for a main clause in the past that moves to another week, month or year ("en agosto reprimieron")."""
        for time in self._clocks.of(sentence):
            verb = sentence.heads[time.place.token]
            if time.timex.precision not in WITHIN_A_DAY and verb >= 0 and is_told(sentence, verb):
                return True
        return False

    def _main_day(self, sentence: Sentence) -> When | None:
        """The day attached to the verb of a main clause in the past, if it is not in the future."""
        today = (self._clocks.published or "9")[:10]
        for time in self._clocks.of(sentence):
            verb = clause(sentence, time.place.token)
            if time.timex.precision not in WITHIN_A_DAY or (time.timex.begin or "") > today:
                continue
            if is_told(sentence, verb) and not on_noun(time, verb, self._words):
                return when_of(time.timex)
        return None


def _days_apart(one: str, other: str) -> int:
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other[:10])).days)
    except ValueError:
        return _STORY_DAYS + 1
