"""The hash functions of the embeddings: strings to 64-bit keys, keys to rows of the tables.

MurmurHash is by Austin Appleby and in the public domain; thinc's variant for one 64-bit key is MurmurHash3 (x64,
128 bit) on eight bytes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_MASK = (1 << 64) - 1
_M = 0xC6A4A7935BD1E995


def string_key(text: str) -> int:
    """MurmurHash64A of the UTF-8 bytes, seed 1. Lone surrogates are hashed as their three bytes."""
    data = text.encode("utf-8", "surrogatepass")
    value = 1 ^ (len(data) * _M & _MASK)
    whole = len(data) & ~7
    for start in range(0, whole, 8):
        block = int.from_bytes(data[start : start + 8], "little") * _M & _MASK
        value = (value ^ (block ^ block >> 47) * _M & _MASK) * _M & _MASK
    if whole < len(data):
        value = (value ^ int.from_bytes(data[whole:], "little")) * _M & _MASK
    value = (value ^ value >> 47) * _M & _MASK
    return value ^ value >> 47


def bucket_keys(keys: NDArray[np.uint64], seeds: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """Four 32-bit hashes of each key, stacked; the caller takes them modulo the number of rows.

    `keys` has one column for each seed.
    """
    u64 = np.uint64
    first = keys * u64(0x87C37B91114253D5)
    first = (first << u64(31) | first >> u64(33)) * u64(0x4CF5AD432745937F)
    second = seeds ^ u64(8)
    first = (first ^ second) + second
    second = second + first
    first, second = _mixed(first), _mixed(second)
    first = first + second
    second = second + first
    low, high = u64(0xFFFFFFFF), u64(32)
    return np.stack([first & low, first >> high, second & low, second >> high]).astype(np.uint32)


def _mixed(value: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """MurmurHash3's final mixing of 64 bits."""
    shift = np.uint64(33)
    value = (value ^ value >> shift) * np.uint64(0xFF51AFD7ED558CCD)
    value = (value ^ value >> shift) * np.uint64(0xC4CEB9FE1A85EC53)
    return value ^ value >> shift
