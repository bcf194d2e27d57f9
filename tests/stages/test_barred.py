"""Parts in an act that grammar rules out; sentences of ours."""

from __future__ import annotations

import pytest

from teletipo.pipeline import read

#: text, type of act, part, who must not have it, who must (if anybody)
CASES = [
    pytest.param(
        "La abogada negó las acusaciones contra su cliente, acusado de fraude.",
        "ACCUSE", "actor", "La abogada", None, id="who denies accusations",
    ),
    pytest.param(
        "Irán rechazó las amenazas de Israel.", "THREATEN", "actor", "Irán", "Israel", id="who rejects threats",
    ),
    pytest.param(
        "Trump anunció un acuerdo entre Israel e Irán.",
        "AGREE", "actor", "Trump", "Irán", id="who announces what others agree on",
    ),
    pytest.param(
        "El enviado estuvo cerca de lograr un acuerdo entre Israel e Irán.",
        "AGREE", "actor", "El enviado", "Irán", id="who brings about what others agree on",
    ),
    pytest.param(
        "Israel y Hamás firmaron una tregua con la mediación de Catar.",
        "CONSULT", "actor", "Hamás", "Catar", id="between whom somebody mediates",
    ),
    pytest.param(
        "Perú retiró a su embajador en Quito.", "SANCTION", "recipient", "su embajador", "Ecuador", id="own envoy",
    ),
    pytest.param(
        "Washington levantó las sanciones contra Siria, que había impuesto en 2011.",
        "SANCTION", "actor", "Siria", None, id="the relative pronoun means the act",
    ),
    pytest.param(
        "La UE prorrogó las sanciones contra Rusia, que el Consejo aprobó en 2014.",
        "AGREE", "recipient", "Rusia", None, id="the relative pronoun is an object",
    ),
    pytest.param(
        "La fiscalía investiga a dos agentes por espiar a la prensa.",
        "COERCE", "actor", "La fiscalía", "dos agentes", id="who charges somebody with it",
    ),
    pytest.param(
        "SANTIAGO (Reuters) - Boric saludó a su par argentino antes de la cumbre.",
        "CONSULT", "actor", "SANTIAGO", None, id="a dateline",
    ),
    pytest.param(
        "La rectora rechazó las críticas de los profesores.",
        "ACCUSE", "actor", "La rectora", "los profesores", id="who rejects criticism",
    ),
    pytest.param(
        "Quito calificó de falsas las acusaciones de Lima.", "ACCUSE", "recipient", "Ecuador", None,
        id="what is judged is another act than the judgement",
    ),
    pytest.param(
        "El rey agradeció a Noruega su mediación entre los dos bandos.",
        "CONSULT", "actor", "El rey", None, id="who thanks for an act",
    ),
    pytest.param(
        "Kenia condenó el asesinato de la jueza.", "ACCUSE", "recipient", "la jueza", None,
        id="whom the condemned act befell",
    ),
    pytest.param(
        "Noruega amenazó a Perú con sanciones.", "SANCTION", "actor", "Perú", "Noruega", id="who is threatened",
    ),
    pytest.param(
        "Noruega amenazó a Perú con sanciones si no libera a los presos.", "RETREAT", "actor", "Noruega", "Perú",
        id="who is threatened is to meet the condition",
    ),
    pytest.param(
        "Catar negocia para conseguir la liberación de los rehenes.",
        "RETREAT", "actor", "los rehenes", None, id="who is freed",
    ),
    pytest.param(
        "La alcaldesa visitó a los soldados heridos en el ataque contra la base.",
        "ASSAULT", "actor", "los soldados heridos", None, id="who was hurt in it",
    ),
    pytest.param(
        "El tribunal absolvió al periodista, acusado de fraude por la fiscalía.",
        "ACCUSE", "recipient", "El tribunal", "periodista", id="a participle after the object",
    ),
    pytest.param(
        "La cumbre fue cancelada, dijo la portavoz noruega.", "REJECT", "actor", "la portavoz noruega", None,
        id="who tells what was done",
    ),
    pytest.param(
        "El opositor irá a juicio en mayo.", "ACCUSE", "actor", "El opositor", None, id="whom the act befalls",
    ),
    pytest.param(
        "El opositor irá a juicio en mayo, dijo la fiscalía.", "ACCUSE", "recipient", "la fiscalía", "El opositor",
        id="who cannot act undergoes the act instead",
    ),
    pytest.param(
        "Veinte soldados perdieron la vida en el ataque de los rebeldes.",
        "ASSAULT", "actor", "Veinte soldados", "los rebeldes", id="who lost their lives in it",
    ),
    pytest.param(
        "Cuba pidió arroz a Perú debido a las sanciones.",
        "SANCTION", "actor", "Perú", None, id="who is named outside of a circumstance",
    ),
    pytest.param(
        "Tras las sanciones, China y Rusia firmaron un acuerdo.",
        "SANCTION", "actor", "China", None, id="who does something after it",
    ),
    pytest.param(
        "Gracias a la mediación, Hamás liberó a diez rehenes.",
        "CONSULT", "actor", "Hamás", None, id="who does something thanks to it",
    ),
    pytest.param(
        "Varios cohetes de los rebeldes estallaron cerca de la embajada de Chile en Adén.",
        "ASSAULT", "actor", "Varios cohetes", None, id="with what something is done",
    ),
    pytest.param(
        "La propuesta francesa, respaldada por Alemania, se debate mañana.",
        "REQUEST", "actor", "Alemania", "Francia", id="who backs an act by a participle",
    ),
    pytest.param(
        "Zelenski agradeció a Polonia su apoyo.", "SUPPORT", "recipient", None, "Zelenski",
        id="whom the one helped thanks",
    ),
    pytest.param(
        "Rusia atribuyó el ataque a Ucrania.", "ASSAULT", "actor", "Rusia", "Ucrania", id="to whom it is ascribed",
    ),
    pytest.param(
        "El papa reprochó a Rusia la invasión.", "ASSAULT", "actor", "El papa", "Rusia", id="who is reproached with it",
    ),
    pytest.param(
        "Kiev pidió ayuda a Berlín.", "AID", "recipient", "Alemania", "Ucrania", id="who asks for help",
    ),
    pytest.param(
        "La ONU pidió sanciones a Rusia.", "SANCTION", "recipient", "ONU", "Rusia", id="against whom it is asked for",
    ),
    pytest.param(
        "Miles de personas protestaron en Madrid contra la guerra en Irak.",
        "PROTEST", "place", "Irak", "Madrid", id="where what the act is about takes place",
    ),
    pytest.param(
        "El ministro condenó en Quito el ataque en Bamako.",
        "ASSAULT", "place", "Quito", "Bamako", id="where somebody speaks of the act",
    ),
    pytest.param(
        "Kiev pidió a Alemania que entregue misiles Taurus.", "AID", "recipient", "Taurus", None, id="a product",
    ),
    pytest.param(
        "Chad protestó en venganza por el asesinato de un juez.", "ASSAULT", "actor", "Chad", None, id="who answers",
    ),
    pytest.param(
        "Los diálogos de La Habana siguen abiertos.", "CONSULT", "place", "Cuba", "La Habana", id="where a meeting is",
    ),
    pytest.param(
        "Soto asistirá a la cumbre de Panamá.", "CONSULT", "place", None, "Panamá", id="in which state a summit is",
    ),
    pytest.param(
        "Los diálogos de La Habana con Washington siguen abiertos.", "CONSULT", "actor", "La Habana", "Cuba",
        id="a capital that talks with another",
    ),
    pytest.param(
        "El encuentro de Washington y Pekín fue cordial.", "CONSULT", "actor", "Washington", "China",
        id="capitals that meet",
    ),
    pytest.param(
        "Pese al pacto entre Estados Unidos y Japón, Washington sancionó a China.", "SANCTION", "actor", "Japón",
        "Estados Unidos", id="who is listed elsewhere with the one who acts",
    ),
    pytest.param(
        "La alcaldesa admitió que Soto viajó a Lima, pero que nunca había sido invitado.",
        "REQUEST", "actor", "Soto", None, id="who was not invited by the second clause told",
    ),
    pytest.param(
        "Viena acogió una conferencia de ministros de Agricultura.", "CONSULT", "actor", "Agricultura",
        "ministros de Agricultura", id="what a post is for, wherever the tree hangs it",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "part", "never", "who"), CASES)
def test_who_has_a_part(text: str, act: str, part: str, never: str | None, who: str | None) -> None:
    """The party that cannot have the part has it not; the one that the sentence gives it to has it."""
    dossier = read(text)
    names = {e.id: e.name for e in dossier.entities}
    acts = [e for e in dossier.events if e.type == act]
    assert acts
    found = {names[r.entity] for e in acts for r in e.roles if r.role == part and r.entity}
    assert never not in found
    assert who is None or who in found


def test_a_participle_belongs_to_the_object_that_it_agrees_with() -> None:
    """ "Acusado" is said of the client and not of the woman who defends him."""
    dossier = read("La abogada defendió a su cliente, acusado de fraude.")
    names = {e.id: e.name for e in dossier.entities}
    (accused,) = (e for e in dossier.events if e.type == "ACCUSE")
    assert "La abogada" not in {names[r.entity] for r in accused.roles if r.entity}
