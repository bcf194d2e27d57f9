"""brat standoff: a folder with a `.txt` and an `.ann` file per article, and the configuration to show them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from teletipo.export.report import Report
from teletipo.records import Certainty, Dossier, EntityKind, RoleName
from teletipo.spans import Span

_KINDS: tuple[str, ...] = get_args(EntityKind)
_ROLES: tuple[str, ...] = get_args(RoleName)


def write(dossiers: Iterable[Dossier], folder: Path) -> Report:
    """Write the files of each article, named after its id; offsets are code points, as brat counts them.

    A span over a line end is written in fragments, as brat requires. The main anchor of an event is its trigger.
    """
    report = Report()
    folder.mkdir(parents=True, exist_ok=True)
    types: set[str] = set()
    names: set[str] = set()
    for dossier in dossiers:
        name = _name(dossier.article.id, names)
        (folder / f"{name}.txt").write_text(dossier.article.text or "", encoding="utf-8", newline="")
        (folder / f"{name}.ann").write_text(standoff(dossier), encoding="utf-8", newline="")
        types |= {e.type for e in dossier.events}
        report.exported += len(dossier.mentions) + len(dossier.events) + len(dossier.statements)
        report.skip("links", len(dossier.links))
        report.skip("quantities", len(dossier.quantities))
    (folder / "annotation.conf").write_text(_configuration(sorted(types)), encoding="utf-8")
    return report


def standoff(dossier: Dossier) -> str:
    """The content of the `.ann` file: T for spans, E for events, A for attributes, N for gazetteer ids, # for notes."""
    made = _Lines(dossier.article.text or "")
    kinds = {e.id: e for e in dossier.entities}
    bound: dict[tuple[int, int], str] = {}
    for mention in dossier.mentions:
        entity = kinds.get(mention.entity)
        term = made.term((entity.kind if entity else "group").capitalize(), Span(mention.start, mention.end))
        bound.setdefault((mention.start, mention.end), term)
        if entity is not None and entity.known:
            made.add("N", f"Reference {term} teletipo:{entity.known}\t{entity.name}")
    for event in dossier.events:
        trigger = made.term(event.type, event.anchors[0])
        arguments = []
        for role in event.roles:
            term = bound.get((role.start, role.end)) or made.term("Argument", Span(role.start, role.end))
            arguments.append(f"{role.role.capitalize()}:{term}")
        number = made.add("E", " ".join([f"{event.type}:{trigger}", *_numbered(arguments)]))
        made.add("A", f"Certainty {number} {event.certainty}")
    for statement in dossier.statements:
        for part in statement.content:
            term = made.term("Statement", part)
            speaker = kinds.get(statement.speaker or "")
            made.add("#", f"AnnotatorNotes {term}\t{statement.kind}: {speaker.name if speaker else '—'}")
    return "".join(made.lines)


class _Lines:
    """The lines of an `.ann` file, numbered per letter."""

    def __init__(self, text: str) -> None:
        self.lines: list[str] = []
        self._text = text
        self._numbers: dict[str, int] = {}

    def add(self, letter: str, content: str) -> str:
        self._numbers[letter] = self._numbers.get(letter, 0) + 1
        name = f"{letter}{self._numbers[letter]}"
        self.lines.append(f"{name}\t{content}\n")
        return name

    def term(self, kind: str, span: Span) -> str:
        pieces = [p for p in _fragments(self._text, span) if p.start < p.end]
        offsets = ";".join(f"{p.start} {p.end}" for p in pieces)
        return self.add("T", f"{kind} {offsets}\t{' '.join(p.of(self._text) for p in pieces)}")


def _fragments(text: str, span: Span) -> list[Span]:
    """The pieces of `span` between line ends."""
    found = re.finditer(r"[^\r\n]+", text[span.start : span.end])
    return [Span(span.start + m.start(), span.start + m.end()) for m in found]


def _numbered(arguments: list[str]) -> list[str]:
    """The arguments with numbers for repeated roles, as brat requires: Actor, Actor2 …"""
    seen: dict[str, int] = {}
    numbered = []
    for argument in arguments:
        role, _, term = argument.partition(":")
        seen[role] = seen.get(role, 0) + 1
        numbered.append(f"{role}{seen[role] if seen[role] > 1 else ''}:{term}")
    return numbered


def _name(id: str, names: set[str]) -> str:
    """A file name for an article's id that no other article has."""
    base = re.sub(r"[^\w.-]+", "_", id)[:100].lstrip(".") or "_"
    name, number = base, 1
    while name in names:
        number += 1
        name = f"{base}_{number}"
    names.add(name)
    return name


def _configuration(types: list[str]) -> str:
    entities = "\n".join([*(k.capitalize() for k in _KINDS), "Argument", "Statement"])
    roles = ", ".join(f"{r.capitalize()}*:<ENTITY>" for r in _ROLES)
    events = "\n".join(f"{t}\t{roles}" for t in types)
    attribute = f"Certainty\tArg:<EVENT>, Value:{'|'.join(get_args(Certainty))}"
    return f"[entities]\n{entities}\n\n[relations]\n\n[events]\n{events}\n\n[attributes]\n{attribute}\n"
