"""JSON Lines are the contract, byte for byte."""

from __future__ import annotations

import io

import msgspec
from jsonschema import Draft202012Validator

from sample_dossiers import dossier
from teletipo.export.jsonl import write
from teletipo.records import Dossier, json_schema


def test_lines_are_dossiers_again() -> None:
    """Each line validates against the schema and decodes to what was written."""
    out = io.StringIO()
    report = write([dossier(), dossier(id="a2")], out)
    lines = out.getvalue().splitlines()
    assert report.sentence() == "exported 2"
    assert [msgspec.json.decode(line, type=Dossier) for line in lines] == [dossier(), dossier(id="a2")]
    Draft202012Validator(json_schema()).validate(msgspec.json.decode(lines[0]))
