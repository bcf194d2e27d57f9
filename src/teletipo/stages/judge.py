"""Judge: which candidate acts are events, weighed by a small linear model over tree, lexicon and document.

The rules propose; the judge disposes. Without a model (`--rules-only`) an act counts when its rule's conditions hold.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from teletipo.act import Act
from teletipo.cast import Cast
from teletipo.grammar import preposition
from teletipo.linear import Crossed, Linear
from teletipo.records import Statement
from teletipo.tree import Sentence

_NEAR = 64  #: contents that may begin inside one before it ends
DEFINITE = {"el": "def", "este": "this", "ese": "this", "aquel": "this", "un": "indef", "su": "poss", "dicho": "this"}


def judge(
    sentences: tuple[Sentence, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
    acts: tuple[Act, ...],
    models: Mapping[str, Linear],
) -> tuple[Act, ...]:
    """The acts that are events, at most one for a token, each with its score."""
    model = models.get("event")
    if model is None:
        return _best(act for act in acts if act.fits)
    context = Context.of(sentences, cast, statements, acts)
    scored = (msgspec.structs.replace(act, score=round(model.probability(features(act, context)), 4)) for act in acts)
    return _best(act for act in scored if act.score >= model.threshold)


def _best(acts: Iterable[Act]) -> tuple[Act, ...]:
    """The likeliest act of each token, without what another one contains.

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


class Context(msgspec.Struct, frozen=True):
    """What the features look at, besides the act itself."""

    sentences: tuple[Sentence, ...]
    kinds: Mapping[tuple[int, int], str]  #: entity kind by sentence and head token
    contents: tuple[tuple[int, int, str], ...]  #: extent and kind of each statement's content, sorted
    actors: Mapping[int, int]  #: actors named in each sentence
    rivals: Mapping[int, frozenset[tuple[int, str, bool]]]  #: token, type and `fits` of each sentence's candidates

    @classmethod
    def of(
        cls, sentences: tuple[Sentence, ...], cast: Cast, statements: tuple[Statement, ...], acts: Iterable[Act]
    ) -> Context:
        """The context of one article."""
        kinds = {(p.sentence, p.head): cast.entity(p.entity).kind for p in cast.placed if p.mention.form != "elided"}
        actors: dict[int, int] = {}
        for (sentence, _), kind in kinds.items():
            actors[sentence] = actors.get(sentence, 0) + (kind not in ("place", "facility"))
        contents = tuple(sorted((c.start, c.end, s.kind) for s in statements for c in s.content))
        rivals: dict[int, set[tuple[int, str, bool]]] = {}
        for act in acts:
            rivals.setdefault(act.sentence, set()).add((act.token, act.type, act.fits))
        return cls(sentences, kinds, contents, actors, {n: frozenset(found) for n, found in rivals.items()})


def features(act: Act, context: Context) -> Crossed:
    """Named features of a candidate; those of its rule and its parts also crossed with the act's type.

    Crossing all of them was no better on train's folds and remembers words where it should learn grammar.
    """
    s = context.sentences[act.sentence]
    ruled = [*_rule(s, act), *_roles(s, act, context)]
    return Crossed(
        ruled, (act.type,), [*_word(s, act), *_form(s, act), *_surroundings(s, act, context), *_rivals(act, context)]
    )


def _rule(s: Sentence, act: Act) -> Iterator[str]:
    yield f"fits={act.fits}"
    yield f"upos={s.upos[act.token]}"
    if act.carrier is not None:
        yield "carried"


def _word(s: Sentence, act: Act) -> Iterator[str]:
    lemma = s.low_lemmas[act.token]
    yield f"lemma={lemma}"
    yield f"{act.type}:lemma={lemma}"
    yield f"rule={act.rule}"
    yield f"lemma={lemma},fits={act.fits}"
    if act.carrier is not None:
        yield f"carrier={s.low_lemmas[act.carrier]}"


def _form(s: Sentence, act: Act) -> Iterator[str]:
    t = act.token
    lemma, head = s.low_lemmas[t], s.heads[t]
    place = f"{s.upos[t]} as {s.relations[t]}"
    yield f"label={s.relations[t]}"
    yield place
    yield f"{act.type}:{place}"
    yield f"{act.type}:head={s.low_lemmas[head] if head >= 0 else 'ROOT'}"
    yield f"{act.rule}:{s.upos[t]}"
    yield f"{act.rule}:fits={act.fits}"
    yield f"{lemma}:number={s.feat(t, 'Number')}"
    for name in ("VerbForm", "Mood", "Tense", "Number", "Person"):
        if (value := s.feat(t, name)) is not None:
            yield f"{name}={value}"
    if s.forms[t][:1].isupper() and t > 0:
        yield "capital"
    determiners = [DEFINITE.get(s.low_lemmas[c], "other") for c in s.kids(t, "det")]
    yield f"det={determiners[0] if determiners else 'none'}"
    for c in s.children[t]:
        if s.upos[c] in ("AUX", "ADV", "ADJ", "PART"):
            yield f"with={s.low_lemmas[c]}"
        case = preposition(s, c)
        if case and s.upos[c] in ("NOUN", "PROPN", "PRON"):
            yield f"case={case}"
    if (case := preposition(s, t)) is not None:
        yield f"under={case}"


def _surroundings(s: Sentence, act: Act, context: Context) -> Iterator[str]:
    head = s.heads[act.token]
    yield f"head={s.low_lemmas[head] if head >= 0 else 'ROOT'}"
    for c in s.children[act.token]:
        if s.relations[c] in ("obj", "nmod", "nsubj", "obl", "amod", "ccomp", "xcomp"):
            yield f"{s.relations[c]}={s.low_lemmas[c]}"
            if (case := preposition(s, c)) is not None:
                yield f"{case}+{s.low_lemmas[c]}"
            kind = context.kinds.get((act.sentence, c))
            yield f"{s.relations[c]}~{kind or s.upos[c]}"
    last = bisect_right(context.contents, act.anchor.start, key=lambda content: content[0])
    for _, end, kind in context.contents[max(0, last - _NEAR) : last]:
        if act.anchor.start < end:
            yield f"said={kind}"
            break
    if act.sentence == 0:
        yield "first sentence"
    yield f"actors={min(3, context.actors.get(act.sentence, 0))}"


def _rivals(act: Act, context: Context) -> Iterator[str]:
    """Other types that the same word might be, and the types of the acts beside it in the sentence."""
    others = context.rivals.get(act.sentence, frozenset())
    rivals = {(kind, fits) for token, kind, fits in others if token == act.token and kind != act.type}
    yield f"rivals={min(3, len({kind for kind, _ in rivals}))}"
    yield f"rival fits={any(fits for _, fits in rivals)}"
    yield from sorted({f"{act.type} or {kind}" for kind, _ in rivals})
    yield from sorted({f"{act.type} beside {kind}" for token, kind, _ in others if token != act.token})


def _roles(s: Sentence, act: Act, context: Context) -> Iterator[str]:
    filled = {a.role for a in act.arguments}
    if act.fits:
        parts = len(filled & {"actor", "recipient", "place", "good"})
        yield f"fits with {parts}"
        yield f"fits with {parts},{s.upos[act.token]}"
    for role in ("actor", "recipient", "place"):
        yield f"{role}={role in filled}"
    yield f"parties={min(3, sum(a.role in ('actor', 'recipient') for a in act.arguments))}"
    for a in act.arguments:
        if a.role in ("actor", "recipient"):
            yield f"{a.role}<{a.path}"
            yield f"{a.role}~{context.kinds.get((a.sentence, a.token), 'elided')}"
