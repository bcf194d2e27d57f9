"""The acts that the rules proposed in an article, for `explain`: how the judge weighed them, which gave no event."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

import msgspec

from teletipo.act import Act
from teletipo.codebook import Codebook
from teletipo.languages import es
from teletipo.pipeline import STAGES, run
from teletipo.records import Article, Dossier, EventType
from teletipo.spans import Span
from teletipo.stages import acts
from teletipo.stages.weighing import event_features

#: the stages up to the acts that the rules propose
PROPOSING = STAGES[: next(k for k, stage in enumerate(STAGES) if stage.run is acts.detect) + 1]


class Dropped(msgspec.Struct, frozen=True):
    """Words that match a rule but became no event."""

    type: EventType
    rule: str
    anchor: Span
    #: excluded by the rule's `only` or `unless`; its `when` does not hold; another type of act is likelier here; the
    #: judge finds an event unlikely
    why: Literal["excluded", "unfit", "outweighed", "unlikely"]


def weighed(article: Article) -> dict[tuple[str, int, int], list[tuple[str, float]]]:
    """The features that counted most for (> 0) or against each act that the judge weighed, by its type and anchor."""
    p = run(PROPOSING, article, {})
    model = es.KNOWLEDGE["models"]()["event"]
    context = event_features.Context.of(p["sentences"], p["cast"], p["statements"], p["acts"])
    reasons = ((act, model.reasons(event_features.features(act, context))) for act in p["acts"])
    return {(act.type, act.anchor.start, act.anchor.end): why for act, why in reasons}


def dropped(dossier: Dossier) -> tuple[Dropped, ...]:
    """The words that match a rule but became no event of its type, each with the reason; in text order."""
    p = run(PROPOSING, dossier.article, {})
    found = sorted(_dropped(dossier, p), key=lambda one: (one.anchor, one.type))
    return tuple(found)


def _dropped(dossier: Dossier, p: dict[str, Any]) -> Iterator[Dropped]:
    told = [(event.type, anchor) for event in dossier.events for anchor in event.anchors]
    proposed: dict[tuple[int, int, str], Act] = {(a.sentence, a.token, a.type): a for a in p["acts"]}
    without_unless = acts.detect(p["sentences"], p["cast"], p["statements"], _permissive(), es.KNOWLEDGE["verbs"]())
    for act in without_unless:
        act = proposed.get((act.sentence, act.token, act.type), act)
        types = {type_ for type_, anchor in told if anchor.overlaps(act.anchor)}
        if act.type in types:
            continue
        if (act.sentence, act.token, act.type) not in proposed:
            yield Dropped(act.type, act.rule, act.anchor, "excluded")
        elif not act.fits:
            yield Dropped(act.type, act.rule, act.anchor, "unfit")
        else:
            yield Dropped(act.type, act.rule, act.anchor, "outweighed" if types else "unlikely")


@cache
def _permissive() -> Codebook:
    """The codebook without its restrictions (`only` and `unless`)."""
    replace, book = msgspec.structs.replace, es.acts()
    rules = (replace(c.es, patterns=tuple(replace(p, only={}, unless={}) for p in c.es.patterns)) for c in book.classes)
    classes = tuple(replace(c, es=own) for c, own in zip(book.classes, rules, strict=True))
    return Codebook(classes=classes, common=book.common)
