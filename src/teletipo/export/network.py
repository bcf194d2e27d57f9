"""The actor network of a collection: who acts towards whom, how often, with what certainty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import combinations

import msgspec

from teletipo.export.report import Report
from teletipo.records import Dossier, Entity, Event
from teletipo.store.identity import entity_keys

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Node(msgspec.Struct):
    """An entity over all articles."""

    key: str
    label: str
    kind: str
    country: str
    articles: int = 0


class Edge(msgspec.Struct):
    """Acts of one type and certainty from one entity to another, or between two where the act is mutual."""

    source: str
    target: str
    type: str
    certainty: str
    mutual: bool
    weight: int = 0
    first: str = ""  #: earliest and latest date known, ISO
    last: str = ""


class Network(msgspec.Struct):
    """Nodes and edges, sorted by their keys."""

    nodes: list[Node]
    edges: list[Edge]


def network(dossiers: Iterable[Dossier], report: Report) -> Network:
    """The network of all events with two known parties; others are counted in `report`."""
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str, str, str], Edge] = {}
    for dossier in dossiers:
        keys = {id: _printable(key) for id, key in entity_keys(dossier).items()}
        for entity in dossier.entities:
            nodes.setdefault(keys[entity.id], _node(keys[entity.id], entity))
        for key in set(keys.values()):
            nodes[key].articles += 1
        for event in dossier.events:
            actors = _parties(keys, event, "actor")
            others = _parties(keys, event, "recipient")
            pairs = [(a, o) for a in actors for o in others if a != o] or list(combinations(sorted(actors), 2))
            if not pairs:
                report.skip("fewer than two known parties")
                continue
            report.exported += 1
            for source, target in pairs:
                at = (source, target, event.type, event.certainty)
                edge = edges.setdefault(at, Edge(*at, mutual=not others))
                edge.weight += 1
                if event.when:
                    edge.first = min(edge.first or event.when.start[:10], event.when.start[:10])
                    edge.last = max(edge.last, event.when.end[:10])
    used = {key for at in edges for key in at[:2]}
    return Network([nodes[k] for k in sorted(used)], [edges[k] for k in sorted(edges)])


def _printable(text: str) -> str:
    """`text` without the characters that XML forbids."""
    return _NOT_XML.sub("\ufffd", text)


def _node(key: str, entity: Entity) -> Node:
    return Node(key, _printable(entity.name), entity.kind, entity.country or "")


def _parties(keys: Mapping[str, str], event: Event, role: str) -> list[str]:
    entities = (r.entity for r in event.roles if r.role == role and r.entity)
    return list(dict.fromkeys(keys[id] for id in entities if id in keys))
