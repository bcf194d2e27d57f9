"""`teletipo ingest`: articles from files into an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from teletipo.cli import INTERRUPTED
from teletipo.cli.archive.options import option
from teletipo.cli.archive.words import say
from teletipo.cli.options import lang_option
from teletipo.errors import InputError
from teletipo.view.words import Lang

if TYPE_CHECKING:
    from teletipo.ingest.counts import Counts
    from teletipo.records import Run
    from teletipo.sources import Source, Unreadable
    from teletipo.workers import Reader, Readers


def register(app: typer.Typer, lang: Lang) -> None:
    """Add the command to `app` with its help in `lang`."""

    @app.command("ingest", help=say(lang, "ingest"))
    def ingest(
        paths: list[str] = typer.Argument(..., metavar="PATH…", help=say(lang, "paths")),
        into: Path = option(lang, "into", ..., "--into", metavar="ARCHIVE"),
        format: str = option(lang, "format"),
        encoding: str = option(lang, "encoding", "utf-8"),
        map: str = option(lang, "map", metavar="A=B,…"),
        profile: str = option(lang, "profile"),
        outlet: str = option(lang, "outlet"),
        published: str = option(lang, "published", metavar="DATE"),
        gazetteer: str = option(lang, "gazetteer", metavar="DIR"),
        again: bool = option(lang, "again", False, "--again"),
        jobs: int = option(lang, "jobs", 1, "--jobs", "-j"),
        _lang: str = lang_option(lang),
    ) -> None:
        from teletipo.sources import Options, articles, jsonl

        options = Options(
            format=format, encoding=encoding, fields=jsonl.fields(map), profile=profile, outlet=_plain(outlet),
            published=_date(published),
        )  # fmt: skip
        _checked(paths)
        _ingest(articles(paths, options), into, gazetteer, jobs, again, lang)


def _plain(value: str | None) -> str | None:
    """The value, with "?" for bytes that are no UTF-8."""
    return value and value.encode("utf-8", "replace").decode("utf-8")


def _date(value: str | None) -> str | None:
    from teletipo.stages.article import iso_date

    if value is not None and iso_date(value) is None:
        raise InputError(f"--published: not an ISO date: {value}", "date", value=value)
    return value


def _checked(paths: list[str]) -> None:
    """Raise InputError for paths that cannot be read, before an archive is made for them."""
    from teletipo.sources.files import found

    for path in paths:
        next(found([path]), None)


def _reader(names: str | None) -> Reader:
    """The reader, with the gazetteer files of folder `names`; they are checked before an archive is made."""
    from teletipo.workers import gazetteer_with, read_sources

    if names is None:
        return read_sources
    gazetteer_with(names)
    return partial(read_sources, names=names)


def _run(names: str | None) -> Run:
    """The `Run` that a reading with the gazetteer files of folder `names` records."""
    from teletipo.assembly import run_of
    from teletipo.workers import gazetteer_with

    return run_of(gazetteer_with(names) if names else None)


def _ingest(
    found: Iterable[Source | Unreadable], into: Path, names: str | None, jobs: int, again: bool, lang: Lang
) -> None:
    """Read the sources into the archive and report; exit code 2 if nothing could be read."""
    from teletipo.workers import Readers

    with closing(Readers(_reader(names), jobs)) as readers:
        readers.prepare()  # before the imports below, which take as long
        _into_archive(found, into, readers, partial(_run, names), again, lang)


def _into_archive(
    found: Iterable[Source | Unreadable], into: Path, readers: Readers, run: Callable[[], Run], again: bool, lang: Lang
) -> None:
    from teletipo.cli.archive.progress import shown
    from teletipo.ingest import ingest
    from teletipo.ingest.counts import Counts
    from teletipo.store.archive import Archive
    from teletipo.store.search import update

    counts = Counts()

    with Archive(into, create=True) as archive:

        def note(now: Counts) -> None:
            nonlocal counts
            counts = now
            update(archive)  # batch by batch, while other processes read

        try:
            with shown(note, lang) as progress:
                counts = ingest(found, archive, readers, progress=progress, run=run, again=again)
        except KeyboardInterrupt:
            typer.echo(f"{counts.sentence(lang)}\n{say(lang, 'interrupted')}", err=True)
            raise typer.Exit(INTERRUPTED) from None
    _tell(counts, lang)
    if counts.in_vain:
        raise typer.Exit(2)


def _tell(counts: Counts, lang: Lang) -> None:
    """Print what became of the sources of this run, with the first messages about them."""
    from teletipo.view.told import told

    lines = [counts.sentence(lang), *(f"  {told(lang, message)}" for message in counts.messages)]
    lines += [f"  {say(lang, 'more', n=counts.more())}"] if counts.more() else []
    lines += [say(lang, "otherwise", n=counts.otherwise)] if counts.otherwise else []
    lines += [say(lang, "dateless", n=counts.undated)] if counts.undated else []
    typer.echo("\n".join(lines), err=True)
