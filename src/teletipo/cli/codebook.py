"""`teletipo check`: runs the examples and counterexamples of the codebook, and the examples of the gazetteer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from teletipo.cli.messages import say
from teletipo.cli.options import lang_option, option
from teletipo.errors import InputError
from teletipo.view.words import Lang

if TYPE_CHECKING:
    from teletipo.examples import Failure


def register(app: typer.Typer, lang: Lang) -> None:
    """Add the command to `app` with its help in `lang`."""

    @app.command("check", help=say(lang, "check.help"))
    def check(
        name: str = typer.Argument(None, metavar="[CLASS]", help=say(lang, "class"), show_default=False),
        gazetteer: str = option(lang, say(lang, "check.gazetteer"), metavar="DIR"),
        _lang: str = lang_option(lang),
    ) -> None:
        if name and gazetteer:
            raise InputError("CLASS and --gazetteer exclude each other", "both checks")
        outcomes = [] if gazetteer else _of_codebook(name)
        outcomes += [] if name else _of_gazetteer(gazetteer)
        failed = sum(1 for outcome in outcomes if outcome.failures)
        pending = sum(outcome.pending for outcome in outcomes)
        for outcome in outcomes:
            for failure in outcome.failures:
                typer.echo(_shown(outcome.id, failure))
        typer.echo(say(lang, "checked", number=len(outcomes), failed=failed, pending=pending), err=True)
        raise typer.Exit(1 if failed else 0)


class Outcome(NamedTuple):
    """The result of one sentence."""

    id: str  #: file and line where something failed
    failures: Sequence[Failure]
    pending: bool = False


def _of_codebook(name: str | None) -> list[Outcome]:
    from teletipo import codebook, examples

    book = codebook.load()
    try:
        found = list(examples.cases(book, name))
    except KeyError:
        known = ", ".join(class_.id for class_ in book.classes)
        raise InputError(f"no class {name}; there are {known}", "class", name=name, known=known) from None
    outcomes = []
    for case in found:
        failures = examples.failures(case)
        outcomes.append(Outcome(examples.place(case) if failures else case.id, failures, case.pending))
    return outcomes


def _of_gazetteer(names: str | None) -> list[Outcome]:
    """The examples of the shipped files, or of the folder `names`."""
    from teletipo import gazetteer
    from teletipo.name_examples import examples, missed

    known = gazetteer.load(Path(names)) if names else gazetteer.load()
    return [Outcome(one.id, missed(one, known)) for one in examples(Path(names) if names else gazetteer.DATA)]


def _shown(id: str, failure: Failure) -> str:
    """The message, and the sentence with carets under the words concerned."""
    carets = " " * failure.span.start + "^" * (failure.span.end - failure.span.start)
    why = f" · {failure.why}" if failure.why else ""
    return f"{id}: {failure.message}{why}\n    {failure.text}\n    {carets}"
