"""Who speaks, as one of the cast, where the words near the cue mislead; one text of ours for each case."""

from __future__ import annotations

import pytest

from reported import said, speakers

#: text, beginning of a content, name of its speaker
CASES = [
    pytest.param("La presa está vacía. Eso dijo ayer el juez Juan Rivas.", "La presa", "Juan Rivas", id="that he said"),
    pytest.param(
        "Al ministro Juan Rivas no le consta que haya cortes.", "que haya", "Juan Rivas", id="whom a thing is known to"
    ),
    pytest.param(
        "El juez vio al ministro Juan Rivas, a quien le preocupa que falte agua.", "que falte", "Juan Rivas",
        id="whom a thing worries, by a relative",
    ),
    pytest.param(
        "Lo que le sorprende a Juan Rivas es que falte agua.", "que falte", "Juan Rivas",
        id="whom a thing surprises, by a cleft",
    ),
    pytest.param(
        "El ministro Juan Rivas anunció que habrá obras. La empresa Aguas del Sur limpiará los pozos, añadió.",
        "La empresa", "Juan Rivas", id="the subject of what is said does not say it",
    ),
    pytest.param(
        "El ministro Juan Rivas anunció que habrá obras. Para ello, explicó, Perú presentará un plan.",
        "Perú", "Juan Rivas", id="the subject of what goes on after the cue does not say it",
    ),
    pytest.param(
        "El guardameta titular del equipo lucense, Juan Rivas, repasó el torneo, donde ve «nervioso» a su "
        "rival y dijo que ganará.", "que ganará", "Juan Rivas", id="who is named behind a description of nobody known",
    ),
    pytest.param(
        "Sobre el canal de Lima -si ambos clubes ganan, los de Quito al Sol- Rivas dijo que no hay agua.", "que no hay",
        "Rivas", id="a name behind an insertion between dashes",
    ),
    pytest.param("El galeno precisó que hay contagios.", "que hay", "El galeno", id="a noun in no list"),
    pytest.param("La norma precisa que hay plazos.", "que hay", None, id="a thing"),
    pytest.param(
        "Para las organizaciones sindicales del puerto, es un plan injusto.", "es un plan",
        "las organizaciones sindicales del puerto", id="a view of the unions",
    ),
    pytest.param("La derrota aclaró que hay rivales.", "que hay", None, id="what happens"),
    pytest.param("Para los analistas, habrá cortes.", "habrá", "los analistas", id="a view of people who judge"),
    pytest.param(
        "El ministro Juan Rivas llegó ayer. Para el ministro la obra es inútil.", "la obra", "Juan Rivas",
        id="in whose view, without a comma",
    ),
    pytest.param(
        "El ministro Juan Rivas llegó ayer. Para Juan Rivas es inútil que haya obras.", "es inútil", "Juan Rivas",
        id="in whose view it is so",
    ),
    pytest.param(
        "El ministro Juan Rivas llegó ayer. También impulsó el plan de Lima para que su socio Luis Mora trajera agua, "
        "afirmando que habrá obras.",
        "que habrá", "Juan Rivas", id="who should act does not say why",
    ),
    pytest.param(
        "El ministro Juan Rivas llegó ayer. «Será difícil», dijo respecto del acuerdo alcanzado en Quito.",
        "Será", "Juan Rivas", id="what the words are about does not say them",
    ),
    pytest.param(
        "El ministro Juan Rivas dijo que no habrá cortes. Si la alcaldesa Marta Soto \"protestó\" por el cierre, "
        "\"que lo diga en el Parlamento\", agregó el político.",
        "Si la alcaldesa", "Juan Rivas", id="a description of whom the content does not name",
    ),
    pytest.param(
        "«No habrá tregua», dijo el general Ramón Paz.\nLa respuesta de la senadora Ana Gil fue más breve.\n"
        "«Que se vayan todos», afirmó.",
        "Que se vayan", "Ana Gil", id="the one named between two quotations",
    ),
    pytest.param(
        "Ramón Paz dirige el hospital. «En tres días hubo diez muertos en el frente», declaró a la AFP Ramón Paz.",
        "En tres días", "Ramón Paz", id="a name after that of the agency",
    ),
    pytest.param(
        "El martes, Ana Gil, acusada de espionaje por haber hablado con la prensa, desmiente que vendiera los planos.",
        "que vendiera", "Ana Gil", id="a participle clause before the cue",
    ),
    pytest.param(
        "El senador Juan Rivas dijo que Cuba merece respeto. Pero también sostengo que el embargo debe terminar.",
        "que el embargo", "Juan Rivas", id="the first person without marks goes on",
    ),
    pytest.param(
        "Juan Soto llegó ayer. Se quejó de que no podía oír nada, informó el senador Luis Mora.",
        "que no podía", "Juan Soto", id="a verb in words whose speaker is named after them",
    ),
    pytest.param(
        "Juan Soto llegó ayer. En esta hora difícil decimos que falta agua, informó el senador Luis Mora.",
        "que falta", "Luis Mora", id="a verb in the first person in words whose speaker is named after them",
    ),
    pytest.param(
        "El ministro Juan Rivas pidió calma a Chile sobre notas de prensa según las cuales habrá cortes de agua.\n"
        "Aclaró que la presa está llena.",
        "que la presa", "Juan Rivas", id="papers without an author are not the country named before",
    ),
    pytest.param(
        'La presa, calificada de "peligro público" por el alcalde Juan Rivas, sigue llena.',
        'de "peligro', "Juan Rivas", id="who judges stands after what he says",
    ),
    pytest.param(
        "Juan Rivas señaló que la diputada Ana Gil ha dicho que habrá cortes. Añadió que la presa está llena.",
        "que la presa", "Juan Rivas", id="who speaks goes on, not whose words he tells",
    ),
    pytest.param(
        "La ministra Ana Gil dijo que irá. El alcalde mostró una carta que afirmaba que la presa está vacía.",
        "que la presa", None, id="a thing that speaks is not who spoke last",
    ),
    pytest.param(
        "La OTAN envió tropas a las escuelas. Desde el Pentágono precisaron que nadie murió.",
        "que nadie", "Pentágono", id="somebody inside a body speaks for it",
    ),
    pytest.param(
        "El profesor Luis Mora desapareció en mayo. El fiscal Juan Rivas informó que Mora está a salvo. "
        "«Lo hallaron los vecinos del valle», contó el funcionario.",
        "Lo hallaron", "Juan Rivas", id="an official is rather who spoke last than somebody silent",
    ),
    pytest.param(
        "Eva Prado, hija del general Carlos Prado, pidió justicia. «Nadie nos ayudó», dijo Eva Prado. "
        "«Ahora lo entendemos todo», precisó Prado.",
        "Ahora lo", "Eva Prado", id="a surname means the one who has spoken",
    ),
    pytest.param(
        "Una nota divulgada por la OTAN explica que el avión volvió a su base.",
        "que el avión", "OTAN", id="a paper speaks for who published it",
    ),
    pytest.param(
        "La ONU recomendó que cese el fuego. El ministro Juan Rivas envió este mensaje: «Habrá paz para todos hoy».",
        "Habrá paz", "Juan Rivas", id="the subject of the sentence before the colon",
    ),
    pytest.param(
        "La ministra Eva Prado ha sido muy tajante: «No habrá más tropas en la frontera».",
        "No habrá", "Eva Prado", id="who is said to be outspoken before the colon",
    ),
    pytest.param(
        "La ministra Eva Prado viajó a Roma. Fue clara: «No habrá más tropas en la frontera».",
        "No habrá", "Eva Prado", id="outspoken, with the subject of the sentence before",
    ),
    pytest.param(
        "Según una encuesta de la Unesco, leen pocos. El ministro Juan Rivas prometió libros. "
        "El sondeo concluyó que faltan escuelas.",
        "que faltan", "Unesco", id="a poll named again is that of its author",
    ),
    pytest.param(
        "El ministro Juan Rivas dijo que irá a Roma. La senadora Ana Gil visitó la tumba de Eva Prado. "
        "Recordó que hubo una guerra.",
        "que hubo", "Ana Gil", id="of several named between, the subject",
    ),
    pytest.param(
        "«Iremos a Roma», dijo la ministra Ana Gil. El senador Juan Rivas nunca recibió dinero, según él.",
        "El senador", "Juan Rivas", id="a pronoun is no description",
    ),
    pytest.param(
        "El ministro Juan Rivas volvió ayer a Lima.\nHabrá cortes de agua en la costa: Juan Rivas\nLima, en fiestas",
        "Habrá cortes", "Juan Rivas", id="a headline before its speaker",
    ),
    pytest.param(
        "El ministro Juan Rivas volvió ayer a Lima.\nRivas: la costa tendrá cortes de agua",
        "la costa", "Juan Rivas", id="a headline after its speaker",
    ),
    pytest.param(
        "El Ministerio de Salud anunció que habrá vacunas. La dependencia añadió que llegarán en mayo.",
        "que llegarán", "El Ministerio de Salud", id="a word for any body",
    ),
    pytest.param(
        "El ministro Juan Rivas lamentó que la ONU no haya votado y que, según él, «nadie quiera hablar de la deuda».",
        "nadie quiera", "Juan Rivas", id="según and a pronoun: who speaks",
    ),
    pytest.param(
        "La Asamblea General de la ONU aprobó una resolución. El texto destaca que hay hambre.",
        "que hay", "Asamblea General de la ONU", id="a paper speaks for who made it",
    ),
    pytest.param(
        "El ministro Juan Rivas dijo que llueve. Según cálculos oficiales, mañana nevará en la sierra.",
        "mañana nevará", None, id="papers of nobody in particular",
    ),
    pytest.param(
        "El ministro Juan Rivas indicó que Lima hace una prueba, destacando que Quito vigila el mar.",
        "que Quito", "Juan Rivas", id="a gerund by which the speaker goes on",
    ),
    pytest.param(
        "El ministro Juan Rivas dijo que lloverá. «Habrá agua para todos», respondió a la periodista Elena Salas.",
        "Habrá agua", "Juan Rivas", id="a name that belongs to the addressee",
    ),
    pytest.param(
        "Peter Holm, quien trabaja en la planta y es el encargado del sindicato, dijo que temen un cierre.",
        "que temen", "Peter Holm", id="past a relative clause about the speaker",
    ),
    pytest.param(
        "Luis Toro, entrenador del atleta cubano Juan Paz, aseguró que ganarán.",
        "que ganarán", "Luis Toro", id="whose trainer the speaker is",
    ),
    pytest.param(
        "El ministro Juan Rivas dijo que Lima mantiene su plan; sin embargo, aseguró que vigilarán el centro.",
        "que vigilarán", "Juan Rivas", id="who speaks goes on after a semicolon",
    ),
    pytest.param(
        "El ministro Juan Rivas dijo que lloverá. La obra es cara, añadió el también diputado.",
        "La obra", "Juan Rivas", id="another post of who spoke",
    ),
    pytest.param(
        "El ministro Juan Rivas dijo que lloverá. «Todo acabó mal para los nuestros», afirmaron desde el sector duro.",
        "Todo acabó", None, id="somebody inside a body nobody knows",
    ),
    pytest.param(
        "El ministro Juan Rivas habló ayer.\n"
        "Juan Rivas@jrivasPEEl pleno carece de fondos https://t.co/a107:34 - 12 de Jul de 2021\nFin.",
        "El pleno", "Juan Rivas", id="a post pasted without its line breaks",
    ),
    pytest.param(
        "El ministro Juan Rivas volvió ayer a Lima.\nPido agua para la costa / Juan Rivas\nLima, en fiestas",
        "Pido agua", "Juan Rivas", id="a headline with a stroke",
    ),
    pytest.param(
        "El informe, al que tuvo acceso la OTAN, revela que la empresa pagó sobornos.",
        "que la empresa", None, id="who has seen a paper did not write it",
    ),
    pytest.param(
        "«Hubo un error en el puente», dijo el ministro Juan Rivas. «Nadie lo sabía», señaló a la cadena Telesur.",
        "Nadie lo", "Juan Rivas", id="the outlet spoken to does not speak",
    ),
    pytest.param(
        "«Fue un aviso», dijo la senadora Ana Gil. Sin embargo, evitó aclarar si habrá castigo para Juan Rivas.\n"
        "«Todo lo verá el juez», indicó.",
        "Todo lo", "Ana Gil", id="who goes on without being named",
    ),
    pytest.param(
        "El ministro Juan Rivas dijo que irá. Llamó a los jueces a sumarse al plan, el cual calificó de «justo».",
        "de «justo»", "Juan Rivas", id="el cual is what is judged",
    ),
    pytest.param(
        "El ministro Juan Rivas dijo que irá. Rivas habló del puente, mientras la ONU ha dicho que caerá.\n"
        "Recordó que hay otro paso.",
        "que hay otro", "Juan Rivas", id="the sentence is not about who else speaks in it",
    ),
    pytest.param(
        "Hay menos peces en el lago. Así se lee en un informe de la OTAN.\n«El agua sube», se precisa en el informe.",
        "El agua", "OTAN", id="where it is written",
    ),
    pytest.param(
        "El lago crece, según un reciente documento interno de la OTAN.\n"
        "El ministro Juan Rivas calló. Este documento indica que no hay peces.",
        "que no hay", "OTAN", id="a paper named again",
    ),
    pytest.param(
        "El lago crece, según un reporte de la OTAN. "
        "El ministro Juan Rivas dijo que el informe señala que no hay peces.",
        "que no hay", "OTAN", id="a report by another word",
    ),
    pytest.param(
        "Varios vecinos, entre ellos un policía, Juan Rivas, aclararon que no hay agua.",
        "que no hay", "Varios vecinos", id="a plural verb is not that of the name before it",
    ),
    pytest.param(
        "La senadora Ana Gil habló. Juan Rivas cerró planes que Gil considera caros y que, según ella, hunden al país.",
        "hunden", "Ana Gil", id="según ella is the nearest subject",
    ),
    pytest.param(
        "El gobernador Luis Paz recibió al secretario de Relaciones Exteriores, Juan Rivas. "
        "El gobernador Luis Paz calló. El titular de la SRE contó que habrá visados.",
        "que habrá", "Juan Rivas", id="at the head of a body with an acronym",
    ),
    pytest.param(
        "Trejo Lozano señaló que la calle es estrecha. Mencionó que habrá obras.",
        "que habrá", "Trejo Lozano", id="two surnames of nobody known",
    ),
    pytest.param(
        "La jueza Ana Gil dijo que habrá multas. «Nadie nos llamó», se quejaron los vecinos. "
        "Agregó que habrá otra vista.",
        "que habrá otra", "Ana Gil", id="one verb in the singular after several who speak",
    ),
    pytest.param(
        "El alcalde Luis Paz abrió la feria, «todo eso lo pagan siempre los vecinos de abajo».",
        "todo eso", "Luis Paz", id="a sentence quoted after that of its speaker",
    ),
    pytest.param(
        "El alcalde, Luis Paz, dijo hoy que la niña Eva Sol y su madre se han convertido en «dos vecinas ejemplares» "
        "y afirmó que ahora la obra sigue.",
        "que ahora", "Luis Paz", id="a subject within what was said before says nothing after it",
    ),
    pytest.param(
        "La Embajada de Perú informó que la presa está llena. «No es verdad», dijo el alcalde Luis Paz. "
        "La nota afirma que el agua bajará en mayo.",
        "que el agua", "La Embajada de Perú", id="a note is a body's rather than a person's",
    ),
    pytest.param(
        "El alcalde Luis Paz dijo que, según el informe, el agua bajará en mayo.", "el agua bajará", "Luis Paz",
        id="what somebody knows from a document",
    ),
    pytest.param(
        "La ministra Ana Gil recordó al pintor Luis Paz, de quien destacó que trabaja mucho.",
        "que trabaja", "Ana Gil", id="a relative pronoun behind a preposition is no subject",
    ),
    pytest.param(
        "La policía detuvo a quien dijo que era Luis Paz.", "que era", None, id="but the verb before may govern it",
    ),
    pytest.param(
        "El alcalde Luis Paz criticó a quienes aseguran que no hay agua.", "que no hay", None, id="whoever says so",
    ),
    pytest.param(
        "El alcalde Luis Paz acusó a los que dicen que no hay agua.", "que no hay", None, id="or several who do",
    ),
    pytest.param(
        "El alcalde Luis Paz leyó las quejas de quienes piensan que no hay agua.", "que no hay", None, id="or think so",
    ),
    pytest.param("Son los vecinos quienes dicen que no hay agua.", "que no hay", "los vecinos", id="who it is"),
    pytest.param(
        "El alcalde Luis Paz habló con los vecinos, quienes dijeron que no hay agua.", "que no hay", "los vecinos",
        id="those before the comma",
    ),
    pytest.param(
        "Al preguntarle el senador Juan Rivas si vendrá, la ministra Ana Gil sonrió.", "si vendrá", "Juan Rivas",
        id="who asks her",
    ),
    pytest.param(
        "Al preguntarle si vendrá, la ministra Ana Gil respondió que no.", "si vendrá", None,
        id="who is asked does not ask",
    ),
    pytest.param(
        "Tras preguntarle al juez si vendrá, la ministra Ana Gil respondió que no.", "si vendrá", "Ana Gil",
        id="unless somebody else is asked",
    ),
    pytest.param(
        "La Embajada de Perú informó que la presa está llena. «No es verdad», dijo el alcalde Luis Paz. "
        "Una nota afirma que el agua bajará en mayo.",
        "que el agua", None, id="some note is not that of a body named before, nor of a person",
    ),
    pytest.param(
        "El alcalde Luis Paz habló ayer. De esa forma, criticó la decisión: «No hay agua para tanta gente».",
        "No hay agua", "Luis Paz", id="an abstract noun after the verb is what it acts on",
    ),
    pytest.param(
        "La senadora Ana Gil defendió la obra con el argumento de que dará trabajo al valle.",
        "que dará", "Ana Gil", id="the reason that somebody gives",
    ),
    pytest.param(
        "El senador Juan Paz defendió a la comunidad, a la cual considera «tan patriota como cualquiera».",
        "tan patriota", "Juan Paz", id="who judges what the relative stands for is the subject of the sentence",
    ),
    pytest.param(
        "El espeleólogo noruego Ole Berg, que bajó ayer a la cueva, anunció que volverá en mayo.",
        "que volverá", "Ole Berg", id="a noun in no list before the name",
    ),
    pytest.param(
        "«Habrá juicio», dijo el exfiscal y profesor de leyes Luis Paz.",
        "Habrá juicio", "Luis Paz", id="a name after two posts",
    ),
    pytest.param(
        "«Renunciaron», indicó un portavoz del viceprimer ministro italiano, Angelo Alba, ante la prensa.",
        "Renunciaron", "un portavoz del viceprimer ministro italiano", id="the name of whose spokesman it is",
    ),
    pytest.param(
        "El alcalde Luis Paz habló con los mineros que cerraron la calle con el argumento de que hay grietas.",
        "que hay", "los mineros", id="the reason that those of a relative clause give",
    ),
    pytest.param(
        "Al respecto, el sociólogo Luis Paz dijo que preguntó a un joven de Grecia, quien respondió: «Ya es tarde». "
        "También expuso que la ley cambiará.",
        "que la ley", "Luis Paz", id="somebody unknown in a relative clause does not go on",
    ),
    pytest.param(
        "La gimnasta Ana Gil abrió la gala. «Fue una noche larga», señaló el malabarista.",
        "Fue una", "el malabarista", id="a noun in no list after words quoted",
    ),
    pytest.param(
        "El ministro Juan Rivas llegó a Lima. «Esta tierra es primero», dijo ante los vecinos que aguardaban fuera.",
        "Esta tierra", "Juan Rivas", id="those of whom a relative clause tells after the cue do not speak",
    ),
]  # fmt: skip


def test_things_that_show_something_say_nothing() -> None:
    """Proof by a thing is no statement, by a document it is."""
    assert not said("El ministro Juan Rivas visitó la presa. Los ensayos muestran que el agua sube cada año.")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("El ministro Juan Rivas salió. La sequedad exige que todos ahorren agua.", id="an abstract noun"),
        pytest.param("El ministro Juan Rivas salió. Esto indica que habrá otra votación.", id="a neuter pronoun"),
    ],
)
def test_who_is_no_mind_says_nothing(text: str) -> None:
    """What cannot speak makes no statement, whatever its verb."""
    assert not said(text)


@pytest.mark.parametrize(("text", "content", "speaker"), CASES)
def test_speaker(text: str, content: str, speaker: str | None) -> None:
    """The content is found and said by the one who says it."""
    assert speakers(text, content) == [speaker], said(text)


def test_a_text_that_breaks_off_behind_a_title() -> None:
    """A comma at the very end of a text is followed by no name."""
    assert len(said("La presidenta del club anunció que además,")) == 1


def test_for_whom_something_comes() -> None:
    """ "Para el ministro" before a verb and its subject is no view."""
    assert not said("El ministro Juan Rivas llegó ayer. Para el ministro llegaron dos cartas.")


def test_a_subject_in_other_words() -> None:
    """Who a banner is about does not shout what is shouted beside it."""
    text = (
        'Hubo carteles con "Dime qué hiciste" o "Toda Lima sufre mucho por Ana Gil", y coreaban "Ana Gil, dimite ya".'
    )
    assert "Ana Gil" not in speakers(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("El abogado Juan Soto anunció que apelará. El litigante expuso que hay pruebas.", "Juan Soto"),
        ("El técnico Juan Soto anunció que se irá. El ex saltador mencionó que hay relevo.", "Juan Soto"),
        ("El técnico Juan Soto anunció que se irá. El auto señala que hay relevo.", None),
    ],
)
def test_an_epithet_before_the_cue_is_who_spoke_last(text: str, speaker: str | None) -> None:
    """A noun for people that nobody was called before means the last speaker; one for things does not."""
    assert speakers(text)[-1] == speaker


def test_the_government_of_a_state_of_a_federation_speaks_for_itself() -> None:
    """ "El gobierno del estado" is not that of the country."""
    text = "México espera lluvias. El gobierno del estado dijo que abrirá la presa en México."
    assert speakers(text) == ["El gobierno del estado"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [],
)
def test_who_is_named_by_what_a_paper_says_did_not_issue_it(text: str, speaker: str | None) -> None:
    """A relative clause names the author of a paper only if the paper is not its subject."""
    assert speakers(text)[-1] == speaker


def test_who_introduces_quoted_words_says_them_by_a_second_verb_too() -> None:
    """ "X le respondió a Y: «…», afirmó" is one statement, of X."""
    text = (
        "El exalcalde de Lugo, Daniel Soto, hizo una propuesta. «Cierro la presa», expresó.\n"
        "El actual director del canal, Juan Rivas, le respondió al exalcalde: «La presa nunca se cierra», afirmó."
    )
    assert speakers(text) == ["Daniel Soto", "Juan Rivas"]
