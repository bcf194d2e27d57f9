"""Commands for a whole archive: `export`, `verify`, `upgrade`."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from teletipo.cli import INTERRUPTED
from teletipo.cli.archive.options import archive_argument, open_archive, option
from teletipo.cli.archive.words import say
from teletipo.cli.options import lang_option
from teletipo.errors import InputError
from teletipo.view.words import Lang

if TYPE_CHECKING:
    from teletipo.verify import Orphan


def register(app: typer.Typer, lang: Lang) -> None:
    """Add the commands to `app` with their help in `lang`."""
    _register_export(app, lang)
    _register_verify(app, lang)
    _register_upgrade(app, lang)


def _register_export(app: typer.Typer, lang: Lang) -> None:
    @app.command("export", help=say(lang, "export"))
    def export(
        archive: Path = archive_argument(lang),
        to: str = option(lang, "to", ..., "--to", metavar="FORMAT"),
        output: Path = option(lang, "output", None, "--output", "-o", metavar="PATH"),
        certainty: str = option(lang, "certainty", None, "--certainty"),
        undated: str = option(lang, "undated", "leave", "--undated", metavar="leave|published"),
        copies: bool = option(lang, "copies", False, "--copies"),
        _lang: str = lang_option(lang),
    ) -> None:
        from teletipo import export as exports

        if undated not in ("leave", "published"):
            raise InputError(f"--undated {undated}: leave or published")
        target = output if output is not None and str(output) != "-" else sys.stdout
        labels = [label.strip() for label in (certainty or "").split(",") if label.strip()]
        borrow = undated == "published"
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            with open_archive(archive) as opened:
                report = exports.of_archive(opened, to, target, certainty=labels, by_publication=borrow, copies=copies)
        except KeyboardInterrupt:
            if isinstance(target, Path):
                typer.echo(say(lang, "unwritten", path=target), err=True)
            raise typer.Exit(INTERRUPTED) from None
        typer.echo(report.sentence(lang), err=True)


def _register_verify(app: typer.Typer, lang: Lang) -> None:
    @app.command("verify", help=say(lang, "verify"))
    def verify(
        archive: Path = typer.Argument(..., readable=False, metavar="ARCHIVE|JSONL|-", help=say(lang, "verified")),
        json: bool = option(lang, "json", False, "--json"),
        _lang: str = lang_option(lang),
    ) -> None:
        from teletipo.verify import verify_path

        verdict = verify_path(archive)
        for line in _rows(verdict.orphans) if json else _lines(verdict.orphans, lang):
            typer.echo(line)
        typer.echo(verdict.sentence(lang), err=True)
        if not verdict.ok:
            raise typer.Exit(1)


def _rows(orphans: Sequence[Orphan]) -> Iterator[str]:
    import msgspec

    return (msgspec.json.encode(orphan).decode() for orphan in orphans)


def _lines(orphans: Sequence[Orphan], lang: Lang) -> Iterator[str]:
    """One line for all spans of an article that fail for the same reason; in a changed text all of them do."""
    from teletipo.view.told import told

    for (article, why), alike in groupby(orphans, key=lambda orphan: (orphan.article, orphan.why)):
        first, *others = alike
        more = say(lang, "more", n=len(others)) if others else ""
        yield f"{article} {first.where}: {told(lang, why)} {more}".rstrip()


def _register_upgrade(app: typer.Typer, lang: Lang) -> None:
    @app.command("upgrade", help=say(lang, "upgrade"))
    def upgrade(archive: Path = archive_argument(lang), _lang: str = lang_option(lang)) -> None:
        from teletipo.store.upgrade import upgrade as bring

        before, after = bring(archive)
        typer.echo(say(lang, "upgraded", before=before, after=after), err=True)
