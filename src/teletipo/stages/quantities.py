"""Quantities: amounts with what they count, whether planned or done, and the event they measure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from teletipo.amounts import Amount, amounts
from teletipo.clauses import Index, Place, is_clause
from teletipo.grammar.groups import stands_under_de
from teletipo.phrases.lexicon import Lexicon, Phrases
from teletipo.phrases.tokens import fold_vowels
from teletipo.records import Article, Event, Quantity, content_id
from teletipo.spans import Span
from teletipo.stages.casualties import Casualties
from teletipo.timex.expression import Timex
from teletipo.tree import Sentence

_NOUNS = frozenset(["NOUN", "PROPN"])
#: What belongs to the noun phrase of what is counted; clauses and appositions do not.
_PHRASE = frozenset(["amod", "conj", "cc", "nmod", "case", "det", "flat", "compound", "fixed"])
_ARGUMENTS = frozenset(["obj", "nsubj", "nsubj:pass"])
#: Under what an adjective stands for people: "la muerte de 14 civiles".
_NOMINAL = _ARGUMENTS | {"nmod", "obl"}
_NESTED = 16  #: expressions of time that may begin before an amount and reach into it
_BEFORE = frozenset(["amod", "case", "det"])
_COUNTS = frozenset(
    [
        "count",
        "count.millions",
        "count.collective",
        "count.range",
        "count.or",
        "count.or_more",
        "count.one",
        "count.least_one",
    ]
)


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
        token = _last_token(sentence, amount.end) if sentence else None
        if sentence is None or token is None:
            return None
        counted, unit = _counted(sentence, token, amount), amount.unit
        bearer = counted if counted is not None else token
        if amount.rule in _COUNTS:
            inside = counted is not None and _within(amount, sentence, sentence.heads[counted])
            bearer = _top(sentence, token, amount) if counted is None or inside else counted
            unit = self._unit(sentence, counted, bearer, amount)
            if unit is None and (counted is None or sentence.upos[counted] != "PRON"):
                return None
        place = Place(sentence, bearer)
        span = _phrase(sentence, counted, amount.end) if counted is not None else None
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
        if amount.rule == "count" and amount.value >= 2 and not _plural(sentence, noun):
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
                direct = sentence.heads[place.token] == node and sentence.labels[place.token] in _ARGUMENTS
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


def _last_token(sentence: Sentence, end: int) -> int | None:
    """The token that ends an amount, or holds its end."""
    token = bisect_left(sentence.ends, end)
    return token if token < len(sentence) and sentence.starts[token] < end else None


def _counted(sentence: Sentence, token: int, amount: Amount) -> int | None:
    """The noun counted or measured: the one that the number modifies, or the one with "de" after the amount."""
    if amount.rule not in ("count.millions", "count.collective") and amount.rule in _COUNTS:
        if sentence.labels[token] == "conj" and sentence.upos[sentence.heads[token]] == "NUM":  # "entre 3 y 5"
            token = sentence.heads[token]
        head = sentence.heads[token]
        after = next((t for t in range(token + 1, min(token + 4, len(sentence))) if sentence.upos[t] in _NOUNS), None)
        near = after if after is not None and _only_modifiers(sentence, token + 1, after) else _whole(sentence, token)
        noun = head > token and (sentence.upos[head] in _NOUNS or sentence.labels[head] in _NOMINAL)
        return head if noun and sentence.labels[token] == "nummod" else near
    of = next((t for t in sentence.kids(token, "nmod") if t > token and stands_under_de(sentence, t)), None)
    of = of if of is not None else _after_de(sentence, token)
    if of is not None or amount.rule in _COUNTS:
        return of
    while sentence.heads[token] >= 0 and sentence.starts[sentence.heads[token]] >= amount.start:
        token = sentence.heads[token]
    head = sentence.heads[token]
    measured = head >= 0 and sentence.labels[token] == "nmod" and sentence.upos[head] in _NOUNS and head < token
    return head if measured else None


def _whole(sentence: Sentence, number: int) -> int | None:
    """The whole that a number is a part of: "quince de ellos", "38 de los 40 aparatos"."""
    parts = (t for t in sentence.kids(number, "nmod") if t > number and stands_under_de(sentence, t))
    return next((t for t in parts if {"PRON", "DET"} & set(sentence.upos[number + 2 : t + 1])), None)


def _top(sentence: Sentence, token: int, amount: Amount) -> int:
    """The highest token of the amount: "más" of "más de 60"."""
    while _within(amount, sentence, sentence.heads[token]):
        token = sentence.heads[token]
    return token


def _within(amount: Amount, sentence: Sentence, token: int) -> bool:
    return token >= 0 and amount.start <= sentence.starts[token] < amount.end


def _plural(sentence: Sentence, noun: int) -> bool:
    """False for a noun in the singular: "la 23 Cumbre" is the twenty-third."""
    return sentence.feat(noun, "Number") == "Plur" or sentence.forms[noun].endswith("s")


def _only_modifiers(sentence: Sentence, first: int, last: int) -> bool:
    return all(sentence.upos[t] in ("ADJ", "NUM", "ADV") for t in range(first, last))


def _after_de(sentence: Sentence, token: int) -> int | None:
    """The noun right after "de" right after `token`, whatever the tree says."""
    if token + 2 >= len(sentence) or sentence.low[token + 1] != "de":
        return None
    return next((t for t in range(token + 2, min(token + 5, len(sentence))) if sentence.upos[t] in _NOUNS), None)


def _phrase(sentence: Sentence, noun: int, after: int) -> Span:
    """The span of the noun phrase, from the amount (or the noun, if it comes first) on, without clauses."""
    tokens, todo = [], [noun]
    while todo:
        node = todo.pop()
        tokens.append(node)
        inner = _BEFORE if node != noun else frozenset()
        kids = [c for c in sentence.kids(node, *_PHRASE) if c > node or sentence.labels[c] in inner]
        todo += [c for c in kids if node != noun or not _another(sentence, c)]
    kept = [t for t in sorted(tokens) if sentence.starts[t] >= after or sentence.starts[noun] < after] or [noun]
    if sentence.starts[noun] < after:
        return Span(min(sentence.starts[t] for t in kept), sentence.ends[noun])
    last = kept[0]
    for token in kept[1:]:
        if any(_ends(sentence, t, tokens) for t in range(last + 1, token)):
            break
        last = token
    return Span(sentence.starts[kept[0]], sentence.ends[last])


def _ends(sentence: Sentence, token: int, kept: list[int]) -> bool:
    """True for what ends a noun phrase with the words `kept`: a comma, or "y" before another item."""
    return sentence.upos[token] == "PUNCT" or (sentence.upos[token] == "CCONJ" and sentence.heads[token] not in kept)


def _another(sentence: Sentence, token: int) -> bool:
    """True for an item of its own in a list: "30 tanques y una ayuda", "12 muertos y 30 heridos"."""
    if sentence.labels[token] != "conj":
        return False
    behind = sentence.subtree(token)
    return bool(sentence.kids(token, "det")) or any(sentence.upos[t] == "NUM" for t in behind)


def _to_clause(place: Place) -> Iterator[int]:
    """The token and its ancestors up to the head of its clause; an infinitive goes on to the verb above it."""
    sentence, node = place
    yield node
    for above in sentence.ancestors(node):
        yield above
        if is_clause(sentence, above) and sentence.feat(above, "VerbForm") != "Inf":
            return
