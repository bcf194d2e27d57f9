"""Who speaks is the one whom the main clause is about, or who has spoken; not who is only named."""

from __future__ import annotations

import pytest

from reported import said, speakers

#: text, beginning of a content, name of its speaker
CASES = [
    pytest.param(
        "El alcalde, Juan Paz, desestimó la idea de que la ONU había cambiado: «Nadie ha cambiado nunca de idea».",
        "Nadie ha", "Juan Paz", id="the subject of a clause inside the one before the colon",
    ),
    pytest.param(
        "Juan Rivas llegó. La alcaldesa Ana Gil, a quien el juez citó, fue más clara al decir que habrá agua.",
        "que habrá", "Ana Gil", id="an infinitive has the subject of the main verb, also of a copula",
    ),
    pytest.param(
        "Juan Paz llegó tarde a su oficina y agradeció los regalos. «Son ustedes muy amables con este viejo alcalde».",
        "Son ustedes", "Juan Paz", id="the first words that stand alone, by the person told of before",
    ),
    pytest.param(
        "El ministro Juan Rivas dijo que no habrá cortes. El lunes hubo lluvia.\nLlovió en la sierra. Nevó en Soria.\n"
        "La ONU recibe ayuda cada año. Se requiere, agregó, una presa nueva.",
        "Se requiere", "Juan Rivas", id="a body that has said nothing does not go on",
    ),
    pytest.param(
        "El ministro Juan Rivas dijo que no habrá cortes. Dicen que la presa está vacía.",
        "que la presa", None, id="a present in the plural goes on with nobody",
    ),
    pytest.param(
        "El ministro Juan Rivas salió tras revelarse que la presa está vacía.",
        "que la presa", None, id="nobody reveals it after an infinitive with se",
    ),
    pytest.param(
        'Pero su socio, Luis Gil, se manifestó "muy preocupado" por la presa.', '"muy', "Luis Gil", id="se manifestó"
    ),
    pytest.param(
        "El ministro Juan Rivas dijo que habrá pan. Luego el 2 de abril aseguró que no habrá cortes.",
        "que no habrá", "Juan Rivas", id="a date does not speak",
    ),
    pytest.param(
        "Juan Rivas convocó a parar en caso de que el congreso del gremio ratifique el aval. Dijo que habrá marchas.",
        "que habrá", "Juan Rivas", id="not whoever ratifies in a clause beside the main one",
    ),
    pytest.param(
        "Lo anterior fue expresado por la jueza Ana Gil. Luego detalló que nunca cobró nada.",
        "que nunca", "Ana Gil", id="by whom it was expressed",
    ),
    pytest.param(
        "Es un mal plan, señala la senadora Ana Ruiz.\nEl ministro de Obras, Juan Rivas, ha acusado a la oposición de "
        "mentir.\n«La gente no tolera esto ni un día más».",
        "La gente", "Juan Rivas", id="words that stand alone are those of the subject before",
    ),
    pytest.param(
        "No subirá el agua este año, dijo en la feria\nLa alcaldesa Ana Gil aseguró que no habrá cortes.",
        "No subirá", "Ana Gil", id="the words of a headline are those of whom the text names next",
    ),
    pytest.param(
        "«No subirá el agua», asegura.\nEl alcalde Juan Rivas cerró la presa. El concejal Luis Gil dijo que es tarde.",
        "No subirá", None, id="but not of who speaks next after somebody else was named",
    ),
    pytest.param(
        "«Mi vecina miente cuando afirma que hay pan», dijo el ministro Juan Rivas.",
        "que hay", None, id="who is quoted does not speak of himself in the third person",
    ),
    pytest.param(
        "Tres socios fueron golpeados en la plaza, acusó Luis Gil, dirigente del gremio.",
        "Tres socios", "Luis Gil", id="a verb of accusing after the clause, with its subject",
    ),
    pytest.param(
        "El banco debe abrir sus archivos, recomendó un informe de la ONU.",
        "El banco", "ONU", id="a document that recommends after the clause",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "speaker"), CASES)
def test_speaker(text: str, content: str, speaker: str | None) -> None:
    """The content is found and said by the one who says it."""
    assert speakers(text, content) == [speaker], said(text)


@pytest.mark.parametrize(
    "text",
    [
        "El ministro Juan Rivas salió. La ley establece que las mujeres votan por la mañana.",
        "El ministro Juan Rivas salió. Las obras justifican que se cierre la calle.",
        "El general Juan Rivas ganó la batalla, venció a Luis Gil, condenó el atentado.",
    ],
)
def test_laws_and_things_say_nothing(text: str) -> None:
    """What a law lays down is no statement, nor what a thing makes reasonable."""
    assert not said(text)
