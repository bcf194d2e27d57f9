"""Questions to an archive: `query`, `statements`, `exchanges`, `timeline`, `who`, `search`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from teletipo.cli.archive.options import archive_argument, open_archive, option
from teletipo.cli.archive.words import say
from teletipo.cli.options import lang_option
from teletipo.errors import InputError
from teletipo.view.words import Lang

if TYPE_CHECKING:
    from teletipo.query import Answer
    from teletipo.store.archive import Archive


def register(app: typer.Typer, lang: Lang) -> None:
    """Add the commands to `app` with their help in `lang`."""
    _register_query(app, lang)
    for name, layout in (("statements", "statements"), ("exchanges", "exchanges"), ("timeline", "events")):
        _register_filtered(app, lang, name, layout)
    _register_lookup(app, lang, "who", "entity", _entities)
    _register_lookup(app, lang, "search", "words", _passages)


def _register_query(app: typer.Typer, lang: Lang) -> None:
    @app.command("query", help=say(lang, "query"))
    def query(
        archive: Path = archive_argument(lang),
        filters: list[str] = typer.Argument(None, metavar="[FILTER…]", help=say(lang, "filters"), show_default=False),
        sql: str = option(lang, "sql", None, "--sql"),
        json: bool = option(lang, "json", False, "--json"),
        csv: bool = option(lang, "csv", False, "--csv"),
        limit: int = option(lang, "limit"),
        copies: bool = option(lang, "copies", False, "--copies"),
        _lang: str = lang_option(lang),
    ) -> None:
        from teletipo import query as ask

        if sql is not None and filters:
            raise InputError("--sql and filters exclude each other")
        with open_archive(archive) as opened:
            if sql is not None:
                _show(ask.sql(opened, sql), "sql", json, csv, lang)
            else:
                _show(ask.events(opened, _split(filters), copies=copies, limit=limit), "events", json, csv, lang)


def _register_filtered(app: typer.Typer, lang: Lang, name: str, layout: str) -> None:
    @app.command(name, help=say(lang, name))
    def filtered(
        archive: Path = archive_argument(lang),
        filters: list[str] = typer.Argument(None, metavar="[FILTER…]", help=say(lang, "filters"), show_default=False),
        speaker: str = typer.Option(None, "--speaker", help=say(lang, "speaker"), hidden=name != "statements"),
        json: bool = option(lang, "json", False, "--json"),
        csv: bool = option(lang, "csv", False, "--csv"),
        limit: int = option(lang, "limit"),
        copies: bool = option(lang, "copies", False, "--copies"),
        _lang: str = lang_option(lang),
    ) -> None:
        from teletipo import query as ask

        questions = {"statements": ask.statements, "exchanges": ask.exchanges, "timeline": ask.timeline}
        terms = _split(filters) + ([f"speaker={speaker}"] if speaker is not None else [])
        with open_archive(archive) as opened:
            _show(questions[name](opened, terms, copies=copies, limit=limit), layout, json, csv, lang)


def _register_lookup(
    app: typer.Typer, lang: Lang, name: str, sought: str, answer: Callable[[Archive, str, int], Answer]
) -> None:
    @app.command(name, help=say(lang, name))
    def lookup(
        archive: Path = archive_argument(lang),
        words: str = typer.Argument(..., metavar=sought.upper(), help=say(lang, sought)),
        json: bool = option(lang, "json", False, "--json"),
        csv: bool = option(lang, "csv", False, "--csv"),
        limit: int = option(lang, "limit", 20),
        _lang: str = lang_option(lang),
    ) -> None:
        with open_archive(archive) as opened:
            found = answer(opened, words, limit)
            _show(found, name, json, csv, lang)
        if name == "who" and found.rows and not (json or csv):
            typer.echo(say(lang, "counted"), err=True)


def _entities(archive: Archive, name: str, limit: int) -> Answer:
    from teletipo.query import who

    return who(archive, name, limit=limit)


def _passages(archive: Archive, words: str, limit: int) -> Answer:
    from teletipo.cli.archive.view import passages
    from teletipo.store.search import search

    return passages(search(archive, words, limit))


def _show(answer: Answer, kind: str, json: bool, csv: bool, lang: Lang) -> None:
    from teletipo.cli.archive.view import show

    if json and csv:
        raise InputError("--json and --csv exclude each other")
    show(answer, kind, lang, as_json=json, as_csv=csv)
    if not answer.rows:
        typer.echo(say(lang, "nothing"), err=True)
    if answer.left_out:
        typer.echo(say(lang, "left_copies", n=answer.left_out), err=True)


def _split(filters: list[str] | None) -> list[str]:
    """Filters given one a word, or several in one quoted argument."""
    import re

    starts = re.compile(r"\s+(?=[a-z_]+\s*(?:>=|<=|!=|=))")
    return [term for text in filters or () for term in starts.split(text.strip()) if term]
