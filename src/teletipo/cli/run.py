"""One run of the command line: its exit code, and every expected error as one line."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

import typer

from teletipo.cli.app import build
from teletipo.cli.messages import language, said
from teletipo.cli.streams import drop_output, reopen
from teletipo.errors import InputError, TeletipoError


def exit_code(arguments: list[str]) -> int:
    """Run the command given by `arguments`; an expected error becomes one line on stderr."""
    reopen()
    lang = language(arguments, os.environ)
    try:
        return _done(build(lang), arguments)
    except BrokenPipeError:  # the reader of our output has gone (`| head`)
        drop_output()
        return 0
    except TeletipoError as error:
        message = error
    except OSError as error:
        message = _refused(error)
    with suppress(OSError):
        typer.echo(said(lang, message), err=True)
    return 2


def _done(app: typer.Typer, arguments: list[str]) -> int:
    """The exit code of the application, its output flushed. Raises BrokenPipeError where typer and rich would exit."""
    try:
        app(arguments, prog_name="teletipo")
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):
            raise end.__context__ from None
        sys.stdout.flush()
        return end.code if isinstance(end.code, int) else 0
    return 0


def _refused(error: OSError) -> TeletipoError:
    """The error of the operating system as one of ours: about a file if it names one, else about the output."""
    reason = error.strerror or str(error)
    if error.filename is not None:
        return InputError(f"{error.filename}: {reason}")
    with suppress(OSError):
        sys.stdout.flush()  # perhaps it was stderr that could not be written
    drop_output()
    return InputError(f"the output cannot be written: {reason}", "output", reason=reason)
