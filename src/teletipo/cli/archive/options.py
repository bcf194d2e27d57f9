"""What the commands over archives share: options, and opening the archive for reading."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from teletipo.cli import options
from teletipo.cli.archive.words import say
from teletipo.view.words import Lang

if TYPE_CHECKING:
    from teletipo.store.archive import Archive


def option(lang: Lang, key: str, default: Any = None, *names: str, metavar: str | None = None) -> Any:
    """An option with the help that `key` names."""
    return options.option(lang, say(lang, key), default, *names, metavar=metavar)


def archive_argument(lang: Lang) -> Any:
    """The archive that a command works on."""
    return typer.Argument(..., readable=False, metavar="ARCHIVE", help=say(lang, "archive"))


def open_archive(path: Path) -> Archive:
    """The archive, open for reading; StoreError if its tables are of another version."""
    from teletipo.store.archive import Archive

    archive = Archive(path, read_only=True)
    archive.check_version()
    return archive
