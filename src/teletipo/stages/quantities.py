"""Quantities: amounts with what they count, whether planned or done, and the event they measure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from teletipo.amounts import Amount, amounts
from teletipo.clauses import Index, Place, is_clause
from teletipo.phrases.lexicon import Lexicon, Phrases
from teletipo.phrases.tokens import fold_vowels
from teletipo.records import Article, Event, Quantity, content_id
from teletipo.spans import Span
from teletipo.stages.counting.casualties import Casualties
from teletipo.stages.counting.counted import ARGUMENTS, COUNTS, bearer_of, counted_by, is_plural, last_token, phrase
from teletipo.timex.expression import Timex
from teletipo.tree import Sentence

_NESTED = 16  #: expressions of time that may begin before an amount and reach into it


def find(
    article: Article,
    sentences: tuple[Sentence, ...],
    timexes: tuple[Timex, ...],
    events: tuple[Event, ...],
    phrases: Phrases,
) -> tuple[Quantity, ...]:
    """The quantities of the article in text order, without numbers that are part of a date, a name or a label."""
    finder = _Finder(article, Index(sentences), phrases.lexicon("quantities"), events)
    found = amounts(article.text or "", phrases)
    days = sorted((t.start, t.end) for t in timexes if t.type != "DURATION" or t.begin)
    return tuple(q for amount in found if not _dated(amount, days) and (q := finder.quantity(amount)))


def _dated(amount: Amount, days: list[tuple[int, int]]) -> bool:
    """True if the amount is part of an expression for a calendar period; `days` are sorted."""
    last = bisect_left(days, (amount.end, 0))
    return any(amount.start < end for _, end in days[max(0, last - _NESTED) : last])


class _Finder:
    def __init__(self, article: Article, index: Index, rules: Lexicon, events: tuple[Event, ...]) -> None:
        self._article, self._index, self._rules, self._events = article, index, rules, events
        self._casualties = Casualties(rules)

    @cached_property
    def _anchors(self) -> dict[int, list[tuple[Event, int]]]:
        """Events and the tokens of their anchors, by sentence."""
        found: dict[int, list[tuple[Event, int]]] = {}
        for event in self._events:
            for anchor in event.anchors:
                if place := self._index.place(anchor.start, anchor.end):
                    found.setdefault(place.sentence.index, []).append((event, place.token))
        return found

    def quantity(self, amount: Amount) -> Quantity | None:
        """The record of an amount; None if nothing is counted."""
        sentence = self._index.sentence(amount.figure)
        token = last_token(sentence, amount.end) if sentence else None
        if sentence is None or token is None:
            return None
        counted, unit = counted_by(sentence, token, amount), amount.unit
        bearer = counted if counted is not None else token
        if amount.rule in COUNTS:
            bearer = bearer_of(sentence, token, counted, amount)
            unit = self._unit(sentence, counted, bearer, amount)
            if unit is None and (counted is None or sentence.upos[counted] != "PRON"):
                return None
        place = Place(sentence, bearer)
        span = phrase(sentence, counted, amount.end) if counted is not None else None
        above = list(_to_clause(place))
        event = self._event(unit, place, span, above)
        return Quantity(
            id=content_id("q:", self._article.id, amount.start, amount.end, amount.value),
            start=amount.start, end=amount.end, value=amount.value, high=amount.high, comparator=amount.comparator,
            unit=unit, of=span, status=self._status(place, above), event=event.id if event else None,
        )  # fmt: skip

    def _unit(self, sentence: Sentence, noun: int | None, bearer: int, amount: Amount) -> str | None:
        """What is counted; without a noun only casualties are ("20 resultaron heridos"), and a singular never is."""
        if noun is None:
            return self._casualties.told(sentence, bearer)
        if amount.rule == "count" and amount.value >= 2 and not is_plural(sentence, noun):
            return None
        return self._casualties.unit(sentence, noun, bearer)

    def _status(self, place: Place, above: list[int]) -> str | None:
        """Planned or done, according to the amount and the words above it, up to the verb of its clause."""
        sentence = place.sentence
        planned = self._rules.contexts["planned"]
        for node in above:
            if node != place.token and fold_vowels(sentence.lemmas[node]) in planned:
                return "planned"
            if not is_clause(sentence, node):
                continue
            helpers = sentence.kids(node, "aux", "aux:pass", "cop")
            tenses = {sentence.feat(t, "Tense") for t in (node, *helpers) if sentence.feat(t, "VerbForm") == "Fin"}
            if "Fut" in tenses:
                return "planned"
            meant = sentence.feat(node, "VerbForm") == "Inf" and sentence.labels[node] == "xcomp"  # "planea construir"
            if node != place.token and not meant:
                perfect = any(sentence.lemmas[t] == "haber" for t in helpers)
                direct = sentence.heads[place.token] == node and sentence.labels[place.token] in ARGUMENTS
                return "done" if direct and (perfect or "Past" in tenses) else None
        return None

    def _event(self, unit: str | None, place: Place, span: Span | None, above: list[int]) -> Event | None:
        """The event measured: for casualties the nearest of a fitting type in the sentence, else the governor."""
        near = self._anchors.get(place.sentence.index, [])
        if not near:
            return None
        types = self._rules.tables["casualty_events"].get(unit or "")
        if types:
            fitting = [(types.index(e.type), abs(t - place.token), e.id, e) for e, t in near if e.type in types]
            return min(fitting, key=lambda item: item[:3])[3] if fitting else None
        if span and (inside := [e for e, t in near if span.start <= place.sentence.starts[t] < span.end]):
            return inside[0]
        return next((e for e, t in near if t in above), None) if unit not in ("a", "mo", "wk", "d", "h") else None


def _to_clause(place: Place) -> Iterator[int]:
    """The token and its ancestors up to the head of its clause; an infinitive goes on to the verb above it."""
    sentence, node = place
    yield node
    for above in sentence.ancestors(node):
        yield above
        if is_clause(sentence, above) and sentence.feat(above, "VerbForm") != "Inf":
            return
