"""Page: the words of an article in one row, across sentences, with its quotations and printed sentences.

The parser cuts sentences inside quotations; a *unit* is a sentence as a reader sees it, cut inside a quotation only if
it were as long as an article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, count, repeat, starmap

import msgspec

from teletipo.lexicon.wordlists import Lists
from teletipo.spans import Span
from teletipo.speech.quotations import Quotation, quotations
from teletipo.tree import Sentence

_BREAK = re.compile(
    r"(?<=[.!?…])[\"”»'’)\x92\x94]*\s+(?=[\"“«(¿¡—–\-'‘\x91\x93]*\s?[A-ZÁÉÍÓÚÑÜ0-9@])"  # ordinary end
    r"|\)\s?\.\s?-+\s*|\.-+\s+"  # dateline
    r"|(?<=[a-záéíóúñ\"”»)])\.(?=[\"“«]?[A-ZÁÉÍÓÚÑ][a-záéíóúñ])"  # no space after the full stop
    r"|\n+"
)
_ABBREVIATION = re.compile(r"(?:\b(?:[A-ZÁÉÍÓÚ]|Sr|Sra|Dr|Dra|Gral|Cnel|Lic|Ing|St|EE|art|núm|av|aprox|etc|vs|Jr)\.)$")
#: characters of a unit; a longer one is cut where one of the parser's sentences starts. The longest of 23,221 articles
#: of news has 4,096
_LONGEST = 5_000
#: endings that only the simple past has, and nothing but verbs
PAST = ("ó", "aron", "ieron")
_MARKS = frozenset("\"“”„«»‘’'`´\x91\x92\x93\x94") | {"''", "``"}


class Word(msgspec.Struct, frozen=True, gc=False):
    """A token and where it is."""

    start: int
    end: int
    low: str
    upos: str
    sentence: int
    token: int

    @property
    def ends_as_past(self) -> bool:
        """True for a form that ends as only the simple past does."""
        return self.low.endswith(PAST)

    @property
    def is_mark(self) -> bool:
        """True for a quotation mark."""
        return self.low in _MARKS


class Page(msgspec.Struct, frozen=True, dict=True):
    """One article laid out for finding speech; word numbers index `words`."""

    text: str
    sentences: tuple[Sentence, ...]
    lists: Lists

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All tokens in text order."""
        columns = (zip(s.starts, s.ends, s.low, s.upos, repeat(s.index), count(), strict=False) for s in self.sentences)
        return tuple(starmap(Word, chain.from_iterable(columns)))

    @cached_property
    def low(self) -> tuple[str, ...]:
        """All tokens in lower case, in text order."""
        return tuple(chain.from_iterable([s.low for s in self.sentences]))

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """All quotations, in text order."""
        found = ((q, self.word_from(q.inner.start), self.word_from(q.inner.end)) for q in quotations(self.text))
        return tuple(q for q, first, last in found if first < last)  # not those of an aside, which is not parsed

    @cached_property
    def outermost(self) -> tuple[Quotation, ...]:
        """The quotations that lie in no other."""
        return tuple(q for q in self.quotations if q.depth == 0)

    @cached_property
    def _outermost_bounds(self) -> tuple[list[int], list[int]]:
        """Where the outermost quotations start and end."""
        return [q.outer.start for q in self.outermost], [q.outer.end for q in self.outermost]

    @cached_property
    def _by_end(self) -> dict[int, list[Quotation]]:
        index: dict[int, list[Quotation]] = {}
        for q in self.quotations:
            index.setdefault(q.outer.end, []).append(q)
        return index

    @cached_property
    def units(self) -> tuple[Span, ...]:
        """Printed sentences, in text order, white space at their ends left out."""
        cuts = [0]
        for m in _BREAK.finditer(self.text):
            if not self._inside_quotation(m.start() + len(m.group().rstrip())) and not self._abbreviated(m):
                cuts.append(m.end())
        units = (Span(a, b) for a, b in zip(cuts, [*cuts[1:], len(self.text)], strict=True))
        spans = (part.stripped(self.text) for unit in units for part in self._parts(unit))
        return tuple(s for s in spans if s.start < s.end)

    def _parts(self, unit: Span) -> Iterator[Span]:
        """A unit in parts that are not too long: each cue in it looks through all its words."""
        start, end = unit.start, unit.end
        if end - start > _LONGEST:
            first, last = (bisect_left(self.sentences, place, key=lambda s: s.starts[0]) for place in (start, end))
            for sentence in self.sentences[first + 1 : last]:
                if sentence.ends[-1] - start > _LONGEST:
                    yield Span(start, sentence.starts[0])
                    start = sentence.starts[0]
        yield Span(start, end)

    def _inside_quotation(self, offset: int) -> bool:
        return any(q.outer.start < offset for q in self.quotations_between(offset, offset + 1))

    def _abbreviated(self, cut: re.Match[str]) -> bool:
        return "\n" not in cut.group() and bool(_ABBREVIATION.search(self.text, max(0, cut.start() - 8), cut.start()))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(chain.from_iterable([s.starts for s in self.sentences]))

    @cached_property
    def _unit_starts(self) -> tuple[int, ...]:
        return tuple(u.start for u in self.units)

    @cached_property
    def _first_word(self) -> dict[int, int]:
        first: dict[int, int] = {}
        for number, word in enumerate(self.words):
            first.setdefault(word.sentence, number)
        return first

    def number(self, sentence: int, token: int) -> int:
        """The word number of a token."""
        return self._first_word[sentence] + token

    def word_from(self, offset: int) -> int:
        """The number of the first word that ends after `offset`; `len(words)` if there is none."""
        n = bisect_right(self._starts, offset) - 1
        return n if n >= 0 and self.words[n].end > offset else n + 1

    def unit_at(self, offset: int) -> Span:
        """The unit that holds `offset` (the one before it, between two)."""
        return self.units[self.unit_number(offset)]

    def unit_of(self, number: int) -> Span:
        """The unit that contains a word."""
        return self.unit_at(self.words[number].start)

    def unit_words(self, unit: Span) -> range:
        """Numbers of the words of a unit."""
        return range(self.word_from(unit.start), self.word_from(unit.end))

    @cached_property
    def _words_of_units(self) -> tuple[range, ...]:
        return tuple(self.unit_words(unit) for unit in self.units)

    def words_around(self, number: int) -> range:
        """The numbers of the words in the unit that contains a word."""
        return self._words_of_units[self.unit_number(self.words[number].start)]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The outermost quotation whose inside holds `offset`, or None."""
        for q in self.quotations_between(offset, offset + 1):
            if q.closed and q.inner.start <= offset < q.inner.end:
                return q
        return None

    def unit_number(self, offset: int) -> int:
        """The number of the unit that holds `offset` (of the one before it, between two)."""
        return max(0, bisect_right(self._unit_starts, offset) - 1)

    def quotations_from(self, span: Span) -> tuple[Quotation, ...]:
        """All quotations that begin inside `span`, in text order."""
        first = bisect_left(self.quotations, span.start, key=lambda q: q.outer.start)
        return self.quotations[first : bisect_left(self.quotations, span.end, key=lambda q: q.outer.start)]

    def quotations_ending(self, first: int, last: int) -> tuple[Quotation, ...]:
        """All quotations that end from offset `first` to `last`, in text order."""
        found = (q for end in range(first, last + 1) for q in self._by_end.get(end, ()))
        return tuple(sorted(found, key=lambda q: (q.outer.start, -q.outer.end)))

    def quotations_between(self, start: int, end: int) -> tuple[Quotation, ...]:
        """The outermost quotations that end after `start` and begin before `end`, in text order."""
        starts, ends = self._outermost_bounds
        return self.outermost[bisect_right(ends, start) : bisect_left(starts, end)]

    def is_quoted(self, number: int, since: int) -> bool:
        """True if the word lies in a quotation that opens at word `since`, right before it or later."""
        q = self.quotation_at(self.words[number].start)
        return q is not None and q.outer.start >= self.words[max(since - 1, 0)].start

    def tree(self, number: int) -> tuple[Sentence, int]:
        """The sentence and token of a word."""
        word = self.words[number]
        return self.sentences[word.sentence], word.token

    def feat(self, number: int, name: str) -> str | None:
        """One morphological feature of a word, or None; None behind the last one, too."""
        if number >= len(self.words):
            return None
        sentence, token = self.tree(number)
        return sentence.feat(token, name)

    def is_finite(self, number: int) -> bool:
        """True for a verb with person and tense, as the parser sees it; False behind the last word."""
        if number >= len(self.words):
            return False
        word = self.words[number]
        return word.upos in ("VERB", "AUX") and (word.ends_as_past or self.feat(number, "VerbForm") == "Fin")
