"""Time expressions against MEANTIME (Spanish Wikinews): writes predictions and prints the scorer's figures.

usage: python bench/timex.py [--errors]
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from folders import BENCH

from teletipo.languages import es
from teletipo.stages.times import expressions
from teletipo.timex.expression import Timex

GOLD = BENCH / "timex-es/meantime_dev.jsonl"


def main() -> None:
    """Predict, score, and with --errors list what differs."""
    if not GOLD.exists():
        sys.exit(f"bench/timex.py: {GOLD} is not there")
    print(scored("--errors" in sys.argv), end="")


def scored(errors: bool = False) -> str:
    """What the scorer of the benchmark says of our predictions."""
    docs = [json.loads(line) for line in GOLD.open(encoding="utf-8")]
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "timexes.jsonl"
        with predictions.open("w", encoding="utf-8") as out:
            for doc in docs:
                found = expressions(doc["text"], doc["published"], es.phrases())
                rows = [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in found]
                out.write(json.dumps({"doc": doc["doc"], "timexes": rows}) + "\n")
                if errors:
                    show(doc, found)
        command = [sys.executable, str(BENCH / "score.py"), "timex", str(GOLD), str(predictions)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


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
