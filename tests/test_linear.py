"""Linear models: the compiled sum and the one in Python agree to the last bit."""

from __future__ import annotations

import random

from teletipo.linear import Crossed, Linear, added_weights, total_weights


def model(rng: random.Random, classes: int = 3) -> Linear:
    names = [f"{first}{n}" for n in range(40) for first in ("", "AID:", "VERB:")]
    weights = {name: tuple(rng.uniform(-1, 1) for _ in range(classes)) for name in names}
    return Linear(classes=tuple(map(str, range(classes))), bias=(0.1,) * classes, weights=weights)


def test_both_sums_agree_to_the_last_bit() -> None:
    rng = random.Random(5)
    for classes in (1, 3):
        some = model(rng, classes)
        for _ in range(50):
            more = [str(rng.randrange(80)) for _ in range(20)]
            assert total_weights(some.bias, {}, [], some.weights, more) == added_weights(
                some.bias, {}, [], some.weights, more
            )


def test_crossed_features_weigh_what_their_names_weigh() -> None:
    some = model(random.Random(6))
    crossed = Crossed(["1", "2", "unknown"], ("AID", "VERB"), ["3"])
    named = some.scores(list(crossed))
    assert all(abs(a - b) < 1e-12 for a, b in zip(some.scores(crossed), named, strict=True))


def test_a_feature_nobody_knows_weighs_nothing() -> None:
    some = model(random.Random(7))
    assert some.scores(["unknown"]) == list(some.bias)
    assert some.scores(Crossed(["unknown"], ("AID",))) == list(some.bias)
