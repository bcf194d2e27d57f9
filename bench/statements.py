"""Measures reported speech on treebank sentences, each read as a text of its own.

usage: python bench/statements.py [GOLD.jsonl]
"""

from __future__ import annotations

import itertools
from typing import Any

from scoring import gold_file, scored

from teletipo.errors import InputError
from teletipo.languages import es
from teletipo.pipeline import read
from teletipo.records import Statement
from teletipo.spans import Span

#: The verbs of saying that this gold's annotators marked; it holds no other cues, no nouns, no "según".
VERBS = frozenset(
    "decir señalar afirmar asegurar indicar añadir explicar anunciar preguntar comentar agregar recordar manifestar "
    "precisar contestar destacar subrayar reconocer confesar advertir exclamar titular expresar declarar "
    "gritar insistir apuntar concluir escribir".split()
)
GAP = 6  #: code points between two parts of a content beyond which it is interrupted
#: first words of the contents that the gold marks, beside quoted words and words before the verb
CLAUSE = frozenset("que si cómo qué quién quiénes cuándo dónde cuál cuáles cuánto por".split())


def quotes(text: str) -> list[dict[str, Any]]:
    """Cue, speaker and content of the statements that the gold would mark."""
    found = []
    try:
        statements = read(text).statements
    except InputError:  # refused: the sentence is not Spanish
        return []
    for s in statements:
        if s.cue is None or not _of_the_gold(text, s, s.cue):
            continue
        found.append(
            {
                "cue": [s.cue.start, s.cue.end],
                "speaker": [s.speaker_span.start, s.speaker_span.end] if s.speaker_span else None,
                "content": [s.content[0].start, s.content[-1].end],
            }
        )
    return found


def _interrupted(statement: Statement) -> bool:
    """True if more than quotation marks and commas stand between two parts; the gold has no interrupted speech."""
    return any(b.start - a.end > GAP for a, b in itertools.pairwise(statement.content))


def _of_the_gold(text: str, statement: Statement, cue: Span) -> bool:
    """True for a verb of saying with words, a clause or a question as its object."""
    verb = cue.of(text).lower().split()[-1]
    known = {
        v.lemma for v, mode in es.reporting().verb_forms.get(verb, ()) if mode in ("finite", "first", "participle")
    }
    content = statement.content[0].of(text).lower()
    after = statement.content[0].start > cue.start
    clause = not after or statement.kind == "direct" or content.replace(",", " ").split()[0] in CLAUSE
    before = text[: cue.start].lower().split()[-2:]
    between = text[cue.end : statement.content[0].start].lower().split()
    if {"según", "como", "así"} & set(before) or between[-1:] == ["de"] or _interrupted(statement):
        return False
    if after and cue.of(text).lower().startswith("se "):
        return False
    return bool(known & VERBS) and (clause or ":" in text[cue.end : statement.content[0].start])


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """The quotations of one sentence, in the form that the scorer takes."""
    return {"doc": row["doc"], "sent": row["sent"], "quotes": quotes(row["text"])}


def main() -> None:
    """Predict and score."""
    gold = gold_file("reported-speech-es/dev.jsonl")
    print(scored("statements", gold, predict), end="")


if __name__ == "__main__":
    main()
