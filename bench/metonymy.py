"""Measures whether the name of a country or capital is read as a polity or as a place.

usage: python bench/metonymy.py [GOLD.jsonl]

Each row of the benchmark has the tokens of a sentence and the position of the name.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from scoring import gold_file, scored

from teletipo.grammar.datelines import dateline
from teletipo.languages import es
from teletipo.stages.mend import mended
from teletipo.stages.naming.metonymy import read
from teletipo.stages.naming.names import Run, runs
from teletipo.tree import Sentence

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


def predict(row: dict[str, Any]) -> dict[str, str]:
    """ORG if the stage reads the name as acting, else LOC."""
    gazetteer, words, verbs = (es.KNOWLEDGE[n]() for n in ("gazetteer", "referring", "verbs"))
    text, starts = _joined(row["tokens"])
    first, last = starts[row["start"]], starts[row["end"] - 1]
    for sentence in mended(_parsed(text), verbs):
        a, b = sentence.token_at(first), sentence.token_at(last)
        if a is not None and b is not None:
            names = runs(sentence, gazetteer, words)
            run = next((r for r in names if r.first <= a and b < r.last), Run(a, b + 1))
            if run.entry("state") and a >= dateline(sentence) and read(sentence, run, words) == "acts":
                return {"label": "ORG"}
    return {"label": "LOC"}


@cache
def _parsed(text: str) -> tuple[Sentence, ...]:
    return es.parse(text)


def main() -> None:
    """Predict and score."""
    print(scored("metonymy", gold_file("metonymy-es/dev.jsonl"), predict), end="")


if __name__ == "__main__":
    main()
