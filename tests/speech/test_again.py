"""A second cue of one sentence: what it reports, and who says it; one text of ours for each case."""

from __future__ import annotations

import pytest

from reported import said

#: text after "El alcalde Ruiz habló.", its statements as (speaker, contents)
CASES = [
    pytest.param(
        'El diputado López dijo que será un debate largo, "pero antes votaremos", sostuvo.',
        [("López", 'que será un debate largo, "pero antes votaremos"'), ("López", "pero antes votaremos")],
        id="the quotation before it",
    ),
    pytest.param(
        'El portavoz Luis Gil consideró que "es un texto nuevo", dijo.',
        [("Luis Gil", 'que "es un texto nuevo"'), ("Luis Gil", "es un texto nuevo")],
        id="all that the first one reports",
    ),
    pytest.param(
        'El senador Gil avisó del peligro de "confiarse ante un rival", señaló.',
        [("Gil", "confiarse ante un rival")],
        id="after an act without a statement",
    ),
    pytest.param(
        "El portavoz Luis Gil citó a Ana Soto, «la mejor jueza», sostuvo.",
        [(None, "El portavoz Luis Gil citó a Ana Soto, «la mejor jueza»")],
        id="not after a verb that reports nothing",
    ),
    pytest.param(
        "La ministra Vega anunció obras en el muelle, que costarán, dijo, dos millones.",
        [("Vega", "obras en el muelle, que costarán"), ("Vega", "que costarán / dos millones")],
        id="the relative clause around it",
    ),
    pytest.param(
        "La ministra Vega recordó que el puente se cayó; sin embargo, añadió, nadie fue multado.",
        [("Vega", "que el puente se cayó"), ("Vega", "nadie fue multado")],
        id="the clause after a connector",
    ),
    pytest.param(
        "La ministra Vega pidió calma porque la lluvia, aseguró, parará pronto.",
        [("Vega", "porque la lluvia / parará pronto")],
        id="the clause of porque",
    ),
    pytest.param(
        "La ministra Vega dijo que abrirá un parque, y cuya sombra —sostuvo— falta en otros.",
        [("Vega", "que abrirá un parque, y cuya sombra —sostuvo— falta en otros"),
         ("Vega", "cuya sombra / falta en otros")],
        id="a clause with cuya",
    ),
    pytest.param(
        "La ministra Vega anunció que bajará el pan y, según explicó, también la leche.",
        [("Vega", "que bajará el pan y, según explicó, también la leche"),
         ("Vega", "que bajará el pan y / también la leche")],
        id="the clause before y",
    ),
    pytest.param(
        "Lo que propuso la ministra Vega, dijo, costará dos millones.",
        [("Ruiz", "Lo que propuso la ministra Vega / costará dos millones")],
        id="a first cue in a relative clause",
    ),
    pytest.param(
        'El senador Gil avisó del peligro de "confiarse ante un rival", señaló Gil.',
        [("Gil", "confiarse ante un rival")],
        id="with the name again",
    ),
    pytest.param(
        "La ministra Vega anunció obras en el muelle, que costarán mucho, dijo",
        [("Ruiz", "La ministra Vega anunció obras en el muelle, que costarán mucho"),
         ("Vega", "obras en el muelle, que costarán mucho")],
        id="a text that breaks off",
    ),
    pytest.param(
        'La ministra Vega explicó que "no habrá dinero", precisó el alcalde.',
        [("Ruiz", 'La ministra Vega explicó que "no habrá dinero"'), ("Vega", 'que "no habrá dinero"')],
        id="somebody else named behind it",
    ),
    pytest.param(
        'Los vecinos dijeron que nadie los oye, "es una vergüenza", lamentó.',
        [("Ruiz", 'Los vecinos dijeron que nadie los oye, "es una vergüenza"'),
         ("Los vecinos", 'que nadie los oye, "es una vergüenza"')],
        id="verbs that differ in number",
    ),
    pytest.param(
        'Aunque la ONU dijo que habrá comida, "nadie la ha visto", lamentó.',
        [("Ruiz", 'Aunque la ONU dijo que habrá comida, "nadie la ha visto"'), ("ONU", "que habrá comida")],
        id="a first cue in a concession",
    ),
    pytest.param(
        'El juez Gil abrió la sala, aunque avisó del riesgo de "seguir sin jueces", señaló.',
        [("Gil", "seguir sin jueces")],
        id="a first cue in a concession without a subject",
    ),
    pytest.param(
        'Dijo que el plan de la comarca es polémico porque "nadie de aquí lo ha votado todavía", dijo.',
        [("Ruiz", 'que el plan de la comarca es polémico porque "nadie de aquí lo ha votado todavía"'),
         ("Ruiz", "nadie de aquí lo ha votado todavía")],
        id="a long clause that is nearly all of the sentence",
    ),
    pytest.param(
        '"Creo que el plan de la comarca es polémico y no saldrá", dijo.',
        [("Ruiz", "Creo que el plan de la comarca es polémico y no saldrá")],
        id="no first cue inside the quotation if it is nearly all of it",
    ),
    pytest.param(
        '"El juez me dijo que vendría, pero no vino", contó.',
        [("Ruiz", "El juez me dijo que vendría, pero no vino"), ("El juez", "que vendría, pero no vino")],
        id="a first cue inside the quotation",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "statements"), CASES)
def test_what_a_second_cue_reports(text: str, statements: list[tuple[str, str]]) -> None:
    """The quotation or clause next to it, by the speaker of the first; else the whole sentence by somebody else."""
    assert [(s.speaker, s.words) for s in said("El alcalde Ruiz habló.\n" + text)] == statements
