"""Certainty: how sure each act is, by the cues that have it in their scope, and on whose word it rests."""

from __future__ import annotations

from teletipo.act import Act
from teletipo.cast import Cast
from teletipo.records import Article, Statement
from teletipo.tree import Sentence


def assess(
    article: Article,
    sentences: tuple[Sentence, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
    acts: tuple[Act, ...],
) -> tuple[Act, ...]:
    """The same acts with certainty, cue and source."""
    return acts
