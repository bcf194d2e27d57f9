"""Prints answers as JSON Lines, as CSV, or as two lines per row for people."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from teletipo.query import Answer
from teletipo.records import When
from teletipo.store.search import Hit
from teletipo.view.cards import shown_date
from teletipo.view.terminal import safe
from teletipo.view.words import Lang, marks, word


def show(answer: Answer, kind: str, lang: Lang, *, as_json: bool, as_csv: bool) -> None:
    """Write the answer to stdout; `kind` names the layout for people, who read it in `lang`."""
    if as_json:
        for row in answer.dicts():
            sys.stdout.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
    elif as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows([_flat(value) for value in row] for row in answer.rows)
    else:
        _for_people(answer, kind, lang)


def passages(hits: list[Hit]) -> Answer:
    """What a search found as a table, one row an article."""
    columns = ("article", "title", "outlet", "published", "start", "end", "quote", "marks")
    rows = tuple(
        (h.document, h.title, h.outlet, h.published, h.start, h.end, h.quote, [[m.start, m.end] for m in h.marks])
        for h in hits
    )
    return Answer(columns=columns, rows=rows)


#: Columns of `who` that count.
_SUMS = ("articles", "mentions", "acts", "received", "statements")


def _for_people(answer: Answer, kind: str, lang: Lang) -> None:
    console = _console()
    lines: Iterable[Text | Table]
    if kind == "search":
        lines = (line for row in answer.dicts() for line in _passage(row, console.is_terminal))
    elif kind == "who":
        lines = (line for row in answer.dicts() for line in _entity(row, lang))
    elif title := _TITLES.get(kind):
        lines = (line for row in answer.dicts() for line in _record(row, title(row, lang)))
    else:
        lines = (_table(answer),) if answer.rows else ()
    for line in lines:
        console.print(line)


def _record(row: dict[str, Any], title: list[Any]) -> Iterator[Text]:
    """Two lines: what the row says, and the words that it rests on with their place."""
    yield Text.assemble(*title)
    yield Text.assemble(f"    {_quoted(row.get('evidence') or row['quote'])}  ", (_place(row), "dim"))


def _passage(row: dict[str, Any], terminal: bool) -> Iterator[Text]:
    """Two lines: the place, and the passage with the words found marked."""
    yield Text(_place(row), style="dim")
    yield _marked(row, terminal)


def _entity(row: dict[str, Any], lang: Lang) -> Iterator[Text]:
    """Who it is and how often, the posts as the texts name them, and the first mention."""
    about = ", ".join(filter(None, (word(lang, f"kind.{row['kind']}"), row["country"], row["sector"])))
    sums = " · ".join(f"{word(lang, f'who.{name}')} {row[name] or 0}" for name in _SUMS)
    yield Text.assemble((row["name"], "bold"), f"  {about} · {sums}  ", (row["entity"], "dim"))
    if row["posts"]:
        yield Text(f"    {'; '.join(row['posts'])}")
    yield Text.assemble(f"    {_quoted(row['quote'])}  ", (_place(row), "dim"))


def _event(row: dict[str, Any], lang: Lang) -> list[Any]:
    parts: list[Any] = [f"{_date(row) or word(lang, 'undated'):<10}  ", (row["type"], "bold"), f" {row['certainty']}  "]
    parts.append(f"{_names(row['actors'])} → {_names(row['recipients'])}")
    parts += [f" · {_names(row['places'])}"] if row["places"] else []
    parts += [f" · {_names(row['goods'])}"] if row["goods"] else []
    return [*parts, f"  {_quoted(row['quote'])}  ", (row["event"], "dim")]


def _statement(row: dict[str, Any], lang: Lang) -> list[Any]:
    return [(row["speaker"] or "—", "bold"), f"  {row['kind']}  {row['cue'] or '—'}  ", (row["statement"], "dim")]


def _exchange(row: dict[str, Any], lang: Lang) -> list[Any]:
    who = f"{row['giver'] or '—'} ⇒ {row['good']} ⇒ {row['receiver'] or '—'}"
    when = _date(row) or word(lang, "undated")
    return [(who, "bold"), f"  {row['certainty']}  {when}  ", (row["event"], "dim")]


def _date(row: dict[str, Any]) -> str:
    """The date as exactly as the text gives it; empty without one."""
    if row["date"] is None:
        return ""
    return shown_date(When(start=row["date"], end=row["date_end"], precision=row["precision"], basis=""))


#: What the first line of a row says, by kind of answer.
_TITLES: Mapping[str, Callable[[dict[str, Any], Lang], list[Any]]] = {
    "events": _event,
    "statements": _statement,
    "exchanges": _exchange,
}


def _quoted(words: str) -> str:
    """The words in quotation marks, on one line."""
    line = " ".join(safe(words).split())
    return line.join(marks(line))


def _names(names: list[str] | None) -> str:
    return ", ".join(names) if names else "—"


def _place(row: dict[str, Any]) -> str:
    where = f"{row['article']} [{row['start']}:{row['end']}]"
    return " · ".join(p for p in (where, *map(row.get, ("outlet", "published", "title"))) if p)


def _marked(row: dict[str, Any], terminal: bool) -> Text:
    """The passage on one line, the words found in reverse video, or in asterisks if the output is not a terminal."""
    quote, start = re.sub(r"\s", " ", row["quote"]), row["start"]
    if terminal:
        text = Text("    " + quote)
        for first, last in row["marks"]:
            text.stylize("bold reverse", first - start + 4, last - start + 4)
        return text
    plain, at = "    ", start
    for first, last in row["marks"]:
        plain += f"{quote[at - start : first - start]}**{quote[first - start : last - start]}**"
        at = last
    return Text(plain + quote[at - start :])


def _table(answer: Answer) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in answer.columns:
        table.add_column(column)
    for row in answer.rows:
        table.add_row(*(str(_flat(value)) for value in row))
    return table


def _flat(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    return "" if value is None else value


def _console() -> Console:
    width = None if sys.stdout.isatty() else 10_000
    return Console(width=width, highlight=False, markup=False, emoji=False, soft_wrap=True)
