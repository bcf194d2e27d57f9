"""A dossier in words instead of offsets and ids, so that a change of output can be reviewed as a diff."""

from __future__ import annotations

from typing import Any

from teletipo.records import Dossier, Entity, Event, Link, Quantity, Statement
from teletipo.spans import Span


def digest(dossier: Dossier) -> dict[str, list[Any]]:
    """What the records say, in text order, fields without a value left out."""
    said = _Digest(dossier)
    return {
        "entities": [said.entity(e) for e in dossier.entities],
        "events": [said.event(e) for e in sorted(dossier.events, key=lambda e: e.anchors[0])],
        "statements": [said.statement(s) for s in sorted(dossier.statements, key=lambda s: s.content)],
        "quantities": [said.quantity(q) for q in sorted(dossier.quantities, key=lambda q: (q.start, q.end))],
        "links": [said.link(link) for link in dossier.links],
        "problems": [p.code for p in dossier.problems],
    }


class _Digest:
    """A dossier with the indexes that its digest needs."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.text = dossier.article.text or ""
        self.names = {e.id: e.name for e in dossier.entities}
        self.acts = {e.id: e.anchors[0].of(self.text) for e in dossier.events}

    def entity(self, e: Entity) -> dict[str, Any]:
        forms = {f"{self.text[m.start : m.end]} ({m.form})": None for m in self.dossier.mentions if m.entity == e.id}
        posts = list(dict.fromkeys(p.post for p in e.posts))
        return _kept(name=e.name, kind=e.kind, country=e.country, posts=posts, forms=list(forms))

    def event(self, e: Event) -> dict[str, Any]:
        roles: dict[str, list[str]] = {}
        for r in e.roles:
            filler = self.names.get(r.entity or "") or self.text[r.start : r.end]
            roles.setdefault(r.role, []).append(filler + (f" = {r.value}" if r.value else ""))
        return _kept(
            act=f"{e.type} {e.certainty}",
            words=[a.of(self.text) for a in e.anchors],
            **roles,
            mode=e.mode,
            when=f"{e.when.start}/{e.when.end}" if e.when else None,
            cue=self._words(e.cue),
            source=[self.names[i] for i in e.source],
            rule=e.rule,
        )

    def statement(self, s: Statement) -> dict[str, Any]:
        return _kept(
            speaker=self.names.get(s.speaker or ""),
            cue=self._words(s.cue),
            kind=s.kind,
            content=[span.of(self.text) for span in s.content],
            acts=[self.acts[i] for i in s.events],
        )

    def quantity(self, q: Quantity) -> dict[str, Any]:
        words = self.text[q.start : q.end]
        sign = "" if q.comparator == "=" else q.comparator
        of, status = self._words(q.of), q.status
        return _kept(words=words, value=q.value, high=q.high, comparator=sign, unit=q.unit, of=of, status=status)

    def link(self, link: Link) -> str:
        return f"«{self.acts[link.source]}» {link.type} «{self.acts[link.target]}»"

    def _words(self, span: Span | None) -> str | None:
        return span.of(self.text) if span else None


def _kept(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
