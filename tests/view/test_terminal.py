"""What `read` prints for people."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

import teletipo
from teletipo.spans import Span
from teletipo.view import terminal
from teletipo.view.words import WORDS


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("El ministro viajó a Lima.", "El ministro  person, GOV"),
        ("El ministro Juan Pérez viajó a Lima.", "Juan Pérez, ministro  person, GOV"),
    ],
)
def test_a_post_is_not_told_twice(text: str, line: str) -> None:
    """Who is called by a post alone has it as name."""
    assert f"  {line}" in shown(text)


def test_what_is_bought_goes_to_the_buyer() -> None:
    """The arrows lead from the giver to the one who gets the good, whichever of both acts."""
    assert "China ⇒ dos submarinos ⇒ Serbia" in shown("Serbia compró dos submarinos a China.")


def test_each_basis_of_a_date_has_its_words() -> None:
    """No value of the contract is shown as its code."""
    bases = ("explicit", "published", "dateline", "anchor", "story")
    assert [basis for basis in bases if f"basis.{basis}" not in WORDS] == []


def shown(text: str) -> str:
    """What the terminal shows of a text."""
    out = io.StringIO()
    terminal.show(teletipo.read(text), Console(file=out, width=100, highlight=False, markup=False), "en")
    return out.getvalue()


def test_quotation_marks_are_not_doubled() -> None:
    """Words that begin or end with guillemets are put in others."""
    text = "«Paz» y «pan» pidió Ana Soto."
    assert terminal.quoted(text, Span(0, 13)).plain == "“«Paz» y «pan»” [0:13]"
    assert terminal.quoted(text, Span(1, 4)).plain == "«Paz» [1:4]"
