"""Polity or place: python bench/metonymy.py [GOLD] writes predictions of the entity stage and scores them.

Each row of the benchmark has the tokens of a sentence and the position of a country or capital; the stage's reading of
the name there is compared. Skips with a message where the shared data is absent.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from folders import BENCH

from teletipo.grammar.datelines import dateline
from teletipo.languages import es
from teletipo.stages.mend import mended
from teletipo.stages.naming.metonymy import read
from teletipo.stages.naming.names import Run, runs

CLOSING = frozenset(",.;:)!?»”%")
OPENING = frozenset("(¿¡«“")


def _joined(tokens: list[str]) -> tuple[str, list[int]]:
    """The tokens as a text, and where each begins in it."""
    text, starts, quoted = "", [], False
    for token in tokens:
        closes = token in CLOSING or (token == '"' and quoted)
        if text and not closes and text[-1] not in OPENING and not (text[-1] == '"' and quoted):
            text += " "
        quoted ^= token == '"'
        starts.append(len(text))
        text += token
    return text, starts


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """ORG where the stage reads the name as acting, else LOC."""
    gazetteer, words, verbs = (es.KNOWLEDGE[n]() for n in ("gazetteer", "referring", "verbs"))
    parsed: dict[str, tuple[Any, ...]] = {}
    found = []
    for row in rows:
        text, starts = _joined(row["tokens"])
        if text not in parsed:
            parsed[text] = mended(es.parse(text), verbs)
        first, last = starts[row["start"]], starts[row["end"] - 1]
        label = "LOC"
        for sentence in parsed[text]:
            a, b = sentence.token_at(first), sentence.token_at(last)
            if a is not None and b is not None:
                names = runs(sentence, gazetteer, words)
                run = next((r for r in names if r.first <= a and b < r.last), Run(a, b + 1))
                if run.entry("state") and a >= dateline(sentence) and read(sentence, run, words) == "acts":
                    label = "ORG"
        found.append({"label": label})
    return found


def main() -> None:
    gold = Path(sys.argv[1]) if len(sys.argv) > 1 else BENCH / "metonymy-es" / "dev.jsonl"
    if not gold.exists():
        print(f"skipped: no {gold.name} here")
        return
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(p) + "\n" for p in predict(rows))
        out.flush()
        subprocess.run([sys.executable, str(BENCH / "score.py"), "metonymy", str(gold), out.name], check=True)


if __name__ == "__main__":
    main()
