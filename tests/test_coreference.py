"""Acts that tell one occurrence become one event; what they are compared by."""

from __future__ import annotations

from typing import Any

import pytest

from teletipo.languages import es
from teletipo.pipeline import STAGES, run
from teletipo.stages import coreference, likeness
from teletipo.stages.article import article


def _products(text: str) -> dict[str, Any]:
    """All products up to the acts, by the rules alone."""
    last = max(k for k, stage in enumerate(STAGES) if stage.makes == "acts")
    return run(STAGES[: last + 1], article(text), {"models": {}})


def _ways(text: str, type_: str) -> list[str]:
    """How the first two acts of a type hang together, as features."""
    p = _products(text)
    first, second = [act for act in p["acts"] if act.type == type_][:2]
    names = list(likeness.features(*(likeness.Told.of(act, p["sentences"], es.phrases()) for act in (first, second))))
    return [name for name in names if name.startswith(("told under", "before under", "apart"))]


@pytest.mark.parametrize(
    ("text", "type_", "ways"),
    [
        (
            "El ejército bombardeó el puerto durante el ataque a la ciudad.",
            "ASSAULT",
            ["told under obl", "told under by 1"],
        ),
        ("El ejército bombardeó el puerto. El ataque a la ciudad duró poco.", "ASSAULT", []),
    ],
)
def test_acts_of_one_sentence_are_compared_by_the_way_between_them(text: str, type_: str, ways: list[str]) -> None:
    """Which of the two stands below the other, and by what labels; nothing for acts of two sentences."""
    assert _ways(text, type_) == ways


def test_acts_of_one_sentence_may_be_one_though_word_and_rule_differ() -> None:
    """ "se reunieron" and "reunión" of one sentence are compared, though neither points back."""
    p = _products("Los ministros de Francia y de Italia se reunieron en una larga reunión de expertos.")
    first, second = (likeness.Told.of(act, p["sentences"], es.phrases()) for act in p["acts"] if act.type == "CONSULT")
    groups = coreference.Groups(es.phrases())
    groups.add(first, None)
    assert groups.kin(second) == [0]


@pytest.mark.parametrize(
    "text",
    [
        "Los ministros de Francia y de Italia se reunieron en París tras concluir la reunión de expertos.",
        "El ministro de Francia se reunió con el de Italia después de la reunión de expertos.",
    ],
)
def test_what_comes_after_an_act_is_another_one(text: str) -> None:
    """ "tras" and "después de" put two acts one after the other, so that they are not one."""
    p = _products(text)
    events = coreference.merge(p["article"], p["sentences"], p["acts"], {}, es.phrases())
    assert [e.type for e in events] == ["CONSULT", "CONSULT"]


def test_a_noun_with_a_word_that_points_back_joins_the_act_before_it() -> None:
    """ "El ataque" after "bombardeó" is the same occurrence, an act of another type is not."""
    text = "El ejército de Chad bombardeó el puerto y Francia condenó el ataque."
    p = _products(text)
    events = coreference.merge(p["article"], p["sentences"], p["acts"], {}, es.phrases())
    told = {e.type: [text[a.start : a.end] for a in e.anchors] for e in events}
    assert told == {"ASSAULT": ["bombardeó", "ataque"], "ACCUSE": ["condenó"]}
