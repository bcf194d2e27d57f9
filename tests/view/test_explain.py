"""What `explain` says of a record agrees with the record."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from sample_dossiers import dossier
from teletipo.view.explain import explain


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
