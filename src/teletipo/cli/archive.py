"""Commands over archives: ingest, ask, export, verify, upgrade. Each imports what it needs when it runs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from teletipo.cli.archive_words import word
from teletipo.errors import InputError
from teletipo.view.words import Lang

if TYPE_CHECKING:
    from teletipo.query import Answer
    from teletipo.sources import Source, Unreadable
    from teletipo.store.archive import Archive


def register(app: typer.Typer, lang: Lang) -> None:
    """Add the commands to `app` with their help in `lang`."""
    _register_ingest(app, lang)
    _register_query(app, lang)
    for name, layout in (("statements", "statements"), ("exchanges", "exchanges"), ("timeline", "events")):
        _register_filtered(app, lang, name, layout)
    _register_who(app, lang)
    _register_search(app, lang)
    _register_export(app, lang)
    _register_verify(app, lang)
    _register_upgrade(app, lang)


def _option(lang: Lang, key: str, default: Any = None, *names: str, metavar: str | None = None) -> Any:
    return typer.Option(default, *names, help=word(lang, key), metavar=metavar, show_default=bool(default))


def _archive(lang: Lang) -> Any:
    return typer.Argument(..., metavar="ARCHIVE", help=word(lang, "archive"))


def _language(lang: Lang) -> Any:
    from teletipo.cli.article import lang_option

    return lang_option(lang)


def _register_ingest(app: typer.Typer, lang: Lang) -> None:
    @app.command("ingest", help=word(lang, "ingest"))
    def ingest(
        paths: list[str] = typer.Argument(..., metavar="PATH…", help=word(lang, "paths")),
        into: Path = _option(lang, "into", ..., "--into", metavar="ARCHIVE"),
        format: str = _option(lang, "format"),
        encoding: str = _option(lang, "encoding", "utf-8"),
        map: str = _option(lang, "map", metavar="A=B,…"),
        profile: str = _option(lang, "profile"),
        outlet: str = _option(lang, "outlet"),
        published: str = _option(lang, "published", metavar="DATE"),
        jobs: int = _option(lang, "jobs", 1, "--jobs", "-j"),
        _lang: str = _language(lang),
    ) -> None:
        from teletipo.sources import Reading, articles

        reading = Reading(
            format=format, encoding=encoding, fields=_fields(map), profile=profile, outlet=outlet,
            published=_date(published),
        )  # fmt: skip
        _checked(paths)
        _ingest(articles(paths, reading), into, jobs, lang)


def _checked(paths: list[str]) -> None:
    """Complain about paths before an archive is made for them."""
    from teletipo.sources.files import found

    for path in paths:
        next(found([path]), None)


def _ingest(found: Iterable[Source | Unreadable], into: Path, jobs: int, lang: Lang) -> None:
    from teletipo.cli.archive_progress import shown
    from teletipo.ingest import Counts, ingest
    from teletipo.store.archive import Archive
    from teletipo.store.search import update

    counts = Counts()

    def note(now: Counts) -> None:
        nonlocal counts
        counts = now

    with Archive(into, create=True) as archive:
        try:
            with shown(note) as progress:
                counts = ingest(found, archive, jobs=jobs, progress=progress)
        except KeyboardInterrupt:
            typer.echo(f"{counts.sentence()}\n{word(lang, 'interrupted')}", err=True)
            raise typer.Exit(130) from None
        update(archive)
        typer.echo(counts.sentence(), err=True)
        for (message,) in archive.sql("SELECT message FROM sources WHERE status = 'problem' ORDER BY n LIMIT 5")[1]:
            typer.echo(f"  {message}", err=True)


def _register_query(app: typer.Typer, lang: Lang) -> None:
    @app.command("query", help=word(lang, "query"))
    def query(
        archive: Path = _archive(lang),
        filters: list[str] = typer.Argument(None, metavar="[FILTER…]", help=word(lang, "filters"), show_default=False),
        sql: str = _option(lang, "sql", None, "--sql"),
        json: bool = _option(lang, "json", False, "--json"),
        csv: bool = _option(lang, "csv", False, "--csv"),
        limit: int = _option(lang, "limit"),
        copies: bool = _option(lang, "copies", False, "--copies"),
        _lang: str = _language(lang),
    ) -> None:
        from teletipo import query as ask

        if sql and filters:
            raise InputError("--sql and filters exclude each other")
        with _opened(archive) as opened:
            if sql:
                _show(ask.sql(opened, sql), "sql", json, csv, lang)
            else:
                _show(ask.events(opened, _split(filters), copies=copies, limit=limit), "events", json, csv, lang)


def _register_filtered(app: typer.Typer, lang: Lang, name: str, layout: str) -> None:
    @app.command(name, help=word(lang, name))
    def filtered(
        archive: Path = _archive(lang),
        filters: list[str] = typer.Argument(None, metavar="[FILTER…]", help=word(lang, "filters"), show_default=False),
        speaker: str = typer.Option(None, "--speaker", help=word(lang, "speaker"), hidden=name != "statements"),
        json: bool = _option(lang, "json", False, "--json"),
        csv: bool = _option(lang, "csv", False, "--csv"),
        limit: int = _option(lang, "limit"),
        copies: bool = _option(lang, "copies", False, "--copies"),
        _lang: str = _language(lang),
    ) -> None:
        from teletipo import query as ask

        terms = _split(filters) + ([f"speaker={speaker}"] if speaker else [])
        with _opened(archive) as opened:
            question: Callable[..., Answer] = getattr(ask, name)
            _show(question(opened, terms, copies=copies, limit=limit), layout, json, csv, lang)


def _register_who(app: typer.Typer, lang: Lang) -> None:
    @app.command("who", help=word(lang, "who"))
    def who(
        archive: Path = _archive(lang),
        entity: str = typer.Argument(..., metavar="ENTITY", help=word(lang, "entity")),
        json: bool = _option(lang, "json", False, "--json"),
        csv: bool = _option(lang, "csv", False, "--csv"),
        limit: int = _option(lang, "limit", 20),
        _lang: str = _language(lang),
    ) -> None:
        from teletipo import query as ask

        with _opened(archive) as opened:
            _show(ask.who(opened, entity, limit=limit), "who", json, csv, lang)


def _register_search(app: typer.Typer, lang: Lang) -> None:
    @app.command("search", help=word(lang, "search"))
    def search(
        archive: Path = _archive(lang),
        words: str = typer.Argument(..., metavar="WORDS", help=word(lang, "words")),
        json: bool = _option(lang, "json", False, "--json"),
        csv: bool = _option(lang, "csv", False, "--csv"),
        limit: int = _option(lang, "limit", 20),
        _lang: str = _language(lang),
    ) -> None:
        from teletipo.cli.archive_view import show_hits
        from teletipo.store.search import search as look

        with _opened(archive) as opened:
            hits = look(opened, words, limit)
            show_hits(hits, as_json=json, as_csv=csv)
            if not hits:
                typer.echo(word(lang, "nothing"), err=True)


def _register_export(app: typer.Typer, lang: Lang) -> None:
    @app.command("export", help=word(lang, "export"))
    def export(
        archive: Path = _archive(lang),
        to: str = _option(lang, "to", ..., "--to", metavar="FORMAT"),
        output: Path = _option(lang, "output", None, "--output", "-o", metavar="PATH"),
        certainty: str = _option(lang, "certainty", None, "--certainty"),
        undated: str = _option(lang, "undated", "leave", "--undated", metavar="leave|published"),
        copies: bool = _option(lang, "copies", False, "--copies"),
        _lang: str = _language(lang),
    ) -> None:
        from teletipo import export as exports

        if undated not in ("leave", "published"):
            raise InputError(f"--undated {undated}: leave or published")
        with _opened(archive) as opened:
            target = output if output is not None and str(output) != "-" else sys.stdout
            labels, borrow = _labels(certainty), undated == "published"
            report = exports.of_archive(opened, to, target, certainty=labels, by_publication=borrow, copies=copies)
        typer.echo(report.sentence(), err=True)


def _register_verify(app: typer.Typer, lang: Lang) -> None:
    @app.command("verify", help=word(lang, "verify"))
    def verify(
        archive: Path = typer.Argument(..., metavar="ARCHIVE|JSONL", help=word(lang, "archive")),
        json: bool = _option(lang, "json", False, "--json"),
        _lang: str = _language(lang),
    ) -> None:
        from teletipo.verify import verify_path

        verdict = verify_path(archive)
        for orphan in verdict.orphans:
            if json:
                import msgspec

                typer.echo(msgspec.json.encode(orphan).decode())
            else:
                typer.echo(word(lang, "orphan", article=orphan.article, where=orphan.where, why=orphan.why))
        typer.echo(verdict.sentence(), err=True)
        if not verdict.ok:
            raise typer.Exit(1)


def _register_upgrade(app: typer.Typer, lang: Lang) -> None:
    @app.command("upgrade", help=word(lang, "upgrade"))
    def upgrade(archive: Path = _archive(lang), _lang: str = _language(lang)) -> None:
        from teletipo.store.upgrade import upgrade as bring

        before, after = bring(archive)
        typer.echo(word(lang, "upgraded", before=before, after=after), err=True)


def _opened(path: Path) -> Archive:
    from teletipo.store.archive import Archive

    archive = Archive(path, read_only=True)
    archive.check_version()
    return archive


def _show(answer: Answer, kind: str, json: bool, csv: bool, lang: Lang) -> None:
    from teletipo.cli.archive_view import show

    if json and csv:
        raise InputError("--json and --csv exclude each other")
    show(answer, kind, as_json=json, as_csv=csv)
    if not answer.rows:
        typer.echo(word(lang, "nothing"), err=True)
    if answer.left_out:
        typer.echo(word(lang, "left_copies", n=answer.left_out), err=True)


def _split(filters: list[str] | None) -> list[str]:
    """Filters given one a word, or several in one quoted argument."""
    import re

    starts = re.compile(r"\s+(?=[a-z_]+\s*(?:>=|<=|!=|=))")
    return [term for text in filters or () for term in starts.split(text.strip()) if term]


def _fields(text: str | None) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in (text or "").split(",") if pair]
    if bad := [name for name, equals, value in pairs if not (equals and value)]:
        raise InputError(f"--map {bad[0]}: write text=FIELD,published=FIELD")
    return {name.strip(): value.strip() for name, _, value in pairs}


def _date(value: str | None) -> str | None:
    from teletipo.stages.article import iso_date

    if value and iso_date(value) is None:
        raise InputError(f"not an ISO date: {value}", "date", value=value)
    return value


def _labels(text: str | None) -> tuple[Any, ...]:
    from teletipo.store.rows import SCALE

    labels = SCALE if text == "all" else tuple(label.strip() for label in (text or "").split(",") if label.strip())
    if unknown := [label for label in labels if label not in SCALE]:
        raise InputError(f"--certainty {unknown[0]}: there are {', '.join(SCALE)} and all")
    return labels
