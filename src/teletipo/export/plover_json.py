"""PLOVER JSON: one event per line with the manual's field names, and further fields for what it has no name for."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from teletipo.export.plover import ASKED_FOR_NOTHING, Choice, Coded, raw_name, series
from teletipo.export.report import Report
from teletipo.records import Dossier, Entity, Role

#: The manual's names of the four classes.
_QUAD = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


def write(dossiers: Iterable[Dossier], out: TextIO, chosen: Choice = ASKED_FOR_NOTHING) -> Report:
    """Write the events that have a day, which PLOVER requires, with certainty, cue and auxiliary modes."""
    report = Report()
    for dossier in dossiers:
        earlier = {link.target for link in dossier.links if link.type == "earlier"}
        for one in series(dossier, chosen, report):
            out.write(json.dumps(_event(one, dossier, one.event.id in earlier), ensure_ascii=False) + "\n")
            report.exported += 1
    return report


def _event(one: Coded, dossier: Dossier, historical: bool) -> dict[str, Any]:
    article, run, event = dossier.article, dossier.run, one.event
    text = article.text or ""
    evidence = event.clause
    auxiliary = [a for a in (one.auxiliary, "historical" if historical else None) if a]
    people = {e.id: e.name for e in dossier.entities}
    made = {
        "id": f"{article.id}-{event.id}",
        "date": one.date,
        "date_basis": one.date_basis,
        "enddate": event.when.end[:10] if event.when and event.when.end != event.when.start else None,
        "actor": [_entity(e, r, dossier) for e, r in one.actors],
        "recipient": [_entity(e, r, dossier) for e, r in one.recipients],
        "event": [one.type],
        "mode": [one.mode] if one.mode else [],
        "context": list(event.contexts),
        "auxiliary": auxiliary,
        "quad_code": one.quad,
        "quad_class": _QUAD[one.quad],
        "event_scale": one.intensity,
        "event_text": event.anchors[0].of(text),
        "event_loc": [_place(e, r, text) for e, r in one.places],
        "text": evidence.of(text),
        "text_info": {"start": evidence.start, "end": evidence.end, "text_story": text[:200]},
        "cite_info": {"citation": article.id, "url": article.url, "title": article.title, "language": article.language}
        | {"publication": article.outlet, "coder": f"teletipo {run.version}", "codebook": run.codebook},
        "certainty": event.certainty,
        "certainty_cue": event.cue.of(text) if event.cue else None,
        "base_event": event.type,
        "source": [people.get(i, i) for i in event.source],
    }
    return {key: value for key, value in made.items() if value is not None}


def _entity(entity: Entity, role: Role, dossier: Dossier) -> dict[str, Any]:
    made = {
        "code": entity.country,
        "sector": entity.sector,
        "entity_text": raw_name(entity, role, dossier),
        "identifier_id": entity.known,
        "identifier_text": entity.name,
        "office": entity.posts[0].post if entity.posts else None,
        "start": role.start,
        "end": role.end,
    }
    return {key: value for key, value in made.items() if value is not None}


def _place(entity: Entity | None, role: Role, text: str) -> dict[str, Any]:
    return {
        "extracted_place": text[role.start : role.end],
        "resolved_place": entity.name if entity else None,
        "country_code": entity.country if entity else None,
    }
