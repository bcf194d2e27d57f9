"""Constructions by which news reports speech: sentences of ours, one for each."""

from __future__ import annotations

import pytest

import reported

#: text, contents in text order
CASES = [
    pytest.param(
        "La jefa agregó que ha pedido a los vecinos que cuiden la presa.",
        ["que ha pedido a los vecinos que cuiden la presa", "que cuiden la presa"], id="says that she said so before",
    ),
    pytest.param(
        "La jefa agregó que considera que la presa está vacía.",
        ["que considera que la presa está vacía"], id="says what she thinks",
    ),
    pytest.param(
        "La presa está vacía. Es lo que sostienen los vecinos de la sierra.",
        ["La presa está vacía"], id="the sentence before is what they say",
    ),
    pytest.param(
        "La presa está vacía. Eso es lo que molesta a los vecinos.", [], id="the sentence before is what annoys them"
    ),
    pytest.param(
        "El rector leyó la demanda del ministro de Aguas, Luis Paz, de que se abra la presa.",
        ["que se abra la presa"], id="a noun whose owner has an apposition",
    ),
    pytest.param(
        "La afirmación del rector de que la presa está vacía en la sierra carece de pruebas.",
        ["que la presa está vacía en la sierra"], id="a noun that is the subject of what follows",
    ),
    pytest.param(
        "La afirmación del rector de que la presa que vimos está vacía carece de pruebas.",
        ["que la presa que vimos está vacía"], id="a relative clause is not what follows",
    ),
    pytest.param(
        "La queja del rector de que los alumnos no pagan no sirvió de nada.", ["que los alumnos no pagan"],
        id="a noun that is the subject of the verb right behind the clause",
    ),
    pytest.param("El rector cedió a su pedido para que se abra la presa.", ["que se abra la presa"], id="his request"),
    pytest.param("El rector leyó la propuesta de ley para que se abra la presa.", [], id="a noun of nobody"),
    pytest.param(
        "El enviado Luis Paz intentó convencer a los vecinos de que la presa es segura.",
        ["que la presa es segura"], id="tried to convince",
    ),
    pytest.param("El club pagó mucho para persuadir a sus socios de que voten.", [], id="what is brought about"),
    pytest.param(
        "El ministerio llamó al cónsul para informarle de que la presa está vacía.",
        ["que la presa está vacía"], id="called to inform him of that",
    ),
    pytest.param(
        "La alcaldesa insistió ante el ministerio para que se abra la presa.",
        ["que se abra la presa"], id="insisted so that",
    ),
    pytest.param(
        "Se informó de que la presa está vacía.", ["que la presa está vacía"], id="it was informed of that"
    ),
    pytest.param("Se trata de que la presa esté llena.", [], id="what it is about"),
    pytest.param(
        "De acuerdo con lo informado por el alcalde, la presa está vacía.",
        ["la presa está vacía"], id="by what the mayor informed",
    ),
    pytest.param(
        "Refirió que la presa está vacía, insistió.",
        ["Refirió que la presa está vacía", "que la presa está vacía"], id="a verb after the clause of another",
    ),
    pytest.param(
        "Los vecinos hicieron marchas para pedir al alcalde de Soria que se abra la presa.",
        ["que se abra la presa"], id="a purpose, with whom it is asked of",
    ),
    pytest.param(
        "Los vecinos marcharon para pedir a las autoridades que se abra la presa.",
        ["que se abra la presa"], id="a purpose, with those it is asked of",
    ),
    pytest.param(
        "Los vecinos marcharon para exigir, una vez más, que se abra la presa.",
        ["que se abra la presa"], id="a purpose, with an insertion",
    ),
    pytest.param(
        "Los vecinos llegaron para pedir al juez que lleva el caso la libertad del preso.",
        [], id="a purpose and a relative clause",
    ),
    pytest.param(
        "La jefa volvió a proponer al alcalde “que se abra la presa”.",
        ["que se abra la presa"], id="proposed again, within marks",
    ),
    pytest.param("El juez acusó a los soldados que mataron al joven.", [], id="relative after accused"),
    pytest.param("El coro mantuvo en su sede a los niños que viven lejos.", [], id="relative after kept"),
    pytest.param("El juez convocó a las partes a una reunión.", [], id="convened to a meeting"),
    pytest.param("El guía relató ayer cómo cruzaron la sierra.", ["cómo cruzaron la sierra"], id="told how"),
    pytest.param("El rector invitó al poeta para que lea sus versos.", ["que lea sus versos"], id="invited so that"),
    pytest.param("La diputada acusó que abrieron sus cartas.", ["que abrieron sus cartas"], id="accused that"),
    pytest.param(
        "La portavoz dijo hoy mismo que la presa está vacía.", ["que la presa está vacía"], id="hoy mismo que"
    ),
    pytest.param(
        "La portavoz dijo más tarde a los vecinos que la presa está vacía.",
        ["que la presa está vacía"], id="más tarde is no comparison",
    ),
    pytest.param(
        "Los vecinos pidieron este miércoles, que se abra la presa.",
        ["que se abra la presa"], id="comma between date and que",
    ),
    pytest.param(
        "Sostiene Ruiz que la presa está vacía.", ["que la presa está vacía"], id="verb that opens the sentence"
    ),
    pytest.param(
        "Reitera el boletín semanal que la presa está vacía.",
        ["que la presa está vacía"], id="subject alone between the first verb and que",
    ),
    pytest.param(
        'La actriz Eva Soto, estrella de la serie "Ciudad Sol", anunció hoy que se retira.',
        ["que se retira"], id="a quoted name before the cue is not what is said",
    ),
    pytest.param(
        '"La presa está vacía desde hace dos años", ironizó el alcalde.',
        ["La presa está vacía desde hace dos años"], id="any verb after a sentence quoted",
    ),
    pytest.param(
        "El funcionario menciono que la presa está vacía.", ["que la presa está vacía"], id="past without its accent"
    ),
    pytest.param(
        "La alcaldesa destacó, en este sentido, la importancia de la presa.",
        ["la importancia de la presa"], id="insertion before the noun",
    ),
    pytest.param(
        "La alcaldesa subrayó la conveniencia de que acaben los cortes y comience la obra.",
        ["la conveniencia de que acaben los cortes y comience la obra"], id="coordinated subjunctives",
    ),
    pytest.param(
        "La alcaldesa afirmó que su colega de Soria, Ana Ruiz, pidió agua.",
        ["que su colega de Soria, Ana Ruiz, pidió agua"], id="no end between subject and verb",
    ),
    pytest.param(
        "El comité añadió que el país no fabrica minas y ha prohibido su venta.",
        ["que el país no fabrica minas y ha prohibido su venta"], id="the speaker goes on in the perfect",
    ),
    pytest.param(
        "La alcaldesa habló de informes, según los cuales la presa está vacía.",
        ["la presa está vacía"], id="según los cuales",
    ),
    pytest.param(
        "El país apoyará el tratado el año próximo, siempre que encuentre fondos.", [], id="siempre que is a condition"
    ),
    pytest.param("La diputada reafirmó su apoyo a los vecinos.", [], id="a stance is an act and no report"),
    pytest.param(
        "Los dueños mostraron su preocupación por los robos.",
        ["su preocupación por los robos"], id="a thought that is shown",
    ),
    pytest.param(
        "El juez recordó el caso de un soldado acusado de haber divulgado mapas, y que podría ir a la cárcel.",
        ["el caso de un soldado acusado de haber divulgado mapas, y que podría ir a la cárcel"],
        id="a relative clause beside another is no complement",
    ),
    pytest.param(
        "El ministro explicó al jefe griego las causas de la crisis.",
        ["las causas de la crisis"], id="object after the addressee",
    ),
    pytest.param(
        "Hubo quejas de varios países, entre los que destacan: Perú, Chile y otros vecinos del sur.",
        [], id="members of a group named",
    ),
    pytest.param(
        "Según informó ayer a la prensa el portavoz de la empresa, Ana Ruiz, tienen tres barcos en el puerto.",
        ["tienen tres barcos en el puerto"], id="the name after a title is not what is said",
    ),
    pytest.param(
        "El Senado “vigilará que la reforma se cumpla en todos los pueblos del valle”, que hoy no tienen agua.",
        ["vigilará que la reforma se cumpla en todos los pueblos del valle"], id="a clause quoted after its subject",
    ),
    pytest.param(
        "El alcalde insistió en la necesidad de abrir la presa.",
        ["la necesidad de abrir la presa"], id="insistir en with a noun",
    ),
    pytest.param(
        "El espía confesó a la jueza haber vendido los planos.",
        ["haber vendido los planos"], id="infinitive after the addressee",
    ),
    pytest.param(
        "La alcaldesa mencionó tener dudas sobre la obra.",
        ["tener dudas sobre la obra"], id="an infinitive that says how things are",
    ),
    pytest.param(
        'Para Ana Ruiz, jefa de la misión, la presa es "una ruina".',
        ['la presa es "una ruina"'], id="para X, who X is, and then the view",
    ),
    pytest.param(
        'La alcaldesa reiteró que tuvo una "charla amable", y la consideró como un paso hacia la tregua.',
        ['que tuvo una "charla amable"', "como un paso hacia la tregua"], id="a clitic before the verb that goes on",
    ),
    pytest.param(
        "La alcaldesa dijo que el lunes rendirá cuentas ante la junta, y sostendrá una reunión con los vecinos.",
        ["que el lunes rendirá cuentas ante la junta, y sostendrá una reunión con los vecinos"],
        id="the speaker goes on in the future",
    ),
    pytest.param(
        "Según informó el delegado de la empresa danesa, Peter Holm, disponen de tres barcos.",
        ["disponen de tres barcos"], id="a verb of the lexicon that reports nothing",
    ),
    pytest.param(
        "Sin embargo, según reveló anoche el semanario El Faro, Lima ha cedido en silencio.",
        ["Lima ha cedido en silencio"], id="según and a verb after a connector",
    ),
    pytest.param(
        "Según la agencia Sur, Julia Paz, abogada del contable, perdió el pleito.",
        ["Julia Paz, abogada del contable, perdió el pleito"], id="a name with its own apposition is the subject",
    ),
    pytest.param(
        "La alcaldesa habló de las obras, las cuales, aseguró, “abren una puerta” al campo.",
        ["“abren una puerta” al campo"], id="cue after a relative",
    ),
    pytest.param(
        "Insiste, por tanto, en la necesidad de abrir la presa.", ["la necesidad de abrir la presa"],
        id="insertion before the preposition",
    ),
    pytest.param(
        'La alcaldesa acusó a los vecinos que no acudieron de "sembrar el miedo en toda la comarca".',
        ['de "sembrar el miedo en toda la comarca"'], id="relative clause before what they are accused of",
    ),
    pytest.param(
        'El sindicato celebró la reforma, que calificó de "paso de gigante para el campo".',
        ['de "paso de gigante para el campo"'], id="words quoted by another verb",
    ),
    pytest.param("El espía, que reveló la existencia de planes que costaron mucho, huyó.", [], id="a thing revealed"),
    pytest.param(
        "La obispa alertó contra los males que sufren los vecinos.", [], id="a relative after what is warned of"
    ),
    pytest.param("Los vecinos claman por las niñas que fueron detenidas.", [], id="for whom they protest"),
    pytest.param(
        "Las becas, comentó, cubren tres ramas que tienen futuro.",
        ["Las becas", "cubren tres ramas que tienen futuro"], id="a relative in what goes on after the cue",
    ),
    pytest.param(
        "La jefa anunció, según marca la ley, que habría ayuda.", ["que habría ayuda"],
        id="an insertion with a verb before que",
    ),
    pytest.param(
        "La jefa explicó cómo, según la radio, la ciudad ha cambiado.",
        ["cómo, según la radio, la ciudad ha cambiado", "la ciudad ha cambiado"], id="another source within a question",
    ),
    pytest.param(
        "La jefa dijo que la ciudad, que creció mucho, debería, según ella, ahorrar agua.",
        ["que la ciudad, que creció mucho, debería, según ella, ahorrar agua",
         "la ciudad, que creció mucho, debería", "ahorrar agua"], id="another source far into a clause",
    ),
    pytest.param("Ninguna autoridad ha confirmado la noticia.", [], id="nobody says it"),
    pytest.param("Si el juez confirma que hubo fraude, habrá multas.", [], id="in case it is said"),
    pytest.param(
        "Nadie se movió, si bien el juez confirma que hubo fraude.", ["que hubo fraude"], id="said though"
    ),
    pytest.param(
        "El juez quiso recordar que hubo fraude.", ["que hubo fraude"], id="wanted to say it and did"
    ),
    pytest.param("El juez no quiso recordar que hubo fraude.", [], id="did not want to say it"),
    pytest.param(
        "Acudió mucha gente (dos mil personas llenaron la plaza, según la radio) a la fiesta.",
        ["dos mil personas llenaron la plaza"], id="a source inside a bracket",
    ),
    pytest.param("Castigarán a quienes digan que no hay agua.", [], id="whoever might say it"),
    pytest.param("El rey habló antes de que el juez anunciara que no hay agua.", [], id="before it was said"),
    pytest.param("Se abrió un foro para que el alcalde les explique que no hay agua.", [], id="wanted to say it"),
    pytest.param(
        "Huyó después de que el juez dijera que no hay agua.", ["que no hay agua"], id="after it was said"
    ),
    pytest.param(
        "Miles de personas se manifestaron para pedir que se abra la presa.", ["que se abra la presa"],
        id="done in order to say it",
    ),
    pytest.param("Hicieron obras para asegurar que habrá agua.", [], id="done to bring it about"),
    pytest.param("Viajarán a Lima para decir que no hay agua.", [], id="to be done in order to say it"),
    pytest.param("La alcaldesa no ha dicho que quiera dimitir.", [], id="she has not said so"),
    pytest.param(
        "Señala la revista que desde hace un mes llegan barcos vacíos.",
        ["que desde hace un mes llegan barcos vacíos"], id="outlet after the first verb",
    ),
    pytest.param(
        "La empresa informó el cierre de dos plantas. La agencia que anunció el cierre no citó fuentes.",
        ["el cierre de dos plantas"], id="a noun in a relative clause tells who spoke",
    ),
    pytest.param("El sindicato criticó el plan y prometió una huelga.", [], id="acts of speech with a bare noun"),
    pytest.param(
        'El alcalde dijo que la tregua "servirá a todo el país durante años", según la agencia Sur.',
        ['El alcalde dijo que la tregua "servirá a todo el país durante años"',
         'que la tregua "servirá a todo el país durante años"'], id="según after a whole sentence told",
    ),
    pytest.param(
        "Además dijo que la presa, que data de 1930, está vacía.",
        ["que la presa, que data de 1930, está vacía"], id="además opens no clause",
    ),
    pytest.param(
        "La jefa precisó que los pilotos tenían papeles falsos, mientras que otras personas que viajaban huyeron.",
        ["que los pilotos tenían papeles falsos, mientras que otras personas que viajaban huyeron"],
        id="parataxis is no subordination",
    ),
    pytest.param(
        "El fiscal confirmó el robo en declaraciones a Radio Sur.", ["el robo"], id="where it was said is no part of it"
    ),
    pytest.param(
        "Según la emisora Sur, que cita a la policía, la presa está vacía.",
        ["la presa está vacía"], id="a relative clause about the source",
    ),
    pytest.param(
        "De acuerdo con el jefe del Instituto de Aguas (IDA), Juan Soto, la presa está vacía.",
        ["la presa está vacía"], id="an acronym and a name after the source",
    ),
    pytest.param(
        "Según un informe del Banco Central las ventas caen desde mayo, sobre todo en la costa.",
        ["las ventas caen desde mayo, sobre todo en la costa"], id="no comma after the source",
    ),
    pytest.param(
        "Según los reportes, el avión, un modelo que ya no se fabrica, cayó al mar.",
        ["el avión, un modelo que ya no se fabrica, cayó al mar"], id="a short subject is no apposition",
    ),
    pytest.param("El coro cantó ayer, se expondrá una copia y luego irá a Soria.", [], id="a passive amid a sentence"),
    pytest.param(
        "La alcaldesa habló ayer. Pido calma y quiero que todos vuelvan a sus casas hoy”. Luego salió.",
        ["Pido calma y quiero que todos vuelvan a sus casas hoy"], id="an opening mark that was lost",
    ),
    pytest.param("Asumió el cargo en mayo, luego que su padre murió en Roma.", [], id="luego que"),
    pytest.param(
        "La presa quedó vacía, con dos guardias, vecinos de Ana y Eva Paz, añadieron las fuentes consultadas.",
        ["La presa quedó vacía, con dos guardias, vecinos de Ana y Eva Paz"], id="the subject ends the sentence",
    ),
    pytest.param(
        "La policía dió a conocer que busca la presa.", ["que busca la presa"], id="an accent too many"
    ),
    pytest.param(
        "Se vieron después de que el cónsul declarase a la prensa que Soto está cercado.",
        ["que Soto está cercado"], id="a subjunctive in -se has no clitic",
    ),
    pytest.param(
        "La alcaldesa aseguró que no habrá cortes y cuestionó su plan.", ["que no habrá cortes"],
        id="the next act of the speaker",
    ),
    pytest.param(
        "Soto calificó las cuentas, hechas por un contable danés en dos días, como una burla.",
        ["las cuentas, hechas por un contable danés en dos días, como una burla"], id="what is judged, then as what",
    ),
    pytest.param(
        'La alcaldesa calificó este lunes a los autores del robo como "enemigos del pueblo".',
        ['como "enemigos del pueblo"'], id="who is judged is no part of it",
    ),
    pytest.param(
        'El plan, tildado de "disparate" por los vecinos, costará caro.', ['de "disparate"'], id="judged by an agent"
    ),
    pytest.param('La obra fue considerada "menor" por la crítica.', ["menor"], id="an agent is no part of it"),
    pytest.param('La carta, firmada con el nombre "Sol", llegó ayer.', [], id="a participle that judges nothing"),
    pytest.param(
        "El coro y su director, un músico de Soria, lamentaron la muerte del poeta.", [], id="an object is no subject"
    ),
    pytest.param(
        "El presidente explica por qué se suspendió el pacto.", ["por qué se suspendió el pacto"],
        id="a question with its preposition",
    ),
    pytest.param("La empresa no ha sido capaz de decir cuánto durará.", [], id="she cannot say it"),
    pytest.param("El abogado rehusó decir cuánto durará.", [], id="he does not want to say it"),
    pytest.param(
        '"Es hora de votar y de irse a casa", afirmó, según El Faro.', ["Es hora de votar y de irse a casa"],
        id="who passed the words on",
    ),
    pytest.param(
        "El ministerio ha informado a la Comisión de Aguas de Soria que espera resolver el caso.",
        ["que espera resolver el caso"], id="a de inside the addressee",
    ),
    pytest.param(
        "En Lima se investigan las cuentas de Soto, dijo la fuente, que pidió no ser identificada.",
        ["En Lima se investigan las cuentas de Soto"], id="a relative clause about who speaks",
    ),
    pytest.param(
        'Paz, a quien su hijo atribuye un carácter "agrio", insistió en que está abierto al diálogo.',
        ['un carácter "agrio"', "que está abierto al diálogo"], id="a governed clause after quoted words",
    ),
    pytest.param(
        "La pista del robo de ayer, según la policía, llega hasta Soria.",
        ["La pista del robo de ayer", "llega hasta Soria"], id="a source amid the clause",
    ),
    pytest.param(
        "El robo ocurrió ayer en la costa, según la policía,",
        ["El robo ocurrió ayer en la costa"], id="text that breaks off after the source",
    ),
    pytest.param("Circula una nota, según la cual", [], id="text that breaks off after a relative source"),
    pytest.param(
        "El ministro dijo que el puente está roto,", ["que el puente está roto"], id="text that breaks off at a comma"
    ),
    pytest.param(
        "El ministro dijo que el puente cae y", ["que el puente cae y"], id="text that breaks off at a conjunction"
    ),
    pytest.param("El ministro dijo ayer a la prensa, que", [], id="text that breaks off behind a comma and 'que'"),
    pytest.param("La jefa dijo que", [], id="text that breaks off behind 'que'"),
    pytest.param(
        "El robo ocurrió ayer en la costa, según la policía, que busca testigos.",
        ["El robo ocurrió ayer en la costa"], id="a relative clause after the source",
    ),
    pytest.param("El barco cuenta con una bodega mayor que los otros dos.", [], id="contar con"),
    pytest.param(
        "Ruiz rectificó su acusación después de que la empresa pagara.", [], id="después de que after a noun of speech"
    ),
    pytest.param(
        'Si el Gobierno acepta la obra "tendrá que pagar un plan de urgencia a los vecinos".', [], id="a condition"
    ),
    pytest.param(
        "Los ministros hablaron tras noticias acerca de que la empresa espió al alcalde.", [], id="acerca de que"
    ),
    pytest.param(
        "El plan, a decir de Luis Ruiz, fracasó por falta de fondos.",
        ["El plan", "fracasó por falta de fondos"], id="a source between subject and verb",
    ),
    pytest.param(
        "La alcaldesa anunció el cierre de la presa, según la agencia Sur, la mayor del país.",
        ["La alcaldesa anunció el cierre de la presa", "el cierre de la presa"], id="a source after a noun reported",
    ),
    pytest.param(
        "La alcaldesa informó además de que la presa está vacía.", ["que la presa está vacía"], id="además before de"
    ),
    pytest.param(
        "La alcaldesa anunció la madrugada de este jueves una poda de los olmos.",
        ["una poda de los olmos"], id="a time of day with its day before the object",
    ),
    pytest.param("La alcaldesa afirmó lo contrario.", [], id="lo is no report"),
    pytest.param(
        '"No tengo miedo", respondió la alcaldesa y precisó: "Firmaré la ley de aguas".',
        ["No tengo miedo", "Firmaré la ley de aguas"], id="a second verb before the next quotation",
    ),
    pytest.param(
        "La alcaldesa informó de que la presa, según la ONU, está vacía.",
        ["que la presa, según la ONU, está vacía", "la presa", "está vacía"],
        id="another source inside a clause with de que",
    ),
    pytest.param(
        'El fiscal pidió el cierre de la fábrica de cerillas y de los talleres del puerto, que "nos roban el aire".',
        ['el cierre de la fábrica de cerillas y de los talleres del puerto, que "nos roban el aire"'],
        id="words quoted far from the verb",
    ),
    pytest.param(
        "El fiscal pidió el cierre de la fábrica de cerillas y de los talleres del puerto viejo de los «ingleses».",
        [], id="one word quoted far from the verb",
    ),
    pytest.param("El gremio convocó una marcha con el lema «agua para todos».", [], id="what a march calls is a title"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "contents"), CASES)
def test_contents(text: str, contents: list[str]) -> None:
    """What is said is found with its exact bounds, or nothing where nothing is reported."""
    assert reported.contents(text) == contents


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Un juez le negó el amparo que pidió su abogado.", []),
        ("Rusia negó la entrada a los inspectores.", []),
        ("El ministro negó las acusaciones.", ["las acusaciones"]),
    ],
)
def test_who_refuses_a_thing_says_nothing(text: str, said: list[str]) -> None:
    """A permit or a right is refused, an accusation is denied."""
    assert reported.contents(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("La rectora afirmó al presentar el plan que la mina cierra.", ["que la mina cierra"]),
        ("La rectora pidió al llegar a la sede que cierren la mina.", ["que cierren la mina"]),
        ("La rectora anunció tras reunirse con los vecinos que la mina se cierra.", ["que la mina se cierra"]),
        ("La rectora negó después de visitar la obra que el puente sea viejo.", ["que el puente sea viejo"]),
        ("La rectora aseguró al diario El Sur que la mina cierra.", ["que la mina cierra"]),
        ("La rectora aseguró una vez más que la mina cierra.", ["que la mina cierra"]),
        ("La rectora criticó al ministro tras ver la obra que Ana dirige.", []),
        ("La rectora negó tras ver la obra el cierre que Ana pidió.", []),
        ("La rectora negó a los vecinos que habían viajado la entrada al hotel.", []),
    ],
)
def test_when_and_to_whom_stand_before_que(text: str, said: list[str]) -> None:
    """ "Al presentar el plan" and "al diario" stand between a verb and its clause; a noun's "que" is none."""
    assert reported.contents(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("La rectora se pronunció porque se abra la mina.", ["porque se abra la mina"]),
        ("La rectora abogó también porque los socios cumplan.", ["porque los socios cumplan"]),
        ("La rectora se pronunció para que se abra la mina.", ["que se abra la mina"]),
        ("La rectora se pronunció porque tenía miedo.", []),
        ("La rectora se pronunció por abrir la mina.", []),
    ],
)
def test_what_somebody_is_for_may_follow_porque(text: str, said: list[str]) -> None:
    """ "Porque" with a subjunctive is "por que" in one word, with an indicative a reason."""
    assert reported.contents(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("La rectora planteó la necesidad de cerrar la mina.", ["la necesidad de cerrar la mina"]),
        ("La rectora apuntó la posibilidad de un pacto.", ["la posibilidad de un pacto"]),
        ("Se planteó la necesidad de cerrar la mina.", []),
        ("La rectora solicitó la posibilidad de ver la mina.", []),
        ("Los vecinos comparten la necesidad de cerrar la mina.", []),
    ],
)
def test_what_should_or_may_be_is_said_without_a_clause_too(text: str, said: list[str]) -> None:
    """ "La necesidad de cerrar" after a verb of saying is said; who asks for it or shares it only acts."""
    assert reported.contents(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("La rectora se mostró este lunes confiada en que habrá pacto.", ["que habrá pacto"]),
        ("La rectora está de acuerdo en que la mina cierre.", ["que la mina cierre"]),
        ("La rectora se declaró contraria a que la mina cierre.", ["que la mina cierre"]),
        ("La rectora está esta semana en contra de que la mina cierre.", ["que la mina cierre"]),
        ("La rectora se mostró más confiada en que habrá pacto.", ["que habrá pacto"]),
        ("La rectora hizo especial hincapié en que la mina cierra.", ["que la mina cierra"]),
        ("La rectora está en contra de la ley llamada «mina de oro».", []),
        ("La ley pone más énfasis en la mina que en la ayuda.", []),
        ("Cavaron la mina haciendo énfasis en la seguridad.", []),
    ],
)
def test_attitudes_report_with_any_of_their_verbs(text: str, said: list[str]) -> None:
    """Days and adjectives may stand inside the expression; to be against a named law says nothing."""
    assert reported.contents(text) == said
