"""Every rule of a phrase lexicon does what its examples say, at exact offsets."""

from __future__ import annotations

import re

import pytest

from teletipo.amounts import amounts
from teletipo.numerals import numerals
from teletipo.phrases.lexicon import Example, lexicon
from teletipo.stages import times

TIMES, INFORMAL = lexicon("times"), lexicon("times", "informal")
CASES = [(rule.id, n, example) for rule in INFORMAL.rules.values() for n, example in enumerate(rule.examples)]


@pytest.mark.parametrize(("rule", "example"), [pytest.param(r, e, id=f"{r}-{n}") for r, n, e in CASES])
def test_time_rule(rule: str, example: Example) -> None:
    """The bracketed words are found with the value and days told; without brackets the rule finds nothing."""
    text = re.sub(r"[\[\]]", "", example.text)
    found = times.read(text, example.published, TIMES if rule in TIMES.rules else INFORMAL)
    if "[" not in example.text:
        assert [f for f in found if f.rule == rule] == []
        return
    start, end = example.text.index("["), example.text.index("]") - 1
    mine = next((f for f in found if (f.start, f.end) == (start, end)), None)
    assert mine is not None, [(text[f.start : f.end], f.rule, f.value) for f in found]
    assert mine.rule == rule or mine.rule.partition(".")[0] in ("time", "part") or rule.startswith(("part.", "time."))
    if example.value is not None:
        assert mine.value == str(example.value)
    if example.from_:
        assert (mine.begin, mine.finish) == (example.from_, example.to)
    assert mine.problem == example.problem


NUMERALS = [(rule.id, n, e) for rule in lexicon("numerals").rules.values() for n, e in enumerate(rule.examples)]


@pytest.mark.parametrize(("rule", "example"), [pytest.param(r, e, id=f"{r}-{n}") for r, n, e in NUMERALS])
def test_numeral_rule(rule: str, example: Example) -> None:
    """The bracketed words are one number of the value told."""
    text = re.sub(r"[\[\]]", "", example.text)
    start, end = example.text.index("["), example.text.index("]") - 1
    found = numerals(text, lexicon("numerals"))
    assert [(f.rule, f.start, f.end) for f in found if f.rule != "words" or rule == "words"] == [(rule, start, end)]
    assert next(f for f in found if f.rule == rule).value == pytest.approx(example.value)


RULES = lexicon("quantities").rules.values()
AMOUNTS = [(rule.id, n, example) for rule in RULES for n, example in enumerate(rule.examples)]


@pytest.mark.parametrize(("rule", "example"), [pytest.param(r, e, id=f"{r}-{n}") for r, n, e in AMOUNTS])
def test_quantity_rule(rule: str, example: Example) -> None:
    """The bracketed words are the amount told; without brackets the rule finds nothing."""
    text = re.sub(r"[\[\]]", "", example.text)
    found = amounts(text, lexicon("quantities"))
    if "[" not in example.text:
        assert [f for f in found if f.rule == rule] == []
        return
    start, end = example.text.index("["), example.text.index("]") - 1
    mine = next((f for f in found if (f.start, f.end) == (start, end)), None)
    assert mine is not None, [(text[f.start : f.end], f.rule, str(f)) for f in found]
    assert (mine.rule, str(mine)) == (rule, example.value)
