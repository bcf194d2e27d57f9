"""What an act is about: its topic, told apart from its parties; sentences of ours."""

from __future__ import annotations

import pytest

from teletipo.pipeline import read


@pytest.mark.parametrize(
    ("text", "type_", "topics"),
    [
        pytest.param("El pacto que firmaron Perú y Chile es secreto.", "SUPPORT", ["El pacto"], id="no pronoun"),
        pytest.param("La ministra lo aceptó ayer.", "AGREE", [], id="no clitic"),
        pytest.param("El acuerdo entre Irán y Arabia Saudí fue alcanzado en Pekín.", "AGREE", [], id="no party"),
        pytest.param("Kiev pidió ayuda a Berlín.", "REQUEST", ["ayuda"], id="who is asked is no part of it"),
        pytest.param(
            "El presidente dio marcha atrás en la reforma.",
            "CONCEDE",
            ["la reforma"],
            id="not the words of the act",
        ),
        pytest.param(
            "Cuba expresó su disposición a liberar a Gross.",
            "AGREE",
            ["liberar a Gross"],
            id="what its noun is about",
        ),
        pytest.param(
            "«Noruega hace el trabajo sucio», lamentó Raúl Estrada, director de un hospital.",
            "ACCUSE",
            ["Noruega hace el trabajo sucio"],
            id="no quotation mark without its other",
        ),
        pytest.param("Lula conversó con Macron de manera cordial.", "CONSULT", [], id="no manner"),
        pytest.param("Chile y Perú llegaron a un acuerdo en el marco de la feria.", "AGREE", [], id="no occasion"),
        pytest.param(
            "Perú y Chile negocian sobre la forma de la mesa.", "CONSULT", ["la forma de la mesa"], id="a way"
        ),
        pytest.param(
            "Soto exigió un alto el fuego inmediato.", "REQUEST", ["un alto el fuego inmediato"], id="a truce"
        ),
        pytest.param("Francia devolvió a Benín veinte estatuas.", "RETREAT", [], id="giving back is a concession"),
    ],
)
def test_the_topic_of_an_act(text: str, type_: str, topics: list[str]) -> None:
    """A topic says something by itself and is nobody who takes part."""
    acts = [e for e in read(text).events if e.type == type_]
    assert acts
    assert [text[r.start : r.end] for e in acts for r in e.roles if r.role == "topic"] == topics
