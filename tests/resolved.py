"""Who is who in a text: each expression as a row, for the tests of entities."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple
from unittest.mock import ANY

from parsed import trees
from teletipo.languages import es
from teletipo.stages import entities, mentions
from teletipo.stages.article import article


class Row(NamedTuple):
    """An expression and whom it means; what a test leaves out may be anything."""

    words: str  #: of an elided subject the verb, in angle brackets
    kind: Any = ANY
    name: Any = ANY
    country: Any = ANY
    why: Any = ANY


@cache
def read(text: str, published: str | None = None) -> tuple[Row, ...]:
    """The expressions of a text that mean somebody."""
    knowledge = {name: es.KNOWLEDGE[name]() for name in ("gazetteer", "referring")}
    made = article(text, published=published)
    sentences = trees(text)
    cast = entities.resolve(made, sentences, mentions.references(sentences, **knowledge), **knowledge)
    rows = []
    for placed in cast.placed:
        mention, entity = placed.mention, cast.entity(placed.entity)
        words = text[mention.start : mention.end]
        words = f"<{words}>" if mention.form == "elided" else words
        rows.append(Row(words, entity.kind, entity.name, entity.country, mention.why))
    return tuple(rows)


def words(text: str) -> set[str]:
    """The expressions alone."""
    return {row.words for row in read(text)}


def meant(text: str, words: str) -> set[str]:
    """The names of those whom these words mean, wherever they stand."""
    return {row.name for row in read(text) if row.words == words}
