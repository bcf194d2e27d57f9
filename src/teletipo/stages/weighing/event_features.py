"""Event features: what speaks for and against a candidate act being an event, as named features for the judge."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from operator import itemgetter

import msgspec

from teletipo.act import Act
from teletipo.cast import SOMEWHERE, Cast
from teletipo.linear import Crossed
from teletipo.records import Statement
from teletipo.stages.weighing import surroundings
from teletipo.tags import NAMING, features_of
from teletipo.tree import Sentence

_NEAR = 64  #: contents that may begin inside one before it ends
_INFLECTED = ("VerbForm", "Mood", "Tense", "Number", "Person")
_COMPLEMENTS = frozenset({"obj", "nmod", "nsubj", "obl", "amod", "ccomp", "xcomp"})
_DEFINITE = {"el": "def", "este": "this", "ese": "this", "aquel": "this", "un": "indef", "su": "poss", "dicho": "this"}


class Word(msgspec.Struct, frozen=True, gc=False):
    """Features of a word that are the same for all acts it may express."""

    plain: list[str]
    steps: str  #: counts alone and crossed with the type of act
    near: list[str]  #: counts crossed with the type alone


class Context(msgspec.Struct, frozen=True, dict=True):
    """What the features need besides the act itself."""

    sentences: tuple[Sentence, ...]
    cast: Cast
    kinds: Mapping[tuple[int, int], str]  #: entity kind by sentence and head token
    contents: tuple[tuple[int, int, str], ...]  #: extent and kind of each statement's content, sorted
    actors: Mapping[int, int]  #: actors named in each sentence
    rivals: Mapping[int, frozenset[tuple[int, str, bool]]]  #: token, type and `fits` of each sentence's candidates
    named: Mapping[int, list[str]]  #: features of whom each sentence names

    @classmethod
    def of(
        cls, sentences: tuple[Sentence, ...], cast: Cast, statements: tuple[Statement, ...], acts: Iterable[Act]
    ) -> Context:
        """The context of one article."""
        kinds = {(p.sentence, p.head): cast.entity(p.entity).kind for p in cast.placed if p.mention.form != "elided"}
        actors: dict[int, int] = {}
        for (sentence, _), kind in kinds.items():
            actors[sentence] = actors.get(sentence, 0) + (kind not in SOMEWHERE)
        contents = tuple(sorted((c.start, c.end, s.kind) for s in statements for c in s.content))
        rivals: dict[int, set[tuple[int, str, bool]]] = {}
        for act in acts:
            rivals.setdefault(act.sentence, set()).add((act.token, act.type, act.fits))
        frozen = {n: frozenset(found) for n, found in rivals.items()}
        return cls(sentences, cast, kinds, contents, actors, frozen, surroundings.named(cast))

    @cached_property
    def _about(self) -> dict[tuple[int, int], Word]:
        return {}

    def about(self, s: Sentence, token: int) -> Word:
        """The features of a word and its place in the tree, shared by all acts it may express."""
        found = self._about.get((s.index, token))
        if found is None:
            plain = [*_form(s, token), *_dependents(s, token, self.kinds), *surroundings.above(s, token)]
            plain.append(surroundings.depth(s, token))
            word = Word(plain, surroundings.steps(s, token), surroundings.near(s, token))
            found = self._about[s.index, token] = word
        return found


def features(act: Act, context: Context) -> Crossed:
    """The named features of a candidate; those of its rule and roles are also crossed with its type.

    Crossing all of them was no better on train's folds and remembers words where it should learn grammar.
    """
    s = context.sentences[act.sentence]
    word = context.about(s, act.token)
    ruled = [*_rule(s, act), *_roles(s, act, context), word.steps]
    ruled += [*context.named.get(act.sentence, ()), *surroundings.sectors(act, context.cast)]
    more = [*_word(s, act), *word.plain, *_around(act, context), *_rivals(act, context)]
    more += [f"{act.type}:{near}" for near in word.near]
    return Crossed(ruled, (act.type,), more)


def _rule(s: Sentence, act: Act) -> list[str]:
    """How well the act fits its rule."""
    found = [f"fits={act.fits}", f"upos={s.upos[act.token]}"]
    if act.carrier is not None:
        found.append("carried")
    return found


def _word(s: Sentence, act: Act) -> list[str]:
    """The word, for this type and rule."""
    t = act.token
    lemma, upos, head = s.low_lemmas[t], s.upos[t], s.heads[t]
    found = [
        f"lemma={lemma}",
        f"{act.type}:lemma={lemma}",
        f"rule={act.rule}",
        f"lemma={lemma},fits={act.fits}",
        f"{act.type}:{upos} as {s.relations[t]}",
        f"{act.type}:head={s.low_lemmas[head] if head >= 0 else 'ROOT'}",
        f"{act.rule}:{upos}",
        f"{act.rule}:fits={act.fits}",
    ]
    if act.carrier is not None:
        found.append(f"carrier={s.low_lemmas[act.carrier]}")
    return found


def _form(s: Sentence, t: int) -> list[str]:
    """The form of the word and of the function words that depend on it."""
    label = s.relations[t]
    number = f"{s.low_lemmas[t]}:number={s.feat(t, 'Number')}"
    found = [f"label={label}", f"{s.upos[t]} as {label}", number, *_inflection(s.feats[t])]
    if t > 0 and s.capitals[t]:
        found.append("capital")
    determiner = s.kid(t, "det")
    found.append(f"det={'none' if determiner is None else _DEFINITE.get(s.low_lemmas[determiner], 'other')}")
    for c in s.children[t]:
        upos = s.upos[c]
        if upos in ("AUX", "ADV", "ADJ", "PART"):
            found.append(f"with={s.low_lemmas[c]}")
        elif upos in NAMING and (case := s.prepositions[c]):
            found.append(f"case={case}")
    if (case := s.prepositions[t]) is not None:
        found.append(f"under={case}")
    return found


@lru_cache(maxsize=4096)
def _inflection(feats: str) -> tuple[str, ...]:
    known = features_of(feats)
    return tuple([f"{name}={known[name]}" for name in _INFLECTED if name in known])


def _dependents(s: Sentence, t: int, kinds: Mapping[tuple[int, int], str]) -> list[str]:
    """The word above and the complements below."""
    head = s.heads[t]
    found = [f"head={s.low_lemmas[head] if head >= 0 else 'ROOT'}"]
    for c in s.children[t]:
        label, lemma = s.relations[c], s.low_lemmas[c]
        if label in _COMPLEMENTS:
            found.append(f"{label}={lemma}")
            if (case := s.prepositions[c]) is not None:
                found.append(f"{case}+{lemma}")
            found.append(f"{label}~{kinds.get((s.index, c)) or s.upos[c]}")
    return found


def _around(act: Act, context: Context) -> list[str]:
    """Whether the act is in reported speech, and where in the article."""
    found = []
    last = bisect_right(context.contents, act.anchor.start, key=itemgetter(0))
    for _, end, kind in context.contents[max(0, last - _NEAR) : last]:
        if act.anchor.start < end:
            found.append(f"said={kind}")
            break
    if act.sentence == 0:
        found.append("first sentence")
    found.append(f"actors={min(3, context.actors.get(act.sentence, 0))}")
    return found


def _rivals(act: Act, context: Context) -> list[str]:
    """Other types that the same word may express, and the types of the other acts in the sentence."""
    kinds, beside, fitting = set(), set(), False
    for token, kind, fits in context.rivals.get(act.sentence, ()):
        if token != act.token:
            beside.add(kind)
        elif kind != act.type:
            kinds.add(kind)
            fitting = fitting or fits
    found = [f"rivals={min(3, len(kinds))}", f"rival fits={fitting}"]
    found += [f"{act.type} or {kind}" for kind in sorted(kinds)]
    found += [f"{act.type} beside {kind}" for kind in sorted(beside)]
    return found


def _roles(s: Sentence, act: Act, context: Context) -> list[str]:
    """Which roles the rule fills, by what function, with what kind of entity."""
    filled = {a.role for a in act.arguments}
    found = []
    if act.fits:
        parts = len(filled & {"actor", "recipient", "place", "good"})
        found += [f"fits with {parts}", f"fits with {parts},{s.upos[act.token]}"]
    found += [f"{role}={role in filled}" for role in ("actor", "recipient", "place")]
    parties = [a for a in act.arguments if a.role in ("actor", "recipient")]
    found.append(f"parties={min(3, len(parties))}")
    for a in parties:
        found += [f"{a.role}<{a.path}", f"{a.role}~{context.kinds.get((a.sentence, a.token), 'elided')}"]
    return found
