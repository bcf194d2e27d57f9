"""Splits text into tokens: at white space, then punctuation at both ends, then inside, with exceptions at every step.

The algorithm is the one described in spaCy's documentation ("How spaCy's tokenizer works"); its patterns and
exceptions come with the model. A piece of text between spaces is split once and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Any

import numpy as np

from teletipo.runtime.lexicon import Lexicon
from teletipo.runtime.patterns import Patterns, PatternsByCharacters

Types = tuple[int, ...]

MAX_PIECES = 80_000  #: pieces between spaces that are remembered
MAX_PIECE = 2048  #: code points; a longer piece is cut, because peeling off its ends takes quadratic time
_RUNS = re.compile(r"\s+|\S+")


class Tokenizer:
    """Splits texts into the word types of one lexicon."""

    def __init__(self, rules: dict[str, Any], lexicon: Lexicon) -> None:
        """`rules` is the model's "tokenizer" table: four patterns and the exceptions."""
        self._patterns = PatternsByCharacters(rules, rules["exceptions"])
        self._lexicon = lexicon
        self._exceptions: dict[str, Types] = {}
        self._pieces: dict[str, Types] = {}
        divided = [self._divided(text) for text in rules["exceptions"]]  # before there are exceptions
        for text, tokens in rules["exceptions"].items():
            self._exceptions[text] = tuple(lexicon.type_of(form, norm) for form, norm in tokens)
        self._phrases = {types for types in divided if len(types) > 1}
        self._phrase_pairs = {types[:2] for types in self._phrases}
        self._phrase_lengths = sorted({len(types) for types in self._phrases}, reverse=True)

    def __call__(self, text: str) -> tuple[list[int], list[int]]:
        """Word types and start offsets of the tokens of `text`; white space is a token where it is unusual."""
        pieces = text.split(" ")
        try:
            groups = [self._pieces[piece] for piece in pieces]
        except KeyError:
            if not self._learn(pieces):
                return self._merged(text, *self._irregular(text))
            groups = [self._pieces[piece] for piece in pieces]
        types = list(chain.from_iterable(groups))
        ends = self._lexicon.lengths[types]
        first = np.cumsum([len(group) for group in groups[:-1]], dtype=np.int64)
        gaps = np.zeros(len(types), np.int64)
        gaps[first] = 1
        starts = np.cumsum(ends + gaps) - ends
        return self._merged(text, types, starts.tolist())

    def forget(self, kept: int) -> None:
        """Forget the pieces with types that the lexicon has dropped, from number `kept` on."""
        self._pieces = {piece: types for piece, types in self._pieces.items() if max(types) < kept}

    def _learn(self, pieces: list[str]) -> bool:
        """Split the pieces not met before; False if one is empty or holds white space."""
        if len(self._pieces) > MAX_PIECES:
            self._pieces.clear()
        for piece in pieces:
            if piece not in self._pieces:
                if piece.split() != [piece]:
                    return False
                self._pieces[piece] = self._split(piece)
        return True

    def _irregular(self, text: str) -> tuple[list[int], list[int]]:
        """Tokens of a text with other white space than single spaces: a run of it, less a leading space, is one."""
        types: list[int] = []
        starts: list[int] = []
        for match in _RUNS.finditer(text):
            start, run = match.start(), match.group()
            if run.isspace() and start and run[0] == " ":
                start, run = start + 1, run[1:]
            for number in self._split(run) if run else ():
                types.append(number)
                starts.append(start)
                start += int(self._lexicon.lengths[number])
        return types, starts

    def _split(self, piece: str) -> Types:
        """The types of one run without (or of nothing but) white space."""
        if (known := self._exceptions.get(piece)) is not None:
            return known
        if piece.isalpha():  # no pattern of the model begins, ends or lies at a letter
            return (self._lexicon.type_of(piece),)
        if len(piece) > MAX_PIECE and not piece.isspace():
            parts = (piece[start : start + MAX_PIECE] for start in range(0, len(piece), MAX_PIECE))
            return tuple(chain.from_iterable(map(self._split, parts)))
        return self._with_affixes(piece)

    def _with_affixes(self, piece: str) -> Types:
        """Punctuation from both ends in turn, until an exception or nothing more is left in the middle."""
        before: list[str] = []
        after: list[str] = []
        size = -1
        patterns = self._patterns.of(piece)
        while piece and len(piece) != size and piece not in self._exceptions:
            size = len(piece)
            head = self._affix(patterns.prefix, piece)
            if head and piece[head:] in self._exceptions:
                before.append(piece[:head])
                piece = piece[head:]
                break
            tail = self._affix(patterns.suffix, piece[head:])
            if tail and piece[:-tail] in self._exceptions:
                after.append(piece[-tail:])
                piece = piece[:-tail]
                break
            if head:
                before.append(piece[:head])
            if tail and head + tail <= size:
                after.append(piece[-tail:])
                piece = piece[head : size - tail]
            else:
                piece = piece[head:]
        type_of = self._lexicon.type_of
        return (*map(type_of, before), *self._middle(piece, patterns), *map(type_of, reversed(after)))

    @staticmethod
    def _affix(search: Any, text: str) -> int:
        match = search(text)
        return match.end() - match.start() if match else 0

    def _middle(self, piece: str, patterns: Patterns) -> Iterator[int]:
        """What is left between affixes: an exception, a web address, or parts around infixes."""
        if not piece:
            return
        if (known := self._exceptions.get(piece)) is not None:
            yield from known
            return
        start = 0
        if "." not in piece or not patterns.url(piece):
            for match in patterns.infixes(piece):
                if match.start() == 0:
                    continue
                if start < match.start():
                    yield self._lexicon.type_of(piece[start : match.start()])
                if match.group():
                    yield self._lexicon.type_of(match.group())
                start = match.end()
        if piece[start:]:
            yield self._lexicon.type_of(piece[start:])

    def _divided(self, exception: str) -> Types:
        """The tokens of an exception if it were none, by which `_merged` recognises it."""
        return tuple(chain.from_iterable(self._with_affixes(piece) for piece in exception.split(" ") if piece))

    def _merged(self, text: str, types: list[int], starts: list[int]) -> tuple[list[int], list[int]]:
        """Replace runs of tokens that together are an exception, the longest first ("EE. UU.")."""
        pairs = self._phrase_pairs
        found = [i for i, pair in enumerate(pairwise(types)) if pair in pairs]
        return self._replaced(text, types, starts, found) if found else (types, starts)

    def _replaced(
        self, text: str, types: list[int], starts: list[int], candidates: list[int]
    ) -> tuple[list[int], list[int]]:
        spans = [
            (i, i + length)
            for length in self._phrase_lengths
            for i in candidates
            if i + length <= len(types) and tuple(types[i : i + length]) in self._phrases
        ]
        taken: set[int] = set()
        chosen = []
        for first, last in spans:
            if first not in taken and last - 1 not in taken:
                chosen.append((first, last))
            taken.update(range(first, last))
        for first, last in sorted(chosen, reverse=True):
            start, end = starts[first], starts[last - 1] + len(self._lexicon.forms[types[last - 1]])
            if (tokens := self._exceptions.get(text[start:end])) is not None:
                lengths = [len(self._lexicon.forms[number]) for number in tokens]
                types[first:last] = tokens
                starts[first:last] = [start + sum(lengths[:k]) for k in range(len(tokens))]
        return types, starts
