"""Names: who or what bears them, and which words are none."""

from __future__ import annotations

import pytest

from resolved import Row, read, words

#: A state's government is one entity under any name; a locative reads as a place.
NAMES = [
    pytest.param(
        "Rusia condenó el ataque.",
        Row("Rusia", "state", "Rusia", "RUS", "name in the gazetteer: state:RUS"),
        id="state",
    ),
    pytest.param(
        "El Kremlin condenó el ataque.", Row("Kremlin", "state", "Rusia", "RUS", "metonym of Rusia"), id="seat of power"
    ),
    pytest.param(
        "Pekín presentó una queja.", Row("Pekín", "state", "China", "CHN", "metonym of China"), id="capital acts"
    ),
    pytest.param(
        "La reunión tuvo lugar en Pekín.",
        Row("Pekín", "place", "Pekín", "CHN", "read as a place"),
        id="capital as place",
    ),
    pytest.param(
        "El ministro viajó a Pekín.", Row("Pekín", "place", "Pekín", "CHN", "read as a place"), id="goal of motion"
    ),
    pytest.param(
        "El presidente recibió en Pekín a Lula da Silva.",
        Row("Lula da Silva", "person", "Lula da Silva", "BRA"),
        id="a name after a place and a preposition",
    ),
    pytest.param(
        "Japón presentó una protesta formal a Pekín.",
        Row("Pekín", "state", "China", "CHN", "metonym of China"),
        id="whoever is given something",
    ),
    pytest.param(
        "El acuerdo con Londres sigue en pie.",
        Row("Londres", "state", "Reino Unido", "GBR", "metonym of Reino Unido"),
        id="party",
    ),
    pytest.param(
        "Los dos cenaron en la Casa Blanca.",
        Row("Casa Blanca", "facility", "Casa Blanca", "USA", "read as a place"),
        id="seat of power as a building",
    ),
    pytest.param(
        "Todos viven en Tel Aviv.", Row("Tel Aviv", "place", "Tel Aviv", "ISR"), id="city that stands for a state"
    ),
    pytest.param("Vive en Egipto.", Row("Egipto", "place", "Egipto", "EGY", "read as a place"), id="state as place"),
    pytest.param("Las sanciones rusas siguen.", Row("rusas", "state", "Rusia", "RUS", "demonym"), id="demonym"),
    pytest.param(
        "Los hutíes atacaron un petrolero.",
        Row("hutíes", "organisation", "hutíes", "YEM", "name in the gazetteer: group:huties"),
        id="a name without any capital",
    ),
    pytest.param(
        "Los rebeldes talibanes huyeron.",
        Row("Los rebeldes talibanes", "group"),
        id="such a name that only tells who another noun means",
    ),
]
#: One expression from the determiner to the end of the name.
TITLES = [
    pytest.param(
        "El presidente de Chile Gabriel Boric llegó ayer a Lima.",
        Row("El presidente de Chile Gabriel Boric", "person", "Gabriel Boric", "CHL"),
        id="name right after the country of the post",
    ),
    pytest.param(
        "El ex asesor de la Oficina de Comercio Exterior (OCE), Carlos Benavente, pidió asilo.",
        Row(
            "El ex asesor de la Oficina de Comercio Exterior (OCE), Carlos Benavente",
            "person",
            "Carlos Benavente",
            None,
        ),
        id="acronym between title and name",
    ),
    pytest.param(
        "La policía detuvo al exministro de Gobierno Luis Rada en La Paz.",
        Row("exministro de Gobierno Luis Rada", "person", "Luis Rada", None),
        id="what the post is for is no part of the name",
    ),
    pytest.param(
        "El titular de Obras Públicas Eduardo del Prado dimitió.",
        Row("El titular de Obras Públicas Eduardo del Prado", "person", "Eduardo del Prado"),
        id="nor is a matter of two words",
    ),
    pytest.param(
        "El ministro de Defensa sueco, Lars Olof Bergström, viajó.",
        Row("El ministro de Defensa sueco, Lars Olof Bergström", "person", "Lars Olof Bergström", "SWE"),
        id="demonym after the matter of the post",
    ),
    pytest.param(
        "Los gobiernos de Brasilia y de La Habana firmaron un acuerdo.",
        Row("Los gobiernos de Brasilia y de La Habana", "state", "Cuba", "CUB"),
        id="governments of two capitals",
    ),
    pytest.param(
        "La guerrilla marxista de las FARC negó el ataque.",
        Row("La guerrilla marxista de las FARC", "organisation", "FARC", "COL"),
        id="the guerrilla of X is X",
    ),
    pytest.param(
        "Las dos Coreas firmaron un acuerdo.",
        Row("Las dos Coreas", "state", "Corea del Norte", "PRK"),
        id="plural of a name",
    ),
]
#: "La ciudad de X" is X.
TOWNS = [
    pytest.param(
        "Murió en la localidad de Malakal.",
        Row("la localidad de Malakal", "place", "Malakal", "SSD", "name in the gazetteer: place:malakal"),
        id="a town by its name",
    ),
    pytest.param(
        "Vive en la provincia española de Salamanca.",
        Row(
            "la provincia española de Salamanca", "place", "Salamanca", "ESP", "name in the gazetteer: place:salamanca"
        ),
        id="with an adjective of its state",
    ),
    pytest.param(
        "Huyeron a las afueras de Bengasi.",
        Row("las afueras de Bengasi", "place", "las afueras de Bengasi", "LBY", "described as afuera"),
        id="what lies around it is another place",
    ),
]
#: From the first word that belongs to the expression to the last.
EXTENTS = [
    pytest.param("Murieron más de 1.400 personas ayer.", Row("más de 1.400 personas"), id="words before the numeral"),
    pytest.param("Murieron cientos de manifestantes en Siria.", Row("cientos de manifestantes"), id="counting noun"),
    pytest.param(
        "Habló con el comisario de la UE para el comercio justo, Luis Prado, en Lima.",
        Row("el comisario de la UE para el comercio justo, Luis Prado"),
        id="complement that the tree puts elsewhere",
    ),
    pytest.param("El extécnico de la CIA Luis Prado calló.", Row("El extécnico de la CIA Luis Prado"), id="prefix ex"),
    pytest.param("El ex general golpista huyó.", Row("El ex general golpista"), id="ex before the noun"),
]
#: A name is told by the article and by what stands around it.
TOLD = [
    pytest.param(
        "Lucía Benavente viajó a Praga. Benavente dijo que volverá pronto.",
        Row("Benavente", "person", "Lucía Benavente", None, "part of the name Lucía Benavente"),
        id="a surname after the full name",
    ),
    pytest.param(
        "El mediador Bernardo León llegó ayer. León dijo que hay avances.",
        Row("León", "person", "Bernardo León"),
        id="a surname that is a city too",
    ),
    pytest.param(
        "El vicepresidente del Consejo y alcalde de Lugo, Luis Prado, dimitió.",
        Row("El vicepresidente del Consejo y alcalde de Lugo, Luis Prado", "person", "Luis Prado"),
        id="two titles of one person",
    ),
    pytest.param(
        'Lo publicó el rotativo "Hoja Clara" ayer.',
        Row('el rotativo "Hoja Clara"', "organisation", "Hoja Clara"),
        id="a quoted name beside its noun",
    ),
    pytest.param(
        "La Paz, Bolivia.\nEl ministro Luis Prado dimitió.",
        Row("La Paz", "place", "La Paz", "BOL", "dateline"),
        id="city and country at the head are a dateline",
    ),
    pytest.param(
        "LIMA.- El ministro Luis Prado dimitió.",
        Row("LIMA", "place", "LIMA", "PER", "dateline"),
        id="a city in capitals with its mark glued to it is a dateline",
    ),
    pytest.param(
        "Lima.- El ministro Luis Prado dimitió.",
        Row("Lima", "place", "Lima", "PER", "dateline"),
        id="a city with its mark that the parser takes for a verb is a dateline",
    ),
    pytest.param(
        "Ciudad de México.- El ministro Luis Prado dimitió.",
        Row("Ciudad de México", "place", "Ciudad de México", "MEX", "name in the gazetteer: place:ciudad-de-mexico"),
        id="a city of several words ends before its mark",
    ),
    pytest.param(
        "QUITO, Ecuador (AP) — El ministro Luis Prado dimitió.",
        Row("QUITO", "place", "QUITO", "ECU", "dateline"),
        id="city, country and agency are a dateline",
    ),
    pytest.param(
        "MANAGUA, Nicaragua — El ministro Luis Prado dimitió.",
        Row("MANAGUA", "place", "MANAGUA", "NIC", "dateline"),
        id="city and country before a dash are a dateline",
    ),
    pytest.param(
        "por Ana Ruiz Gil Lima, 2 may (EFE).- El Gobierno negó la huelga.",
        Row("Lima", "place", "Lima", "PER", "dateline"),
        id="so is a city behind who wrote the news",
    ),
    pytest.param(
        "EFE AB Mar-02-May-2000 17:38 Lima, 2 may (EFE).- El Gobierno negó la huelga.",
        Row("Lima", "place", "Lima", "PER", "dateline"),
        id="so is a city behind the marks of an agency",
    ),
    pytest.param(
        "Rusia criticó ayer a la Unión Europea (UE).",
        Row("UE", "organisation", "Unión Europea"),
        id="a sentence that ends in an acronym is none",
    ),
    pytest.param(
        "MADRID, 12 Mar. (EUROPA PRESS) - El ministro Luis Prado dimitió.",
        Row("MADRID", "place", "MADRID", "ESP", "dateline"),
        id="a dateline that the parser takes for two sentences",
    ),
    pytest.param(
        "La Federación de Pescadores de Chiloé (FPC) rechazó el canon.",
        Row("La Federación de Pescadores de Chiloé (FPC)", "organisation"),
        id="a body with its acronym is no dateline",
    ),
    pytest.param(
        "Israel acusó a Jamás del ataque.",
        Row("Jamás", "organisation", "Jamás", "PSE", "name in the gazetteer: group:hamas"),
        id="a name that is a common word too, where only a name has a capital",
    ),
    pytest.param(
        "El ministro acusó a Washington y presionó a Teherán.",
        Row("Teherán", "state", "Irán"),
        id="a capital to which something is done is the state",
    ),
    pytest.param(
        "El ministro criticó las medidas de Washington.",
        Row("Washington", "state", "Estados Unidos"),
        id="a capital whose measures they are is the state",
    ),
    pytest.param(
        "Desde el punto de vista de Minsk, la central es segura.",
        Row("Minsk", "state", "Bielorrusia"),
        id="a capital with a point of view is the state",
    ),
    pytest.param(
        "Bruselas estudia multar a la empresa.",
        Row("Bruselas", "organisation", why="name in the gazetteer: org:UE"),
        id="a seat that acts is the body that sits there",
    ),
    pytest.param("El ministro viajó a Bruselas.", Row("Bruselas", "place"), id="a seat where somebody goes is a place"),
    pytest.param("El Supremo anuló la condena.", Row("Supremo", "organisation"), id="an adjective that names a court"),
    pytest.param(
        "La sentencia se recurrió ante el Constitucional.",
        Row("Constitucional", "organisation"),
        id="a court is no place",
    ),
]


@pytest.mark.parametrize(("text", "row"), [*NAMES, *TITLES, *TOWNS, *EXTENTS, *TOLD])
def test_row(text: str, row: Row) -> None:
    """The expression is found and means what the row says; each table above says what for."""
    assert row in read(text)


def test_two_states_of_one_name_are_no_place_besides() -> None:
    """ "Las dos Coreas" means the two states only."""
    assert {row.kind for row in read("Las dos Coreas firmaron un acuerdo.") if "Coreas" in row.words} == {"state"}


def test_what_is_a_thing_has_nobody_for_its_subject() -> None:
    """ "Es una farsa" is said of something, "es diputado" of somebody."""
    found = {row.words for row in read("El ministro Luis Prado habló ayer. Es una farsa. Es diputado.")}
    assert "<farsa>" not in found
    assert "<diputado>" in found


def test_a_dateline_is_a_place_and_no_actor() -> None:
    """ "Moscú, 23 may (EFE).-" says where the article was sent from."""
    rows = read("Moscú, 23 may (EFE).- Alemania rechazó la propuesta.")
    assert Row("Moscú", "place", "Moscú", "RUS", "dateline") in rows
    assert not any(row.kind == "organisation" for row in rows)
    assert Row("Oslo", "place", "Oslo", "NOR", "dateline") in read("Oslo.- Noruega expulsó a tres espías.")


def test_a_company_is_no_worker() -> None:
    """ "La petrolera" is a company though "petrolero" is somebody who works for one."""
    assert Row("la petrolera Nordgass", "organisation", "Nordgass") in read("Multaron a la petrolera Nordgass ayer.")


NOBODY = [
    pytest.param("Perú tomó la delantera ayer.", "la delantera", id="a place in a race"),
    pytest.param("En ese tenor, Perú pidió calma.", "ese tenor", id="a way of speaking"),
    pytest.param("Criticó la política exterior de Italia.", "la política exterior de Italia", id="policy"),
    pytest.param("Denunció el espionaje masivo.", "el espionaje masivo", id="espionage"),
    pytest.param("Por su parte, Italia calló.", "su parte", id="for its part"),
    pytest.param("Por su parte, Italia calló.", "su", id="whose part it is"),
    pytest.param("Pidió munición para artillería.", "artillería", id="matter of a noun"),
    pytest.param("El ministro de Transporte, Luis Prado, dimitió.", "Transporte", id="matter of a post"),
    pytest.param("Llegaron quejas por parte de los gobernadores.", "parte de los gobernadores", id="on the part of"),
    pytest.param("El gas es una fuente de ingresos.", "una fuente de ingresos", id="a source of income"),
    pytest.param("El ministro dijo: «Jamás hemos pagado rescates».", "Jamás", id="adverb that opens a quotation"),
    pytest.param("¡Jamás! gritó el general.", "Jamás", id="adverb that opens an exclamation"),
    pytest.param("Ciudadanos de varios países protestaron.", "Ciudadanos", id="noun that opens a sentence, no party"),
    pytest.param("«Invadirá Venezuela», advirtió Luis Prado.", "Invadirá Venezuela", id="verb that opens a quotation"),
    pytest.param("El ministro lo escribió en X.", "X.", id="a letter alone"),
    pytest.param("La Ley de Amnistía no frenó a Rusia.", "Ley de Amnistía", id="a law"),
    pytest.param("El ministro de Comunicación Social dimitió.", "Comunicación Social", id="matter of two words"),
    pytest.param(
        "En mayo del 2020 el Gobierno Nacional anunció subsidios.", "2020 el Gobierno Nacional", id="year before a body"
    ),
    pytest.param("Un alto el fuego inmediato exigió la ONU.", "Un alto el fuego inmediato", id="a thing says nothing"),
    pytest.param(
        "La policía de Bolivia detuvo al exministro de Gobierno Luis Rada.",
        "Gobierno Luis Rada",
        id="what a post is for is no government of its holder",
    ),
    pytest.param(
        "Habló con el jefe de Asuntos Jurídicos de la cancillería.", "Asuntos Jurídicos", id="the field of a post"
    ),
]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("El mando palestino negó el ataque.", "organisation", id="a command is a body"),
        pytest.param("Liberaron a tres cooperantes franceses.", "group", id="aid workers"),
    ],
)
def test_kind_of_a_description(text: str, kind: str) -> None:
    """What a head noun describes."""
    assert kind in {row.kind for row in read(text) if row.why.startswith("described")}


@pytest.mark.parametrize(("text", "nobody"), NOBODY)
def test_words_that_mean_no_actor(text: str, nobody: str) -> None:
    """Precision before recall: what mostly means nobody is left out."""
    assert nobody not in words(text)


@pytest.mark.parametrize("text", ["Celebró la firma de un convenio.", "Habló la vicesecretaria de Estado Marta Lorca."])
def test_the_signing_and_the_state_of_a_post_are_nobody(text: str) -> None:
    """ "Firma" is no company before "de", "Estado" no state after a title."""
    assert not {"organisation", "state"} & {row.kind for row in read(text)}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "Habló el secretario Luis Prado. Prado Sosa no dijo más.",
            Row("Prado Sosa", "person", "Luis Prado"),
            id="the second surname is told later",
        ),
        pytest.param(
            "El ministro Luis Prado y la ministra Ana Prado hablaron. Prado Sosa no dijo más.",
            Row("Prado Sosa", name="Prado Sosa"),
            id="nobody knows whose second surname it is",
        ),
    ],
)
def test_parts_of_a_name(text: str, row: Row) -> None:
    """Two surnames, or another part of a known name, mean the person named before if nobody else is so called."""
    assert row in read(text)


def test_a_person_behind_a_body() -> None:
    """The model takes "Otan Jens Holm" for one name."""
    rows = read("El secretario general de la Otan Jens Holm dijo que no.")
    assert Row("El secretario general de la Otan Jens Holm", "person", "Jens Holm", why="title and name") in rows


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("Perú leyó el diario La Voz.", "el diario La Voz", id="a paper"),
        pytest.param(
            "Perú leyó la revista «El Clavel» ayer.", "la revista «El Clavel»", id="a paper in quotation marks"
        ),
        pytest.param("Hubo cortes en la colonia El Prado.", "la colonia El Prado", id="a part of a town"),
        pytest.param("Lima, 2 may (EFE).- El Clavel no abrirá.", "Clavel", id="what opens the news"),
        pytest.param("Perú calló. «El Clavel no abrirá», dijo Ana Gil.", "Clavel", id="what opens a quotation"),
    ],
)
def test_a_capital_article_within_a_sentence_belongs_to_the_name(text: str, whole: str) -> None:
    """At the beginning of one it has a capital in any case."""
    assert whole in words(text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("«No irán», dijo en Caracas Nicolás Maduro.", "Nicolás Maduro", id="a known place"),
        pytest.param("«No irán», dijo en Nueva York Luis Almagro.", "Luis Almagro", id="a place of two words"),
        pytest.param("«No irán», dijo en La Haya Ana Gil Soto.", "Ana Gil Soto", id="a place with an article"),
        pytest.param("Washington Luis Reyes no irá.", "Washington Luis Reyes", id="a name like a city's"),
    ],
)
def test_a_person_behind_a_place(text: str, whole: str) -> None:
    """The model takes "Caracas Nicolás Maduro" for one name; only behind "en" is the first part a place."""
    assert whole in words(text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param(
            "El Consejo Nacional para la Cultura y las Artes (Conat) protestó.",
            "El Consejo Nacional para la Cultura y las Artes (Conat)",
            id="an acronym that the model takes for a part of the name",
        ),
        pytest.param("«No irán», dijo al diario «La Voz» la ministra Ana Gil.", "la ministra Ana Gil", id="guillemets"),
    ],
)
def test_a_name_has_both_halves_of_its_marks(text: str, whole: str) -> None:
    """The model's names may end or begin between them."""
    assert whole in words(text)


def test_an_infinitive_behind_a_name_is_no_part_of_it() -> None:
    """The model takes "Ejército bombardear Faya" for one name."""
    assert "Ejército" in words("El presidente ordenó al Ejército bombardear Faya.")
