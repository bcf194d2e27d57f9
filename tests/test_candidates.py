"""What explains an act and what is none: the weights of the judge, and the rules whose words gave no event."""

from __future__ import annotations

import pytest

from teletipo.candidates import dropped, weighed
from teletipo.pipeline import read
from teletipo.stages.article import article


def test_explanations_have_what_weighed_for_and_against() -> None:
    """Each candidate act has the features that the judge weighed, heaviest first."""
    weights = weighed(article("Rusia vendió misiles a Irán."))
    found = weights["COOPERATE", 6, 12]
    assert found
    assert [abs(w) for _, w in found] == sorted((abs(w) for _, w in found), reverse=True)


@pytest.mark.parametrize(
    ("text", "rule", "words", "why"),
    [
        pytest.param(
            "La policía interceptó conversaciones de los narcos.", "consult.conversar", "conversaciones", "excluded",
            id="unless",
        ),
        pytest.param(
            "El ministro se encontró en la calle.", "consult.encontrarse", "se encontró", "unfit", id="when",
        ),
    ],
)  # fmt: skip
def test_a_rule_that_gave_no_event_says_why(text: str, rule: str, words: str, why: str) -> None:
    """Who writes a rule sees which of its conditions kept it from an event."""
    found = {(one.rule, one.anchor.of(text)): one.why for one in dropped(read(text, rules_only=True))}
    assert found[rule, words] == why


def test_what_is_an_event_is_not_dropped() -> None:
    """The rules of a type that has its event there are not told again."""
    text = "El canciller se reunió con la embajadora."
    dossier = read(text)
    assert [e.type for e in dossier.events] == ["CONSULT"]
    assert "CONSULT" not in {one.type for one in dropped(dossier)}
