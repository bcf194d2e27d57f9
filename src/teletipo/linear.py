"""Linear models over named features: small, deterministic, readable weights in one JSON file.

A model maps each class to the weights of its features; what weighed for and against a decision can be printed. Training
is a script of its own (`training/`), inference needs nothing but this module.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec


class Linear(msgspec.Struct, frozen=True):
    """Multinomial (or, with one class, binary) logistic regression; features are present or absent."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]  #: feature -> one weight a class
    threshold: float = 0.5

    def scores(self, features: Iterable[str]) -> list[float]:
        """The sum of weights for each class."""
        found = [weights for weights in map(self.weights.get, features) if weights is not None]
        columns = zip(*found, strict=True) if found else [()] * len(self.bias)
        return [_added(bias, column) for bias, column in zip(self.bias, columns, strict=True)]

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


def _added(total: float, weights: Iterable[float]) -> float:
    """The plain sum from left to right; the built-in one differs between versions of Python."""
    for weight in weights:
        total += weight
    return total


def load(path: Path) -> dict[str, Linear]:
    """The models of a JSON file, by name."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Linear])
