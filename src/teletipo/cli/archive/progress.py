"""A progress line on a terminal while articles are read; nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from teletipo.ingest.counts import Counts
from teletipo.view.words import Lang


@contextmanager
def shown(note: Callable[[Counts], None], lang: Lang) -> Iterator[Callable[[Counts], None]]:
    """A function to call with the counts so far, which shows them in `lang`; `note` is called with them too."""
    if not sys.stderr.isatty():
        yield note
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("…", total=None)

        def show(counts: Counts) -> None:
            note(counts)
            progress.update(task, description=counts.sentence(lang))

        yield show
