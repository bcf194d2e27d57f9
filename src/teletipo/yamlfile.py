"""Reads YAML files with a closed schema: codebook, lexicon and gazetteer.

A file becomes a msgspec struct; whatever breaks the schema is a `DataError` that starts with `file:line:` and names
the key. Structs read by `load` must be declared with `forbid_unknown_fields=True`, so that a misspelt key is an error.

Fewer plain scalars are special than in YAML 1.1, because the files are in Spanish: only `true`, `false` and `null` (or
nothing); `no`, `on`, `NO`, `2001-01-20` and `042` stay strings.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec
import yaml

from teletipo.choices import choices
from teletipo.errors import DataError
from teletipo.meant import instead

T = TypeVar("T")

_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_INT = re.compile(r"-?(?:0|[1-9][0-9]*)")
_FLOAT = re.compile(r"-?[0-9]+\.[0-9]+")
_PATH = re.compile(r" - at (?P<key>`key` in )?`(?P<path>\$[^`]*)`$")
_STEP = re.compile(r"\.([^.\[]+)|\[(\d+|\.\.\.)\]")
_UNKNOWN = re.compile(r"unknown field `([^`]*)`")
_NOT_ALLOWED = re.compile(r"Invalid enum value '([^']*)'")


class _Parser(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]  # in C where there is a compiler
    """PyYAML's parser without tags, which take a third of its time; `_plain` decides the types."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return ""

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


class Loaded(Generic[T]):
    """A value read from a file, with the lines it stands on."""

    def __init__(self, path: Path, value: T, node: yaml.Node | None) -> None:
        """Made by `load_marked` only."""
        self.path = path
        self.value = value
        self._node = node

    def line(self, *steps: str | int) -> int:
        """The 1-based line of the value reached by keys and indices, or of its nearest parent that exists."""
        return _descend(self._node, steps)

    def error(self, message: str, *steps: str | int) -> DataError:
        """A `DataError` about the value reached by `steps`, ready to be raised."""
        return DataError(f"{self.path}:{self.line(*steps)}: {message}")


def load(path: Path, type_: type[T]) -> T:
    """The content of the YAML file as `type_`.

    Raises `DataError` with `file:line:` and the key when the file cannot be read, is not YAML, repeats a key,
    has an unknown or missing key, or a value of the wrong type.
    """
    return load_marked(path, type_).value


def load_marked(path: Path, type_: type[T]) -> Loaded[T]:
    """As `load`, keeping the lines, for checks across keys or files."""
    node = _compose(path)
    try:
        return Loaded(path, msgspec.convert(_plain(path, node), type_), node)
    except RecursionError:
        raise DataError(f"{path}:1: nested too deeply, or an alias stands for itself") from None
    except msgspec.ValidationError as error:
        raise _located(path, node, type_, str(error)) from None


def _compose(path: Path) -> yaml.Node | None:
    """The node tree of the file; `None` for an empty one."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"{path}:1: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DataError(f"{path}:{line}: not UTF-8") from None
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_Parser)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        raise DataError(f"{path}:{mark.line + 1 if mark else 1}: not valid YAML: {problem}") from None
    return node


def _plain(path: Path, node: yaml.Node | None) -> Any:
    """A node tree as builtins; a repeated key is an error, of which PyYAML would silently keep the last."""
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.style in ("'", '"', "|", ">") else _scalar(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(path, item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise DataError(f"{path}:{key.start_mark.line + 1}: a key is a word, not a list or mapping")
            if key.value in mapping:
                raise DataError(f"{path}:{key.start_mark.line + 1}: key `{key.value}` is given twice")
            mapping[key.value] = _plain(path, value)
        return mapping
    return None


def _scalar(text: str) -> str | int | float | bool | None:
    """A plain scalar: constant, decimal number without leading zero, or the string itself."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in "-0123456789":
        return text
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _located(path: Path, node: yaml.Node | None, type_: type, message: str) -> DataError:
    """A msgspec message with file, line and key in front and the allowed values at the end."""
    found = _PATH.search(message)
    text = message[: found.start()] if found else message
    steps: list[str | int] = [
        step.group(1) or (int(step.group(2)) if step.group(2) != "..." else "...")
        for step in _STEP.finditer(found["path"] if found else "$")
    ]
    wrong, unknown = _NOT_ALLOWED.search(text), _UNKNOWN.search(text)
    if mistaken := wrong or unknown:
        text += f"; {instead(mistaken.group(1), [*map(str, choices(type_, steps))])}"
    if added := wrong if found and found["key"] else unknown:
        steps.append(added.group(1))
    name = ".".join(str(step) for step in steps) or "(whole file)"
    return DataError(f"{path}:{_descend(node, steps)}: key `{name}`: {text}")


def _descend(node: yaml.Node | None, steps: tuple[str | int, ...] | list[str | int]) -> int:
    """The 1-based line reached by following `steps` as far as they exist."""
    line = node.start_mark.line + 1 if node is not None else 1
    for step in steps:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        elif isinstance(node, yaml.MappingNode) and isinstance(step, str):
            pair = next((pair for pair in node.value if pair[0].value == step), None)
            if pair is None:
                return line
            line, node = pair[0].start_mark.line + 1, pair[1]
        else:
            return line
    return line
