"""What is said where sources, papers and other clauses stand around it: sentences of ours, one for each."""

from __future__ import annotations

import pytest

import reported

#: text, contents in text order
CASES = [
    pytest.param("Tal y como anunció Lima, habrá obras.", ["habrá obras"], id="a comparison that opens the sentence"),
    pytest.param("Habrá obras, tal y como anunció Lima.", ["Habrá obras"], id="a comparison that closes it"),
    pytest.param(
        "El alcalde dijo que el puente está roto, tras visitarlo con el juez, y añadió que habrá obras.",
        ["que el puente está roto", "que habrá obras"], id="an adjunct before the writer goes on",
    ),
    pytest.param(
        "La fábrica cierra la planta del valle, dio a conocer Luis Soto.",
        ["La fábrica cierra la planta del valle"], id="a subject after dar a conocer",
    ),
    pytest.param(
        "La alcaldesa comentó que la feria ayuda al barrio, trasladando la fiesta a cada calle.",
        ["que la feria ayuda al barrio, trasladando la fiesta a cada calle"], id="trasladando is not tras",
    ),
    pytest.param(
        "El entrenador exigió a jugadores y socios que nadie hable con la prensa.",
        ["que nadie hable con la prensa"], id="several who are asked",
    ),
    pytest.param(
        "El rector propuso a Lima un archivo común que guarde los mapas.", [], id="an object after the addressee"
    ),
    pytest.param(
        "La doctora manifestó su esperanza de que llueva pronto.",
        ["su esperanza de que llueva pronto"], id="a noun of speech inside what is reported",
    ),
    pytest.param(
        "Dijo que, según la ONU, faltan médicos en la costa.",
        ["que, según la ONU, faltan médicos en la costa", "faltan médicos en la costa"], id="a source within que",
    ),
    pytest.param(
        "El muro de la presa, el cual según la geóloga no resistirá, mide dos metros.",
        ["no resistirá, mide dos metros"], id="a source within a relative clause",
    ),
    pytest.param(
        'Según el informe "Mares limpios", elaborado cada mayo por dos biólogos, el atún ha vuelto.',
        ["el atún ha vuelto"], id="the title of a paper and who made it",
    ),
    pytest.param(
        "Ahora es preciso, según la geóloga, vaciar la presa.",
        ["Ahora es preciso", "vaciar la presa"], id="an infinitive after a source",
    ),
    pytest.param(
        "La pista del robo llega, explicó la policía, a Soria.",
        ["La pista del robo llega", "a Soria"], id="a verb right before the cue",
    ),
    pytest.param(
        "La mitad de los vecinos cree que habrá cortes de agua, según una encuesta.",
        ["La mitad de los vecinos cree que habrá cortes de agua", "que habrá cortes de agua"],
        id="a poll tells what is thought",
    ),
    pytest.param(
        "La ministra reconoció hoy, martes, la necesidad de reparar la presa.",
        ["la necesidad de reparar la presa"], id="two words for one day",
    ),
    pytest.param(
        "Los vecinos plantearon la necesidad de que la presa se vacíe.",
        ["la necesidad de que la presa se vacíe"], id="a clause that should be",
    ),
    pytest.param(
        "Tal como dijo entonces, la empresa podría haber pagado a dos jueces.",
        ["la empresa podría haber pagado a dos jueces"], id="tal como",
    ),
    pytest.param(
        "Los abogados indicaron que la ley daña al puerto al afirmar que hay menos barcos.",
        ["que la ley daña al puerto", "que hay menos barcos"], id="al afirmar que",
    ),
    pytest.param(
        "El diario cuenta que Ruiz irá en cuanto el obispo, cuyo poder es grande, lo anuncie.",
        ["que Ruiz irá en cuanto el obispo, cuyo poder es grande, lo anuncie"], id="a subjunctive after a clause",
    ),
    pytest.param(
        "El director entró para, según precisó la policía, recoger las cajas.",
        ["recoger las cajas"], id="only what follows a preposition is said",
    ),
    pytest.param(
        "La alcaldesa dijo que sus hijos lloraron y salieron a la calle.",
        ["que sus hijos lloraron y salieron a la calle"], id="a plural verb is not that of the speaker",
    ),
    pytest.param("Otro dijo que la presa está vacía.", ["que la presa está vacía"], id="otro is who speaks"),
    pytest.param(
        "La oposición presentó los planes y el alcalde los calificó de «burla».",
        ["de «burla»"], id="a clitic before the cue",
    ),
    pytest.param(
        "La feria abrió en mayo, conforme al decreto de la ciudad.", [], id="a decree is no source"
    ),
    pytest.param(
        "La jueza dijo que no verá ningún plano y recordó que hay plazo.",
        ["que no verá ningún plano", "que hay plazo"], id="ningún is the object of another verb",
    ),
    pytest.param(
        "El alcalde habló de la tregua, que consideró un paso hacia la paz.",
        ["un paso hacia la paz"], id="que consideró",
    ),
    pytest.param(
        "La fiesta empezará a las ocho, tal como informó el municipio.",
        ["La fiesta empezará a las ocho"], id="tal como after",
    ),
    pytest.param("Conforme se informó ayer, hay tres heridos.", ["hay tres heridos"], id="conforme"),
    pytest.param(
        "Lo que he visto es que hace falta un puente, manifestó Rubio.",
        ["Lo que he visto es que hace falta un puente"], id="a cleft sentence before the cue",
    ),
    pytest.param(
        "Derribaron el muro, que, según denunció la vecina, tapaba el mar.",
        ["tapaba el mar"], id="según within a relative",
    ),
    pytest.param(
        "Asistirán la ministra de Pesca, Ana Gil, y el alcalde de Soria, Luis Paz, indicó.",
        ["Asistirán la ministra de Pesca, Ana Gil, y el alcalde de Soria, Luis Paz"], id="a cue alone at the end",
    ),
    pytest.param(
        "La entrenadora se dijo convencida de que ganarán.", ["que ganarán"], id="se dijo convencida"
    ),
    pytest.param(
        "El club viajará en tren, aunque dijo, no será cómodo.",
        ["no será cómodo"], id="aunque and a comma after the cue",
    ),
    pytest.param(
        "Incluso comentó, será el obispo quien abra la feria.",
        ["será el obispo quien abra la feria"], id="incluso comentó",
    ),
    pytest.param(
        "De ahí que comentó la pintora, el museo debe abrir.", ["el museo debe abrir"], id="a short subject"
    ),
    pytest.param(
        "Además anunció, entre otras cosas, el cierre de la mina.",
        ["el cierre de la mina"], id="an insertion before a noun is no clause",
    ),
    pytest.param(
        "La torre, según contó el arquitecto de la catedral, Luis Paz, mide cien metros.",
        ["La torre", "mide cien metros"], id="a source with a name between commas",
    ),
    pytest.param(
        "El gremio recordó que aunque reconoció el error, el juez no actuó.",
        ["que aunque reconoció el error, el juez no actuó"], id="a concession right after que",
    ),
    pytest.param(
        'La jueza denunció "la agresión" que, según dijo, causó tres heridos.',
        ['"la agresión" que, según dijo, causó tres heridos', "causó tres heridos"], id="an insertion after a relative",
    ),
    pytest.param(
        "No habrá obras en la plaza, «todo eso lo pagan siempre los vecinos de abajo».",
        ["todo eso lo pagan siempre los vecinos de abajo"], id="a sentence quoted after another",
    ),
    pytest.param(
        "Compraron el libro, «que cuenta cómo llegaron al valle los primeros pastores».",
        [], id="a clause quoted is no sentence",
    ),
    pytest.param(
        "El fiscal declaró hace dos días que la causa sigue.", ["que la causa sigue"], id="a time before que"
    ),
    pytest.param(
        "El actor hace dos años que vive en la costa.", [], id="a time with a verb and no cue"
    ),
    pytest.param(
        "Me gustó lo que oí, declaró la pintora, dueña del taller, y agregó que volverá.",
        ["Me gustó lo que oí", "que volverá"], id="the next statement is not the rest of the first",
    ),
    pytest.param(
        'El tribunal juzgó "injusta" la multa a los dueños de la mina.',
        ['"injusta" la multa a los dueños de la mina'], id="a judgement in marks right after its verb",
    ),
    pytest.param(
        "La mina, cuya deuda —sostuvo Ruiz— es enorme, cerrará.",
        ["La mina, cuya deuda", "es enorme, cerrará"], id="a cue between dashes",
    ),
    pytest.param(
        "El pintor reconoció ante la jueza haberle robado el cuadro a su tío.",
        ["haberle robado el cuadro a su tío"], id="an infinitive with a pronoun after the addressee",
    ),
    pytest.param(
        "La carta plantea mejoras que protegen a todos.", [], id="a noun in another number is what que stands for"
    ),
    pytest.param(
        'Pelayo llamó a "olvidar" las marchas y Ronda las apoyó.', ['a "olvidar" las marchas'],
        id="somebody else acts after a noun phrase",
    ),
    pytest.param(
        "El paso que debe darse dijo, es reunir a los pastores.",
        ["El paso que debe darse", "es reunir a los pastores"], id="a comma only behind the cue",
    ),
    pytest.param(
        "Los pastores, dueños del valle, defendieron la obra, aunque con dudas.", [], id="an object in another number"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "contents"), CASES)
def test_contents(text: str, contents: list[str]) -> None:
    """What is said is found with its exact bounds, or nothing where nothing is reported."""
    assert reported.contents(text) == contents
