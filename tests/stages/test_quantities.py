"""Quantities: what is counted, planned or done, and the event they belong to."""

from __future__ import annotations

import pytest

from parsed import trees
from teletipo.languages import es
from teletipo.records import Event, Quantity
from teletipo.spans import Span
from teletipo.stages import quantities
from teletipo.stages.article import article as make_article
from teletipo.stages.times import expressions


def read(text: str, *anchors: tuple[str, str]) -> tuple[Quantity, ...]:
    """The quantities of `text`; `anchors` are words and types of its events."""
    events = []
    for words, kind in anchors:
        span = Span(text.index(words), text.index(words) + len(words))
        events.append(Event(id=f"e:{words}", type=kind, anchors=(span,), certainty="fact", rule="t", evidence=()))  # type: ignore[arg-type]
    article = make_article(text, published="2023-09-13")
    timexes = expressions(text, article.published, es.phrases())
    return quantities.find(article, trees(text), timexes, tuple(events), es.phrases())


@pytest.mark.parametrize(
    ("text", "value", "comparator", "unit", "of"),
    [
        ("El parque ocupa un área de 109 hectáreas.", 109, "=", "har", "área"),
        ("El país exportó más de 5.000 toneladas de trigo.", 5000, ">", "t", "trigo"),
        ("Huyeron dos millones de refugiados.", 2e6, "=", "persona", "refugiados"),
        ("El partido obtuvo el 52,3 % de los votos.", 52.3, "=", "%", "votos"),
        ("El Gobierno pagó unos 300 millones de dólares.", 3e8, "≈", "USD", None),
        ("Huyeron cientos de miles de hombres y mujeres.", 1e5, ">", "persona", "hombres y mujeres"),
        ("Murieron varios millones de personas.", 1e6, ">", "muerto", "personas"),
        ("El régimen debe decenas de miles de millones de dólares.", 1e10, ">", "USD", None),
        ("El choque causó la muerte de 14 civiles.", 14, "=", "muerto", "civiles"),
        ("La bomba provocó lesiones a ocho vecinos.", 8, "=", "herido", "vecinos"),
        ("El sismo cobró la vida de 20 personas.", 20, "=", "muerto", "personas"),
        ("El número de muertos ascendió a 120.", 120, "=", "muerto", None),
        ("Al menos una persona murió.", 1, ">", "muerto", "persona"),
    ],
)
def test_what_is_counted(text: str, value: float, comparator: str, unit: str, of: str | None) -> None:
    """Value, comparator, unit and the words of what is counted or measured."""
    (found,) = read(text)
    assert (found.value, found.comparator, found.unit) == (value, comparator, unit)
    assert (found.of.of(text) if found.of else None) == of


def test_planned_buildings() -> None:
    """What is to be built is planned; what was built is done."""
    assert read("Está prevista la construcción de más de 200 edificios.")[0].status == "planned"
    assert read("El Gobierno planea construir 20 edificios.")[0].status == "planned"
    assert read("La empresa construyó 20 edificios.")[0].status == "done"
    assert read("El Ejército destruyó 20 objetivos.")[0].status == "done"


@pytest.mark.parametrize(
    ("text", "anchor", "kind", "unit"),
    [
        ("El ataque dejó 20 muertos en la capital.", "ataque", "ASSAULT", "muerto"),
        ("La policía detuvo a 30 manifestantes durante la protesta.", "detuvo", "COERCE", "detenido"),
        ("En el bombardeo murieron 39 personas.", "bombardeo", "ASSAULT", "muerto"),
    ],
)
def test_casualties_belong_to_their_event(text: str, anchor: str, kind: str, unit: str) -> None:
    """Dead, wounded and detained are told by noun or verb and hang on the event of the sentence."""
    (found,) = read(text, (anchor, kind))
    assert (found.unit, found.event) == (unit, f"e:{anchor}")


@pytest.mark.parametrize(
    ("text", "value", "unit", "of"),
    [
        ("Más de 60 resultaron heridas en el ataque.", 60, "herido", None),
        ("La policía arrestó a quince de ellos.", 15, "detenido", "ellos"),
        ("Tres de los heridos murieron.", 3, "muerto", "heridos"),
        ("El ataque hirió a una veintena de civiles.", 20, "herido", "civiles"),
        ("Cinco personas perdieron la vida.", 5, "muerto", "personas"),
        ("Lamentó la muerte de tres policías.", 3, "muerto", "policías"),
        ("Tres personas siguen desaparecidas.", 3, "desaparecido", "personas"),
        ("El ejército mató a 30 ucranianos.", 30, "muerto", "ucranianos"),
        ("La Policía detuvo a entre 3 y 5 sospechosos.", 3, "detenido", "sospechosos"),
        ("El ejército derribó 38 de sus aparatos.", 38, "aparato", "aparatos"),
        ("La firma entregó 30 tanques y una ayuda.", 30, "tanque", "tanques"),
    ],
)
def test_casualties_and_parts_are_told_by_what_stands_around(
    text: str, value: float, unit: str, of: str | None
) -> None:
    """A number without a noun, a part of a whole and a noun of people take their unit from verb, noun or participle."""
    (found,) = read(text)
    assert (found.value, found.unit, found.of.of(text) if found.of else None) == (value, unit, of)


@pytest.mark.parametrize(
    "text",
    [
        "El 3 de mayo de 2001 dimitió.",
        "Según el artículo 45, procede.",
        "Volvió en 1998.",
        "Siete de cada diez votantes dudan.",
    ],
)
def test_dates_and_labels_are_no_quantities(text: str) -> None:
    """A number that is part of a date or a label counts nothing."""
    assert read(text) == ()


def test_an_ordinal_in_figures_counts_nothing() -> None:
    """ "La 23 Cumbre" is the twenty-third, and "una eventual" is one of nothing."""
    assert read("La 23 Cumbre Iberoamericana exigió el fin del bloqueo.") == ()
    assert read("Hablaron en torno a una eventual intervención.") == ()


def test_what_is_counted_apart_is_not_counted_with_it() -> None:
    """Each of two things joined by "y" has its own number, also where the number has a comparator or is a word."""
    for text in ("Hubo al menos 23 muertos y más de 60 heridos.", "Hubo nueve muertos y medio centenar de heridos."):
        assert [q.of.of(text) for q in read(text) if q.of] == ["muertos", "heridos"]


def test_a_part_and_its_whole_are_two_quantities() -> None:
    """Both numbers of "38 de los 40 aparatos" count devices."""
    found = read("El ejército derribó 38 de los 40 aparatos.")
    assert [(q.value, q.unit) for q in found] == [(38, "aparato"), (40, "aparato")]
