"""Assign: who of those named around an act plays which part in it, weighed by a small linear model.

The rule's own proposal is one feature among many, so that a party which the tree hides can still be found, and one that
the tree gives wrongly can be dropped. Without a model the rule's arguments stand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

import msgspec

from teletipo.act import Act, Argument
from teletipo.cast import Cast, Placed
from teletipo.codebook import Codebook
from teletipo.grammar import Frame, adjective_frame, borne_frame, noun_frame, verb_frame
from teletipo.linear import Crossed, Linear
from teletipo.participles import masculine_singular
from teletipo.records import RoleName, Statement
from teletipo.spans import Span
from teletipo.stages.roles import speaker_at
from teletipo.tree import Sentence

PARTS: tuple[RoleName, ...] = ("actor", "recipient", "place")
#: what may play each part: anybody may act and undergo, for a country or a town also means its government or people
KINDS: Mapping[str, frozenset[str]] = {
    "actor": frozenset({"person", "state", "organisation", "group", "facility", "place"}),
    "recipient": frozenset({"person", "state", "organisation", "group", "facility", "place"}),
    "place": frozenset({"place", "facility", "state"}),
}
Named = Mapping[str, tuple[Placed, ...]]
FLAT = ("conj", "flat", "appos")
#: how probable a part must be, and how much less suffices for the likeliest filler in the sentence of a part that
#: nobody fills yet; chosen by the folds on train
BAR = {"actor": 0.4, "recipient": 0.4, "place": 0.35}
MARGIN = {"actor": 0.15, "recipient": 0.1, "place": 0.0}
#: origins whose candidates must be likelier than the bar by this much: they are seldom parties; chosen by the folds
FAR = {"before": 0.1, "inside": 0.1}


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """An entity that may take part in an act, with its expressions in the act's sentence (or the nearest elsewhere)."""

    entity: str
    placed: tuple[Placed, ...]
    origin: str  #: "here", "inside" (named only within longer expressions of others), "speaker", "before"


class Peer(NamedTuple):
    """The part that the rules give somebody in an act: where that act stands, and its word."""

    start: int
    anchor: Span
    role: RoleName
    lemma: str


class Around(msgspec.Struct, frozen=True, dict=True):
    """The article around an act."""

    sentences: tuple[Sentence, ...]
    cast: Cast
    statements: tuple[Statement, ...]
    codebook: Codebook
    acts: tuple[Act, ...] = ()  #: all acts of the article, as their rules saw them

    @cached_property
    def peers(self) -> dict[tuple[str, str], list[Peer]]:
        """Type of act and entity -> the entity's part in each act of the type, in text order."""
        index: dict[tuple[str, str], list[Peer]] = {}
        for act in sorted(self.acts, key=lambda a: a.anchor.start):
            lemma = self.sentences[act.sentence].lemmas[act.token]
            parts = {a.entity: a.role for a in reversed(act.arguments) if a.role in PARTS}
            for entity, role in parts.items():
                if entity is not None:
                    index.setdefault((act.type, entity), []).append(Peer(act.anchor.start, act.anchor, role, lemma))
        return index

    @cached_property
    def _named(self) -> dict[int, tuple[Named, Named]]:
        return {}

    def named(self, sentence: int) -> tuple[Named, Named]:
        """Expressions by entity; apart, those named only inside others: the Russia of "el presidente de Rusia"."""
        found = self._named.get(sentence)
        if found is None:
            found = self._named[sentence] = _by_entity(self.cast, sentence)
        return found


class View(msgspec.Struct, frozen=True):
    """What the tree and the rule say about an act: functions by token, and the rule's own proposals by entity."""

    functions: Mapping[tuple[int, int], str]
    outer: Mapping[tuple[int, int], str]  #: functions of the predicate that governs the act
    governor: str  #: its lemma and the act's label under it
    proposed: Mapping[str, str]
    elided: int | None
    speaker: str | None
    nearest: Mapping[str, str]  #: entity -> its rank among those before or after the act: "before1", "after2"
    weight: Mapping[str, int]  #: mentions of each entity in the article
    person: str  #: grammatical person of the act

    @classmethod
    def of(cls, act: Act, around: Around) -> View:
        """The view of one act."""
        s = around.sentences[act.sentence]
        frame = frame_of(s, act, around.codebook)
        outer, governor = _outer(s, act, around.codebook)
        proposed = {a.entity: a.role for a in reversed(act.arguments) if a.entity is not None and a.role in PARTS}
        speaker = speaker_at(act.anchor, around.statements)
        weight = around.cast.weight
        ranks = _ranks(act, around.cast)
        functions = _by_token(s, frame)
        return cls(functions, outer, governor, proposed, frame.elided, speaker, ranks, weight, _person(s, act))

    def function(self, placed: Placed) -> str:
        """The function that an expression fills, or "none"."""
        if self.elided is not None and placed.mention.form == "elided" and placed.head == self.elided:
            return "elided subject"
        for head in (placed.head, *placed.also):
            if function := self.functions.get((placed.sentence, head)):
                return function
        return "none"


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
    around = Around(sentences, cast, statements, codebook, acts)
    return tuple(assigned(act, around, model) for act in acts)


def assigned(act: Act, around: Around, model: Linear) -> Act:
    """One act with its parts filled; each entity plays one part at most."""
    view = View.of(act, around)
    weighed: list[tuple[float, RoleName, Candidate]] = []
    for candidate in candidates(act, around):
        distribution = _directed(
            model.distribution(features(act, candidate, view, around)), view.proposed.get(candidate.entity)
        )
        kind = around.cast.entity(candidate.entity).kind
        far = FAR.get(candidate.origin, 0.0)
        weighed += [(distribution[r] - far, r, candidate) for r in PARTS if kind in KINDS[r]]
    taken: dict[str, tuple[RoleName, Candidate]] = {}
    filled: set[str] = set()
    for score, role, candidate in sorted(weighed, key=lambda w: -w[0]):
        bar = BAR[role] - (MARGIN[role] if role not in filled and candidate.origin != "before" else 0.0)
        if candidate.entity not in taken and score >= bar:
            taken[candidate.entity] = (role, candidate)
            filled.add(role)
    kept = tuple(a for a in act.arguments if a.role not in PARTS)
    return msgspec.structs.replace(act, arguments=(*(_argument(r, c, view) for r, c in taken.values()), *kept))


def _directed(distribution: dict[str, float], proposed: str | None) -> dict[str, float]:
    """Whom the rule takes for the receiver may have no part, but is not the doer: "a Rusia" is to whom."""
    if proposed != "recipient":
        return distribution
    return distribution | {"recipient": distribution["recipient"] + distribution["actor"], "actor": 0.0}


def _argument(role: RoleName, candidate: Candidate, view: View) -> Argument:
    """The argument with the expression that carries it best: one with a function, else the first."""
    placed = next((p for p in candidate.placed if view.function(p) != "none"), candidate.placed[0])
    function = view.function(placed)
    return Argument(
        role=role,
        sentence=placed.sentence,
        token=placed.head,
        span=Span(placed.mention.start, placed.mention.end),
        entity=candidate.entity,
        path=function if function != "none" else candidate.origin,
    )


def frame_of(s: Sentence, act: Act, codebook: Codebook) -> Frame:
    """The functions of the act's predicate, as its rule saw them."""
    if s.upos[act.token] in ("NOUN", "PROPN") and s.low_lemmas[act.token] in codebook.nouns:
        return borne_frame(s, act.token, act.carrier, codebook.control, codebook.receiving)
    if s.upos[act.token] == "ADJ" and masculine_singular(s.forms[act.token]) in codebook.adjectives:
        return adjective_frame(s, act.token, codebook.control)
    return verb_frame(s, act.token, codebook.control)


def candidates(act: Act, around: Around) -> Iterator[Candidate]:
    """Everybody named in the act's sentence, whoever is quoted there, and everybody in the sentence before."""
    here, inside = around.named(act.sentence)
    for entity, placed in here.items():
        yield Candidate(entity, placed, "here")
    speaker = speaker_at(act.anchor, around.statements)
    if speaker is not None and speaker not in here:
        yield Candidate(speaker, (_nearest(speaker, act, around.cast),), "speaker")
    for entity, placed in inside.items():
        if entity != speaker:
            yield Candidate(entity, placed, "inside")
    if act.sentence > 0:
        for entity, placed in around.named(act.sentence - 1)[0].items():
            if entity not in here and entity not in inside and entity != speaker:
                yield Candidate(entity, placed, "before")


def _peer(act: Act, entity: str, around: Around) -> str | None:
    """The part that the rules give an entity in the nearest other act of the type: "actor,same" if the same word."""
    peers = around.peers.get((act.type, entity))
    if not peers:
        return None
    first = bisect_left(peers, act.anchor.start, key=lambda p: p.start)
    last = bisect_right(peers, act.anchor.start, key=lambda p: p.start)
    near = [p for p in peers[first:last] if p.anchor != act.anchor]
    if first > 0:
        near.append(peers[bisect_left(peers, peers[first - 1].start, key=lambda p: p.start)])
    near.extend(peers[last : last + 1])
    if not near:
        return None
    nearest = min(near, key=lambda p: abs(p.start - act.anchor.start))
    same = nearest.lemma == around.sentences[act.sentence].lemmas[act.token]
    return f"{nearest.role},{'same' if same else 'other'}"


def _by_token(s: Sentence, frame: Frame) -> dict[tuple[int, int], str]:
    return {(s.index, t): name for name, tokens in frame.functions.items() for t in tokens}


def _outer(s: Sentence, act: Act, codebook: Codebook) -> tuple[dict[tuple[int, int], str], str]:
    """The functions of the predicate above the act (above its light verb, if it has one)."""
    lower = act.token if act.carrier is None else act.carrier
    head = s.heads[lower]
    if head < 0:
        return {}, "root"
    if s.upos[head] in ("VERB", "AUX"):
        frame = verb_frame(s, head, codebook.control)
    elif s.upos[head] == "ADJ":
        frame = adjective_frame(s, head, codebook.control)
    else:
        frame = noun_frame(s, head, None, codebook.control)
    return _by_token(s, frame), f"{s.low_lemmas[head]}>{s.relations[lower]}"


def _chained(s: Sentence, placed: Placed, functions: Mapping[tuple[int, int], str]) -> str | None:
    """The function of the expression, or of what it hangs on: "object>de" for Y in "criticó las palabras de Y"."""
    steps: list[str] = []
    token = placed.head
    while token >= 0 and len(steps) <= 2:
        if (function := functions.get((s.index, token))) is not None:
            return ">".join([function, *reversed(steps)])
        label = s.relations[token]
        if label not in ("conj", "flat", "fixed"):
            steps.append(s.prepositions[token] or label)
        token = s.heads[token]
    return None


def _ranks(act: Act, cast: Cast) -> dict[str, str]:
    """How near each entity of the sentence stands to the act, counted apart before and after it."""
    gaps: dict[str, int] = {}
    for p in cast.within(act.sentence):
        gap = p.head - act.token
        if p.entity not in gaps or abs(gap) < abs(gaps[p.entity]):
            gaps[p.entity] = gap
    ranks = {}
    for side, sign in (("before", -1), ("after", 1)):
        here = sorted((abs(g), e) for e, g in gaps.items() if (g > 0) == (sign > 0))
        ranks.update({e: f"{side}{min(3, k + 1)}" for k, (_, e) in enumerate(here)})
    return ranks


def _by_entity(cast: Cast, sentence: int) -> tuple[Named, Named]:
    here = tuple(cast.within(sentence))
    titles = [p for p in here if p.last - p.first > 1 and p.mention.form in ("title", "name", "description")]
    outer: dict[str, list[Placed]] = {}
    inner: dict[str, list[Placed]] = {}
    for placed in here:
        found = inner if any(_inside(placed, title) for title in titles) else outer
        found.setdefault(placed.entity, []).append(placed)
    return {e: tuple(p) for e, p in outer.items()}, {e: tuple(p) for e, p in inner.items() if e not in outer}


def _inside(placed: Placed, title: Placed) -> bool:
    return (
        title.entity != placed.entity
        and title.first <= placed.first
        and placed.last <= title.last
        and placed.last - placed.first < title.last - title.first
        and placed.mention.form != "elided"
    )


def _nearest(entity: str, act: Act, cast: Cast) -> Placed:
    """The last expression of an entity up to the act, else its first one."""
    found = cast.mentions_of(entity)
    return found[max(0, bisect_right(found, act.anchor.start, key=lambda p: p.mention.start) - 1)]


def features(act: Act, candidate: Candidate, view: View, around: Around) -> Crossed:
    """Named features of an act and a candidate; each also crossed with the act's type and word class."""
    s = around.sentences[act.sentence]
    entity, origin = candidate.entity, candidate.origin
    kind = around.cast.entity(entity).kind
    near = view.nearest.get(entity, origin)
    proposed = view.proposed.get(entity, "none")
    speaks = f"speaks={view.speaker == entity}" if view.speaker else "unsaid"
    plain = [
        f"kind={kind}",
        f"origin={origin}",
        f"proposed={proposed}",
        f"proposed={proposed},kind={kind}",
        f"origin={origin},actor={'actor' in view.proposed.values()}",
        speaks,
        f"{speaks},person={view.person}",
        f"rank={near}",
        f"rank={near},kind={kind}",
        f"weight={min(4, view.weight.get(entity, 0).bit_length())}",
    ]
    if (peer := _peer(act, entity, around)) is not None:
        plain += [f"peer={peer}", f"peer={peer},{origin}"]
    others = {r for e, r in view.proposed.items() if e != entity}
    plain.append(f"proposed={proposed},others={'+'.join(sorted(others))}")
    functions = sorted({view.function(p) for p in candidate.placed})
    for p in candidate.placed:
        plain.append(f"form={p.mention.form},{origin}")
        plain += _position(s, act, p, kind, view) if origin in ("here", "inside") else _elsewhere(p, around)
    for function in functions:
        plain += [f"function={function}", f"function={function},kind={kind}"]
    lemma, word = s.low_lemmas[act.token], s.upos[act.token]
    lexical = [f"{x}:function={f}" for x in (lemma, act.rule) for f in functions]
    lexical += [f"{lemma}:proposed={proposed}", f"{act.rule}:proposed={proposed}"]
    return Crossed(list(dict.fromkeys(plain)), (act.type, word, f"{act.type}/{word}"), lexical)


def _person(s: Sentence, act: Act) -> str:
    """The person of the act's verb or of a possessive beside its noun: "permitiremos" and "nuestra ayuda" are 1."""
    for t in (act.token, *s.kids(act.token, "aux", "aux:pass", "cop", "det")):
        if (person := s.feat(t, "Person")) is not None:
            return person
    return "none"


def _elsewhere(placed: Placed, around: Around) -> list[str]:
    s = around.sentences[placed.sentence]
    label = s.relations[placed.head]
    return [f"elsewhere={label}", f"elsewhere={label},{placed.mention.form}"]


def _position(s: Sentence, act: Act, placed: Placed, kind: str, view: View) -> list[str]:
    path = _path(s, act.token, placed.head)
    chain = _chained(s, placed, view.functions)
    above = _chained(s, placed, view.outer)
    gap = placed.head - act.token
    side = "after" if gap > 0 else "before"
    bucket = "0" if gap == 0 else f"{side}{min(5, abs(gap).bit_length())}"
    return [
        f"chain={chain}",
        f"chain={chain},kind={kind}",
        f"above={view.governor.partition('>')[2]}:{above}",
        f"above={view.governor}:{above}",
        f"path={path}",
        f"path={path},kind={kind}",
        f"case={s.prepositions[placed.head]},{side}",
        f"gap={bucket}",
        f"gap={bucket},kind={kind}",
        f"label={s.relations[placed.head]},{side}",
    ]


def _path(s: Sentence, origin: int, target: int) -> str:
    """The labels on the way up from one token and down to another: "^obj v nsubj"; "far" beyond five steps."""
    above, below = s.upwards(origin), s.upwards(target)
    if above[-1] != below[-1]:
        return "far"
    while above and below and above[-1] == below[-1]:  # what is left is below the nearest common word
        above.pop()
        below.pop()
    up = [x for t in above if (x := s.relations[t]) != "conj"]
    down = [x for t in reversed(below) if (x := s.relations[t]) not in FLAT]
    return "^" + ".".join(up) + " v " + ".".join(down) if len(up) + len(down) <= 5 else "far"
