"""Transition systems in numpy: the arc-eager parser and the name tagger, all texts of a batch in step.

Arc-eager parsing: Nivre 2003 and 2008, with non-monotonic arcs (Honnibal and Johnson 2015: a headless word goes back
to the buffer, a left arc may replace a right one) and a Break move that starts a sentence, all as in spaCy. Names: the
BILUO scheme of Ratinov and Roth 2009 as a transition system.
The features are spaCy's eight (parser) and three (names) tokens of the state.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from teletipo.runtime.model import Flags, Floats, Ints32

if TYPE_CHECKING:
    from teletipo.runtime.kernel import Transitions

Valid = NDArray[np.bool_]


def scores(hidden: Floats, model: Transitions, tokens: Sequence[Sequence[int]]) -> Floats:
    """Scores of all moves in several states, given the feature tokens of each (rows of `hidden`; -1 for none)."""
    features = model.missing.shape[0]
    known = hidden.reshape(len(hidden), features, -1)
    total: Floats | None = None
    for number, column in enumerate(np.array(tokens, np.int64).T):
        part = np.where((column < 0)[:, None], model.missing[number], known[column, number])
        total = part if total is None else total + part
    assert total is not None
    pieces = (total + model.bias).reshape(len(tokens), -1, len(model.weight))
    best = pieces.max(axis=1)
    result = best[:, :1] * model.weight[0]
    for row in range(1, len(model.weight)):
        result = result + best[:, row, None] * model.weight[row]
    return np.asarray(result + model.score_bias, np.float32)


class _Tree:
    """The state of one text in the parser; tokens are numbered from 0 within the text."""

    def __init__(self, offset: int, length: int) -> None:
        self.offset, self.length = offset, length
        self.heads = [-1] * length
        self.moves = [-1] * length
        self.stack: list[int] = []
        self.returned: list[int] = []  # words put back to the buffer, the next one last
        self.next = 0  # the first word never taken from the buffer
        self.fixed = [False] * length  # words that must not be shifted again
        self.starts = [False] * (length + 1)
        self.left: list[list[int]] = [[] for _ in range(length)]
        self.right: list[list[int]] = [[] for _ in range(length)]

    def buffer(self, number: int) -> int:
        """The word at a position of the buffer, or -1."""
        if number < len(self.returned):
            return self.returned[-1 - number]
        word = self.next + number - len(self.returned)
        return word if word < self.length else -1

    def left_over(self) -> int:
        """Words in the buffer."""
        return self.length - self.next + len(self.returned)

    def features(self) -> list[int]:
        """Two words of the buffer, three of the stack, outermost children of the first of each; rows of the batch."""
        first, stack = self.buffer(0), [-1, -1, -1, *self.stack]
        top = stack[-1]
        tokens = [first, self.buffer(1), top, stack[-2], stack[-3]]
        tokens += [_last(self.left, first), _last(self.left, top), _last(self.right, top)]
        return [token + self.offset if token >= 0 else -1 for token in tokens]

    def allowed(self) -> dict[str, bool]:
        """Which kinds of move are possible."""
        first, left_over = self.buffer(0), self.left_over()
        begins = first >= 0 and self.starts[first]
        second = self.buffer(1)
        attach = bool(self.stack) and left_over > 0 and not begins
        return {
            "S": not self.stack or (left_over > 1 and not begins and not self.fixed[first]),
            "D": bool(self.stack),
            "L": attach,
            "R": attach,
            "B": left_over > 1 and second == first + 1 and not self.starts[second],
        }

    def take(self, kind: str, move: int) -> None:
        """Change the state by one move."""
        if kind == "B":
            self.starts[self.buffer(1)] = True
        elif kind == "S":
            self._push()
        elif kind == "D":
            self._reduce()
        elif kind == "L":
            self._attach(self.stack[-1], self.buffer(0), move)
            self.fixed[self.buffer(0)] = False
            self.stack.pop()
        else:
            self._attach(self.buffer(0), self.stack[-1], move)
            self._push()

    def _push(self) -> None:
        self.stack.append(self.buffer(0))
        if self.returned:
            self.returned.pop()
        else:
            self.next += 1

    def _reduce(self) -> None:
        word = self.stack.pop()
        if self.heads[word] < 0 and self.stack:
            self.fixed[word] = True
            self.returned.append(word)

    def _attach(self, child: int, head: int, move: int) -> None:
        if self.heads[child] >= 0:  # a right arc gives way; the child is the last one of its old head
            self.right[self.heads[child]].pop()
        (self.left if head > child else self.right)[head].append(child)
        self.heads[child], self.moves[child] = head, move


def _last(children: list[list[int]], word: int) -> int:
    return children[word][-1] if word >= 0 and children[word] else -1


def parse(hidden: Floats, model: Transitions, bounds: Sequence[int]) -> tuple[Ints32, Ints32]:
    """Heads and moves of all tokens; see Kernel.parse."""
    trees = [_Tree(start, end - start) for start, end in itertools.pairwise(bounds)]
    kinds = [move[0] for move in model.moves]
    columns = {kind: np.array([k == kind for k in kinds]) for kind in "SDLRB"}
    active = [tree for tree in trees if tree.length]
    while active:
        values = scores(hidden, model, [tree.features() for tree in active])
        for tree, row in zip(active, values, strict=True):
            allowed = tree.allowed()
            valid = np.logical_or.reduce([columns[kind] for kind in "SDLRB" if allowed[kind]])
            move = int(np.where(valid, row, -np.inf).argmax())
            tree.take(kinds[move], move)
        active = [tree for tree in active if tree.stack or tree.left_over()]
    heads = [head for tree in trees for head in tree.heads]
    return np.array(heads, np.int32), np.array([move for tree in trees for move in tree.moves], np.int32)


def names(hidden: Floats, model: Transitions, bounds: Sequence[int], blank: Flags, starts: Flags) -> Ints32:
    """Moves at all tokens; see Kernel.names."""
    result = np.full(len(hidden), -1, np.int32)
    lengths = [end - start for start, end in itertools.pairwise(bounds)]
    opened = [-1] * len(lengths)  # first token of the name that is open in each text
    labels = [0] * len(lengths)
    for position in range(max(lengths, default=0)):
        active = [number for number, length in enumerate(lengths) if position < length]
        tokens = [bounds[number] + position for number in active]
        states = [
            (token, opened[number], token - 1 if opened[number] >= 0 else -1)
            for number, token in zip(active, tokens, strict=True)
        ]
        for number, token, row in zip(active, tokens, scores(hidden, model, states), strict=True):
            ends = position + 1 == lengths[number] or bool(starts[token + 1])
            valid = _valid_names(model, labels[number] if opened[number] >= 0 else 0, ends, bool(blank[token]))
            move = int(np.where(valid, row, -np.inf).argmax())
            result[token] = move
            kind = model.moves[move][0]
            if kind == "B":
                opened[number], labels[number] = token, int(model.labels[move])
            elif kind == "L":
                opened[number] = -1
    return result


def _valid_names(model: Transitions, label: int, ends: bool, blank: bool) -> Valid:
    """Which moves are possible inside a name with `label` (0: outside); `ends`: no name goes on after this token."""
    kinds, labels = model.kinds, model.labels
    if label:
        kinds_inside = "L" if ends else "LI"
        return np.asarray(np.isin(kinds, [ord(kind) for kind in kinds_inside]) & (labels == label))
    kinds_outside = "" if blank else "U" if ends else "UB"
    begins = np.isin(kinds, [ord(kind) for kind in kinds_outside]) & (labels > 0)
    return np.asarray(begins | (kinds == ord("O")))
