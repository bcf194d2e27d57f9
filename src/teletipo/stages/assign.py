"""Assign: who of those named around an act plays which part in it, weighed by a small linear model.

The rule's own proposal is one feature among many, so that a party which the tree hides can still be found, and one that
the tree gives wrongly can be dropped. Without a model the rule's arguments stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from teletipo.act import Act, Argument
from teletipo.cast import Cast, Placed
from teletipo.codebook import Codebook
from teletipo.grammar import Frame, adjective_frame, noun_frame, preposition, verb_frame
from teletipo.linear import Linear
from teletipo.participles import masculine_singular
from teletipo.records import RoleName, Statement
from teletipo.spans import Span
from teletipo.stages.roles import KINDS, speaker_at
from teletipo.tree import Sentence

PARTS: tuple[RoleName, ...] = ("actor", "recipient", "place")


class Candidate(msgspec.Struct, frozen=True):
    """Somebody who may take part in an act: an expression, and how it was come by."""

    placed: Placed
    origin: str  #: "here", "speaker", "before"


def assign(
    sentences: tuple[Sentence, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
    acts: tuple[Act, ...],
    codebook: Codebook,
    models: Mapping[str, Linear],
) -> tuple[Act, ...]:
    """The same acts with the actors, recipients and places that the model finds likeliest."""
    model = models.get("role")
    if model is None:
        return acts
    around = Around(sentences, cast, statements, codebook)
    return tuple(_assigned(act, around, model) for act in acts)


class Around(msgspec.Struct, frozen=True):
    """The article around an act."""

    sentences: tuple[Sentence, ...]
    cast: Cast
    statements: tuple[Statement, ...]
    codebook: Codebook


def _assigned(act: Act, around: Around, model: Linear) -> Act:
    best: dict[str, tuple[float, RoleName, Candidate]] = {}
    view = View.of(act, around)
    for candidate in candidates(act, around):
        distribution = model.distribution(features(act, candidate, view, around))
        role = max(PARTS, key=lambda r: distribution[r])
        kind = around.cast.entity(candidate.placed.entity).kind
        if distribution[role] >= model.threshold and kind in KINDS[role]:
            score = distribution[role]
            if candidate.placed.entity not in best or score > best[candidate.placed.entity][0]:
                best[candidate.placed.entity] = (score, role, candidate)
    kept = tuple(a for a in act.arguments if a.role not in PARTS)
    found = tuple(_argument(role, c.placed, c.origin, view) for _, role, c in best.values())
    return msgspec.structs.replace(act, arguments=(*found, *kept))


def _argument(role: RoleName, placed: Placed, origin: str, view: View) -> Argument:
    path = view.functions.get((placed.sentence, placed.head), origin)
    span = Span(placed.mention.start, placed.mention.end)
    return Argument(role=role, sentence=placed.sentence, token=placed.head, span=span, entity=placed.entity, path=path)


class View(msgspec.Struct, frozen=True):
    """What the tree and the rule say about an act: functions by token, and the rule's own proposals by entity."""

    functions: Mapping[tuple[int, int], str]
    proposed: Mapping[str, str]
    elided: int | None

    @classmethod
    def of(cls, act: Act, around: Around) -> View:
        """The view of one act."""
        s = around.sentences[act.sentence]
        frame = frame_of(s, act, around.codebook)
        functions = {(s.index, t): name for name, tokens in frame.functions.items() for t in tokens}
        proposed = {a.entity: a.role for a in reversed(act.arguments) if a.entity is not None and a.role in PARTS}
        return cls(functions, proposed, frame.elided)


def frame_of(s: Sentence, act: Act, codebook: Codebook) -> Frame:
    """The functions of the act's predicate, as its rule saw them."""
    if s.upos[act.token] in ("NOUN", "PROPN") and s.lemmas[act.token].lower() in codebook.nouns:
        return noun_frame(s, act.token, act.carrier, codebook.control)
    if s.upos[act.token] == "ADJ" and masculine_singular(s.forms[act.token]) in codebook.adjectives:
        return adjective_frame(s, act.token, codebook.control)
    return verb_frame(s, act.token, codebook.control)


def candidates(act: Act, around: Around) -> Iterator[Candidate]:
    """Everybody named in the act's sentence, whoever is quoted there, and the subjects of the sentence before."""
    seen = set()
    for placed in around.cast.within(act.sentence):
        seen.add(placed.entity)
        yield Candidate(placed, "here")
    speaker = speaker_at(act.anchor, around.statements)
    if speaker is not None and speaker not in seen:
        seen.add(speaker)
        yield Candidate(_nearest(speaker, act, around.cast), "speaker")
    if act.sentence > 0:
        before = around.sentences[act.sentence - 1]
        for placed in around.cast.within(before.index):
            if placed.entity not in seen and before.labels[placed.head].startswith(("nsubj", "root")):
                seen.add(placed.entity)
                yield Candidate(placed, "before")


def _nearest(entity: str, act: Act, cast: Cast) -> Placed:
    """The last expression of an entity up to the act, else its first one."""
    found = [p for p in cast.placed if p.entity == entity]
    return next((p for p in reversed(found) if p.mention.start <= act.anchor.start), found[0])


def features(act: Act, candidate: Candidate, view: View, around: Around) -> list[str]:
    """Named features of a pair; each also crossed with the act's type and word class."""
    s = around.sentences[act.sentence]
    placed = candidate.placed
    kind = around.cast.entity(placed.entity).kind
    function = view.functions.get((placed.sentence, placed.head), "none")
    if view.elided is not None and placed.mention.form == "elided" and placed.head == view.elided:
        function = "elided subject"
    proposed = view.proposed.get(placed.entity, "none")
    plain = [f"kind={kind}", f"function={function}", f"proposed={proposed}", f"form={placed.mention.form}"]
    plain += [f"function={function},kind={kind}", f"proposed={proposed},kind={kind}", f"origin={candidate.origin}"]
    plain += [f"origin={candidate.origin},filled={'actor' in view.proposed.values()}"]
    if candidate.origin == "here":
        plain += _position(s, act, placed, kind)
    word = s.upos[act.token]
    crossed = [f"{act.type}:{f}" for f in plain] + [f"{word}:{f}" for f in plain]
    lemma = s.lemmas[act.token].lower()
    return [*plain, *crossed, f"{lemma}:function={function}", f"{act.rule}:function={function}"]


def _position(s: Sentence, act: Act, placed: Placed, kind: str) -> list[str]:
    path = _path(s, act.token, placed.head)
    gap = placed.head - act.token
    bucket = "0" if gap == 0 else f"{'after' if gap > 0 else 'before'}{min(4, abs(gap).bit_length())}"
    return [
        f"path={path}",
        f"path={path},kind={kind}",
        f"case={preposition(s, placed.head)},{'after' if gap > 0 else 'before'}",
        f"gap={bucket}",
        f"gap={bucket},kind={kind}",
        f"label={s.labels[placed.head]}",
    ]


def _path(s: Sentence, origin: int, target: int) -> str:
    """The labels on the way up from one token and down to another: "^obj v nsubj"; "far" beyond five steps."""
    above = [origin, *s.ancestors(origin)]
    below = [target, *s.ancestors(target)]
    common = next((a for a in above if a in below), None)
    if common is None:
        return "far"
    up = [s.labels[t].split(":")[0] for t in above[: above.index(common)]]
    down = [s.labels[t].split(":")[0] for t in reversed(below[: below.index(common)])]
    return "^" + ".".join(up) + " v " + ".".join(down) if len(up) + len(down) <= 5 else "far"
