"""Statements: each reported utterance with its speaker, cue and exact content."""

from __future__ import annotations

from teletipo.cast import Cast
from teletipo.records import Article, Statement
from teletipo.tree import Sentence


def find(article: Article, sentences: tuple[Sentence, ...], cast: Cast) -> tuple[Statement, ...]:
    """The statements in text order; `events` is filled by the pipeline once events are known."""
    return ()
