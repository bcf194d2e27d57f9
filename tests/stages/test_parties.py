"""Who the rules take for the parties of an act: groups and their members, and verbs that turn their subject's part."""

from __future__ import annotations

import pytest

from teletipo import pipeline
from teletipo.candidates import PROPOSING
from teletipo.stages.article import article

CASES = {
    "examples of a group": (
        "Varios países, entre ellos Brasil y México, condenaron el golpe.",
        ("ACCUSE", "actor"),
        {"Varios países", "Brasil", "México"},
    ),
    "members of a group whose pronoun the tree hangs on the verb": (
        "Varios países, entre ellos Brasil, México, Chile y Perú, condenaron el golpe.",
        ("ACCUSE", "actor"),
        {"Varios países", "Brasil", "México", "Chile", "Perú"},
    ),
    "examples with como": (
        "Países como Francia y Suecia condenaron el golpe.",
        ("ACCUSE", "actor"),
        {"Países", "Francia", "Suecia"},
    ),
    "who leads a group acts with it": (
        "Los manifestantes, encabezados por Juan Pérez, protestaron contra el Gobierno.",
        ("PROTEST", "actor"),
        {"Los manifestantes", "Juan Pérez"},
    ),
    "companion of the subject": (
        "El ministro, junto a los embajadores, firmó el tratado.",
        ("SUPPORT", "actor"),
        {"El ministro", "los embajadores"},
    ),
    "names after a plural title stand for it": (
        "La visita de los presidentes Juan Pérez y Luis Soto a Roma comenzó ayer.",
        ("CONSULT", "actor"),
        {"Juan Pérez", "Luis Soto"},
    ),
    "object with a beside a clause is the addressee": (
        "El ministro pidió a los alcaldes que abran las escuelas.",
        ("REQUEST", "recipient"),
        {"los alcaldes"},
    ),
    "of whom a part is meant": (
        "Muchos de los rebeldes atacaron a los residentes.",
        ("ASSAULT", "actor"),
        {"los rebeldes"},
    ),
    "who is asked to act": (
        "El alcalde pidió que los ministros abran la frontera.",
        ("REQUEST", "recipient"),
        {"los ministros"},
    ),
    "a relative clause in the plural is about the whole list": (
        "Llegaron Ana Gil y Luis Sosa, quienes condenaron el golpe.",
        ("ACCUSE", "actor"),
        {"Ana Gil", "Luis Sosa"},
    ),
    "subject of a verb of getting": (
        "Irán afronta duras críticas de la ONU.",
        ("ACCUSE", "recipient"),
        {"Irán"},
    ),
    "whom it comes from": (
        "Irán afronta duras críticas de la ONU.",
        ("ACCUSE", "actor"),
        {"ONU"},
    ),
    "subject of a verb of getting with its preposition": (
        "El ministro cuenta con el apoyo de Brasil.",
        ("SUPPORT", "recipient"),
        {"El ministro"},
    ),
    "who is the object of an act": (
        "Colombia fue objeto de espionaje estadounidense.",
        ("COERCE", "recipient"),
        {"Colombia"},
    ),
    "object of two verbs side by side": (
        "El ejército bombardeó y ocupó el puerto de Alepo.",
        ("ASSAULT", "recipient"),
        {"el puerto de Alepo"},
    ),
    "complement of two nouns side by side": (
        "Irán condenó las presiones y amenazas a los países árabes.",
        ("THREATEN", "recipient"),
        {"los países árabes"},
    ),
    "who did it, beside a participle": (
        "Las sanciones impuestas por la OTAN a Bolivia siguen en vigor.",
        ("SANCTION", "actor"),
        {"OTAN"},
    ),
    "to whom it is ascribed": (
        "Los ataques atribuidos a Israel preocupan al alcalde.",
        ("ASSAULT", "actor"),
        {"Israel"},
    ),
    "who is charged with it": (
        "El alcalde fue acusado del secuestro de dos periodistas.",
        ("ASSAULT", "actor"),
        {"El alcalde"},
    ),
    "who is charged with the second of two": (
        "Irán acusó a Brasil de presiones y amenazas.",
        ("THREATEN", "actor"),
        {"Brasil"},
    ),
    "of whom an apposition with a relative clause is said": (
        "Llegaron Ana Gil y Luis Sosa, ministros que condenaron el golpe.",
        ("ACCUSE", "actor"),
        {"Ana Gil", "Luis Sosa"},
    ),
    "names in parentheses stand for those counted": (
        "Los tres países (Francia, Alemania e Italia) condenaron el golpe.",
        ("ACCUSE", "actor"),
        {"Francia", "Alemania", "Italia"},
    ),
    "who acts beside the noun of the subject": (
        "Los dos países, junto a Kuwait, condenaron el golpe.",
        ("ACCUSE", "actor"),
        {"Los dos países", "Kuwait"},
    ),
    "subject of a clause after an adverb": (
        "El ministro viajó a Roma después de haber criticado al alcalde.",
        ("ACCUSE", "actor"),
        {"El ministro"},
    ),
    "who says it, where the words themselves are the act": (
        "La senadora dijo que el alcalde es un corrupto.",
        ("ACCUSE", "actor"),
        {"La senadora"},
    ),
    "who joins what others do": (
        "Suecia y Noruega se sumaron a las sanciones de Canadá contra Rusia.",
        ("SANCTION", "actor"),
        {"Suecia", "Noruega", "Canadá"},
    ),
    "a second party behind a complement of the first": (
        "El diálogo entre los seguidores del rey y el ejército comenzó ayer.",
        ("CONSULT", "actor"),
        {"los seguidores del rey", "el ejército"},
    ),
    "two whom the first one serves are no second party": (
        "El diálogo entre los ministros de Perú y Chile comenzó ayer.",
        ("CONSULT", "actor"),
        {"los ministros de Perú y Chile"},
    ),
    "holders of a post, each behind a country": (
        "Los ministros de Defensa de Perú, Luis Gil; de Chile, Ana Soto, y Cuba, Eva Ruiz, condenaron el golpe.",
        ("ACCUSE", "actor"),
        {"Luis Gil", "Ana Soto", "Eva Ruiz"},
    ),
    "all countries of a list of governments": (
        "El rey aceptó las disculpas de los gobiernos de Suecia, Malta, Irlanda y Finlandia.",
        ("CONCEDE", "actor"),
        {"Suecia", "Malta", "Irlanda", "Finlandia"},
    ),
    "who does not heed an appeal makes none": (
        "Israel desoyó los llamamientos de la ONU.",
        ("REQUEST", "actor"),
        {"ONU"},
    ),
    "who is quoted with me": (
        "«El alcalde me amenaza con una querella», dijo la senadora.",
        ("THREATEN", "recipient"),
        {"la senadora"},
    ),
    "who is quoted with us": (
        "«El alcalde nos pidió paciencia», dijo la senadora.",
        ("REQUEST", "recipient"),
        {"la senadora"},
    ),
    "not who acts on himself": (
        "«Nos comprometemos a pagar», dijo la senadora.",
        ("AGREE", "recipient"),
        set(),
    ),
    "to whom the letter goes in which it is asked": (
        "En una carta a la ONU, el senador pidió una tregua.",
        ("REQUEST", "recipient"),
        {"ONU"},
    ),
    "to whom the letter was sent in which it is asked": (
        "El senador envió al alcalde una nota en la que pide una explicación.",
        ("REQUEST", "recipient"),
        {"alcalde"},
    ),
    "who asks for it and of whom, of an extradition": (
        "El senador reclamó a Brasil la extradición del general.",
        ("COOPERATE", "recipient"),
        {"El senador", "general"},
    ),
    "who is asked for an extradition": (
        "El senador reclamó a Brasil la extradición del general.",
        ("COOPERATE", "actor"),
        {"Brasil"},
    ),
    "both states of an adjective for two": (
        "La ministra elogió las maniobras franco-españolas.",
        ("COOPERATE", "actor"),
        {"Francia", "España"},
    ),
    "both states of an adjective taken for a noun": (
        "La ministra elogió la cooperación hispano-marroquí.",
        ("COOPERATE", "actor"),
        {"España", "Marruecos"},
    ),
    "nobody, where nobody is quoted": (
        "El alcalde es un corrupto.",
        ("ACCUSE", "actor"),
        set(),
    ),
    "subject of a noun with estar en": (
        "Nuestro canciller Juan Soto está en contacto con Perú.",
        ("CONSULT", "actor"),
        {"Juan Soto", "Perú"},
    ),
    "all members of a list to whom something is given": (
        "Argelia vende gas a Italia, Malta y España.",
        ("COOPERATE", "recipient"),
        {"Italia", "Malta", "España"},
    ),
    "names after a plural title to whom something is given": (
        "Noruega dio asilo a los periodistas Juan Soto y Luis Gil.",
        ("AID", "recipient"),
        {"Juan Soto", "Luis Gil"},
    ),
    "whoever says that the speakers have decided it": (
        "«Hemos decidido expulsar a dos diplomáticos rusos», dijo la ministra Ana Gil.",
        ("SANCTION", "actor"),
        {"Ana Gil"},
    ),
    "whose act somebody condemns": (
        "La condena de Suecia a los ataques de Eritrea fue tardía.",
        ("ACCUSE", "recipient"),
        {"Eritrea"},
    ),
    "from whom goods come": (
        "Lituania recibió tanques de Polonia.",
        ("AID", "actor"),
        {"Polonia"},
    ),
    "who orders it of nobody named": (
        "La ministra criticó a Perú y ordenó expulsar a dos diplomáticos.",
        ("SANCTION", "actor"),
        {"La ministra"},
    ),
    "who is ordered to do it": (
        "La ministra ordenó a los soldados bombardear el puerto.",
        ("ASSAULT", "actor"),
        {"los soldados"},
    ),
    "who accompanies the subject": (
        "El ministro, acompañado por Juan Soto, visitó la cárcel.",
        ("CONSULT", "actor"),
        {"El ministro", "Juan Soto"},
    ),
    "who accompanies the subject, behind the verb": (
        "El ministro viajó a Quito acompañado de los embajadores.",
        ("CONSULT", "actor"),
        {"El ministro", "los embajadores"},
    ),
    "whom something angers, loosely joined": (
        "La detención del opositor indignó a Polonia.",
        ("ACCUSE", "actor"),
        {"Polonia"},
    ),
    "from whom goods are bought": (
        "Omán, que compra tanques a Italia, pidió un descuento.",
        ("COOPERATE", "recipient"),
        {"Italia"},
    ),
    "both of tanto and como": (
        "Tanto Irán como Irak condenaron el golpe.",
        ("ACCUSE", "actor"),
        {"Irán", "Irak"},
    ),
    "both of tanto and como with their articles": (
        "Tanto la OTAN como la Unión Europea condenaron el golpe.",
        ("ACCUSE", "actor"),
        {"OTAN", "Unión Europea"},
    ),
    "whose missile strikes": (
        "Un misil de los rebeldes cayó en Marib.",
        ("ASSAULT", "actor"),
        {"los rebeldes"},
    ),
    "the unexpressed subject of a passive undergoes the act": (
        "El general huyó a Brasil. Está acusado de planear un golpe.",
        ("ACCUSE", "recipient"),
        {"El general"},
    ),
    "every state in a list where envoys serve": (
        "Noruega llamó a consultas a sus embajadores en Irán, Omán y Catar.",
        ("SANCTION", "recipient"),
        {"Irán", "Omán", "Catar"},
    ),
    "who is glad of what he did himself": (
        "El alcalde Juan Soto lamentó haber criticado a la OEA.",
        ("ACCUSE", "actor"),
        {"Juan Soto"},
    ),
    "who runs the risk of undergoing it": (
        "El obispo Luis Gil corre el riesgo de ser detenido en Managua.",
        ("COERCE", "recipient"),
        {"Luis Gil"},
    ),
    "who evades it": (
        "Irán eludió las sanciones de Noruega.",
        ("SANCTION", "recipient"),
        {"Irán"},
    ),
    "who faces it, with the words of a phrase": (
        "El ministro hace frente a las críticas de la oposición.",
        ("ACCUSE", "recipient"),
        {"El ministro"},
    ),
    "whose target is told by a noun with the copula": (
        "El alcalde fue blanco de críticas.",
        ("ACCUSE", "recipient"),
        {"El alcalde"},
    ),
    "whose war in a country it is": (
        "La guerra de Etiopía en Somalia dura dos años.",
        ("ASSAULT", "actor"),
        {"Etiopía"},
    ),
    "nobody where no group claims it": (
        "Ningún grupo reivindicó ayer el atentado.",
        ("ASSAULT", "actor"),
        set(),
    ),
    "who claims it": (
        "Un comando armado reivindicó ayer el atentado.",
        ("ASSAULT", "actor"),
        {"Un comando armado"},
    ),
    "who says it behind the words for the addressee": (
        "«Nos golpearon», denunció a esta agencia la alcaldesa Ana Gil.",
        ("ACCUSE", "actor"),
        {"Ana Gil"},
    ),
    "for whom the threats are that somebody ignores": (
        "El gobernador ignoró las amenazas de la guerrilla.",
        ("THREATEN", "recipient"),
        {"El gobernador"},
    ),
    "of whom the charges are that somebody denies": (
        "El exalcalde Juan Soto negó los cargos.",
        ("ACCUSE", "recipient"),
        {"Juan Soto"},
    ),
    "whom the criticism is about, not who rejects it": (
        "La ministra rechazó las críticas al gobernador Luis Gil.",
        ("ACCUSE", "recipient"),
        {"Luis Gil"},
    ),
    "whom only a clause tells, behind a preposition": (
        "La ministra arremetió contra los que piden más impuestos.",
        ("ACCUSE", "recipient"),
        {"los que piden más impuestos"},
    ),
    "whom only a clause tells, as the subject of a passive": (
        "Los que acampaban ante el Senado fueron detenidos.",
        ("COERCE", "recipient"),
        {"Los que acampaban ante el Senado"},
    ),
    "whom only a clause tells does what it tells": (
        "La policía detuvo a quienes protestaban en Lima.",
        ("PROTEST", "actor"),
        {"quienes protestaban en Lima"},
    ),
    "those who are meant by a clause": (
        "La policía detuvo a aquellos que protestaban.",
        ("COERCE", "recipient"),
        {"aquellos que protestaban"},
    ),
    "not the group, but the noun before its relative clause": (
        "Estos son los países a los que critica el ministro.",
        ("ACCUSE", "recipient"),
        {"los países"},
    ),
    "who it was that did it": (
        "Fue Juan Soto quien bombardeó la aldea.",
        ("ASSAULT", "actor"),
        {"Juan Soto"},
    ),
    "those who did it, with their article": (
        "Fueron los rebeldes los que bombardearon la aldea.",
        ("ASSAULT", "actor"),
        {"los rebeldes"},
    ),
    "victims counted behind a verb that opens the headline": (
        "Mueren seis civiles en un bombardeo.",
        ("ASSAULT", "recipient"),
        {"seis civiles"},
    ),
    "victims counted with more words": (
        "Fallecen al menos ocho civiles en Homs.",
        ("ASSAULT", "recipient"),
        {"al menos ocho civiles"},
    ),
    "victims counted before the verb": (
        "Ocho civiles murieron a manos de los rebeldes.",
        ("ASSAULT", "recipient"),
        {"Ocho civiles"},
    ),
    "object of two verbs behind a date": (
        "En mayo los rebeldes bombardearon y ocuparon la base naval.",
        ("ASSAULT", "recipient"),
        {"la base naval"},
    ),
    "who received it, told by a relative clause": (
        "Las amenazas que recibió la alcaldesa Ana Gil preocupan al juez.",
        ("THREATEN", "recipient"),
        {"Ana Gil"},
    ),
    "who asks because it happened to him": (
        "El escritor Juan Soto pidió asilo a Omán por ser perseguido en Catar.",
        ("COERCE", "recipient"),
        {"Juan Soto"},
    ),
    "who is accused of having done it": (
        "El juez acusó al alcalde por haber atacado a los vecinos.",
        ("ASSAULT", "actor"),
        {"alcalde"},
    ),
    "with whom a meeting is cancelled": (
        "La cancelación de la cumbre con Turquía costó dos millones.",
        ("REJECT", "recipient"),
        {"Turquía"},
    ),
    "who is declared unwelcome": (
        "Omán declaró persona non grata al cónsul de Irak.",
        ("SANCTION", "recipient"),
        {"cónsul de Irak"},
    ),
    "whom somebody will not let do it": (
        "El Gobierno no permitirá que los rebeldes bloqueen el puerto.",
        ("REJECT", "recipient"),
        {"los rebeldes"},
    ),
    "from where envoys are withdrawn": (
        "La retirada de los embajadores en Omán y Catar agravó la crisis.",
        ("SANCTION", "recipient"),
        {"Omán", "Catar"},
    ),
    "who practises it": (
        "Los carceleros practican la tortura de los presos.",
        ("ASSAULT", "actor"),
        {"Los carceleros"},
    ),
    "coordinated passives share who undergoes them": (
        "El senador Juan Pérez fue secuestrado y retenido por los rebeldes.",
        ("COERCE", "recipient"),
        {"Juan Pérez"},
    ),
    "a noun with its description before a verb without a subject is its subject": (
        "La ministra viajó a Quito con su esposo y el presidente de Chile, Juan Pérez, rechazó la oferta.",
        ("REJECT", "actor"),
        {"Juan Pérez"},
    ),
    "at whose request somebody acts": (
        "El gobernador, a petición de los vecinos, cerró la mina.",
        ("REQUEST", "actor"),
        {"los vecinos"},
    ),
    "who acts at somebody's request is asked": (
        "Francia, a petición de Malí, retiró sus tropas.",
        ("REQUEST", "recipient"),
        {"Francia"},
    ),
    "what is asked in a subjunctive does not describe who is asked": (
        "Se pidió a los ciudadanos que no salgan de casa.",
        ("REQUEST", "recipient"),
        {"los ciudadanos"},
    ),
    "whom a pronoun at the end of an infinitive means": (
        "El embajador llamó a la ministra para ofrecerle disculpas.",
        ("CONCEDE", "recipient"),
        {"la ministra"},
    ),
    "who speaks to somebody to offer it acts, not who is spoken to": (
        "El embajador llamó a la ministra para ofrecerle disculpas.",
        ("CONCEDE", "actor"),
        {"El embajador"},
    ),
    "who asks gets what a pronoun tells": (
        "Lima pidió a Quito darle más información.",
        ("COOPERATE", "recipient"),
        {"Perú"},
    ),
    "whose feeling somebody tells has it with him": (
        "La ministra expresó la preocupación de Chile por la crisis.",
        ("ACCUSE", "actor"),
        {"La ministra", "Chile"},
    ),
    "whose will somebody tells has it with him": (
        "El embajador reiteró el compromiso de Noruega con la paz.",
        ("AGREE", "actor"),
        {"El embajador", "Noruega"},
    ),
    "who is quoted with me is to do what is asked": (
        "El presidente me pidió liberar al alcalde, dijo el juez Luis Soto.",
        ("RETREAT", "actor"),
        {"Luis Soto"},
    ),
    "who is charged with it does it": (
        "El rey encargó a la ministra negociar con los rebeldes.",
        ("CONSULT", "actor"),
        {"la ministra", "los rebeldes"},
    ),
    "a group and a body are two": (
        "Tras el pacto entre los sindicatos y el Ministerio de Trabajo de Chile, volvió la calma.",
        ("AGREE", "actor"),
        {"los sindicatos", "el Ministerio de Trabajo de Chile"},
    ),
    "a quotation mark is no part of a name": (
        "“Los países andinos no tienen que pagar, sino reparar este daño”, afirmó la canciller Ana Gil en una rueda.",
        ("REQUEST", "recipient"),
        {"Los países andinos"},
    ),
    "whose deeds are criticised, told by a relative possessive": (
        "El senador defendió a Ana Gil, cuyo discurso recibió duras críticas de la prensa.",
        ("ACCUSE", "recipient"),
        {"Ana Gil"},
    ),
    "whose deeds are criticised, told by a complement": (
        "Los métodos del presidente Juan Pérez han sido objeto de críticas.",
        ("ACCUSE", "recipient"),
        {"Juan Pérez"},
    ),
    "in whose name somebody acts belongs to no party": (
        "El presidente pidió perdón a las víctimas en nombre del Estado.",
        ("CONCEDE", "recipient"),
        {"las víctimas"},
    ),
    "whose release it is": (
        "El obispo pidió la puesta en libertad de Juan Pérez.",
        ("RETREAT", "recipient"),
        {"Juan Pérez"},
    ),
    "who meets with somebody, told by two complements": (
        "El encuentro del papa con los obispos chilenos fue tenso.",
        ("CONSULT", "actor"),
        {"papa", "los obispos chilenos"},
    ),
    "a clause beside what is quoted has the subject of the sentence": (
        'Perú y Ghana reúnen firmas para "aislar" a la junta birmana a la que acusan de las quemas.',
        ("ACCUSE", "actor"),
        {"Perú", "Ghana"},
    ),
    "what somebody is accused of is his, not theirs who accuse him": (
        "El alcalde fue acusado por los vecinos de golpear a Juan Gil.",
        ("ASSAULT", "actor"),
        {"El alcalde"},
    ),
    "a second clause in the passive whose verb is in another number has another subject": (
        "Los vecinos avisaron a Juan Pérez y después fue detenido por la policía.",
        ("COERCE", "recipient"),
        set(),
    ),
    "subject of the main clause behind one told beside it": (
        "Mientras, los mineros marchaban por las calles de Oruro y la delegada para Chad Ana Mora se reunía con Omán.",
        ("CONSULT", "actor"),
        {"Ana Mora", "Omán"},
    ),
}


@pytest.mark.parametrize(("text", "part", "names"), CASES.values(), ids=CASES)
def test_parties(text: str, part: tuple[str, str], names: set[str]) -> None:
    """The rules alone, before any model, give exactly these parties."""
    p = pipeline.run(PROPOSING, article(text), {})
    act = next(a for a in p["acts"] if a.type == part[0])
    found = {p["cast"].entity(a.entity).name for a in act.arguments if a.role == part[1] and a.entity is not None}
    assert found == names


@pytest.mark.parametrize(
    "noun", ["arresto", "detención", "captura", "asesinato", "secuestro", "deportación", "liberación"]
)
def test_whose_arrest_it_is_is_arrested(noun: str) -> None:
    """A possessive is the object of such a noun, by the rules alone."""
    text = f"El senador viajó a Lima. La ONU lamentó su {noun}."
    acts = pipeline.run(PROPOSING, article(text), {})["acts"]
    (found,) = [a for a in acts if text[a.anchor.start : a.anchor.end] == noun and a.type != "ACCUSE"]
    assert [(a.role, text[a.span.start : a.span.end]) for a in found.arguments] == [("recipient", "su")]
