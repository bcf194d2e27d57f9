"""Cards: each record in one line, with the spans of its parts, ready for any medium."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, get_args

from teletipo.records import Certainty, Dossier, Entity, Event, Mention, Quantity, Statement, When
from teletipo.spans import Span
from teletipo.store.getting import gets
from teletipo.view.told import told
from teletipo.view.words import Lang, joined, word

CERTAINTIES: tuple[str, ...] = get_args(Certainty)
SECTIONS = ("entities", *CERTAINTIES, "statements", "quantities", "links", "problems")
#: parts that are already in the phrase of a card
IN_PHRASE = frozenset({"role.actor", "role.recipient", "role.good", "part.speaker"})


class Part(NamedTuple):
    """One labelled field of a card and the spans that carry it."""

    key: str  #: key of `view.words`
    value: str
    spans: tuple[Span, ...] = ()


class Card(NamedTuple):
    """One record, ready to be shown."""

    id: str
    section: str
    tag: str  #: type of the event, kind of the entity or statement
    phrase: str
    quotes: tuple[Span, ...]  #: the words of the record; the main ones first
    parts: tuple[Part, ...] = ()
    certainty: Certainty | None = None
    context: Span | None = None  #: the clause or sentence of the main words, if it is evidence

    def marks(self) -> Iterator[tuple[str, Span]]:
        """Every span of the card with the key of the part it carries."""
        yield from (("part.anchor", span) for span in self.quotes)
        yield from ((part.key, span) for part in self.parts for span in part.spans)


def cards(dossier: Dossier, lang: Lang) -> tuple[Card, ...]:
    """All records of the dossier as cards, section by section, in text order inside a section."""
    view = _View(dossier, lang)
    found = [
        *(view.entity(e) for e in dossier.entities),
        *(view.event(e) for e in dossier.events),
        *(view.statement(s) for s in dossier.statements),
        *(view.quantity(q) for q in dossier.quantities),
        *view.links(),
        *view.problems(),
    ]
    return tuple(sorted(found, key=lambda c: (SECTIONS.index(c.section), _position(c), c.id)))


def shown_date(when: When) -> str:
    """The interval as briefly as its precision allows: `2019`, `2023-09`, `2023-09-13`, `2023-09-11/2023-09-17`."""
    size = {"year": 4, "month": 7, "day": 10}.get(when.precision)
    if size and when.start[:size] == when.end[:size]:
        return when.start[:size]
    return when.start if when.start == when.end else f"{when.start}/{when.end}"


def by_key(parts: Iterable[Part], shown: Callable[[Part], str]) -> dict[str, list[str]]:
    """The parts grouped by key, each as the text that `shown` makes of it, and each text once."""
    grouped: dict[str, dict[str, None]] = {}
    for part in parts:
        grouped.setdefault(part.key, {})[shown(part)] = None
    return {key: list(texts) for key, texts in grouped.items()}


def _position(card: Card) -> Span:
    return card.quotes[0] if card.quotes else min((span for _, span in card.marks()), default=Span(0, 0))


class _View:
    """A dossier with the indexes that cards need."""

    def __init__(self, dossier: Dossier, lang: Lang) -> None:
        self.dossier = dossier
        self.text = dossier.article.text or ""
        self.lang: Lang = lang
        self.names = {e.id: e.name for e in dossier.entities}
        self.mentions: dict[str, list[Mention]] = {}
        for m in dossier.mentions:
            self.mentions.setdefault(m.entity, []).append(m)

    def entity(self, e: Entity) -> Card:
        mentions = sorted(self.mentions.get(e.id, ()), key=lambda m: (m.start, m.end))
        posts = tuple(Part("part.post", p.post, (p.span,)) for p in e.posts)
        about = ", ".join(filter(None, (word(self.lang, f"kind.{e.kind}"), e.country, e.sector)))
        spans = tuple(Span(m.start, m.end) for m in mentions)
        return Card(e.id, "entities", about, e.name, spans, (*posts, *self._other_forms(e, mentions)))

    def _other_forms(self, e: Entity, mentions: list[Mention]) -> Iterator[Part]:
        """One part for each other expression that refers to the entity, with its form."""
        seen = Counter({e.name: 1})
        for m in mentions:
            words = self.text[m.start : m.end]
            if m.form in ("elided", "pronoun") or seen[words]:
                continue
            seen[words] += 1
            yield Part("part.also", f"«{words}» ({word(self.lang, f'form.{m.form}')})", (Span(m.start, m.end),))

    def event(self, e: Event) -> Card:
        parts = [
            Part(f"role.{r.role}", self._filler(r.entity, r.start, r.end), (Span(r.start, r.end),)) for r in e.roles
        ]
        if e.mode:
            parts.append(Part("part.mode", e.mode))
        if e.when:
            basis = word(self.lang, f"basis.{e.when.basis}")
            parts.append(Part("part.when", f"{shown_date(e.when)} ({basis})"))
        if e.source:
            parts.append(Part("part.source", self._all(e.source)))
        if e.cue:
            parts.append(Part("part.cue", f"«{e.cue.of(self.text)}»", (e.cue,)))
        context = next((s for s in e.evidence if s.contains(e.anchors[0])), None)
        return Card(e.id, e.certainty, e.type, self._phrase(e), e.anchors, tuple(parts), e.certainty, context)

    def _phrase(self, e: Event) -> str:
        """ "A → B" for an act upon somebody, "A ⇒ good ⇒ B" for a transfer from A, "A y B" for a mutual act."""
        actors, recipients, goods = (self._fillers(e, role) for role in ("actor", "recipient", "good"))
        somebody = word(self.lang, "nobody")
        if goods and (actors or recipients):
            bought = e.type == "COOPERATE" and gets(e.anchors[0].of(self.text))
            givers, takers = (recipients, actors) if bought else (actors, recipients)
            chain = (joined(self.lang, givers) or somebody, joined(self.lang, goods), joined(self.lang, takers))
            return " ⇒ ".join(filter(None, chain))
        if goods:
            return joined(self.lang, goods)
        if recipients:
            return f"{joined(self.lang, actors) or somebody} → {joined(self.lang, recipients)}"
        return joined(self.lang, actors) or f"({somebody})"

    def _fillers(self, e: Event, role: str) -> tuple[str, ...]:
        found = (self._filler(r.entity, r.start, r.end) for r in e.roles if r.role == role)
        return tuple(dict.fromkeys(found))

    def _filler(self, entity: str | None, start: int, end: int) -> str:
        return self.names.get(entity or "", "") or self.text[start:end]

    def _all(self, ids: Iterable[str]) -> str:
        return joined(self.lang, tuple(self.names.get(i, i) for i in ids))

    def statement(self, s: Statement) -> Card:
        speaker = self.names.get(s.speaker or "") or (s.speaker_span.of(self.text) if s.speaker_span else "")
        parts = [Part("part.speaker", speaker, (s.speaker_span,))] if s.speaker_span else []
        if s.cue:
            parts.append(Part("part.verb", f"«{s.cue.of(self.text)}»", (s.cue,)))
        if s.addressee:
            parts.append(Part("part.addressee", self.names.get(s.addressee, s.addressee)))
        phrase = speaker or word(self.lang, "unknown speaker")
        return Card(s.id, "statements", word(self.lang, f"said.{s.kind}"), phrase, s.content, tuple(parts))

    def quantity(self, q: Quantity) -> Card:
        """The words of the text, and the value if they do not show it; without the unit, whose code few people know."""
        words = self.text[q.start : q.end]
        number = shown_number(q.value) if q.high is None else f"{shown_number(q.value)}–{shown_number(q.high)}"
        sign = "" if q.comparator in ("=", "range") else f"{q.comparator} "
        of = (Part("part.of", q.of.of(self.text), (q.of,)),) if q.of else ()
        status = (Part("part.status", word(self.lang, f"status.{q.status}")),) if q.status else ()
        phrase = words if number in words else f"{words} ({sign}{number})"
        return Card(q.id, "quantities", word(self.lang, "part.number"), phrase, (Span(q.start, q.end),), (*of, *status))

    def links(self) -> Iterator[Card]:
        """The links between events, both ends named by their main anchors."""
        anchor = {e.id: e.anchors[0] for e in self.dossier.events}
        for link in self.dossier.links:
            ends = [f"«{anchor[i].of(self.text)}»" if i in anchor else i for i in (link.source, link.target)]
            name = word(self.lang, f"link.{link.type}")
            id = f"{link.source}-{link.type}-{link.target}"
            yield Card(id, "links", word(self.lang, "part.link"), f"{ends[0]} {name} {ends[1]}", (link.span,))

    def problems(self) -> Iterator[Card]:
        """What could not be read or resolved."""
        for n, p in enumerate(self.dossier.problems):
            span = (Span(p.start, p.end),) if p.start is not None and p.end is not None else ()
            yield Card(f"p:{n}", "problems", p.code, told(self.lang, p.message), span)


def shown_number(value: float) -> str:
    """A number as people write it, without ".0"."""
    return f"{int(value)}" if value == int(value) else f"{value:g}"
