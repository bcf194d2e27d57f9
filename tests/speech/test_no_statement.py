"""Verbs that may report speech, in sentences where they report none; each with its counterexample."""

from __future__ import annotations

import pytest

from reported import contents, said

MANNERS = [
    ('La tesorera espera "avances claros" en la feria.', ['"avances claros" en la feria']),
    ('Se esperan "avances claros" en la feria.', []),
    ('La tesorera pronosticó una feria "con pocos clientes".', ['una feria "con pocos clientes"']),
    ('El notario mantiene "contactos muy discretos" con el dueño del molino.', []),
    ("La tesorera se mostró molesta por el retraso.", []),
    ('La tesorera se mostró "muy molesta" por el retraso.', ['"muy molesta" por el retraso']),
    ("La tesorera dio a conocer el reglamento de la feria.", []),
    ("La tesorera dio a conocer que habrá otra feria.", ["que habrá otra feria"]),
    ("El notario sugirió la venta del molino.", []),
    ("El notario sugirió que se venda el molino.", ["que se venda el molino"]),
    ("Los bomberos descubrieron que la puerta estaba abierta.", []),
]
RELATIVES = [
    ("El fiscal solicitó en el juicio que empezó ayer la libertad de los presos.", []),
    ("El fiscal solicitó en el juicio que se liberara a los presos.", ["que se liberara a los presos"]),
    ("La patronal propondrá al consejo que se reúne mañana la venta del molino.", []),
    ("El rector pidió a los vecinos de la sierra que se restablezca el agua.", ["que se restablezca el agua"]),
    ("Los alumnos solicitan a los jueces que representan al colegio, que acaben pronto.", ["que acaben pronto"]),
    ("La sala dictaminará la semana que viene.", []),
    ("La sala sentenció al dueño del molino, decisión que fue recurrida.", []),
    ("El gremio denunció el cierre de la Unidad de Rescate (UR) que vigilaba el puerto.", []),
    ("Informó la Comisión Nacional de Aguas (CNA) que la presa está vacía.", ["que la presa está vacía"]),
    ("El gremio apeló, debido a que no hubo avances, al juez de guardia.", []),
]
VESSELS = [
    ("La alcaldesa expuso sus ideas a los vecinos.", []),
    ("La alcaldesa informó a los vecinos de los pormenores de la obra.", []),
    ("Los vecinos expusieron su punto de vista.", []),
    ("La alcaldesa expuso la propuesta de cerrar el puente.", ["la propuesta de cerrar el puente"]),
    ("La alcaldesa expuso la necesidad de un puente.", ["la necesidad de un puente"]),
    ("El notario negó la visión de los vecinos.", ["la visión de los vecinos"]),
    ('La alcaldesa expuso sus ideas "para un puente sin coches".', ['sus ideas "para un puente sin coches"']),
]
OBJECTS = [
    ("La casa Sol, que está en el puerto viejo de la ciudad, denunció un robo de leña.", []),
    ("La casa Sol, que está en el puerto viejo de la ciudad, planteó la opción de cerrar.", []),
    ("El molino estaba abierto anoche, informó la subdirectora del museo.", ["El molino estaba abierto anoche"]),
    ("La casa Sol, que está en el puerto viejo de la ciudad, denunció ayer un robo de leña.", []),
    ("El molino perdió dinero este año, destaca el reportaje.", ["El molino perdió dinero este año"]),
    ("El molino perdió dinero este año, destaca un reportaje.", ["El molino perdió dinero este año"]),
    ("El molino perdió dinero este año, dijo un zagal.", ["El molino perdió dinero este año"]),
    ("El molino perdió dinero este año, según fue anunciado.", ["El molino perdió dinero este año"]),
    ("Cerraron el molino por una ley, considerada por muchos un disparate.", []),
]
UNSAID = [
    ("Entre las obras también destacan el molino y la presa.", []),
    ("Hubo obras, entre las que siempre destaca el molino.", []),
    ("Entre las obras, la alcaldesa destacó el molino.", ["el molino"]),
    ("Entre las obras la alcaldesa destaca el molino.", ["el molino"]),
    ("Como se recordará, el río bajó en marzo.", []),
    ("Como recordó la alcaldesa, el río bajó en marzo.", ["el río bajó en marzo"]),
    ("Es de destacar que el río bajó.", []),
    ("El juez no halló ninguna prueba que indicara que hubo robo.", []),
    ("El juez no halló cartas que confirmaran que hubo robo.", []),
    ("La casa ofrece el servicio Barca Acuerdo que permite pactar el precio.", []),
    ("Les preocupa que el río baje.", []),
    ("Al juez le preocupa que el río baje.", ["que el río baje"]),
    ("Al juez le parece injusto que el río baje.", []),
    ("Preocupa que el río baje.", []),
    ("La portavoz no dijo si habrá huelga.", []),
    ("La portavoz se negó a decir si habrá huelga.", []),
    ("La norma le exige explicar cuáles son las obras.", []),
    ("Así es como los «enojados» avanzan.", []),
    ("La portavoz preguntó si habrá huelga.", ["si habrá huelga"]),
    ("El abogado pidió multas en caso de que el juez considerase que hubo robo.", []),
    ("Se hicieron obras a fin de garantizar que llegue el agua.", []),
    ("Se considera que el río bajará.", []),
    ("No se descarta que haya huelga.", []),
    ("El alcalde descarta que haya huelga.", ["que haya huelga"]),
    ("El juicio concluyó hoy con la declaración del perito que examinó la carta.", []),
    ("El tribunal admitió a trámite la querella de los vecinos.", []),
    ("Lea también: El puente cierra mañana por obras", []),
    ("La directora expresó su opinión en la radio.", []),
    ('La rectora se refirió a la sala como "una cueva sin luz ni aire".', ["una cueva sin luz ni aire"]),
    ('El museo publicó más de cien cartas que "cuentan la vida del puerto".', []),
    ('El fallo supone "un golpe muy duro para el valle".', []),
    ("El diario publicó las fotos, confirmando la venta del molino.", []),
    ("El alcalde habló, confirmando que vende el molino.", ["que vende el molino"]),
    ('En el acta se rechazó la venta, "que daña a todo el valle".', []),
]
THINGS = [
    ("Para los clientes del puerto, el viaje será más caro.", []),
    ('Eva Paz llegó ayer. La dirección sugirió la venta "para ahorrar agua".', ['la venta "para ahorrar agua"']),
    ("La derrota convenció al ministro Luis Paz de que debía vender.", []),
    ("La ministra Eva Paz convenció al rector Luis Mora de que debía vender.", ["que debía vender"]),
    ("La avería del puente supone que el tren llegará tarde.", []),
    ("La ministra Eva Paz supone que el tren llegará tarde.", ["que el tren llegará tarde"]),
    ("La estampida en la feria pone de manifiesto la falta de guardias.", []),
    ("El informe pone de manifiesto la falta de guardias.", ["la falta de guardias"]),
]


@pytest.mark.parametrize(("text", "words"), MANNERS)
def test_showing_and_finding_are_not_saying(text: str, words: list[str]) -> None:
    """A mood, a paper made public or a find is no statement; a clause or quoted words are."""
    assert contents(text) == words


@pytest.mark.parametrize(("text", "words"), THINGS)
def test_what_a_thing_entails_or_shows_is_not_said(text: str, words: list[str]) -> None:
    """A thing that supposes or shows something does not speak; a person does."""
    assert [s.words for s in said(text)] == words


@pytest.mark.parametrize(("text", "words"), RELATIVES)
def test_a_relative_clause_is_not_what_is_asked_for_or_said(text: str, words: list[str]) -> None:
    """What is asked for is in the subjunctive; a clause that repeats a noun or describes one is a relative."""
    assert contents(text) == words


@pytest.mark.parametrize(("text", "words"), VESSELS)
def test_a_noun_may_tell_that_something_is_said_but_not_what(text: str, words: list[str]) -> None:
    assert contents(text) == words


@pytest.mark.parametrize(("text", "words"), OBJECTS)
def test_a_verb_with_an_object_behind_it_does_not_report_what_precedes(text: str, words: list[str]) -> None:
    assert contents(text) == words


@pytest.mark.parametrize(("text", "words"), UNSAID)
def test_nothing_is_said(text: str, words: list[str]) -> None:
    """Nobody says what is withheld, supposed, aimed at, held by nobody or only pointed at."""
    assert contents(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("El argumento de la jueza Ana Paz fue que no hay pruebas.", ["que no hay pruebas"]),
        ("El exhorto hacia los vecinos de Lima es que cuiden el agua.", []),
        ("La idea del libro es que nadie manda.", []),
    ],
)
def test_a_noun_and_what_it_is(text: str, words: list[str]) -> None:
    """What somebody's argument is, is his statement; what a book's idea is, is nobody's."""
    assert [s.words for s in said(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Arde el puerto viejo de Lima desde ayer. Foto: Ana Gil\n", []),
        ("¿Arde el puerto viejo? Nadie lo sabe: Ana Gil\n", ["¿Arde el puerto viejo? Nadie lo sabe"]),
    ],
)
def test_a_label_behind_a_sentence_is_no_headline(text: str, words: list[str]) -> None:
    """Before the name of who says it stands a clause, whatever sentences precede that."""
    assert [s.words for s in said(text)] == words
