"""The pattern language of phrase rules: text to tree, tree to regular expression, and the tokens a match cannot lack.

`word` is a literal word, `","` a literal mark, `<class>` a word class or figure shape (captured under its name;
`<:class>` is not captured), `{macro}` a pattern named in the file, `name=item` captures the next item; `( | )`, `?`,
`*` and `+` as usual.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import msgspec

from teletipo.errors import DataError

_PIECE = re.compile(r'\s*(?:"([^"]+)"|<(:?\w+)>|\{(\w+)\}|(\w+)=|(\w+)|([()|?*+]))')

#: Word class or literal -> the sequences of token characters that it stands for.
Spell = Callable[[str, bool], list[str]]


class Node(msgspec.Struct, frozen=True):
    """A piece of a pattern: `kind` is seq, alt, spell or repeat; `name` its capture, `word_class` its class."""

    kind: str
    parts: tuple[Node, ...] = ()
    spelt: tuple[str, ...] = ()
    sign: str = ""
    name: str = ""
    word_class: str = ""


class Parser:
    """Reads the patterns of one grammar; each macro is read once, where it is first met."""

    def __init__(self, macros: Mapping[str, str], spell: Spell) -> None:
        """`macros`: name -> pattern."""
        self._macros, self._spell = macros, spell
        self._trees: dict[str, Node] = {}
        self._rule = ""

    def rule(self, name: str, pattern: str) -> Node:
        """The tree of a rule's pattern; raises DataError with the rule's name where it cannot be read."""
        self._rule = name
        return self._read(pattern)

    def _error(self, message: str) -> DataError:
        return DataError(f"rule {self._rule}: {message}", rule=self._rule)

    def _read(self, pattern: str) -> Node:
        pieces = list(self._pieces(pattern.strip()))
        node, rest = self._alternatives(pieces)
        if rest:
            raise self._error("`)` without `(`")
        return node

    def _pieces(self, pattern: str) -> Iterator[tuple[str, str]]:
        """The kind and text of each word, class, macro, capture and sign."""
        at = 0
        kinds = ("word", "class", "macro", "name", "word", "sign")
        while at < len(pattern):
            m = _PIECE.match(pattern, at)
            if not m:
                raise self._error(f"cannot read the pattern at `{pattern[at:]}`")
            yield next((kind, value) for kind, value in zip(kinds, m.groups(), strict=True) if value)
            at = m.end()

    def _alternatives(self, pieces: list[tuple[str, str]]) -> tuple[Node, list[tuple[str, str]]]:
        """The alternatives between `|`, as one node, and the remaining pieces."""
        options = []
        while True:
            node, pieces = self._sequence(pieces)
            options.append(node)
            if not pieces or pieces[0][1] != "|":
                break
            pieces = pieces[1:]
        return (options[0] if len(options) == 1 else Node("alt", tuple(options))), pieces

    def _sequence(self, pieces: list[tuple[str, str]]) -> tuple[Node, list[tuple[str, str]]]:
        """The items up to the next `|` or `)`, as one node, and the remaining pieces."""
        parts: list[Node] = []
        name = ""
        while pieces and pieces[0] not in (("sign", "|"), ("sign", ")")):
            kind, value = pieces[0]
            pieces = pieces[1:]
            if kind == "name":
                name = value
                continue
            if kind == "sign" and value != "(":
                parts[-1] = Node("repeat", (parts[-1],), sign=value)
                continue
            if kind == "sign":
                node, pieces = self._alternatives(pieces)
                if not pieces:
                    raise self._error("`(` without `)`")
                pieces = pieces[1:]
            else:
                node = self._item(kind, value)
            parts.append(Node("seq", (node,), name=name) if name and not node.name else _named(node, name))
            name = ""
        return Node("seq", tuple(parts)), pieces

    def _item(self, kind: str, value: str) -> Node:
        """The node of a word, a class or a macro."""
        if kind == "macro":
            if value not in self._macros:
                raise self._error(f"unknown macro {{{value}}}")
            if value not in self._trees:
                self._trees[value] = self._read(self._macros[value])
            return self._trees[value]
        if kind == "word":
            return Node("spell", spelt=tuple(self._spell(value, False)))
        plain = value.lstrip(":")
        spelt = tuple(self._spell(plain, True))
        if not spelt:
            raise self._error(f"unknown word class <{plain}>")
        return Node("spell", spelt=spelt, name="" if value.startswith(":") else value, word_class=plain)


def _named(node: Node, name: str) -> Node:
    return msgspec.structs.replace(node, name=name) if name else node


def regex(node: Node, groups: dict[str, tuple[str, str]], prefix: str) -> str:
    """The regular expression of `node`; captures are named `prefix` and a number, and noted in `groups`.

    Groups stand only where they are needed, because compiling takes time for each: an alternative brings its own.
    """
    group = ""
    if node.name:
        group = f"{prefix}{len(groups)}"
        groups[group] = (node.name, node.word_class)
    inner = [regex(part, groups, prefix) for part in node.parts]
    if node.kind == "spell":
        text = _spelling(node.spelt)
    elif node.kind == "alt":
        text = f"(?:{'|'.join(inner)})"
    elif node.kind == "repeat":
        text = (inner[0] if _is_one(node.parts[0]) else f"(?:{inner[0]})") + node.sign
    else:
        text = "".join(inner)
    return f"(?P<{group}>{text})" if group else text


def _is_one(node: Node) -> bool:
    """Whether the expression of `node` can be repeated as it stands."""
    return bool(node.name) or node.kind in ("spell", "alt")


def _spelling(spelt: tuple[str, ...]) -> str:
    single = sorted({s for s in spelt if len(s) == 1})
    several = sorted({s for s in spelt if len(s) > 1}, key=lambda s: (-len(s), s))
    options = [*several, *([f"[{_ranges(single)}]"] if single else [])]
    return options[0] if single and not several else f"(?:{'|'.join(options)})"


def _ranges(chars: list[str]) -> str:
    """The inside of a character class: neighbours as a range, which compiles faster ("abcx" -> "a-cx")."""
    runs: list[list[str]] = []
    for char in chars:
        if runs and ord(char) == ord(runs[-1][-1]) + 1:
            runs[-1].append(char)
        else:
            runs.append([char])
    return "".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else "".join(run) for run in runs)


def needs(node: Node, frequent: frozenset[str]) -> list[frozenset[str]]:
    """Sets of token characters of each of which every match must hold one."""
    if node.kind == "spell":
        return [frozenset(min(s, key=lambda c: (c in frequent, c)) for s in node.spelt)]
    if node.kind == "repeat":
        return needs(node.parts[0], frequent) if node.sign == "+" else []
    inner = [needs(part, frequent) for part in node.parts]
    if node.kind == "seq":
        return [need for sets in inner for need in sets]
    return [frozenset(c for sets in inner for c in rarest(sets, frequent))] if all(inner) else []


def rarest(sets: list[frozenset[str]] | tuple[frozenset[str], ...], frequent: frozenset[str]) -> frozenset[str]:
    """The set with the smallest share of frequent characters, then the smallest."""
    return min(sets, key=lambda need: (len(need & frequent) / len(need), len(need)))
