"""Who goes on speaking where no words name the speaker, as one of the cast."""

from __future__ import annotations

import pytest

from reported import speakers

RIVAS = "El ministro Juan Rivas anunció que habrá obras. "

#: text, beginning of a content, name of its speaker
CASES = [
    pytest.param(
        RIVAS + "Según un borrador obtenido por la agencia Sol, Rivas dijo que no habrá multas.\n"
        "«Somos justos», afirmó en el texto.",
        "Somos", "Juan Rivas", id="the person told of, not the agency that told it",
    ),
    pytest.param(
        RIVAS + "\nLa fiscalía aclaró que no hay querella. Añadió que el caso está cerrado.",
        "que el caso", "La fiscalía", id="the body told of",
    ),
    pytest.param(
        RIVAS + "Los jóvenes desertan por falta de dinero, por lo que hizo un llamado a los padres para que se "
        "acerquen.",
        "que se acerquen", "Juan Rivas", id="not several, for a verb in the singular",
    ),
    pytest.param(
        "Hubo una llamada de gente del instituto en Alba del Río, quienes pedían que no se dijera nada.",
        "que no se", None, id="who is no place",
    ),
    pytest.param(
        'Según "La Voz", la obra costará mucho a los vecinos.', "la obra", "Voz", id="a title in quotation marks",
    ),
    pytest.param(
        RIVAS + "\nComo dijimos en la edición del lunes, la lluvia dañó la presa.",
        "la lluvia", None, id="not who writes",
    ),
    pytest.param(
        "La nueva planta de reciclaje se alzará en Soria.\nDe esta forma, expuso, se cierra el ciclo.",
        "se cierra", None, id="not a building",
    ),
    pytest.param(
        RIVAS + "\nA la alcaldesa Ana Gil «no le estamos pidiendo nada que no deba dar a los vecinos», para acabar.",
        "no le estamos", "Juan Rivas", id="not of whom the words are",
    ),
    pytest.param(
        "Según la presidenta de la comisión, la liberal Ana Gil, fueron errores.", "fueron", "Ana Gil",
        id="a post and a name with an adjective",
    ),
    pytest.param(
        RIVAS + "La presidenta del Congreso Nancy Pelosi afirmó el domingo que vendrá.", "que vendrá", "Nancy Pelosi",
        id="a known name behind a body",
    ),
    pytest.param(
        RIVAS + "Lo confirmó Luis Mora, profesor de la Universidad de Alba, quien señaló que no habrá clases.",
        "que no habrá clases", "Luis Mora", id="who is a person, no university",
    ),
    pytest.param(
        "Habló con Ana Gil, subsecretaria de Asuntos Sociales de la Secretaría de Salud, quien juró que vendrá.",
        "que vendrá", "Ana Gil", id="the matter of a post is nobody's name",
    ),
    pytest.param(
        RIVAS + "Subirá el agua, según declaró durante la Feria Comarcal 2021 de su gremio.",
        "Subirá", "Juan Rivas", id="a year belongs to where it was said",
    ),
    pytest.param(RIVAS + "Según la tradición, el pueblo nació en mayo.", "el pueblo", None, id="a custom is nobody"),
    pytest.param(RIVAS + "Según el funcionario, el pueblo crece.", "el pueblo", "Juan Rivas", id="a word for a person"),
    pytest.param(
        "La Audiencia de Alba absolvió a Juan Rivas.\nLa fiscalía recurrió. Según el auto, Rivas no sabía nada.",
        "Rivas no", "La Audiencia de Alba", id="a ruling is a court's, not the prosecution's",
    ),
    pytest.param(
        "El fiscal Luis Mora leyó el auto dictado por la jueza Ana Gil. El fallo dice que no hay pruebas.",
        "que no hay", "Ana Gil", id="or a judge's",
    ),
    pytest.param(
        "Luis Paz ganó el torneo, aunque Marcos Soto dijo que tuvo suerte.\n«Le gusta arriesgar mucho», agregó.",
        "Le gusta", "Marcos Soto", id="who alone has said something, though in a clause beside",
    ),
    pytest.param(
        "Luis Paz afirmó que ganó, aunque Marcos Soto dijo que tuvo suerte.\n«Le gusta arriesgar mucho», agregó.",
        "Le gusta", "Luis Paz", id="who says something in the main clause",
    ),
    pytest.param(
        RIVAS + "La ministra Ana Gil juró que va, informó el diario Sol. Agregó que irá sola.", "que irá", "Ana Gil",
        id="not the outlet that passes it on",
    ),
    pytest.param(
        "Según Reuters, la ministra Ana Gil dijo que dimite. «Estoy cansada», añadió.", "Estoy", "Ana Gil",
        id="nor the one named first",
    ),
    pytest.param(
        "El diario Sol informó que la ministra Ana Gil dijo que dimite. Añadió que irá sola.", "que irá", "Sol",
        id="the outlet whose own sentence it is",
    ),
    pytest.param(
        "La ministra Ana Gil ya dejó el cargo, informó Reuters. Agregó que irá sola.", "que irá", "Reuters",
        id="the outlet that tells what she did",
    ),
    pytest.param(
        RIVAS + "Contó que llamó a la oficina y le contestaron que no hay agua.", "que no hay", None,
        id="not who was told: the verb is in the plural",
    ),
    pytest.param(
        RIVAS + "Luego protestó cuando le preguntaron si pagará.", "si pagará", None, id="nor who was asked",
    ),
    pytest.param(
        RIVAS + "Los vecinos lo esperaron en la plaza y le dijeron que falta agua.", "que falta", "Los vecinos",
        id="several of whom the verb before tells",
    ),
    pytest.param(
        "El ministro Juan Rivas y Ana Gil visitaron al juez y le dijeron que falta agua.", "que falta", "Juan Rivas",
        id="the first of two",
    ),
    pytest.param(
        "El ministro Juan Rivas se reunió con Ana Gil y acordaron que habrá agua.", "que habrá", "Juan Rivas",
        id="who did it with another",
    ),
    pytest.param(
        RIVAS + "Los médicos lo aplaudieron de pie. Rivas prometió que volverá. Denunciaron que faltan camas.",
        "que faltan", "Los médicos", id="in the plural those before, not one person",
    ),
    pytest.param(
        "Luis Paz salió cuando Marcos Soto dijo que tuvo suerte.\n«Me gusta arriesgar mucho», agregó.",
        "Me gusta", "Luis Paz", id="who does something meanwhile",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "speaker"), CASES)
def test_who_goes_on(text: str, content: str, speaker: str | None) -> None:
    """The speaker of the content that begins so."""
    assert speakers(text, content) == [speaker]


WRITTEN = [
    ("El gremio rechazó las declaraciones de la alcaldesa Ana Gil en las que afirmó que no hay agua.", "Ana Gil"),
    ("El ministro Juan Rivas leyó una carta de la ONU en la que pide que cese el ruido.", "ONU"),
    (
        "Según el ministerio, no hay multas. Los vecinos llevaban pancartas donde pedían que cese el ruido.",
        "Los vecinos",
    ),
    ("La fiscal Eva Sol envió al juez un escrito en el que asegura que no hay pruebas.", "Eva Sol"),
]


@pytest.mark.parametrize(("text", "speaker"), WRITTEN)
def test_who_writes_says_what_the_text_says(text: str, speaker: str) -> None:
    """The author that "de" names behind the noun, else the subject of the verb above."""
    assert speakers(text)[-1] == speaker


LABELLED = [
    ("El inspector no fue.\nAna Gil: «No se ha hecho el censo de las casas».", ["Ana Gil"]),
    ("- La ministra de Salud: «No se ha hecho el censo de las casas».", ["La ministra de Salud"]),
    ("La respuesta de Ana Gil: «No se ha hecho el censo de las casas».", [None]),
    ("Lima «crecerá sin plan ni agua durante diez años».", [None]),
]


@pytest.mark.parametrize(("text", "names"), LABELLED)
def test_who_is_named_before_words_without_a_verb(text: str, names: list[str | None]) -> None:
    """A name and a colon at the head of a line ascribe the words quoted next; places say nothing."""
    assert speakers(text) == names
