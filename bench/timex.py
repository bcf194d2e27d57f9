"""Measures time expressions on MEANTIME (Spanish Wikinews).

usage: python bench/timex.py [GOLD.jsonl] [--errors]
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from scoring import gold_file, scored

from teletipo.languages import es
from teletipo.stages.times import expressions
from teletipo.timex.expression import Timex


def main() -> None:
    """Predict, score, and with --errors list what differs."""

    def predict(doc: dict[str, Any]) -> dict[str, Any]:
        found = expressions(doc["text"], doc["published"], es.phrases())
        if "--errors" in sys.argv:
            show(doc, found)
        rows = [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in found]
        return {"doc": doc["doc"], "timexes": rows}

    print(scored("timex", gold_file("timex-es/meantime_dev.jsonl"), predict), end="")


def show(doc: dict[str, Any], found: Sequence[Timex]) -> None:
    """Print the differences of one document."""
    text = doc["text"]
    for g in doc["timexes"]:
        hit = [t for t in found if t.start < g["end"] and g["start"] < t.end]
        if not any(t.value == g["value"] for t in hit):
            ours = [(text[t.start : t.end], t.value, t.rule) for t in hit]
            print(doc["doc"], "MISS" if not hit else "VALUE", context(text, g["start"], g["end"]), g["value"], ours)
    for t in found:
        if not any(t.start < g["end"] and g["start"] < t.end for g in doc["timexes"]):
            print(doc["doc"], "EXTRA", context(text, t.start, t.end), t.value, t.rule)


def context(text: str, start: int, end: int) -> str:
    """The words with a little of what surrounds them, on one line."""
    return f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 20]}".replace("\n", "|")


if __name__ == "__main__":
    main()
