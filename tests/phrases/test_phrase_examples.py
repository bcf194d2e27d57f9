"""Every rule of a phrase lexicon does what its examples say, at exact offsets."""

from __future__ import annotations

import re

import pytest

from teletipo.amounts import amounts
from teletipo.languages import es
from teletipo.numerals import numerals
from teletipo.phrases.lexicon import Example, Lexicon
from teletipo.stages import times

PHRASES = es.phrases()
TIMES, INFORMAL = PHRASES.lexicon("times"), PHRASES.lexicon("times", "informal")


def cases(lexicon: Lexicon) -> list[object]:
    """A rule's id and one of its examples a case."""
    rules = lexicon.rules.values()
    return [pytest.param(rule.id, e, id=f"{rule.id}-{n}") for rule in rules for n, e in enumerate(rule.examples)]


def unmarked(example: str) -> tuple[str, tuple[int, int] | None]:
    """The sentence without brackets, and where the words stand that were in them; None without brackets."""
    text = re.sub(r"[\[\]]", "", example)
    return text, (example.index("["), example.index("]") - 1) if "[" in example else None


@pytest.mark.parametrize(("rule", "example"), cases(INFORMAL))
def test_time_rule(rule: str, example: Example) -> None:
    """The bracketed words are found with the value and days told; without brackets the rule finds nothing."""
    text, span = unmarked(example.text)
    found = times.read(text, example.published, TIMES if rule in TIMES.rules else INFORMAL)
    if span is None:
        assert [f for f in found if f.rule == rule] == []
        return
    mine = next((f for f in found if (f.start, f.end) == span), None)
    assert mine is not None, [(text[f.start : f.end], f.rule, f.value) for f in found]
    assert mine.rule == rule or mine.rule.partition(".")[0] in ("time", "part") or rule.startswith(("part.", "time."))
    if example.value is not None:
        assert mine.value == str(example.value)
    if example.from_:
        assert (mine.begin, mine.finish) == (example.from_, example.to)
    assert mine.problem == example.problem


@pytest.mark.parametrize(("rule", "example"), cases(PHRASES.lexicon("numerals")))
def test_numeral_rule(rule: str, example: Example) -> None:
    """The bracketed words are one number of the value told."""
    text, span = unmarked(example.text)
    found = numerals(text, PHRASES.lexicon("numerals"))
    assert [(f.rule, (f.start, f.end)) for f in found if f.rule != "words" or rule == "words"] == [(rule, span)]
    assert next(f for f in found if f.rule == rule).value == pytest.approx(example.value)


@pytest.mark.parametrize(("rule", "example"), cases(PHRASES.lexicon("quantities")))
def test_quantity_rule(rule: str, example: Example) -> None:
    """The bracketed words are the amount told; without brackets the rule finds nothing."""
    text, span = unmarked(example.text)
    found = amounts(text, PHRASES)
    if span is None:
        assert [f for f in found if f.rule == rule] == []
        return
    mine = next((f for f in found if (f.start, f.end) == span), None)
    assert mine is not None, [(text[f.start : f.end], f.rule, str(f)) for f in found]
    assert (mine.rule, str(mine)) == (rule, example.value)
