"""Coreference: acts that describe the same occurrence become one event, the first of them its main anchor."""

from __future__ import annotations

from collections.abc import Mapping

from teletipo.act import Act
from teletipo.linear import Linear
from teletipo.phrases.lexicon import Phrases
from teletipo.records import Article, Event
from teletipo.stages.merging.groups import COMPARED, Groups
from teletipo.stages.merging.likeness import Told, features
from teletipo.stages.merging.occasions import Occasions
from teletipo.stages.merging.occurrence import event
from teletipo.timex.expression import Timex
from teletipo.tree import Sentence

#: how probable it must be that an act is an event and none of those told before it, to be an event of its own. On folds
#: of the gold's train: events .702 to .711, roles .488 to .499, tuples .283 to .297, against bars for each by itself
ALONE = 0.4


def merge(
    article: Article,
    sentences: tuple[Sentence, ...],
    timexes: tuple[Timex, ...],
    acts: tuple[Act, ...],
    models: Mapping[str, Linear],
    phrases: Phrases,
) -> tuple[Event, ...]:
    """One event for each occurrence, in the order of their main anchors.

    An act that is neither likely enough as an event of its own nor as a telling of an earlier one is left out.
    """
    groups = Groups(phrases, Occasions(sentences, timexes))
    model = models.get("same")
    for act in acts:
        told = Told.of(act, sentences, phrases)
        number, same = _likeliest(groups, told, model)
        if act.score * (1 - same) >= ALONE:
            groups.add(told, None)
        elif model is None or same >= model.threshold:
            groups.add(told, number)
    return tuple(event(article, sentences, [told.act for told in group]) for group in groups.found)


def _likeliest(groups: Groups, told: Told, model: Linear | None) -> tuple[int | None, float]:
    """The likeliest group for an act and its probability; without a model the nearest that the act refers back to."""
    if (shared := groups.sharing(told)) is not None:
        return shared, 1.0
    if told.other:
        return None, 0.0
    kin = groups.kin(told)
    if model is None:
        number = next((k for k in reversed(kin) if _points_back(groups.found[k], told)), None)
        return number, 0.0 if number is None else 1.0
    scored = [(max(model.probability(features(t, told)) for t in groups.found[k][-COMPARED:]), k) for k in kin]
    same, number = max(scored, default=(0.0, None))
    return number, same


def _points_back(group: list[Told], told: Told) -> bool:
    """True for a definite noun that refers back to an act of its type, sharing its parties or naming none."""
    before = frozenset().union(*(t.parties for t in group))
    return told.definite and told.act.certainty == group[0].act.certainty and told.parties <= before
