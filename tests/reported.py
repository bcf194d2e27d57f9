"""Reported speech of a text read without a cast, for the tests of its constructions."""

from __future__ import annotations

from functools import cache

from parsed import trees
from teletipo.cast import Cast
from teletipo.languages import es
from teletipo.records import Article, Statement
from teletipo.stages.statements import find


@cache
def statements(text: str) -> tuple[Statement, ...]:
    """The statements of a text."""
    article = Article(id="test", sha256="", source_sha256="", language=es.CODE, text=text)
    return find(article, trees(text), Cast(), es.reporting())


def contents(text: str) -> list[str]:
    """The words of all contents, in text order."""
    return [c.of(text) for s in statements(text) for c in s.content]
