"""Agenda: what a meeting is about, if a verb says so ("para tratar X", "centrada en X", "se abordó X")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from teletipo.act import Act
from teletipo.phrases.lexicon import Phrases
from teletipo.stages.matching.roles import phrase
from teletipo.tree import Sentence

#: Lists of the lexicon file agenda.yaml, by name.
Words = Mapping[str, frozenset[str]]


def note(sentences: tuple[Sentence, ...], acts: tuple[Act, ...], phrases: Phrases) -> tuple[Act, ...]:
    """The same acts; a meeting without a topic gets the one that a verb near it names."""
    words = phrases.lexicon("agenda").contexts
    return tuple(_noted(sentences[act.sentence], act, words) if act.type == "CONSULT" else act for act in acts)


def _noted(s: Sentence, act: Act, words: Words) -> Act:
    if any(a.role == "topic" for a in act.arguments):
        return act
    topics = [t for head in _topics(s, act.token, words) for t in (head, *s.kids(head, "conj"))]
    inside = {t for topic in topics for t in s.subtree(topic)}
    kept = (a for a in act.arguments if a.role != "place" or a.sentence != s.index or a.token not in inside)
    return msgspec.structs.replace(act, arguments=(*kept, *(phrase(s, "topic", t, "agenda") for t in topics)))


def _topics(s: Sentence, act: int, words: Words) -> Iterator[int]:
    """The head words of the topics, by the verbs below and above an act."""
    treating, centred = words["treating"], words["centred"]
    for below in s.kids(act, "advcl", "acl", "amod"):
        aim = s.low_lemmas[below] in treating and any(s.low[m] == "para" for m in s.kids(below, "mark", "case"))
        if aim or s.low_lemmas[below] in centred:
            yield from _treated(s, below, words)
    verb, label = s.heads[act], s.relations[act]
    if label == "nsubj" and s.low_lemmas[verb] in centred:
        yield from _treated(s, verb, words)
    if label == "obl" and s.low_lemmas[verb] in treating and s.prepositions[act] in words["meeting"]:
        treated = [t for t in s.kids(verb, "obj", "nsubj:pass") if s.upos[t] != "PRON"]
        yield from treated if len(treated) == 1 else ()


def _treated(s: Sentence, verb: int, words: Words) -> tuple[int, ...]:
    """The object of a verb, else what follows it with "de", "sobre" or "en"."""
    behind = (t for t in s.kids(verb, "obl", "nmod") if t > verb and s.prepositions[t] in words["about"])
    return tuple(t for t in s.kids(verb, "obj") if s.upos[t] != "PRON")[:1] or tuple(behind)[:1]
