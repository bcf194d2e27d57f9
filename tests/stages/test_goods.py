"""Each category of goods is found in its examples, at the words marked, and not in its counterexamples."""

from __future__ import annotations

from pathlib import Path

import pytest

from pending import marks
from teletipo import pipeline
from teletipo.errors import DataError
from teletipo.languages import es
from teletipo.lexicon.goods import Category, load

CATEGORIES = es.goods().categories
EXAMPLES = [pytest.param(c, text, id=f"{c.id}-{n}") for c in CATEGORIES for n, text in enumerate(c.examples, 1)]
COUNTEREXAMPLES = [
    pytest.param(c, x.text, id=f"{c.id}-{n}", marks=marks(x))
    for c in CATEGORIES
    for n, x in enumerate(c.counterexamples, 1)
]


def found(text: str) -> set[tuple[str, str | None]]:
    """Words and category of every good that the rules find."""
    events = pipeline.read(text, rules_only=True).events
    return {(text[r.start : r.end], r.value) for e in events for r in e.roles if r.role == "good"}


@pytest.mark.parametrize(("category", "text"), EXAMPLES)
def test_examples(category: Category, text: str) -> None:
    """The bracketed words are goods; the first of them is of the category."""
    first, *others = (part.split("]")[0] for part in text.split("[")[1:])
    goods = found(text.replace("[", "").replace("]", ""))
    assert (first, category.id) in goods
    assert set(others) <= {words for words, _ in goods}


@pytest.mark.parametrize(("category", "text"), COUNTEREXAMPLES)
def test_counterexamples(category: Category, text: str) -> None:
    """No good of the sentence is of the category."""
    assert category.id not in {value for _, value in found(text)}


def test_coordinated_goods_are_two() -> None:
    """The second good is no part of the first one's purpose."""
    text = "La venta de munición para artillería y misiles antitanque por parte de Serbia a Chad fue aprobada."
    assert found(text) >= {("munición para artillería", "ammunition"), ("misiles antitanque", "arms")}


def test_word_given_twice_is_an_error(tmp_path: Path) -> None:
    """A word has one category."""
    text = "{es: x, en: x}"
    one = f"{{id: X, label: {text}, definition: {text}, words: trigo, examples: [a, b], "
    one += "counterexamples: [{text: c, why: d}]}"
    path = tmp_path / "goods.yaml"
    path.write_text("categories:\n" + "".join(f"  - {one.replace('X', name)}\n" for name in "ab"), "utf-8")
    with pytest.raises(DataError, match=r"goods\.yaml:3: word `trigo` of b is given already, by a"):
        load(path)
