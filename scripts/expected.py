"""Rewrite tests/expected/vostochni.json with what the sample article gives now. Review the change with `git diff`."""

from __future__ import annotations

import json
from pathlib import Path

import teletipo
from teletipo.cli.source import sample
from teletipo.view.digest import digest

EXPECTED = Path(__file__).parent.parent / "tests" / "expected" / "vostochni.json"


def expected() -> str:
    """The digest of the sample article as the file has it."""
    source = sample()
    dossier = teletipo.read(source.text, **source.about())
    return json.dumps(digest(dossier), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    EXPECTED.write_text(expected(), encoding="utf-8")
