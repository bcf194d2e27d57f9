"""Weighing: what speaks for and against an entity's part in an act, as named features of a small linear model."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

import msgspec

from teletipo.act import Act
from teletipo.cast import Cast, Placed
from teletipo.codebook import Codebook
from teletipo.grammar.bearing import borne_frame
from teletipo.grammar.frames import Frame, adjective_frame, noun_frame, verb_frame
from teletipo.linear import Crossed
from teletipo.morphology.participles import masculine_singular
from teletipo.stages.around import Around, Candidate, Kin, candidates, proposed
from teletipo.stages.roles import speaker_at
from teletipo.stages.scene import Scene, words
from teletipo.tree import Sentence

FLAT = ("conj", "flat", "appos")
#: functions whose being filled tells something of the others: beside "a", a noun's "de" is the doer
TELLING = (
    "subject", "object", "indirect", "receiver", "de", "a", "contra", "con", "entre", "por", "agent", "adjective",
    "possessive", "charged", "clause", "en", "para", "hacia", "sobre",
)  # fmt: skip


class View(msgspec.Struct, frozen=True):
    """What the tree and the rule say about an act: functions by token, and the rule's own proposals by entity."""

    functions: Mapping[tuple[int, int], str]
    outer: Mapping[tuple[int, int], str]  #: functions of the predicate that governs the act
    implied: int | None  #: the verb whose unexpressed subject is that predicate's
    case: str | None  #: preposition of the act
    governor: str  #: its lemma and the act's label under it
    governing: tuple[str, ...]  #: types of act that its lemma can express, or "none"
    kin: tuple[Kin, ...]  #: the other acts of the sentence
    fellows: Mapping[str, tuple[tuple[str, str], ...]]  #: country -> entities of it that fill functions, and which
    filled: tuple[str, ...]  #: those of the telling functions that somebody or something fills
    carrier: str | None  #: lemma of the light verb
    proposed: Mapping[str, str]
    elided: int | None
    speaker: str | None
    nearest: Mapping[str, str]  #: entity -> its rank among those before or after the act: "before1", "after2"
    weight: Mapping[str, int]  #: mentions of each entity in the article
    person: str  #: grammatical person of the act
    scene: Scene

    @classmethod
    def of(cls, act: Act, around: Around) -> View:
        """The view of one act."""
        s = around.sentences[act.sentence]
        frame = frame_of(s, act, around.codebook)
        outer, governor, implied = _outer(s, act, around.codebook)
        parts = proposed(act)
        functions = _by_token(s, frame)
        named = [candidate.entity for candidate in candidates(act, around)]
        return cls(
            functions=functions,
            fellows=_fellows(s, functions, around.cast),
            outer=outer,
            implied=implied,
            case=s.prepositions[act.token if act.carrier is None else act.carrier],
            governor=governor,
            governing=around.codebook.types(governor.partition(">")[0]) or ("none",),
            kin=tuple(around.kin(act)),
            filled=tuple(name for name in TELLING if frame.get(name)),
            carrier=None if act.carrier is None else s.low_lemmas[act.carrier],
            proposed=parts,
            elided=frame.elided,
            speaker=speaker_at(act.anchor, around.statements),
            nearest=_ranks(act, around.cast),
            weight=around.cast.weight,
            person=_person(s, act),
            scene=Scene.of(act, s, around.cast, named, parts),
        )

    def function(self, placed: Placed) -> str:
        """The function that an expression fills, or "none"."""
        if self.elided is not None and placed.mention.form == "elided" and placed.head == self.elided:
            return "elided subject"
        for head in (placed.head, *placed.also):
            if function := self.functions.get((placed.sentence, head)):
                return function
        return "none"


def frame_of(s: Sentence, act: Act, codebook: Codebook) -> Frame:
    """The functions of the act's predicate, as its rule saw them."""
    if s.upos[act.token] in ("NOUN", "PROPN") and s.low_lemmas[act.token] in codebook.nouns:
        return borne_frame(s, act.token, act.carrier, codebook.control, codebook.receiving)
    if s.upos[act.token] == "ADJ" and masculine_singular(s.forms[act.token]) in codebook.adjectives:
        return adjective_frame(s, act.token, codebook.control)
    return verb_frame(s, act.token, codebook.control)


def features(act: Act, candidate: Candidate, view: View, around: Around) -> Crossed:
    """Named features of an act and a candidate; each also crossed with the act's type and word class."""
    s = around.sentences[act.sentence]
    entity, origin = candidate.entity, candidate.origin
    kind = around.cast.entity(entity).kind
    near = view.nearest.get(entity, origin)
    part = view.proposed.get(entity, "none")
    speaks = f"speaks={view.speaker == entity}" if view.speaker else "unsaid"
    plain = [
        f"kind={kind}",
        f"origin={origin}",
        f"proposed={part}",
        f"proposed={part},kind={kind}",
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
    plain.append(f"proposed={part},others={'+'.join(sorted(others))}")
    functions = sorted({view.function(p) for p in candidate.placed})
    for p in candidate.placed:
        plain.append(f"form={p.mention.form},{origin}")
        plain += _position(s, act, p, kind, view) if origin in ("here", "inside") else _elsewhere(p, around)
    for function in functions:
        plain += [f"function={function}", f"function={function},kind={kind}", *_beside(function, view)]
    plain += _shared(entity, view)
    country = around.cast.entity(entity).country
    plain += [f"fellow={name},{kind}" for other, name in view.fellows.get(country or "", ()) if other != entity]
    lemma, word = s.low_lemmas[act.token], s.upos[act.token]
    lexical = [f"{x}:function={f}" for x in (lemma, act.rule) for f in functions]
    lexical += [f"{lemma}:proposed={part}", f"{act.rule}:proposed={part}"]
    filled = "+".join(functions)
    lexical += view.scene.features(around.cast.entity(entity), filled, origin)
    lexical += words(candidate.placed, around.sentences, act.type, filled)
    return Crossed(list(dict.fromkeys(plain)), (act.type, word, f"{act.type}/{word}"), lexical)


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
    """Functions by token; what stands in apposition to a filler fills its function: "el dirigente, [Luis Sosa]"."""
    found = {(s.index, t): name for name, tokens in frame.functions.items() for t in tokens}
    beside = {(s.index, c): name for (_, t), name in found.items() for c in s.kids(t, "appos")}
    return beside | found


def _fellows(
    s: Sentence, functions: Mapping[tuple[int, int], str], cast: Cast
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Who fills a function, by country: beside Rabat under "a", Morocco is whom a visit is paid to."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for (_, token), name in functions.items():
        for placed in cast.all_at(s.index, token):
            if (country := cast.entity(placed.entity).country) is not None:
                found.setdefault(country, {})[placed.entity, name] = None
    return {country: tuple(pairs) for country, pairs in found.items()}


def _outer(s: Sentence, act: Act, codebook: Codebook) -> tuple[dict[tuple[int, int], str], str, int | None]:
    """The functions of the predicate above the act (or its light verb), its name, and whose subject it leaves out."""
    lower = act.token if act.carrier is None else act.carrier
    head = s.heads[lower]
    if head < 0:
        return {}, "root", None
    if s.upos[head] in ("VERB", "AUX"):
        frame = verb_frame(s, head, codebook.control)
    elif s.upos[head] == "ADJ":
        frame = adjective_frame(s, head, codebook.control)
    else:
        frame = noun_frame(s, head, None, codebook.control)
    return _by_token(s, frame), f"{s.low_lemmas[head]}>{s.relations[lower]}", frame.elided


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


def _beside(function: str, view: View) -> list[str]:
    """A function with what else is filled, and with the light verb."""
    others = [name for name in view.filled if name != function]
    found = [f"beside={function}|{'+'.join(others)}", *(f"with={function}|{name}" for name in others)]
    return found if view.carrier is None else [*found, f"carrier={view.carrier}:{function}"]


def _shared(entity: str, view: View) -> list[str]:
    """The part that the rules give an entity in the other acts of the sentence: who is asked to act is to do it."""
    found = []
    for relation, type_, parts in view.kin:
        part = parts.get(entity, "none")
        if relation in ("left", "right"):
            if part != "none":
                found.append(f"kin={relation},{type_},{part}")
        else:
            found += [f"kin={relation},{part}", f"kin={relation.partition(':')[0]},{type_},{part}"]
    return found


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
    silent = placed.mention.form == "elided"
    above = "subject" if silent and placed.head == view.implied else _chained(s, placed, view.outer)
    gap = placed.head - act.token
    side = "after" if gap > 0 else "before"
    label = view.governor.partition(">")[2]
    bucket = "0" if gap == 0 else f"{side}{min(5, abs(gap).bit_length())}"
    return [
        f"chain={chain}",
        f"chain={chain},kind={kind}",
        f"above={label}:{above}",
        f"above={label},{view.case}:{above}",
        f"above={view.governor}:{above}",
        *(f"above={type_}>{label}:{above}" for type_ in view.governing),
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
