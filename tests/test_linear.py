"""Linear models: the compiled sum and the one in Python agree to the last bit."""

from __future__ import annotations

import random
from itertools import product

import pytest

from teletipo.linear import Crossed, Linear, added_weights, tabled, total_weights


def model(rng: random.Random, classes: int = 3) -> Linear:
    names = [f"{first}{n}" for n in range(40) for first in ("", "AID:", "VERB:")]
    weights = {name: tuple(rng.uniform(-1, 1) for _ in range(classes)) for name in names}
    return Linear(classes=tuple(map(str, range(classes))), bias=(0.1,) * classes, weights=weights)


def names(rng: random.Random, most: int) -> list[str]:
    return [str(rng.randrange(most)) for _ in range(20)]


def test_both_sums_agree_to_the_last_bit() -> None:
    rng = random.Random(5)
    for classes, by in product((1, 3), ((), ("AID",), ("AID", "unknown", "VERB"))):
        some = model(rng, classes)
        table = tabled(some.weights, classes)
        for _ in range(50):
            plain, more = names(rng, 80), names(rng, 80)
            assert total_weights(some.bias, table, plain, by, more) == added_weights(
                some.bias, some.weights, plain, by, more
            )


def test_names_of_any_length_and_letters_are_told_apart() -> None:
    """Also those that begin or end like others, and what has no UTF-8 and so is no feature."""
    words = [
        f"{a}{b}{c}" for a in ("", "ñ", "añ", "a:", "AID:") for b in ("", "ó", "xyz", "long" * 99) for c in ("", "s")
    ]
    weights = {word: (float(n),) for n, word in enumerate(words)}
    some = Linear(classes=("yes",), bias=(0.0,), weights=weights)
    for word in [*words, "z", "añ\0", ":", "\ud800"]:
        assert some.scores([word]) == [weights.get(word, (0.0,))[0]]
        crossed = weights.get(word, (0.0,))[0] + weights.get(f"AID:{word}", (0.0,))[0]
        assert some.scores(Crossed([word], ("AID",))) == [crossed]


def test_a_model_whose_weights_are_not_one_a_class_cannot_be_summed() -> None:
    some = Linear(classes=("yes", "no"), bias=(0.0, 0.0), weights={"a": (1.0,)})
    with pytest.raises(ValueError):
        some.scores(["a"])


def test_crossed_features_weigh_what_their_names_weigh() -> None:
    some = model(random.Random(6))
    crossed = Crossed(["1", "2", "unknown"], ("AID", "VERB"), ["3"])
    named = some.scores(list(crossed))
    assert all(abs(a - b) < 1e-12 for a, b in zip(some.scores(crossed), named, strict=True))


def test_a_feature_nobody_knows_weighs_nothing() -> None:
    some = model(random.Random(7))
    assert some.scores(["unknown"]) == list(some.bias)
    assert some.scores(Crossed(["unknown"], ("AID",))) == list(some.bias)
