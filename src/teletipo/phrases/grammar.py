"""Phrase rules: word classes and patterns from a lexicon file, compiled to one regular expression over token classes.

Every token becomes one character that stands for the set of classes its word belongs to, so a rule such as
`(el)? <day> de <month>` is an ordinary regular expression over those characters and all rules run at once.

Pattern language: `word` a literal word, `","` a literal mark, `<class>` a word class or figure shape (captured under
its name; `<:class>` is not captured), `{macro}` a pattern named in the file, `name=item` captures the next item,
`( | )`, `?`, `*`, `+` as usual. Rules are tried in the order of the file: the first that matches at a place wins,
so longer ones come first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

import msgspec

from teletipo.errors import DataError
from teletipo.phrases.tokens import SHAPES, Tokens, figure_class, fold

_PIECE = re.compile(r'\s*(?:"([^"]+)"|<(:?\w+)>|\{(\w+)\}|(\w+)=|(\w+)|([()|?*+]))')
T = TypeVar("T")

_OTHER = "\ue000"
_FIRST_CODE = 0xE001


#: Group of the compiled expression -> name of the capture and its word class ("" for anything else).
Groups = dict[str, tuple[str, str]]


class Match(msgspec.Struct, frozen=True):
    """One place where a rule matched: token range `[first, last)` and what it captured."""

    rule: str
    first: int
    last: int
    captured: Mapping[str, tuple[int, int, str]]  #: name -> token range and the word class it was read with, or ""


class Grammar:
    """Word classes and rules of one lexicon file, ready to run; immutable once built."""

    def __init__(
        self,
        classes: Mapping[str, Mapping[str, object]],
        macros: Mapping[str, str],
        rules: Mapping[str, str],
        weak: frozenset[str] = frozenset(),
    ) -> None:
        """`classes`: class -> word(s) -> value; `weak`: words that never start the search for a match by themselves."""
        self.values = {name: {fold(w): v for w, v in words.items()} for name, words in classes.items()}
        self._macros = macros
        self._classes = {name: [fold(w).split() for w in words] for name, words in classes.items()}
        self._codes, self._chars = self._vocabulary(rules)
        self._names: dict[str, tuple[str, Groups]] = {}
        self._regex = re.compile("|".join(self._rule(n, i, p) for n, (i, p) in enumerate(rules.items())))
        strong = "".join(sorted({c for w, c in self._codes.items() if w not in weak}))
        known = "".join(sorted(set(self._codes.values())))
        self._run = re.compile(f"[{known}]*[{strong}][{known}]*")

    def matches(self, tokens: Tokens) -> Iterator[Match]:
        """The places where rules match, left to right, never overlapping."""
        return self.read(tokens, lambda match: match)

    def read(self, tokens: Tokens, make: Callable[[Match], T | None]) -> Iterator[T]:
        """What `make` makes of the matches, left to right; what it refuses (None) is read again from the next token."""
        look, search = self._chars, self._regex.search
        coded = "".join([look[w] for w in tokens.words])
        for run in self._run.finditer(coded):
            at, end = run.span()
            while at < end and (m := search(coded, at, end)):
                made = make(self._match(m)) if m.end() > m.start() else None
                at = m.start() + 1 if made is None else m.end()
                if made is not None:
                    yield made

    def value(self, name: str, words: str) -> object:
        """What class `name` says of `words`; `KeyError` if it is not in it."""
        return self.values[name][fold(words)]

    def _match(self, m: re.Match[str]) -> Match:
        rule, groups = self._names[m.lastgroup or ""]
        captured = {name: (*m.span(group), kind) for group, (name, kind) in groups.items() if m.start(group) >= 0}
        return Match(rule, m.start(), m.end(), captured)

    def _vocabulary(self, rules: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
        """Character of every folded word and shape, and the look-up table by written form."""
        words = {w for items in self._classes.values() for parts in items for w in parts}
        for pattern in (*rules.values(), *self._macros.values()):
            words |= {fold(p) for quoted, _, _, _, word, _ in _PIECE.findall(pattern) if (p := quoted or word)}
        shapes = sorted({s for names in SHAPES.values() for s in names})
        codes = {key: chr(_FIRST_CODE + n) for n, key in enumerate([f"#{s}" for s in shapes] + sorted(words))}
        return codes, _Chars(codes)

    def _set(self, items: list[str]) -> str:
        return items[0] if len(items) == 1 else "[" + "".join(sorted(set(items))) + "]"

    def _class(self, name: str, rule: str) -> str:
        if name in SHAPES:
            return self._set([self._codes[f"#{s}"] for s in SHAPES[name]])
        if name not in self._classes:
            raise DataError(f"rule {rule}: unknown word class <{name}>")
        single = [self._codes[parts[0]] for parts in self._classes[name] if len(parts) == 1]
        several = sorted((parts for parts in self._classes[name] if len(parts) > 1), key=len, reverse=True)
        options = ["".join(self._codes[w] for w in parts) for parts in several]
        if single:
            options.append(self._set(single))
        return options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"

    def _rule(self, number: int, rule: str, pattern: str) -> str:
        outer = f"r{number}"
        groups: Groups = {}
        body = self._sequence(_pieces(pattern, rule), rule, outer, groups)
        self._names[outer] = (rule, groups)
        return f"(?P<{outer}>{body})"

    def _sequence(self, pieces: list[tuple[str, str]], rule: str, outer: str, groups: Groups) -> str:
        """The regular expression of `pieces`; capture names go to `groups`."""
        out, pending = [], ""
        for kind, value in pieces:
            if kind == "name":
                pending = value
            elif kind == "sign" and value == "(":
                out.append(_open(pending, outer, groups))
                pending = ""
            elif kind == "sign":
                out.append(value)
            else:
                out.append(self._item(kind, value, pending, (rule, outer, groups)))
                pending = ""
        return "".join(out)

    def _item(self, kind: str, value: str, name: str, place: tuple[str, str, Groups]) -> str:
        rule, outer, groups = place
        if kind == "macro":
            if value not in self._macros:
                raise DataError(f"rule {rule}: unknown macro {{{value}}}")
            body = self._sequence(_pieces(self._macros[value], rule), rule, outer, groups)
        elif kind == "class":
            body = self._class(value.lstrip(":"), rule)
            name = name or ("" if value.startswith(":") else value)
        else:
            body = re.escape(self._codes[fold(value)])
        word_class = value if kind == "class" else ""
        return f"{_open(name, outer, groups, word_class)}{body})" if name else f"(?:{body})"


class _Chars(dict[str, str]):
    """Written form -> character: lower, capitalised and upper case, with or without accents; figures by shape."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        super().__init__()
        self._codes = codes

    def __missing__(self, word: str) -> str:
        if word[0].isdigit():
            return self._codes[f"#{figure_class(word)}"]
        char = self._codes.get(fold(word), _OTHER)
        if len(self) < 100_000:
            self[word] = char
        return char


def _open(name: str, outer: str, groups: Groups, word_class: str = "") -> str:
    if not name:
        return "(?:"
    group = f"{outer}_{len(groups)}"
    groups[group] = (name, word_class)
    return f"(?P<{group}>"


def _pieces(pattern: str, rule: str) -> list[tuple[str, str]]:
    """The pieces of a pattern, each with its kind; `DataError` on anything else."""
    found, at = [], 0
    pattern = pattern.strip()
    while at < len(pattern):
        m = _PIECE.match(pattern, at)
        if not m:
            raise DataError(f"rule {rule}: cannot read the pattern at `{pattern[at:]}`")
        quoted, name, macro, capture, word, sign = m.groups()
        if name or macro or capture or sign:
            found.append(("class", name) if name else ("macro", macro) if macro else
                         ("name", capture) if capture else ("sign", sign))  # fmt: skip
        else:
            found.append(("word", quoted or word))
        at = m.end()
    return found
