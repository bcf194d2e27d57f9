"""Agreement ("de acuerdo") and sides ("a favor", "en contra") are predicates with a subject, not prepositions."""

from __future__ import annotations

import pytest

from teletipo.languages import es
from teletipo.pipeline import read
from teletipo.stages import mend


@pytest.mark.parametrize(
    ("text", "subject", "about"),
    [
        ("Fiyi está de acuerdo con la retirada.", "Fiyi", "retirada"),
        ("Fiyi no está plenamente de acuerdo con las sanciones.", "Fiyi", "sanciones"),
        ("El sindicato está de acuerdo en negociar con la patronal.", "sindicato", "negociar"),
        ("El sindicato está de acuerdo con que se negocie.", "sindicato", "negocie"),
        ("Los dos bandos se pusieron de acuerdo con la tregua.", "bandos", "tregua"),
        ("El juez elogió a quienes no están de acuerdo con sus fallos.", "quienes", "fallos"),
    ],
)
def test_who_agrees_is_the_subject_and_what_it_is_about_hangs_on_the_agreement(
    text: str, subject: str, about: str
) -> None:
    """So that nobody is taken for the author of what he agrees to or not."""
    (sentence,) = mend.mended(es.parse(text), es.verbs())
    agreement = sentence.forms.index("acuerdo")
    verb = sentence.heads[agreement]
    subjects = [sentence.forms[c] for c in sentence.children[verb] if sentence.labels[c].startswith("nsubj")]
    assert subjects == [subject]
    assert sentence.heads[sentence.forms.index(about)] == agreement


@pytest.mark.parametrize("side", ["a favor", "en contra"])
def test_who_is_for_or_against_something_is_its_subject(side: str) -> None:
    """As with other verbs than "estar"."""
    (sentence,) = mend.mended(es.parse(f"Fiyi está {side} de las sanciones."), es.verbs())
    verb = sentence.forms.index("está")
    assert sentence.heads[verb] < 0
    assert sentence.heads[sentence.forms.index("Fiyi")] == verb
    assert sentence.heads[sentence.forms.index("sanciones")] == verb


def test_according_to_somebody_stays_a_preposition() -> None:
    """ "De acuerdo con el alcalde" names a source."""
    (statement,) = read("De acuerdo con el alcalde, el puente está cerrado.").statements
    assert statement.speaker is not None


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Fiyi está de acuerdo con la retirada de las tropas.", {("AGREE", "fact"), ("RETREAT", "planned")}),
        ("Fiyi no está de acuerdo con la tregua.", {("REJECT", "fact")}),
    ],
)
def test_agreeing_to_an_act_does_not_make_it_a_fact(text: str, events: set[tuple[str, str]]) -> None:
    """It is planned, or told by nobody where somebody disagrees."""
    found = {(e.type, e.certainty) for e in read(text).events}
    assert events <= found
    assert ("RETREAT", "fact") not in found


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("El canciller quiere sostener una reunión con los rebeldes.", "proposed"),
        ("Los ministros tienen previsto celebrar una reunión bilateral en Quito.", "planned"),
    ],
)
def test_a_planned_meeting_is_no_fact_whatever_verb_carries_it(text: str, certainty: str) -> None:
    """ "Sostener" tells what somebody said only with a clause."""
    (meeting,) = [e for e in read(text).events if e.type == "CONSULT"]
    assert meeting.certainty == certainty


def test_who_travels_along_is_not_visited() -> None:
    """ "Viajó a Quito con dos ministros" names companions."""
    (visit,) = read("El presidente viajó a Quito con dos ministros.").events
    assert {r.role for r in visit.roles} == {"actor", "place"}
