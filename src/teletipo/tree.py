"""Sentences as immutable dependency trees: all that the stages see of the parser.

Labels and features are those of Universal Dependencies. Tokens are indices into the sentence, offsets are code points
of the article's text, end exclusive. A head of -1 marks the root.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import cached_property
from typing import Any

import msgspec

from teletipo.lexicon.valency import UNKNOWN, Valency
from teletipo.morphology.participles import masculine_singular
from teletipo.spans import Span
from teletipo.tags import VERBAL, features_of

_HELPING = frozenset({"aux", "aux:pass", "cop"})
_OPENING = frozenset('«“"‘¿¡:■•●▪►')
_CONTRACTED = {"del": "de", "al": "a"}


class Name(msgspec.Struct, frozen=True):
    """A run of tokens `[first, last)` that the model tagged as a name; `kind` is PER, LOC, ORG or MISC."""

    first: int
    last: int
    kind: str


class Sentence(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One sentence as parallel tuples, one item per token."""

    index: int  #: position in the article
    paragraph: int
    forms: tuple[str, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    feats: tuple[str, ...]  #: UD morphology, "Mood=Ind|Number=Sing"
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    names: tuple[Name, ...] = ()
    children: tuple[tuple[int, ...], ...] = ()
    valency: Valency = UNKNOWN  #: of the words of its language

    @cached_property
    def low(self) -> tuple[str, ...]:
        """The forms in lower case."""
        return tuple([form.lower() for form in self.forms])

    @cached_property
    def capitals(self) -> tuple[bool, ...]:
        """Whether each form begins with a capital letter."""
        return tuple([form[0].isupper() for form in self.forms])

    @cached_property
    def low_lemmas(self) -> tuple[str, ...]:
        """The lemmas in lower case."""
        return tuple([lemma.lower() for lemma in self.lemmas])

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All forms and lemmas in lower case, and `participles`; a word that is not in it need not be searched for."""
        return frozenset((*self.low, *self.low_lemmas, *self.participles.values()))

    @cached_property
    def participles(self) -> dict[int, str]:
        """The masculine singular of each participle: "detenido" for "detenidas"."""
        return {t: masculine_singular(self.low[t]) for t, feats in enumerate(self.feats) if "VerbForm=Part" in feats}

    @cached_property
    def relations(self) -> tuple[str, ...]:
        """The labels without their subtypes: "nsubj" for "nsubj:pass"."""
        return tuple([label.partition(":")[0] for label in self.labels])

    @cached_property
    def prepositions(self) -> tuple[str | None, ...]:
        """The preposition that introduces each token, contractions undone: "por parte de", "con", or None."""
        found: list[str | None] = [None] * len(self.labels)
        for token, (label, head) in enumerate(zip(self.labels, self.heads, strict=True)):
            if label == "case" and head >= 0 and found[head] is None:
                found[head] = self._preposition(token)
        return tuple(found)

    def _preposition(self, case: int) -> str:
        *words, last = (self.low[case], *(self.low[c] for c in self.kids(case, "fixed")))
        return " ".join([*words, _CONTRACTED.get(last, last)])

    @cached_property
    def clausal(self) -> tuple[bool, ...]:
        """Whether each token heads a clause: a verb that is no auxiliary, or whatever has a copula."""
        labels = self.labels
        found = [upos in VERBAL and label not in _HELPING for upos, label in zip(self.upos, labels, strict=True)]
        for label, head in zip(labels, self.heads, strict=True):
            if label == "cop" and head >= 0:
                found[head] = True
        return tuple(found)

    @cached_property
    def root(self) -> int | None:
        """The first word that no other governs; None if there is none."""
        return next((token for token, head in enumerate(self.heads) if head < 0), None)

    @cached_property
    def frames(self) -> dict[Hashable, Any]:
        """Cache of `grammar`: functions of predicates and datelines, which several stages ask for."""
        return {}

    @cached_property
    def _paths(self) -> dict[int, tuple[int, ...]]:
        return {}

    @cached_property
    def _subtrees(self) -> dict[int, tuple[int, ...]]:
        return {}

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.forms)

    def opens(self, token: int) -> bool:
        """True for the first word of the sentence, a quotation or a question, which has a capital in any case."""
        return token == 0 or self.forms[token - 1] in _OPENING

    def feat(self, token: int, name: str) -> str | None:
        """The value of one morphological feature ("Mood" -> "Ind"), or None."""
        return features_of(self.feats[token]).get(name)

    def span(self, first: int, last: int | None = None) -> Span:
        """Offsets of token `first`, or of the tokens `[first, last)`."""
        return Span(self.starts[first], self.ends[first if last is None else last - 1])

    @property
    def extent(self) -> Span:
        """Offsets of the whole sentence."""
        return Span(self.starts[0], self.ends[-1])

    def kids(self, token: int, *labels: str) -> tuple[int, ...]:
        """Children of `token`, in text order; with `labels`, those of one of them (subtypes need their full name)."""
        if not labels:
            return self.children[token]
        children = self.children[token]
        own = self.labels
        found: tuple[int, ...] = ()
        for child in children:  # most words have one at most
            if own[child] in labels:
                found += (child,)
        return found

    def kid(self, token: int, *labels: str) -> int | None:
        """The first child of `token` with one of `labels`, or None."""
        children = self.children[token]
        if not labels:
            return children[0] if children else None
        own = self.labels
        for child in children:
            if own[child] in labels:
                return child
        return None

    def subtree(self, token: int) -> tuple[int, ...]:
        """`token` and all its descendants, in text order."""
        known = self._subtrees.get(token)
        if known is None:
            found = [token]
            for node in found:
                found.extend(self.children[node])
            known = self._subtrees[token] = tuple(sorted(found))
        return known

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above `token`, nearest first."""
        node = self.heads[token]
        while node >= 0:
            yield node
            node = self.heads[node]

    def upwards(self, token: int) -> tuple[int, ...]:
        """`token` and the heads above it, nearest first."""
        known = self._paths.get(token)
        if known is None:
            found, node, heads = [token], token, self.heads
            while (node := heads[node]) >= 0:
                found.append(node)
            known = self._paths[token] = tuple(found)
        return known

    def token_at(self, offset: int) -> int | None:
        """The token that covers code point `offset`, or None."""
        return next((i for i in range(len(self)) if self.starts[i] <= offset < self.ends[i]), None)


def children_of(heads: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """The children of each token, in text order."""
    children: list[list[int]] = [[] for _ in heads]
    for token, head in enumerate(heads):
        if head >= 0:
            children[head].append(token)
    return tuple(map(tuple, children))


def with_valency(sentences: tuple[Sentence, ...], valency: Valency) -> tuple[Sentence, ...]:
    """The sentences with the valency lists of their language."""
    return tuple(msgspec.structs.replace(s, valency=valency) for s in sentences)
