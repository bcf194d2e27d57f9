"""Annotated articles together with what the pipeline makes of them: the material that the models learn from.

There are three kinds: the gold set, and two of our own, annotated by the gold's guidelines.

`annotations.jsonl` has annotations of further news without the texts, which are not ours to give away. A line is an
article: its id, the start of its text's sha256, entities as [kind, country, [[start, end], ...]] and events as
[type, certainty, anchors, actors, recipients, places, sources], anchors as [start, end] in code points, the others as
numbers of entities. `also` has acts, as [type, [start, end]], that a second look found to be events after all; they
teach only what an event is. `round` tells rounds of annotation apart, as each drew the line of what is an event
elsewhere. Statements, goods and dates are not annotated. In `QUICK_ROUND` the annotators read each article once and
chose among the acts and entities that the pipeline proposes; what it does not propose is missing.

`invented.jsonl` has the same for articles that we wrote, with their texts: states, towns and bodies are real, the
persons and what they do are not.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from teletipo import examples, pipeline
from teletipo.act import Act
from teletipo.candidates import PROPOSING
from teletipo.cast import Cast
from teletipo.languages import es
from teletipo.spans import Span
from teletipo.stages.article import article as make_article

ANNOTATIONS = Path(__file__).parent / "annotations.jsonl"
INVENTED = Path(__file__).parent / "invented.jsonl"
#: the round of annotation of 2,412 articles of news by choice among what the pipeline proposed
QUICK_ROUND = 8
#: the stages after the candidates, in which the models decide
DECIDING = tuple(pipeline.STAGES[len(PROPOSING) :])


def scorer(folder: Path) -> ModuleType:
    """The gold set's own `score.py`, which locates quotes and matches entities."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Read:
    """One annotated article with the products of the stages that propose acts."""

    def __init__(self, gold: dict[str, Any], source: dict[str, Any], score: ModuleType) -> None:
        """Reads the article; `score` is the gold set's scorer."""
        self.gold = gold
        self.article = make_article(source["text"], id=source["id"], published=source.get("published"))
        self.products = pipeline.run(PROPOSING, self.article, {})
        self.cast: Cast = self.products["cast"]
        text = self.article.text or ""
        self.anchors = [[score.locate(text, a) for a in v["anchors"]] for v in gold["events"]]
        drafted = {
            "entities": [
                {"id": e.id, "kind": e.kind, "name": e.name, "country": e.country} for e in self.cast.entities
            ],
            "mentions": [
                {"entity": p.entity, "start": p.mention.start, "end": p.mention.end} for p in self.cast.placed
            ],
        }
        self.also = [(kind, start, end) for kind, (start, end) in gold.get("also", ())]
        self.same = score.map_entities(gold, drafted, text)

    def event_of(self, act: Act) -> int | None:
        """Number of the gold event that the act expresses: same type, and anchors that overlap."""
        for number, (event, spans) in enumerate(zip(self.gold["events"], self.anchors, strict=True)):
            if event["type"] == act.type and any(act.anchor.start < e and s < act.anchor.end for s, e in spans):
                return number
        return None

    def is_event(self, act: Act) -> bool:
        """True if the act expresses a gold event, or one that only a second look found."""
        return self.event_of(act) is not None or any(
            kind == act.type and act.anchor.start < end and start < act.anchor.end for kind, start, end in self.also
        )

    def part_of(self, event: int, entity: str) -> str:
        """The role that one of our entities has in a gold event, or "none"."""
        gold = self.gold["events"][event]
        for part, key in (("actor", "actors"), ("recipient", "recipients"), ("place", "places")):
            if self.same.get(entity) in gold.get(key, ()):
                return part
        return "none"


def read_all(folder: Path, name: str) -> list[Read]:
    """The gold articles of `folder/name`, each read by the proposing stages."""
    score = scorer(folder)
    lines = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    sources = {a["id"]: a for a in map(json.loads, lines)}
    golds = [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]
    return [Read(g, sources[g["id"]], score) for g in golds]


def read_annotated(news: Path, score: ModuleType, *, quick: bool) -> list[Read]:
    """The articles of `annotations.jsonl`, with their texts from the JSON Lines file `news` (.gz or not).

    Those of the quick round are left out unless `quick`. Raises ValueError if a text is missing or is not the one that
    was annotated.
    """
    lines = [json.loads(line) for line in ANNOTATIONS.read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if quick or line["round"] != QUICK_ROUND]
    sources = _sources(news, {line["id"] for line in lines})
    for line in lines:
        text = sources.get(line["id"], {}).get("text", "")
        if not hashlib.sha256(text.encode("utf-8")).hexdigest().startswith(line["sha256"]):
            raise ValueError(f"{news}: no text, or another one, for {line['id']}")
    return [Read(_gold(line, sources[line["id"]]["text"]), sources[line["id"]], score) for line in lines]


def read_invented(score: ModuleType) -> list[Read]:
    """The articles of `invented.jsonl`."""
    lines = [json.loads(line) for line in INVENTED.read_text(encoding="utf-8").splitlines()]
    return [Read(_gold(line, line["text"]), line, score) for line in lines]


def news_file(given: str) -> Path:
    """The path of `--news`; raises ArgumentTypeError, which argparse shows as its message, if it is no file."""
    path = Path(given)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"{given} is no file: JSON Lines are wanted, .gz or not")
    return path


def _sources(news: Path, wanted: set[str]) -> dict[str, dict[str, Any]]:
    with gzip.open(news, "rt", encoding="utf-8") if news.suffix == ".gz" else news.open(encoding="utf-8") as lines:
        found = {a["id"]: a for a in map(json.loads, lines) if a["id"] in wanted}
    return {key: {"id": key, "text": a["text"], "published": _day(a)} for key, a in found.items()}


def _day(source: dict[str, Any]) -> str | None:
    """The publication date; some collections have the word "None" for a missing one."""
    return next((d for k in ("published", "date") if (d := source.get(k)) not in (None, "", "None")), None)


def _gold(line: dict[str, Any], text: str) -> dict[str, Any]:
    """A line of our annotations in the form of the gold set."""
    entities = [
        {"id": str(n), "kind": kind, "country": country, "name": text[slice(*spans[0])] if spans else "",
         "mentions": [_quote(text, *s) for s in spans]}
        for n, (kind, country, spans) in enumerate(line["entities"])
    ]  # fmt: skip
    events = []
    for kind, certainty, anchors, *parts in line["events"]:
        names = zip(("actors", "recipients", "places", "source"), parts, strict=True)
        event = {key: [str(n) for n in numbers] for key, numbers in names}
        quotes = [_quote(text, *span) for span in anchors]
        events.append({"type": kind, "certainty": certainty, "anchors": quotes, **event})
    return {"id": line["id"], "round": line["round"], "entities": entities, "events": events, "also": line["also"]}


def _quote(text: str, start: int, end: int) -> dict[str, Any]:
    """The words and which occurrence of them it is, as the gold quotes."""
    words, number, at = text[start:end], 1, text.find(text[start:end])
    while at < start:
        number, at = number + 1, text.find(words, at + 1)
    return {"t": words, "n": number}


def material(folder: Path, news: Path | None, *, quick: bool = True) -> list[Read]:
    """The gold's training part, the invented articles and, if `news` with their texts is given, the annotated news.

    The quick round of annotation is left out unless `quick`.
    """
    score = scorer(folder)
    return [
        *read_all(folder, "train.jsonl"),
        *(read_annotated(news, score, quick=quick) if news else ()),
        *read_invented(score),
    ]


@cache
def codebook_sentences() -> tuple[tuple[examples.Case, tuple[Span, ...], dict[str, Any]], ...]:
    """Each sentence of the codebook with its marked anchors and the products of the proposing stages."""
    found = []
    for case in examples.cases(es.KNOWLEDGE["codebook"]()):
        sentence = examples.marked(case.source.text)
        anchors = tuple(span for name, span in sentence.marks if name == "anchor")
        found.append((case, anchors, pipeline.run(PROPOSING, make_article(sentence.text), {})))
    return tuple(found)


def is_gold(one: Read) -> bool:
    """True for an article of the gold set."""
    return "round" not in one.gold
