"""Around: the candidates for the roles of an act, that is everybody named near it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

import msgspec

from teletipo.act import Act
from teletipo.cast import Cast, Placed
from teletipo.codebook import Codebook
from teletipo.records import RoleName, Statement
from teletipo.spans import Span
from teletipo.stages.matching.roles import speaker_at
from teletipo.tree import Sentence

PARTS: tuple[RoleName, ...] = ("actor", "recipient", "place")
#: acts of a sentence, and expressions of one candidate in it, that count around an act; 1,500 articles of news have
#: at most 7 and 8
_COUNTED = 12
Named = Mapping[str, tuple[Placed, ...]]
T = TypeVar("T")


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """An entity that may take part in an act, with its mentions in the act's sentence (or the nearest elsewhere)."""

    entity: str
    placed: tuple[Placed, ...]
    origin: str  #: "here", "inside" (named only within longer expressions of others), "speaker", "before"


class Kin(NamedTuple):
    """Another act in the sentence: its relation to this act in the tree, and the roles that the rules give in it."""

    relation: str  #: "above1:obj" (it governs this act, one step up, by that label), "below2:acl", "left", "right"
    type: str
    parts: Mapping[str, RoleName]


class Peer(NamedTuple):
    """The role that the rules give an entity in one act, with the place and the word of that act."""

    start: int
    anchor: Span
    role: RoleName
    lemma: str


class Around(msgspec.Struct, frozen=True, dict=True):
    """The article around an act, indexed so that candidates and related acts are found quickly."""

    sentences: tuple[Sentence, ...]
    cast: Cast
    statements: tuple[Statement, ...]
    codebook: Codebook
    acts: tuple[Act, ...] = ()  #: all acts of the article, as their rules saw them
    seats: frozenset[str] = frozenset()  #: nouns of bodies that are known by their building

    @cached_property
    def peers(self) -> dict[tuple[str, str], list[Peer]]:
        """The role of each entity in each act of a type, in text order; keys are type and entity."""
        index: dict[tuple[str, str], list[Peer]] = {}
        for act in sorted(self.acts, key=lambda a: a.anchor.start):
            lemma = self.sentences[act.sentence].lemmas[act.token]
            for entity, role in proposed(act).items():
                index.setdefault((act.type, entity), []).append(Peer(act.anchor.start, act.anchor, role, lemma))
        return index

    @cached_property
    def _in_sentence(self) -> dict[int, list[tuple[Act, Mapping[str, RoleName]]]]:
        index: dict[int, list[tuple[Act, Mapping[str, RoleName]]]] = {}
        for act in self.acts:
            index.setdefault(act.sentence, []).append((act, proposed(act)))
        return index

    def kin(self, act: Act) -> list[Kin]:
        """The other acts in the same sentence, only the nearest if there are many."""
        s = self.sentences[act.sentence]
        kin = _nearest_of(self._in_sentence.get(act.sentence, ()), act.token, lambda one: one[0].token)
        return [
            Kin(_relation(s, act.token, other.token), other.type, parts)
            for other, parts in kin
            if other.anchor != act.anchor or other.token != act.token
        ]

    @cached_property
    def _named(self) -> dict[int, tuple[Named, Named]]:
        return {}

    def named(self, sentence: int) -> tuple[Named, Named]:
        """Mentions by entity; separately, those only named inside others: the Russia of "el presidente de Rusia"."""
        found = self._named.get(sentence)
        if found is None:
            found = self._named[sentence] = _by_entity(self.cast, sentence)
        return found


def proposed(act: Act) -> dict[str, RoleName]:
    """The role that the rules propose for each entity in an act."""
    return {a.entity: a.role for a in reversed(act.arguments) if a.entity is not None and a.role in PARTS}


def _relation(s: Sentence, act: int, other: int) -> str:
    """The relation of another act's word to this one; labels are those just below the upper word."""
    above, below = s.upwards(act), s.upwards(other)
    if other in above[1:]:
        step = above.index(other)
        return f"above{min(step, 2)}:{s.relations[above[step - 1]]}"
    if act in below[1:]:
        step = below.index(act)
        return f"below{min(step, 2)}:{s.relations[below[step - 1]]}"
    return "left" if other < act else "right"


def candidates(act: Act, around: Around) -> Iterator[Candidate]:
    """Everybody named in the act's sentence or the one before, and whoever is quoted there."""
    here, inside = around.named(act.sentence)
    for entity, placed in here.items():
        yield Candidate(entity, _nearest_of(placed, act.token, lambda p: p.head), "here")
    speaker = speaker_at(act.anchor, around.statements)
    if speaker is not None and speaker not in here:
        yield Candidate(speaker, (_nearest(speaker, act, around.cast),), "speaker")
    for entity, placed in inside.items():
        if entity != speaker:
            yield Candidate(entity, _nearest_of(placed, act.token, lambda p: p.head), "inside")
    if act.sentence > 0:
        for entity, placed in around.named(act.sentence - 1)[0].items():
            if entity not in here and entity not in inside and entity != speaker:
                yield Candidate(entity, placed[:_COUNTED], "before")


def _nearest_of(items: Sequence[T], token: int, token_of: Callable[[T], int]) -> tuple[T, ...]:
    """The items nearest to `token`, as many as count, in text order."""
    if len(items) <= _COUNTED:
        return tuple(items)
    numbers = sorted(range(len(items)), key=lambda n: abs(token_of(items[n]) - token))[:_COUNTED]
    return tuple(items[n] for n in sorted(numbers))


def _by_entity(cast: Cast, sentence: int) -> tuple[Named, Named]:
    """The mentions in a sentence by entity, as `Around.named` gives them."""
    here = tuple(cast.within(sentence))
    titles = [p for p in here if p.last - p.first > 1 and p.mention.form in ("title", "name", "description")]
    outer: dict[str, list[Placed]] = {}
    inner: dict[str, list[Placed]] = {}
    for placed in here:
        found = inner if any(_inside(placed, title) for title in titles) else outer
        found.setdefault(placed.entity, []).append(placed)
    return {e: tuple(p) for e, p in outer.items()}, {e: tuple(p) for e, p in inner.items() if e not in outer}


def _inside(placed: Placed, title: Placed) -> bool:
    """True for words within a longer expression of somebody else: "el presidente de [Rusia]"."""
    return (
        title.entity != placed.entity
        and title.first <= placed.first
        and placed.last <= title.last
        and placed.last - placed.first < title.last - title.first
        and placed.mention.form != "elided"
    )


def _nearest(entity: str, act: Act, cast: Cast) -> Placed:
    """The last mention of an entity up to the act, else its first one."""
    found = cast.mentions_of(entity)
    return found[max(0, bisect_right(found, act.anchor.start, key=lambda p: p.mention.start) - 1)]
