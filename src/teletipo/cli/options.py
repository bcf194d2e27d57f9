"""Options that commands share: `--lang`, and options that may be left out but not be empty."""

from __future__ import annotations

from typing import Any

import typer

from teletipo.cli.messages import say
from teletipo.view.words import Lang


def lang_option(lang: Lang) -> Any:
    """The option `--lang`, whose default is the language found at start."""
    return typer.Option(lang, "--lang", metavar="es|en", callback=_known_language, help=say(lang, "lang"))


def _known_language(value: str) -> str:
    if value not in ("es", "en"):
        raise typer.BadParameter("es, en")
    return value


def option(lang: Lang, help: str, default: Any = None, *names: str, metavar: str | None = None) -> Any:
    """An option with its help; a value that is empty, as of `--html "$unset"`, is an error.

    Whether a path can be read is told by whoever opens it.
    """

    def given(value: Any) -> Any:
        if value == "":
            raise typer.BadParameter(say(lang, "empty"))
        return value

    return typer.Option(
        default, *names, metavar=metavar, help=help, show_default=bool(default), callback=given, readable=False
    )
