"""Memory: who has been mentioned so far, where, how often and next to whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice, takewhile

from teletipo.gazetteer import NounClass
from teletipo.records import EntityKind
from teletipo.stages.naming.reference import Reference
from teletipo.stages.resolving.figures import Figure
from teletipo.tags import VERBAL
from teletipo.tree import Sentence

_BY_SECTOR = frozenset({"media", "armed group", "party", "company"})  #: classes that a known body's sector tells
_MEMORY = 6  #: sentences back that a title or a list may refer to


class Memory:
    """The mentions so far; filled sentence by sentence."""

    def __init__(self, sentences: tuple[Sentence, ...]) -> None:
        """Nothing mentioned yet."""
        self.sentences = sentences
        self._noted: list[tuple[Reference, Figure]] = []
        self._figures: dict[Figure, None] = {}  # the one mentioned last stands last
        self._lists: list[tuple[int, list[Figure]]] = []
        self._heads: dict[tuple[int, int], list[Figure]] = {}

    def note(self, reference: Reference, figure: Figure) -> None:
        """Record a mention that was resolved."""
        figure.met = True
        self._noted.append((reference, figure))
        self._figures.pop(figure, None)
        self._figures[figure] = None
        self._heads.setdefault((reference.sentence, reference.head), []).append(figure)

    def noted_in(self, sentence: int) -> list[tuple[Reference, Figure]]:
        """The mentions of one sentence, in the order in which they were noted."""
        first = bisect_left(self._noted, sentence, key=lambda noted: noted[0].sentence)
        end = bisect_right(self._noted, sentence, key=lambda noted: noted[0].sentence)
        return self._noted[first:end]

    def is_inside(self, reference: Reference, figure: Figure) -> bool:
        """True for a state or body named only to say who somebody else is: "el presidente del Senado"."""
        if figure.kind not in ("state", "organisation"):
            return False
        return any(
            r.first <= reference.first
            and reference.last <= r.last
            and r.last - r.first > reference.last - reference.first
            for r, other in self.noted_in(reference.sentence)
            if other is not figure and other.kind == "person"
        )

    def dateline(self) -> Figure | None:
        """Where the article was written; None if it does not say."""
        return next((figure for reference, figure in self._noted if reference.role == "dateline"), None)

    def places(self, reach: int) -> list[Figure]:
        """The places named in the sentence that is being read and in `reach` before it, the last one first."""
        now = self._noted[-1][0].sentence if self._noted else 0
        near = takewhile(lambda noted: now - noted[0].sentence <= reach, reversed(self._noted))
        return [f for r, f in near if f.kind == "place" and f.named and r.role != "dateline"]

    def people(self) -> list[Figure]:
        """Persons, those mentioned most in the last sentences first."""
        return self._weighed(("person",), _MEMORY)

    def countries(self, near: bool) -> list[str]:
        """Countries of the states and places named, the one mentioned most first; if `near`, the nearest first."""
        weighed = self._weighed(("state", "place"), 1 if near else _MEMORY)
        return list(dict.fromkeys(f.country for f in weighed if f.country))

    def nations(self) -> list[str]:
        """Countries of everybody named, the one mentioned most first."""
        weighed = self._weighed(("state", "person", "organisation", "group"), 4 * _MEMORY)
        return list(dict.fromkeys(f.country for f in weighed if f.country))

    def _weighed(self, kinds: tuple[str, ...], reach: int) -> list[Figure]:
        """Figures by weight: subjects count three times, and each sentence in between takes a third away."""
        weights: dict[int, float] = {}
        figures: dict[int, Figure] = {}
        if not self._noted:
            return []
        now = self._noted[-1][0].sentence
        for reference, figure in reversed(self._noted):
            if figure.kind not in kinds:
                continue
            distance = now - reference.sentence
            if distance > reach and figures:
                break
            subject = self.sentences[reference.sentence].relations[reference.head] == "nsubj"
            weights[id(figure)] = weights.get(id(figure), 0.0) + (3.0 if subject else 1.0) * 0.67**distance
            figures.setdefault(id(figure), figure)
        order = list(figures)
        return [figures[k] for k in sorted(order, key=lambda k: -weights[k])]

    def note_lists(self, sentence: Sentence) -> None:
        """Record who is named together ("Francia, Italia y España")."""
        self._lists.extend((sentence.index, group) for group in self._side_by_side(sentence))

    def _side_by_side(self, sentence: Sentence) -> list[list[Figure]]:
        """The groups of two or more named together in a sentence, as far as it has been read."""
        heads = [r.head for r, _ in self.noted_in(sentence.index) if sentence.labels[r.head] != "conj"]
        return [group for head in heads if len(group := self.group(sentence, head)) > 1]

    def last_list(self, kind: EntityKind, count: int | None) -> list[Figure]:
        """The last figures of a kind that were named together, of that number if given.

        The sentence being read may not have named all of them yet, so an earlier list that contains them has priority.
        """
        now = self._noted[-1][0].sentence if self._noted else 0
        here = [(now, group) for group in self._side_by_side(self.sentences[now])]
        found: list[Figure] = []
        for index, group in (*reversed(here), *reversed(self._lists)):
            if now - index > 3 * _MEMORY:
                break
            members = [f for f in group if f.kind == kind]
            if len(members) > 1 and (count is None or len(members) == count):
                if index < now:
                    return members if set(found) <= set(members) else found
                found = found or members
        return found

    def recent(self, kind: EntityKind, count: int) -> list[Figure]:
        """The last `count` figures of a kind, in the order in which they were named."""
        found = islice((figure for figure in reversed(self._figures) if figure.kind == kind), count)
        return list(found)[::-1]

    def last_called(
        self, noun: str, kind: EntityKind, any_noun: bool, class_: NounClass | None = None, plural: bool = False
    ) -> Figure | None:
        """The last figure of a kind and number that was called by that noun, or whose name begins with it."""
        for figure in reversed(self._figures):
            if figure.kind != kind or (kind == "group" and figure.nouns and figure.plural != plural):
                continue
            if (
                (any_noun and figure.sector != "JRN")
                or noun in figure.nouns
                or figure.words[:1] == (noun,)
                or (class_ is not None and _is_a(figure, class_))
            ):
                return figure
        return None

    def group(self, sentence: Sentence, head: int) -> list[Figure]:
        """The figures of a phrase and of those coordinated with it."""
        found = list(self._heads.get((sentence.index, head), ()))
        for child in sentence.kids(head, "conj"):
            if sentence.upos[child] not in VERBAL:
                found.extend(f for f in self.group(sentence, child) if f not in found)
        return found


def _is_a(figure: Figure, class_: NounClass) -> bool:
    """True if the figure was called by a noun of the class, or is known to be of a sector that implies it."""
    return class_.type in figure.types or (class_.type in _BY_SECTOR and class_.sector == figure.sector)
