"""The tokeniser's patterns: leaving out what a text does not contain changes nothing that they find in it."""

from __future__ import annotations

import itertools
import re

import pytest

from teletipo.runtime.model import installed
from teletipo.runtime.patterns import NAMES, Patterns, PatternsByCharacters, narrowed

RULES = installed().tables["tokenizer"]
SPANISH = "aÑz09.,-–—'\"“”«»()¿?¡!…:;/%€$°@_=+\n"


@pytest.mark.parametrize(
    ("pattern", "kept"),
    [
        pytest.param(r"[\u0061\u0414]", r"[\u0061]", id="one character"),
        pytest.param(r"[\u0060-\uFFFF\u4E00-\u62FF]", r"[\u0060-\uFFFF]", id="a range with a usual character in it"),
        pytest.param(r"[b\]\U00010137-\U0001013F]", r"[b\]]", id="beside others, with an escaped bracket"),
        pytest.param(r"[^\u0414a]+", r"[^a]+", id="a class of what must not stand there"),
        pytest.param(r"[\u0414]|x", r"[\u0414]|x", id="a class without usual characters cannot be empty"),
        pytest.param(r"\u0414\[\u0414", r"\u0414\[\u0414", id="outside classes"),
    ],
)
def test_classes_list_usual_characters_only(pattern: str, kept: str) -> None:
    assert narrowed(pattern, frozenset("ab[]x")) == kept


def found(patterns: Patterns, piece: str) -> list[list[tuple[int, int]]]:
    first = [patterns.prefix(piece), patterns.suffix(piece), patterns.url(piece)]
    return [[m.span() for m in first if m], [m.span() for m in patterns.infixes(piece)]]


def test_pieces_of_usual_characters_are_divided_as_by_the_whole_patterns() -> None:
    """Every pair of characters that Spanish news is full of, between a letter and a figure and at both ends."""
    both, whole = PatternsByCharacters(RULES, RULES["exceptions"]), Patterns(RULES)
    for one, other in itertools.product(SPANISH, repeat=2):
        for piece in (f"{one}a{other}1", f"A{one}{other}b", f"1{one}z{other}"):
            assert found(both.of(piece), piece) == found(whole, piece), piece


@pytest.mark.parametrize("piece", ["Пекин-2", "www.пример.испытание", "数字。", "🙂ja", "10км"])
def test_pieces_with_other_characters_are_divided_by_the_whole_patterns(piece: str) -> None:
    both = PatternsByCharacters(RULES, RULES["exceptions"])
    assert found(both.of(piece), piece) == found(Patterns(RULES), piece)


def test_every_pattern_of_the_model_is_shortened() -> None:
    """Else starting takes 0.03 s more."""
    usual = frozenset(map(chr, range(0x250)))
    assert all(len(narrowed(RULES[name], usual)) < len(RULES[name]) / 2 for name in NAMES)


def test_a_web_address_has_a_full_stop() -> None:
    """The tokeniser does not try its costly pattern on pieces without one."""
    url = re.compile(RULES["url"]).match
    assert url("https://www.ejemplo.es/a?b=c")
    assert not any(map(url, ("https://ejemplo", "usuario@servidor", "10-2/3", "localhost:80", "ftp://a/b")))
