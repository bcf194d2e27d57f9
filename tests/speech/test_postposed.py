"""Subjects after a cue, with whatever stands beside them; one text of ours for each case."""

from __future__ import annotations

import pytest

from teletipo.pipeline import read

#: text, speaker
AFTER = [
    pytest.param("«No enviaremos barcos», declaró Macron después de la cena.", "Macron", id="después de, a noun"),
    pytest.param("«No enviaremos barcos», declaró Macron al salir de Lima.", "Macron", id="al, an infinitive"),
    pytest.param("«Habrá votación», dijo Boric mientras bajaba del tren.", "Boric", id="mientras, a clause"),
    pytest.param("«Habrá votación», contestó Noboa sin dar detalles.", "Noboa", id="sin"),
    pytest.param("«Habrá votación», afirmó Orbán cuando le preguntaron por la ley.", "Orbán", id="cuando"),
    pytest.param("«Es un abuso», criticó Boric durante el debate.", "Boric", id="few words before a verb of blame"),
    pytest.param("Declaró Macron que no enviará barcos.", "Macron", id="the verb opens the sentence"),
    pytest.param("Ayer anunció el presidente de Chile que habrá elecciones.", "el presidente de Chile", id="VSO"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), AFTER)
def test_who_stands_after_the_cue_speaks(text: str, speaker: str) -> None:
    """One statement, said by whoever the words after its cue name."""
    dossier = read(text)
    names = {e.id: e.name for e in dossier.entities}
    assert [names.get(s.speaker or "") for s in dossier.statements] == [speaker]


def test_an_announced_thing_is_no_speaker() -> None:
    """A relative clause on what is announced is no finite complement."""
    (statement,) = read("El rector salió. Anunció un plan que cambiará la ciudad.").statements
    assert statement.content[0].of("El rector salió. Anunció un plan que cambiará la ciudad.").startswith("un plan")


def test_who_demands_after_a_quotation_is_the_actor() -> None:
    """The bare phrase after "«…», exigió" is the subject, whatever the parser takes it for."""
    (event,) = read("«Basta ya», exigió la alcaldesa Ana Gil ante la prensa.").events
    assert [r.role for r in event.roles if r.entity] == ["actor"]
