"""Lines that end where the width of a page did are no paragraphs."""

from __future__ import annotations

import textwrap

import pytest

from teletipo.sources.wrapped import unwrapped

FIRST = (
    "La ministra de Pesca, Rosa Chumpitaz, anunció el martes en el puerto de Ilo que su Gobierno firmará un convenio "
    "con los armadores. «Será antes de mayo», dijo."
)
SECOND = (
    "Los pescadores, que protestan desde enero, rechazaron la oferta y bloquearon la carretera hasta la madrugada, "
    "según contaron los vecinos que viven cerca del muelle."
)


@pytest.mark.parametrize("width", [32, 60, 78])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_lines_of_a_paragraph_are_joined(width: int, end: str) -> None:
    """As in a mail; a blank line and a line that is not full end a paragraph, and offsets stay."""
    wrapped = f"Paro en Ilo\n{textwrap.fill(FIRST, width)}\n\n{textwrap.fill(SECOND, width)}\n"
    assert unwrapped(wrapped.replace("\n", end)) == f"Paro en Ilo\n{FIRST}\n\n{SECOND}\n"


@pytest.mark.parametrize("hyphen", ["-", "\u00ad"])
def test_a_word_divided_at_a_line_end_is_one(hyphen: str) -> None:
    """What is copied from the columns of a PDF."""
    columns = (
        f"La ministra de Pes{hyphen}\nca anunció en el puer{hyphen}\nto que su Gobierno fir{hyphen}\nmará un convenio."
    )
    assert unwrapped(columns) == "La ministra de Pesca anunció en el puerto que su Gobierno firmará un convenio."


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n{SECOND}\n",
        "- pan\n- agua\n- sal\n- aceite\n",
        "hoy no vino nadie\nayer tampoco\ny mañana quién sabe, porque el puente sigue cerrado\nqué pena\nya veremos\n",
        "10:15 La policía desaloja el puerto.\n10:42 El alcalde llama a la calma.\n11:05 Los vecinos vuelven.\n",
        "",
    ],
    ids=["long lines", "list", "posts", "live blog", "empty"],
)
def test_other_lines_are_left_alone(text: str) -> None:
    """A paragraph a line, lists and short messages are what they are."""
    assert unwrapped(text) == text
