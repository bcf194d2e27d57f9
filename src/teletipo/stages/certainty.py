"""Certainty: how sure each act is, by the cues that have it in their scope, and on whose word it rests."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from teletipo.act import Act
from teletipo.cast import Cast
from teletipo.cues import Cues
from teletipo.records import Article, Certainty, Statement
from teletipo.stages import scope
from teletipo.tree import Sentence

#: acts done by speaking: in the first person they are done by the very words
_SPEECH_ACTS = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN", "AGREE"})
_SUBJECTS = ("nsubj", "nsubj:pass")


def assess(
    article: Article,
    sentences: tuple[Sentence, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
    acts: tuple[Act, ...],
    cues: Cues,
) -> tuple[Act, ...]:
    """The same acts with certainty, cue and source."""
    return tuple(_assessed(sentences[a.sentence], cast, _around(statements, a), a, cues) for a in acts)


def _around(statements: Iterable[Statement], act: Act) -> tuple[Statement, ...]:
    """The statements whose content holds the act's anchor, the innermost first."""
    inside = [s for s in statements if any(c.contains(act.anchor) for c in s.content)]
    return tuple(sorted(inside, key=lambda s: sum(c.end - c.start for c in s.content)))


def _assessed(sentence: Sentence, cast: Cast, around: tuple[Statement, ...], act: Act, cues: Cues) -> Act:
    found = scope.hits(sentence, act.token, cues, act.type, reported=bool(around))
    hit = min(found, key=lambda h: (scope.ORDER.index(h.label), h.step), default=None)
    label = hit.label if hit else _unmarked(sentence, around, act)
    span = hit.span if hit else (around[0].cue if around and label == "stated" else None)
    source = _source(sentence, cast, around, label, hit)
    return msgspec.structs.replace(act, certainty=label, cue=span, source=source)


def _unmarked(sentence: Sentence, around: tuple[Statement, ...], act: Act) -> Certainty:
    """The label of an act without any cue: outside speech a fact, inside on the speaker's word unless presupposed."""
    if not around:
        return "fact"
    if sentence.upos[act.token] in ("NOUN", "PROPN"):
        return "fact"
    verb = scope.finite(sentence, act.token)
    if act.type in _SPEECH_ACTS and (verb is None or sentence.feat(verb, "Person") == "1"):
        return "fact"
    return "stated"


def _source(
    sentence: Sentence, cast: Cast, around: tuple[Statement, ...], label: Certainty, hit: scope.Hit | None
) -> tuple[str, ...]:
    """Entities on whose word the act rests."""
    if label == "fact":
        return ()
    speaker = around[0].speaker if around else None
    if speaker:
        return (speaker,)
    if hit and hit.cue.scope == "complement" and label in ("proposed", "planned", "possible", "denied"):
        return subject_of(sentence, cast, hit.token)
    return ()


def subject_of(sentence: Sentence, cast: Cast, verb: int) -> tuple[str, ...]:
    """The entity that is the subject of a verb, named or elided; empty if unknown."""
    for subject in sentence.kids(verb, *_SUBJECTS):
        if found := cast.at(sentence.index, subject):
            return (found.entity,)
    elided = cast.elided(sentence.index, verb)
    return (elided.entity,) if elided else ()
