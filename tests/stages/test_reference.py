"""Reference: words that mean somebody only by what stands before or around them."""

from __future__ import annotations

import pytest

from resolved import Row, meant, read, words

#: Who speaks though no name stands beside the verb.
SPEAKERS = [
    pytest.param(
        "El Ministerio de Defensa alemán informó ayer. La ofensiva sigue, según el comunicado.",
        Row("el comunicado", "organisation", "El Ministerio de Defensa alemán", why="text of"),
        id="a text speaks for who issued it",
    ),
    pytest.param(
        "«No lo sabía», dijo el ferrallista.",
        Row("el ferrallista", "person", "el ferrallista", why="subject of a verb of speaking"),
        id="a noun in no list that speaks is a person",
    ),
    pytest.param(
        "Los ferrallistas creían que habría obras.",
        Row("Los ferrallistas", "group", "Los ferrallistas", why="subject of a verb of speaking"),
        id="a noun in no list that thinks is a person",
    ),
    pytest.param(
        "El ministro Luis Prado viajó ayer. Repitió varias veces que volverá.",
        Row("<Repitió>", "person", "Luis Prado", why="subject of the sentence before"),
        id="an expression of time is no subject",
    ),
]
#: Whom demonstratives and ordinals tell apart.
TOLD_APART = [
    pytest.param(
        "La ministra Marta Lorca llamó a Luis Prado. Le dijo que espera. Este respondió que firmará.",
        Row("Este", name="Luis Prado"),
        id="a demonstrative that speaks is the last one named, not who spoke",
    ),
    pytest.param(
        "La ministra Marta Lorca se reunió con los mineros. Estos dijeron que seguirán.",
        Row("Estos", name="los mineros"),
        id="the last ones named, in their number",
    ),
    pytest.param(
        "El ministro Luis Prado habló con el general Jorge Salas. Este último negó que haya tropas.",
        Row("último", name="Jorge Salas"),
        id="this last one",
    ),
    pytest.param(
        "Luis Prado y Jorge Salas se vieron en Lima. El primero dijo que hay acuerdo.",
        Row("primero", name="Luis Prado"),
        id="the first of two",
    ),
    pytest.param(
        "Luis Prado habló con Jorge Salas. El segundo aseguró que hay acuerdo.",
        Row("segundo", name="Jorge Salas"),
        id="the second of two, told to be with the first",
    ),
]
#: Posts and members of a group with the name beside them, and words that repeat a post.
HOLDERS = [
    pytest.param(
        "La ministra Marta Lorca se reunió con su homólogo estonio, Luis Prado.",
        Row("su homólogo estonio, Luis Prado", name="Luis Prado", country="EST"),
        id="a counterpart with a nationality that the parser takes for the noun",
    ),
    pytest.param(
        "El presidente peruano, Luis Prado, recibió a su homólogo estonio, Jan Kask. El ministro estonio calló.",
        Row("El ministro estonio", name="El ministro estonio"),
        id="a president's counterpart is no minister",
    ),
    pytest.param(
        "El presidente peruano, Luis Prado, recibió a su homólogo estonio, Jan Kask. El presidente estonio calló.",
        Row("El presidente estonio", name="Jan Kask"),
        id="a president's counterpart is a president",
    ),
    pytest.param(
        "La ministra Marta Lorca recibió a su homólogo estonio, Jan Kask. El ministro estonio calló.",
        Row("El ministro estonio", name="Jan Kask"),
        id="a minister's counterpart is a minister",
    ),
    pytest.param(
        "El presidente se reunió con su homólogo chileno, Gabriel Boric.",
        Row("El presidente", name="El presidente"),
        id="nobody is his own counterpart",
    ),
    pytest.param(
        "El ministro de Defensa español llamó a su homólogo marroquí. Su par español pidió calma.",
        Row("Su par español", name="El ministro de Defensa español"),
        id="the counterpart of a counterpart, though without a name",
    ),
    pytest.param(
        "El canciller paraguayo Luis Prado viajó ayer. El jefe de la diplomacia paraguaya dijo que volverá.",
        Row("El jefe de la diplomacia paraguaya", country="PRY"),
        id="a nationality that the parser takes for a name",
    ),
    pytest.param(
        "«Seguiremos en la calle», dijo uno de sus líderes, Nika Melia.",
        Row("uno de sus líderes", name="Nika Melia", why="title in apposition to the name"),
        id="one of a group, with the name behind",
    ),
    pytest.param(
        "Según la agencia Trend, hubo tres muertos.", Row("la agencia Trend", "organisation"), id="a body's name"
    ),
    pytest.param(
        "El papa Francisco condenó la guerra. El pontífice viajará a Irak.",
        Row("El pontífice", name="Francisco"),
        id="the pope by another word",
    ),
    pytest.param(
        "El jefe de la ONU pidió calma. El jefe de la OTAN, Luis Prado, viajó ayer.",
        Row("El jefe de la ONU", name="El jefe de la ONU"),
        id="the head of another body that is named later",
    ),
    pytest.param(
        "Luis Prado advirtió a Panamá. El presidente panameño, Jorge Salas, le contestó que no.",
        Row("le", name="Luis Prado"),
        id="nobody is said to answer his own state",
    ),
    pytest.param("«Hay que negociar», dijo Lula.", Row("Lula", country="BRA"), id="a first name that only one bears"),
]
#: Whom the grammar or the view of the speaker makes the likeliest.
BACKGROUND = [
    pytest.param(
        "El ministro francés, Luis Prado, pidió a Italia que levante las sanciones.",
        Row("<levante>", name="Italia", why="the one addressed by the verb before"),
        id="a subjunctive takes the one who is asked",
    ),
    pytest.param(
        "Cuba recibió ayuda de México. El bloqueo contra la isla sigue.",
        Row("la isla", name="Cuba", why="the last state named"),
        id="the island is the state that is one",
    ),
    pytest.param(
        "Chile y Perú negocian. El ministro peruano, Luis Prado, dijo que el Gobierno espera una respuesta.",
        Row("el Gobierno", name="Perú", why="government without a name: that of the article"),
        id="a minister speaks of his own government",
    ),
]
#: What the sentences before make of an expression.
READING_ON = [
    pytest.param(
        "Serbia rompió relaciones con Albania. Belgrado acusó a este país de mentir.",
        Row("este país", name="Albania"),
        id="this country is not the subject of the clause",
    ),
    pytest.param(
        "El ministro Ilir Meta llegó ayer. Meta saludó a todos.",
        Row("Meta", name="Ilir Meta"),
        id="a surname that is a company too",
    ),
    pytest.param(
        "El presidente peruano, Jorge Salas, viajó a Quito. El jefe de Estado peruano volvió hoy.",
        Row("El jefe de Estado peruano", name="Jorge Salas"),
        id="head of State",
    ),
    pytest.param(
        "Venezuela y Cuba negocian. La nación caribeña pidió ayuda.",
        Row("La nación caribeña", name="Cuba"),
        id="the Caribbean nation",
    ),
]
#: The sentence itself before the sentences before.
CLAUSES = [
    pytest.param(
        "El buque Aurora zarpó ayer. Francia envió el buque a Creta, donde permanecerá un mes.",
        Row("<permanecerá>", name="Francia"),
        id="subject of the verb around a relative clause",
    ),
    pytest.param(
        "Según el abogado Luis Prado, «no hay dudas» y añadió que apelará.",
        Row("<añadió>", name="Luis Prado"),
        id="whose view the sentence gives",
    ),
]
#: A title may be repeated by another that means the same post.
OTHER_WORDS = [
    pytest.param(
        "El presidente de la Liga, Luis Prado, habló. El dirigente de la Liga insistió.",
        Row("El dirigente de la Liga", name="Luis Prado"),
        id="at the head of the same body",
    ),
    pytest.param(
        "El ministro de Economía, Luis Prado, habló. El titular de Economía insistió.",
        Row("El titular de Economía", name="Luis Prado"),
        id="at the head of the same matter",
    ),
    pytest.param(
        "El portavoz de la Liga, Luis Prado, habló. El dirigente de la Liga calló.",
        Row("El dirigente de la Liga", name="El dirigente de la Liga"),
        id="a spokesman is at the head of nothing",
    ),
    pytest.param(
        "La jueza Ana Paz habló. La magistrada insistió.",
        Row("La magistrada", name="Ana Paz"),
        id="another word for a judge",
    ),
    pytest.param(
        "El juez Luis Prado habló. El fiscal calló.",
        Row("El fiscal", name="El fiscal"),
        id="a prosecutor is no judge",
    ),
    pytest.param(
        "La portavoz del Ministerio de Exteriores chino, Ana Paz, habló. La portavoz de la cancillería insistió.",
        Row("La portavoz de la cancillería", name="Ana Paz"),
        id="a foreign ministry by its other name",
    ),
    pytest.param(
        "El ex analista de ventas Luis Prado habló. El exanalista de ventas insistió.",
        Row("El exanalista de ventas", name="Luis Prado"),
        id="a former post in one word or two",
    ),
    pytest.param(
        "El alemán Luis Prado llegó ayer. La policía detuvo al alemán en Lima.",
        Row("alemán", name="Luis Prado"),
        id="the German, after a contraction",
    ),
]
#: The opening tells of somebody by the post, the next sentences by the name.
NAMED_NEXT = [
    pytest.param(
        "Un senador peruano protestó ayer. El senador Luis Prado criticó la ley.",
        Row("Un senador peruano", "person", "Luis Prado", "PER", "post of Luis Prado, named next"),
        id="one senator is named next",
    ),
    pytest.param(
        "Un senador peruano protestó ayer. El senador chileno Luis Prado criticó la ley.",
        Row("Un senador peruano", name="Un senador peruano"),
        id="a senator of another state is not",
    ),
    pytest.param(
        "Un senador protestó ayer. El senador Luis Prado y el senador Juan Vega criticaron la ley.",
        Row("Un senador", name="Un senador"),
        id="nobody knows which of two",
    ),
    pytest.param(
        "El ministro de Pesca protestó ayer. El ministro de Cultura, Luis Prado, criticó la ley.",
        Row("El ministro de Pesca", name="El ministro de Pesca"),
        id="a minister of another matter is not",
    ),
    pytest.param(
        "El senador Luis Prado habló. Un senador protestó ayer. El senador Luis Prado criticó la ley.",
        Row("Un senador", name="Un senador"),
        id="who was named before is not meant",
    ),
    pytest.param(
        "Un vecino protestó ayer. El vecino Luis Prado criticó la ley.",
        Row("Un vecino", name="Un vecino"),
        id="any neighbour",
    ),
]
#: A word that refers back agrees in gender and region with whom it means.
GENDER = [
    pytest.param(
        "Los familiares de las rehenes hablaron con diplomáticos y negociadores. Lima pidió que las liberen.",
        Row("las", "group", "las rehenes"),
        id="a plural in -ores is masculine",
    ),
    pytest.param(
        "La presidenta Clara Luz criticó a Evo Morales. El mandatario contestó que no.",
        Row("El mandatario", "person", "Evo Morales", "BOL", "same post as Evo Morales"),
        id="a masculine title is not a presidenta",
    ),
    pytest.param(
        "La ministra Ana Paz y el ministro Luis Sosa hablaron. Después, el funcionario volvió.",
        Row("el funcionario", "person", "Luis Sosa", None, "same post as Luis Sosa"),
        id="looser word of the same gender",
    ),
    pytest.param(
        "Habló la ministra Ana Paz. Luis Sosa la criticó.",
        Row("la", "person", "Ana Paz", None, "clitic pronoun"),
        id="feminine clitic",
    ),
    pytest.param(
        "Las manifestantes insultaron a los civiles. La policía las detuvo.",
        Row("las", "group", "Las manifestantes", None, "clitic pronoun"),
        id="feminine plural clitic",
    ),
    pytest.param(
        "La ministra Ana Paz criticó a Luis Sosa. Ella no aceptó.",
        Row("Ella", "person", "Ana Paz", None, "personal pronoun"),
        id="ella",
    ),
    pytest.param(
        "El presidente de Francia llamó a su colega de Bolivia, Evo Morales. El mandatario sudamericano aceptó.",
        Row("El mandatario sudamericano", "person", "Evo Morales", "BOL", "same post as Evo Morales"),
        id="adjective of a region",
    ),
    pytest.param(
        "El ex general Luis Rolón llegó ayer. El ex presidente Carlos Ríos lo negó. El ex militar volvió.",
        Row("El ex militar", "person", "Luis Rolón", None, "same post as Luis Rolón"),
        id="former post of the same class",
    ),
    pytest.param(
        "Criticó a la canciller alemana, el presidente francés Luis Sosa.",
        Row("el presidente francés Luis Sosa", "person", "Luis Sosa", "FRA", "title and name"),
        id="two rulers side by side are two",
    ),
]
#: Titles, lists and governments that are named again.
BACK = [
    pytest.param(
        "El canciller brasileño, Juan Vega, viajó a La Habana. Allí lo recibió el canciller cubano, Luis Sosa. "
        "Vega dijo que hay acuerdo. El canciller agregó que lo firmarán.",
        Row("El canciller", "person", "Juan Vega", "BRA", "same post as Juan Vega"),
        id="whoever has just spoken goes on",
    ),
    pytest.param(
        "El avión no pudo volar sobre Francia, España e Italia tras anularse los permisos en esos países.",
        Row("esos países", "state", "España", "ESP", "one of the 3 named before"),
        id="states of the sentence itself",
    ),
    pytest.param(
        "El ministro peruano Luis Sosa criticó a Siria. Pidió que actúe contra ese gobierno.",
        Row("ese gobierno", "state", "Siria", "SYR", "the last state named"),
        id="that government is the other one",
    ),
    pytest.param(
        "México protestó. El presidente de Honduras, Luis Prado, dijo que México instruyó a su gobierno.",
        Row("su gobierno", "state", "Honduras", "HND", "government of Luis Prado"),
        id="government of the person who speaks",
    ),
]
#: Subjects that the verb leaves out.
LEFT_OUT = [
    pytest.param(
        "Francia criticó el acuerdo y pidió una reunión.",
        Row("<pidió>", "state", "Francia", "FRA", "subject of the verb before"),
        id="coordinated verbs share their subject",
    ),
    pytest.param(
        "La ministra Marta Lorca habló ayer. «El Gobierno ruso mintió durante años», agregó.",
        Row("<agregó>", "person", "Marta Lorca"),
        id="the subject of the quoted sentence is not who said it",
    ),
    pytest.param(
        "Lisboa, 23 may (EFE).- El ministro Luis Prado viajó a Roma. Después pidió calma.",
        Row("<pidió>", "person", "Luis Prado"),
        id="the subject after a dateline is not the city",
    ),
    pytest.param(
        "MANAGUA, Nicaragua — El ministro Luis Prado viajó a Roma. Después pidió calma.",
        Row("<pidió>", "person", "Luis Prado"),
        id="the subject after a dateline is not its country",
    ),
    pytest.param(
        "Sirvió durante el Gobierno de Ernesto Quiroa, quien está siendo investigado.",
        Row("quien", "person", "Ernesto Quiroa"),
        id="'quien' is no government",
    ),
]


@pytest.mark.parametrize(
    ("text", "row"),
    [*SPEAKERS, *TOLD_APART, *HOLDERS, *BACKGROUND, *READING_ON, *CLAUSES, *BACK, *LEFT_OUT, *OTHER_WORDS],
)
def test_row(text: str, row: Row) -> None:
    """The expression is found and means what the row says; each table above says what for."""
    assert row in read(text)


@pytest.mark.parametrize(("text", "row"), GENDER)
def test_words_that_agree(text: str, row: Row) -> None:
    """The same on a day on which the gazetteer knows who held which post."""
    assert row in read(text, "2013-07-10")


GROUPS = [
    pytest.param(
        "La ministra Marta Lorca se reunió con el embajador Luis Prado. Acordaron un plan.",
        [Row("<Acordaron>", name="Marta Lorca"), Row("<Acordaron>", name="Luis Prado")],
        id="a plural verb takes the subject before and its partner",
    ),
    pytest.param(
        "Marta Lorca y Luis Prado hablaron ayer. Ambos dimitieron.",
        [Row("Ambos", name="Marta Lorca"), Row("Ambos", name="Luis Prado")],
        id="both alone",
    ),
    pytest.param(
        "Marta Lorca visitó a Luis Prado en Lima. Los dos pidieron calma.",
        [Row("dos", name="Marta Lorca"), Row("dos", name="Luis Prado")],
        id="the two, one of whom did something to the other",
    ),
    pytest.param(
        "Francia, Italia y Portugal protestaron. Esos países pidieron disculpas.",
        [Row("Esos países", name="Francia"), Row("Esos países", name="Italia"), Row("Esos países", name="Portugal")],
        id="those countries are the last ones listed",
    ),
]


@pytest.mark.parametrize(("text", "members"), GROUPS)
def test_groups_mean_their_members(text: str, members: list[Row]) -> None:
    """One mention for each member, at the same span."""
    assert all(row in read(text) for row in members)


def test_no_guess_for_a_subordinate_verb() -> None:
    """The subject of the sentence before would be a guess in "cuando llegó"."""
    assert "<llegó>" not in words("La ministra Marta Lorca habló ayer. Hubo protestas cuando llegó.")


def test_what_is_reported_before_its_cue_has_another_subject() -> None:
    """ "Comenzó un curso, añadió el portavoz": who began is not who adds."""
    text = "El ingeniero Luis Prado llegó ayer. Comenzó un curso en Lima, añadió el portavoz Jorge Salas."
    assert Row("<Comenzó>", name="Jorge Salas") not in read(text)


def test_a_settled_infinitive_has_no_hidden_subject() -> None:
    """ "Se acordó crear" says nobody who agreed."""
    assert "<acordó>" not in words("El ministro Luis Sosa llegó. Asimismo, se acordó crear un fondo.")


def test_what_somebody_asks_for_another_is_the_others() -> None:
    """ "Su liberación" after "exigió" is that of the one spoken of, not of whoever demands it."""
    text = "El exgobernador Luis Paz fue arrestado en Lima. El diputado Marko Cortés exigió su liberación."
    assert meant(text, "su") == {"Luis Paz"}
    text = "El exgobernador Luis Paz fue detenido en Lima. El ministro Juan Gil justificó su arresto."
    assert meant(text, "su") == {"Luis Paz"}


def test_the_dead_do_nothing_later() -> None:
    """Those counted as killed are not the ones who go on; what describes them may still mean them."""
    text = "Diez manifestantes murieron en Dakar. Los manifestantes marcharon ayer."
    assert meant(text, "Los manifestantes") == {"Los manifestantes"}
    text = "Mataron a diez manifestantes en Dakar. Los manifestantes vivían en Pikine."
    assert meant(text, "Los manifestantes") == {"diez manifestantes"}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("Cuando Luis Prado llegó a Lima, pidió calma.", True, id="one subject"),
        pytest.param("Cuando Luis Prado los llamó, pidieron calma.", False, id="number"),
        pytest.param("Cuando Luis Prado le habló, pidió calma.", False, id="somebody else in it"),
        pytest.param("Cuando Luis Prado llegó y Ana Ruiz salió, pidió calma.", False, id="two subjects"),
    ],
)
def test_the_subject_of_the_clause_before(text: str, meant: bool) -> None:
    """A verb without a subject has that of the clause which opens the sentence, if nobody else may be meant."""
    found = {row.why for row in read(text) if row.words.startswith("<pidi")}
    assert ("subject of the clause before" in found) == meant
