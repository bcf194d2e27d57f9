"""Assign: who plays which role in an act, chosen among everybody named around it by a small linear model.

The rule's own proposal is one feature among many, so that a party hidden by the tree can still be found, and a wrong
one dropped. Without a model the rule's arguments stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from teletipo.act import Act, Argument
from teletipo.cast import SOMEBODY, SOMEWHERE, Cast, Placed
from teletipo.codebook import Codebook
from teletipo.lexicon.referring import Referring
from teletipo.linear import Linear
from teletipo.records import EntityKind, RoleName, Statement
from teletipo.spans import Span
from teletipo.stages.weighing.around import PARTS, Around, Candidate
from teletipo.stages.weighing.barred import bars
from teletipo.stages.weighing.elsewhere import is_held_in
from teletipo.stages.weighing.lists import Belief, evened, lists, narrowed
from teletipo.stages.weighing.outlook import Outlook
from teletipo.stages.weighing.role_features import features
from teletipo.tree import Sentence

#: what the judge weighs for each part, more kinds than the rules propose (`roles.RULE_KINDS`): a country or a town may
#: mean its government or people
JUDGE_KINDS: Mapping[str, frozenset[str]] = {
    "actor": SOMEBODY | SOMEWHERE,
    "recipient": SOMEBODY | SOMEWHERE,
    "place": SOMEWHERE | {"state"},
}
#: how probable a part must be, and how much less suffices for the likeliest filler in the sentence of a part that
#: nobody fills yet, and for those named in one list with it or doing it with him; chosen by the folds on train (with
#: .05 less for actor and recipient roles F1 is .541 instead of .546, precision .614 instead of .639; for the lists
#: roles F1 .507 to .509, tuples .312 to .315; of 17 that do it with others in 640 articles of news 12 rightly)
BAR = {"actor": 0.5, "recipient": 0.45, "place": 0.35}
MARGIN = {"actor": 0.2, "recipient": 0.15, "place": 0.0}
#: prepositions before a building in which or at which something is done
SITTING = frozenset({"en", "frente a", "ante"})
#: functions of where a visit leads
DESTINATIONS = frozenset({"a", "en", "hacia", "para", "por", "object", "indirect"})
#: origins whose candidates must be likelier than the bar by this much, and all that fill no function, these twice as
#: much if somebody fills the part: they are seldom parties; chosen by the folds
FAR = {"before": 0.1, "inside": 0.1}
UNPLACED = 0.05
#: what is believed at least of whose arrest, murder or release is told ("su arresto"): of 15 in gold train and our
#: annotations 8 are recipients and 5 nobody, but the model sees too few of them beside all other possessives; and of
#: who is quoted with "me" (2 of 2)
OWNED = 0.5
OWNING = frozenset({"possessive", "me"})
#: what is believed at least of the town in "la cumbre de Lima": of 8 in gold train and our annotations 7 are places
HELD = 0.5


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
    """One act with its roles filled; each entity plays one role at most."""
    view = Outlook.of(act, around)
    beliefs = evened([_belief(act, c, view, around, model) for c in view.candidates], around.sentences)
    serving = {b.candidate.entity for b in beliefs if _has_function(b.candidate, view)}
    weighed = [(p - _distance(b.candidate, serving), part, b.candidate) for b in beliefs for part, p in b.parts.items()]
    partners = _partners(act)
    taken: dict[str, tuple[float, RoleName, Candidate]] = {}
    filled: dict[str, set[tuple[int, int]]] = {}  # by the members of which lists
    for score, role, candidate in sorted(weighed, key=lambda w: -w[0]):
        others = filled.get(role)
        apart = others is not None and others.isdisjoint(lists(candidate, around.sentences))
        awaited = (role, candidate.entity) in partners or (
            role == "actor" and _lacks_partner(act, taken.values(), view)
        )
        bar = _bar(role, candidate, serving, apart and not awaited)
        if candidate.entity not in taken and score >= bar:
            taken[candidate.entity] = (score, role, candidate)
            filled.setdefault(role, set()).update(lists(candidate, around.sentences))
    parts = [_argument(*part, view) for part in taken.values()]
    hosts = _hosts(parts, around.cast) if act.mode == "visit" else []
    named = {(a.sentence, a.token) for a in parts}
    kept = (a for a in act.arguments if a.role not in PARTS)
    told = (a for a in kept if a.role != "topic" or (a.sentence, a.token) not in named)  # a party is no topic
    return msgspec.structs.replace(act, arguments=(*parts, *hosts, *told))


def _partners(act: Act) -> set[tuple[RoleName, str]]:
    """Who by the rule does it "con" somebody: neither is a party without the other."""
    told = [a for a in act.arguments if a.role == "actor"]
    together = any(a.path.endswith("con") for a in told)
    return {(a.role, a.entity) for a in told if together and a.entity is not None}


def _lacks_partner(act: Act, taken: Iterable[tuple[float, RoleName, Candidate]], view: Outlook) -> bool:
    """True for talks of which only those are known with whom they are: "tras [la] reunión con Perú, Soto dijo"."""
    known = [candidate for _, role, candidate in taken if role == "actor"]
    return act.type == "CONSULT" and all(any(view.function(p) == "con" for p in c.placed) for c in known)


def _belief(act: Act, candidate: Candidate, view: Outlook, around: Around, model: Linear) -> Belief:
    """The model's probabilities, with those of the roles that grammar rules out shared among the rest."""
    distribution = model.distribution(features(act, candidate, view, around))
    kind, barred = _kind(candidate, around), bars(act, candidate, view, around)
    parts = (part for part in PARTS if kind in JUDGE_KINDS[part] and part not in barred)
    left = 1 - sum(distribution[part] for part in barred)
    beliefs = {part: distribution[part] / left if left > 0 else 0.0 for part in parts}
    if "recipient" in beliefs and _is_whose(act, candidate):
        beliefs["recipient"] = max(beliefs["recipient"], OWNED)
    if _is_venue(act, candidate, kind, around):
        beliefs = {"place": max(beliefs["place"], HELD)}
    return Belief(narrowed(candidate, view), beliefs)


def _is_venue(act: Act, candidate: Candidate, kind: EntityKind, around: Around) -> bool:
    """True for the town where a meeting is held, or the state of a summit: one alone holds none."""
    if kind != "place" and not (kind == "state" and act.mode == "multilateral"):
        return False
    here = (p for p in candidate.placed if p.sentence == act.sentence)
    return any(is_held_in(around.sentences[act.sentence], act, p) for p in here)


def _is_whose(act: Act, candidate: Candidate) -> bool:
    """True for "su" in "su arresto" and "me" in "me llamó", which the rule makes the recipient."""
    whose = (a.entity for a in act.arguments if a.role == "recipient" and a.path in OWNING)
    return candidate.entity in whose


def _distance(candidate: Candidate, serving: set[str]) -> float:
    """By how much a candidate must be likelier than the bar; `serving` are those who fill a function."""
    return FAR.get(candidate.origin, 0.0) + (0.0 if candidate.entity in serving else UNPLACED)


def _bar(role: RoleName, candidate: Candidate, serving: set[str], filled: bool) -> float:
    """How probable a role must be, depending on whether somebody fills it already."""
    if filled:
        return BAR[role] + (0.0 if candidate.entity in serving else UNPLACED)
    return BAR[role] - (0.0 if candidate.origin == "before" else MARGIN[role])


def _has_function(candidate: Candidate, view: Outlook) -> bool:
    return any(view.function(p) != "none" for p in candidate.placed)


def _kind(candidate: Candidate, around: Around) -> EntityKind:
    """The kind of a candidate; a body in its building ("en la embajada") is a facility."""
    kind = around.cast.entity(candidate.entity).kind
    return "facility" if kind == "organisation" and any(_is_seat(p, around) for p in candidate.placed) else kind


def _is_seat(placed: Placed, around: Around) -> bool:
    s = around.sentences[placed.sentence]
    return s.prepositions[placed.head] in SITTING and s.low_lemmas[placed.head] in around.seats


def _hosts(parts: list[Argument], cast: Cast) -> list[Argument]:
    """The second role of a visit's destination: a host is a place too ("visitó Cuba"), a foreign state a host too."""
    visitors = {cast.entity(a.entity).country for a in parts if a.role == "actor" and a.entity is not None}
    found: list[Argument] = []
    for part in parts:
        entity = None if part.entity is None else cast.entity(part.entity)
        if entity is None or part.path not in DESTINATIONS or entity.kind not in JUDGE_KINDS["place"]:
            continue
        if part.role == "recipient":
            found.append(msgspec.structs.replace(part, role="place"))
        elif part.role == "place" and entity.known == f"state:{entity.country}" and entity.country not in visitors:
            found.append(msgspec.structs.replace(part, role="recipient"))
    return found


def _argument(weight: float, role: RoleName, candidate: Candidate, view: Outlook) -> Argument:
    """The argument with the mention that carries it best: one with a function, else the first."""
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
