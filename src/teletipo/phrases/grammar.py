"""Phrase rules: word classes and patterns from a lexicon file, run over token classes instead of letters.

Every token becomes one character that stands for its word or figure shape, so a rule such as `(el)? <day> de <month>`
is an ordinary regular expression over those characters. A rule is only tried around a token that it cannot do without.
Rules that match at the same place are taken in the order of the file, so longer ones come first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import repeat
from types import MappingProxyType
from typing import TypeVar

import msgspec

from teletipo.phrases.pattern import Node, Parser, needs, rarest, regex
from teletipo.phrases.tokens import SHAPES, Tokens, fold_vowels

T = TypeVar("T")

#: Characters for words start here: none means anything in an expression, and the classes below U+0100 compile fast.
_FIRST_CODE = 0x81
_OTHER = "\x80"
#: Written forms kept in the look-up table of one grammar; more are read afresh each time.
_KEPT_FORMS = 20_000
#: Runs of up to so many tokens are worth keeping.
_SHORT = 6
#: Capture -> token range and the word class it was read with, or "".
Captured = Mapping[str, tuple[int, int, str]]
#: Start, position of the rule, end, captures; tokens are counted from the start of the run.
Place = tuple[int, int, int, Captured]


class Match(msgspec.Struct, frozen=True):
    """One place where a rule matched: token range `[first, last)` and what it captured."""

    rule: str
    first: int
    last: int
    captured: Captured


class _Rule(msgspec.Struct, frozen=True, dict=True):
    """A rule; its expression is compiled when a text first needs it, since most texts need few rules."""

    order: int
    rule: str
    tree: Node
    needs: tuple[frozenset[str], ...]

    @cached_property
    def _compiled(self) -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
        groups: dict[str, tuple[str, str]] = {}
        return re.compile(regex(self.tree, groups, "g")), groups

    @cached_property
    def search(self) -> Callable[[str, int], re.Match[str] | None]:
        """Finds the rule in coded text from a place on."""
        return self._compiled[0].search

    @cached_property
    def groups(self) -> dict[str, tuple[str, str]]:
        """Name of a group of the expression -> what it captures and the word class it was read with."""
        return self._compiled[1]


class Grammar:
    """Word classes and rules of one lexicon file, ready to run; immutable once built."""

    def __init__(
        self,
        classes: Mapping[str, Mapping[str, object]],
        macros: Mapping[str, str],
        rules: Mapping[str, str],
        weak: frozenset[str] = frozenset(),
        shapes: Mapping[str, str] = MappingProxyType({}),
        silent: frozenset[str] = frozenset(),
    ) -> None:
        """`classes`: class -> word(s) -> value; `weak`: frequent (folded) words that should not set rules going.

        `shapes`: classes of words known by a regular expression that their folded form matches; `silent`: (folded)
        words that are never a match by themselves.
        """
        self._shapes = {name: re.compile(pattern) for name, pattern in shapes.items()}
        self.values = {name: {fold_vowels(w): v for w, v in words.items()} for name, words in classes.items()}
        self._classes = {name: [fold_vowels(w).split() for w in words] for name, words in classes.items()}
        self._codes: dict[str, str] = {}
        self._spelled: dict[str, list[str]] = {}
        frequent = frozenset(map(self._code, sorted(weak)))
        self._silent = frozenset(map(self._code, sorted(silent)))
        parser = Parser(macros, self._spell)
        trees = ((rule, parser.rule(rule, pattern)) for rule, pattern in rules.items())
        self._rules = [_Rule(n, rule, tree, tuple(needs(tree, frequent))) for n, (rule, tree) in enumerate(trees)]
        self._by_trigger: dict[str, tuple[int, ...]] = {}  #: character -> positions in the list of rules
        for one in self._rules:
            for char in rarest(one.needs, frequent):
                self._by_trigger[char] = (*self._by_trigger.get(char, ()), one.order)
        self._places: dict[str, list[Place]] = {}
        self._shaped = _Shaped(self._codes, self._shapes)
        triggers = "".join(sorted(self._by_trigger))
        self._run = re.compile(f"[{triggers}][^{_OTHER}]*")

    def matches(self, tokens: Tokens) -> Iterator[Match]:
        """The places where rules match, left to right, never overlapping."""
        return self.read(tokens, lambda match: match)

    def read(self, tokens: Tokens, make: Callable[[Match], T | None]) -> Iterator[T]:
        """What `make` returns for each match, left to right; if it returns None, the next rule or token is tried."""
        coded = self._coded(tokens.keys)
        done = 0
        for run in self._run.finditer(coded):
            other = coded.rfind(_OTHER, done, run.start())
            start = done if other < 0 else other + 1
            done = run.end()
            words = coded[start:done]
            if found := self._first(words):
                yield from self._read_run(words, found, start, make)

    def _coded(self, keys: tuple[str, ...]) -> str:
        """One character for each word, by which the rules know it."""
        if self._shapes:
            return "".join(map(self._shaped.__getitem__, keys))
        return "".join(map(self._codes.get, keys, repeat(_OTHER)))

    def value(self, name: str, words: str) -> object:
        """The value of `words` in the class `name`; `KeyError` if they are not in it."""
        return self.values[name][fold_vowels(words)]

    def _read_run(self, run: str, found: list[Place], base: int, make: Callable[[Match], T | None]) -> Iterator[T]:
        """What the rules read in a run of known words from token `base`; `found` holds where each matches first."""
        while found:
            best = min(found, key=_place) if len(found) > 1 else found[0]
            start, order, end, captured = best
            shifted = {name: (a + base, b + base, kind) for name, (a, b, kind) in captured.items()}
            made = make(Match(self._rules[order].rule, start + base, end + base, shifted)) if end > start else None
            if made is not None:
                yield made
            if made is None:
                at, stale = start + 1, [best]
                found = [item for item in found if item is not best]
            else:
                at, stale = end, [item for item in found if item[0] < end]
                found = [item for item in found if item[0] >= end]
            if at < len(run):
                found += [place for _, o, _, _ in stale if (place := self._search(o, run, at))]

    def _first(self, run: str) -> list[Place]:
        """Where each rule matches first in a run; short runs come again and again, so their places are kept."""
        kept = self._places.get(run)
        if kept is None:
            present = set(run)
            orders = {order for char in present for order in self._by_trigger.get(char, ())}
            rules = [r for r in map(self._rules.__getitem__, orders) if not any(map(present.isdisjoint, r.needs))]
            kept = [place for r in rules if (place := self._search(r.order, run, 0))]
            if len(run) <= _SHORT and len(self._places) < _KEPT_FORMS:
                self._places[run] = kept
        return kept

    def _search(self, order: int, run: str, at: int) -> Place | None:
        rule = self._rules[order]
        m = rule.search(run, at)
        while m and m[0] in self._silent:
            m = rule.search(run, m.end())
        return (m.start(), order, m.end(), _captured(rule, m)) if m else None

    def _spell(self, item: str, is_class: bool) -> list[str]:
        """The token characters of a word, or of every word or shape of a class; new words get one."""
        if not is_class:
            return [self._code(fold_vowels(item))]
        if item not in self._spelled:
            self._spelled[item] = self._spell_class(item)
        return self._spelled[item]

    def _spell_class(self, item: str) -> list[str]:
        if item in self._shapes:
            return [self._code(f"#{item}")]
        if item in SHAPES:
            return [self._code(f"#{shape}") for shape in SHAPES[item]]
        return ["".join(self._code(w) for w in words) for words in self._classes.get(item, ())]

    def _code(self, key: str) -> str:
        return self._codes.setdefault(key, chr(_FIRST_CODE + len(self._codes)))


class _Shaped(dict[str, str]):
    """Maps a word to its character, including words known only by their shape."""

    def __init__(self, codes: Mapping[str, str], shapes: Mapping[str, re.Pattern[str]]) -> None:
        super().__init__()
        self._codes, self._shapes = codes, shapes

    def __missing__(self, key: str) -> str:
        known = key
        if key not in self._codes:
            known = next((f"#{name}" for name, shape in self._shapes.items() if shape.fullmatch(key)), key)
        char = self._codes.get(known, _OTHER)
        if len(self) < _KEPT_FORMS:
            self[key] = char
        return char


def _place(found: Place) -> tuple[int, int]:
    return found[:2]


def _captured(rule: _Rule, m: re.Match[str]) -> Captured:
    return {name: (*m.span(group), kind) for group, (name, kind) in rule.groups.items() if m.start(group) >= 0}
