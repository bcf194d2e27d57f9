"""Linear models over named features: small, deterministic, with readable weights in one JSON file.

A model has a weight for each feature and class, so what counted for and against a decision can be printed. Training is
a script of its own (`training/`); inference needs only this module.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cached_property, reduce
from operator import add
from pathlib import Path
from typing import Any

import msgspec

Weights = dict[str, tuple[float, ...]]


def added_weights(
    bias: tuple[float, ...], weights: Weights, plain: list[str], by: tuple[str, ...], more: list[str]
) -> list[float]:
    """`bias` plus the weights of features: each of `plain` together with its "by:plain", then those of `more`.

    Added from left to right like the compiled `total_weights`; the built-in `sum` differs between versions of Python.
    """
    groups = [[feature, *[f"{other}:{feature}" for other in by]] for feature in plain]
    known = [[w for name in names if (w := weights.get(name)) is not None] for names in groups]
    found = [tuple([reduce(add, column) for column in zip(*group, strict=True)]) for group in known if group]
    found += [w for name in more if (w := weights.get(name)) is not None]
    columns = zip(*found, strict=True) if found else [()] * len(bias)
    return [reduce(add, column, start) for start, column in zip(bias, columns, strict=True)]


def untabled(weights: Weights, _classes: int) -> Weights:
    """The weights unchanged; stands in for the compiled `tabled`, which lays them out for the compiled sum."""
    return weights


try:
    from teletipo._linear import tabled, total_weights
except ImportError:  # built without a compiler
    tabled, total_weights = untabled, added_weights


class Crossed(msgspec.Struct, frozen=True, gc=False):
    """Features, some of them crossed with prefixes; iterating gives all feature names.

    Kept apart because the compiled sum looks up "AGREE:kind=state" without building the string.
    """

    plain: list[str]
    by: tuple[str, ...]  #: prefixes, without the colon
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
            features = Crossed([], (), list(features))
        return total_weights(self.bias, self._table, features.plain, features.by, features.more)

    @cached_property
    def _table(self) -> Any:
        return tabled(self.weights, len(self.classes))

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
        """The features that counted most for or against class `k`, heaviest first."""
        found = [(f, self.weights[f][k]) for f in features if f in self.weights]
        return sorted(found, key=lambda p: (-abs(p[1]), p[0]))[:most]


def load(path: Path) -> dict[str, Linear]:
    """The models of a JSON file, by name."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Linear])
