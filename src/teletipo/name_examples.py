"""Runs the gazetteer's examples as tests: each marked name must be found as the entry that the mark names.

An example is written `El [Kremlin]{state:RUS} rechazó la propuesta.` and tokenised as the pipeline does it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from teletipo.examples import Failure, Marked, marked
from teletipo.gazetteer import Gazetteer
from teletipo.gazetteer.schema import File
from teletipo.languages import es
from teletipo.spans import Span
from teletipo.yamlfile import load_marked


class NameExample(msgspec.Struct, frozen=True):
    """One example of a gazetteer file: its place (`file:line`) and the sentence with the entries marked in it."""

    id: str
    sentence: Marked


def examples(folder: Path) -> Iterator[NameExample]:
    """All examples of the files of a folder. Raises DataError for a file that breaks the schema."""
    for path in sorted(folder.rglob("*.yaml")):
        loaded = load_marked(path, File)
        for number, example in enumerate(loaded.value.examples):
            yield NameExample(f"{path}:{loaded.line('examples', number)}", marked(example))


def missed(example: NameExample, gazetteer: Gazetteer) -> tuple[Failure, ...]:
    """The marks of an example that do not hold, or that it has no marks."""
    text = example.sentence.text
    if not example.sentence.marks:
        return (Failure(text, Span(0, len(text)), "nothing is marked"),)
    wrong = []
    for id_, span in example.sentence.marks:
        last, found = _found(text, span, gazetteer)
        if id_ not in found or last > span.end:
            seen = f"; found {', '.join(found)}" if found else ""
            wrong.append(Failure(text, span, f"{_lacking(id_, found, gazetteer)}{seen}"))
    return tuple(wrong)


def _lacking(id_: str, found: tuple[str, ...], gazetteer: Gazetteer) -> str:
    if id_ not in {entry.id for entry in gazetteer.entries()}:
        return f"no entry {id_}"
    return f"{id_} is found in more words than are marked" if id_ in found else f"{id_} is not found here"


def _found(text: str, span: Span, gazetteer: Gazetteer) -> tuple[int, tuple[str, ...]]:
    """The entries of the longest name that begins with the marked words, and where it ends."""
    for sentence in es.parse(text):
        if span.start in sentence.starts:
            match = gazetteer.match(sentence.forms, sentence.starts.index(span.start))
            if match is not None:
                return sentence.ends[match.last - 1], tuple(entry.id for entry, _ in match.entries)
    return span.start, ()
