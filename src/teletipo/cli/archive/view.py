"""Answers on the screen: JSON Lines, CSV, or two lines a row for people."""

from __future__ import annotations

import csv
import json
import sys
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from teletipo.query import Answer
from teletipo.store.search import Hit


def show(answer: Answer, kind: str, *, as_json: bool, as_csv: bool) -> None:
    """Write the answer to stdout; `kind` names the layout for people."""
    if as_json:
        for row in answer.dicts():
            sys.stdout.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
    elif as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows([_flat(value) for value in row] for row in answer.rows)
    else:
        _for_people(answer, kind)


def show_hits(hits: list[Hit], *, as_json: bool, as_csv: bool) -> None:
    """Write what a search found; on a terminal the words found are marked."""
    columns = ("article", "title", "outlet", "published", "start", "end", "quote", "marks")
    rows = tuple(
        (h.document, h.title, h.outlet, h.published, h.start, h.end, h.quote, [[m.start, m.end] for m in h.marks])
        for h in hits
    )
    if as_json or as_csv:
        show(Answer(columns=columns, rows=rows), "search", as_json=as_json, as_csv=as_csv)
        return
    console = _console()
    for hit in hits:
        console.print(Text(_place(hit.document, hit.start, hit.end, hit.outlet, hit.published, hit.title), style="dim"))
        console.print(_marked(hit, console.is_terminal))


def _for_people(answer: Answer, kind: str) -> None:
    console = _console()
    layout = {"events": _event, "statements": _statement, "exchanges": _exchange}.get(kind)
    if layout is None:
        console.print(_table(answer))
        return
    for row in answer.dicts():
        console.print(Text.assemble(*layout(row)))
        place = _place(row["article"], row["start"], row["end"], row["outlet"], row["published"], row["title"])
        quote = " ".join(str(row.get("evidence") or row["quote"]).split())
        console.print(Text.assemble(f"    «{quote}»  ", (place, "dim")))


def _event(row: dict[str, Any]) -> list[Any]:
    parts: list[Any] = [f"{row['date'] or 'sin fecha':<10}  ", (row["type"], "bold"), f" {row['certainty']}  "]
    parts.append(f"{_names(row['actors'])} → {_names(row['recipients'])}")
    parts += [f" · {_names(row['places'])}"] if row["places"] else []
    parts += [f" · {_names(row['goods'])}"] if row["goods"] else []
    return [*parts, f"  «{row['quote']}»"]


def _statement(row: dict[str, Any]) -> list[Any]:
    return [(row["speaker"] or "—", "bold"), f"  {row['kind']}  {row['cue'] or ''}"]


def _exchange(row: dict[str, Any]) -> list[Any]:
    who = f"{row['giver'] or '—'} ⇒ {row['good']} ⇒ {row['receiver'] or '—'}"
    return [(who, "bold"), f"  {row['certainty']}  {row['date'] or ''}"]


def _names(names: list[str] | None) -> str:
    return ", ".join(names) if names else "—"


def _place(document: str, start: int, end: int, outlet: str | None, published: str | None, title: str | None) -> str:
    return " · ".join(p for p in (f"{document} [{start}:{end}]", outlet, published, title) if p)


def _marked(hit: Hit, terminal: bool) -> Text:
    text = Text("    " + hit.quote)
    if terminal:
        for mark in hit.marks:
            text.stylize("bold reverse", mark.start - hit.start + 4, mark.end - hit.start + 4)
        return text
    plain, at = "    ", hit.start
    for mark in hit.marks:
        plain += hit.quote[at - hit.start : mark.start - hit.start]
        plain += "**" + hit.quote[mark.start - hit.start : mark.end - hit.start] + "**"
        at = mark.end
    return Text(plain + hit.quote[at - hit.start :])


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
