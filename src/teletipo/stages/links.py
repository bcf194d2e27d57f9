"""Links between the events of an article: causes, parts, earlier and later instances, repetitions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import cast, get_args

from teletipo.clauses import Index, Place, is_clause
from teletipo.phrases.grammar import Match
from teletipo.phrases.lexicon import PhraseRule, Phrases
from teletipo.phrases.tokens import Tokens, tokens
from teletipo.records import Article, Event, Link, LinkType
from teletipo.spans import Span
from teletipo.tree import Sentence

#: How far below the head of a phrase an act may stand to be what the phrase names.
_DEPTH = 3
#: Tokens between a verb of repetition and the act that is repeated.
_REACH = 4
#: How a word depends on the act that it says is one of a series; "lo anterior" and "Nueva York" do not.
_DESCRIBING = frozenset({"amod", "det", "nummod"})


def find(
    article: Article, sentences: tuple[Sentence, ...], events: tuple[Event, ...], phrases: Phrases
) -> tuple[Link, ...]:
    """The links that the text expresses, in text order; two events are linked only once in the same way."""
    if len(events) < 2:
        return ()
    rules = phrases.lexicon("links")
    words = tokens(article.text or "")
    matches = list(rules.grammar.matches(words))
    if not matches:
        return ()
    linker = _Linker(Index(sentences), events)
    found: dict[tuple[str, str, str], Link] = {}
    for match in matches:
        rule = rules.rules[match.rule]
        if rule.make not in get_args(LinkType):
            raise rules.error(rule.id, f"no `make: {rule.make}`; there are {', '.join(get_args(LinkType))}")
        for link in linker.links(rule, _span(words, match)):
            found.setdefault((link.type, link.source, link.target), link)
    return tuple(found.values())


def _span(words: Tokens, match: Match) -> Span:
    first, last, _ = match.captured.get("span", (match.first, match.last, ""))
    return Span(words.starts[first], words.end(last - 1))


class _Linker:
    def __init__(self, index: Index, events: tuple[Event, ...]) -> None:
        self._index = index
        self._acts: dict[tuple[int, int], Event] = {}
        self._order: list[tuple[int, int, Event]] = []
        for event in events:
            for n, anchor in enumerate(event.anchors):
                if place := index.place(anchor.start, anchor.end):
                    self._acts.setdefault((place.sentence.index, place.token), event)
                    self._order.append((anchor.start, n, event))
        self._order.sort(key=lambda item: item[:2])

    def links(self, rule: PhraseRule, span: Span) -> Iterator[Link]:
        """The links that the words at `span` express."""
        place = self._index.place(span.start, span.end)
        if place is None:
            return
        kind = cast(LinkType, rule.make)
        pair = self._pair(place, span, rule)
        if pair is None:
            return
        source, target = pair
        allowed = rule.arguments
        fits = source.type in allowed.get("from", (source.type,)) and target.type in allowed.get("to", (target.type,))
        if fits and source.id != target.id:
            yield Link(type=kind, source=source.id, target=target.id, span=span)

    def _pair(self, place: Place, span: Span, rule: PhraseRule) -> tuple[Event, Event] | None:
        """The two acts that the words join, in the order of the link."""
        if "subject" in rule.arguments:
            return self._told(place, rule.arguments["subject"])
        if rule.make in ("because", "part_of"):
            return self._governed(place, span, rule)
        return self._series(place, span, rule.make)

    def _told(self, place: Place, subject_is: str) -> tuple[Event, Event] | None:
        """The subject and the complement of a verb of cause: "el atentado desató protestas"."""
        sentence, verb = place
        relative = sentence.relations[verb] == "acl"
        subject = sentence.heads[verb] if relative else sentence.kid(verb, "nsubj", "nsubj:pass")
        behind = [t for t in sentence.kids(verb, "obj", "obl", "xcomp", "ccomp") if t > verb]
        if subject is None:
            return None
        one = self._acts.get((sentence.index, subject))
        other = next((e for t in behind if (e := self._below(sentence, t))), None)
        if one is None or other is None:
            return None
        return (one, other) if subject_is == "source" else (other, one)

    def _governed(self, place: Place, span: Span, rule: PhraseRule) -> tuple[Event, Event] | None:
        """What the words depend on, and what depends on them."""
        sentence = place.sentence
        last = bisect_left(sentence.starts, span.end) - 1
        inside = _out(sentence, last, span)
        if inside is None or sentence.starts[inside] < span.end:
            behind = [c for c in sentence.children[place.token] if sentence.starts[c] >= span.end]
            inside = next((c for c in behind if sentence.upos[c] != "PUNCT"), None)
        governor = _out(sentence, sentence.heads[inside], span) if inside is not None else None
        if inside is None or governor is None:
            return None
        in_clause = rule.arguments.get("within") == "clause"
        target, source = self._below(sentence, inside), self._above(sentence, governor, inside, in_clause)
        return (source, target) if source and target else None

    def _below(self, sentence: Sentence, top: int) -> Event | None:
        """The act nearest to the head of a phrase, at the head or a little below, in its own clause."""
        level = [top]
        for _ in range(_DEPTH):
            for node in level:
                if event := self._acts.get((sentence.index, node)):
                    return event
            level = [c for node in level for c in sentence.children[node] if not is_clause(sentence, c)]
        return None

    def _above(self, sentence: Sentence, governor: int, inside: int, in_clause: bool) -> Event | None:
        """The act at `governor`, among its arguments, or above it; with `in_clause` not above its clause."""
        for node in (governor, *sentence.ancestors(governor)):
            if event := self._acts.get((sentence.index, node)):
                return event
            for child in sentence.kids(node, "obj", "nsubj", "nsubj:pass", "xcomp"):
                if child != inside and (event := self._acts.get((sentence.index, child))):
                    return event
            if in_clause and is_clause(sentence, node):
                return None
        return None

    def _series(self, place: Place, span: Span, kind: str) -> tuple[Event, Event] | None:
        """The act described and the other instance: the previous act of its type, else the next one."""
        sentence, token = place
        if kind != "repeats" and sentence.relations[token] not in _DESCRIBING:
            return None
        near = [_out(sentence, token, span)]
        if kind == "repeats":
            near += range(token + 1, min(token + 1 + _REACH, len(sentence)))
        event = next((e for t in near if t is not None and (e := self._acts.get((sentence.index, t)))), None)
        if event is None:
            return None
        alike = [(start, e) for start, _, e in self._order if e.type == event.type and e.id != event.id]
        others = [(start, e) for start, e in alike if _same(e, event)]
        before = [e for start, e in others if start < span.start]
        other = before[-1] if before else others[0][1] if others else None
        return (event, other) if other else None


def _out(sentence: Sentence, token: int, span: Span) -> int | None:
    """`token`, or its nearest ancestor outside `span`; None above the root."""
    while token >= 0 and span.start <= sentence.starts[token] < span.end:
        token = sentence.heads[token]
    return token if token >= 0 else None


def _same(one: Event, other: Event) -> bool:
    """True for what may be two of a series: told by one rule, unless both name who takes part and they share nobody.

    What different rules tell must share somebody: "se encontraron", "su encuentro anterior".
    """
    first, second = ({r.entity for r in e.roles if r.role in ("actor", "recipient") and r.entity} for e in (one, other))
    if one.rule != other.rule:
        return one.mode == other.mode and bool(first & second)
    return not first or not second or bool(first & second)
