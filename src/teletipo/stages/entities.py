"""Entities: each referring expression resolved to the one it means, with the reason."""

from __future__ import annotations

from teletipo.cast import Cast
from teletipo.records import Article
from teletipo.stages.mentions import Reference
from teletipo.tree import Sentence


def resolve(article: Article, sentences: tuple[Sentence, ...], references: tuple[Reference, ...]) -> Cast:
    """Who is where in the article."""
    return Cast()
