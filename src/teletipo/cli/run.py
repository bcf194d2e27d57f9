"""Run: runs the command line, turning its result into an exit code and every foreseen error into one line."""

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
    """Run the command that `arguments` name; errors raised on purpose become one line on stderr."""
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
    """The exit code of the application, all its output written. Raises BrokenPipeError where typer and rich exit."""
    try:
        app(arguments, prog_name="teletipo")
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):
            raise end.__context__ from None
        sys.stdout.flush()
        return end.code if isinstance(end.code, int) else 0
    return 0


def _refused(error: OSError) -> TeletipoError:
    """What the system refused: a file, or else the output."""
    reason = error.strerror or str(error)
    if error.filename is not None:
        return InputError(f"{error.filename}: {reason}")
    with suppress(OSError):
        sys.stdout.flush()  # it may have been the messages that had no place
    drop_output()
    return InputError(f"the output cannot be written: {reason}", "output", reason=reason)
