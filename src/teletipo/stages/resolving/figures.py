"""Figures: the entities of an article while they are being put together from its references."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from teletipo.gazetteer.forms import atoms
from teletipo.records import Entity, EntityKind, Post, content_id
from teletipo.stages.resolving.misspelt import misspelt, variants

#: marks at the end of a name that belong to what stands around it: the dash of a dateline, a mark that opens
_FOREIGN = re.compile(r"(?:\.?[-–—]+|\s*[“«\[(])$")
_PAIRS = (("“", "”"), ("«", "»"), ("[", "]"), ("(", ")"))
_PARTICLES = frozenset({"de", "del", "la", "el", "los", "las", "y", "al", "a", "e"})


@lru_cache(maxsize=16384)
def name_words(text: str) -> tuple[str, ...]:
    """Folded words of a name without articles and prepositions: what two forms of it have in common."""
    found = tuple(a for part in text.split() for a in atoms(part))
    return tuple(a for a in found if a not in _PARTICLES) or found


def tidy(name: str) -> str:
    """The name without the marks of what stands around it: "Lima.-", "el Gobierno”" and "el jefe de «"."""
    kept = _FOREIGN.sub("", name)
    for opening, closing in _PAIRS:
        if kept.endswith(closing) and kept.count(closing) > kept.count(opening):
            kept = kept[:-1]
    return kept.rstrip() or name


@dataclass(eq=False)
class Figure:
    """One entity in the making; `words` are those of the fullest name, `nouns` the head nouns it was called by."""

    key: str
    kind: EntityKind
    name: str
    country: str | None = None
    likely: str | None = None  #: country without a word for it, as the article shows it
    basis: str | None = None  #: what shows a country without a word for it
    sector: str | None = None
    known: str | None = None
    plural: bool = False
    gender: str | None = None  #: "Masc" or "Fem", by the titles that it was called by
    words: tuple[str, ...] = ()
    aliases: set[str] = field(default_factory=set)
    nicknames: set[str] = field(default_factory=set)  #: other names that the text gives a person
    nouns: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)  #: classes of the nouns
    posts: list[Post] = field(default_factory=list)
    abroad: bool = False  #: serves a body of several states, and so acts for no country
    named: bool = False
    met: bool = False  #: mentioned by now; one looked up by a title may be named only further on
    kin: bool = False  #: told as a relative of somebody, whom the surname alone means then
    fallen: bool = False  #: counted among the dead: "diez manifestantes murieron"

    def may_be(self, gender: str | None) -> bool:
        """False for words of the other gender."""
        return None in (gender, self.gender) or gender == self.gender

    def entity(self, article: str) -> Entity:
        """The finished record."""
        return Entity(
            id=content_id("n:", article, self.key),
            kind=self.kind,
            name=tidy(self.name),
            country=self.country or self.likely,
            sector=self.sector,
            posts=tuple(self.posts),
            known=self.known,
        )


#: what an acronym may stand for
BODIES: tuple[EntityKind, ...] = ("organisation", "group")


class Figures:
    """All figures of an article, found again by key, name or acronym."""

    def __init__(self) -> None:
        """Empty."""
        self._by_key: dict[str, Figure] = {}
        self._by_word: dict[str, list[tuple[int, Figure]]] = {}  # with the place of each, in order
        self._by_name: dict[str, list[tuple[int, Figure]]] = {}  # of names and acronyms
        self._by_matter: dict[frozenset[str], list[Figure]] = {}
        self._by_variant: dict[str, list[Figure]] = {}  # persons by what surnames are without a letter

    def __iter__(self) -> Iterator[Figure]:
        """In order of first mention."""
        return iter(self._by_key.values())

    def get(self, key: str) -> Figure | None:
        """The figure with that key."""
        return self._by_key.get(key)

    def add(self, figure: Figure) -> Figure:
        """The figure of that key, made now if there is none."""
        if figure.key not in self._by_key:
            self._by_key[figure.key] = figure
            self._index(figure, len(self._by_key))
        return self._by_key[figure.key]

    def rename(self, figure: Figure, words: tuple[str, ...], name: str) -> None:
        """Give a figure a fuller name."""
        place = self._place(figure)
        figure.words, figure.name = words, name
        self._index(figure, place)

    def abbreviate(self, figure: Figure, acronym: tuple[str, ...]) -> None:
        """Note another name of a figure."""
        figure.aliases.add(" ".join(acronym))
        self._by_name.setdefault(" ".join(acronym), []).append((self._place(figure), figure))

    def abbreviated(self, acronym: tuple[str, ...]) -> Figure | None:
        """The body for which the article itself defined this acronym, whoever else has it."""
        body = self.called(acronym, *BODIES)
        return body if body is not None and " ".join(acronym) in body.aliases else None

    def nickname(self, figure: Figure, words: tuple[str, ...]) -> None:
        """Note another name of a person."""
        figure.nicknames.add(" ".join(words))
        self._by_name.setdefault(" ".join(words), []).append((self._place(figure), figure))

    def nicknamed(self, words: tuple[str, ...]) -> Figure | None:
        """The person to whom the text gave that other name."""
        name = " ".join(words)
        return next((f for _, f in self._by_name.get(name, ()) if name in f.nicknames), None)

    def note_matter(self, figure: Figure, matter: frozenset[str]) -> None:
        """Note what a body is for, so that it is found by other words for it."""
        alike = self._by_matter.setdefault(matter, [])
        if matter and figure not in alike:
            alike.append(figure)

    def of_matter(self, matter: frozenset[str]) -> list[Figure]:
        """The bodies of that matter, in order of first mention."""
        return self._by_matter.get(matter, [])

    def initialled(self, acronym: str) -> Figure | None:
        """The only body whose words begin with the letters of an acronym ("FCB" for "Federación Cubana de Béisbol")."""
        found = [f for f in self if f.kind in BODIES and "".join(w[0] for w in f.words) == acronym]
        return found[0] if len(found) == 1 else None

    def _index(self, figure: Figure, place: int) -> None:
        self._by_name.setdefault(" ".join(figure.words), []).append((place, figure))
        if figure.kind == "person" and figure.named and len(figure.words) > 1:
            for variant in variants(figure.words[-1]):
                self._by_variant.setdefault(variant, []).append(figure)
        for word in set(figure.words):
            insort(self._by_word.setdefault(word, []), (place, figure), key=_place_of)

    def _place(self, figure: Figure) -> int:
        alike = self._by_word.get(figure.words[0], ()) if figure.words else ()
        return next((place for place, other in alike if other is figure), 0)

    def person(self, words: tuple[str, ...], known: str | None, gender: str | None = None) -> Figure | None:
        """The person called so before, of that gender: by gazetteer id, by a part of the name, or by a fuller one."""
        if known is not None and (figure := self._by_key.get(f"person {known}")) is not None and figure.named:
            return figure
        found = [one for word in words if (one := self._last_person(word, words, gender)) is not None]
        return max(found, key=_likeliest)[1] if found else None

    def misspelt(self, words: tuple[str, ...]) -> Figure | None:
        """The person named in full before whose name differs from this one by one letter."""
        alike = (f for variant in variants(words[-1]) for f in self._by_variant.get(variant, ()))
        return next((f for f in alike if misspelt(words, f.words)), None)

    def called_first(self, words: tuple[str, ...]) -> Figure | None:
        """The only person named in full before whose name begins with this word ("Kim Jong-un" … "Kim")."""
        alike = [f for _, f in self._by_word.get(words[0], ()) if f.kind == "person" and f.named]
        found = [f for f in alike if len(f.words) > 1 and f.words[0] == words[0]]
        return found[0] if len(words) == len(found) == len(alike) == 1 else None

    def second_surname(self, words: tuple[str, ...]) -> Figure | None:
        """The only person named in full before whose surname these words go on: "Ana Ruiz", then "Ruiz Soto"."""
        alike = [f for _, f in self._by_word.get(words[0], ()) if f.kind == "person" and f.named]
        found = [f for f in alike if len(f.words) > 1 and f.words[-1] == words[0]]
        return found[0] if len(words) == 2 and len(found) == len(alike) == 1 else None

    def body_of(self, words: tuple[str, ...]) -> Figure | None:
        """The only body named in full before whose name ends with this word ("el Tesoro")."""
        alike = [f for _, f in self._by_word.get(words[0], ()) if f.named]
        found = [f for f in alike if f.kind == "organisation" and len(f.words) > 1 and f.words[-1] == words[0]]
        return found[0] if len(words) == len(found) == len(alike) == 1 else None

    def _last_person(self, word: str, words: tuple[str, ...], gender: str | None) -> tuple[int, Figure] | None:
        """The likeliest person with `word` in the name that may be called `words`, and the place in order."""
        people = (o for o in self._by_word.get(word, ()) if o[1].kind == "person" and o[1].named)
        alike = (o for o in people if same_person(words, o[1].words) and o[1].may_be(gender))
        return max(alike, key=_likeliest, default=None)

    def called(self, words: tuple[str, ...], *kinds: EntityKind) -> Figure | None:
        """The figure of that name or acronym."""
        name = " ".join(words)
        found = [
            (place, figure)
            for place, figure in self._by_name.get(name, ())
            if figure.kind in kinds and (figure.words == words or name in figure.aliases)
        ]
        return min(found, key=_place_of)[1] if found else None


def _place_of(one: tuple[int, Figure]) -> int:
    return one[0]


def _likeliest(one: tuple[int, Figure]) -> tuple[bool, bool, int]:
    """The last of several with one surname; somebody's relative only if there is nobody else."""
    place, figure = one
    return figure.met, not figure.kin, place


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True if all words of the shorter name are in the longer one, and it is not just a first name."""
    short, long = sorted((one, other), key=len)
    if not short or not set(short) <= set(long):
        return False
    return len(short) == len(long) or short[-1] in long[1:]
