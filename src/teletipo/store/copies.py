"""Finds near-copies of a text, such as one agency dispatch in several outlets, without comparing all pairs.

MinHash over shingles of four words, 64 hashes in 16 bands of 4: two texts that share 70 % of their shingles meet in
some band with probability .99, at 50 % with .64, at 30 % with .12. Every constant is fixed, so the same texts in the
same order always give the same links.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable, Mapping

import msgspec
import numpy as np

HASHES, BANDS, SHINGLE = 64, 16, 4
#: Least share of common shingles for a link; texts with less in common are different reports.
THRESHOLD = 0.7
#: Fewer words than this are too few to tell a copy from a coincidence.
MIN_WORDS = 30

_WORD = re.compile(r"\w+")
_SEEDS = np.array(
    [int.from_bytes(hashlib.sha256(f"teletipo {i}".encode()).digest()[:16], "big") for i in range(HASHES)], dtype=object
)
_A = np.array([int(s) & (2**64 - 1) | 1 for s in _SEEDS], dtype=np.uint64)[:, None]
_B = np.array([int(s) >> 64 for s in _SEEDS], dtype=np.uint64)[:, None]


class Sketch(msgspec.Struct, frozen=True):
    """What is stored of a text to find its copies."""

    signature: str  #: one byte of each minimum, in hexadecimal
    bands: tuple[int, ...]  #: 63-bit hashes


class Copy(msgspec.Struct, frozen=True):
    """A link to the document that came first."""

    of: str
    similarity: float  #: estimated share of common shingles, 0 to 1


def sketch(text: str) -> Sketch | None:
    """The sketch of `text`, None if it is too short to have copies."""
    words = _WORD.findall(text.lower())
    if len(words) < MIN_WORDS:
        return None
    joined = (" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))
    shingles = np.fromiter({zlib.crc32(s.encode()) for s in joined}, dtype=np.uint64)
    minima = ((_A * shingles + _B) >> np.uint64(32)).min(axis=1).astype(np.uint32)
    rows = minima.reshape(BANDS, -1)
    return Sketch(
        signature=(minima & 0xFF).astype(np.uint8).tobytes().hex(),
        bands=tuple(_band(i, row.tobytes()) for i, row in enumerate(rows)),
    )


def similarity(one: str, other: str) -> float:
    """Estimated share of common shingles of two signatures."""
    a, b = bytes.fromhex(one), bytes.fromhex(other)
    equal = sum(x == y for x, y in zip(a, b, strict=True)) / HASHES
    return round(max(0.0, (equal - 1 / 256) / (1 - 1 / 256)), 4)


def nearest(own: Sketch, candidates: Iterable[str], signatures: Mapping[str, str]) -> Copy | None:
    """The most similar of `candidates` above the threshold; the first of equals."""
    best: Copy | None = None
    for document in candidates:
        score = similarity(own.signature, signatures[document])
        if score >= THRESHOLD and (best is None or score > best.similarity):
            best = Copy(document, score)
    return best


def _band(number: int, values: bytes) -> int:
    digest = hashlib.blake2b(bytes([number]) + values, digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
