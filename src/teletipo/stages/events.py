"""Events: the codebook's patterns matched over the trees give acts; acts of one occurrence merge into events."""

from __future__ import annotations

from teletipo.act import Act
from teletipo.cast import Cast
from teletipo.records import Article, Event, Role, content_id
from teletipo.tree import Sentence


def detect(sentences: tuple[Sentence, ...], cast: Cast) -> tuple[Act, ...]:
    """Every expression of an act of the codebook, with its arguments."""
    return ()


def merge(article: Article, sentences: tuple[Sentence, ...], acts: tuple[Act, ...]) -> tuple[Event, ...]:
    """One event for each occurrence."""
    return tuple(
        Event(
            id=content_id("e:", article.id, act.rule, act.anchor.start, act.anchor.end),
            type=act.type,
            mode=act.mode,
            anchors=(act.anchor,),
            certainty=act.certainty,
            rule=act.rule,
            evidence=(sentences[act.sentence].extent,),
            roles=tuple(
                Role(role=a.role, start=a.span.start, end=a.span.end, entity=a.entity, value=a.value)
                for a in act.arguments
            ),
            cue=act.cue,
            source=act.source,
        )
        for act in acts
    )
