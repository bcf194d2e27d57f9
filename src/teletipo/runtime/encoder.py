"""Token vectors: hash embeddings of four attributes, then windows of three tokens through four maxout layers.

The network is spaCy's Tok2Vec (`MultiHashEmbed`, `MaxoutWindowEncoder`): Honnibal, "Embed, encode, attend, predict",
2016; hash embeddings: Tito Svenstrup et al., 2017. What is not spaCy's is the bookkeeping: an embedding row depends on
the word type alone and is computed once, and a window of three rows is a view of contiguous memory.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from teletipo.runtime.hashing import bucket_keys
from teletipo.runtime.kernel import Kernel
from teletipo.runtime.model import Floats, ModelFiles

FEATURES = ("norm", "prefix", "suffix", "shape")
BLOCK = 256  #: rows multiplied at a time; keeps the intermediate products in the processor's cache
_EMBED_BLOCK = 32


@dataclass(frozen=True, slots=True)
class Maxout:
    """One layer: the largest of several linear pieces, then layer normalisation with gain and shift."""

    weight: Floats  #: (inputs, pieces * outputs), pieces outermost
    bias: Floats
    gain: Floats
    shift: Floats


class Encoder:
    """One token-to-vector network, by its name in the model files ("context" or "names")."""

    def __init__(self, files: ModelFiles, name: str, kernel: Kernel) -> None:
        """Pick the weights of network `name`."""
        weights = files.weights
        self._tables = [weights[f"{name}.embed.{feature}"] for feature in FEATURES]
        self._seeds = np.array([int(weights[f"{name}.embed.{feature}.seed"]) for feature in FEATURES], np.uint64)
        self._sizes = np.array([len(table) for table in self._tables], np.uint32)
        self._mix = _layer(files, f"{name}.mix")
        depth = sum(1 for key in weights if key.startswith(f"{name}.window") and key.endswith(".weight"))
        self._windows = [_layer(files, f"{name}.window{number}") for number in range(1, depth + 1)]
        self._kernel = kernel
        self.width = len(self._mix.gain)
        self.padding = depth  #: rows of zeros around each text: no text sees another

    def embed(self, keys: NDArray[np.uint64]) -> Floats:
        """The embedding rows of word types, from the keys of their four attributes (n, 4).

        Always multiplies blocks of one size, so that a row does not depend on the other types of the call.
        """
        blocks = -(-len(keys) // _EMBED_BLOCK)
        mixed = np.zeros((blocks * _EMBED_BLOCK, len(self._tables) * self.width), np.float32)
        buckets = bucket_keys(keys, self._seeds) % self._sizes
        for column, table in enumerate(self._tables):
            summed = table[buckets[0, :, column]]
            for number in (1, 2, 3):
                summed += table[buckets[number, :, column]]
            mixed[: len(keys), column * self.width : (column + 1) * self.width] = summed
        result = np.zeros((len(mixed), self.width), np.float32)
        for start in range(0, len(mixed), _EMBED_BLOCK):
            block = slice(start, start + _EMBED_BLOCK)
            self._apply(self._mix, mixed[block] @ self._mix.weight, result[block])
        return result[: len(keys)]

    def encode(self, rows: Floats) -> Floats:
        """Context vectors for a batch laid out with `padding` rows of zeros before, between and after the texts.

        `rows` is overwritten and returned.
        """
        count, width = rows.shape
        window = 3 * width
        space = np.empty((BLOCK, window), np.float32)
        product = np.empty((BLOCK, self._windows[0].weight.shape[1]), np.float32)
        for layer in self._windows:
            before = np.zeros((count + 2, width), np.float32)
            before[1:-1] = rows
            windows: Floats = np.ndarray((count, window), np.float32, before, strides=before.strides)
            for start in range(0, count, BLOCK):
                size = min(BLOCK, count - start)
                np.copyto(space[:size], windows[start : start + size])
                np.matmul(space[:size], layer.weight, out=product[:size])
                self._apply(layer, product[:size], rows[start : start + size])
        return rows

    def _apply(self, layer: Maxout, product: Floats, rows: Floats) -> None:
        """Add the layer's output to `rows`."""
        self._kernel.add_maxout(product, layer.bias, layer.gain, layer.shift, rows)


def _layer(files: ModelFiles, name: str) -> Maxout:
    return Maxout(*(files.weights[f"{name}.{part}"] for part in ("weight", "bias", "gain", "shift")))
