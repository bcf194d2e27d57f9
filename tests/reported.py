"""Reported speech of a text: with who says it to whom or, for the tests of its constructions, read without a cast."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from parsed import trees, up_to
from teletipo.cast import Cast
from teletipo.languages import es
from teletipo.records import Article, Statement
from teletipo.stages.statements import find


class Said(NamedTuple):
    """The words of a statement, and the names of who says them and of whom they are said to."""

    words: str
    speaker: str | None
    addressee: str | None


@cache
def said(text: str) -> tuple[Said, ...]:
    """The statements of a text, in text order."""
    p = up_to("statements", text)
    names = {None: None} | {e.id: e.name for e in p["cast"].entities}
    return tuple(
        Said(" / ".join(c.of(text) for c in s.content), names[s.speaker], names[s.addressee]) for s in p["statements"]
    )


def speakers(text: str, content: str = "") -> list[str | None]:
    """The names of those who say what begins with `content`."""
    return [s.speaker for s in said(text) if s.words.startswith(content)]


@cache
def statements(text: str) -> tuple[Statement, ...]:
    """The statements of a text."""
    article = Article(id="test", sha256="", source_sha256="", language=es.CODE, text=text)
    return find(article, trees(text), Cast(), es.reporting())


def contents(text: str) -> list[str]:
    """The words of all contents, in text order."""
    return [c.of(text) for s in statements(text) for c in s.content]
