"""Bodies and posts: names with all their words, and capitals that begin no name."""

from __future__ import annotations

import pytest

from resolved import meant, read, words

#: the words of one body, and the whole sentence
WHOLE = [
    pytest.param(
        "La Secretaría del Trabajo y Previsión Social",
        "La Secretaría del Trabajo y Previsión Social criticó a Chile.",
        id="a field behind a conjunction",
    ),
    pytest.param(
        "El Consejo Andino de Ciencia, Tecnología e Innovación",
        "El Consejo Andino de Ciencia, Tecnología e Innovación criticó a Chile.",
        id="a list of fields",
    ),
    pytest.param(
        "El Centro para la Prevención de Conflictos",
        "El Centro para la Prevención de Conflictos criticó a Chile.",
        id="a field behind a preposition",
    ),
    pytest.param(
        "La Comisión de Aguas Profundas y Islotes Lejanos (CAPIL)",
        "La Comisión de Aguas Profundas y Islotes Lejanos (CAPIL) criticó a Chile.",
        id="initials in brackets tell where the name begins",
    ),
    pytest.param(
        "El Instituto Andino de Acceso a la Memoria y Custodia de Papeles (IAAM)",
        "El Instituto Andino de Acceso a la Memoria y Custodia de Papeles (IAAM) criticó a Chile.",
        id="initials that leave out the last ones",
    ),
]
#: words that are no name of their own, or not of the same body
APART = [
    pytest.param("La Fiscalía General", "La Fiscalía General y Seguridad Pública acordaron algo.", id="two bodies"),
    pytest.param("Argentina", "El Ministerio de Salud y Argentina firmaron un acuerdo.", id="a body and a state"),
    pytest.param(
        "El ministro de Industria y Comercio Martin Kolar",
        "El ministro de Industria y Comercio Martin Kolar criticó a Chile.",
        id="the holder behind the fields",
    ),
    pytest.param(
        "El portavoz del ministerio Kim Min Rok",
        "El portavoz del ministerio Kim Min Rok criticó a Chile.",
        id="the name of whose body it is",
    ),
    pytest.param("La Vicepresidenta", "La Vicepresidenta criticó a Chile.", id="a post in capitals is a description"),
    pytest.param("Teresa de la Paz Gil", "Teresa de la Paz Gil criticó a Chile.", id="a first name with a preposition"),
]
#: sentences that begin with a common word that the model may take for a name
COMMON = [
    pytest.param("Tomaron", "■ Tomaron por una hora la tribuna del Congreso.", id="a heading"),
    pytest.param("Este", "Este fue el mensaje del ministro.", id="a pronoun that looks like the east"),
    pytest.param("Previo", "Previo a la votación habló el ministro.", id="a preposition behind it"),
    pytest.param(
        "Enfermedades Infantiles", "Cien personas sufren Enfermedades Infantiles, dijo Ana Gil.", id="a thing"
    ),
]


@pytest.mark.parametrize(("name", "text"), WHOLE)
def test_names_of_bodies_are_whole(name: str, text: str) -> None:
    assert name in words(text)
    assert {row.name for row in read(text)} == {name, "Chile"}


@pytest.mark.parametrize(("name", "text"), APART)
def test_what_is_no_part_of_a_name_stays_apart(name: str, text: str) -> None:
    assert name in words(text)


@pytest.mark.parametrize(("word", "text"), COMMON)
def test_common_words_in_capitals_name_nobody(word: str, text: str) -> None:
    assert not any(expression.startswith(word) for expression in words(text))


def test_a_post_in_capitals_and_the_name_behind_it_are_one_person() -> None:
    """ "El Gobernador del Estado, Miguel Robles, …" had become two."""
    text = "El Gobernador del Estado, Miguel Robles, anunció cambios."
    assert meant(text, "El Gobernador del Estado, Miguel Robles") == {"Miguel Robles"}


#: an expression, and the kind and country of what bears that name
KINDS = [
    pytest.param("El personal del banco", "El personal del banco criticó a Chile.", "group", None, id="staff"),
    pytest.param("Registraduría", "La Registraduría pidió ayuda a Chile.", "organisation", None, id="an article"),
    pytest.param(
        "Erika Paz Ríos",
        "Dijo llamarse Erika Paz Ríos, vecina del barrio, y fue detenida.",
        "person",
        None,
        id="a known first name",
    ),
    pytest.param(
        "Lagos de Moreno", "La policía los detuvo en Lagos de Moreno.", "place", None, id="a town named in part"
    ),
    pytest.param(
        "Festival de Teatro de Lima",
        "El Festival de Teatro de Lima pidió ayuda a Chile.",
        "organisation",
        "PER",
        id="a town as a complement",
    ),
]


@pytest.mark.parametrize(("name", "text", "kind", "country"), KINDS)
def test_unknown_names_have_the_kind_and_country_that_their_words_tell(
    name: str, text: str, kind: str, country: str | None
) -> None:
    assert [(row.kind, row.country) for row in read(text) if row.words == name] == [(kind, country)]


def test_a_name_that_opens_a_sentence_is_one() -> None:
    """A verb or a comma behind a capital makes it a name, whatever the word."""
    assert "Kolat" in words("Kolat criticó a Chile.")
