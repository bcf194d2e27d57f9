"""IPTC ninjs 3.1: one news item of type "event" per line, with dates and places."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from teletipo.export.report import Report
from teletipo.records import Dossier, Event

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "https://iptc.org/std/ninjs/ninjs-schema_3.1.json"}


def write(dossiers: Iterable[Dossier], out: TextIO) -> Report:
    """Write every event, whatever its certainty, which stands in the headline and in `genres`."""
    report = Report()
    for dossier in dossiers:
        for event in dossier.events:
            out.write(json.dumps(_item(event, dossier), ensure_ascii=False) + "\n")
            report.exported += 1
        report.skip("statements", len(dossier.statements))
    return report


def _item(event: Event, dossier: Dossier) -> dict[str, Any]:
    article, text = dossier.article, dossier.article.text or ""
    people = {e.id: e for e in dossier.entities}
    involved = [people[r.entity] for r in event.roles if r.role in ("actor", "recipient") and r.entity in people]
    evidence = event.clause
    places = [
        people[r.entity].name if r.entity in people else text[r.start : r.end] for r in event.roles if r.role == "place"
    ]
    item: dict[str, Any] = {
        "uri": f"urn:teletipo:{article.id}:{event.id}",
        "standard": STANDARD,
        "type": "event",
        "language": article.language,
        "headlines": [{"role": "main", "value": f"{event.type} ({event.certainty})"}],
        "bodies": [{"role": "main", "contentType": "text/plain", "value": evidence.of(text)}],
        "people": [{"name": e.name} for e in involved if e.kind == "person"],
        "organisations": [{"name": e.name} for e in involved if e.kind != "person"],
        "places": [{"name": name} for name in dict.fromkeys(places)],
        "subjects": [{"name": context} for context in event.contexts],
        "genres": [{"name": event.certainty}],
        "associations": [{"name": "source", "uri": article.url or f"urn:teletipo:{article.id}", "type": "text"}],
    }
    if article.published:
        item["contentCreated"] = f"{article.published}T00:00:00+00:00"
    if event.when:
        item["eventDetails"] = {"dates": {"startDate": event.when.start[:10], "endDate": event.when.end[:10]}}
    return {key: value for key, value in item.items() if value not in ([], None)}
