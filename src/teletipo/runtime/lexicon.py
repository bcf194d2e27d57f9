"""Word types: numbers every distinct form met so far, and keeps its attributes and embedding rows.

A token is the number of its type, so what depends on the form alone is computed once per type. Memory is bounded: when
the lexicon is full, its owner makes it forget the later half, which has the rarer words.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from teletipo.runtime.encoder import Encoder
from teletipo.runtime.kernel import Kernel
from teletipo.runtime.model import Floats, ModelFiles

MAX_TYPES = 24_000  #: about 40 MB with two encoders of width 96


class Lexicon:
    """Numbers word types; the arrays and lists are parallel and indexed by that number."""

    def __init__(self, files: ModelFiles, encoders: Sequence[Encoder], kernel: Kernel) -> None:
        """An empty lexicon whose embedding rows come from `encoders`."""
        self.forms: list[str] = []
        self.lengths: NDArray[np.int64] = np.zeros(1024, np.int64)  #: in code points
        self.spaces: NDArray[np.uint8] = np.zeros(1024, np.uint8)  #: 1 where the form is white space
        self.vectors: list[Floats] = [np.zeros((1024, e.width), np.float32) for e in encoders]
        self._ids: dict[tuple[str, str | None], int] = {}
        self._norms_of: list[str] = []
        self._embedded = self._protected = 0
        self._encoders = encoders
        self._norms: dict[str, str] = files.tables["norms"]
        self._reserved: dict[str, int] = files.tables["reserved"]
        self._string_key = kernel.string_key
        self._affix_keys: dict[str, int] = {}  # of first letters, endings and shapes, which are few

    def __len__(self) -> int:
        return len(self.forms)

    def full(self) -> bool:
        """Whether it has reached its limit."""
        return len(self.forms) >= MAX_TYPES

    def protect(self) -> None:
        """Never forget the present types."""
        self._protected = len(self.forms)

    def forget(self) -> int:
        """Drop the later half of the types; returns how many are left, which keep their numbers."""
        kept = max(len(self.forms) // 2, self._protected)
        self._ids = {key: number for key, number in self._ids.items() if number < kept}
        del self.forms[kept:], self._norms_of[kept:]
        self._embedded = min(self._embedded, kept)
        self._affix_keys.clear()
        return kept

    def type_of(self, form: str, norm: str | None = None) -> int:
        """The number of a form; `norm` is given where a tokenizer exception prescribes the normal form."""
        key = (form, norm)
        number = self._ids.get(key)
        return self._add(key) if number is None else number

    def _add(self, key: tuple[str, str | None]) -> int:
        form, norm = key
        number = self._ids[key] = len(self.forms)
        if number == len(self.lengths):
            self._grow()
        self.forms.append(form)
        self._norms_of.append(norm if norm is not None else self._norms.get(form) or form.lower())
        self.lengths[number] = len(form)
        self.spaces[number] = form.isspace()
        return number

    def _grow(self) -> None:
        self.lengths = np.concatenate([self.lengths, np.zeros_like(self.lengths)])
        self.spaces = np.concatenate([self.spaces, np.zeros_like(self.spaces)])
        self.vectors = [np.concatenate([rows, np.zeros_like(rows)]) for rows in self.vectors]

    def embed(self) -> None:
        """Compute the embedding rows of all types added since the last call."""
        if (start := self._embedded) == (end := len(self.forms)):
            return
        keys = np.array([self._keys(number) for number in range(start, end)], np.uint64)
        for rows, encoder in zip(self.vectors, self._encoders, strict=True):
            rows[start:end] = encoder.embed(keys)
        self._embedded = end

    def _keys(self, number: int) -> tuple[int, int, int, int]:
        """Keys of the four strings that the model sees of a form: norm, first letter, last three letters, shape."""
        form, known = self.forms[number], self._affix_keys
        parts = (form[0], form[-3:], shape(form))
        for part in parts:
            if part not in known:
                known[part] = self._key(part)
        return self._key(self._norms_of[number]), known[parts[0]], known[parts[1]], known[parts[2]]

    def _key(self, text: str) -> int:
        return self._reserved.get(text) or self._string_key(text)


def shape(form: str) -> str:
    """Orthographic shape: X for capitals, x for other letters, d for digits, at most four alike in a row.

    Forms of 100 code points and more have the shape "LONG", as in the model's training.
    """
    if len(form) >= 100:
        return "LONG"
    if form.isalpha() and form[1:].islower():
        return f"X{'xxxx'[: len(form) - 1]}" if form[0].isupper() else "xxxx"[: len(form)]
    result, last, run = [], "", 0
    for char in form:
        kind = ("X" if char.isupper() else "x") if char.isalpha() else "d" if char.isdigit() else char
        run = run + 1 if kind == last else 0
        last = kind
        if run < 4:
            result.append(kind)
    return "".join(result)
