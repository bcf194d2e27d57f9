"""Assign: who of those named around an act plays which part in it, weighed by a small linear model.

The rule's own proposal is one feature among many, so that a party which the tree hides can still be found, and one that
the tree gives wrongly can be dropped. Without a model the rule's arguments stand.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from teletipo.act import Act, Argument
from teletipo.cast import Cast, Placed
from teletipo.codebook import Codebook
from teletipo.linear import Linear
from teletipo.records import EntityKind, RoleName, Statement
from teletipo.referring import Referring
from teletipo.spans import Span
from teletipo.stages.around import PARTS, Around, Candidate, candidates
from teletipo.stages.weighing import View, features
from teletipo.tree import Sentence

#: what the judge weighs for each part, more kinds than the rules propose (`roles.RULE_KINDS`): a country or a town may
#: mean its government or people
JUDGE_KINDS: Mapping[str, frozenset[str]] = {
    "actor": frozenset({"person", "state", "organisation", "group", "facility", "place"}),
    "recipient": frozenset({"person", "state", "organisation", "group", "facility", "place"}),
    "place": frozenset({"place", "facility", "state"}),
}
#: how probable a part must be, and how much less suffices for the likeliest filler in the sentence of a part that
#: nobody fills yet; chosen by the folds on train
BAR = {"actor": 0.4, "recipient": 0.4, "place": 0.35}
MARGIN = {"actor": 0.15, "recipient": 0.1, "place": 0.0}
#: prepositions before a building in which or at which something is done
SITTING = frozenset({"en", "frente a", "ante"})
#: functions of where a visit leads
DESTINATIONS = frozenset({"a", "en", "hacia", "para", "por", "object", "indirect"})
#: origins whose candidates must be likelier than the bar by this much: they are seldom parties; chosen by the folds
FAR = {"before": 0.1, "inside": 0.1}


def assign(
    sentences: tuple[Sentence, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
    acts: tuple[Act, ...],
    codebook: Codebook,
    models: Mapping[str, Linear],
    referring: Referring,
) -> tuple[Act, ...]:
    """The same acts with the actors, recipients and places that the model finds likeliest."""
    model = models.get("role")
    if model is None:
        return acts
    around = Around(sentences, cast, statements, codebook, acts, referring.seats)
    return tuple(assigned(act, around, model) for act in acts)


def assigned(act: Act, around: Around, model: Linear) -> Act:
    """One act with its parts filled; each entity plays one part at most."""
    view = View.of(act, around)
    weighed: list[tuple[float, RoleName, Candidate]] = []
    for candidate in candidates(act, around):
        distribution = model.distribution(features(act, candidate, view, around))
        kind = _kind(candidate, around)
        far = FAR.get(candidate.origin, 0.0)
        weighed += [(distribution[r] - far, r, candidate) for r in PARTS if kind in JUDGE_KINDS[r]]
    taken: dict[str, tuple[float, RoleName, Candidate]] = {}
    filled: set[str] = set()
    for score, role, candidate in sorted(weighed, key=lambda w: -w[0]):
        bar = BAR[role] - (MARGIN[role] if role not in filled and candidate.origin != "before" else 0.0)
        if candidate.entity not in taken and score >= bar:
            taken[candidate.entity] = (score, role, candidate)
            filled.add(role)
    parts = [_argument(*part, view) for part in taken.values()]
    hosts = [msgspec.structs.replace(a, role="place") for a in parts if _is_destination(act, a, around.cast)]
    kept = tuple(a for a in act.arguments if a.role not in PARTS)
    return msgspec.structs.replace(act, arguments=(*parts, *hosts, *kept))


def _kind(candidate: Candidate, around: Around) -> EntityKind:
    """The kind of a candidate; a body in its building ("en la embajada") is a facility."""
    kind = around.cast.entity(candidate.entity).kind
    return "facility" if kind == "organisation" and any(_is_seat(p, around) for p in candidate.placed) else kind


def _is_seat(placed: Placed, around: Around) -> bool:
    s = around.sentences[placed.sentence]
    return s.prepositions[placed.head] in SITTING and s.low_lemmas[placed.head] in around.seats


def _is_destination(act: Act, part: Argument, cast: Cast) -> bool:
    """True for a host that is the place as well: "visitó Cuba", "su viaje a Túnez"."""
    if act.mode != "visit" or part.role != "recipient" or part.path not in DESTINATIONS or part.entity is None:
        return False
    return cast.entity(part.entity).kind in JUDGE_KINDS["place"]


def _argument(weight: float, role: RoleName, candidate: Candidate, view: View) -> Argument:
    """The argument with the expression that carries it best: one with a function, else the first."""
    placed = next((p for p in candidate.placed if view.function(p) != "none"), candidate.placed[0])
    function = view.function(placed)
    return Argument(
        role=role,
        sentence=placed.sentence,
        token=placed.head,
        span=Span(placed.mention.start, placed.mention.end),
        entity=candidate.entity,
        weight=weight,
        path=function if function != "none" else candidate.origin,
    )
