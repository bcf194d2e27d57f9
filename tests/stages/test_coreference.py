"""Acts that tell one occurrence become one event; what they are compared by."""

from __future__ import annotations

import math

import msgspec
import pytest

from parsed import up_to
from teletipo.languages import es
from teletipo.linear import Linear
from teletipo.pipeline import read
from teletipo.records import Certainty
from teletipo.stages import coreference
from teletipo.stages.merging import likeness
from teletipo.stages.merging.groups import Groups
from teletipo.stages.merging.occasions import Occasions
from teletipo.stages.times import expressions


def _ways(text: str, type_: str) -> list[str]:
    """How the first two acts of a type hang together, as features."""
    p = up_to("acts", text)
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
    p = up_to("acts", "Los ministros de Francia y de Italia se reunieron en una larga reunión de expertos.")
    first, second = (likeness.Told.of(act, p["sentences"], es.phrases()) for act in p["acts"] if act.type == "CONSULT")
    groups = Groups(es.phrases(), Occasions())
    groups.add(first, None)
    assert groups.kin(second) == [0]


@pytest.mark.parametrize(
    "text",
    [
        "Los ministros de Francia y de Italia se reunieron en París tras concluir la reunión de expertos.",
        "El ministro de Francia se reunió con el de Italia después de la reunión de expertos.",
        "El ministro de Francia se reunió con el de Italia en respuesta a la reunión de expertos.",
    ],
)
def test_what_comes_after_an_act_is_another_one(text: str) -> None:
    """ "tras" and "en respuesta a" put two acts one after the other, so that they are not one."""
    p = up_to("acts", text)
    events = coreference.merge(p["article"], p["sentences"], (), p["acts"], {}, es.phrases())
    assert [e.type for e in events] == ["CONSULT", "CONSULT"]


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        pytest.param("Irán bombardeó Erbil e Irak bombardeó Sinyar.", [1, 1], id="a subject each"),
        pytest.param("Irán bombardeó Bagdad y bombardeó Damasco.", [1, 1], id="the same verb with an object each"),
        pytest.param("La policía detuvo a un juez y deportó a un fiscal.", [1, 1], id="somebody each"),
        pytest.param(
            "El pistolero mató a un juez e hirió a un fiscal.", [2], id="the dead and the wounded of an attack"
        ),
        pytest.param("La policía detuvo y deportó a un fiscal.", [2], id="one object"),
    ],
)
def test_joined_clauses_with_parties_of_their_own_tell_two_acts(text: str, anchors: list[int]) -> None:
    """However alike two acts are, each of them has its own author or is done to somebody else."""
    p = up_to("acts", text)
    acts = tuple(act for act in p["acts"] if act.type in ("ASSAULT", "COERCE"))
    events = coreference.merge(p["article"], p["sentences"], (), acts, {"same": _leaning(0.9)}, es.phrases())
    assert [len(e.anchors) for e in events] == anchors


def test_a_noun_with_a_word_that_points_back_joins_the_act_before_it() -> None:
    """ "El ataque" after "bombardeó" is the same occurrence, an act of another type is not."""
    text = "El ejército de Chad bombardeó el puerto y Francia condenó el ataque."
    p = up_to("acts", text)
    events = coreference.merge(p["article"], p["sentences"], (), p["acts"], {}, es.phrases())
    told = {e.type: [text[a.start : a.end] for a in e.anchors] for e in events}
    assert told == {"ASSAULT": ["bombardeó", "ataque"], "ACCUSE": ["condenó"]}


def _leaning(same: float) -> Linear:
    """A judge that finds any two acts one with this probability, and takes .3 for enough."""
    return Linear(("yes",), (math.log(same / (1 - same)),), {}, 0.3)


@pytest.mark.parametrize(
    ("score", "same", "told"),
    [
        pytest.param(0.95, 0.5, [["huelga"], ["huelga"]], id="a likely event that may be another one stands alone"),
        pytest.param(0.6, 0.5, [["huelga", "huelga"]], id="a doubtful event that may well be told already joins it"),
        pytest.param(0.95, 0.7, [["huelga", "huelga"]], id="what is most likely told already joins it"),
        pytest.param(0.5, 0.25, [["huelga"]], id="what is likely enough as neither is left out"),
    ],
)
def test_belief_and_sameness_together_decide_what_is_an_event_of_its_own(
    score: float, same: float, told: list[list[str]]
) -> None:
    """How probable the second act is as an event counts by how probable it is that none before it told the same."""
    text = "La huelga de maestros paralizó Lima. Hubo huelga de maestros en Puno."
    p = up_to("acts", text)
    first, second = (act for act in p["acts"] if act.type == "PROTEST")
    acts = (first, msgspec.structs.replace(second, score=score))
    events = coreference.merge(p["article"], p["sentences"], (), acts, {"same": _leaning(same)}, es.phrases())
    assert [[text[a.start : a.end] for a in e.anchors] for e in events] == told


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("fact", "denied", True),
        ("stated", "speculated", True),
        ("possible", "stated", True),
        ("fact", "planned", False),
    ],
)
def test_a_told_act_and_a_doubted_one_are_two(one: Certainty, other: Certainty, apart: bool) -> None:
    """What somebody denies is a record beside what is told as done; a plan that was carried out is one with it."""
    p = up_to("acts", "La huelga de maestros paralizó Lima. Hubo huelga de maestros en Puno.")
    acts = [act for act in p["acts"] if act.type == "PROTEST"]
    acts = [msgspec.structs.replace(a, certainty=c) for a, c in zip(acts, (one, other), strict=True)]
    events = coreference.merge(p["article"], p["sentences"], (), tuple(acts), {"same": _leaning(0.9)}, es.phrases())
    assert (len(events) == 2) == apart


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        pytest.param("Israel atacó Damasco el lunes. Israel atacó Beirut el martes.", True, id="other day"),
        pytest.param("El papa visitó Cuba en 1998 y visitó Brasil en 2013.", True, id="other year"),
        pytest.param(
            "El papa visitó Cuba en 1998. Visitó la isla el 21 de enero de 1998.", False, id="day of the year"
        ),
        pytest.param("Israel atacó Damasco el lunes. Israel atacó la capital siria.", False, id="one time"),
        pytest.param("Israel firmó el pacto de 1998. Israel firmó el pacto en 2001.", False, id="the year of a noun"),
    ],
)
@pytest.mark.parametrize("published", [None, "2024-05-10"])
def test_acts_with_times_that_do_not_meet_are_two(text: str, apart: bool, published: str | None) -> None:
    """Attacks of two days are two events, however alike they are; a year and a day in it may be one."""
    p = up_to("acts", text)
    timexes = expressions(text, published, es.phrases())
    _, type_ = max((sum(a.type == b.type for b in p["acts"]), a.type) for a in p["acts"])
    acts = tuple(a for a in p["acts"] if a.type == type_ and p["sentences"][a.sentence].upos[a.token] == "VERB")
    events = coreference.merge(p["article"], p["sentences"], timexes, acts, {"same": _leaning(0.9)}, es.phrases())
    assert (len(events) == 2) == apart


def test_what_was_done_and_what_will_be_done_are_two() -> None:
    """A verb in the future tells no act that one in the past has told."""
    text = "El Ejército atacó Arauca el lunes. El Ejército atacará Arauca mañana."
    anchors = [text[e.anchors[0].start : e.anchors[0].end] for e in read(text, id="t").events]
    assert anchors == ["atacó", "atacará"]


def test_acts_that_share_words_are_one() -> None:
    """A sentence of years is no second act beside the verb whose phrase holds it, whatever the judge believes."""
    p = up_to("acts", "La jueza fue condenada a nueve años de prisión.")
    acts = tuple(msgspec.structs.replace(a, score=0.9) for a in p["acts"] if a.type == "SANCTION")
    assert len(acts) > 1
    models = {"same": _leaning(0.1)}
    (found,) = coreference.merge(p["article"], p["sentences"], (), acts, models, es.phrases())
    assert len(found.anchors) > 1
