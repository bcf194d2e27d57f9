"""Appositions: titles at some distance from the name of their holder."""

from __future__ import annotations

import pytest

from resolved import Row, read

ONE = [
    pytest.param("La directora del Instituto de Educación para Adultos (IEPA), Ana Gil, pidió calma.", id="acronym"),
    pytest.param("El jefe de la sección 34 del Sindicato de Maestros, Ana Gil, pidió calma.", id="number"),
    pytest.param("La aspirante a la candidatura del PP a la alcaldía, Ana Gil, pidió calma.", id="candidate"),
    pytest.param(
        "La candidata a alcaldesa de Soria por la alianza verde, Ana Gil, pidió calma.", id="stands for a post"
    ),
    pytest.param("La subdirectora de Control Regional, Obras Civiles y Vivienda, Ana Gil, pidió calma.", id="fields"),
    pytest.param("La entrenadora del equipo de Soria, la mallorquina Ana Gil, pidió calma.", id="origin"),
    pytest.param("La secretaria técnica de la Unesco, la mexicana Ana Gil, pidió calma.", id="nationality"),
    pytest.param("La presidenta francesa, la gaullista Ana Gil, pidió calma.", id="party"),
    pytest.param("La consejera presidenta del Instituto Electoral, Ana Gil, pidió calma.", id="two nouns"),
    pytest.param("Llegó su hermana la ministra de Salud, Ana Gil, que pidió calma.", id="relative and post"),
    pytest.param("En otro orden, la diputada socialista, Ana Gil dijo que no.", id="the second comma left out"),
]
TWO = [
    pytest.param("La esposa del alcalde de la ciudad y la directora del museo, Ana Gil, pidieron calma.", id="a list"),
    pytest.param("El jefe de la sección 22 y la de la 18, Ana Gil, dijeron que no.", id="a list of numbers"),
    pytest.param("El presidente de Francia, la alemana Ana Gil, y otros diez irán.", id="another gender"),
    pytest.param("El entrenador del club, el sueco Jan Holm y otros diez irán.", id="a list of origins"),
    pytest.param("Tras hablar la ministra, Ana Gil dijo que no.", id="the verb of another clause"),
    pytest.param("Según la ministra de Salud, Ana Gil dijo que no.", id="whose words they are"),
]


@pytest.mark.parametrize("text", ONE)
def test_the_title_and_the_name_are_one_expression(text: str) -> None:
    assert ("Ana Gil", "title and name") in [(r.name, r.why) for r in read(text) if r.words.endswith("Ana Gil")]
    assert not [r for r in read(text) if r.kind == "person" and r.name != "Ana Gil"]


@pytest.mark.parametrize("text", TWO)
def test_somebody_elses_title_is_none_of_the_name(text: str) -> None:
    assert len({r.name for r in read(text) if r.kind == "person"}) > 1


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("El delegado Israel Maldonado Ruiz irá.", "El delegado Israel Maldonado Ruiz", "Israel Maldonado Ruiz"),
        ("El diputado del PP Ruiz Ballesta irá.", "El diputado del PP Ruiz Ballesta", "Ruiz Ballesta"),
        ('El piloto Sergio "Checo" Ruiz ganó. Checo celebró.', "Checo", 'Sergio "Checo" Ruiz'),
    ],
)
def test_a_name_is_whole(text: str, words: str, name: str) -> None:
    assert Row(words, name=name) in read(text)


def test_sections_of_other_numbers_have_other_heads() -> None:
    text = "El jefe de la sección 22 dijo que sí. El jefe de la sección 18, Luis Gil, dijo que no."
    assert len({r.name for r in read(text) if r.kind == "person"}) == 2
