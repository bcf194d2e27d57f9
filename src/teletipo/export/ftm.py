"""FollowTheMoney JSON Lines for Aleph and OpenAleph: articles, entities, mentions, events, statements as notes.

FtM has no field for certainty or offsets: they stand in `summary` and, for events, in `recordId`. Extracted names stay
mentions of the article; nothing is merged with curated entities.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TextIO

from teletipo.export.report import Report
from teletipo.records import Dossier, Entity, Event, Statement
from teletipo.yamlfile import load

_SCHEMATA = {
    "person": "Person",
    "state": "PublicBody",
    "organisation": "Organization",
    "group": "Organization",
    "facility": "Address",
    "place": "Address",
}
Item = dict[str, Any]


@cache
def countries() -> dict[str, str]:
    """ISO 3166 alpha-3 -> alpha-2, which FtM requires."""
    return load(Path(str(files("teletipo") / "data/export/countries.yaml")), dict[str, str])


def write(dossiers: Iterable[Dossier], out: TextIO) -> Report:
    """Write one FtM entity per line; the same records get the same ids."""
    report = Report(notes=["certainty and offsets in summary and recordId, none for mentions"])
    for dossier in dossiers:
        for item in items(dossier):
            out.write(json.dumps(item, ensure_ascii=False) + "\n")
            report.exported += 1
        report.skip("quantities", len(dossier.quantities))
        report.skip("links", len(dossier.links))
    return report


def items(dossier: Dossier) -> Iterator[Item]:
    """The FtM entities of one dossier, the article first."""
    article = dossier.article
    made = _item(
        "Article", _id(dossier, ""),
        title=article.title or article.id, bodyText=article.text, sourceUrl=article.url,
        publishedAt=article.published, publisher=article.outlet, language="spa",
        fileName=article.id,
    )  # fmt: skip
    yield made
    yield from (_entity(e, dossier) for e in dossier.entities)
    yield from (_mentions(e, dossier) for e in dossier.entities if _SCHEMATA[e.kind] != "Address")
    yield from (_event(e, dossier) for e in dossier.events)
    yield from (_note(s, dossier) for s in dossier.statements)


def _id(dossier: Dossier, record: str) -> str:
    return hashlib.sha1(f"teletipo\x1f{dossier.article.id}\x1f{record}".encode(), usedforsecurity=False).hexdigest()


def _item(schema: str, id: str, **properties: Any) -> Item:
    lists = {k: v if isinstance(v, list) else [v] for k, v in properties.items() if v not in (None, "", [])}
    return {"id": id, "schema": schema, "properties": {k: [str(v) for v in vs] for k, vs in lists.items()}}


def _entity(entity: Entity, dossier: Dossier) -> Item:
    schema = _SCHEMATA[entity.kind]
    country = countries().get(entity.country or "", "").lower() or None
    if schema == "Address":
        return _item(schema, _id(dossier, entity.id), full=entity.name, country=country)
    own: dict[str, Any] = {"position": [p.post for p in entity.posts]} if schema == "Person" else {}
    return _item(
        schema, _id(dossier, entity.id), name=entity.name, country=country, proof=_id(dossier, ""),
        sourceUrl=dossier.article.url, **own,
    )  # fmt: skip


def _mentions(entity: Entity, dossier: Dossier) -> Item:
    return _item(
        "Mention", _id(dossier, f"mention {entity.id}"), name=entity.name, document=_id(dossier, ""),
        resolved=_id(dossier, entity.id), detectedSchema=_SCHEMATA[entity.kind],
    )  # fmt: skip


def _event(event: Event, dossier: Dossier) -> Item:
    text = dossier.article.text or ""
    kinds = {e.id: _SCHEMATA[e.kind] for e in dossier.entities}
    parties = {
        role: [
            _id(dossier, r.entity)
            for r in event.roles
            if r.role == role and kinds.get(r.entity or "") not in (None, "Address") and r.entity
        ]
        for role in ("actor", "recipient")
    }
    evidence = event.clause
    places = [text[r.start : r.end] for r in event.roles if r.role == "place"]
    return _item(
        "Event", _id(dossier, event.id), name=f"{event.type} ({event.certainty})",
        summary=f"{event.certainty}: {' '.join(evidence.of(text).split())}",
        startDate=event.when.start[:10] if event.when else None, endDate=event.when.end[:10] if event.when else None,
        organizer=parties["actor"], involved=parties["recipient"], location=places, proof=_id(dossier, ""),
        sourceUrl=dossier.article.url, recordId=f"{event.id} {event.anchors[0].start}:{event.anchors[0].end}",
    )  # fmt: skip


def _note(statement: Statement, dossier: Dossier) -> Item:
    text = dossier.article.text or ""
    words = " ".join(" ".join(s.of(text) for s in statement.content).split())
    people = {e.id: e for e in dossier.entities}
    speaker = people.get(statement.speaker or "")
    return _item(
        "Note", _id(dossier, statement.id), description=f"{speaker.name if speaker else '—'}: {words}",
        entity=_id(dossier, speaker.id) if speaker else _id(dossier, ""), proof=_id(dossier, ""),
        sourceUrl=dossier.article.url,
        summary=f"{statement.id} {statement.content[0].start}:{statement.content[-1].end}",
    )  # fmt: skip
