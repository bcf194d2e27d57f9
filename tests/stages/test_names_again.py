"""Names told apart and found again: misspelt ones, those of bodies with lists, surnames that are countries."""

from __future__ import annotations

import pytest

import resolved
from resolved import Row
from teletipo.pipeline import read
from teletipo.stages.resolving.misspelt import misspelt


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(("kowalsky",), ("jan", "kowalski"), True, id="a wrong letter"),
        pytest.param(("kowlaski",), ("jan", "kowalski"), True, id="two letters swapped"),
        pytest.param(("kowalsk",), ("jan", "kowalski"), True, id="a letter lost"),
        pytest.param(("jam", "kowalski"), ("jan", "kowalski"), False, id="a short first name"),
        pytest.param(("joaquim", "paz"), ("joaquin", "paz"), True, id="first name"),
        pytest.param(("fernanda", "paz"), ("fernando", "paz"), False, id="another gender"),
        pytest.param(("mareno",), ("ana", "moreno"), True, id="surname alone"),
        pytest.param(("paza",), ("ana", "pazo"), False, id="short surname"),
        pytest.param(("lopez",), ("ana", "gomez"), False, id="another name"),
    ],
)
def test_misspelt(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    """One letter may be wrong in a long word; short words and other genders are other names."""
    assert misspelt(one, other) is same


NAMES = [
    pytest.param("El ministro Jan Kowalski salió. Kowalsky dijo que irá.", ["Jan Kowalski"], id="misspelt surname"),
    pytest.param(
        "El ministro Juan Morales dijo que no. Pedro Morelos habló. Morelos dijo que irá.",
        ["Juan Morales", "Pedro Morelos"], id="another surname",
    ),
    pytest.param(
        "El Ministerio de Salud, Agua y Vivienda dijo que pagará.",
        ["El Ministerio de Salud, Agua y Vivienda"], id="a list in a body's name",
    ),
    pytest.param(
        "El Consejo de Seguridad, China y Rusia dijeron que no.",
        ["Consejo de Seguridad", "China", "Rusia"], id="a list of parties",
    ),
    pytest.param(
        "La coordinadora de la red, Eva Gil, dijo que no. Eva Gil, coordinadora de la red, habló.",
        ["Eva Gil"], id="a post called like a body",
    ),
    pytest.param(
        "El alcalde, un hábil ganadero de 40 años, dijo que no. El ganadero dijo que irá.",
        ["El alcalde"], id="who somebody without a name is",
    ),
    pytest.param(
        "El extesorero de su partido Luis Prado Gil dijo que no.", ["Luis Prado Gil"], id="a name behind a party's noun"
    ),
    pytest.param(
        "La canciller de Estonia, Marta Lorca dijo que no.", ["Marta Lorca", "Estonia"],
        id="the second comma left out",
    ),
    pytest.param(
        "El presidente Luis Paz habló con el gobernador Juan Mora. El titular del Ejecutivo dijo que no.",
        ["Luis Paz", "Juan Mora"], id="at the head of the executive",
    ),
    pytest.param(
        "El gobernador Juan Mora llegó ayer. El jefe del Ejecutivo estatal dijo que no.",
        ["Juan Mora"], id="at the head of a federal state",
    ),
    pytest.param("Yarzábal recordó que no hay agua.", ["Yarzábal"], id="an unknown name that tells something"),
    pytest.param("El director Eladio Montenegro dijo que no.", ["Eladio Montenegro"], id="a surname that is a state"),
    pytest.param(
        "El presidente del gremio, Israel Montes, dijo que no.", ["Israel Montes"], id="a first name that is a state"
    ),
    pytest.param(
        "Ana Fuentes salió. Fuentes dijo que irá. La prensa acusó a Fuentes de fraude.",
        ["Ana Fuentes", "La prensa"], id="a surname that is a noun",
    ),
    pytest.param(
        "Ana Fuentes salió. Fuentes oficiales dijeron que irá.",
        ["Ana Fuentes", "Fuentes oficiales"], id="a noun that is a surname",
    ),
    pytest.param(
        "El mayor sindicato del país, la Unión Minera, protestó. La Unión Minera dijo que no.",
        ["la Unión Minera"], id="a body's name in apposition",
    ),
    pytest.param(
        "La agencia oficial de noticias, ANIT, dijo que no. ANIT informó de ello.",
        ["ANIT"], id="a body's acronym between commas",
    ),
    pytest.param(
        "La empresa, Gasur y Petrosur firmaron un acuerdo.", ["La empresa", "Gasur", "Petrosur"], id="a list of bodies"
    ),
    pytest.param(
        "El juez dijo a la prensa local Juan Mora Gil que no.",
        ["El juez", "la prensa local", "Juan Mora Gil"], id="a person's name behind the press",
    ),
    pytest.param(
        "La secretaria de Desarrollo Social, Ana Gil, salió. La secretaria de Desarrollo Social dijo que no.",
        ["Ana Gil"], id="a secretary, not her ministry without an accent",
    ),
    pytest.param(
        "La senadora Ana Mora habló ayer. El presidente Mora dijo que no.", ["Ana Mora", "Mora"], id="another gender"
    ),
    pytest.param(
        "El alcalde Luis Mora viajó con su esposa, Ana Gil. La primera dama dijo que no.",
        ["Luis Mora", "Ana Gil"], id="a first lady",
    ),
    pytest.param(
        "«No iré», dijo la diputada. El diputado Luis Mora dijo que no.",
        ["la diputada", "Luis Mora"], id="a title of another gender further on",
    ),
    pytest.param(
        "El presidente Luis Paz salió. El jefe de gabinete dijo que no.",
        ["Luis Paz", "El jefe de gabinete"], id="no head of government",
    ),
    pytest.param(
        "El ministro Juan Mora salió. La prensa criticó al titular de la OMS.",
        ["Juan Mora", "La prensa", "OMS", "titular de la OMS"], id="at the head of another body",
    ),
    pytest.param(
        "La ministra de Puertos y Canales, Ana Gil, dijo que no.", ["Ana Gil"], id="a post of two matters"
    ),
    pytest.param(
        "La policía oyó a Ana Gil, una estudiante de 20 años, quien dijo que no.",
        ["Ana Gil"], id="who somebody is, with an article",
    ),
    pytest.param(
        "El general Pak Yong-su dijo que no. Pak volverá, dijo.", ["Pak Yong-su"], id="a surname that comes first"
    ),
    pytest.param(
        "El ministro Luis Paz y el juez Luis Mora hablaron. Luis dijo que no.",
        ["Luis Paz", "Luis Mora", "Luis"], id="a first name of two people",
    ),
    pytest.param(
        "Tamarindo también auguró que lloverá. «No iré», dijo Tamarindo.", ["Tamarindo"], id="a name that speaks"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_entities(text: str, names: list[str]) -> None:
    """The text is about these and nobody else."""
    assert {e.name for e in read(text).entities} == set(names)


def test_an_unknown_name_that_tells_is_a_person() -> None:
    """Whoever tells a clause is no place, whatever the model takes the name for."""
    assert [e.kind for e in read("Yarzábal recordó que no hay agua.").entities] == ["person"]


def test_a_title_without_an_article_between_two_names_is_told_of_the_first() -> None:
    """As in a list of people with what each of them is."""
    dossier = read("Asistieron Juan Ruiz, ministro de Salud, Ana Soto, ministra de Cultura, y Luis Paz, embajador.")
    assert {e.name: [p.post for p in e.posts] for e in dossier.entities if e.kind == "person"} == {
        "Juan Ruiz": ["ministro de Salud"],
        "Ana Soto": ["ministra de Cultura"],
        "Luis Paz": ["embajador"],
    }


def test_whose_relative_somebody_is_has_the_name_behind_the_title() -> None:
    """ "La hija del rey Luis": the name is the king's."""
    dossier = read("La jueza Ana Mora acusó a la hija del rey Juan Gil.")
    posts = {e.name: [p.post for p in e.posts] for e in dossier.entities}
    assert posts["Juan Gil"] == ["rey"]


def test_en_and_a_pronoun_mean_a_thing() -> None:
    """ "Un mercado, y en él …"."""
    dossier = read("El ministro Luis Paz visitó un mercado. Ana Gil dijo que en él hay frijoles.")
    assert [m.form for m in dossier.mentions if m.form == "pronoun"] == []


RELATIVES = [
    pytest.param(
        "El ministro Luis Soto dimitió. La viuda de Soto, Marta Soto, protestó. Soto viajó a Lima.",
        "Luis Soto", id="told of by kinship",
    ),
    pytest.param(
        "Detienen al presidente\nSe llevaron al presidente, Luis Soto. Piden que vuelva Soto. La jueza Marta Soto no.",
        "Luis Soto", id="named only further on",
    ),
    pytest.param(
        "El ministro Luis Soto dimitió. La jueza Marta Soto protestó. Soto viajó a Lima.", "Marta Soto", id="named last"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), RELATIVES)
def test_a_surname_alone_is_neither_a_relatives_nor_of_somebody_named_further_on(text: str, name: str) -> None:
    """Of several people of one surname it means the one named last, not one who is told as somebody's relative."""
    dossier = read(text)
    bare = text.rindex("Soto.") if "vuelva" in text else text.rindex("Soto viajó")
    assert [e.name for m in dossier.mentions for e in dossier.entities if m.start == bare and m.entity == e.id] == [
        name
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "Cayó Juan Soto, alias «El Gato», ayer. El Gato atacó Lima.",
            Row("El Gato", "person", "Juan Soto", why="another name of Juan Soto"),
            id="alias",
        ),
        pytest.param(
            "Huyó Juan Soto, mejor conocido como El Gato.", Row("El Gato", "person", "Juan Soto"), id="conocido como"
        ),
        pytest.param("Huyó Juan Soto (alias Gato).", Row("Gato", "person", "Juan Soto"), id="in brackets"),
        pytest.param(
            "Juan Soto dejó la zona conocida como El Prado.", Row("El Prado", name="El Prado"), id="of a place"
        ),
        pytest.param(
            "Lo ordenó alias Gato, dijo Juan Soto.", Row("Gato", "person", "Gato"), id="of nobody named before"
        ),
    ],
)
def test_a_nickname(text: str, row: Row) -> None:
    """It is another name of the person right before it, and means him from then on."""
    assert row in resolved.read(text)


def test_a_headline_surname_is_who_the_gazetteer_knows_by_the_full_name() -> None:
    """The full name says who it is, so that no other state's politics are put down to him."""
    dossier = read("Ortega discutió con Meloni en Roma.\nEl presidente Daniel Ortega viajó ayer.")
    assert {(e.name, e.country, e.known) for e in dossier.entities if e.kind == "person"} == {
        ("Daniel Ortega", "NIC", "person:daniel-ortega"),
        ("Meloni", "ITA", "person:giorgia-meloni"),
    }


def test_a_surname_in_the_article_is_no_airport() -> None:
    """A facility of that name is not meant where somebody bears it."""
    rows = resolved.read("La diputada Ana Barajas respondió que no. Barajas añadió que se irá.")
    assert Row("Barajas", "person", "Ana Barajas") in rows
