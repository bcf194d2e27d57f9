"""Where a span stands: its sentence, token and clause in the trees, and the statements that contain it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from teletipo.records import Statement
from teletipo.spans import Span
from teletipo.tree import Sentence

_STATEMENTS = 64  #: most statements that begin between the start and the end of another one


class Place(NamedTuple):
    """A token of a sentence."""

    sentence: Sentence
    token: int


class Index:
    """Finds the sentence and head token of a span in the trees of one article."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        """`sentences` in text order."""
        self.sentences = tuple(sentences)
        self._starts = [s.starts[0] for s in self.sentences]

    def sentence(self, offset: int) -> Sentence | None:
        """The sentence that covers code point `offset`, or None."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self.sentences[at].ends[-1]:
            return None
        return self.sentences[at]

    def place(self, start: int, end: int) -> Place | None:
        """The syntactic head of `[start, end)`: its token whose head lies outside; None if no token is inside."""
        sentence = self.sentence(start)
        if sentence is None:
            return None
        inside = range(bisect_right(sentence.ends, start), bisect_left(sentence.starts, end))
        if len(inside) <= 1:
            return Place(sentence, inside[0]) if inside else None
        words = [t for t in inside if sentence.upos[t] not in ("DET", "ADP", "PUNCT")] or inside
        tops = [t for t in words if sentence.heads[t] not in inside]
        return Place(sentence, (tops or words)[0])


def is_clause(sentence: Sentence, token: int) -> bool:
    """True if `token` heads a clause: a verb, or a nominal predicate with its copula."""
    return sentence.clausal[token]


def clause(sentence: Sentence, token: int) -> int:
    """The head of the clause of `token`: itself or its nearest ancestor that heads one; else the last ancestor."""
    node = token
    while not is_clause(sentence, node) and sentence.heads[node] >= 0:
        node = sentence.heads[node]
    return node


def sentence_of(sentences: Sequence[Sentence], span: Span) -> Sentence | None:
    """The sentence that contains `span`, or None."""
    number = bisect_right(sentences, span.start, key=lambda s: s.starts[0]) - 1
    return sentences[number] if number >= 0 and sentences[number].extent.contains(span) else None


def statements_with(statements: Sequence[Statement], span: Span) -> list[tuple[Span, Statement]]:
    """The statements, in text order, with the part of their content that contains `span`."""
    last = bisect_right(statements, span.start, key=lambda s: s.content[0].start)
    some = statements[max(0, last - _STATEMENTS) : last]
    return [(content, statement) for statement in some for content in statement.content if content.contains(span)]
