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


def event(text: str, kind: str, words: str, rule: str = "t") -> Event:
    """An event of `kind` whose anchor is `words`."""
    start = text.index(words)
    span = Span(start, start + len(words))
    return Event(id=words, type=kind, anchors=(span,), certainty="fact", rule=rule, evidence=())  # type: ignore[arg-type]


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


def test_what_another_rule_tells_is_no_other_of_the_series() -> None:
    """A second assault is not that on somebody murdered before; both that name nobody must be told in one way."""
    text = "Un hombre mató a su vecino. Horas después hubo un segundo atentado."
    told, second = event(text, "ASSAULT", "mató", "assault.matar"), event(text, "ASSAULT", "atentado")
    assert links.find(make_article(text), trees(text), (told, second), es.phrases()) == ()


def test_a_part_of_a_name_makes_nothing_one_of_a_series() -> None:
    """A meeting in New York is not a new one."""
    text = "Se reunieron en Lima. La reunión en Nueva York duró poco."
    events = (event(text, "CONSULT", "reunieron"), event(text, "CONSULT", "reunión"))
    assert links.find(make_article(text), trees(text), events, es.phrases()) == ()


def test_the_cause_is_what_the_clause_itself_tells() -> None:
    """What is only mentioned in a clause below it is not: a law, not the shots, is why nobody is tried."""
    text = "Rechazó el juicio porque la ley no alcanza a los agentes que dispararon."
    events = (event(text, "REJECT", "Rechazó"), event(text, "ASSAULT", "dispararon"))
    assert links.find(make_article(text), trees(text), events, es.phrases()) == ()
