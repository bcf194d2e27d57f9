"""Contexts: what an event is about, by the words of its sentence and of the rest of its paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from teletipo.lexicon.contexts import Topics
from teletipo.lexicon.lookup import keys
from teletipo.near import sentence_of
from teletipo.records import Event
from teletipo.tree import Sentence

_FAR = 2  #: different words that the rest of the paragraph must hold
_NEAR = 2  #: different words or hints that the sentence must hold where it has no full word


def tag(sentences: tuple[Sentence, ...], events: tuple[Event, ...], context_words: Topics) -> tuple[Event, ...]:
    """The same events with their contexts, in the order of the lexicon."""
    asked = {home.paragraph for e in events if (home := sentence_of(sentences, e.anchors[0])) is not None}
    found = [set(words_of(s, context_words)) if s.paragraph in asked else set() for s in sentences]
    paragraphs: dict[int, list[int]] = {}
    for s in sentences:
        paragraphs.setdefault(s.paragraph, []).append(s.index)
    return tuple(_tagged(e, sentences, found, paragraphs, context_words) for e in events)


def words_of(sentence: Sentence, topics: Topics) -> Iterator[tuple[str, str, bool]]:
    """(context, expression, whether it is a full word) for each expression of the lexicon in the sentence."""
    tokens = list(zip(sentence.low_lemmas, sentence.low, strict=True))
    for first, word in enumerate(tokens):
        for words, topic, full in topics.begun_by[word]:
            there = tokens[first : first + len(words)]
            if len(there) == len(words) and all(w in keys(*t) for w, t in zip(words, there, strict=True)):
                yield topic, "_".join(words), full


def _tagged(
    event: Event,
    sentences: tuple[Sentence, ...],
    found: list[set[tuple[str, str, bool]]],
    paragraphs: Mapping[int, list[int]],
    topics: Topics,
) -> Event:
    home = sentence_of(sentences, event.anchors[0])
    if home is None:
        return event
    near = found[home.index]
    rest = [found[index] for index in paragraphs[home.paragraph] if index != home.index]
    far = set().union(*rest)
    named = {topic for topic, _, _ in near | far}
    chosen = tuple(t.id for t in topics.contexts if t.id in named and _holds(t.id, near, far))
    return msgspec.structs.replace(event, contexts=chosen)


def _holds(topic: str, near: Iterable[tuple[str, str, bool]], far: Iterable[tuple[str, str, bool]]) -> bool:
    full = {w for t, w, f in near if t == topic and f}
    hints = {w for t, w, f in near if t == topic and not f}
    around = {w for t, w, f in far if t == topic and f}
    return bool(full) or len(hints) >= _NEAR or len(around) >= _FAR
