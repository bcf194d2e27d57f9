"""Dossiers for the tests of archive, queries and exports: a toy reader, so that these tests need no parser."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Sequence
from pathlib import Path

from teletipo.errors import InputError
from teletipo.records import (
    Dossier,
    Entity,
    Event,
    Link,
    Mention,
    Model,
    Post,
    Quantity,
    Role,
    Run,
    Statement,
    When,
    content_id,
)
from teletipo.sources.source import Source
from teletipo.spans import Span
from teletipo.stages.article import article
from teletipo.store.archive import Archive

RUN = Run(version="0", schema=1, codebook="c0", model=Model(name="toy", version="1"))
TEXT = (
    "Rusia y China se reunieron el martes en Moscú. «No habrá guerra», declaró el canciller Wang Yi ante 30 "
    "periodistas. Se especula que Irán vendería misiles a Siria. Rusia negó haber atacado a Siria. "
    "China prometió visitar Irán en abril."
)
STATES = {"Rusia": "RUS", "China": "CHN", "Irán": "IRN", "Siria": "SYR"}
#: words of the act -> type, mode, certainty, roles before and after it
ACTS = {
    "se reunieron": ("CONSULT", None, "fact", "actor", None),
    "vendería": ("COOPERATE", None, "speculated", "actor", "recipient"),
    "atacado": ("ASSAULT", "aerial", "denied", "actor", "recipient"),
    "compró": ("COOPERATE", None, "fact", "actor", "recipient"),
    "visitar": ("CONSULT", "visit", "planned", "actor", "recipient"),
}


def read(sources: Sequence[Source]) -> list[Dossier]:
    """The toy's dossiers, as `ingest` asks for them."""
    return [read_one(source) for source in sources]


def read_one(source: Source) -> Dossier:
    """A dossier of the few words that the toy knows; the same source always gives the same dossier."""
    if source.text.startswith("BREAK"):
        raise InputError("this text cannot be read")
    if source.text.startswith("BUG"):
        raise ZeroDivisionError("a stage failed")
    if source.text.startswith("KILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    own = article(
        source.text, id=source.id, title=source.title, url=source.url, outlet=source.outlet,
        published=source.published, source_sha256=source.source_sha256,
    )  # fmt: skip
    text = own.text or ""
    entities, mentions = _cast(text)
    events = tuple(e for s in _sentences(text) for e in _acts(text, s, mentions, own.published))
    statements = _said(text, entities)
    links = (
        (Link(type="later", source=events[-1].id, target=events[0].id, span=events[-1].anchors[0]),)
        if len(events) > 1
        else ()
    )
    return Dossier(
        article=own, run=RUN, entities=entities, mentions=mentions, statements=statements, events=events,
        quantities=tuple(_counted(text)), links=links,
    )  # fmt: skip


def dossier(text: str = TEXT, **said: str | None) -> Dossier:
    """The toy's dossier of `text`; `said` gives id, title, url, outlet, published."""
    given = {"id": "a1", "published": "2024-03-05", "title": "Cita en Moscú", "outlet": "El Faro"}
    given |= {"url": "https://faro.example/a1"} | said
    return read_one(Source(text=text, origin="a.txt", source_sha256="0" * 64, **given))


def archive(path: Path, texts: list[str]) -> Archive:
    """A new archive at `path` with the toy's dossiers of `texts`."""
    from teletipo.ingest import ingest

    made = Archive(path, create=True)
    ingest((source(text, number) for number, text in enumerate(texts)), made, read)
    return made


def source(text: str, number: int = 0, **said: str | None) -> Source:
    """A source as if it were line `number` of a file."""
    return Source(text=text, origin="a.jsonl", position=number, source_sha256=content_id("", text), **said)


def _cast(text: str) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    entities, mentions = [], []
    for name, code in STATES.items():
        found = [m.span() for m in re.finditer(name, text)]
        if found:
            own = content_id("n", name)
            entities.append(Entity(id=own, kind="state", name=name, country=code, sector="GOV", known=f"state:{code}"))
            mentions += [
                Mention(id=content_id("m", s, e), entity=own, start=s, end=e, form="name", why="gazetteer")
                for s, e in found
            ]
    for m in re.finditer(r"(canciller) (Wang Yi)", text):
        own = content_id("n", "Wang Yi")
        post = Post(post="canciller", span=Span(*m.span(1)))
        entities.append(Entity(id=own, kind="person", name="Wang Yi", country="CHN", sector="GOV", posts=(post,)))
        mentions.append(
            Mention(id=content_id("m", *m.span(2)), entity=own, start=m.start(2), end=m.end(2), form="name", why="name")
        )
    for m in re.finditer("Moscú", text):
        own = content_id("n", "Moscú")
        entities.append(Entity(id=own, kind="place", name="Moscú", country="RUS", latitude=55.75, longitude=37.62))
        mentions.append(
            Mention(id=content_id("m", *m.span()), entity=own, start=m.start(), end=m.end(), form="name", why="name")
        )
    return tuple(entities), tuple(sorted(mentions, key=lambda m: m.start))


def _sentences(text: str) -> list[Span]:
    return [Span(*m.span()) for m in re.finditer(r"[^.]+\.", text)]


def _acts(text: str, sentence: Span, mentions: tuple[Mention, ...], published: str | None) -> list[Event]:
    events = []
    for words, (kind, mode, certainty, before, after) in ACTS.items():
        at = text.find(words, sentence.start, sentence.end)
        if at < 0:
            continue
        anchor = Span(at, at + len(words))
        roles = []
        for m in mentions:
            if sentence.start <= m.start < sentence.end:
                name = text[m.start : m.end]
                role = "place" if name == "Moscú" else before if m.end <= at else after
                roles += [Role(role=role, start=m.start, end=m.end, entity=m.entity)] if role else []
        good = text.find("misiles", *((sentence.start, sentence.end)))
        roles += [Role(role="good", start=good, end=good + 7, value="weapons")] if good >= 0 else []
        when = (
            When(start=published, end=published, precision="day", basis="published")
            if published and certainty == "fact"
            else None
        )
        cue = text.find("Se especula que", sentence.start, sentence.end)
        events.append(
            Event(
                id=content_id("e", kind, anchor.start),
                type=kind,
                mode=mode,
                anchors=(anchor,),
                certainty=certainty,
                rule=f"{kind.lower()}.toy",
                evidence=(sentence,),
                roles=tuple(roles),
                when=when,
                cue=Span(cue, cue + 15) if cue >= 0 else None,
            )
        )
    return events


def _said(text: str, entities: tuple[Entity, ...]) -> tuple[Statement, ...]:
    speaker = next((e for e in entities if e.kind == "person"), None)
    return tuple(
        Statement(
            id=content_id("s", m.start()),
            kind="direct",
            content=(Span(*m.span(1)),),
            cue=Span(*m.span(2)),
            speaker=speaker.id if speaker else None,
        )
        for m in re.finditer(r"«([^»]+)», (declaró)", text)
    )


def _counted(text: str) -> list[Quantity]:
    return [
        Quantity(
            id=content_id("q", m.start()),
            start=m.start(1),
            end=m.end(1),
            value=float(m.group(1)),
            comparator="=",
            unit=m.group(2),
            of=Span(*m.span(2)),
        )
        for m in re.finditer(r"(\d+) ([a-z]+)", text)
    ]
