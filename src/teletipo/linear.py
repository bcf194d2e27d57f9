"""Linear models over named features: small, deterministic, readable weights in one JSON file.

A model maps each class to the weights of its features; what weighed for and against a decision can be printed. Training
is a script of its own (`training/`), inference needs nothing but this module.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cached_property, reduce
from itertools import chain
from operator import add
from pathlib import Path

import msgspec

Weights = dict[str, tuple[float, ...]]
Sums = dict[str, tuple[float, ...] | None]

_KEPT_SUMS = 20_000  #: features of one kind of act whose sums are kept


def added_weights(
    bias: tuple[float, ...], sums: Sums, plain: list[str], weights: Weights, more: list[str]
) -> list[float]:
    """`bias` and the weights of features, `plain` looked up in `sums`, `more` in `weights`; None counts nothing.

    Added from left to right, as the compiled `total_weights` does; `sum` differs between versions of Python.
    """
    found = list(filter(None, chain(map(sums.__getitem__, plain), map(weights.get, more))))
    columns = zip(*found, strict=True) if found else [()] * len(bias)
    return [reduce(add, column, start) for start, column in zip(bias, columns, strict=True)]


try:
    from teletipo._linear import total_weights
except ImportError:  # built without a compiler
    total_weights = added_weights


class Crossed(msgspec.Struct, frozen=True, gc=False):
    """Features of which some are also crossed with others; iterates over all names, in the order of their weights' sum.

    Kept apart because a model finds "AGREE:kind=state" faster in two steps than by a name that has to be made.
    """

    plain: list[str]
    by: tuple[str, ...]  #: without a colon
    more: list[str] = []

    def __iter__(self) -> Iterator[str]:
        yield from self.plain
        for other in self.by:
            for feature in self.plain:
                yield f"{other}:{feature}"
        yield from self.more


class Linear(msgspec.Struct, frozen=True, dict=True):
    """Multinomial (or, with one class, binary) logistic regression; features are present or absent."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]  #: feature -> one weight a class
    threshold: float = 0.5

    def scores(self, features: Iterable[str]) -> list[float]:
        """The sum of weights for each class, added from left to right."""
        if not isinstance(features, Crossed):
            return total_weights(self.bias, {}, [], self.weights, list(features))
        sums = self._sums.get(features.by)
        if sums is None:
            sums = self._sums[features.by] = _Sums(self.weights, features.by)
        return total_weights(self.bias, sums, features.plain, self.weights, features.more)

    @cached_property
    def _sums(self) -> dict[tuple[str, ...], _Sums]:
        """Tables made so far, by what features are crossed with: word classes and types of acts, which are few."""
        return {}

    def probability(self, features: Iterable[str]) -> float:
        """Of a binary model: how probable "yes" is."""
        return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, self.scores(features)[0]))))

    def distribution(self, features: Iterable[str]) -> dict[str, float]:
        """Of a multinomial model: the probability of each class."""
        scores = self.scores(features)
        top = max(scores)
        exps = [math.exp(s - top) for s in scores]
        total = sum(exps)
        return {c: e / total for c, e in zip(self.classes, exps, strict=True)}

    def reasons(self, features: Iterable[str], k: int = 0, most: int = 5) -> list[tuple[str, float]]:
        """The features that weighed most for or against class `k`, heaviest first."""
        found = [(f, self.weights[f][k]) for f in features if f in self.weights]
        return sorted(found, key=lambda p: (-abs(p[1]), p[0]))[:most]


class _Sums(Sums):
    """Feature -> the sum of its weights alone and crossed, made when it is first met; None if none is known."""

    def __init__(self, weights: Weights, by: tuple[str, ...]) -> None:
        super().__init__()
        self._weights = weights
        self._crossed = tuple([f"{other}:" for other in by])

    def __missing__(self, feature: str) -> tuple[float, ...] | None:
        names = (feature, *[first + feature for first in self._crossed])
        found = [weights for name in names if (weights := self._weights.get(name)) is not None]
        total = None
        if found:
            total = found[0] if len(found) == 1 else tuple([reduce(add, column) for column in zip(*found, strict=True)])
        if len(self) < _KEPT_SUMS:
            self[feature] = total
        return total


def load(path: Path) -> dict[str, Linear]:
    """The models of a JSON file, by name."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Linear])
