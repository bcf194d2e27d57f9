"""Tells errors and problems, which are raised and recorded in English, in the language of whoever reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from teletipo.view.words import Lang, word
from teletipo.yamlfile import load

_BLANK = re.compile(r"\{(\w+)\}")
_INPUT = re.compile(r"\A-(?=\Z|:)")


class Messages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """English messages and the Spanish ones, by what they are about; the head of the file explains the braces."""

    articles: dict[str, str]
    spans: dict[str, str]
    calls: dict[str, str]
    archives: dict[str, str]
    system: dict[str, str]


def told(lang: Lang, message: str) -> str:
    """The message in `lang`, as it is if there is no translation; standard input as its place is told in words."""
    placed = named(lang, message)
    return placed if lang == "en" else spanish(placed)


def named(lang: Lang, place: str) -> str:
    """The place as it is; words instead of "-", standard input."""
    return _INPUT.sub(word(lang, "standard input"), place)


def spanish(message: str) -> str:
    """The message in Spanish; a place or an option before it stays as it is, and so does an unknown message."""
    for start in (0, *(colon.end() for colon in re.finditer(": ", message))):
        for template, words in _templates():
            if found := template.fullmatch(message, start):
                values = {name: _value(name, value) for name, value in found.groupdict().items()}
                return message[:start] + words.format(**values)
    return message


def _value(name: str, value: str) -> str:
    if name == "why":
        return spanish(value)
    if name == "found":
        return word("es", f"language.{value}")
    return value.replace(" or ", " o ") if name == "either" else value


@cache
def _templates() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(_pattern(english), re.DOTALL), said) for english, said in _pairs())


def _pairs() -> Iterator[tuple[str, str]]:
    known = load(Path(str(files("teletipo") / "data/view/messages_es.yaml")), Messages)
    for section in msgspec.structs.astuple(known):
        yield from section.items()


def _pattern(english: str) -> str:
    """A pattern in which each blank of the message takes any text."""
    parts = _BLANK.split(english)
    return "".join(f"(?P<{part}>.+?)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
