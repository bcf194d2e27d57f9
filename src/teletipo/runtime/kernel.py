"""The inner loops, compiled if the optional extension was built, else in numpy; both make the same decisions.

They agree to the last bit because every sum has one fixed order: the extension is compiled without fused or reordered
arithmetic, and the numpy version adds in the extension's order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np

from teletipo.runtime import hashing, stepwise
from teletipo.runtime.layers import add_maxout
from teletipo.runtime.model import Flags, Floats, Ints32, ModelFiles
from teletipo.runtime.projective import mark_sentences

try:
    from teletipo.runtime import _kernel
except ImportError:  # built without a compiler
    _compiled: Any = None
else:
    _compiled = _kernel


@dataclass(frozen=True)
class Transitions:
    """The scorer of a transition-based component: hidden contributions of each feature, and scores of each move."""

    missing: Floats  #: (features, pieces * hidden), what an absent token contributes
    bias: Floats
    weight: Floats  #: (hidden, moves)
    score_bias: Floats
    moves: tuple[str, ...]  #: "L-nsubj": kind and label

    @classmethod
    def load(cls, files: ModelFiles, name: str) -> Transitions:
        """The component `name` ("parser" or "ner") of the model."""
        missing, bias, weight, score_bias = (
            files.weights[f"{name}.{part}"]
            for part in ("hidden.missing", "hidden.bias", "scores.weight", "scores.bias")
        )
        return cls(missing, bias, weight, score_bias, tuple(files.tables[f"{name}_moves"]))

    @cached_property
    def kinds(self) -> Ints32:
        """The kind of each move as the code of its letter."""
        return np.array([ord(move[0]) for move in self.moves], np.int32)

    @cached_property
    def labels(self) -> Ints32:
        """The label of each move as a number; 0 for none."""
        names = sorted({move[2:] for move in self.moves})
        return np.array([names.index(move[2:]) for move in self.moves], np.int32)


class Kernel(Protocol):
    """The interface of both implementations; the texts of a batch stand in a row, with limits `bounds`."""

    def string_key(self, text: str) -> int:
        """The 64-bit key of a string."""

    def add_maxout(self, product: Floats, bias: Floats, gain: Floats, shift: Floats, rows: Floats) -> None:
        """Add maxout and layer normalisation of a product (n, pieces * width) to `rows` (n, width)."""

    def parse(self, hidden: Floats, model: Transitions, bounds: Sequence[int]) -> tuple[Ints32, Ints32]:
        """Head (in the text; -1 for roots) and the move that set it (-1 for none) of each token."""

    def names(self, hidden: Floats, model: Transitions, bounds: Sequence[int], blank: Flags, starts: Flags) -> Ints32:
        """The move taken at each token; no name begins at a blank token or goes past a sentence start."""

    def mark_sentences(self, heads: Ints32, bounds: Sequence[int]) -> Flags:
        """1 at the first token of each tree."""


class NumpyKernel:
    """The inner loops in numpy, for all texts of a batch at once."""

    string_key = staticmethod(hashing.string_key)
    add_maxout = staticmethod(add_maxout)
    mark_sentences = staticmethod(mark_sentences)

    def parse(self, hidden: Floats, model: Transitions, bounds: Sequence[int]) -> tuple[Ints32, Ints32]:
        """See Kernel."""
        return stepwise.parse(hidden, model, bounds)

    def names(self, hidden: Floats, model: Transitions, bounds: Sequence[int], blank: Flags, starts: Flags) -> Ints32:
        """See Kernel."""
        return stepwise.names(hidden, model, bounds, blank, starts)


class CompiledKernel:
    """The inner loops of `_kernel.c`."""

    def string_key(self, text: str) -> int:
        """See Kernel."""
        return int(_compiled.string_key(text.encode("utf-8", "surrogatepass")))

    def add_maxout(self, product: Floats, bias: Floats, gain: Floats, shift: Floats, rows: Floats) -> None:
        """See Kernel."""
        _compiled.add_maxout(product, bias, gain, shift, rows)

    def parse(self, hidden: Floats, model: Transitions, bounds: Sequence[int]) -> tuple[Ints32, Ints32]:
        """See Kernel."""
        heads, moves = np.empty(len(hidden), np.int32), np.empty(len(hidden), np.int32)
        _compiled.parse(hidden, *_weights(model), model.kinds, _limits(bounds), heads, moves)
        return heads, moves

    def names(self, hidden: Floats, model: Transitions, bounds: Sequence[int], blank: Flags, starts: Flags) -> Ints32:
        """See Kernel."""
        moves = np.empty(len(hidden), np.int32)
        _compiled.names(hidden, *_weights(model), model.kinds, model.labels, _limits(bounds), blank, starts, moves)
        return moves

    def mark_sentences(self, heads: Ints32, bounds: Sequence[int]) -> Flags:
        """See Kernel."""
        starts = np.zeros(len(heads), np.uint8)
        _compiled.mark_sentences(heads, _limits(bounds), starts)
        return starts


def _weights(model: Transitions) -> tuple[Floats, ...]:
    return model.missing, model.bias, model.weight, model.score_bias


def _limits(bounds: Sequence[int]) -> Ints32:
    return np.asarray(bounds, np.int32)


def best_kernel() -> Kernel:
    """The compiled kernel if there is one, else the one in numpy."""
    return NumpyKernel() if _compiled is None else CompiledKernel()
