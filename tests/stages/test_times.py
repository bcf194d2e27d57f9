"""Time expressions: anchoring, refusal to guess, and offsets."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from time import process_time

import pytest

from teletipo.amounts import amounts
from teletipo.languages import es
from teletipo.numerals import numerals
from teletipo.phrases.numbers import decimal_mark, figure, number
from teletipo.phrases.tokens import tokens
from teletipo.stages import times
from teletipo.timex.calendar import easter, shift, weekday_near
from teletipo.timex.expression import Timex

PHRASES = es.phrases()


def expressions(text: str, published: str | None) -> tuple[Timex, ...]:
    """The time expressions of a Spanish text."""
    return times.expressions(text, published, PHRASES)


def test_nothing_is_dated_without_a_date_to_hang_it_on() -> None:
    """Without a published date relative expressions carry a problem and no day."""
    found = expressions("El ministro dijo ayer que viajará el martes y volverá en octubre.", None)
    assert len(found) == 3
    assert all(t.begin is None and t.problem == "relative-date" for t in found)


def test_a_dateline_stands_in_for_the_published_date() -> None:
    """A full date on the first lines anchors what follows, and the basis says so."""
    found = expressions("Cumbre en Lima\n4 de mayo de 2021\nEl presidente llegó ayer.", None)
    assert [(t.value, t.basis) for t in found] == [("2021-05-04", "explicit"), ("2021-05-03", "dateline")]


def test_a_published_month_anchors_nothing() -> None:
    """A published value that is no day leaves relative dates open instead of inventing a day."""
    assert expressions("Ayer llovió.", "2020-11")[0].problem == "relative-date"


def test_what_stays_open_is_named_by_its_words() -> None:
    """As the reader finds it in the text."""
    text = "Ayer llovió."
    (problem,) = times.problems(text, expressions(text, None))
    assert problem.message == "no day for 'Ayer': no published date"


def test_spans_are_exact_and_in_order() -> None:
    """Offsets give back the words; expressions never overlap."""
    text = "Entre 1990 y 1995 gobernó; el 3 de mayo de 2001, a las 18.30 horas, murió. Hace dos años lo rehabilitaron."
    found = expressions(text, "2023-09-13")
    assert [text[t.start : t.end] for t in found] == [
        "Entre 1990 y 1995", "el 3 de mayo de 2001", "las 18.30 horas", "Hace dos años",
    ]  # fmt: skip
    assert found[2].value == "2001-05-03T18:30"
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "Julio Ramos habló.",
        "Tiene 56 años de edad.",
        "Marta, de 30 años, declaró.",
        "La noticia la dio Domingo Ruiz.",
        "Compró 2000 vacas.",
        "Las protestas de la primavera árabe derribaron a tres presidentes.",
        "El Grupo de los 20 se reunió por la mañana.",
    ],
)
def test_names_ages_and_counts_are_no_times(text: str) -> None:
    """First names, ages and counted things are left alone."""
    assert expressions(text, "2023-09-13") == ()


@pytest.mark.parametrize(
    ("words", "value"),
    [("dos mil trescientos cuarenta y siete", 2347), ("2 mil 500 millones", 2.5e9), ("mil millones", 1e9),
     ("1.500", 1500), ("1,500", 1500), ("3,5", 3.5), ("12.7", 12.7),
     ("1.234.567,8", 1234567.8), ("dos millones y medio", 2.5e6)],
)  # fmt: skip
def test_number_values(words: str, value: float) -> None:
    """Words, figures in both conventions and mixtures have one value."""
    assert number(words.split(), PHRASES.lexicon("numerals").numbers) == value


def test_the_convention_of_the_text_decides_ambiguous_figures() -> None:
    """A text with decimal points reads 1,500 as thousands; one with decimal commas reads 4,800 as a fraction."""
    assert decimal_mark("creció 2.5 % a 10.75 pesos".split()) == "."
    assert decimal_mark("creció un 2,5 %".split()) == ","
    assert figure("4,800", ",") == 4.8
    assert figure("4,800", ".") == 4800


def test_calendar_steps() -> None:
    """Months are cut to their length; weekdays look the way they are told; Easter is computed."""
    assert shift(date(2024, 1, 31), "month", 1) == date(2024, 2, 29)
    assert weekday_near(date(2023, 9, 13), 4, 0) == date(2023, 9, 14)
    assert weekday_near(date(2023, 9, 13), 4, -1) == date(2023, 9, 7)
    assert easter(2024) == date(2024, 3, 31)


@pytest.mark.parametrize(
    "text",
    ["el 31 de febrero de 2020", "hace 99999999999 años", "a las 25:61", "99:99", "9" * 400, "١٢ mayo ²",
     "0^-1 partes y 5^99999",
     "a principios del martes", "el siglo XXII", ""],
)  # fmt: skip
def test_odd_texts_break_nothing(text: str) -> None:
    """Impossible dates and numbers are left or cut, never an exception; ends never precede beginnings."""
    numerals(text, PHRASES.lexicon("numerals"))
    amounts(text, PHRASES)
    for published in ("2020-01-31", "0001-01-01", "9999-12-31"):
        assert all(t.begin is None or t.begin <= (t.finish or "") for t in expressions(text, published))


def test_time_grows_with_the_length_of_the_text() -> None:
    """A long run of function words is read in one pass."""
    words = tokens("el " * 20_000 + "martes")
    before = process_time()
    assert len(list(PHRASES.lexicon("times").grammar.matches(words))) == 1
    assert process_time() - before < 1
