"""Commands about one article: read it, explain its records, write the schema of the records."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from teletipo.cli.messages import say
from teletipo.cli.options import lang_option, option
from teletipo.errors import InputError
from teletipo.view.words import Lang

if TYPE_CHECKING:
    from rich.console import Console

    from teletipo.records import Dossier
    from teletipo.sources import Source

PIPED_WIDTH = 100  #: width when the output is not a terminal, so that files are the same everywhere


def register(app: typer.Typer, lang: Lang) -> None:
    """Add the commands to `app` with their help in `lang`."""
    _register_read(app, lang)
    _register_explain(app, lang)
    _register_schema(app, lang)


def _register_read(app: typer.Typer, lang: Lang) -> None:
    @app.command("read", help=say(lang, "read.help"))
    def read(
        file: str = typer.Argument(None, metavar="[FILE|-]", help=say(lang, "file"), show_default=False),
        demo: bool = typer.Option(False, "--demo", help=say(lang, "demo")),
        published: str = option(lang, say(lang, "published"), metavar="DATE"),
        json: bool = typer.Option(False, "--json", help=say(lang, "json")),
        html: str = option(lang, say(lang, "html"), metavar="OUT"),
        rules_only: bool = typer.Option(False, "--rules-only", help=say(lang, "rules")),
        gazetteer: str = option(lang, say(lang, "gazetteer"), metavar="DIR"),
        timing: bool = typer.Option(False, "--timing", help=say(lang, "timing")),
        _lang: str = lang_option(lang),
    ) -> None:
        if json and html == "-":
            raise InputError("--json and --html - exclude each other: both write to stdout", "both outputs")
        source = chosen(file, demo)
        if file and html and Path(html).exists() and Path(file).exists() and Path(html).samefile(file):
            raise InputError(f"{html}: is the article itself", "overwritten", name=html)
        dossier = reading(source, published, rules_only, timing, gazetteer, lang)
        if html:
            write_page(dossier, html, lang)
        if json:
            typer.echo(dossier.to_json())
        elif html != "-":
            from teletipo.view import terminal

            terminal.show(dossier, console(), lang)
        if not dossier.article.published:
            typer.echo(say(lang, "hint.published"), err=True)


def _register_explain(app: typer.Typer, lang: Lang) -> None:
    @app.command("explain", help=say(lang, "explain.help"))
    def explain(
        file: str = typer.Argument(None, metavar="[FILE|ARCHIVE|-|SENTENCE]", help=say(lang, "file or sentence")),
        id: str = typer.Argument(None, metavar="[ID]", help=say(lang, "target")),
        demo: bool = typer.Option(False, "--demo", help=say(lang, "demo")),
        published: str = option(lang, say(lang, "published"), metavar="DATE"),
        rules_only: bool = typer.Option(False, "--rules-only", help=say(lang, "rules")),
        gazetteer: str = option(lang, say(lang, "gazetteer"), metavar="DIR"),
        _lang: str = lang_option(lang),
    ) -> None:
        from teletipo import candidates
        from teletipo.assembly import run_of
        from teletipo.cli import source
        from teletipo.view import explain as view

        if demo and id is None:  # `explain --demo ID`: the one argument is the id
            file, id = None, file
        if file and source.is_archive(file):
            if published or rules_only or gazetteer:
                raise InputError(f"{file}: an archive", "kept as read", name=file)
            dossier = source.kept(file, id)
        else:
            dossier = reading(chosen(file, demo, sentence=True), published, rules_only, names=gazetteer, lang=lang)
        records = view.records(dossier, id)
        if id and not records:
            raise InputError(f"no record {id}", "record", id=id)
        weights = candidates.weighed(dossier.article) if dossier.run == run_of() else None
        view.explain(dossier, records, console(), lang, weights)
        if file and source.is_sentence(file) and not (id or gazetteer):
            view.explain_rest(dossier, candidates.dropped(dossier), console(), lang)


def _register_schema(app: typer.Typer, lang: Lang) -> None:
    @app.command("schema", help=say(lang, "schema.help"))
    def schema(_lang: str = lang_option(lang)) -> None:
        import json

        from teletipo.records import json_schema

        typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def chosen(file: str | None, demo: bool, sentence: bool = False) -> Source:
    """The article that a command is about; with `sentence`, an argument of several words may be the text itself."""
    from teletipo.cli import source

    if demo and file:
        raise InputError("FILE and --demo exclude each other", "both")
    if demo:
        return source.sample()
    if not file:
        raise InputError("FILE is missing", "nothing")
    if sentence and source.is_sentence(file):
        return source.typed(file)
    return source.load(file)


def reading(
    source: Source,
    published: str | None = None,
    rules_only: bool = False,
    timing: bool = False,
    names: str | None = None,
    lang: Lang = "en",
) -> Dossier:
    """The dossier of `source`; `published` overrides its date, `names` is a folder of gazetteer files.

    What the file says but cannot be used becomes a problem of the dossier and a message in `lang`.
    """
    import msgspec

    import teletipo
    from teletipo import gazetteer
    from teletipo.cli.stopwatch import Stopwatch
    from teletipo.sources.source import place
    from teletipo.stages.article import iso_date
    from teletipo.view.told import told

    date = iso_date(published) if published else source.published
    if published and date is None:
        raise InputError(f"--published: not an ISO date: {published}", "date", value=published)
    watch = Stopwatch()
    given = {**source.about(), "published": date}
    where = place(source.origin, source.position)
    own = gazetteer.load(Path(names)) if names else None
    try:
        dossier = teletipo.read(source.text, rules_only=rules_only, gazetteer=own, watch=watch.lap, **given)
    except InputError as error:
        raise InputError(f"{where}: {error}", error.code, **{**error.values, "name": where}) from None
    if timing:
        watch.report(sys.stderr)
    unused = () if published else source.problems
    for problem in unused:
        typer.echo(told(lang, f"{where}: {problem.message}"), err=True)
    return msgspec.structs.replace(dossier, problems=(*dossier.problems, *unused))


def console() -> Console:
    """A console on stdout: colours only on a terminal that wants them, a fixed width elsewhere."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else PIPED_WIDTH
    return Console(width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)


def write_page(dossier: Dossier, out: str, lang: Lang) -> None:
    """Write the page of the dossier to the file `out`, or to stdout for `-`."""
    from teletipo.view.page import page

    made = page(dossier, lang)
    if out == "-":
        typer.echo(made, nl=False)
        return
    try:
        Path(out).write_text(made, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{out}: cannot be written", "unwritable", name=out, reason=error.strerror) from None
    typer.echo(say(lang, "written", path=out), err=True)
