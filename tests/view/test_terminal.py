"""What `read` prints for people."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

import teletipo
from teletipo.view import terminal


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("El ministro viajó a Lima.", "El ministro  person, GOV"),
        ("El ministro Juan Pérez viajó a Lima.", "Juan Pérez, ministro  person, GOV"),
    ],
)
def test_a_post_is_not_told_twice(text: str, line: str) -> None:
    """Who is called by a post alone has it as name."""
    out = io.StringIO()
    terminal.show(teletipo.read(text), Console(file=out, width=100, highlight=False, markup=False), "en")
    assert f"  {line}" in out.getvalue()
