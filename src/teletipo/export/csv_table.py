"""CSV for spreadsheets: one event per row, of every certainty, nothing left out."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from teletipo.export.report import Report
from teletipo.records import Dossier, Event

COLUMNS = (
    "article", "published", "outlet", "title", "url", "event", "type", "mode", "certainty", "cue",
    "actors", "actor_countries", "recipients", "recipient_countries", "places", "goods", "topics",
    "date_start", "date_end", "precision", "sources", "start", "end", "quote", "evidence", "rule",
)  # fmt: skip


def write(dossiers: Iterable[Dossier], out: TextIO) -> Report:
    """Write a header and one row per event; several names in a cell are joined by "; ".

    Their countries stand in the same order, empty for a name without one.
    """
    report = Report()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for dossier in dossiers:
        for event in dossier.events:
            writer.writerow(_row(event, dossier))
            report.exported += 1
    return report


def _row(event: Event, dossier: Dossier) -> list[object]:
    article, text, when = dossier.article, dossier.article.text or "", event.when
    people = {e.id: e.name for e in dossier.entities}
    states = {e.id: e.country for e in dossier.entities}

    def parties(role: str) -> dict[str, str]:
        """The names of a side, each with its country."""
        found: dict[str, str] = {}
        for r in event.roles:
            if r.role == role:
                found.setdefault(people.get(r.entity or "") or text[r.start : r.end], states.get(r.entity or "") or "")
        return found

    def names(role: str) -> str:
        return "; ".join(parties(role))

    def countries(role: str) -> str:
        found = parties(role).values()
        return "; ".join(found) if any(found) else ""

    evidence = event.clause
    return [
        article.id, article.published, article.outlet, article.title, article.url, event.id, event.type, event.mode,
        event.certainty, event.cue.of(text) if event.cue else None,
        names("actor"), countries("actor"), names("recipient"), countries("recipient"),
        *(names(role) for role in ("place", "good", "topic")),
        *((when.start, when.end, when.precision) if when else (None, None, None)),
        "; ".join(people.get(i, i) for i in event.source),
        event.anchors[0].start, event.anchors[0].end, event.anchors[0].of(text), evidence.of(text), event.rule,
    ]  # fmt: skip
