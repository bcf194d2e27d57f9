"""Measures how well the entity stage finds and groups the gold's mentions.

usage: python bench/entities.py [GOLD ARTICLES] [--errors N]

For each gold mention of an entity that takes part in an event or a statement: is there a resolved mention that shares
half of it, has it the right kind and country, and do the mentions of one gold entity share one entity of ours (B³)?
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from event_dates import locate
from folders import GOLD

from teletipo import pipeline
from teletipo.cast import Cast, Placed
from teletipo.languages import es
from teletipo.spans import Span
from teletipo.stages.article import article as make_article

STEPS = ("sentences", "references", "cast")
Row = tuple[str, ...]
Tally = dict[str | tuple[str, str], float]


def _cast(article: dict[str, Any]) -> tuple[Cast, int, float]:
    """The cast of an article, its number of tokens, and the seconds spent on it without the parser."""
    made = make_article(article["text"], id=article["id"], published=article.get("published") or None)
    products: dict[str, Any] = {"article": made, "text": made.text, "published": made.published}
    spent = 0.0
    for stage in pipeline.STAGES:
        if stage.makes not in STEPS:
            break
        arguments = {n: products[n] if n in products else es.KNOWLEDGE[n]() for n in stage.needs}
        start = time.process_time()
        products[stage.makes] = stage.run(**arguments)
        if stage.makes != "sentences":
            spent += time.process_time() - start
    return products["cast"], sum(len(s) for s in products["sentences"]), spent


def _best(span: Span, placed: list[Placed]) -> Placed | None:
    def share(p: Placed) -> float:
        common = min(span.end, p.mention.end) - max(span.start, p.mention.start)
        return max(0, common) / max(span.end - span.start, p.mention.end - p.mention.start)

    found = max(placed, key=share, default=None)
    return found if found is not None and share(found) >= 0.5 else None


def _article(gold: dict[str, Any], article: dict[str, Any], tally: Tally, errors: list[Row]) -> tuple[int, float]:
    cast, tokens, spent = _cast(article)
    text = article["text"]
    entities = {e.id: e for e in cast.entities}
    placed = [p for p in cast.placed if p.mention.form != "elided"]
    pairs: list[Row] = []
    for entity in gold["entities"]:
        for quote in entity["mentions"]:
            span = locate(text, quote)
            found = _best(span, placed)
            tally["mentions"] += 1
            tally["n", entity["kind"]] += 1
            if found is None:
                errors.append(
                    (gold["id"], "missed", entity["kind"], quote["t"], text[max(0, span.start - 40) : span.end + 40])
                )
                continue
            mine = entities[found.entity]
            tally["found"] += 1
            tally["hit", entity["kind"]] += 1
            tally["kind"] += mine.kind == entity["kind"]
            tally["country"] += mine.country == entity["country"]
            if mine.kind != entity["kind"]:
                errors.append((gold["id"], f"kind {mine.kind} for {entity['kind']}", quote["t"], found.mention.why))
            elif mine.country != entity["country"]:
                errors.append(
                    (gold["id"], f"country {mine.country} for {entity['country']}", quote["t"], found.mention.why)
                )
            pairs.append((entity["id"], mine.id, quote["t"], found.mention.why, mine.name))
    _cluster(gold["id"], pairs, tally, errors)
    return tokens, spent


def _cluster(name: str, pairs: list[Row], tally: Tally, errors: list[Row]) -> None:
    """B³ over the mentions found, each weighing one."""
    for theirs, mine, words, why, figure in pairs:
        same_gold = [p for p in pairs if p[0] == theirs]
        same_mine = [p for p in pairs if p[1] == mine]
        both = [p for p in same_gold if p[1] == mine]
        tally["b3p"] += len(both) / len(same_mine)
        tally["b3r"] += len(both) / len(same_gold)
        if len(both) < len(same_mine) and len(both) * 2 <= len(same_mine):
            errors.append((name, "merged", words, f"with {figure}", why))
        if len(both) * 2 < len(same_gold):
            errors.append((name, "split", words, f"alone as {figure}", why))


def main() -> None:
    errors_wanted = int(sys.argv[sys.argv.index("--errors") + 1]) if "--errors" in sys.argv else 0
    given = [Path(a) for a in sys.argv[1:3] if not a.startswith("--")]
    gold_path, articles_path = given if len(given) == 2 else (GOLD / "dev.jsonl", GOLD / "articles.jsonl")
    if not gold_path.exists():
        print(f"skipped: no {gold_path.name} here")
        return
    texts = {a["id"]: a for a in map(json.loads, articles_path.read_text("utf-8").splitlines())}
    tally: Tally = defaultdict(float)
    errors: list[Row] = []
    tokens, spent = 0, 0.0
    for line in gold_path.read_text("utf-8").splitlines():
        gold = json.loads(line)
        n, seconds = _article(gold, texts[gold["id"]], tally, errors)
        tokens, spent = tokens + n, spent + seconds
    found = tally["found"]
    print(f"mentions found {found / tally['mentions']:.3f} of {tally['mentions']:.0f}; of those right kind", end=" ")
    print(
        f"{tally['kind'] / found:.3f}, country {tally['country'] / found:.3f}; B3 P {tally['b3p'] / found:.3f}", end=" "
    )
    print(f"R {tally['b3r'] / found:.3f}; {spent / tokens * 1e6:.1f} µs a token")
    kinds = [k[1] for k in tally if isinstance(k, tuple) and k[0] == "n"]
    print("  ".join(f"{k} {tally['hit', k] / tally['n', k]:.2f}" for k in sorted(kinds)))
    for row in errors[:errors_wanted]:
        print("\t".join(row))


if __name__ == "__main__":
    main()
