"""Every cue of links.yaml makes the link that its examples name, on the words in brackets."""

from __future__ import annotations

import re

import pytest

from parsed import trees
from teletipo.languages import es
from teletipo.phrases.lexicon import Example
from teletipo.records import Event
from teletipo.spans import Span
from teletipo.stages import links
from teletipo.stages.article import article as make_article

RULES = es.phrases().lexicon("links").rules.values()
CASES = [(rule.id, n, example) for rule in RULES for n, example in enumerate(rule.examples)]
RELATION = re.compile(r"(?P<t1>[A-Z]+) (?P<a1>\S+) (?P<relation>\w+) (?P<t2>[A-Z]+) (?P<a2>\S+)")


def event(text: str, kind: str, words: str) -> Event:
    """An event of `kind` whose anchor is `words`."""
    start = text.index(words)
    span = Span(start, start + len(words))
    return Event(id=words, type=kind, anchors=(span,), certainty="fact", rule="t", evidence=())  # type: ignore[arg-type]


@pytest.mark.parametrize(("rule", "example"), [pytest.param(r, e, id=f"{r}-{n}") for r, n, e in CASES if e.value])
def test_link_rule(rule: str, example: Example) -> None:
    """The link has the type, direction and words told."""
    text = re.sub(r"[\[\]]", "", example.text)
    named = RELATION.fullmatch(example.value)
    assert named
    events = (event(text, named["t1"], named["a1"]), event(text, named["t2"], named["a2"]))
    found = links.find(make_article(text), trees(text), events, es.phrases())
    assert [(k.source, k.type, k.target) for k in found] == [(named["a1"], named["relation"], named["a2"])]
    start, end = example.text.index("["), example.text.index("]") - 1
    assert text[found[0].span.start : found[0].span.end] == text[start:end]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Criticó las pérdidas causadas por la invasión.", ("ACCUSE", "Criticó"), ("ASSAULT", "invasión")),
        ("El ataque provocó daños y hubo protestas.", ("ASSAULT", "ataque"), ("PROTEST", "protestas")),
    ],
)
def test_acts_near_a_word_of_cause_need_not_be_its_own(
    text: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    """What another verb of the sentence or no act at all is the cause or effect of makes no link."""
    events = (event(text, *first), event(text, *second))
    assert links.find(make_article(text), trees(text), events, es.phrases()) == ()


def test_one_after_the_other_is_no_reason() -> None:
    """ "tras" links a reaction to what it answers, not a trip to a meeting."""
    text = "Viajó a Lima tras la reunión."
    events = (event(text, "CONSULT", "Viajó"), event(text, "CONSULT", "reunión"))
    assert links.find(make_article(text), trees(text), events, es.phrases()) == ()
