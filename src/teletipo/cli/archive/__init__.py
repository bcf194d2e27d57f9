"""Commands over archives: ingest, ask, export, verify, upgrade. Each imports what it needs when it runs."""

from __future__ import annotations

import typer

from teletipo.cli.archive import ask, ingest, keep
from teletipo.view.words import Lang


def register(app: typer.Typer, lang: Lang) -> None:
    """Add the commands to `app` with their help in `lang`."""
    for commands in (ingest, ask, keep):
        commands.register(app, lang)
