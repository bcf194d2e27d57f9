"""Measures event dates: how many of the gold's dates we find, and how many we give where the gold has none.

usage: python bench/event_dates.py train|dev [--errors]     (errors for train only)

The gold's events (anchors, type, certainty) are the input, so that the dating alone is measured.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import Any

from folders import GOLD

from teletipo.languages import es
from teletipo.records import Event, Statement
from teletipo.spans import Span
from teletipo.stages import mend, times
from teletipo.stages.article import article as make_article
from teletipo.stages.dating import date_events

SIZES = {"day": 10, "minute": 10, "hour": 10, "week": 7, "month": 7, "quarter": 7}


def locate(text: str, quote: dict[str, Any]) -> Span:
    """The span of the quote's n-th occurrence."""
    at = -1
    for _ in range(quote.get("n", 1)):
        at = text.find(quote["t"], at + 1)
    return Span(at, at + len(quote["t"]))


def gold_events(gold: dict[str, Any], text: str) -> tuple[Event, ...]:
    """The annotated events as records, without their dates."""
    return tuple(
        Event(id=e["id"], type=e["type"], certainty=e["certainty"], rule="gold", evidence=(),
              anchors=tuple(locate(text, a) for a in e["anchors"]))
        for e in gold["events"]
    )  # fmt: skip


def gold_statements(gold: dict[str, Any], text: str) -> tuple[Statement, ...]:
    """The annotated statements as records."""
    return tuple(
        Statement(id=s["id"], kind=s["kind"], cue=locate(text, s["cue"]) if s.get("cue") else None,
                  content=tuple(locate(text, q) for q in (s["content"], *s.get("more", ()))))
        for s in gold["statements"]
    )  # fmt: skip


def iso(event: Event) -> str | None:
    """The date as the gold writes it: year, month or day."""
    if event.when is None:
        return None
    return event.when.start[: SIZES.get(event.when.precision, 4)]


def main() -> None:
    """Count and, with --errors, list."""
    part, errors = sys.argv[1], "--errors" in sys.argv
    if part == "dev" and errors:
        sys.exit("no errors of dev")
    report(count(part, errors))


def count(part: str, errors: bool = False) -> Counter[str]:
    """Outcomes over the gold events of `part`."""
    articles = {a["id"]: a for a in map(json.loads, (GOLD / "articles.jsonl").open(encoding="utf-8"))}
    counts: Counter[str] = Counter()
    for gold in map(json.loads, (GOLD / f"{part}.jsonl").open(encoding="utf-8")):
        source = articles[gold["id"]]
        article = make_article(source["text"], published=source.get("published"), id=gold["id"])
        text = article.text or ""
        trees = mend.mended(es.parse(text), es.verbs())
        timexes = times.expressions(text, article.published, es.phrases())
        dated = date_events(article, trees, gold_statements(gold, text), timexes, gold_events(gold, text), es.phrases())
        for wanted, event in zip(gold["events"], dated, strict=True):
            outcome = compare(wanted.get("when"), iso(event))
            counts[outcome] += 1
            if errors and outcome not in ("none", "exact"):
                show(text, wanted, event, outcome)
    return counts


def compare(wanted: str | None, ours: str | None) -> str:
    """exact, coarser (one contains the other), wrong, missing, extra or none."""
    if wanted is None:
        return "extra" if ours else "none"
    if ours is None:
        return "missing"
    if ours == wanted:
        return "exact"
    return "coarser" if ours.startswith(wanted) or wanted.startswith(ours) else "wrong"


def report(counts: Counter[str]) -> None:
    """Print accuracy where the gold has a date, and how often a date is given where it has none."""
    dated = counts["exact"] + counts["coarser"] + counts["wrong"] + counts["missing"]
    given = counts["exact"] + counts["coarser"] + counts["wrong"]
    near = counts["exact"] + counts["coarser"]
    print(f"gold dates {dated}: exact {counts['exact'] / dated:.3f}, exact or containing {near / dated:.3f}")
    print(f"right of those given {counts['exact'] / max(1, given):.3f}")
    print(f"undated in the gold {counts['extra'] + counts['none']}: dated by us {counts['extra']}")


def show(text: str, wanted: dict[str, Any], event: Event, outcome: str) -> None:
    """One difference with its context."""
    a = event.anchors[0]
    context = f"{text[max(0, a.start - 120) : a.start]}[{a.of(text)}]{text[a.end : a.end + 100]}".replace("\n", "|")
    used = [text[r.start : r.end] for r in event.roles if r.role == "time"]
    print(f"{outcome:8}{wanted.get('when')!s:12}{iso(event)!s:12}{wanted['certainty']:10}{used} {context}")


if __name__ == "__main__":
    main()
