"""Figures: the entities of an article while they are being put together from what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from teletipo.gazetteer.forms import atoms
from teletipo.records import Entity, EntityKind, Post, content_id

_PARTICLES = frozenset({"de", "del", "la", "el", "los", "las", "y", "al", "a", "e"})


def name_words(text: str) -> tuple[str, ...]:
    """Folded words of a name without articles and prepositions: what two forms of it have in common."""
    found = tuple(a for part in text.split() for a in atoms(part))
    return tuple(a for a in found if a not in _PARTICLES) or found


@dataclass(eq=False)
class Figure:
    """One entity in the making; `words` are those of the fullest name, `nouns` the head nouns it was called by."""

    key: str
    kind: EntityKind
    name: str
    country: str | None = None
    likely: str | None = None  #: country by default, that of the article
    sector: str | None = None
    known: str | None = None
    plural: bool = False
    words: tuple[str, ...] = ()
    aliases: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)  #: classes of the nouns
    posts: list[Post] = field(default_factory=list)
    named: bool = False

    def entity(self, article: str) -> Entity:
        """The finished record."""
        return Entity(
            id=content_id("n:", article, self.key),
            kind=self.kind,
            name=self.name,
            country=self.country or self.likely,
            sector=self.sector,
            posts=tuple(self.posts),
            known=self.known,
        )


class Figures:
    """All figures of an article, found again by key, name or acronym."""

    def __init__(self) -> None:
        """Empty."""
        self._by_key: dict[str, Figure] = {}

    def __iter__(self) -> Iterator[Figure]:
        """In order of first mention."""
        return iter(self._by_key.values())

    def get(self, key: str) -> Figure | None:
        """The figure with that key."""
        return self._by_key.get(key)

    def add(self, figure: Figure) -> Figure:
        """The figure of that key, made now if there is none."""
        return self._by_key.setdefault(figure.key, figure)

    def person(self, words: tuple[str, ...], known: str | None) -> Figure | None:
        """The person called so before: by gazetteer id, by a part of the name, or by a fuller one."""
        best = None
        for figure in self:
            if figure.kind != "person" or not figure.named:
                continue
            if known is not None and figure.known == known:
                return figure
            if same_person(words, figure.words):
                best = figure
        return best

    def called(self, words: tuple[str, ...], *kinds: EntityKind) -> Figure | None:
        """The figure of that name or acronym."""
        joined = " ".join(words)
        return next(
            (f for f in self if f.kind in kinds and (f.words == words or joined in f.aliases)),
            None,
        )


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Surname and full name: all words of the shorter are in the longer, and not only a first name."""
    short, long = sorted((one, other), key=len)
    if not short or not set(short) <= set(long):
        return False
    return len(short) == len(long) or short[-1] in long[1:] or (short == long[:1] and len(long) == 1)
