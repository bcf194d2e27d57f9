"""Joint: everybody who says something together ("Lima y Quito dijeron que …"), and whom they cite.

A statement names only the first of them.
"""

from __future__ import annotations

from teletipo.cast import SOMEBODY, Cast
from teletipo.records import Statement
from teletipo.spans import Span
from teletipo.tree import Sentence


def voices(statement: Statement, sentence: Sentence | None, cast: Cast) -> tuple[str, ...]:
    """Entities of the speaker and of those that `sentence`, which holds the speaker's words, coordinates with it."""
    speaker, span = statement.speaker, statement.speaker_span
    if speaker is None:
        return ()
    if span is None or sentence is None or not sentence.extent.contains(span):
        return (speaker,)
    own = [p for p in cast.within(sentence.index) if p.entity == speaker and p.mention.form != "elided"]
    heads = [p.head for p in own if span.overlaps(Span(p.mention.start, p.mention.end))]
    joined = (cast.at(sentence.index, token) for head in heads for token in sentence.kids(head, "conj"))
    others = [p.entity for p in joined if p is not None and cast.kind_of(p.entity) in SOMEBODY]
    return tuple(dict.fromkeys((speaker, *others)))


def cited(sentence: Sentence | None, cue: Span | None, cast: Cast, citing: frozenset[str]) -> tuple[str, ...]:
    """Entities whom a speaker cites next to the verb `cue` ("informó el diario, citando a un ministro")."""
    saying = sentence.token_at(cue.end - 1) if sentence is not None and cue is not None else None
    if sentence is None or saying is None:
        return ()
    clause = (saying, sentence.heads[saying], *sentence.kids(saying, "nsubj"))
    beside = (t for t in range(len(sentence)) if sentence.heads[t] in clause and sentence.feat(t, "VerbForm") == "Ger")
    objects = (o for t in beside if sentence.lemmas[t] in citing for o in sentence.kids(t, "obj"))
    found = (cast.at(sentence.index, o) for o in objects)
    return tuple(dict.fromkeys(p.entity for p in found if p is not None and cast.kind_of(p.entity) in SOMEBODY))
