"""The cast of an article: its entities and resolved mentions, looked up by sentence and token."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property
from typing import TypeVar

import msgspec

from teletipo.records import Entity, Mention

K = TypeVar("K", bound=Hashable)

#: kinds of entities that act and speak, and of those that are places of action
SOMEBODY = frozenset({"person", "state", "organisation", "group"})
SOMEWHERE = frozenset({"place", "facility"})


class Placed(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A mention with its place in the trees: tokens `[first, last)` of a sentence and their syntactic head.

    For an elided subject, `head`, `first` and `last - 1` are the verb that implies it.
    """

    mention: Mention
    sentence: int
    first: int
    last: int
    head: int
    also: tuple[int, ...] = ()  #: heads of its parts: the name inside "el presidente ruso, Vladímir Putin"

    @property
    def entity(self) -> str:
        """Id of the entity that is meant."""
        return self.mention.entity


class Cast(msgspec.Struct, frozen=True, dict=True):
    """All entities of an article and every expression that refers to one of them, in text order."""

    entities: tuple[Entity, ...] = ()
    placed: tuple[Placed, ...] = ()

    @cached_property
    def _by_head(self) -> dict[tuple[int, int], list[Placed]]:
        return _grouped(((p.sentence, head), p) for p in self.placed for head in (p.head, *p.also))

    @cached_property
    def _widest_by_head(self) -> dict[tuple[int, int], tuple[Placed, ...]]:
        """For each token the expressions with the extent of the widest one that it heads, without elided subjects."""
        index: dict[tuple[int, int], tuple[Placed, ...]] = {}
        for place, placed in self._by_head.items():
            if named := [p for p in placed if p.mention.form != "elided"]:
                widest = max(named, key=lambda p: p.last - p.first)
                index[place] = tuple([p for p in named if (p.first, p.last) == (widest.first, widest.last)])
        return index

    @cached_property
    def _by_id(self) -> dict[str, Entity]:
        return {e.id: e for e in self.entities}

    @cached_property
    def _by_sentence(self) -> dict[int, list[Placed]]:
        return _grouped((p.sentence, p) for p in self.placed)

    @cached_property
    def weight(self) -> dict[str, int]:
        """The number of mentions of each entity."""
        return {entity: len(placed) for entity, placed in self._by_entity.items()}

    @cached_property
    def _by_entity(self) -> dict[str, list[Placed]]:
        return _grouped((p.entity, p) for p in self.placed)

    def mentions_of(self, entity: str) -> list[Placed]:
        """Every expression of an entity, in text order."""
        return self._by_entity.get(entity, [])

    def entity(self, id: str) -> Entity:
        """The entity of that id; KeyError if there is none."""
        return self._by_id[id]

    def kind_of(self, id: str | None) -> str | None:
        """The kind of the entity of that id; None if there is none."""
        return self._by_id[id].kind if id in self._by_id else None

    def at(self, sentence: int, head: int) -> Placed | None:
        """The widest expression headed by that token, elided subjects aside; None if it names nobody."""
        found = self._widest_by_head.get((sentence, head))
        return found[0] if found else None

    def all_at(self, sentence: int, head: int) -> tuple[Placed, ...]:
        """Everybody that the widest expression headed by that token refers to ("ambos países" refers to two)."""
        return self._widest_by_head.get((sentence, head), ())

    def all_elided(self, sentence: int, verb: int) -> tuple[Placed, ...]:
        """All members of the elided subject of the verb at that token."""
        return tuple(p for p in self._by_head.get((sentence, verb), ()) if p.mention.form == "elided")

    def elided(self, sentence: int, verb: int) -> Placed | None:
        """The elided subject of the verb at that token, if it was resolved."""
        return next(iter(self.all_elided(sentence, verb)), None)

    def within(self, sentence: int) -> Iterator[Placed]:
        """All expressions of one sentence, in text order."""
        return iter(self._by_sentence.get(sentence, ()))


def _grouped(pairs: Iterable[tuple[K, Placed]]) -> dict[K, list[Placed]]:
    """The expressions by key, each list in the order given."""
    index: dict[K, list[Placed]] = {}
    for key, placed in pairs:
        index.setdefault(key, []).append(placed)
    return index
