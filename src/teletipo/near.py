"""What lies around a place in an article, found without looking through the whole article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from teletipo.records import Statement
from teletipo.spans import Span
from teletipo.tree import Sentence

_STATEMENTS = 64  #: statements that may begin inside one before it ends


def sentence_of(sentences: Sequence[Sentence], span: Span) -> Sentence | None:
    """The sentence that contains `span`, or None."""
    number = bisect_right(sentences, span.start, key=lambda s: s.starts[0]) - 1
    return sentences[number] if number >= 0 and sentences[number].extent.contains(span) else None


def statements_with(statements: Sequence[Statement], span: Span) -> list[tuple[Span, Statement]]:
    """The statements, in text order, with the part of their content that contains `span`."""
    last = bisect_right(statements, span.start, key=lambda s: s.content[0].start)
    some = statements[max(0, last - _STATEMENTS) : last]
    return [(content, statement) for statement in some for content in statement.content if content.contains(span)]
