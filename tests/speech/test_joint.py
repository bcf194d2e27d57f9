"""Who says something together."""

from __future__ import annotations

import pytest

from reported import speakers
from teletipo.pipeline import read


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        pytest.param("Perú y Chile dijeron que Brasil bombardeó el puerto.", {"Perú", "Chile"}, id="both"),
        pytest.param(
            "Perú, citando a Chile, afirmó que Brasil bombardeó el puerto.", {"Perú", "Chile"}, id="and whom he cites"
        ),
        pytest.param(
            "Perú, visitando a Chile, afirmó que Brasil bombardeó el puerto.", {"Perú"}, id="not whom he visits"
        ),
        pytest.param("Perú dijo a Chile que Brasil bombardeó el puerto.", {"Perú"}, id="not who is told"),
    ],
)
def test_an_act_rests_on_the_word_of_all_who_tell_it(text: str, sources: set[str]) -> None:
    """The statement names the first, the act told in it all of them and whom they cite."""
    dossier = read(text, id="test")
    names = {e.id: e.name for e in dossier.entities}
    assert [{names[s] for s in e.source} for e in dossier.events if e.type == "ASSAULT"] == [sources]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Vinieron Eva Sol, Juan Soto y Luis Rey, quienes dijeron que llueve.", "Eva Sol", id="three"),
        pytest.param("Hubo críticas del PRI y del PAN, que acusaron a Eva Sol de «mentir».", "PRI", id="parties"),
        pytest.param("Eva Sol vino con Luis Rey, quien dijo que llueve.", "Luis Rey", id="not a singular"),
        pytest.param("Un estudio sobre la salud de los chilenos concluyó que llueve.", None, id="not what it is about"),
        pytest.param("Un estudio sobre la salud de la ONU concluyó que llueve.", "ONU", id="a body behind that"),
    ],
)
def test_the_first_of_those_listed_speaks(text: str, speaker: str | None) -> None:
    """A plural relative clause is about all that are listed before it; nobody is who a document is about."""
    assert speakers(text) == [speaker]
