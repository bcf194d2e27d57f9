"""Questions to an archive: `query`, `statements`, `exchanges`, `timeline`, `who`, `search`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from teletipo.cli.archive.options import archive_argument, open_archive, option
from teletipo.cli.archive.words import word
from teletipo.cli.article import lang_option
from teletipo.errors import InputError
from teletipo.view.words import Lang

if TYPE_CHECKING:
    from teletipo.query import Answer


def register(app: typer.Typer, lang: Lang) -> None:
    """Add the commands to `app` with their help in `lang`."""
    _register_query(app, lang)
    for name, layout in (("statements", "statements"), ("exchanges", "exchanges"), ("timeline", "events")):
        _register_filtered(app, lang, name, layout)
    _register_who(app, lang)
    _register_search(app, lang)


def _register_query(app: typer.Typer, lang: Lang) -> None:
    @app.command("query", help=word(lang, "query"))
    def query(
        archive: Path = archive_argument(lang),
        filters: list[str] = typer.Argument(None, metavar="[FILTER…]", help=word(lang, "filters"), show_default=False),
        sql: str = option(lang, "sql", None, "--sql"),
        json: bool = option(lang, "json", False, "--json"),
        csv: bool = option(lang, "csv", False, "--csv"),
        limit: int = option(lang, "limit"),
        copies: bool = option(lang, "copies", False, "--copies"),
        _lang: str = lang_option(lang),
    ) -> None:
        from teletipo import query as ask

        if sql and filters:
            raise InputError("--sql and filters exclude each other")
        with open_archive(archive) as opened:
            if sql:
                _show(ask.sql(opened, sql), "sql", json, csv, lang)
            else:
                _show(ask.events(opened, _split(filters), copies=copies, limit=limit), "events", json, csv, lang)


def _register_filtered(app: typer.Typer, lang: Lang, name: str, layout: str) -> None:
    @app.command(name, help=word(lang, name))
    def filtered(
        archive: Path = archive_argument(lang),
        filters: list[str] = typer.Argument(None, metavar="[FILTER…]", help=word(lang, "filters"), show_default=False),
        speaker: str = typer.Option(None, "--speaker", help=word(lang, "speaker"), hidden=name != "statements"),
        json: bool = option(lang, "json", False, "--json"),
        csv: bool = option(lang, "csv", False, "--csv"),
        limit: int = option(lang, "limit"),
        copies: bool = option(lang, "copies", False, "--copies"),
        _lang: str = lang_option(lang),
    ) -> None:
        from teletipo import query as ask

        terms = _split(filters) + ([f"speaker={speaker}"] if speaker else [])
        with open_archive(archive) as opened:
            question: Callable[..., Answer] = getattr(ask, name)
            _show(question(opened, terms, copies=copies, limit=limit), layout, json, csv, lang)


def _register_who(app: typer.Typer, lang: Lang) -> None:
    @app.command("who", help=word(lang, "who"))
    def who(
        archive: Path = archive_argument(lang),
        entity: str = typer.Argument(..., metavar="ENTITY", help=word(lang, "entity")),
        json: bool = option(lang, "json", False, "--json"),
        csv: bool = option(lang, "csv", False, "--csv"),
        limit: int = option(lang, "limit", 20),
        _lang: str = lang_option(lang),
    ) -> None:
        from teletipo import query as ask

        with open_archive(archive) as opened:
            _show(ask.who(opened, entity, limit=limit), "who", json, csv, lang)


def _register_search(app: typer.Typer, lang: Lang) -> None:
    @app.command("search", help=word(lang, "search"))
    def search(
        archive: Path = archive_argument(lang),
        words: str = typer.Argument(..., metavar="WORDS", help=word(lang, "words")),
        json: bool = option(lang, "json", False, "--json"),
        csv: bool = option(lang, "csv", False, "--csv"),
        limit: int = option(lang, "limit", 20),
        _lang: str = lang_option(lang),
    ) -> None:
        from teletipo.cli.archive.view import show_hits
        from teletipo.store.search import search as look

        with open_archive(archive) as opened:
            hits = look(opened, words, limit)
            show_hits(hits, as_json=json, as_csv=csv)
            if not hits:
                typer.echo(word(lang, "nothing"), err=True)


def _show(answer: Answer, kind: str, json: bool, csv: bool, lang: Lang) -> None:
    from teletipo.cli.archive.view import show

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
