"""The day that the main line of a story is told of: what an act without a time of its own is dated by."""

from __future__ import annotations

from datetime import date
from typing import cast, get_args

import msgspec

from teletipo.clauses import Index, Place, clause, is_clause
from teletipo.phrases.lexicon import lexicon
from teletipo.phrases.tokens import fold
from teletipo.records import Event, When
from teletipo.stages.times import Timex
from teletipo.timex.calendar import Grain
from teletipo.tree import Sentence

#: Acts that are done by speaking: told inside a quotation, they happen when it is spoken.
SPOKEN = frozenset(["ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"])
#: Prepositions of what goes on meanwhile or close by.
DURING = frozenset(["durante", "en", "tras", "después", "antes", "al", "a", "ante"])
#: Prepositions and adverbs before a meeting at which or near which something is said.
_MEETING = frozenset(["durante", "en", "tras", "después", "antes", "luego", "al", "ante"])
_GRAINS = frozenset(get_args(Grain))
#: Days between the published date and the day a story is told of.
_STORY_DAYS = 2
#: The story's day is looked for in the paragraphs up to this one.
_LEAD = 2


class Clock(msgspec.Struct, frozen=True):
    """A time expression and its place in the tree."""

    timex: Timex
    place: Place


#: The times by sentence, and the tokens that are acts.
Times = dict[int, list[Clock]]
Taken = set[tuple[int, int]]


class Story:
    """The day that the main line of an article is told of, paragraph by paragraph."""

    def __init__(self, index: Index, times: Times, published: str | None, taken: Taken) -> None:
        """`times` and acts (`taken`) of the article whose sentences `index` knows."""
        self._times, self._taken = times, taken
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
            if not current and published and sentence.index == 0 and not times.get(0):
                current = When(start=published[:10], end=published[:10], precision="day", basis="story")
            if current:
                self._days[sentence.index] = current

    def day(self, event: Event, place: Place) -> When | None:
        """The day of an act told as a fact in a main clause without a time; None for all others.

        The clause is in the past; an act of speaking may be told in the present ("la declaración condena").
        """
        sentence, token = place
        spoken, timed = event.type in SPOKEN, bool(self._times.get(sentence.index))
        if not is_clause(sentence, token):
            verb = clause(sentence, token)
            with_ = _meets(sentence, token, verb) if event.type == "CONSULT" else goes_with(sentence, token, verb)
            if not (spoken and self._is_uttered(sentence, token, verb)) and (timed or not with_):
                return None
            token = verb
        token = _teller(sentence, token, spoken)
        if event.certainty != "fact" or not _is_told(sentence, token, present=spoken) or (timed and not spoken):
            return None
        when = self._days.get(sentence.index)
        return msgspec.structs.replace(when, basis="story") if when else None

    def _is_uttered(self, sentence: Sentence, token: int, verb: int) -> bool:
        """True for the object of a verb that is no act itself ("reiteró su rechazo")."""
        return sentence.labels[token] == "obj" and (sentence.index, verb) not in self._taken

    def _main_day(self, sentence: Sentence) -> When | None:
        """The day that hangs on a main clause in the past."""
        for time in self._times.get(sentence.index, ()):
            verb = clause(sentence, time.place.token)
            if time.timex.precision in ("day", "minute") and _is_told(sentence, verb):
                return when_of(time.timex)
        return None


def goes_with(sentence: Sentence, token: int, verb: int) -> bool:
    """True for a noun that tells during what the verb happened ("durante la cumbre", "en la apertura de la cumbre")."""
    while sentence.heads[token] not in (verb, -1):
        token = sentence.heads[token]
    cases = [sentence.low[c] for c in sentence.kids(token, "case")]
    return sentence.labels[token].startswith("obl") and bool(cases) and cases[0] in DURING


def _meets(sentence: Sentence, token: int, verb: int) -> bool:
    """True for a meeting on whose occasion the verb happens: "al inicio de la cumbre", "con motivo de su visita"."""
    node = token
    while sentence.heads[node] not in (verb, -1):
        node = sentence.heads[node]
    if sentence.heads[node] != verb:
        return False
    before = [node, sentence.heads[token], *sentence.kids(node, "case"), *sentence.kids(token, "case")]
    if any(sentence.low[t] in _MEETING for t in before):
        return True
    near = map(fold, sentence.low[max(0, min(node, token) - 3) : token])
    return not lexicon("times").contexts["occasion"].isdisjoint(near)


def _teller(sentence: Sentence, token: int, spoken: bool) -> int:
    """The clause that tells of `token`: over infinitives and gerunds, for acts of speaking over any adverbial one."""
    while sentence.labels[token] in ("advcl", "xcomp"):
        past = sentence.feat(token, "Tense") == "Past"
        if sentence.feat(token, "VerbForm") == "Fin" and not (spoken and past):
            break
        token = sentence.heads[token]
    return token


def _is_told(sentence: Sentence, token: int, present: bool = False) -> bool:
    """True for a main clause in the preterite or the perfect, or with `present` in the present."""
    label, head = sentence.labels[token], sentence.heads[token]
    main = label == "root" or (label in ("conj", "parataxis") and head >= 0 and sentence.labels[head] == "root")
    if not main:
        return False
    if sentence.feat(token, "VerbForm") == "Fin":
        return sentence.feat(token, "Tense") in (("Past", "Pres") if present else ("Past",))
    helpers = sentence.kids(token, "aux", "aux:pass")
    return any(sentence.feat(c, "VerbForm") == "Fin" for c in helpers)


def _told_root(sentence: Sentence) -> bool:
    return any(head < 0 and _is_told(sentence, token) for token, head in enumerate(sentence.heads))


def _days_apart(one: str, other: str) -> int:
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other[:10])).days)
    except ValueError:
        return _STORY_DAYS + 1


def when_of(timex: Timex) -> When | None:
    """The stretch of time of an expression; None where it has no beginning or end."""
    if timex.begin is None or timex.finish is None or timex.precision not in _GRAINS:
        return None
    return When(start=timex.begin, end=timex.finish, precision=cast(Grain, timex.precision), basis=timex.basis)
