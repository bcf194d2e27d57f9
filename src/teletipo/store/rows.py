"""A dossier as rows of the archive's tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import msgspec

from teletipo.records import Certainty, Dossier, Entity, Event, Quantity, Run, Statement, content_id
from teletipo.spans import Span
from teletipo.store.getting import gets
from teletipo.store.identity import entity_keys

Row = dict[str, Any]

#: Labels from most to least certain, as `certainty>=stated` compares them; `denied` is below all others.
SCALE: tuple[str, ...] = get_args(Certainty)
RANK: Mapping[str, int] = {label: len(SCALE) - place for place, label in enumerate(SCALE)}


def run_row(run: Run) -> Row:
    """The row of table `runs`; the same version, codebook and model have the same id."""
    return {
        "id": content_id("r", run.version, run.schema, run.codebook, run.model.name, run.model.version),
        "version": run.version,
        "schema": run.schema,
        "codebook": run.codebook,
        "model": run.model.name,
        "model_version": run.model.version,
    }


def record_rows(dossier: Dossier) -> dict[str, list[Row]]:
    """The rows of this dossier for each derived table. The dossier must have its text."""
    document, text = dossier.article.id, dossier.article.text or ""
    people, keys = {e.id: e for e in dossier.entities}, entity_keys(dossier)
    tables = {
        "entities": [_entity(e, keys[e.id]) for e in dossier.entities],
        "mentions": [
            {"id": m.id, "entity": m.entity, "form": m.form, "why": m.why} | _span(Span(m.start, m.end), text)
            for m in dossier.mentions
        ],
        "events": [_event(e, people, text) for e in dossier.events],
        "event_roles": [row for e in dossier.events for row in _roles(e, people, text)],
        "statements": [_statement(s, people, text) for s in dossier.statements],
        "quantities": [_quantity(q, text) for q in dossier.quantities],
        "links": [
            {"type": k.type, "source": k.source, "target": k.target} | _span(k.span, text) for k in dossier.links
        ],
        "problems": [
            {"code": p.code, "message": p.message}
            | (_span(Span(p.start, p.end), text) if p.start is not None and p.end is not None else {})
            for p in dossier.problems
        ],
    }
    return {name: [{"document": document} | row for row in rows] for name, rows in tables.items()}


def packed(dossier: Dossier) -> str:
    """The dossier as JSON without its text, which the archive stores separately."""
    bare = msgspec.structs.replace(dossier, article=msgspec.structs.replace(dossier.article, text=None))
    return bare.to_json()


def unpacked(data: str, text: str | None) -> Dossier:
    """The dossier that `packed` wrote, with its text put back."""
    bare = msgspec.json.decode(data.encode("utf-8"), type=Dossier)
    return msgspec.structs.replace(bare, article=msgspec.structs.replace(bare.article, text=text))


def _span(span: Span, text: str) -> Row:
    return {"start_char": span.start, "end_char": span.end, "quote": span.of(text)}


def _entity(entity: Entity, key: str) -> Row:
    return {
        "id": entity.id,
        "key": key,
        "kind": entity.kind,
        "name": entity.name,
        "country": entity.country,
        "sector": entity.sector,
        "known": entity.known,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "posts": [p.post for p in entity.posts],
    }


def _event(event: Event, people: Mapping[str, Entity], text: str) -> Row:
    evidence = event.clause
    row = {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "certainty": event.certainty,
        "certainty_rank": RANK[event.certainty],
        "cue": event.cue.of(text) if event.cue else None,
        "rule": event.rule,
        "sources": [people[i].name if i in people else i for i in event.source],
        "actor_gets": event.type == "COOPERATE" and gets(event.anchors[0].of(text)),
        "evidence": evidence.of(text),
        "evidence_start": evidence.start,
        "evidence_end": evidence.end,
    }
    if event.when:
        row |= {"date_start": event.when.start, "date_end": event.when.end}
        row |= {"date_precision": event.when.precision, "date_basis": event.when.basis}
    return row | _span(event.anchors[0], text)


def _roles(event: Event, people: Mapping[str, Entity], text: str) -> list[Row]:
    rows = []
    evidence = event.evidence or event.anchors[:1]
    for role in event.roles:
        words = Span(role.start, role.end)
        within = next((span for span in evidence if span.contains(words)), evidence[0])
        entity = people.get(role.entity or "")
        row: Row = {"event": event.id, "role": role.role, "entity": role.entity, "value": role.value}
        row |= {"name": entity.name, "country": entity.country} if entity else {}
        row |= {"evidence_start": within.start, "evidence_end": within.end}
        rows.append(row | _span(words, text))
    return rows


def _statement(statement: Statement, people: Mapping[str, Entity], text: str) -> Row:
    """The row of a statement; its quote runs from the first part of the content to the last."""
    speaker = people.get(statement.speaker or "")
    addressee = people.get(statement.addressee or "")
    return {
        "id": statement.id,
        "kind": statement.kind,
        "speaker": statement.speaker,
        "speaker_name": speaker.name if speaker else None,
        "speaker_country": speaker.country if speaker else None,
        "cue": statement.cue.of(text) if statement.cue else None,
        "addressee": addressee.name if addressee else None,
        "events": list(statement.events),
    } | _span(Span(statement.content[0].start, statement.content[-1].end), text)


def _quantity(quantity: Quantity, text: str) -> Row:
    return {
        "id": quantity.id,
        "value": quantity.value,
        "high": quantity.high,
        "comparator": quantity.comparator,
        "unit": quantity.unit,
        "counted": quantity.of.of(text) if quantity.of else None,
        "status": quantity.status,
        "event": quantity.event,
    } | _span(Span(quantity.start, quantity.end), text)
