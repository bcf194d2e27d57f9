"""The tables of an archive: the columns of each, from which all SQL is derived."""

from __future__ import annotations

import msgspec

#: Version of the tables below. A change of the tables increases it and adds a step to `upgrade.STEPS`.
SCHEMA = 5

_SPAN = {"start_char": "INTEGER", "end_char": "INTEGER", "quote": "VARCHAR"}

#: Table -> column -> DuckDB type. Offsets are code points of `documents.text`, end exclusive.
TABLES: dict[str, dict[str, str]] = {
    "sources": {  # the journal: what was found and what became of it
        "key": "VARCHAR PRIMARY KEY",
        "n": "BIGINT",
        "origin": "VARCHAR",
        "position": "INTEGER",
        "source_sha256": "VARCHAR",
        "status": "VARCHAR",  # coded, copy, known, problem
        "document": "VARCHAR",
        "code": "VARCHAR",
        "message": "VARCHAR",
    },
    "documents": {
        "id": "VARCHAR PRIMARY KEY",
        "n": "BIGINT",
        "sha256": "VARCHAR",
        "source_sha256": "VARCHAR",
        "language": "VARCHAR",
        "title": "VARCHAR",
        "url": "VARCHAR",
        "outlet": "VARCHAR",
        "published": "VARCHAR",
        "text": "VARCHAR",  # null where `copy_kind` is same_text
        "run": "VARCHAR",
        "copy_of": "VARCHAR",
        "copy_kind": "VARCHAR",  # same_text, near
        "similarity": "DOUBLE",
        "signature": "VARCHAR",
        "dossier": "VARCHAR",  # the records as JSON, without the text
    },
    "bands": {"hash": "UBIGINT", "document": "VARCHAR"},
    "runs": {
        "id": "VARCHAR PRIMARY KEY",
        "version": "VARCHAR",
        "schema": "INTEGER",
        "codebook": "VARCHAR",
        "model": "VARCHAR",
        "model_version": "VARCHAR",
    },
    "entities": {
        "document": "VARCHAR",
        "id": "VARCHAR",
        "key": "VARCHAR",  # the same in all articles for an entity with a proper name (`identity`)
        "kind": "VARCHAR",
        "name": "VARCHAR",
        "country": "VARCHAR",
        "sector": "VARCHAR",
        "known": "VARCHAR",
        "latitude": "DOUBLE",
        "longitude": "DOUBLE",
        "posts": "VARCHAR[]",
    },
    "mentions": {
        "document": "VARCHAR",
        "id": "VARCHAR",
        "entity": "VARCHAR",
        "form": "VARCHAR",
        "why": "VARCHAR",
    }
    | _SPAN,
    "events": {
        "document": "VARCHAR",
        "id": "VARCHAR",
        "type": "VARCHAR",
        "mode": "VARCHAR",
        "contexts": "VARCHAR[]",
        "certainty": "VARCHAR",
        "certainty_rank": "INTEGER",
        "cue": "VARCHAR",
        "rule": "VARCHAR",
        "date_start": "VARCHAR",
        "date_end": "VARCHAR",
        "date_precision": "VARCHAR",
        "date_basis": "VARCHAR",
        "sources": "VARCHAR[]",  # names of those on whose word it rests
        "actor_gets": "BOOLEAN",  # of a trade: the actor is who gets the good
        "evidence": "VARCHAR",
        "evidence_start": "INTEGER",
        "evidence_end": "INTEGER",
    }
    | _SPAN,
    "event_roles": {
        "document": "VARCHAR",
        "event": "VARCHAR",
        "role": "VARCHAR",
        "entity": "VARCHAR",
        "name": "VARCHAR",
        "country": "VARCHAR",
        "value": "VARCHAR",
        "evidence_start": "INTEGER",  # the clause or sentence of the event in which the words stand
        "evidence_end": "INTEGER",
    }
    | _SPAN,
    "statements": {
        "document": "VARCHAR",
        "id": "VARCHAR",
        "kind": "VARCHAR",
        "speaker": "VARCHAR",
        "speaker_name": "VARCHAR",
        "speaker_country": "VARCHAR",
        "cue": "VARCHAR",
        "addressee": "VARCHAR",
        "events": "VARCHAR[]",
    }
    | _SPAN,
    "quantities": {
        "document": "VARCHAR",
        "id": "VARCHAR",
        "value": "DOUBLE",
        "high": "DOUBLE",
        "comparator": "VARCHAR",
        "unit": "VARCHAR",
        "counted": "VARCHAR",
        "status": "VARCHAR",
        "event": "VARCHAR",
    }
    | _SPAN,
    "links": {"document": "VARCHAR", "type": "VARCHAR", "source": "VARCHAR", "target": "VARCHAR"} | _SPAN,
    "problems": {"document": "VARCHAR", "code": "VARCHAR", "message": "VARCHAR"} | _SPAN,
    "overrides": {"document": "VARCHAR", "record": "VARCHAR", "verdict": "VARCHAR", "reason": "VARCHAR"},
}
#: Tables that are derived from `documents.dossier` and can be rebuilt from it.
DERIVED = ("entities", "mentions", "events", "event_roles", "statements", "quantities", "links", "problems")

VIEWS = {
    "exchanges": """
        SELECT e.document, e.id AS event, e.type, e.certainty, e.certainty_rank, e.date_start,
               CASE WHEN e.actor_gets THEN r.name ELSE a.name END AS giver,
               CASE WHEN e.actor_gets THEN r.country ELSE a.country END AS giver_country,
               g.quote AS good, g.value AS good_class,
               CASE WHEN e.actor_gets THEN a.name ELSE r.name END AS receiver,
               CASE WHEN e.actor_gets THEN a.country ELSE r.country END AS receiver_country,
               g.start_char, g.end_char, g.quote,
               substring(d.text, g.evidence_start + 1, g.evidence_end - g.evidence_start) AS evidence,
               g.evidence_start, g.evidence_end
        FROM events e
        JOIN documents d ON d.id = e.document
        JOIN event_roles g ON g.document = e.document AND g.event = e.id AND g.role = 'good'
        LEFT JOIN event_roles a ON a.document = e.document AND a.event = e.id AND a.role = 'actor'
        LEFT JOIN event_roles r ON r.document = e.document AND r.event = e.id AND r.role = 'recipient'""",
    "topics": """
        SELECT document, event, quote AS topic, start_char, end_char FROM event_roles WHERE role = 'topic'""",
    "evidence": """
        SELECT document, 'mention' AS kind, id AS record, form AS part, start_char, end_char, quote FROM mentions
        UNION ALL SELECT document, 'event', id, 'anchor', start_char, end_char, quote FROM events
        UNION ALL SELECT document, 'event', event, role, start_char, end_char, quote FROM event_roles
        UNION ALL SELECT document, 'statement', id, 'content', start_char, end_char, quote FROM statements
        UNION ALL SELECT document, 'quantity', id, 'number', start_char, end_char, quote FROM quantities
        UNION ALL SELECT document, 'link', source, type, start_char, end_char, quote FROM links""",
}


def create(table: str) -> str:
    """The statement that makes one empty table."""
    return f"CREATE TABLE {table} ({_columns(TABLES[table])})"


def views() -> list[str]:
    """The statements that make the views."""
    return [f"CREATE OR REPLACE VIEW {name} AS {query}" for name, query in VIEWS.items()]


def ddl() -> list[str]:
    """The statements that make an empty archive."""
    meta = "CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR)"
    version = f"INSERT INTO meta VALUES ('schema', '{SCHEMA}')"
    return [meta, version, *map(create, TABLES), "CREATE INDEX documents_sha256 ON documents (sha256)", *views()]


def insertion(table: str) -> str:
    """The statement that adds rows given as one JSON array, in one round trip."""
    types = {name: _json_type(kind) for name, kind in TABLES[table].items()}
    shape = msgspec.json.encode([types]).decode()
    names = ", ".join(f'"{name}"' for name in types)
    verb = "INSERT OR REPLACE INTO" if "PRIMARY KEY" in " ".join(TABLES[table].values()) else "INSERT INTO"
    return f"{verb} {table} ({names}) SELECT row.* FROM (SELECT unnest(from_json(?, '{shape}')) AS row)"


def _columns(columns: dict[str, str]) -> str:
    return ", ".join(f'"{name}" {kind}' for name, kind in columns.items())


def _json_type(kind: str) -> str | list[str]:
    base = kind.removesuffix(" PRIMARY KEY")
    return [base.removesuffix("[]")] if base.endswith("[]") else base
