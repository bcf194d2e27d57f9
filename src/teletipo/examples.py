"""Runs the codebook's examples and counterexamples as tests of its rules.

In an example the words of the act and of its roles are marked: `[Putin]{actor} [visitó]{anchor} [Pekín]{place}.` In a
counterexample no event of the class may be found. One that is marked `pending` is known to fail and must lose the mark
as soon as it passes. Only the rules are tested; no learned model takes part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from teletipo import pipeline
from teletipo.authoring import Counterexample
from teletipo.codebook import DATA, Codebook
from teletipo.codebook.schema import ClassFile, Example
from teletipo.records import Event
from teletipo.spans import Span
from teletipo.yamlfile import load_marked

_MARK = re.compile(r"\[([^\[\]]+)\]\{([^{}]*)\}")


class Marked(msgspec.Struct, frozen=True):
    """A sentence without its marks, and the spans that were marked."""

    text: str
    marks: tuple[tuple[str, Span], ...]  #: a role or "anchor"; in examples of the gazetteer, the id of an entry


class Case(msgspec.Struct, frozen=True):
    """One sentence of one class, with a stable id (`consult/example-1`)."""

    id: str
    class_: ClassFile
    source: Example | Counterexample

    @property
    def pending(self) -> bool:
        """True for a counterexample that is known to fail."""
        return isinstance(self.source, Counterexample) and self.source.pending


class Failure(msgspec.Struct, frozen=True):
    """What is wrong with one sentence: the words concerned and what was found instead."""

    text: str
    span: Span
    message: str
    why: str = ""  #: the linguist's reason, for a counterexample


def marked(text: str) -> Marked:
    """An example with its marks taken out.

    >>> marked("[Putin]{actor} viajó.").marks
    (('actor', Span(start=0, end=5)),)
    """
    clean, marks, at = "", [], 0
    for match in _MARK.finditer(text):
        clean += text[at : match.start()]
        marks.append((match.group(2), Span(len(clean), len(clean) + len(match.group(1)))))
        clean += match.group(1)
        at = match.end()
    return Marked(clean + text[at:], tuple(marks))


def cases(codebook: Codebook, name: str | None = None) -> Iterator[Case]:
    """All sentences of the codebook, or of the class called `name`; KeyError if there is no such class."""
    for class_ in (codebook.class_(name),) if name else codebook.classes:
        for number, example in enumerate(class_.es.examples, 1):
            source = Example(example) if isinstance(example, str) else example
            yield Case(f"{class_.id}/example-{number}", class_, source)
        for number, counterexample in enumerate(class_.es.counterexamples, 1):
            yield Case(f"{class_.id}/counterexample-{number}", class_, counterexample)


def place(case: Case, folder: Path = DATA) -> str:
    """File and line of the sentence, written as in other errors about the file."""
    name, _, part = case.id.partition("/")
    kind, _, number = part.partition("-")
    file = load_marked(folder / f"{name}.yaml", ClassFile)
    return f"{file.path}:{file.line('es', f'{kind}s', int(number) - 1)}"


def failures(case: Case) -> tuple[Failure, ...]:
    """What the rules get wrong in one sentence; empty if it passes.

    A pending counterexample fails if nothing is wrong with it any more.
    """
    wrong = _wrong(case)
    if not case.pending:
        return wrong
    text = case.source.text
    return () if wrong else (Failure(text, Span(0, len(text)), "nothing wrong here: it is no longer `pending`"),)


def _wrong(case: Case) -> tuple[Failure, ...]:
    sentence = marked(case.source.text)
    events = pipeline.read(sentence.text, rules_only=True).events
    mine = [e for e in events if e.type == case.class_.type]
    if isinstance(case.source, Counterexample):
        return tuple(Failure(sentence.text, e.anchors[0], f"{e.type} ({e.rule})", case.source.why) for e in mine)
    return tuple(_broken(sentence, mine, case.source))


def _broken(sentence: Marked, found: list[Event], example: Example) -> Iterator[Failure]:
    for name, span in sentence.marks:
        if name == "anchor" and not _at(found, span):
            seen = ", ".join(f"«{a.of(sentence.text)}»" for e in found for a in e.anchors)
            yield Failure(sentence.text, span, f"no act found here{'; found ' + seen if seen else ''}")
    anchored = [e for name, span in sentence.marks if name == "anchor" for e in _at(found, span)]
    for name, span in sentence.marks:
        if anchored and name != "anchor" and not _filled(anchored, name, span):
            seen = ", ".join(f"«{sentence.text[r.start : r.end]}»" for e in anchored for r in e.roles if r.role == name)
            yield Failure(sentence.text, span, f"no {name} here{'; found ' + seen if seen else ''}")
    for event in anchored:
        for what, wanted, got in (
            ("certainty", example.certainty, event.certainty),
            ("mode", example.mode, event.mode),
        ):
            if wanted is not None and wanted != got:
                yield Failure(sentence.text, event.anchors[0], f"{what} is {got}, not {wanted}")


def _at(found: list[Event], span: Span) -> list[Event]:
    """The events with an anchor that shares words with `span`."""
    return [e for e in found if any(a.overlaps(span) for a in e.anchors)]


def _filled(events: list[Event], role: str, span: Span) -> bool:
    return any(r.role == role and Span(r.start, r.end).overlaps(span) for e in events for r in e.roles)
