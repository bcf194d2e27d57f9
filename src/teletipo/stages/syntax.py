"""Syntax: paragraphs in, dependency trees out; the only module that knows the parser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from operator import add

from teletipo.records import Model
from teletipo.runtime.engine import Analysis, Engine
from teletipo.runtime.model import installed
from teletipo.tree import Name, Sentence, children_of

#: tokens of a sentence; a longer one (a table, a list without an end) is cut, behind a sign where there is one. Much of
#: what is found in a sentence takes time that grows with the square of its length; news has hardly any above 250
MAX_TOKENS = 300
MAX_LENGTH = 10_000  #: code points parsed at a time; a longer paragraph is cut, at a sentence end where there is one
#: blanks that the parser would take for words: no-break, narrow, thin, of a figure's width …; each becomes one space
_BLANKS = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_PARAGRAPH = re.compile(r"[^\n]+")
_CUTS = (re.compile(r".*[.!?…][\"'»”’)\]]*(?=\s)", re.DOTALL), re.compile(r".*\S(?=\s)", re.DOTALL))


@cache
def _engine() -> Engine:
    return Engine(installed())


def model() -> Model:
    """Name and version of the parser's model.

    Raises InputError when the model package is not installed.
    """
    files = _engine().files
    return Model(name=files.name, version=files.version)


def parse(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text`, parsed paragraph by paragraph so that no line break becomes a token."""
    parts = list(_parts(text.translate(_BLANKS)))
    analyses = _engine().read(part for _, _, part in parts)
    sentences: list[Sentence] = []
    for (paragraph, offset, _), analysis in zip(parts, analyses, strict=True):
        for first, last in _limits(analysis):
            if not analysis.blank:
                sentences.append(_cut_out(len(sentences), paragraph, offset, analysis, first, last))
            elif tokens := [t for t in range(first, last) if not analysis.forms[t].isspace()]:
                sentences.append(_sentence(len(sentences), paragraph, offset, analysis, tokens))
    return tuple(sentences)


def _parts(text: str) -> Iterator[tuple[int, int, str]]:
    """Paragraphs that are not blank: number, offset, text; the parts of a very long one share its number."""
    paragraphs = (match for match in _PARAGRAPH.finditer(text) if not match.group().isspace())
    for number, match in enumerate(paragraphs):
        start, end = match.span()
        while end - start > MAX_LENGTH:
            cut = start + _cut(text[start : start + MAX_LENGTH])
            yield number, start, text[start:cut]
            start = cut
        if not text[start:end].isspace():
            yield number, start, text[start:end]


def _cut(text: str) -> int:
    """Where to cut: after the last sentence, else after the last word, else at the end."""
    return next((match.end() for cut in _CUTS if (match := cut.match(text))), len(text))


def _limits(analysis: Analysis) -> Iterator[tuple[int, int]]:
    """The first token of each sentence and the one after its last; a sentence that is too long is cut in parts."""
    for first, end in zip(analysis.firsts, [*analysis.firsts[1:], len(analysis.forms)], strict=True):
        while end - first > MAX_TOKENS:
            ends = range(first + MAX_TOKENS, first + MAX_TOKENS // 2, -1)
            cut = next((n for n in ends if analysis.upos[n - 1] == "PUNCT"), first + MAX_TOKENS)
            yield first, cut
            first = cut
        yield first, end


def _cut_out(index: int, paragraph: int, offset: int, analysis: Analysis, first: int, last: int) -> Sentence:
    """The sentence of the tokens `[first, last)`: `_sentence` for the common case that none is white space."""
    heads = tuple([head - first if first <= head < last else -1 for head in analysis.heads[first:last]])
    forms = analysis.forms[first:last]
    starts = tuple([offset + start for start in analysis.starts[first:last]])
    lemmas = analysis.lemmas[first:last]
    return Sentence(
        index=index,
        paragraph=paragraph,
        forms=forms,
        lemmas=tuple([lemma.partition(" ")[0] if " " in lemma else lemma for lemma in lemmas]),
        upos=analysis.upos[first:last],
        feats=analysis.feats[first:last],
        heads=heads,
        labels=_labels(analysis.labels[first:last], heads),
        starts=starts,
        ends=tuple(map(add, starts, map(len, forms))),
        names=tuple([Name(a - first, b - first, kind) for a, b, kind in analysis.names if first <= a and b <= last]),
        children=children_of(heads),
    )


def _sentence(index: int, paragraph: int, offset: int, analysis: Analysis, tokens: list[int]) -> Sentence:
    """One sentence of an analysis; an arc from outside of it (or from white space) makes a root."""
    position = {token: number for number, token in enumerate(tokens)}
    heads = tuple([position.get(analysis.heads[token], -1) for token in tokens])
    forms = tuple([analysis.forms[token] for token in tokens])
    starts = tuple([offset + analysis.starts[token] for token in tokens])
    return Sentence(
        index=index,
        paragraph=paragraph,
        forms=forms,
        lemmas=tuple([analysis.lemmas[token].partition(" ")[0] for token in tokens]),
        upos=tuple([analysis.upos[token] for token in tokens]),
        feats=tuple([analysis.feats[token] for token in tokens]),
        heads=heads,
        labels=_labels([analysis.labels[token] for token in tokens], heads),
        starts=starts,
        ends=tuple([start + len(form) for start, form in zip(starts, forms, strict=True)]),
        names=tuple(_names(analysis, position, tokens)),
        children=children_of(heads),
    )


def _labels(labels: Iterable[str], heads: Iterable[int]) -> tuple[str, ...]:
    """The labels; a root is labelled "root" whatever the parser called its arc."""
    return tuple([label if head >= 0 else "root" for label, head in zip(labels, heads, strict=True)])


def _names(analysis: Analysis, position: dict[int, int], tokens: list[int]) -> Iterator[Name]:
    for first, last, kind in analysis.names:
        if tokens[0] <= first and last <= tokens[-1] + 1:
            inside = [position[token] for token in range(first, last) if token in position]
            if inside:
                yield Name(inside[0], inside[-1] + 1, kind)
