"""Explains a record: its rule, the words of its roles, the cue of its certainty, what resolved its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from teletipo.candidates import Dropped
from teletipo.records import Dossier, Entity, Event, Mention, Quantity, Statement
from teletipo.spans import Span
from teletipo.view.cards import shown_date, shown_number
from teletipo.view.terminal import AROUND, quoted, safe, write_indented
from teletipo.view.words import Lang, word

#: type and anchor of an act -> the features that counted most for or against it
Weights = Mapping[tuple[str, int, int], Sequence[tuple[str, float]]]
Explained = Entity | Event | Mention | Quantity | Statement


def records(dossier: Dossier, id: str | None) -> tuple[Explained, ...]:
    """The record with that id, or the only one whose id starts so; without an id all events and statements."""
    if not id:
        return (*dossier.events, *dossier.statements)
    kinds = (dossier.events, dossier.statements, dossier.entities, dossier.quantities, dossier.mentions)
    found = [r for kind in kinds for r in kind if r.id.startswith(id)]
    exact = [r for r in found if r.id == id]
    return tuple(exact or found) if len(exact or found) == 1 else ()


def explain(
    dossier: Dossier, records: Iterable[Explained], console: Console, lang: Lang, weights: Weights | None = None
) -> None:
    """Print how each record was made, or that there is none; `weights` are those of the acts that the judge weighed."""
    explainer = _Explainer(dossier, lang, weights or {})
    items = list(records)
    if not items:
        console.print(word(lang, "nothing"))
    for number, item in enumerate(items):
        if number:
            console.print()
        for indent, line in explainer.lines(item):
            write_indented(line, indent, console)


def explain_rest(dossier: Dossier, dropped: Iterable[Dropped], console: Console, lang: Lang) -> None:
    """Print the rules that match words but gave no event, each with the reason."""
    lines = list(dropped)
    if lines:
        console.print(f"\n{word(lang, 'dropped')}")
    for one in lines:
        line = Text(f"{one.type}  {one.rule}: ").append_text(quoted(dossier.article.text or "", one.anchor, 0))
        write_indented(line.append(f" · {word(lang, f'dropped.{one.why}')}"), 2, console)


class _Explainer:
    """A dossier with the indexes that explanations need."""

    def __init__(self, dossier: Dossier, lang: Lang, weights: Weights) -> None:
        self.dossier = dossier
        self.weights = weights
        self.text = dossier.article.text or ""
        self.lang: Lang = lang
        self.entities = {e.id: e for e in dossier.entities}
        self.events = {e.id: e for e in dossier.events}

    def lines(self, item: Explained) -> Iterator[tuple[int, Text]]:
        """Indent and text of each line about one record."""
        if isinstance(item, Event):
            yield from self._event(item)
        elif isinstance(item, Statement):
            yield from self._statement(item)
        elif isinstance(item, Entity):
            yield from self._entity(item)
        elif isinstance(item, Mention):
            yield 0, self._title(item.id, word(self.lang, f"form.{item.form}"))
            yield from self._mention(item)
        else:
            yield from self._quantity(item)

    def _event(self, e: Event) -> Iterator[tuple[int, Text]]:
        yield 0, self._title(e.id, f"{e.type} · {word(self.lang, f'certainty.{e.certainty}')}")
        yield 2, self._field("part.rule", e.rule)
        for span in e.anchors:
            within = next((s for s in e.evidence if s.contains(span)), None)
            yield 2, self._evidence("part.anchor", span, within=within)
        found = (self.weights.get((e.type, a.start, a.end)) for a in e.anchors)
        if reasons := next((r for r in found if r), None):
            yield 2, self._field("part.weights", "  ".join(f"{weight:+.2f} {name}" for name, weight in reasons))
        if e.mode:
            yield 2, self._field("part.mode", e.mode)
        for role in e.roles:
            span = Span(role.start, role.end)
            yield 2, self._evidence(f"role.{role.role}", span, role.value or "", 0)
            if role.entity:
                yield from self._who(role.entity, span)
        if e.when:
            basis = word(self.lang, f"basis.{e.when.basis}")
            yield 2, self._field("part.when", f"{shown_date(e.when)} ({basis})")
        if e.cue:
            yield 2, self._evidence("part.cue", e.cue, word(self.lang, f"certainty.{e.certainty}"), 0)
        else:
            yield 2, self._field("part.cue", word(self.lang, self._without_cue(e)))
        for id in e.source:
            yield 2, self._field("part.source", self._name(id))

    def _without_cue(self, e: Event) -> str:
        """The key of the words that say what decided the certainty of an event without a cue."""
        if e.certainty != "fact":
            return "many cues"
        return "taken for a fact" if any(e.id in s.events for s in self.dossier.statements) else "no cue"

    def _statement(self, s: Statement) -> Iterator[tuple[int, Text]]:
        said = word(self.lang, f"said.{s.kind}")
        yield 0, self._title(s.id, f"{word(self.lang, 'section.statements')} · {said}")
        if s.cue:
            yield 2, self._evidence("part.verb", s.cue, around=0)
        if s.speaker_span:
            yield 2, self._evidence("part.speaker", s.speaker_span, around=0)
        if s.speaker:
            yield from self._who(s.speaker, s.speaker_span)
        else:
            yield 2, self._field("part.speaker", word(self.lang, "unknown speaker"))
        for span in s.content:
            yield 2, self._evidence("part.content", span, around=0)
        for id in s.events:
            yield 2, self._act(id)

    def _quantity(self, q: Quantity) -> Iterator[tuple[int, Text]]:
        yield 0, self._title(q.id, word(self.lang, "part.number"))
        yield 2, quoted(self.text, Span(q.start, q.end))
        high = "" if q.high is None else f"–{shown_number(q.high)}"
        yield 2, self._field("part.value", f"{q.comparator} {shown_number(q.value)}{high} {q.unit or ''}".rstrip())
        if q.of:
            yield 2, self._evidence("part.of", q.of, around=0)
        if q.status:
            yield 2, self._field("part.status", word(self.lang, f"status.{q.status}"))
        if q.event and q.event in self.events:
            yield 2, self._act(q.event)

    def _entity(self, e: Entity) -> Iterator[tuple[int, Text]]:
        about = ", ".join(filter(None, (word(self.lang, f"kind.{e.kind}"), e.country, e.sector, e.known)))
        yield 0, self._title(e.id, f"{safe(e.name)} · {about}")
        for post in e.posts:
            yield 2, self._evidence("part.post", post.span)
        for m in sorted((m for m in self.dossier.mentions if m.entity == e.id), key=lambda m: (m.start, m.end)):
            yield from self._mention(m)

    def _who(self, entity: str, span: Span | None) -> Iterator[tuple[int, Text]]:
        """The entity behind a filler, and why the words were taken to mean it."""
        yield 4, Text(f"= {self._name(entity)}")
        near = (m for m in self.dossier.mentions if m.entity == entity and span and span.overlaps(Span(m.start, m.end)))
        why = dict.fromkeys(f"{word(self.lang, f'form.{m.form}')}: {m.why}" for m in near)
        for reason in why:
            yield 6, Text(safe(reason), style="dim")

    def _mention(self, m: Mention) -> Iterator[tuple[int, Text]]:
        yield 2, quoted(self.text, Span(m.start, m.end))
        yield 4, Text(safe(f"{word(self.lang, f'form.{m.form}')}: {m.why}"), style="dim")

    def _name(self, id: str) -> str:
        entity = self.entities.get(id)
        if entity is None:
            return id
        return ", ".join(filter(None, (safe(entity.name), word(self.lang, f"kind.{entity.kind}"), entity.country)))

    def _act(self, id: str) -> Text:
        event = self.events[id]
        return self._field("part.anchor", f"{event.type} «{event.anchors[0].of(self.text)}» {id}")

    def _title(self, id: str, what: str) -> Text:
        return Text(what, style="bold").append(f"  {id}", style="not bold dim")

    def _field(self, key: str, value: str) -> Text:
        return Text(f"{word(self.lang, key)}: {safe(value)}")

    def _evidence(
        self, key: str, span: Span, value: str = "", around: int = AROUND, within: Span | None = None
    ) -> Text:
        line = Text(f"{word(self.lang, key)}: ").append_text(quoted(self.text, span, around, within))
        return line.append(f" = {safe(value)}") if value else line
