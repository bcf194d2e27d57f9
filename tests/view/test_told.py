"""Errors and problems in the language of whoever reads them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import teletipo
from teletipo.cli.messages import MESSAGES
from teletipo.view.told import told

SOURCES = Path(teletipo.__file__).parent
RAISED = ("InputError", "StoreError", "UnusableError", "unreadable", "Problem", "as_problem")
#: what only programs get to read: arguments of the library, and readings of many machines
FOR_PROGRAMS = ("given.py", "piping.py", "scale/")


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("a.jsonl:2: not JSON: malformed", "a.jsonl:2: no es JSON: malformed"),
        ("-: not utf-8 at byte 13", "entrada estándar: no es utf-8 en el byte 13"),
        ("-:1: published: not a date: 'ayer'", "entrada estándar:1: published: no es una fecha: 'ayer'"),
        ("type=X: did you mean Y or Z? there are Y, Z", "type=X: ¿quiso decir Y o Z? hay Y, Z"),
        ("rule=x: did you mean y? there are 9, from a to z", "rule=x: ¿quiso decir y? hay 9, de a a z"),
        ("a: cannot be read: Permission denied", "a: no se puede leer: permiso denegado"),
        ("a: the disk is full; what was stored before is kept", "a: el disco está lleno; lo ya guardado se conserva"),
        (
            "a.txt: the text is not in the language 'es': it seems to be 'fr'",
            "a.txt: el texto no parece español (parece francés)",
        ),
        ("what nobody has translated", "what nobody has translated"),
    ],
)
def test_a_message_keeps_its_place_and_its_values(english: str, spanish: str) -> None:
    """The words around them are translated."""
    assert told("es", english) == spanish


def test_in_english_only_standard_input_is_told_in_words() -> None:
    """ "-" is what the user wrote, but no place that a message should name."""
    assert told("en", "-:2: not JSON: x") == "standard input:2: not JSON: x"
    assert told("en", "-f: no such file") == "-f: no such file"


def messages() -> Iterator[tuple[str, str]]:
    """Place and text of every message that the package raises without a code of the catalogue, values as "X"."""
    for path in sorted(SOURCES.rglob("*.py")):
        name = path.relative_to(SOURCES).as_posix()
        if not name.startswith(FOR_PROGRAMS):
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") in RAISED:
                    said = [_filled(one) for one in (*call.args, *(k.value for k in call.keywords))]
                    known = any(f"error.{one}" in MESSAGES for one in said)
                    yield from ((f"{name}:{call.lineno}", one) for one in said if " " in one.strip("X: ") and not known)


def _filled(value: ast.expr) -> str:
    if isinstance(value, ast.JoinedStr):
        return "".join(_filled(part) for part in value.values)
    if isinstance(value, ast.FormattedValue) and isinstance(value.value, ast.Call):
        return "there are X" if getattr(value.value.func, "id", "") == "instead" else "X"
    return str(value.value) if isinstance(value, ast.Constant) else "X"


def test_every_message_is_told_in_spanish() -> None:
    """A new one needs its Spanish words in `data/view/messages_es.yaml`."""
    untold = [place for place in messages() if told("es", place[1]) == place[1]]
    assert untold == []
    assert len(list(messages())) > 50
