"""Events get the time that syntax gives them, and none where the text gives none."""

from __future__ import annotations

import pytest

from parsed import trees
from teletipo.languages import es
from teletipo.records import Event, Statement
from teletipo.spans import Span
from teletipo.stages.article import article as make_article
from teletipo.stages.dating import date_events
from teletipo.stages.times import expressions


def act(text: str, *anchors: str, kind: str = "CONSULT", certainty: str = "fact") -> Event:
    """An event told by the words of `anchors`, each sought after the one before."""
    spans: list[Span] = []
    for words in anchors:
        start = text.index(words, spans[-1].end if spans else 0)
        spans.append(Span(start, start + len(words)))
    return Event(id="e", type=kind, anchors=tuple(spans), certainty=certainty, rule="test", evidence=())  # type: ignore[arg-type]


def read(text: str, published: str | None, *events: Event) -> tuple[Event, ...]:
    """The events of `text`, dated."""
    article = make_article(text, published=published)
    timexes = expressions(text, published, es.phrases())
    return date_events(article, trees(text), (), timexes, events, es.phrases())


def dated(text: str, anchor: str, published: str | None, kind: str = "CONSULT", certainty: str = "fact") -> Event:
    """The event of `anchor`, dated."""
    return read(text, published, act(text, anchor, kind=kind, certainty=certainty))[0]


@pytest.mark.parametrize(
    ("text", "anchor", "start", "precision"),
    [
        ("Los presidentes se reunieron ayer en Lima.", "se reunieron", "2023-09-12", "day"),
        ("El ministro criticó el ataque del 21 de agosto contra la ciudad.", "ataque", "2023-08-21", "day"),
        ("Su encuentro anterior en 2019 fue breve.", "encuentro", "2019-01-01", "year"),
        ("El lunes el presidente viajó a Quito y se reunió con su par.", "se reunió", "2023-09-11", "day"),
        ("El ministro se reunió este jueves con su par.", "se reunió", "2023-09-14", "day"),
    ],
)
def test_the_time_of_the_clause_dates_the_act(text: str, anchor: str, start: str, precision: str) -> None:
    """A time on the verb, the noun or the clause that continues it dates the event, with its words as a role."""
    event = dated(text, anchor, "2023-09-13")
    assert event.when is not None
    assert (event.when.start, event.when.precision) == (start, precision)
    assert [r.role for r in event.roles] == ["time"]


def test_a_past_day_of_what_goes_on_is_not_turned_ahead() -> None:
    """A planned act has the coming third of October, unless its clause says that the day is past."""
    past = dated("La huelga, que empezó el 3 de octubre, seguirá.", "huelga", "2023-10-13", certainty="planned")
    ahead = dated("La huelga empezará el 3 de octubre.", "huelga", "2023-10-13", certainty="planned")
    assert [e.when and e.when.start for e in (past, ahead)] == ["2023-10-03", "2024-10-03"]


def test_no_published_date_no_day() -> None:
    """Without a published date "ayer" dates nothing."""
    assert dated("Los presidentes se reunieron ayer en Lima.", "se reunieron", None).when is None


def test_an_undated_act_of_the_main_line_has_the_day_of_the_story() -> None:
    """A main clause in the past right after a dated one is told of the same day, and says that it is inferred."""
    text = "El canciller llegó hoy a Lima. También criticó al Gobierno vecino."
    event = dated(text, "criticó", "2023-09-13", kind="ACCUSE")
    assert event.when is not None
    assert (event.when.start, event.when.basis) == ("2023-09-13", "story")


def test_a_planned_act_does_not_take_the_day_of_its_announcement() -> None:
    """The time of the announcing verb is not that of what is announced."""
    text = "El ministro anunció hoy que visitará Bogotá."
    assert dated(text, "visitará", "2023-09-13", certainty="planned").when is None


@pytest.mark.parametrize(
    ("text", "anchor", "kind", "start"),
    [
        pytest.param(
            "El canciller llegó hoy a Lima. Al término de la reunión bilateral, el ministro leyó un texto.",
            "reunión", "CONSULT", "2023-09-13", id="meeting-at-whose-end-somebody-speaks",
        ),
        pytest.param(
            "El canciller llegó hoy a Lima. La declaración condena el embargo.",
            "condena", "ACCUSE", "2023-09-13", id="document-that-condemns-in-the-present",
        ),
        pytest.param(
            "El canciller llegó hoy a Lima. Después reiteró su rechazo al embargo.",
            "rechazo", "REJECT", "2023-09-13", id="noun-that-is-uttered",
        ),
        pytest.param(
            "El canciller llegó hoy a Lima. Según dijo, en este encuentro no se hablará de pesca.",
            "encuentro", "CONSULT", "2023-09-13", id="this-meeting",
        ),
        pytest.param(
            "El canciller llegó hoy a Lima. Durante la reunión, defendió el tratado firmado en 2020.",
            "reunión", "CONSULT", "2023-09-13", id="the-time-of-a-participle-is-not-the-clause-s",
        ),
        pytest.param(
            "La ministra llegó hoy a Lima. Mientras, el mediador se reunía con las autoridades.",
            "se reunía", "CONSULT", "2023-09-13", id="meeting-in-the-imperfect",
        ),
        pytest.param(
            "La misión visitó la región en los últimos días.",
            "visitó", "CONSULT", "2023-09-01", id="these-days-are-the-month",
        ),
    ],
)  # fmt: skip
def test_the_story_dates_what_has_no_time_of_its_own(text: str, anchor: str, kind: str, start: str) -> None:
    """Meetings beside a told verb, speech acts of documents, and uttered nouns share its day."""
    event = dated(text, anchor, "2023-09-13", kind=kind)
    assert event.when is not None
    assert event.when.start == start


def test_an_act_presupposed_in_speech_is_not_dated_by_the_speech() -> None:
    """A noun inside what is said names an act of before."""
    text = "El ministro llegó hoy a Lima. El ministro dijo que las sanciones son injustas."
    assert dated(text, "sanciones", "2023-09-13", kind="SANCTION").when is None


@pytest.mark.parametrize(
    ("text", "anchor", "certainty", "start"),
    [
        ("El presidente viajará a Roma el 9 de marzo.", "viajará", "planned", "2024-03-09"),
        ("El ministro anunció hoy que el próximo domingo visitará Bogotá.", "visitará", "planned", "2023-09-17"),
        ("El ministro prevé para este mes el envío de una misión.", "envío", "planned", "2023-09-01"),
        ("Los ministros acordaron reunirse en abril.", "reunirse", "planned", "2024-04-01"),
        ("Malí, que rompió con París en 2022, recibirá armas en octubre.", "recibirá", "planned", "2023-10-01"),
        ("En agosto los sindicatos convocaron para el 1 de octubre una huelga.", "huelga", "planned", "2023-10-01"),
    ],
)
def test_what_is_planned_lies_ahead(text: str, anchor: str, certainty: str, start: str) -> None:
    """A day without a year is the next one for what is planned, and a time ahead is that of the plan."""
    event = dated(text, anchor, "2023-09-13", certainty=certainty)
    assert event.when is not None
    assert event.when.start == start


def test_a_day_of_another_mention_is_finer_than_a_year() -> None:
    """A year at the first mention gives way to the day that a later mention of the same act has."""
    text = "El asalto de 1980 conmovió al país. El asalto ocurrió el 31 de enero de 1980."
    found = read(text, "2000-05-23", act(text, "asalto", "asalto", kind="ASSAULT"))[0]
    assert found.when is not None
    assert found.when.start == "1980-01-31"


def test_a_noun_has_the_time_of_the_act_that_completes_it() -> None:
    """In "apoyo a un golpe en 1992" the support is of 1992 as well."""
    text = "El juez recordó ayer el apoyo a un golpe de Estado en 1992."
    found = read(text, "2000-05-23", act(text, "apoyo", kind="AID"), act(text, "golpe", kind="ASSAULT"))
    assert [e.when.start for e in found if e.when] == ["1992-01-01", "1992-01-01"]


@pytest.mark.parametrize(
    ("text", "anchor", "kind", "certainty", "start"),
    [
        pytest.param(
            "El ministro se disculpó por el incidente del 2 de julio.",
            "se disculpó", "CONCEDE", "stated", None, id="what-an-act-is-about-does-not-date-it",
        ),
        pytest.param(
            "El Senado respalda al juez que dimitió ayer.",
            "respalda", "SUPPORT", "stated", None, id="a-relative-clause-dates-its-noun-alone",
        ),
        pytest.param(
            "Los soldados defendieron el palacio durante la huelga del lunes.",
            "defendieron", "COERCE", "fact", "2023-09-11", id="during-a-dated-act",
        ),
        pytest.param(
            "El embajador entregó ayer una nota en la que ofrece disculpas.",
            "ofrece", "CONCEDE", "fact", "2023-09-12", id="what-a-note-says-is-said-when-it-is-handed-over",
        ),
        pytest.param(
            "La reunión de los presidentes Ana Díaz y Luis Sosa, fijada para el 30 de septiembre, peligra.",
            "reunión", "CONSULT", "planned", "2023-09-30", id="names-joined-do-not-end-the-phrase",
        ),
        pytest.param(
            "Tras semanas de diálogo entre las partes, hoy venció el plazo.",
            "diálogo", "CONSULT", "stated", None, id="a-time-before-its-own-verb-is-not-the-noun-s",
        ),
        pytest.param(
            "El martes se cumplió un año de la invasión.", "invasión", "ASSAULT", "fact", None, id="anniversary",
        ),
        pytest.param(
            "El condenado el mes pasado por espionaje calló.",
            "espionaje", "COERCE", "fact", None, id="what-a-punishment-is-for-was-before-it",
        ),
        pytest.param(
            "La Convención de 1963, ratificada por Perú, sigue en vigor.",
            "ratificada", "SUPPORT", "fact", None, id="the-year-of-a-noun-is-its-own",
        ),
        pytest.param(
            "El Nobel de la Paz 2005 fue detenido la semana pasada.",
            "detenido", "COERCE", "fact", "2023-09-04", id="a-year-in-a-name-gives-way",
        ),
        pytest.param(
            "La brecha pesó sobre la cumbre del Grupo de los 20 en Lima.",
            "cumbre", "CONSULT", "stated", None, id="a-group-of-states-is-no-decade",
        ),
        pytest.param(
            "Siria accedió a entregar su arsenal antes de enero de 2023.",
            "accedió", "AGREE", "fact", None, id="before-a-date-is-no-date",
        ),
        pytest.param(
            "La Asamblea eligió a Perú para el bienio que empieza en 2025.",
            "eligió", "SUPPORT", "fact", None, id="what-is-done-does-not-lie-ahead",
        ),
        pytest.param(
            "El Ejército hizo sin fallo por la mañana un disparo de misil.",
            "disparo", "MOBILIZE", "fact", None, id="in-the-morning-is-not-tomorrow",
        ),
        pytest.param(
            "Han sido detenidos diez jueces en lo que va de año.",
            "detenidos", "COERCE", "fact", "2023-01-01", id="the-year-so-far",
        ),
        pytest.param(
            "El mandatario, que fue investido el pasado sábado, criticó a su rival.",
            "criticó", "ACCUSE", "fact", None, id="relative-clause-in-the-passive",
        ),
        pytest.param(
            "Los vecinos marcharon en apoyo al alcalde, que el sábado perdió la votación.",
            "apoyo", "SUPPORT", "fact", None, id="relative-clause-of-a-person",
        ),
        pytest.param(
            "Participaron en una cumbre de jefes de Estado que terminó el lunes.",
            "cumbre", "CONSULT", "fact", "2023-09-11", id="relative-clause-behind-de",
        ),
        pytest.param(
            "El preso fue trasladado a la isla en 2004 tras su captura.",
            "captura", "COERCE", "fact", None, id="act-that-came-before",
        ),
        pytest.param(
            "El Congreso votará el viernes una ley que condena el ataque.",
            "ataque", "ASSAULT", "fact", None, id="relative-clause-of-another-day",
        ),
        pytest.param(
            "Los rebeldes reivindicaron el lunes el atentado.",
            "atentado", "ASSAULT", "fact", None, id="claimed-on-another-day",
        ),
        pytest.param(
            "Fue la primera visita de un rey a Lima desde 1959.",
            "visita", "CONSULT", "fact", None, id="the-time-before",
        ),
        pytest.param(
            "La agencia envió víveres hasta 1998.", "envió", "AID", "fact", None, id="end-of-an-act",
        ),
        pytest.param(
            "El partido criticó las peticiones de aplazar la votación del próximo domingo.",
            "peticiones", "REQUEST", "fact", None, id="day-ahead-of-an-act-done",
        ),
        pytest.param(
            "Viajó a Lima para reunirse con el expresidente (2003-2010).",
            "reunirse", "CONSULT", "fact", None, id="years-of-a-reign",
        ),
        pytest.param(
            "— Ana Ruiz (@anaruiz) 26 de enero de 2017 se han sumado tres ciudades.",
            "se han sumado", "PROTEST", "fact", None, id="signature-of-a-post",
        ),
        pytest.param(
            "El ministro rechazó la resolución de 1994 del Consejo.",
            "rechazó", "REJECT", "fact", None, id="year-in-the-name-of-a-thing",
        ),
        pytest.param(
            "El ministro rechazó en 2004 la resolución de 1994.",
            "rechazó", "REJECT", "fact", "2004-01-01", id="year-beside-one-in-a-name",
        ),
    ],
)  # fmt: skip
def test_how_far_a_time_reaches(text: str, anchor: str, kind: str, certainty: str, start: str | None) -> None:
    """A time dates what it stands in, not what is only about it or stands beside its clause."""
    event = dated(text, anchor, "2023-09-13", kind=kind, certainty=certainty)
    assert (event.when.start if event.when else None) == start


@pytest.mark.parametrize(
    ("text", "anchor", "start", "precision"),
    [
        ("El canciller viajó el lunes, un día después de la cumbre.", "cumbre", "2023-09-10", "day"),
        ("El canciller viajó el lunes, dos días antes de la cumbre.", "cumbre", "2023-09-13", "day"),
        ("Ambos hablaron ayer, tres meses después de la cumbre.", "cumbre", "2023-06-01", "month"),
        ("Ambos hablaron ayer, 50 días luego de la cumbre.", "cumbre", "2023-07-01", "month"),
        ("Ambos hablaron ayer, un día después de que Lima lanzara unas maniobras.", "maniobras", "2023-09-11", "day"),
        ("Un día después de levantar el embargo, el rey viajó este lunes a Quito.", "levantar", "2023-09-10", "day"),
    ],
)
def test_an_act_that_others_are_reckoned_from(text: str, anchor: str, start: str, precision: str) -> None:
    """The act is as far from the day of its sentence as the text says; round figures give a month."""
    event = dated(text, anchor, "2023-09-13", kind="MOBILIZE")
    assert event.when is not None
    assert (event.when.start, event.when.precision, event.when.basis) == (start, precision, "anchor")


@pytest.mark.parametrize(
    ("text", "anchor", "start"),
    [
        pytest.param(
            "Un ataque dejó hoy sin luz la sede, informó la policía. El alcalde condenó el sabotaje.",
            "condenó", "2023-09-13", id="told-by-a-verb-that-closes-the-opening",
        ),
        pytest.param(
            "La declaración, aprobada este miércoles en Quito, respalda al juez. El texto condena el embargo.",
            "condena", "2023-09-13", id="document-read-on-the-day",
        ),
        pytest.param(
            "La guerra costará millones, según informa hoy el diario.\nEl ministro condenó el embargo.",
            "condenó", None, id="the-day-of-the-newspaper-is-not-the-story-s",
        ),
        pytest.param(
            "El canciller llegó hoy a Lima. El Senado ha condenado el embargo.",
            "condenado", None, id="perfect-tells-of-before",
        ),
        pytest.param(
            "El canciller llegó hoy a Lima. Siempre condenó el embargo.",
            "condenó", None, id="an-adverb-tells-of-another-time",
        ),
        pytest.param(
            "El canciller llegó hoy a Lima. El Senado se negó hasta ahora y condenó el embargo durante décadas.",
            "condenó", None, id="what-lasts-has-no-day",
        ),
        pytest.param(
            "El canciller llegó hoy a Lima. En agosto viajó a Quito. También condenó el embargo.",
            "condenó", None, id="the-paragraph-went-to-another-month",
        ),
        pytest.param(
            "Sobre la cumbre del 20 de septiembre en Quito, el ministro se negó a opinar.",
            "se negó", None, id="a-day-ahead-is-not-the-story-s",
        ),
        pytest.param(
            "El canciller llegó hoy a Lima.\nMarta Ruiz condenó el embargo.",
            "condenó", None, id="a-newcomer-may-have-spoken-another-day",
        ),
        pytest.param(
            "El canciller Juan Ruiz llegó hoy a Lima.\nRuiz condenó el embargo.",
            "condenó", "2023-09-13", id="who-the-opening-names-is-no-newcomer",
        ),
    ],
)  # fmt: skip
def test_the_day_that_the_opening_sets(text: str, anchor: str, start: str | None) -> None:
    """The opening sets the day of the story where it names the published day of what happened, not of the news."""
    event = dated(text, anchor, "2023-09-13", kind="ACCUSE")
    assert (event.when.start if event.when else None) == start


def test_a_talk_dates_what_was_proposed_in_it() -> None:
    """An act does not shut out another that happened during it."""
    text = "En una conversación que mantuvieron el lunes, el presidente propuso una tregua."
    event = read(text, "2023-09-13", act(text, "conversación"), act(text, "propuso", kind="REQUEST"))[1]
    assert event.when is not None
    assert event.when.start == "2023-09-11"


@pytest.mark.parametrize(
    ("kind", "start"),
    [pytest.param("ASSAULT", "2023-09-13", id="deed"), pytest.param("ACCUSE", None, id="speech")],
)
def test_what_rests_on_a_word_has_the_day_of_the_story_unless_it_is_speech(kind: str, start: str | None) -> None:
    """A deed that somebody vouches for is of the story's day; what somebody is said to have said may be older."""
    text = "El canciller llegó hoy a Lima. El guardia atacó el puesto."
    event = dated(text, "atacó", "2023-09-13", kind=kind, certainty="stated")
    assert (event.when.start if event.when else None) == start


@pytest.mark.parametrize(
    ("text", "content", "start"),
    [
        pytest.param("El rey aceptó el plan, dijo el lunes su portavoz.", "El rey aceptó el plan", "2023-09-11",
                     id="closed-by-the-verb"),
        pytest.param("El portavoz dijo el lunes que el rey aceptó el plan.", "que el rey aceptó el plan", None,
                     id="behind-the-verb"),
    ],
)  # fmt: skip
def test_what_is_only_stated_has_the_day_of_the_telling_where_it_leads(
    text: str, content: str, start: str | None
) -> None:
    """News that a verb of saying closes is of that day; what a speaker says of others is open."""
    said = Statement(
        id="s", kind="indirect", cue=Span(text.index("dijo"), text.index("dijo") + 4),
        content=(Span(text.index(content), text.index(content) + len(content)),),
    )  # fmt: skip
    article, timexes = make_article(text, published="2023-09-13"), expressions(text, "2023-09-13", es.phrases())
    acts = (act(text, "aceptó", kind="AGREE", certainty="stated"),)
    event = date_events(article, trees(text), (said,), timexes, acts, es.phrases())[0]
    assert (event.when.start if event.when else None) == start


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        pytest.param("El Congreso pidió ayer una tregua, pero el general la rechazó.", "pidió", "rechazó", id="but"),
        pytest.param("El buque cruzó ayer el canal y se dirige a Creta.", "cruzó", "se dirige", id="into-the-present"),
    ],
)
def test_a_clause_that_turns_away_does_not_share_the_time(text: str, first: str, second: str) -> None:
    """What follows a "but", or goes on in the present, need not have happened on the day of the clause before."""
    one, other = read(text, "2023-09-13", act(text, first, kind="COERCE"), act(text, second, kind="COERCE"))
    assert one.when is not None and one.when.start == "2023-09-12"
    assert other.when is None


@pytest.mark.parametrize(
    ("text", "anchor", "kind", "certainty", "start"),
    [
        pytest.param(
            "Tres duros días de combates terminaron sin acuerdo el lunes.",
            "combates", "ASSAULT", "fact", "2023-09-11", id="noun-behind-its-measure",
        ),
        pytest.param(
            "La revuelta contra Hugo Díaz de abril de 2002, que duró tres días, pesa todavía.",
            "revuelta", "ASSAULT", "fact", "2002-04-01", id="past-contra",
        ),
        pytest.param(
            "La ministra iniciará en octubre su gira en Panamá, donde visitará el canal.",
            "visitará", "CONSULT", "planned", "2023-10-01", id="where-she-goes",
        ),
        pytest.param(
            "El preso fue detenido y expulsado en julio.",
            "detenido", "COERCE", "fact", "2023-07-01", id="time-behind-the-verb-joined-to-it",
        ),
        pytest.param(
            "La madrugada de este miércoles se realizará un encuentro.",
            "encuentro", "CONSULT", "planned", "2023-09-13", id="plan-for-the-published-day",
        ),
        pytest.param(
            "En una reunión celebrada el martes en el Parlamento, la ministra reiteró su rechazo al plan.",
            "rechazo", "REJECT", "fact", "2023-09-12", id="the-day-of-the-meeting-in-which-it-is-said",
        ),
        pytest.param(
            "El ministro anunció hoy un encuentro.",
            "encuentro", "CONSULT", "planned", None, id="plan-announced-on-the-published-day",
        ),
    ],
)  # fmt: skip
def test_what_shares_a_time_at_some_distance(
    text: str, anchor: str, kind: str, certainty: str, start: str | None
) -> None:
    """A time reaches over measures, what an act is directed at, places gone to, and between joined verbs."""
    event = dated(text, anchor, "2023-09-13", kind=kind, certainty=certainty)
    assert (event.when.start if event.when else None) == start


@pytest.mark.parametrize(
    ("text", "verb", "noun", "kind", "start"),
    [
        pytest.param("La comisión condenó ayer los duros ataques.", "condenó", "ataques", "ASSAULT", None, id="object"),
        pytest.param(
            "La cumbre exigió ayer el fin del embargo.",
            "exigió", "cumbre", "CONSULT", "2023-09-12", id="gathering-that-speaks",
        ),
        pytest.param(
            "La alcaldesa negó ayer, tras la reunión con los vecinos, todo peligro.",
            "negó", "reunión", "CONSULT", "2023-09-12", id="after-a-meeting",
        ),
        pytest.param(
            "La alcaldesa negó ayer, tras la huelga de los vecinos, todo peligro.",
            "negó", "huelga", "PROTEST", None, id="after-something-else",
        ),
    ],
)  # fmt: skip
def test_what_shares_the_time_of_another_act(text: str, verb: str, noun: str, kind: str, start: str | None) -> None:
    """What somebody condemns is older than the condemnation; a gathering goes on while it speaks or people leave it."""
    acts = act(text, verb, kind="REJECT"), act(text, noun, kind=kind)
    one, other = read(text, "2023-09-13", *acts)
    assert one.when is not None and one.when.start == "2023-09-12"
    assert (other.when.start if other.when else None) == start


def test_a_time_under_an_infinitive_of_a_temporal_clause_is_a_finer_one() -> None:
    """In "tras ser detenido al intentar entrar el 9 de enero" the arrest is of that day."""
    text = "Vive en la isla desde enero de 2023 tras ser detenido al intentar entrar el 9 de enero de 2023."
    event = dated(text, "ser detenido", "2023-09-13", kind="COERCE")
    assert event.when is not None
    assert event.when.start == "2023-01-09"


def test_what_is_said_before_more_is_said_has_the_day_of_the_story() -> None:
    """The speech act of "dijo antes de insistir" is told with the speech."""
    text = "El canciller llegó hoy a Lima. El plan es justo, dijo el ministro antes de insistir en la reforma."
    event = dated(text, "insistir", "2023-09-13", kind="REQUEST")
    assert event.when is not None
    assert event.when.start == "2023-09-13"


def test_a_later_mention_does_not_bring_an_act_of_before_into_the_story() -> None:
    """What a relative clause told apart from the story stays undated when the main line comes back to it."""
    text = "El canciller llegó hoy a Lima. Lo recibió el juez al que pidió asilo. Después reiteró su petición."
    event = read(text, "2023-09-13", act(text, "pidió", "petición", kind="REQUEST"))[0]
    assert event.when is None


@pytest.mark.parametrize(
    ("anchors", "start"),
    [
        pytest.param(("condenó",), None, id="told-once"),
        pytest.param(("condenó", "condena", "texto"), "2023-09-13", id="what-the-article-is-about"),
    ],
)
def test_an_opening_without_a_time_is_of_the_published_day_for_its_subject(
    anchors: tuple[str, ...], start: str | None
) -> None:
    """Where the opening names no day, the act that the article comes back to is news; others may be of before."""
    text = "El sindicato condenó el cierre de la fábrica. La condena consta en un texto. La empresa cerró en 2020."
    event = read(text, "2023-09-13", act(text, *anchors, kind="ACCUSE"))[0]
    assert (event.when.start if event.when else None) == start


def test_deeds_without_a_time_are_not_of_the_day_of_the_story() -> None:
    """Arrests, aid and withdrawals beside the news are told as its background."""
    text = "El canciller llegó hoy a Lima. La policía detuvo a dos hombres."
    assert dated(text, "detuvo", "2023-09-13", kind="COERCE").when is None


@pytest.mark.parametrize(
    ("text", "anchor", "certainty", "start"),
    [
        ("El sindicato convocó una huelga para el viernes.", "convocó", "fact", None),
        ("El sindicato convocó una huelga para el viernes.", "huelga", "planned", "2023-09-15"),
        ("El presidente convocó a los embajadores para mañana.", "convocó", "fact", None),
        ("El sindicato convocó el lunes una huelga para el viernes.", "convocó", "fact", "2023-09-11"),
    ],
)
def test_what_something_is_meant_for_does_not_date_the_deed(
    text: str, anchor: str, certainty: str, start: str | None
) -> None:
    """A day behind "para" that is still to come is that of what is meant, not of who meant it."""
    event = dated(text, anchor, "2023-09-13", kind="REQUEST", certainty=certainty)
    assert (event.when.start if event.when else None) == start
