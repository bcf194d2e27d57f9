"""The engine: runs the whole model on texts and gives one analysis per text.

Tokens, vectors, parts of speech and features, trees and sentences, lemmas, names. Texts are processed in batches whose
limits depend on the texts alone, so that the same texts always give the same result.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from teletipo.runtime.encoder import Encoder
from teletipo.runtime.kernel import Kernel, Transitions, best_kernel
from teletipo.runtime.lemmatizer import Lemmatizer
from teletipo.runtime.lexicon import Lexicon
from teletipo.runtime.model import Flags, Floats, Ints32, ModelFiles
from teletipo.runtime.projective import lower_arcs
from teletipo.runtime.tokenizer import Tokenizer

BATCH_TOKENS = 1024  #: a batch ends with the text that reaches this; about 12 MB of intermediate arrays
MAX_LEMMAS = 200_000  #: remembered (form, class) pairs


@dataclass(frozen=True, slots=True)
class Analysis:
    """One text as parallel lists, one item per token; heads are token numbers in the text, -1 at roots."""

    forms: tuple[str, ...]
    starts: tuple[int, ...]  #: offset of the first code point
    blank: bool  #: whether some token is white space
    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: list[int]
    labels: list[str]
    firsts: list[int]  #: first tokens of the sentences, ascending
    names: list[tuple[int, int, str]]  #: first token, token after the last, kind


@dataclass(frozen=True, slots=True)
class _Batch:
    """The tokens of several texts in a row: their types, their offsets in their text, and the limits of the texts."""

    types: NDArray[np.int64]
    starts: list[int]
    bounds: list[int]


class Engine:
    """Analyses texts with one model; remembers word types and lemmas."""

    def __init__(self, files: ModelFiles, kernel: Kernel | None = None) -> None:
        """`kernel` defaults to the compiled one if there is one; tests pass another."""
        self.files = files
        self._kernel = kernel or best_kernel()
        self._context = Encoder(files, "context", self._kernel)
        self._for_names = Encoder(files, "names", self._kernel)
        self._parser = Transitions.load(files, "parser")
        self._ner = Transitions.load(files, "ner")
        self._labels = [move[2:] for move in self._parser.moves] + ["root"]
        self._decorated = np.array(["||" in label for label in self._labels])
        self._upos, self._feats = zip(*files.tables["tags"], ["SPACE", ""], strict=True)
        self._lemmatizer = Lemmatizer(files.tables["lemmas"])
        self._lexicon = Lexicon(files, (self._context, self._for_names), self._kernel)
        self._tokenizer = Tokenizer(files.tables["tokenizer"], self._lexicon)
        self._lexicon.protect()  # those of the tokenizer's exceptions
        self._lemmas: dict[int, str] = {}

    def read(self, texts: Iterable[str]) -> Iterator[Analysis]:
        """The analysis of each text, in order."""
        for batch in self._batches(texts):
            yield from self._analyses(batch)

    def _batches(self, texts: Iterable[str]) -> Iterator[_Batch]:
        """The tokens of the texts in batches of whole texts; between batches the caches are trimmed."""
        types: list[int] = []
        starts: list[int] = []
        bounds = [0]
        for text in texts:
            some_types, some_starts = self._tokenizer(text)
            types += some_types
            starts += some_starts
            bounds.append(len(types))
            if len(types) >= BATCH_TOKENS:
                yield _Batch(np.array(types, np.int64), starts, bounds)
                types, starts, bounds = [], [], [0]
                self._forget()
        if len(bounds) > 1:
            yield _Batch(np.array(types, np.int64), starts, bounds)
        self._forget()

    def _forget(self) -> None:
        """Keep memory within bounds."""
        if self._lexicon.full():
            kept = self._lexicon.forget()
            self._tokenizer.forget(kept)
            self._lemmas.clear()

    def _analyses(self, batch: _Batch) -> Iterator[Analysis]:
        """All that the model computes for a batch, text by text."""
        lexicon, types, bounds = self._lexicon, batch.types, batch.bounds
        lexicon.embed()
        blank = lexicon.spaces[types]
        context = _encoded(self._context, lexicon.vectors[0], types, bounds)
        tags = self._tags(context, blank)
        heads, labels, firsts = self._trees(context, bounds, blank)
        spans = self._names(_encoded(self._for_names, lexicon.vectors[1], types, bounds), bounds, blank, firsts)
        lemmas = self._lemmas_of(types, tags, firsts)
        numbers, tag_list = types.tolist(), tags.tolist()
        for begin, end in itertools.pairwise(bounds):
            yield Analysis(
                forms=tuple([lexicon.forms[number] for number in numbers[begin:end]]),
                starts=tuple(batch.starts[begin:end]),
                blank=bool(blank[begin:end].any()),
                upos=tuple([self._upos[tag] for tag in tag_list[begin:end]]),
                feats=tuple([self._feats[tag] for tag in tag_list[begin:end]]),
                lemmas=tuple(lemmas[begin:end]),
                heads=heads[begin:end],
                labels=labels[begin:end],
                firsts=np.flatnonzero(firsts[begin:end]).tolist(),
                names=[(a - begin, b - begin, kind) for a, b, kind in spans if begin <= a < end],
            )

    def _tags(self, context: Floats, blank: Flags) -> NDArray[np.int64]:
        """The class of each token: the best of the tagger, and its own class for white space."""
        weights = self.files.weights
        scores = context @ weights["tagger.weight"]
        scores += weights["tagger.bias"]
        return np.where(blank, len(self._upos) - 1, scores.argmax(axis=1))

    def _trees(self, context: Floats, bounds: list[int], blank: Flags) -> tuple[list[int], list[str], Flags]:
        """Heads in the text, labels, and the first tokens of sentences."""
        heads, moves = self._kernel.parse(self._hidden("parser", context), self._parser, bounds)
        labels = [self._labels[move] for move in moves.tolist()]  # -1 is the last: root
        if self._decorated[moves].any():
            heads = _lowered(heads, labels, bounds, blank, self._decorated[moves])
        return heads.tolist(), labels, self._kernel.mark_sentences(heads, bounds)

    def _names(self, vectors: Floats, bounds: list[int], blank: Flags, firsts: Flags) -> list[tuple[int, int, str]]:
        """Names as token spans of the batch."""
        moves = self._kernel.names(self._hidden("ner", vectors), self._ner, bounds, blank, firsts)
        spans = []
        first = 0
        for token in np.flatnonzero(self._ner.kinds[moves] != ord("O")).tolist():
            kind, _, label = self._ner.moves[moves[token]].partition("-")
            if kind in "BU":
                first = token
            if kind in "LU":
                spans.append((first, token + 1, label))
        return spans

    def _hidden(self, component: str, vectors: Floats) -> Floats:
        """What each token contributes to the hidden layer of a transition scorer, for each feature it can be."""
        weights = self.files.weights
        reduced = vectors @ weights[f"{component}.reduce.weight"]
        reduced += weights[f"{component}.reduce.bias"]
        return np.asarray(reduced @ weights[f"{component}.hidden.weight"])

    def _lemmas_of(self, types: NDArray[np.int64], tags: NDArray[np.int64], firsts: Flags) -> list[str]:
        """The lemma of each token; it depends on form, class, and whether the token starts a sentence."""
        known = self._lemmas
        if len(known) > MAX_LEMMAS:
            known.clear()
        keys = ((types * len(self._upos) + tags) * 2 + firsts).tolist()
        try:
            return [known[key] for key in keys]
        except KeyError:
            for key in keys:
                if key not in known:
                    known[key] = self._lemma(key)
        return [known[key] for key in keys]

    def _lemma(self, key: int) -> str:
        rest, first = divmod(key, 2)
        number, tag = divmod(rest, len(self._upos))
        return self._lemmatizer.lemma(self._lexicon.forms[number], self._upos[tag], self._feats[tag], bool(first))


def _encoded(encoder: Encoder, table: Floats, types: NDArray[np.int64], bounds: list[int]) -> Floats:
    """Context vectors of all tokens; between texts lies the padding that keeps them apart."""
    texts = np.repeat(np.arange(1, len(bounds)), np.diff(bounds))
    places = np.arange(len(types)) + texts * encoder.padding
    rows = np.zeros((len(types) + len(bounds) * encoder.padding, encoder.width), np.float32)
    rows[places] = table[types]
    return np.asarray(encoder.encode(rows)[places])


def _lowered(heads: Ints32, labels: list[str], bounds: list[int], blank: Flags, decorated: NDArray[np.bool_]) -> Ints32:
    """Heads with lifted arcs put back; `labels` are changed in place."""
    heads = heads.copy()
    for begin, end in itertools.pairwise(bounds):
        if decorated[begin:end].any():
            some_heads, some_labels = heads[begin:end].tolist(), labels[begin:end]
            lower_arcs(some_heads, some_labels, blank[begin:end].tolist())
            heads[begin:end] = some_heads
            labels[begin:end] = some_labels
    return heads
