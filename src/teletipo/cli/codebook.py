"""`teletipo check`: every example and counterexample of the codebook, read by the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from teletipo.cli.article import lang_option
from teletipo.cli.messages import say
from teletipo.errors import InputError
from teletipo.view.words import Lang

if TYPE_CHECKING:
    from teletipo.examples import Case, Failure


def register(app: typer.Typer, lang: Lang) -> None:
    """Add the command to `app` with its help in `lang`."""

    @app.command("check", help=say(lang, "check.help"))
    def check(
        name: str = typer.Argument(None, metavar="[CLASS]", help=say(lang, "class"), show_default=False),
        _lang: str = lang_option(lang),
    ) -> None:
        outcomes = _outcomes(name)
        failed = sum(1 for _, failures in outcomes if failures)
        pending = sum(1 for case, _ in outcomes if case.pending)
        for case, failures in outcomes:
            for failure in failures:
                typer.echo(_shown(case.id, failure))
        typer.echo(say(lang, "checked", number=len(outcomes), failed=failed, pending=pending), err=True)
        raise typer.Exit(1 if failed else 0)


def _outcomes(name: str | None) -> list[tuple[Case, tuple[Failure, ...]]]:
    from teletipo import codebook, examples

    try:
        found = list(examples.cases(codebook.load(), name))
    except KeyError:
        raise InputError(f"no class {name}", "class", name=name) from None
    return [(case, examples.failures(case)) for case in found]


def _shown(id: str, failure: Failure) -> str:
    """The sentence with carets under the words that the message is about."""
    carets = " " * failure.span.start + "^" * (failure.span.end - failure.span.start)
    why = f" · {failure.why}" if failure.why else ""
    return f"{id}: {failure.message}{why}\n    {failure.text}\n    {carets}"
