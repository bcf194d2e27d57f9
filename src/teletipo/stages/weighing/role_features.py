"""Role features: what speaks for and against an entity playing a role in an act, as named features for `assign`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from teletipo.act import Act
from teletipo.cast import Placed
from teletipo.linear import Crossed
from teletipo.stages.weighing.around import Around, Candidate
from teletipo.stages.weighing.outlook import Outlook
from teletipo.stages.weighing.scene import words
from teletipo.tree import Sentence

FLAT = ("conj", "flat", "appos")


def features(act: Act, candidate: Candidate, view: Outlook, around: Around) -> Crossed:
    """The named features of a candidate for an act; each is also crossed with the act's type and word class."""
    s = around.sentences[act.sentence]
    entity, origin = candidate.entity, candidate.origin
    kind = around.cast.entity(entity).kind
    part = view.proposed.get(entity, "none")
    plain = _standing(candidate, kind, view)
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


def _standing(candidate: Candidate, kind: str, view: Outlook) -> list[str]:
    """The candidate by itself: its kind, where it was found, what the rule proposes, whether it speaks."""
    entity, origin = candidate.entity, candidate.origin
    near = view.nearest.get(entity, origin)
    part = view.proposed.get(entity, "none")
    speaks = f"speaks={view.speaker == entity}" if view.speaker else "unsaid"
    return [
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


def _peer(act: Act, entity: str, around: Around) -> str | None:
    """The role that the rules give the entity in the nearest other act of the type; "actor,same" for the same word."""
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


def _chained(s: Sentence, placed: Placed, functions: Mapping[tuple[int, int], str]) -> str | None:
    """The function of the mention, or of what it depends on: "object>de" for Y in "criticó las palabras de Y"."""
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


def _beside(function: str, view: Outlook) -> list[str]:
    """A function together with the other functions that are filled, and with the light verb."""
    others = [name for name in view.filled if name != function]
    found = [f"beside={function}|{'+'.join(others)}", *(f"with={function}|{name}" for name in others)]
    return found if view.carrier is None else [*found, f"carrier={view.carrier}:{function}"]


def _shared(entity: str, view: Outlook) -> list[str]:
    """The role that the rules give the entity in other acts of the sentence: whoever is asked to act is to do it."""
    found = []
    for relation, type_, parts in view.kin:
        part = parts.get(entity, "none")
        if relation in ("left", "right"):
            if part != "none":
                found.append(f"kin={relation},{type_},{part}")
        else:
            found += [f"kin={relation},{part}", f"kin={relation.partition(':')[0]},{type_},{part}"]
    return found


def _elsewhere(placed: Placed, around: Around) -> list[str]:
    """The mention's function in another sentence."""
    s = around.sentences[placed.sentence]
    label = s.relations[placed.head]
    return [f"elsewhere={label}", f"elsewhere={label},{placed.mention.form}"]


def _position(s: Sentence, act: Act, placed: Placed, kind: str, view: Outlook) -> list[str]:
    """Where a mention in the act's sentence stands: its functions, its path, its distance."""
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
    i, j = max(0, len(above) - len(below)), max(0, len(below) - len(above))
    while above[i] != below[j]:  # to the nearest common word
        i, j = i + 1, j + 1
    up = [x for t in above[:i] if (x := s.relations[t]) != "conj"]
    down = [x for t in reversed(below[:j]) if (x := s.relations[t]) not in FLAT]
    return "^" + ".".join(up) + " v " + ".".join(down) if len(up) + len(down) <= 5 else "far"
