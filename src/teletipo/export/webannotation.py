"""W3C Web Annotation: one AnnotationPage per article and line; each record has quote and position selectors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from teletipo.export.report import Report
from teletipo.records import Dossier
from teletipo.spans import Span

#: Characters before and after a quote that tell it from the same words elsewhere.
CONTEXT = 32


def write(dossiers: Iterable[Dossier], out: TextIO) -> Report:
    """Write JSON-LD, one page per line; mentions, events, roles, statements and quantities are annotations."""
    report = Report()
    for dossier in dossiers:
        items = list(_items(dossier))
        page = {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": f"urn:teletipo:{dossier.article.id}",
            "type": "AnnotationPage",
            "items": items,
        }
        out.write(json.dumps(page, ensure_ascii=False) + "\n")
        report.exported += len(items)
        report.skip("links", len(dossier.links))
    return report


def _items(dossier: Dossier) -> Iterator[dict[str, Any]]:
    people = {e.id: e for e in dossier.entities}
    for mention in dossier.mentions:
        entity = people.get(mention.entity)
        tags = [entity.kind, entity.name] if entity else []
        yield _annotation(dossier, mention.id, "identifying", tags, Span(mention.start, mention.end))
    for event in dossier.events:
        yield _annotation(dossier, event.id, "classifying", [event.type, event.certainty], *event.anchors)
        for number, role in enumerate(event.roles):
            tags = [f"{event.type}/{role.role}"] + ([people[role.entity].name] if role.entity in people else [])
            yield _annotation(dossier, f"{event.id}/{number}", "linking", tags, Span(role.start, role.end))
    for statement in dossier.statements:
        speaker = people.get(statement.speaker or "")
        tags = ["statement", statement.kind] + ([speaker.name] if speaker else [])
        yield _annotation(dossier, statement.id, "describing", tags, *statement.content)
    for quantity in dossier.quantities:
        tags = ["quantity", f"{quantity.comparator} {quantity.value:g} {quantity.unit or ''}".strip()]
        yield _annotation(dossier, quantity.id, "tagging", tags, Span(quantity.start, quantity.end))


def _annotation(dossier: Dossier, record: str, motivation: str, tags: list[str], *spans: Span) -> dict[str, Any]:
    source = dossier.article.url or f"urn:teletipo:{dossier.article.id}"
    return {
        "id": f"urn:teletipo:{dossier.article.id}:{record}",
        "type": "Annotation",
        "motivation": motivation,
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags],
        "target": [_target(source, dossier.article.text or "", span) for span in spans],
    }


def _target(source: str, text: str, span: Span) -> dict[str, Any]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - CONTEXT) : span.start],
        "suffix": text[span.end : span.end + CONTEXT],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"source": source, "selector": [quote, position]}
