"""The sample article, end to end, against what a reader approved: `make expected` writes it anew for review."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import teletipo
from teletipo.cli.source import sample
from teletipo.records import Dossier
from teletipo.view.digest import digest

EXPECTED = json.loads((Path(__file__).parent / "expected" / "vostochni.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The dossier of the sample article, which carries no date."""
    source = sample()
    return teletipo.read(source.text, **source.about())


@pytest.mark.parametrize("kind", EXPECTED)
def test_the_records_are_the_approved_ones(dossier: Dossier, kind: str) -> None:
    """Any change of output is seen and approved, kind by kind."""
    assert digest(dossier)[kind] == EXPECTED[kind]


def test_no_date_is_invented(dossier: Dossier) -> None:
    """The article names one date, 2019; an event has this or none."""
    assert {e.when.start[:4] for e in dossier.events if e.when} <= {"2019"}
