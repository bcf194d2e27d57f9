"""Maxout with layer normalisation in numpy, adding in the order of the compiled kernel."""

from __future__ import annotations

import numpy as np

from teletipo.runtime.model import Floats

LANES = 8  #: partial sums that run side by side, as in the compiled loop


def add_maxout(product: Floats, bias: Floats, gain: Floats, shift: Floats, rows: Floats) -> None:
    """Add to `rows` the largest piece of `product + bias`, normalised to mean 0 and variance 1, scaled and shifted.

    The epsilon of 1e-8 under the root is thinc's.
    """
    width = len(gain)
    pieces = (product + bias).reshape(len(product), -1, width)
    value = pieces[:, 0]
    for number in range(1, pieces.shape[1]):
        value = np.maximum(value, pieces[:, number])
    value = value - (_row_sums(value) / np.float32(width))[:, None]
    variance = _row_sums(value * value) / np.float32(width) + np.float32(1e-8)
    value = value * (np.float32(1) / np.sqrt(variance))[:, None]
    rows += value * gain + shift


def _row_sums(value: Floats) -> Floats:
    """Sums of the rows by LANES partial sums, which are then added in pairs."""
    lanes = value.reshape(len(value), -1, LANES)
    partial = lanes[:, 0]
    for number in range(1, lanes.shape[1]):
        partial = partial + lanes[:, number]
    while partial.shape[1] > 1:
        partial = partial[:, 0::2] + partial[:, 1::2]
    return partial[:, 0]
