"""What is told in an aside: done by the subject of the main clause, and as sure as it is itself; sentences of ours."""

from __future__ import annotations

import pytest

from teletipo.pipeline import read

CASES = [
    pytest.param("Tras reunirse con Tusk, Sunak pidió sanciones.", "CONSULT", "Sunak", "fact", id="tras"),
    pytest.param("Sunak propuso una tregua después de reunirse con Tusk.", "CONSULT", "Sunak", "fact", id="adverb"),
    pytest.param("Sunak pidió sanciones reuniéndose con Tusk.", "CONSULT", "Sunak", "fact", id="gerund"),
    pytest.param(
        "Luego de visitar Quito, Sunak exigió a Rusia retirar sus tropas.", "CONSULT", "Sunak", "fact",
        id="not done by whom the main verb commands",
    ),
    pytest.param("Sunak quiere viajar a Quito tras reunirse con Tusk.", "CONSULT", "Sunak", "proposed", id="a plan"),
    pytest.param("La ONU exigió a Rusia retirar sus tropas.", "RETREAT", "Rusia", "proposed", id="no aside"),
    pytest.param("Sunak pidió prudencia cuando visitó Chile.", "CONSULT", "Sunak", "fact", id="a name behind visitar"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "actor", "certainty"), CASES)
def test_asides(text: str, type_: str, actor: str, certainty: str) -> None:
    """What the main verb says of its complements holds for none of its asides."""
    dossier = read(text)
    names = {e.id: e.name for e in dossier.entities}
    acts = [e for e in dossier.events if e.type == type_]
    assert [e.certainty for e in acts] == [certainty] * max(1, len(acts))
    assert all(actor in {names[r.entity] for r in e.roles if r.role == "actor" and r.entity} for e in acts)
