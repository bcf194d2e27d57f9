"""Patterns of phrase rules: what their expressions match, and the errors of those that cannot be read."""

from __future__ import annotations

import re

import pytest

from teletipo.errors import DataError
from teletipo.phrases.pattern import Parser, regex

CLASSES = {"vowel": list("aeiou"), "run": list("bcdz"), "pair": ["ab", "x"]}
MACROS = {"twice": "<:vowel> <:vowel>", "either": "b | c d"}


def spelt(item: str, is_class: bool) -> list[str]:
    """Every letter stands for itself."""
    return CLASSES.get(item, []) if is_class else [item]


def expression(pattern: str) -> tuple[str, dict[str, tuple[str, str]]]:
    groups: dict[str, tuple[str, str]] = {}
    return regex(Parser(MACROS, spelt).rule("rule", pattern), groups, "g"), groups


@pytest.mark.parametrize(
    ("pattern", "matching", "others"),
    [
        pytest.param("a b", ["ab"], ["a", "b"], id="sequence"),
        pytest.param("a | b c", ["a", "bc"], ["ac", "abc"], id="alternatives end where the pattern ends"),
        pytest.param("a (b | c) d", ["abd", "acd"], ["ab", "cd"], id="alternatives in a sequence"),
        pytest.param("a (b c)+", ["abc", "abcbc"], ["abcc", "a"], id="a repeated sequence"),
        pytest.param("(a? b)* c", ["c", "abbc"], ["ac"], id="repeated with something optional inside"),
        pytest.param("(a+)?", ["", "aa"], ["b"], id="repeated twice over"),
        pytest.param("<:pair>+ a", ["aba", "xabxa"], ["aa"], id="a class of longer words repeated"),
        pytest.param("{either}? a", ["a", "ba", "cda"], ["bcda", "ca"], id="an optional macro"),
        pytest.param("{twice} b {twice}", ["aebio"], ["aeb"], id="a macro used twice"),
    ],
)
def test_an_expression_matches_what_its_pattern_says(pattern: str, matching: list[str], others: list[str]) -> None:
    compiled = re.compile(expression(pattern)[0])
    assert [text for text in (*matching, *others) if compiled.fullmatch(text)] == matching


def test_captures_keep_their_names_and_classes() -> None:
    text, groups = expression("first=<vowel> (<run> | rest=(a b))")
    match = re.fullmatch(text, "aab")
    assert match is not None
    assert {groups[g]: found for g, found in match.groupdict().items() if found} == {
        ("first", "vowel"): "a",
        ("rest", ""): "ab",
    }


def test_neighbours_in_a_class_become_a_range() -> None:
    """Long classes would make up most of the time in which the expressions are compiled."""
    assert expression("<:run>")[0] == "[b-dz]"


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param("a)", id="closed but not opened"),
        pytest.param("(a", id="not closed"),
        pytest.param("{none}", id="unknown macro"),
        pytest.param("<none>", id="unknown class"),
        pytest.param("a ;", id="unknown sign"),
    ],
)
def test_a_pattern_that_cannot_be_read_is_an_error_that_names_the_rule(pattern: str) -> None:
    with pytest.raises(DataError, match="rule"):
        expression(pattern)
