"""The command line: `teletipo read`, `explain`, `schema` and the commands over archives.

Data go to stdout, messages to stderr. Exit codes: 0 done, 1 findings (`check`, `verify`), 2 usage or input error.
Every command imports what it needs when it runs, so that `--help` is instant.
"""

from __future__ import annotations

import gc
import os
import sys

import typer

from teletipo.cli import archive, article, codebook
from teletipo.cli.messages import language, said, say
from teletipo.errors import TeletipoError
from teletipo.view.words import Lang

#: new objects between two runs of the collector of cycles: records have no cycles, and with Python's 700 it looks
#: through the knowledge while that is being loaded, for a fifth of the time of `read --demo`, with 50,000 for 6 %; 800
#: articles need no more memory with these
COLLECTED_EVERY = 500_000


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


def main() -> None:
    """Run the command line; errors raised on purpose become one line on stderr and exit code 2."""
    gc.set_threshold(COLLECTED_EVERY)
    # before numpy: several threads make the parser's small matrices slower, and --jobs has a process for each core
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    lang = language(sys.argv[1:], os.environ)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # both are TextIOWrapper here
    try:
        build(lang)(prog_name="teletipo")
    except TeletipoError as error:
        typer.echo(said(lang, error), err=True)
        sys.exit(2)
    except BrokenPipeError:  # the reader of our output has gone (`| head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
