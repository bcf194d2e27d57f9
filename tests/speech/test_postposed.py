"""Subjects after a cue, with whatever stands beside them; one text of ours for each case."""

from __future__ import annotations

import pytest

from reported import said, speakers, statements
from teletipo.pipeline import read

#: text, speaker
AFTER = [
    pytest.param("«No enviaremos barcos», declaró Macron después de la cena.", "Macron", id="después de, a noun"),
    pytest.param("«No enviaremos barcos», declaró Macron al salir de Lima.", "Macron", id="al, an infinitive"),
    pytest.param("«Habrá votación», dijo Boric mientras bajaba del tren.", "Boric", id="mientras, a clause"),
    pytest.param("«Habrá votación», contestó Noboa sin dar detalles.", "Noboa", id="sin"),
    pytest.param("«Habrá votación», afirmó Orbán cuando le preguntaron por la ley.", "Orbán", id="cuando"),
    pytest.param("«Es un abuso», criticó Boric durante el debate.", "Boric", id="few words before a verb of blame"),
    pytest.param("«Habrá paz», dijo, en rueda de prensa, la juez Eva Soto.", "Eva Soto", id="a title"),
    pytest.param("«Habrá paz», dijo, por su parte, Juan Soto.", "Juan Soto", id="an insertion, a name"),
    pytest.param("«Habrá paz», declaró hoy, Juan Soto, jefe del club.", "Juan Soto", id="a stray comma after the day"),
    pytest.param("El club irá a Roma, informó hoy, martes, el técnico, Luis Rey.", "Luis Rey", id="the day twice"),
    pytest.param("«Habrá paz», dijo al diario La Voz la ministra Eva Soto.", "Eva Soto", id="behind a paper"),
    pytest.param("«Habrá paz», dijo al diario «La Voz» la ministra Eva Soto.", "Eva Soto", id="behind marks"),
    pytest.param("«Habrá paz», contó a la Afp Eva Soto Gil, vecina.", "Eva Soto Gil", id="behind an agency"),
    pytest.param(
        "Subirá el agua, aseguró el tercer visitador de la Comisión de Aguas de Oaxaca, Juan Soto.",
        "Juan Soto",
        id="a post nobody knows",
    ),
    pytest.param(
        "Subirá el agua, aseguró el tercer visitador de la Comisión de Aguas de Oaxaca (CAO), Juan Soto.",
        "Juan Soto",
        id="a name behind an acronym",
    ),
    pytest.param(
        "Subirá el agua, explicó la subvisitadora general de Aguas en la Zona Sur, Ana Soto Gil.",
        "Ana Soto Gil",
        id="a name behind where the post is",
    ),
    pytest.param(
        "Subirá el agua, informó la policía, Ana Soto Gil, detenida ayer, saldrá hoy.",
        "la policía",
        id="a body, whose name it is not",
    ),
    pytest.param(
        "Según contaron a La Voz fuentes próximas al taller, habrá juicio.",
        "fuentes próximas al taller",
        id="behind who is told",
    ),
    pytest.param("El juicio será hoy, según fuentes de la defensa.", "fuentes de la defensa", id="of somebody's"),
    pytest.param("La empresa no paga, comentó indignada la CGT.", "CGT", id="how he speaks"),
    pytest.param("«No hay dinero», dijo muy molesto el juez Luis Rey.", "Luis Rey", id="how he speaks, with an adverb"),
    pytest.param(
        "«Hay robos», dijo el vocero del presidente Luis Rey, en Soria.",
        "el vocero del presidente Luis Rey",
        id="whose staff",
    ),
    pytest.param(
        "«Hay robos», dijo el vocero del presidente, Luis Rey, en Soria.", "Luis Rey", id="whose name is apposed"
    ),
    pytest.param("«Hay robos», dijo el presidente del Gobierno Luis Rey.", "Luis Rey", id="of a body, no person"),
    pytest.param(
        "«Hay robos», expuso el agente de Juan Soto Gil, jefe del gremio.",
        "el agente de Juan Soto Gil",
        id="whose agent",
    ),
    pytest.param("Ayer anunció el presidente de Chile que habrá elecciones.", "el presidente de Chile", id="VSO"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), AFTER)
def test_who_stands_after_the_cue_speaks(text: str, speaker: str) -> None:
    """One statement, said by whoever the words after its cue name."""
    assert speakers(text) == [speaker]


def test_an_announced_thing_is_no_speaker() -> None:
    """A relative clause on what is announced is no finite complement."""
    (statement,) = said("El rector salió. Anunció un plan que cambiará la ciudad.")
    assert statement.words.startswith("un plan")


def test_who_demands_after_a_quotation_is_the_actor() -> None:
    """The bare phrase after "«…», exigió" is the subject, whatever the parser takes it for."""
    (event,) = read("«Basta ya», exigió la alcaldesa Ana Gil ante la prensa.").events
    assert [r.role for r in event.roles if r.entity] == ["actor"]


@pytest.mark.parametrize(
    "text",
    [
        "El alcalde Juan Soto llegó. «Hubo errores», admitió en entrevista con el diario suizo Blick.",
        "El alcalde Juan Soto pidió por escrito a la ministra de Aguas, Eva Paz, que abra el canal.",
        "El alcalde Juan Soto llegó. «Hubo errores», dijo muy dolido por la muerte de Luis Rey.",
        "El alcalde Juan Soto llegó. «Hubo errores», dijo, y Luis Rey calló.",
        "El alcalde Juan Soto llegó. «Hubo errores», dijo, mientras el juez Luis Rey callaba.",
    ],
)
def test_whoever_stands_after_the_cue_need_not_speak(text: str) -> None:
    """Whoever is spoken to, or the subject of the next clause, is not who says the words."""
    assert speakers(text)[:1] == ["Juan Soto"]


@pytest.mark.parametrize("rest", ["luego de ver el pozo", "mientras cerraba el pozo", "en la plaza"])
def test_where_the_words_for_the_subject_end(rest: str) -> None:
    """Before what tells when or where it was said."""
    text = f"La mina está vacía, expresó la jueza {rest}."
    (statement,) = statements(text)
    assert statement.speaker_span is not None
    assert statement.speaker_span.of(text) == "la jueza"


UNPUNCTUATED = [
    ("El precio del pan subirá un tercio dijo este lunes el ministro Luis Gil.",
     [("El precio del pan subirá un tercio", "Luis Gil")]),
    ("La inflación fue alta aseguró Ana Ruiz.", [("La inflación fue alta", "Ana Ruiz")]),
    ("La inflación fue alta aseguró Luis Paz experto en banca.", [("La inflación fue alta", "Luis Paz")]),
    ("La obra es el plan que el lunes anunció la ministra Eva Sol.", []),
    ("Cuando llegó el barco dijo Ana Ruiz.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), UNPUNCTUATED)
def test_a_clause_may_come_before_its_verb_without_a_comma(text: str, told: list[tuple[str, str]]) -> None:
    """If the verb has nothing but its subject behind it. A person without "a" is not what a verb of saying reports."""
    assert [(s.words, s.speaker) for s in said(text)] == told
