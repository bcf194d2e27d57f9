"""The Typer application with all commands; each command imports what it needs when it runs."""

from __future__ import annotations

import typer

from teletipo.cli import archive, article, codebook
from teletipo.cli.messages import say
from teletipo.view.words import Lang


def build(lang: Lang) -> typer.Typer:
    """The application with its help in `lang`."""
    app = typer.Typer(
        name="teletipo",
        help=say(lang, "help"),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    _version_option(app, lang)
    article.register(app, lang)
    codebook.register(app, lang)
    archive.register(app, lang)
    return app


def _version_option(app: typer.Typer, lang: Lang) -> None:
    def version(wanted: bool) -> None:
        if wanted:
            from teletipo import __version__

            typer.echo(f"teletipo {__version__}")
            raise typer.Exit

    @app.callback()
    def options(
        version: bool = typer.Option(False, "--version", callback=version, is_eager=True, help=say(lang, "version")),
    ) -> None:
        pass
