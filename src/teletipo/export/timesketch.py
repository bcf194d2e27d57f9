"""Timesketch JSON Lines: a timeline of events and statements; what has no date is left out and counted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from teletipo.export.report import Report
from teletipo.records import Dossier, Event, Statement


def write(dossiers: Iterable[Dossier], out: TextIO) -> Report:
    """Write one line per dated event, at the start of its interval, and one per statement of a dated article.

    `timestamp_desc` gives the precision of the date. An undated record never borrows a time.
    """
    report = Report()
    for dossier in dossiers:
        rows = [_event(e, dossier) for e in dossier.events] + [_statement(s, dossier) for s in dossier.statements]
        for row in rows:
            if row["datetime"] is None:
                report.skip("no date")
                continue
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            report.exported += 1
    return report


def _event(event: Event, dossier: Dossier) -> dict[str, Any]:
    text = dossier.article.text or ""
    people = {e.id: e.name for e in dossier.entities}
    actors = ", ".join(people[r.entity] for r in event.roles if r.role == "actor" and r.entity in people)
    others = ", ".join(people[r.entity] for r in event.roles if r.role == "recipient" and r.entity in people)
    evidence = event.clause
    said = f"{event.type} ({event.certainty}) {actors or '—'} → {others or '—'}: {' '.join(evidence.of(text).split())}"
    desc = f"Event {event.certainty}, precision {event.when.precision}" if event.when else None
    own = {"event_type": event.type, "certainty": event.certainty, "actors": actors, "recipients": others}
    own |= {"rule": event.rule, "record": event.id}
    return _line(said, event.when.start if event.when else None, desc, dossier) | own


def _statement(statement: Statement, dossier: Dossier) -> dict[str, Any]:
    text = dossier.article.text or ""
    people = {e.id: e.name for e in dossier.entities}
    speaker = people.get(statement.speaker or "", "—")
    words = " ".join(" ".join(s.of(text) for s in statement.content).split())
    line = _line(f"{speaker}: {words}", dossier.article.published, "Statement reported", dossier)
    return line | {"speaker": speaker, "statement_kind": statement.kind, "record": statement.id}


def _line(message: str, date: str | None, desc: str | None, dossier: Dossier) -> dict[str, Any]:
    article = dossier.article
    moment = date if date is None or "T" in date else f"{date}T00:00:00"
    zoned = moment if moment is None or moment.endswith("Z") or "+" in moment else f"{moment}+00:00"
    line = {"message": message, "datetime": zoned, "timestamp_desc": desc, "article": article.id}
    return line | {"outlet": article.outlet, "url": article.url, "data_type": "teletipo:record"}
