"""Judge: which candidate acts are events, decided by a small linear model over tree, lexicon and document.

The rules propose; the judge disposes. Without a model (`--rules-only`) an act counts if its rule's conditions hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from teletipo.act import Act
from teletipo.cast import Cast
from teletipo.linear import Linear
from teletipo.records import Statement
from teletipo.stages.weighing.event_features import Context, features
from teletipo.tree import Sentence


def judge(
    sentences: tuple[Sentence, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
    acts: tuple[Act, ...],
    models: Mapping[str, Linear],
) -> tuple[Act, ...]:
    """The acts that are events, at most one at a token, each with its score."""
    model = models.get("event")
    if model is None:
        return _best(act for act in acts if act.fits)
    context = Context.of(sentences, cast, statements, acts)
    scored = (msgspec.structs.replace(act, score=round(model.probability(features(act, context)), 4)) for act in acts)
    return _best(act for act in scored if act.score >= model.threshold)


def _best(acts: Iterable[Act]) -> tuple[Act, ...]:
    """The likeliest act at each token, without those contained in another.

    Of equals the one that more words express ("llamó a consultas" before "llamó"), then the first of the codebook.
    """
    best: dict[tuple[int, int], Act] = {}
    for act in acts:
        key = (act.sentence, act.token)
        if key not in best or _rank(act) > _rank(best[key]):
            best[key] = act
    kept: list[Act] = []
    for act in sorted(best.values(), key=lambda a: (a.anchor.start, -a.anchor.end, a.token)):
        if not any(k.type == act.type and k.anchor.contains(act.anchor) for k in kept[-3:]):
            kept.append(act)
    return tuple(kept)


def _rank(act: Act) -> tuple[float, int]:
    return act.score, act.anchor.end - act.anchor.start
