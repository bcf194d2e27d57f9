"""What `explain` says of a record agrees with the record."""

from __future__ import annotations

import io

import pytest
from msgspec.structs import replace
from rich.console import Console

from sample_dossiers import dossier
from teletipo.view.explain import explain


def test_a_figure_has_its_value_its_unit_and_what_it_counts() -> None:
    """What the page and `read` leave to the words is told here."""
    out, one = io.StringIO(), dossier("Rusia y China se reunieron ante 30 periodistas.")
    (figure,) = one.quantities
    explain(one, [replace(figure, comparator=">", event=one.events[0].id)], Console(file=out, width=200), "en")
    for line in ("value: > 30 periodista", "of what: «periodistas» [35:46]", "act: CONSULT «se reunieron»"):
        assert f"  {line}" in out.getvalue()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Rusia y China se reunieron.", "none: the article says so"),
        ("Rusia negó haber atacado a Siria.", "none alone: the sentence says so"),
    ],
)
def test_what_decided_the_certainty_without_a_cue(text: str, says: str) -> None:
    """An act that is denied is not taken for a fact."""
    out, one = io.StringIO(), dossier(text)
    explain(one, one.events, Console(file=out, width=200), "en")
    assert f"cue: {says}\n" in out.getvalue()
