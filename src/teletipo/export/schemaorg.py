"""schema.org JSON-LD with the run as PROV: one graph per article and line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from teletipo.export.report import Report
from teletipo.records import Dossier, Entity, Event, Statement
from teletipo.store.rows import run_row

CONTEXT = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "teletipo": "urn:teletipo:terms:",
    "sha256": "https://schema.org/sha256",
}
_TYPES = {
    "person": "Person",
    "state": "Country",
    "organisation": "Organization",
    "group": "Organization",
    "facility": "Place",
    "place": "Place",
}


def write(dossiers: Iterable[Dossier], out: TextIO) -> Report:
    """Write NewsArticle, Event, Quotation and the entities; no ClaimReview, as teletipo does not rate truth."""
    report = Report()
    for dossier in dossiers:
        graph = list(_graph(dossier))
        out.write(json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False) + "\n")
        report.exported += len(dossier.events) + len(dossier.statements) + len(dossier.entities)
        report.skip("quantities", len(dossier.quantities))
        report.skip("links", len(dossier.links))
    return report


def _graph(dossier: Dossier) -> Iterator[dict[str, Any]]:
    article, run = dossier.article, run_row(dossier.run)
    yield {
        "@id": f"urn:teletipo:run:{run['id']}",
        "@type": ["prov:Activity", "SoftwareApplication"],
        "name": "teletipo",
        "softwareVersion": run["version"],
        "teletipo:codebook": run["codebook"],
        "teletipo:model": f"{run['model']} {run['model_version']}",
    }
    yield _clean(
        {
            "@id": _iri(dossier),
            "@type": ["NewsArticle", "prov:Entity"],
            "headline": article.title,
            "url": article.url,
            "datePublished": article.published,
            "inLanguage": article.language,
            "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
            "sha256": article.sha256,
        }
    )
    yield from (_entity(e, dossier) for e in dossier.entities)
    yield from (_event(e, dossier) | _derived(dossier, run["id"]) for e in dossier.events)
    yield from (_quotation(s, dossier) | _derived(dossier, run["id"]) for s in dossier.statements)


def _iri(dossier: Dossier, record: str = "") -> str:
    return f"urn:teletipo:{dossier.article.id}" + (f":{record}" if record else "")


def _derived(dossier: Dossier, run: str) -> dict[str, Any]:
    return {
        "prov:wasDerivedFrom": {"@id": _iri(dossier)},
        "prov:wasGeneratedBy": {"@id": f"urn:teletipo:run:{run}"},
    }


def _entity(entity: Entity, dossier: Dossier) -> dict[str, Any]:
    job = {"jobTitle": [p.post for p in entity.posts]} if entity.kind == "person" and entity.posts else {}
    return _clean({"@id": _iri(dossier, entity.id), "@type": _TYPES[entity.kind], "name": entity.name} | job)


def _event(event: Event, dossier: Dossier) -> dict[str, Any]:
    text = dossier.article.text or ""
    evidence = event.clause

    def refs(role: str) -> list[dict[str, str]]:
        return [{"@id": _iri(dossier, r.entity)} for r in event.roles if r.role == role and r.entity]

    return _clean(
        {
            "@id": _iri(dossier, event.id),
            "@type": "Event",
            "additionalType": f"teletipo:{event.type}",
            "name": event.anchors[0].of(text),
            "description": evidence.of(text),
            "startDate": event.when.start if event.when else None,
            "endDate": event.when.end if event.when else None,
            "location": refs("place"),
            "organizer": refs("actor"),
            "attendee": refs("recipient"),
            "teletipo:certainty": event.certainty,
            "teletipo:start": event.anchors[0].start,
            "teletipo:end": event.anchors[0].end,
        }
    )


def _quotation(statement: Statement, dossier: Dossier) -> dict[str, Any]:
    text = dossier.article.text or ""
    return _clean(
        {
            "@id": _iri(dossier, statement.id),
            "@type": "Quotation",
            "text": " ".join(s.of(text) for s in statement.content),
            "spokenByCharacter": {"@id": _iri(dossier, statement.speaker)} if statement.speaker else None,
            "isPartOf": {"@id": _iri(dossier)},
            "teletipo:kind": statement.kind,
            "teletipo:start": statement.content[0].start,
            "teletipo:end": statement.content[-1].end,
        }
    )


def _clean(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if value not in (None, [])}
