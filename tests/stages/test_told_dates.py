"""What is said, and what comes before or after, does not share the time that it is told with."""

from __future__ import annotations

import pytest

from parsed import trees
from teletipo.languages import es
from teletipo.records import Event, Statement, When
from teletipo.spans import Span
from teletipo.stages.article import article as make_article
from teletipo.stages.dating import date_events
from teletipo.stages.times import expressions

DAY = "2023-09-13"


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def _when(text: str, kind: str, *anchors: str, cue: str = "", said: str = "") -> When | None:
    """The time of the first of some acts, in a text of `DAY`; what is `said` is reported by `cue`."""
    article, timexes = make_article(text, published=DAY), expressions(text, DAY, es.phrases())
    statements = (Statement(id="s", kind="direct", cue=_span(text, cue), content=(_span(text, said),)),) if said else ()
    acts = tuple(
        Event(id=a, type=kind, anchors=(_span(text, a),), certainty="fact", rule="test", evidence=())  # type: ignore[arg-type]
        for a in anchors
    )
    return date_events(article, trees(text), statements, timexes, acts, es.phrases())[0].when


@pytest.mark.parametrize(
    ("said", "anchor", "start"),
    [
        pytest.param("«Rechazamos el acuerdo con Lima»", "Rechazamos", DAY, id="done-by-the-speech"),
        pytest.param("«Habíamos rechazado el acuerdo con Lima»", "Habíamos rechazado", None, id="pluperfect"),
        pytest.param("«El partido rechazó el acuerdo con Lima»", "rechazó", None, id="preterite"),
        pytest.param("«Viajamos para rechazar el acuerdo con Lima»", "rechazar", DAY, id="we-present-or-past"),
        pytest.param("«Han viajado para rechazar el acuerdo»", "rechazar", None, id="infinitive-under-the-past"),
        pytest.param("«No hay dinero para las concesiones que piden»", "piden", None, id="relative-clause"),
        pytest.param("«No servirán los cargos denunciados por Lima»", "denunciados", None, id="participle"),
    ],
)
def test_what_is_spoken_of_is_not_of_the_day_of_the_speech(said: str, anchor: str, start: str | None) -> None:
    """Only what is done by speaking happens when it is said; what is past, relative or named was before."""
    text = f"El canciller llegó hoy a Quito. {said}, dijo el canciller."
    when = _when(text, "REJECT", anchor, cue="dijo", said=said)
    assert (when.start if when else None) == start


@pytest.mark.parametrize(
    ("text", "kind", "anchors", "start"),
    [
        pytest.param(
            "Lima impuso un embargo en noviembre de 2018, seis meses después de abandonar el pacto.",
            "SANCTION", ["abandonar", "impuso"], "2018-05-01", id="months-reckoned-from-a-month",
        ),
        pytest.param(
            "Lima impuso un embargo en noviembre de 2018 después de que Quito cerrara la frontera.",
            "COERCE", ["cerrara", "impuso"], None, id="after-an-act-of-any-time-before",
        ),
        pytest.param(
            "Desde que llegó al poder en 1999, el rey ha expulsado a tres embajadores.",
            "SANCTION", ["expulsado"], None, id="since-a-clause",
        ),
        pytest.param(
            "Tras dos años de negociaciones, Lima y Quito firmaron ayer el tratado.",
            "CONSULT", ["negociaciones", "firmaron"], None, id="after-years-of-talks",
        ),
        pytest.param(
            "El grupo secuestró a 20 niñas en abril de 2014 y sigue reteniendo a diez.",
            "COERCE", ["reteniendo", "secuestró"], None, id="what-still-goes-on",
        ),
        pytest.param(
            "El régimen sigue tras la ola de asesinatos de marzo y el Congreso aprobó las penas.",
            "AGREE", ["aprobó"], None, id="after-what-a-month-dates",
        ),
        pytest.param(
            "El rey viajó a Quito tras la cumbre del lunes.", "CONSULT", ["viajó"], "2023-09-11",
            id="after-what-a-day-dates",
        ),
        pytest.param(
            "Berlín condenó el ataque del martes contra la embajada.", "ACCUSE", ["condenó", "ataque"], None,
            id="condemned-later-than-the-attack",
        ),
        pytest.param(
            "El bloqueo a la isla, vigente desde 1962, fue condenado por la Asamblea.",
            "ACCUSE", ["condenado", "bloqueo"], None, id="in-force-since",
        ),
        pytest.param(
            "Los consejeros firmaron un acuerdo de quema de las papeletas del 2006.",
            "AGREE", ["acuerdo"], None, id="year-that-tells-a-thing-from-others",
        ),
        pytest.param(
            "Los diputados cobraron por aprobar el presupuesto 2013 de la provincia.",
            "AGREE", ["aprobar"], None, id="year-behind-the-name-of-a-thing",
        ),
        pytest.param(
            "El dinero sirvió para sofocar las protestas en la sequía de 2019.",
            "PROTEST", ["protestas"], "2019-01-01", id="during-what-a-year-dates",
        ),
    ],
)  # fmt: skip
def test_what_a_time_beside_an_act_says_of_it(text: str, kind: str, anchors: list[str], start: str | None) -> None:
    """What follows on something has its day at most; what comes before or after another clause has not its time."""
    when = _when(text, kind, *anchors)
    assert (when.start if when else None) == start


@pytest.mark.parametrize(
    ("told", "start"),
    [
        pytest.param("El canciller reiteró su petición de una tregua.", DAY, id="uttered"),
        pytest.param("El canciller rechazó la petición de una tregua.", None, id="of-another"),
        pytest.param("El viaje responde a una petición del rey.", None, id="of-before"),
    ],
)
def test_a_noun_of_speech_is_of_the_story_where_it_is_uttered(told: str, start: str | None) -> None:
    """A request that somebody rejects or answers was made before."""
    when = _when(f"El canciller llegó hoy a Quito. {told}", "REQUEST", "petición")
    assert (when.start if when else None) == start


def test_a_purpose_is_not_of_the_day_of_the_story() -> None:
    """What something is done for has no time of its own."""
    text = "El canciller llegó hoy a Quito. El rey aprovechó la visita para pedir una tregua."
    assert _when(text, "REQUEST", "pedir") is None
