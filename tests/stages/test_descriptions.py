"""Descriptions: bodies, states, groups and persons by what they are called."""

from __future__ import annotations

import pytest

import teletipo
from resolved import Row, meant, read

#: Titles, bodies, groups and states by what they are called.
DESCRIPTIONS = [
    pytest.param(
        "Los ministros visitaron la frontera México-Estados Unidos.",
        Row("México-Estados Unidos", "state", "Estados Unidos", "USA", "demonym"),
        id="names joined by a hyphen are those of two states",
    ),
    pytest.param(
        "La ministra de Ghana, Ama Gil, habló ayer. El Estado asegura que habrá obras.",
        Row("El Estado", "state", "Ghana", "GHA", "the state of the article"),
        id="the state in capitals that acts is that of the article",
    ),
    pytest.param(
        "La Asociación de Amistad Perú-Cuba pidió ayuda.",
        Row("La Asociación de Amistad Perú-Cuba", "organisation"),
        id="but not within the name of a body",
    ),
    pytest.param(
        "La reunión de ministros de Relaciones Exteriores de la OEA empezó ayer.",
        Row("OEA", "organisation", "OEA"),
        id="what ministers are for and whose they are is no one name",
    ),
    pytest.param(
        "El presidente de Ghana, Kofi Soto, se reunió con su homólogo de Togo en Acra.",
        Row("su homólogo de Togo", "person", "su homólogo de Togo", "TGO", "described as homólogo"),
        id="where a counterpart is met is no part of who that is",
    ),
    pytest.param(
        "«Nuestro país apoya a Ucrania», dijo el presidente de Moldavia, Ion Soto.",
        Row("Nuestro país", "state", "Moldavia", "MDA", "country of Ion Soto"),
        id="in the first person the country of who says so behind",
    ),
    pytest.param(
        "La ministra de Ghana, Ama Gil, viajó a Lagos. «Enviamos tropas», dijo. «Nuestro Gobierno ayudará a Togo».",
        Row("Nuestro Gobierno", "state", "Ghana", "GHA", "government of Ama Gil"),
        id="in the first person the government of who spoke last",
    ),
    pytest.param(
        "Los presidentes de Perú, Chile y la República Dominicana firmaron el acuerdo.",
        Row(
            "Los presidentes de Perú, Chile y la República Dominicana",
            "group",
            "Los presidentes de Perú, Chile y la República Dominicana",
            None,
            "described as presidente",
        ),
        id="a plural title with all the names of its list",
    ),
    pytest.param(
        "Los líderes de Japón, Estados Unidos y Filipinas celebraron una reunión.",
        Row(
            "Los líderes de Japón, Estados Unidos y Filipinas",
            "group",
            "Los líderes de Japón, Estados Unidos y Filipinas",
            None,
            "described as líder",
        ),
        id="a plural title with states that the tree joins to it",
    ),
    pytest.param(
        "Los presidentes de Perú, Ana Gil, y Chile, Luis Soto, firmaron el acuerdo.",
        Row("Los presidentes de Perú", "group", "Los presidentes de Perú", None, "described as presidente"),
        id="a name between the states is no member of the list",
    ),
    pytest.param(
        "La presidenta de Chile, Marta Lorca, llegó ayer.",
        Row("La presidenta de Chile, Marta Lorca", "person", "Marta Lorca", "CHL", "title and name"),
        id="title and name are one expression",
    ),
    pytest.param(
        "Jorge Salas, portavoz del Gobierno peruano, habló ante la prensa.",
        Row("portavoz del Gobierno peruano", "person", "Jorge Salas", "PER", "title in apposition to the name"),
        id="title after the name",
    ),
    pytest.param(
        "El presidente de Perú, Jorge Salas, viajó. El mandatario peruano volvió hoy.",
        Row("El mandatario peruano", "person", "Jorge Salas", "PER", "same post as Jorge Salas"),
        id="a looser title for the same person",
    ),
    pytest.param(
        "El presidente de Perú, Jorge Salas, saludó al ministro peruano Luis Paz. El líder peruano volvió hoy.",
        Row("El líder peruano", "person", "Jorge Salas", "PER", "same post as Jorge Salas"),
        id="the leader of a state is who rules it",
    ),
    pytest.param(
        "La presidenta Ana Gil vio al presidente Luis Paz. «Habrá obras», dijo Gil. La presidenta recordó la deuda.",
        Row("La presidenta", "person", "Ana Gil", None, "same post as Ana Gil"),
        id="a bare title goes on with who has just spoken",
    ),
    pytest.param(
        "El Departamento del Tesoro avisó. «Habrá crisis», dijo el Tesoro.",
        Row("Tesoro", "organisation", "Departamento del Tesoro", "USA", "part of the name Departamento del Tesoro"),
        id="a body in short",
    ),
    pytest.param(
        "La socióloga Ana Gil dio una charla. La investigadora volverá en mayo.",
        Row("La investigadora", "person", "Ana Gil", None, "same post as Ana Gil"),
        id="one who knows a matter under another title",
    ),
    pytest.param(
        "El Gobierno ruso protestó.",
        Row("El Gobierno ruso", "state", "Rusia", "RUS", "government of a state"),
        id="government is the state",
    ),
    pytest.param(
        "El Ministerio de Defensa alemán protestó.",
        Row(
            "El Ministerio de Defensa alemán",
            "organisation",
            "El Ministerio de Defensa alemán",
            "DEU",
            "described as ministerio",
        ),
        id="a ministry is a body of its own",
    ),
    pytest.param(
        "Francia e Italia firmaron un acuerdo. Ambos países lo celebraron.",
        Row("Ambos países", "state", "Italia", "ITA", "one of the 2 named before"),
        id="both countries",
    ),
    pytest.param(
        "Bolivia acusó a Francia. El país sudamericano pidió explicaciones.",
        Row("El país sudamericano", "state", "Bolivia", "BOL", "the last state named"),
        id="a region narrows the choice",
    ),
    pytest.param(
        "Murieron cinco soldados turcos.",
        Row("cinco soldados turcos", "group", "cinco soldados turcos", "TUR", "described as soldado"),
        id="a group by its head noun",
    ),
]
#: Governments, countries and possessives belong to whom the words and the article say.
BELONGING = [
    pytest.param(
        "Las autoridades de Texas rechazaron el recurso.",
        Row("Las autoridades de Texas", "organisation", "Las autoridades de Texas", "USA", "described as autoridad"),
        id="authorities of a part of a state are a body of their own",
    ),
    pytest.param(
        "El gobierno escocés protestó.",
        Row("El gobierno escocés", "organisation", "El gobierno escocés", "GBR", "described as gobierno"),
        id="adjective of a part of a state",
    ),
    pytest.param(
        "El avión cayó en el estado de Zulia.",
        Row("el estado de Zulia", "place", "Zulia", "VEN", "name in the gazetteer: place:zulia"),
        id="a state of a federation is a place",
    ),
    pytest.param(
        "El presidente de Colombia, Juan Manuel Santos, viajó a Lima. El gobierno de Santos protestó.",
        Row("El gobierno de Santos", "state", "Colombia", "COL", "government of Juan Manuel Santos"),
        id="a person called like a place",
    ),
    pytest.param(
        "Irán criticó al presidente Barack Obama. La administración Obama calló.",
        Row("La administración Obama", "state", "Estados Unidos", "USA", "government of Barack Obama"),
        id="name right behind the government",
    ),
    pytest.param(
        "El peruano Luis Sosa teme en Nicaragua la censura de su país.",
        Row("su país", "state", "Perú", "PER", "country of Luis Sosa"),
        id="a state has no country",
    ),
    pytest.param(
        "El ministro peruano Luis Sosa huyó. La Fiscalía pidió su extradición.",
        Row("su", "person", "Luis Sosa", "PER", "possessive"),
        id="what is done to somebody",
    ),
    pytest.param(
        "El ministro Luis Sosa llegó. El presidente del PAN, Juan Anaya, le pidió ayuda.",
        Row("le", "person", "Luis Sosa", None, "clitic pronoun"),
        id="a body named inside a title is not meant",
    ),
]
#: A description reaches as far as it tells who is meant.
ENDS = [
    pytest.param(
        "Irán quiere castigar a los países que no firmen el pacto.",
        Row(
            "los países que no firmen el pacto", "group", "los países que no firmen el pacto", None, "described as país"
        ),
        id="a general noun goes on with its clause",
    ),
    pytest.param(
        "Defendió a los mexicanos que viven en Chile, dijo.",
        Row(
            "los mexicanos que viven en Chile", "group", "los mexicanos que viven en Chile", "MEX", "people of a state"
        ),
        id="a people goes on with its clause",
    ),
    pytest.param(
        "Detuvieron a dos mexicanos que vendían armas.",
        Row("dos mexicanos", "group", "dos mexicanos", "MEX", "people of a state"),
        id="counted people do not",
    ),
    pytest.param(
        "Atacaron un convoy de la ONU cerca de la ciudad.",
        Row("un convoy de la ONU", "group", "un convoy de la ONU", None, "described as convoy"),
        id="an adverb of place is no part of it",
    ),
]
#: Expressions that no single noun or name tells.
FOUND = [
    pytest.param(
        "Criticó a quienes exigen el fin de las sanciones.",
        Row(
            "quienes exigen el fin de las sanciones",
            "group",
            "quienes exigen el fin de las sanciones",
            None,
            "told by a clause",
        ),
        id="people known by what they do",
    ),
    pytest.param(
        "Los soldados, quienes llegaron ayer, callaron.",
        Row("quienes", "group", "Los soldados", None, "relative pronoun"),
        id="but a relative pronoun means who stands before it",
    ),
    pytest.param(
        "Murieron en el este del país.",
        Row("el este del país", "place", "el este del país", None, "described as este"),
        id="a point of the compass, not a demonstrative",
    ),
    pytest.param(
        "Las grandes potencias callaron.",
        Row("Las grandes potencias", "group", "Las grandes potencias", None, "described as potencia"),
        id="several powers without a name",
    ),
    pytest.param(
        "El acuerdo de Chile Colombia Perú y México entró en vigor.",
        Row("Colombia", "state", "Colombia", "COL", "name in the gazetteer: state:COL"),
        id="states in a text that has lost its commas",
    ),
]
#: Bodies, peoples and places keep to themselves.
TOLD_APART = [
    pytest.param(
        "Luis Sosa fue a una corte de Lima. La fiscalía calló.",
        Row("La fiscalía", "organisation", "La fiscalía"),
        id="prosecutors are no court",
    ),
    pytest.param(
        "Durante la jornada numerosos cubanos salieron a la calle.",
        Row("numerosos cubanos", "group", "numerosos cubanos", "CUB", "people of a state"),
        id="many of a people",
    ),
    pytest.param(
        "Murió en la frontera entre México y Guatemala.",
        Row(
            "la frontera entre México y Guatemala",
            "place",
            "la frontera entre México y Guatemala",
            None,
            "described as frontera",
        ),
        id="a border lies between two",
    ),
]
#: What a description without a name belongs to.
HOME = [
    pytest.param(
        "Cuba, Cuba y Cuba. El presidente de Chile, Luis Sosa, viajó a Santiago, dijo el ministro chileno Juan Vega. "
        "Sosa habló con Vega en Chile. Después habló la cancillería.",
        Row("la cancillería", "organisation", "la cancillería", "CHL"),
        id="body of the state that acts, not of that named most",
    ),
    pytest.param(
        "El ministro negó haber vendido armas a Libia. El ministro calló ante Libia.",
        Row("El ministro", "person", "El ministro", None, "described as ministro"),
        id="an official is not of the state that receives",
    ),
    pytest.param(
        "El Gobierno negó haber vendido armas a Libia.",
        Row("El Gobierno", "organisation", "El Gobierno", None, "described as gobierno"),
        id="nor is a government",
    ),
    pytest.param(
        "El ministro español Juan Vega negó haber vendido armas a Libia. El Congreso lo investigó.",
        Row("El Congreso", country="ESP", why="described as congreso; ESP: the only state that acts before"),
        id="a body of the state whose official acts",
    ),
    pytest.param(
        "Lima, 3 jul (EFE).- El Gobierno de Chile protestó. El Gobierno peruano y la policía peruana callaron. "
        "El Congreso insistió.",
        Row("El Congreso", country="PER", why="described as congreso; PER: the state of the dateline, which acts most"),
        id="a body of the state of the dateline",
    ),
    pytest.param(
        "Lima, 3 jul (EFE).- El Gobierno peruano y la policía peruana protestaron. Chile calló. El Congreso insistió.",
        Row("El Congreso", country=None),
        id="a body named right behind another state",
    ),
    pytest.param(
        "Un tribunal de Lima lo condenó. Su abogado recurrirá ante la Corte Suprema.",
        Row("la Corte Suprema", name="la Corte Suprema"),
        id="a court with a name of its own is not the one before",
    ),
    pytest.param(
        "Chile convocó al Consejo de Seguridad Nacional.",
        Row("Consejo de Seguridad Nacional", country="CHL"),
        id="a council of one state",
    ),
    pytest.param(
        "Ban Ki-moon, que dirige la ONU, pidió calma. Ban dijo que el Gobierno debe actuar.",
        Row("el Gobierno", "organisation", "el Gobierno", None),
        id="who serves the UN does not act for the country of birth",
    ),
    pytest.param(
        "Chile protestó. Perú calló. El Congreso insistió.",
        Row("El Congreso", country=None),
        id="nobody knows of which of two states",
    ),
    pytest.param(
        "El ministro cubano viajó a Chile. Una fuente de la policía chilena lo vio.",
        Row("Una fuente de la policía chilena", "person", country="CHL"),
        id="who serves a body is of its state",
    ),
    pytest.param(
        "El Ministerio ruso calló. Se reunieron los policías de ambos países, Rusia y Cuba.",
        Row("los policías de ambos países", "group", country=None),
        id="who serves two states is of neither",
    ),
    pytest.param(
        "Rusia y sus aliados protestaron.",
        Row("sus aliados", "group", country=None),
        id="an ally is of another state",
    ),
    pytest.param(
        "Una fuente del gobierno lo confirmó.",
        Row("Una fuente del gobierno", "person", "Una fuente del gobierno", None, "described as fuente"),
        id="a source is somebody",
    ),
    pytest.param(
        "Fuentes diplomáticas lo confirmaron.",
        Row("Fuentes diplomáticas", "group", "Fuentes diplomáticas", None, "described as fuente"),
        id="sources are a group",
    ),
]
#: What a bare phrase refers back to.
LAST = [
    pytest.param(
        "El ex presidente peruano Jorge Salas y el exministro Luis Prado hablaron. Prado rió. El exmandatario se fue.",
        Row("El exmandatario", name="Jorge Salas", why="same post as Jorge Salas"),
        id="a former post is another post",
    ),
    pytest.param(
        "El Gobierno de Chile protestó. La República de Malta calló. El Gobierno insistió.",
        Row("El Gobierno", name="Chile", why="government without a name: that of the article"),
        id="the last government is that of a government",
    ),
    pytest.param(
        "España habló con Chile. El ministro chileno criticó a las autoridades de su país.",
        Row("las autoridades de su país", name="Chile"),
        id="authorities of one's own country",
    ),
    pytest.param(
        "España habló con Chile. Callaron las autoridades de los dos países.",
        Row("las autoridades de los dos países", "organisation", country=None),
        id="authorities of two countries",
    ),
]
#: The same body by other words.
BODIES = [
    pytest.param(
        "El Ministerio de Asuntos Exteriores de Chile protestó. La cancillería chilena insistió.",
        Row("La cancillería chilena", name="El Ministerio de Asuntos Exteriores de Chile"),
        id="a foreign ministry has two names",
    ),
    pytest.param(
        "El Ministerio de Exteriores alemán protestó. La cancillería alemana calló.",
        Row("La cancillería alemana", name="La cancillería alemana"),
        id="where the chancellery is the government's it is another body",
    ),
    pytest.param(
        "El Ministerio de Exteriores de Chile protestó. La cancillería peruana calló.",
        Row("La cancillería peruana", name="La cancillería peruana"),
        id="nor is that of another state",
    ),
    pytest.param(
        "La embajada de Perú calló. La embajada peruana insistió.",
        Row("La embajada peruana", name="La embajada de Perú"),
        id="the state by name and by adjective",
    ),
    pytest.param(
        "La embajada de Perú en Quito calló. La embajada peruana en Lima insistió.",
        Row("La embajada peruana en Lima", name="La embajada peruana en Lima"),
        id="two places, two bodies",
    ),
    pytest.param(
        "La Federación Chilena de Remo calló. La FCR insistió.",
        Row("FCR", name="La Federación Chilena de Remo"),
        id="the first letters of its words",
    ),
]
#: Adjectives and ages do not make another post of a looser title.
LOOSER = [
    pytest.param(
        "El presidente Jorge Salas viajó a Lima. El mandatario indígena volvió hoy.",
        Row("El mandatario indígena", name="Jorge Salas"),
        id="an adjective that does not change the post",
    ),
    pytest.param(
        "El exconsultor Luis Prado llegó ayer. El excontratista de 30 años calló.",
        Row("El excontratista de 30 años", name="Luis Prado"),
        id="an age is no post",
    ),
]


@pytest.mark.parametrize(
    ("text", "row"), [*DESCRIPTIONS, *BELONGING, *ENDS, *FOUND, *TOLD_APART, *HOME, *LAST, *BODIES, *LOOSER]
)
def test_row(text: str, row: Row) -> None:
    """The expression is found and means what the row says; each table above says what for."""
    assert row in read(text)


POSTS = [
    pytest.param(
        "El presidente ruso viajó ayer a Pekín.",
        "2015-05-01",
        Row("El presidente ruso", "person", country="RUS", why="held the post on 2015-05-01: person:vladimir-putin"),
        id="the dated gazetteer second",
    ),
    pytest.param(
        "El presidente ruso viajó ayer a Pekín.",
        None,
        Row("El presidente ruso", "person", country="RUS", why="described as presidente"),
        id="no date, no holder",
    ),
    pytest.param(
        "El embajador Luis Prado y el presidente Jorge Salas hablaron. El diplomático sonrió.",
        None,
        Row("El diplomático", "person", country=None, why="same post as Luis Prado"),
        id="a diplomat is no president",
    ),
    pytest.param(
        "Un responsable francés negó todo. El ministro Luis Prado calló. Este responsable insistió.",
        None,
        Row("Este responsable", "person", country="FRA", why="same post as Un responsable francés"),
        id="the same noun before a looser one",
    ),
    pytest.param(
        "Benjamín Netanyahu atacó a Ana Gil. El primer ministro viajó ayer a Roma.",
        "2024-05-20",
        Row("El primer ministro", "person", "Benjamín Netanyahu", "ISR", "same post as Benjamín Netanyahu"),
        id="who is known to hold the post, named without it",
    ),
    pytest.param(
        "Antony Blinken criticó a Ana Gil. El secretario de Estado viajó ayer a Roma.",
        "2016-05-20",
        Row("El secretario de Estado", "person", "El secretario de Estado", why="described as secretario"),
        id="who did not hold it yet",
    ),
]


@pytest.mark.parametrize(("text", "published", "row"), POSTS)
def test_posts_without_a_name(text: str, published: str | None, row: Row) -> None:
    """The article first, the dated gazetteer second."""
    assert row in read(text, published)


def test_who_held_a_post_has_it_in_the_record() -> None:
    """A date adds who it was and takes nothing away."""
    dossier = teletipo.read("El presidente de Rusia visitó Pekín.", published="2024-01-06")
    (entity,) = (e for e in dossier.entities if e.kind == "person")
    assert (entity.known, entity.sector) == ("person:vladimir-putin", "GOV")
    assert [post.post for post in entity.posts] == ["presidente de Rusia"]


@pytest.mark.parametrize(
    ("headline", "lead", "names"),
    [
        ("Secuestran a dos monjas italianas", "Secuestraron a dos monjas italianas de una ONG.", 1),
        ("Secuestran a dos monjas italianas", "Secuestraron a dos monjas francesas de una ONG.", 2),
        ("Soldados rodean el palacio", "Un grupo de soldados rodeó el palacio.", 1),
        ("Detienen a tres soldados", "Mataron a cuatro soldados.", 2),
    ],
)
def test_a_lead_tells_the_headlines_people_again(headline: str, lead: str, names: int) -> None:
    """Who has no name is of the headline if number, noun and country agree; a group and its members are one."""
    assert len({e.id for e in teletipo.read(f"{headline}\n{lead}").entities if e.kind == "group"}) == names


@pytest.mark.parametrize(
    ("post", "sector"),
    [
        ("secretario general del sindicato Unión", "LAB"),
        ("director de la ONG Paso", "NGO"),
        ("portavoz del Ejército", "MIL"),
        ("portavoz del Gobierno", "GOV"),
    ],
)
def test_who_leads_a_body_is_of_its_sector(post: str, sector: str) -> None:
    """A title whose noun says nothing of the sector has that of the body in it."""
    assert ("Luis Soto", sector) in [
        (e.name, e.sector) for e in teletipo.read(f"Luis Soto, {post}, viajó a Roma.").entities
    ]


def test_governments_of_a_list_of_states() -> None:
    """One mention for each state of the list."""
    rows = read("Los gobiernos de España, Francia e Italia pidieron disculpas.")
    assert {r.name for r in rows if r.words == "Los gobiernos de España"} == {"España", "Francia", "Italia"}


def test_a_body_of_several_states_has_no_default_country() -> None:
    """The country of the article is not that of an international force."""
    rows = read("Austria y Alemania hablaron en Viena. La Fuerza de Reacción europea se desplegó.")
    assert [(r.kind, r.country) for r in rows if r.words.startswith("La Fuerza")] == [("organisation", None)]


def test_a_clause_tells_groups_apart() -> None:
    """ "Los países que …" are not the countries spoken of before."""
    rows = read("Los países de la zona protestaron. Cuba criticó a los países que se negaron.")
    assert len({r.name for r in rows if "países" in r.words}) == 2


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "El embajador de España en Bolivia, Luis Sosa, habló. El embajador de España en Austria calló.",
            Row("El embajador de España en Austria", name="Luis Sosa"),
            id="a post elsewhere",
        ),
        pytest.param(
            "El portavoz de la ONU, Luis Sosa, habló. El titular de la ONU calló.",
            Row("El titular de la ONU", name="Luis Sosa"),
            id="a spokesman is not at the head",
        ),
    ],
)
def test_another_post_is_somebody_else(text: str, row: Row) -> None:
    """Where and of what the post is tells people apart."""
    assert row not in read(text)


def test_any_country_is_none_spoken_of() -> None:
    """ "¿Qué país valiente …?" is not the last state named."""
    assert "Qué país" not in " ".join(r.words for r in read("Chile calló. ¿Qué país valiente hablará?"))


def test_one_of_a_group_is_not_the_group() -> None:
    """ "Uno de los diplomáticos" is somebody of them."""
    rows = read("Uno de los diplomáticos dijo que no.")
    assert Row("Uno de los diplomáticos", "person", "Uno de los diplomáticos", None, "one of a group") in rows
    assert Row("los diplomáticos", "group", "los diplomáticos", None, "described as diplomático") in rows


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Julian Assange habló ayer. El australiano pidió calma.", "El australiano", "Julian Assange"),
        ("Ana Ruiz, una médica de Lima, viajó a Madrid. La joven pidió asilo.", "La joven", "Ana Ruiz"),
        ("El presidente Luis Arce llegó a Lima. El joven pidió asilo.", "El joven", "El joven"),
        ("Julian Assange habló ayer. Los australianos votan el lunes.", "Los australianos", "Los australianos"),
        ("Julian Assange habló ayer. Un australiano pidió calma.", "Un australiano", "Un australiano"),
    ],
)
def test_a_word_for_a_person_means_the_one_spoken_of(text: str, words: str, name: str) -> None:
    """A nationality or "the young man" points back to a person named before; not a ruler, not in the plural."""
    assert meant(text, words) == {name}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        pytest.param(
            "Así lo reveló The New York Times. Llueve, opinó el influyente diario.", "el influyente diario",
            "The New York Times", id="an outlet by its kind",
        ),
        pytest.param(
            "Así lo reveló Le Monde. Según el diario francés, llueve.", "el diario francés", "Le Monde",
            id="with the adjective of its state",
        ),
        pytest.param(
            "Así lo reveló Le Monde. Según el diario alemán, llueve.", "el diario alemán", "el diario alemán",
            id="of another state",
        ),
        pytest.param("Así lo reveló Le Monde. La prensa calló.", "La prensa", "La prensa", id="the press is no outlet"),
        pytest.param(
            "Las FARC huyeron. Esa guerrilla atacó Quito.", "Esa guerrilla", "FARC", id="an armed group by its kind"
        ),
        pytest.param("Hamás huyó. El grupo armado atacó Quito.", "El grupo armado", "Hamás", id="in several words"),
        pytest.param(
            "Gazprom protestó. La petrolera rusa dijo que no.", "La petrolera rusa", "Gazprom", id="a company"
        ),
        pytest.param("El PP calló. El partido dijo que no.", "El partido", "PP", id="a party"),
    ],
)  # fmt: skip
def test_an_outlet_or_body_by_other_words(text: str, words: str, name: str) -> None:
    """It is named again by its kind and what it is like; the press at large is another body."""
    assert [row.name for row in read(text) if row.words == words] == [name]


@pytest.mark.parametrize(
    ("text", "acronym", "name"),
    [
        (
            "El Gobierno negocia con el Frente Unido Patriótico (FUP). El FUP atacó un puesto militar.",
            "FUP",
            "el Frente Unido Patriótico (FUP)",
        ),
        (
            "Los Comandos de la Frontera (CDF) atacaron un puesto. Las CDF huyeron.",
            "CDF",
            "Los Comandos de la Frontera (CDF)",
        ),
        (
            "La Asociación Nacional de Productores (ANP) criticó al alcalde. La ANP pidió ayuda.",
            "ANP",
            "La Asociación Nacional de Productores (ANP)",
        ),
    ],
)
def test_the_acronym_that_an_article_gives_a_body_is_that_body(text: str, acronym: str, name: str) -> None:
    """Of a group too, and whoever else is known by it."""
    assert meant(text, acronym) == {name}


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Ana Ruiz es la ministra de Salud. La ministra criticó a Chile.", True),
        ("Ana Ruiz, que es ministra de Salud, viajó a Lima. La ministra criticó a Chile.", True),
        ("La nueva ministra es Ana Ruiz. La ministra criticó a Chile.", True),
        ("Ana Ruiz fue nombrada ministra de Salud. La ministra criticó a Chile.", True),
        ("El rey nombró a Ana Ruiz ministra de Salud. La ministra criticó a Chile.", True),
        ("El rey eligió ministra a Ana Ruiz. La ministra criticó a Chile.", True),
        ("Ana Ruiz juró como ministra de Salud. La ministra criticó a Chile.", True),
        ("Ana Ruiz fue ministra de Salud. La ministra criticó a Chile.", False),
        ("Ana Ruiz visitó a la ministra de Salud. La ministra criticó a Chile.", False),
    ],
)
def test_a_title_that_somebody_is_said_to_have_is_that_persons(text: str, same: bool) -> None:
    """Being, being named and swearing in give a title, in the present of being; having had it does not."""
    assert (meant(text, "La ministra") == {"Ana Ruiz"}) is same
