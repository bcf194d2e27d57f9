"""Entities of two articles are one only where a name says so."""

from __future__ import annotations

import msgspec
import pytest

from sample_dossiers import dossier
from teletipo.export.network import network
from teletipo.export.report import Report
from teletipo.records import Dossier, Entity, EntityKind, Mention, MentionForm
from teletipo.store.identity import entity_keys


def keyed(id: str, kind: EntityKind, name: str, form: MentionForm, **said: str) -> str:
    """The key of an entity of article `id` that is mentioned in one form only."""
    one = Entity(id="n1", kind=kind, name=name, **said)
    mention = Mention(id="m1", entity="n1", start=0, end=1, form=form, why="test")
    return entity_keys(msgspec.structs.replace(dossier(id=id), entities=(one,), mentions=(mention,)))["n1"]


@pytest.mark.parametrize(
    ("kind", "name", "form", "said", "one"),
    [
        pytest.param("person", "Vladímir Putin", "name", {"known": "person:vladimir-putin"}, True, id="known"),
        pytest.param("person", "El presidente", "description", {"known": "person:x"}, True, id="known by a post"),
        pytest.param("person", "Ana Ruiz", "title", {}, True, id="title and name"),
        pytest.param("organisation", "Pemex", "name", {"country": "MEX"}, True, id="a body"),
        pytest.param("person", "su embajador", "description", {"country": "RUS"}, False, id="a person described"),
        pytest.param("group", "civiles", "description", {}, False, id="a group described"),
        pytest.param("person", "un cubano", "demonym", {"country": "CUB"}, False, id="one of a people"),
        pytest.param("person", "Pérez", "name", {}, False, id="a surname alone"),
    ],
)
def test_who_is_the_same_in_two_articles(
    kind: EntityKind, name: str, form: MentionForm, said: dict[str, str], one: bool
) -> None:
    """A name of one's own joins two articles; a description, or a surname that many bear, does not."""
    assert (keyed("a", kind, name, form, **said) == keyed("b", kind, name, form, **said)) is one


def test_bodies_of_two_states_are_two() -> None:
    """Every state may have a ministry of that name."""
    ministry = ("a", "organisation", "Ministerio de Defensa", "name")
    assert keyed(*ministry, country="ESP") != keyed(*ministry, country="CHL")


def test_a_state_read_as_a_place_is_not_its_government() -> None:
    """ "En China" is where something was, "China" who acted."""
    assert keyed("a", "place", "China", "name", known="state:CHN") == "place:CHN"
    assert keyed("a", "state", "China", "name", known="state:CHN") == "state:CHN"


def test_the_network_keeps_those_apart_that_are_only_described() -> None:
    """Two articles about somebody's ambassador are two nodes, two about Russia one."""

    def described(one: Dossier) -> Dossier:
        known = next(e for e in one.entities if e.name == "China")
        other = msgspec.structs.replace(known, name="su embajador", kind="person", known=None)
        mentions = (msgspec.structs.replace(m, form="description") if m.entity == known.id else m for m in one.mentions)
        entities = tuple(other if e.id == known.id else e for e in one.entities)
        return msgspec.structs.replace(one, entities=entities, mentions=tuple(mentions))

    nodes = network([described(dossier(id="a")), described(dossier(id="b"))], Report()).nodes
    assert [n.articles for n in nodes if n.label == "su embajador"] == [1, 1]
    assert [n.articles for n in nodes if n.label == "Rusia"] == [2]
