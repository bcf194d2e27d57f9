"""Where reported words begin and end: a cue's own clause, its own sentence, and no phrase that is no clause."""

from __future__ import annotations

import pytest

import reported

#: text, contents in text order
CASES = [
    pytest.param(
        "La alcaldesa precisó que le dijo al juez que la sala no abrirá.",
        ["que le dijo al juez que la sala no abrirá", "que la sala no abrirá"], id="what somebody said before",
    ),
    pytest.param(
        "Tras decir que su padre, que fue cartero, teme que llueva, la alcaldesa pidió calma.",
        ["que su padre, que fue cartero, teme que llueva", "que llueva"], id="a relative clause inside",
    ),
    pytest.param(
        "La alcaldesa admitió que en marzo pensaba que el plan era bueno, pero que cambió de idea.",
        ["que en marzo pensaba que el plan era bueno, pero que cambió de idea", "que el plan era bueno"],
        id="pero que goes on with the first verb",
    ),
    pytest.param(
        "Según el parte, el torero come, no precisa oxígeno y ha hablado con su hija.",
        ["el torero come, no precisa oxígeno y ha hablado con su hija"], id="verbs that report nothing, of a source",
    ),
    pytest.param(
        "Según la portavoz del club, Ana Gil, Quito tendrá una sede.",
        ["Quito tendrá una sede"], id="a name after the speaker's",
    ),
    pytest.param(
        "Según la portavoz, Ana Gil, Juan Paz y Eva Sol irán a Quito.",
        ["Ana Gil, Juan Paz y Eva Sol irán a Quito"], id="a list of names",
    ),
    pytest.param(
        "Según la revista, la guía, escrita en Lima, indica cómo nadar.",
        ["la guía, escrita en Lima, indica cómo nadar", "cómo nadar"], id="a subject with an insertion, of a source",
    ),
    pytest.param(
        "Según la radio, el alcalde renunció y agregó que no volverá.",
        ["el alcalde renunció", "que no volverá"], id="a source and then what somebody added",
    ),
    pytest.param(
        "Ayer llegaron turistas nuevos, el rector los recibió según los vecinos.",
        ["Ayer llegaron turistas nuevos, el rector los recibió"], id="a clause before a source without a comma",
    ),
    pytest.param(
        'La jueza cree que "es un plan joven, pero cuenta con la fuerza del pueblo que supone haber ganado".',
        ['que "es un plan joven, pero cuenta con la fuerza del pueblo que supone haber ganado"'],
        id="a quotation is not parted",
    ),
    pytest.param(
        "El alcalde dijo que pidió datos sobre unas notas, según las cuales la presa cae.",
        ["que pidió datos sobre unas notas, según las cuales la presa cae", "la presa cae"],
        id="a relative clause with según",
    ),
    pytest.param(
        "El alcalde dijo que no hay fondos, lo que confirmó ayer la ministra Vega.",
        ["que no hay fondos"], id="what somebody else says of it",
    ),
    pytest.param(
        "El alcalde dijo que no hay fondos, lo que obliga a cerrar la presa.",
        ["que no hay fondos, lo que obliga a cerrar la presa"], id="what follows from it",
    ),
    pytest.param(
        'El pintor sigue "muy grave", según el parte del hospital de Lima donde está ingresado.',
        ['El pintor sigue "muy grave"'], id="a relative clause on the source",
    ),
    pytest.param(
        "La alcaldesa consideró este martes inviable llamar a otra elección.",
        ["inviable llamar a otra elección"], id="a judgement behind a time",
    ),
    pytest.param(
        "La alcaldesa consideró insuficientes las disculpas del rector.",
        ["insuficientes las disculpas del rector"], id="a judgement of an act",
    ),
    pytest.param(
        "La alcaldesa advirtió a los obreros del puerto, que la reforma será mala.",
        ["que la reforma será mala"], id="one comma before que and a subject",
    ),
    pytest.param("La alcaldesa respondió a la prensa, que la esperaba.", [], id="a relative clause behind a comma"),
    pytest.param(
        "La alcaldesa dijo ayer al salir de la sala a oscuras que la presa está vacía.",
        ["que la presa está vacía"], id="al salir",
    ),
    pytest.param(
        "La alcaldesa expresó su pena al ver que la presa está vacía.", ["su pena al ver que la presa está vacía"],
        id="al ver que",
    ),
    pytest.param(
        "La alcaldesa afirmó ante más de cien vecinos que la presa está vacía.",
        ["que la presa está vacía"], id="more than a hundred are no comparison",
    ),
    pytest.param(
        "Según informó la alcaldesa de Soria la presa está vacía.",
        ["la presa está vacía"], id="no comma between who said it and what",
    ),
    pytest.param(
        "La obra, según contó la alcaldesa la semana pasada, está lista.",
        ["La obra", "está lista"], id="a time between who said it and a comma",
    ),
    pytest.param(
        "La calle se cerró, según los vecinos había humo.",
        ["había humo"], id="no comma between a source and a clause, another clause before",
    ),
    pytest.param("Habló la jueza Gil, para quien la tía cocinaba los lunes.", [], id="for whom somebody did something"),
    pytest.param("La jueza habló ayer. Para ella, la condena es leve.", ["la condena es leve"], id="in her view"),
    pytest.param(
        "El gremio ha descubierto la poda, que según dice vulnera la ley.",
        ["vulnera la ley"], id="a relative clause with its cue inside, after a perfect",
    ),
    pytest.param(
        "La alcaldesa señaló que el plan no ha servido y puso el ejemplo de los pozos.",
        ["que el plan no ha servido"], id="after the present, a past without a subject is the writer's",
    ),
    pytest.param(
        "La alcaldesa señaló que el plan no sirve y el pozo cerró en mayo.",
        ["que el plan no sirve y el pozo cerró en mayo"], id="after the present, a past with a subject is said",
    ),
    pytest.param(
        "La alcaldesa señaló que el plan llegó tarde y costó mucho.",
        ["que el plan llegó tarde y costó mucho"], id="the past after the past is said",
    ),
    pytest.param(
        "La alcaldesa señaló que los pozos están secos, por lo cual dijo que urge la obra.",
        ["que los pozos están secos", "que urge la obra"], id="for which reason she said",
    ),
    pytest.param(
        "La alcaldesa señaló que el juez lo dejó libre porque consideró que faltaban pruebas.",
        ["que el juez lo dejó libre porque consideró que faltaban pruebas", "que faltaban pruebas"],
        id="after the past, what somebody else thought is said",
    ),
    pytest.param(
        "La alcaldesa declaró que los vecinos se quejaron, pero consideran que habrá obra.",
        ["que los vecinos se quejaron, pero consideran que habrá obra", "que habrá obra"],
        id="a thought of whom the words are about",
    ),
    pytest.param(
        "La alcaldesa le dijo que faltaba limpiar el pozo, cosa que su socio hizo en mayo.",
        ["que faltaba limpiar el pozo"], id="a thing that somebody did",
    ),
    pytest.param(
        '"Los vecinos esperan que se abra la presa. Si no se abre, se irán", dijo Paz.',
        ["Los vecinos esperan que se abra la presa. Si no se abre, se irán", "que se abra la presa"],
        id="a cue inside a quotation reports no further than its sentence",
    ),
    pytest.param(
        "Tras la lluvia del lunes abriremos la presa vieja, añadió en un mensaje a la prensa.",
        ["Tras la lluvia del lunes abriremos la presa vieja"], id="tras before a noun opens no clause",
    ),
    pytest.param(
        "En mayo, la sala —formada por las juezas Eva Sol y Ana Ruiz— condenó al exalcalde Juan Paz.",
        [], id="a pair of dashes before the verb is an insertion",
    ),
    pytest.param(
        "La ministra ha pedido a los pueblos que ahorren agua y ha reclamado más ayuda.",
        ["que ahorren agua"], id="the writer goes on in the perfect after a perfect",
    ),
    pytest.param(
        "La ministra ha dicho que el pueblo ahorra agua y reclama más ayuda.",
        ["que el pueblo ahorra agua y reclama más ayuda"], id="the speaker goes on in the present after a perfect",
    ),
    pytest.param(
        "En el marco de la feria de Soria, le manifestó, durante su charla, la urgente necesidad de agua.",
        ["la urgente necesidad de agua"], id="a phrase before the verb is nothing said",
    ),
    pytest.param(
        "Otros creyeron que se quedarían en la isla.", ["que se quedarían en la isla"], id="creyeron",
    ),
    pytest.param(
        "El exministro dijo que faltan jueces, mientras uno de los diputados del sur sugirió que sobran.",
        ["que faltan jueces", "que sobran"], id="what somebody else said meanwhile",
    ),
    pytest.param(
        "Los vecinos dicen que la presa pierde agua, pero la alcaldesa afirma que aguanta.",
        ["que la presa pierde agua", "que aguanta"], id="what somebody else says against it",
    ),
    pytest.param(
        "La sala de Soria determinó que el riego es público mientras que la de Ávila dictaminó que no lo es.",
        ["que el riego es público", "que no lo es"], id="what another body found, without a comma",
    ),
    pytest.param(
        "Ana Ruiz declaró que nadie bebió de la presa, pues aseguró que estaba cerrada.",
        ["que nadie bebió de la presa", "que estaba cerrada"], id="a reason that is told next",
    ),
    pytest.param(
        "Paz recordó que los jueces cerraron la presa, ordenaron el desalojo y multaron al dueño.",
        ["que los jueces cerraron la presa, ordenaron el desalojo y multaron al dueño"],
        id="verbs in another number than the cue are not its speaker's",
    ),
    pytest.param(
        "Los vecinos pidieron que se abriera la presa, pero por el viento no hubo agua.",
        ["que se abriera la presa"], id="what happened in fact after a wish",
    ),
    pytest.param(
        "Paz exigió que se cerrara la presa y los peones cortaron el camino.",
        ["que se cerrara la presa"], id="what others did after a wish",
    ),
    pytest.param(
        "La ministra negó que faltara agua y, por ese motivo, la comisión ha cerrado el caso.",
        ["que faltara agua"], id="what was done after a denial",
    ),
    pytest.param(
        "Paz propuso que Ana Ruiz cuidara la presa, por lo que los peones prepararon un acto.",
        ["que Ana Ruiz cuidara la presa"], id="what followed from a wish",
    ),
    pytest.param(
        "Los vecinos exigen que baje la tarifa, mientras que la empresa pide subirla.",
        ["que baje la tarifa"], id="what others want meanwhile",
    ),
    pytest.param(
        "Paz pidió que se castigara a quienes robaron la leña y huyeron del valle.",
        ["que se castigara a quienes robaron la leña y huyeron del valle"], id="a relative clause that y goes on with",
    ),
    pytest.param(
        "Paz pidió que le dijeran qué pasó y quién lo ordenó.",
        ["que le dijeran qué pasó y quién lo ordenó"], id="two questions inside a wish",
    ),
    pytest.param(
        "Paz lamentó que la empresa cerrara la presa y dejara sin agua al valle.",
        ["que la empresa cerrara la presa y dejara sin agua al valle"], id="a second verb in the subjunctive",
    ),
    pytest.param(
        "Ana Ruiz pide que se abra la presa, pero que se cierre de noche.",
        ["que se abra la presa, pero que se cierre de noche"], id="a wish that goes on after pero",
    ),
    pytest.param(
        "Los vecinos exigieron que se abriera la presa, a lo que la alcaldesa contestó con una multa.",
        ["que se abriera la presa"], id="a lo que opens the answer",
    ),
    pytest.param(
        "Paz afirmó que habrá agua para todos, antes de reconocer que la presa está vacía.",
        ["que habrá agua para todos", "que la presa está vacía"], id="antes de before what the speaker says next",
    ),
    pytest.param(
        "Paz dijo que la presa se cierra y preguntado por la fecha, aseguró que no la sabe.",
        ["que la presa se cierra", "que no la sabe"], id="what the speaker was asked next",
    ),
    pytest.param(
        "El comité señaló horas antes que la presa se cerró como forma de protesta.",
        ["que la presa se cerró como forma de protesta"], id="que after horas antes",
    ),
    pytest.param(
        "Paz dijo que los peones Juan Gil, de 17 años; Pedro Lema, de 27, y José Sol, de 19, fueron detenidos ayer.",
        ["que los peones Juan Gil, de 17 años; Pedro Lema, de 27, y José Sol, de 19, fueron detenidos ayer"],
        id="a semicolon before the verb of what is said",
    ),
    pytest.param(
        "Paz dijo que la presa nació de un debate entre vecinos; de un pleito y de una ley vieja.",
        ["que la presa nació de un debate entre vecinos; de un pleito y de una ley vieja"],
        id="a list whose items stand between semicolons",
    ),
    pytest.param(
        "Paz dijo que la presa se cierra; los vecinos volvieron a casa.",
        ["que la presa se cierra"], id="a clause behind a semicolon",
    ),
    pytest.param(
        "Paz dijo que se abrieron tres presas; la primera dará agua al valle; la segunda, a la sierra.",
        ["que se abrieron tres presas; la primera dará agua al valle; la segunda, a la sierra"],
        id="a clause in the future behind a semicolon",
    ),
    pytest.param(
        'Paz dijo que la presa se cierra; "los vecinos quieren otra que no tenga fugas".',
        ["que la presa se cierra", "los vecinos quieren otra que no tenga fugas"], id="a quotation behind a semicolon",
    ),
    pytest.param(
        "Paz dice que la presa se cierra; los vecinos quieren otra.",
        ["que la presa se cierra"], id="a clause behind a semicolon of a writer in the present",
    ),
    pytest.param(
        "Ana Ruiz subraya que la presa está vacía, si bien insiste en que habrá agua.",
        ["que la presa está vacía", "que habrá agua"], id="what the speaker says though",
    ),
    pytest.param(
        "Ana Ruiz dijo que la presa se cierra, sin precisar la fecha.",
        ["que la presa se cierra"], id="what the speaker leaves unsaid",
    ),
    pytest.param(
        "Los vecinos dicen que la presa está vacía, pero no es cierto.",
        ["que la presa está vacía"], id="a contradiction",
    ),
    pytest.param(
        "Ana Ruiz pidió que cuiden la presa y lo que el río dejó y arrasó.",
        ["que cuiden la presa y lo que el río dejó y arrasó"], id="a past that is none of the writer's",
    ),
    pytest.param(
        "Ana Ruiz dijo que la presa está vacía, pero eso es culpa del calor, algo que no es nuevo.",
        ["que la presa está vacía, pero eso es culpa del calor, algo que no es nuevo"], id="an addition",
    ),
    pytest.param(
        "Los vecinos afirmaron que la presa está vacía, lo que no es verdad, y que nadie la cuida.",
        ["que la presa está vacía"], id="a contradiction before more words",
    ),
    pytest.param(
        "Ana Ruiz dijo que los peones detenidos por el robo de la leña del monte viejo, fueron liberados ayer.",
        ["que los peones detenidos por el robo de la leña del monte viejo, fueron liberados ayer"],
        id="a comma between subject and verb",
    ),
    pytest.param(
        "Ana Ruiz resaltó que se dio un informe al valle, a través del cual los vecinos se dieron cuenta de todo.",
        ["que se dio un informe al valle, a través del cual los vecinos se dieron cuenta de todo"],
        id="a relative clause with el cual",
    ),
    pytest.param(
        "Ana Ruiz pidió a los vecinos que estaban en la presa que se fueran a casa.",
        ["que se fueran a casa"], id="a relative clause that says of whom it is asked",
    ),
    pytest.param(
        "Paz exigió a la alcaldesa que retire la ley que permite que se venda la presa.",
        ["que retire la ley que permite que se venda la presa"], id="a wish inside a wish",
    ),
    pytest.param(
        '"La presa está vacía", dijo Paz, por lo que "no cabe cerrarla este año".',
        ["La presa está vacía", "no cabe cerrarla este año"], id="a sentence that goes on in the next quotation",
    ),
    pytest.param(
        "Por eso quiere el alcalde, dijo Paz, vaciar la presa y cerrarla.",
        ["Por eso quiere el alcalde", "vaciar la presa y cerrarla"], id="an infinitive after the speaker's comma",
    ),
    pytest.param(
        "Paz dijo que iría a la presa y más tarde exigiría una multa.",
        ["que iría a la presa y más tarde exigiría una multa"], id="a conditional goes on with what is said",
    ),
    pytest.param(
        "Ana Ruiz reconoció que falta agua en la sierra, por lo que propuso que los pueblos ahorren.",
        ["que falta agua en la sierra", "que los pueblos ahorren"], id="what the speaker said therefore",
    ),
    pytest.param(
        'Paz anunció que pedirá "agua limpia para todos", pero evitó hablar de la presa que pide el juez.',
        ['que pedirá "agua limpia para todos"'], id="the writer goes on after quoted words with pero",
    ),
    pytest.param(
        "Lo que sí reconoció es que la presa está vacía.", ["que la presa está vacía"], id="lo que reconoció es que"
    ),
    pytest.param(
        "Lo que dijo la ministra es que no habrá agua.", ["que no habrá agua"], id="a subject inside lo que … es que"
    ),
    pytest.param(
        "Uno de los vecinos dijo a la radio:\n«Fui a la asamblea. No nos informaron de que se cerraba la presa. Mal».",
        ["Fui a la asamblea. No nos informaron de que se cerraba la presa. Mal", "que se cerraba la presa"],
        id="words quoted in the paragraph after the colon, with a cue among them",
    ),
    pytest.param(
        "Se abrió la presa porque, como dijo el alcalde, hay que regar los campos.",
        ["hay que regar los campos"], id="what follows porque is said",
    ),
    pytest.param("Además, es necesario subrayar que la presa está vacía.", [], id="the writer finds it necessary"),
    pytest.param("Hay que recordar que la presa está vacía.", [], id="the writer says what must be remembered"),
    pytest.param("Este jueves tomó protesta a los jueces que suplirán a Paz.", [], id="protesta after a verb"),
    pytest.param("Ruiz se dio cuenta de que la presa está vacía.", [], id="to notice is not to say"),
    pytest.param("El plan cita a personal externo que trabaja sin contrato.", [], id="externo is an adjective"),
    pytest.param(
        "Ana Ruiz pidió que no se cierre la presa y en declaraciones a la prensa dijo que hay agua.",
        ["que no se cierre la presa", "que hay agua"], id="where the speaker said something else",
    ),
    pytest.param("El alcalde espera volver a pedir agua.", [], id="once more, but no words"),
    pytest.param("La junta volverá a pedir que se abra la presa.", [], id="what will be asked for once more"),
    pytest.param("Habló de Juan Soto, para quien la fiscalía pide cinco años.", [], id="no view, but what awaits him"),
    pytest.param("Soto advirtió a los obreros, que el patrón echó en mayo.", [], id="whom the addressee was sacked by"),
    pytest.param(
        "Soto contó a los vecinos, que los bomberos rescataron, que hay agua.", ["que hay agua"],
        id="a relative clause about the addressee before what is said",
    ),
    pytest.param(
        "La alcaldesa dijo que su rival es corrupto y robó dinero.", ["que su rival es corrupto y robó dinero"],
        id="a past deed that the speaker tells",
    ),
    pytest.param(
        "Según informó el diario La Nación la presa está vacía.", ["la presa está vacía"], id="an article of a name",
    ),
    pytest.param(
        "Ruiz subrayó que el taller nació en el barrio, mismo que, dijo, vive de cuotas.",
        ["que el taller nació en el barrio", "vive de cuotas"], id="without the relative before an inserted cue",
    ),
    pytest.param(
        "Paz pidió que no se olvide la deuda, en lo que coincidió Ana Ruiz.",
        ["que no se olvide la deuda"], id="without the preposition before lo que",
    ),
    pytest.param(
        "El dato es grave, puntualizó, porque daña la presa, y señaló que habrá obras.",
        ["El dato es grave", "porque daña la presa", "que habrá obras"], id="a reason behind an inserted cue",
    ),
    pytest.param(
        "La suerte es que mi local, explicó, se encuentra frente a una escuela.",
        ["La suerte es que mi local", "se encuentra frente a una escuela"],
        id="a verb with a pronoun behind an inserted cue",
    ),
    pytest.param("■ La presa está vacía, dijo Ruiz.", ["La presa está vacía"], id="without the bullet of a list"),
    pytest.param("Ruiz dijo que trabajó en EE.UU.", ["que trabajó en EE.UU"], id="an abbreviation at the end"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "contents"), CASES)
def test_bounds(text: str, contents: list[str]) -> None:
    """The words reported are those of the cue's own clause."""
    assert reported.contents(text) == contents
