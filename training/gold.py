"""Gold articles beside what the pipeline makes of them: the material that the models are trained on."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

from teletipo import pipeline
from teletipo.act import Act
from teletipo.cast import Cast
from teletipo.stages.article import article as make_article

#: the stages up to the candidates; what the models decide comes after them
PROPOSING = tuple(pipeline.STAGES[: next(i for i, s in enumerate(pipeline.STAGES) if s.makes == "acts") + 1])
DECIDING = tuple(pipeline.STAGES[len(PROPOSING) :])


def scorer(folder: Path) -> ModuleType:
    """The gold set's own `score.py`, for its notion of place and of the same entity."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Read:
    """One gold article with the products of the proposing stages."""

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
        self.same = score.map_entities(gold, drafted, text)

    def event_of(self, act: Act) -> int | None:
        """Number of the gold event that the act expresses: same type and a common character of an anchor."""
        for number, (event, spans) in enumerate(zip(self.gold["events"], self.anchors, strict=True)):
            if event["type"] == act.type and any(act.anchor.start < e and s < act.anchor.end for s, e in spans):
                return number
        return None

    def part_of(self, event: int, entity: str) -> str:
        """The part that one of our entities plays in a gold event; "none" if it plays none."""
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
