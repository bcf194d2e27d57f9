"""The parties of an event that several acts tell."""

from __future__ import annotations

import pytest

from teletipo.act import Act, Argument
from teletipo.records import RoleName
from teletipo.spans import Span
from teletipo.stages.merging.occurrence import SURE, pooled

Part = tuple[RoleName, str, float]


def _act(sentence: int, *parts: Part) -> Act:
    """A meeting told in that sentence, with parties and how sure the judge is of each."""
    span = Span(100 * sentence, 100 * sentence + 5)
    arguments = tuple(
        Argument(role=role, sentence=sentence, token=0, span=span, entity=entity, weight=weight)
        for role, entity, weight in parts
    )
    return Act(sentence=sentence, token=0, anchor=span, type="CONSULT", rule="consult.test", arguments=arguments)


@pytest.mark.parametrize(
    ("first", "later", "parties"),
    [
        ([], [("actor", "Ana", 0.3)], {("actor", "Ana")}),
        ([("actor", "Ana", 0.5)], [("recipient", "Luis", 0.4)], {("actor", "Ana"), ("recipient", "Luis")}),
        ([("actor", "Ana", 0.5)], [("actor", "Luis", SURE - 0.1)], {("actor", "Ana")}),
        ([("actor", "Ana", 0.5)], [("actor", "Luis", SURE)], {("actor", "Ana"), ("actor", "Luis")}),
        ([("actor", "Ana", 0.5)], [("recipient", "Ana", 0.9)], {("actor", "Ana")}),
        ([("actor", "Ana", 0.5)], [("place", "Ana", 0.4)], {("actor", "Ana"), ("place", "Ana")}),
    ],
    ids=["actor lacking", "recipient lacking", "unsure addition", "sure addition", "two parts", "party and place"],
)
def test_later_acts_fill_what_is_empty_and_add_whom_they_are_sure_of(
    first: list[Part], later: list[Part], parties: set[tuple[str, str]]
) -> None:
    """The first act that names anybody in a part decides it, unless a later one is sure; nobody plays two parts."""
    found = pooled([_act(0, *first), _act(1, *later)])
    assert {(a.role, a.entity) for a in found} == parties
