"""Contexts: PLOVER's contexts of an event (military, election …), by words in its sentence and paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from teletipo.clauses import sentence_of
from teletipo.lexicon.contexts import Topics
from teletipo.lexicon.lookup import keys
from teletipo.records import Event
from teletipo.tree import Sentence

_FAR = 2  #: different words that the rest of the paragraph must hold
_NEAR = 2  #: different words or hints that the sentence must hold where it has no full word


class Word(NamedTuple):
    """An expression that points to a context."""

    context: str
    text: str
    full: bool  #: tells it alone, and is no hint


def tag(sentences: tuple[Sentence, ...], events: tuple[Event, ...], context_words: Topics) -> tuple[Event, ...]:
    """The same events with their contexts, in the order of the lexicon."""
    asked = {home.paragraph for e in events if (home := sentence_of(sentences, e.anchors[0])) is not None}
    found = [set(_words_of(s, context_words)) if s.paragraph in asked else set() for s in sentences]
    paragraphs: dict[int, list[int]] = {}
    for s in sentences:
        paragraphs.setdefault(s.paragraph, []).append(s.index)
    return tuple(_tagged(e, sentences, found, paragraphs, context_words) for e in events)


def _words_of(sentence: Sentence, topics: Topics) -> Iterator[Word]:
    """The expressions of the lexicon in the sentence."""
    tokens = list(zip(sentence.low_lemmas, sentence.low, strict=True))
    for first, word in enumerate(tokens):
        for words, topic, full in topics.begun_by[word]:
            there = tokens[first : first + len(words)]
            if len(there) == len(words) and all(w in keys(*t) for w, t in zip(words, there, strict=True)):
                yield Word(topic, "_".join(words), full)


def _tagged(
    event: Event,
    sentences: tuple[Sentence, ...],
    found: list[set[Word]],
    paragraphs: Mapping[int, list[int]],
    topics: Topics,
) -> Event:
    """The event with the contexts of the words in its sentence and in the rest of its paragraph."""
    home = sentence_of(sentences, event.anchors[0])
    if home is None:
        return event
    near = found[home.index]
    rest = [found[index] for index in paragraphs[home.paragraph] if index != home.index]
    far = set().union(*rest)
    named = {word.context for word in near | far}
    chosen = tuple(t.id for t in topics.contexts if t.id in named and _holds(t.id, near, far))
    return msgspec.structs.replace(event, contexts=chosen)


def _holds(context: str, near: Iterable[Word], far: Iterable[Word]) -> bool:
    """Whether enough words point to a context; hints need company."""
    here = [word for word in near if word.context == context]
    hints = {word.text for word in here if not word.full}
    around = {word.text for word in far if word.context == context and word.full}
    return any(word.full for word in here) or len(hints) >= _NEAR or len(around) >= _FAR
