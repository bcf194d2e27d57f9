"""Who may take part in an act: the candidates that the role model weighs."""

from __future__ import annotations

import pytest

from teletipo import pipeline
from teletipo.act import Act
from teletipo.candidates import PROPOSING
from teletipo.languages import es
from teletipo.linear import Crossed
from teletipo.stages import assign
from teletipo.stages.article import article
from teletipo.stages.weighing import lists
from teletipo.stages.weighing.around import Around, candidates
from teletipo.stages.weighing.outlook import Outlook


def _first(text: str, type_: str) -> tuple[Around, Act]:
    """The first act of a type, and what surrounds it."""
    p = pipeline.run(PROPOSING, article(text), {})
    seats = es.KNOWLEDGE["referring"]().seats
    around = Around(p["sentences"], p["cast"], p["statements"], es.KNOWLEDGE["codebook"](), (), seats)
    return around, next(a for a in p["acts"] if a.type == type_)


def _origins(text: str, type_: str) -> dict[str, str]:
    """Names of the candidates of the first act of a type, with their origins."""
    around, act = _first(text, type_)
    return {around.cast.entity(c.entity).name: c.origin for c in candidates(act, around)}


def test_a_state_named_only_in_a_title_is_a_candidate_of_its_own_kind() -> None:
    """ "el presidente de Rusia" puts Rusia among the candidates, told apart from those named by themselves."""
    origins = _origins("El presidente de Rusia, Vladímir Putin, criticó a Polonia.", "ACCUSE")
    assert origins["Rusia"] == "inside"
    assert origins["Polonia"] == "here"


def test_a_state_also_named_by_itself_counts_as_named() -> None:
    """The same state inside a title and alone is one candidate, and it is named in the sentence."""
    origins = _origins("El presidente de Rusia, Vladímir Putin, criticó a Polonia y elogió a Rusia.", "ACCUSE")
    assert origins["Rusia"] == "here"


class _Decided:
    """A model that gives every candidate one part."""

    def __init__(self, part: str) -> None:
        self._part = part

    def distribution(self, _features: object) -> dict[str, float]:
        return {part: float(part == self._part) for part in ("actor", "none", "place", "recipient")}


class _Visiting:
    """A model by which persons act and all others are the place."""

    def distribution(self, features: Crossed) -> dict[str, float]:
        decided = "actor" if "kind=person" in features.plain else "place"
        return {part: float(part == decided) for part in ("actor", "none", "place", "recipient")}


def _assigned(text: str, type_: str, part: str) -> set[tuple[str, str]]:
    """Part and name of those in the first act of a type, if every candidate is likeliest to play `part`."""
    around, act = _first(text, type_)
    found = assign.assigned(act, around, _Decided(part))  # type: ignore[arg-type]
    return {(a.role, around.cast.entity(a.entity).name) for a in found.arguments if a.entity}


@pytest.mark.parametrize(
    ("text", "also_place"),
    [
        pytest.param("El canciller chileno hizo una visita a Cuba.", True, id="where-a-visit-leads"),
        pytest.param("El canciller chileno se reunió con Cuba.", False, id="whom-somebody-meets"),
    ],
)
def test_the_host_of_a_visit_is_its_place(text: str, also_place: bool) -> None:
    """The state that a visit leads to receives it and is where it happens."""
    found = _assigned(text, "CONSULT", "recipient")
    assert ("recipient", "Cuba") in found
    assert (("place", "Cuba") in found) == also_place


@pytest.mark.parametrize(
    ("text", "host"),
    [
        pytest.param("El canciller chileno visitó Cuba.", "Cuba", id="a-foreign-state"),
        pytest.param("El canciller chileno viajó a La Habana.", None, id="a-city"),
        pytest.param("El canciller peruano hizo una visita oficial por Perú.", None, id="his-own-state"),
    ],
)
def test_a_foreign_state_that_is_the_place_of_a_visit_is_its_host(text: str, host: str | None) -> None:
    """Where a visit leads receives it if it is a state other than that of the visitor."""
    around, act = _first(text, "CONSULT")
    found = assign.assigned(act, around, _Visiting())  # type: ignore[arg-type]
    hosts = [around.cast.entity(a.entity).name for a in found.arguments if a.entity and a.role == "recipient"]
    assert hosts == ([host] if host else [])


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        pytest.param("El juez fue detenido en la embajada de Brasil.", True, id="in-its-building"),
        pytest.param("La embajada de Brasil detuvo al juez.", False, id="as-a-body"),
        pytest.param("El juez fue detenido en la Cancillería.", True, id="a ministry"),
    ],
)
def test_a_body_in_its_building_can_be_a_place(text: str, placed: bool) -> None:
    """An embassy is a place where something is done in it, and nowhere else."""
    found = _assigned(text, "COERCE", "place")
    assert any(role == "place" and ("embajada" in name or "Canc" in name) for role, name in found) == placed


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Francia y Portugal condenaron el golpe.", True),
        ("Francia condenó el golpe en Portugal.", False),
        ("El rey criticó a Francia y a Italia, que preside la liga, y a Portugal.", True),
        (
            "La reina dio una cena en honor a Francia y su delegación, que incluía ministros de Obras y de Minas, "
            "así como Portugal y expertos.",
            False,
        ),
    ],
    ids=["members of a list", "apart", "with its preposition behind a clause", "without it"],
)
def test_what_is_believed_of_one_member_of_a_list_counts_for_the_others(text: str, drawn: bool) -> None:
    """The beliefs in those named together are drawn towards their mean; others stay as they are."""
    around, act = _first(text, "CONSULT" if "cena" in text else "ACCUSE")
    named = {around.cast.entity(c.entity).name: c for c in candidates(act, around)}
    one, other = lists.Belief(named["Francia"], {"actor": 0.9}), lists.Belief(named["Portugal"], {"actor": 0.3})
    found = [b.parts["actor"] for b in lists.evened([one, other], around.sentences)]
    mean = (0.9 + 0.3) / 2
    assert found == pytest.approx(
        [0.9 + lists.EVENED * (mean - 0.9), 0.3 + lists.EVENED * (mean - 0.3)] if drawn else [0.9, 0.3]
    )


def test_who_is_named_in_a_list_and_alone_is_drawn_to_the_list() -> None:
    """Another mention outside the list takes nothing back."""
    around, act = _first("Francia y Portugal condenaron el golpe contra Francia.", "ACCUSE")
    named = {around.cast.entity(c.entity).name: c for c in candidates(act, around)}
    one, other = lists.Belief(named["Francia"], {"actor": 0.9}), lists.Belief(named["Portugal"], {"actor": 0.3})
    assert len(named["Francia"].placed) == 2
    assert all(0.3 < b.parts["actor"] < 0.9 for b in lists.evened([one, other], around.sentences))


def test_a_part_barred_from_one_member_of_a_list_stays_so() -> None:
    """Two of three may have acted: their beliefs are drawn together, the third has none."""
    around, act = _first("Francia, Italia y Portugal condenaron el golpe.", "ACCUSE")
    named = {around.cast.entity(c.entity).name: c for c in candidates(act, around)}
    parts = {"Francia": {"actor": 0.9}, "Italia": {"recipient": 0.1}, "Portugal": {"actor": 0.9}}
    beliefs = [lists.Belief(named[name], dict(own)) for name, own in parts.items()]  # type: ignore[arg-type]
    assert [set(b.parts) for b in lists.evened(beliefs, around.sentences)] == [{"actor"}, {"recipient"}, {"actor"}]


class _Hesitant:
    """A model by which everybody is an actor, none of them likely enough for a part that somebody fills already."""

    def distribution(self, _features: object) -> dict[str, float]:
        return {"actor": 0.35, "none": 0.65, "place": 0.0, "recipient": 0.0}


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        pytest.param("Francia y Portugal condenaron el golpe.", "ACCUSE", {"Francia", "Portugal"}, id="in-one-list"),
        pytest.param("Francia condenó con Portugal el golpe.", "ACCUSE", {"Francia"}, id="apart"),
        pytest.param("Francia negoció con Portugal.", "CONSULT", {"Francia", "Portugal"}, id="with-each-other"),
    ],
)
def test_what_suffices_for_one_of_several_together_suffices_for_the_others(
    text: str, type_: str, actors: set[str]
) -> None:
    """The lower bar of a part that nobody fills holds for all that are named together or do it with each other."""
    around, act = _first(text, type_)
    found = assign.assigned(act, around, _Hesitant())  # type: ignore[arg-type]
    named = {around.cast.entity(a.entity).name for a in found.arguments if a.role == "actor" and a.entity}
    assert named == actors


class _Unsure:
    """A model for which every candidate is as likely an actor as not."""

    def distribution(self, _features: object) -> dict[str, float]:
        return {"actor": 0.48, "none": 0.52, "place": 0.0, "recipient": 0.0}


def test_beside_one_that_fills_a_function_another_without_must_be_likelier() -> None:
    """As likely as the subject is not enough for who hangs on another word of the sentence."""
    around, act = _first("Francia condenó el golpe que alarmó a Portugal.", "ACCUSE")
    found = assign.assigned(act, around, _Unsure())  # type: ignore[arg-type]
    assert [around.cast.entity(a.entity).name for a in found.arguments if a.role == "actor" and a.entity] == ["Francia"]


@pytest.mark.parametrize("noun", ["arresto", "asesinato", "liberación"])
def test_whose_arrest_is_told_is_its_recipient(noun: str) -> None:
    """The judge takes "su arresto" as it takes "el arresto de Ruiz"."""
    text = f"Ana Ruiz es jueza. La ONU lamentó su {noun}."
    dossier = pipeline.read(text, id="t")
    (event,) = [e for e in dossier.events if text[e.anchors[0].start : e.anchors[0].end] == noun]
    names = {e.id: e.name for e in dossier.entities}
    assert [(r.role, names[r.entity]) for r in event.roles if r.entity] == [("recipient", "Ana Ruiz")]


@pytest.mark.parametrize(
    ("text", "told"),
    [("«El rey me apoya», dijo la senadora.", True), ("«El rey nos apoya», dijo la senadora.", False)],
    ids=["me", "us"],
)
def test_who_is_quoted_with_me_is_believed_to_be_meant(text: str, told: bool) -> None:
    """ "Me" is whoever is quoted, whatever the model believes; "nos" may be others with him."""
    assert (("recipient", "la senadora") in _assigned(text, "SUPPORT", "none")) == told


def test_only_the_mention_that_fills_a_function_tells_in_which_list_somebody_is() -> None:
    """ "Francia y Japón maniobraban mientras París enviaba tropas": as the sender, France is in no list with Japan."""
    around, act = _first("Francia y Japón hacían maniobras mientras Francia enviaba tropas a Mali.", "MOBILIZE")
    view = Outlook.of(act, around)
    france = next(c for c in view.candidates if around.cast.entity(c.entity).name == "Francia")
    assert len(france.placed) > len(lists.narrowed(france, view).placed)


class _Inclined:
    """A model for which everybody is an actor rather than not, but less than one beside another must be."""

    def distribution(self, _features: object) -> dict[str, float]:
        return {"actor": 0.45, "none": 0.55, "place": 0.0, "recipient": 0.0}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Tras una reunión con Portugal, Chile condenó el golpe.", {"Chile", "Portugal"}),
        ("Tras una reunión de Portugal, Chile condenó el golpe.", {"Portugal"}),
    ],
)
def test_talks_with_somebody_have_another_party(text: str, actors: set[str]) -> None:
    """Who is under "con" fills his own place only: for the other party the lower bar still holds."""
    around, act = _first(text, "CONSULT")
    found = assign.assigned(act, around, _Inclined())  # type: ignore[arg-type]
    assert {around.cast.entity(a.entity).name for a in found.arguments if a.role == "actor" and a.entity} == actors
