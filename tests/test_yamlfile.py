"""Closed-schema YAML: every mistake is found, with file, line and key."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec
import pytest

from teletipo import yamlfile
from teletipo.errors import DataError


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One item of the test file."""

    name: str
    since: str | None = None
    weight: float = 0.0


class File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The test file."""

    id: str
    items: tuple[Item, ...] = ()
    flag: bool = False
    colour: Literal["rojo", "verde"] | None = None
    by_colour: dict[Literal["rojo", "verde"], int] = {}


def write(tmp_path: Path, text: str) -> Path:
    """A data file holding `text`."""
    path = tmp_path / "datos.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_spanish_scalars_stay_strings(tmp_path: Path) -> None:
    """`no`, `on`, dates and codes with a leading zero are text; numbers and true are not."""
    items = "- {name: NO, since: 2001-01-20, weight: 2}\n- name: '042'\n- name: 042\n"
    path = write(tmp_path, f"id: no\nflag: true\nitems:\n{items}")
    file = yamlfile.load(path, File)
    assert file.id == "no"
    assert file.flag is True
    assert file.items == (Item("NO", "2001-01-20", 2.0), Item("042"), Item("042"))


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        pytest.param("id: a\nitens: []\n", 2, "itens", id="unknown key"),
        pytest.param("id: a\nitens: []\n", 2, "did you mean items? there are id, items", id="key that is meant"),
        pytest.param("id: a\nitems:\n- nam: x\n", 3, "did you mean name? there are name", id="nested key meant"),
        pytest.param("id: a\nitems:\n- name: x\n- name: y\n  wigth: 2\n", 5, "items.1.wigth", id="unknown nested key"),
        pytest.param("id: a\nitems:\n- name: x\n- name: [y]\n", 4, "items.1.name", id="wrong type"),
        pytest.param("id: a\nitems:\n- since: x\n", 3, "name", id="missing key"),
        pytest.param("id: a\nflag: true\nid: b\n", 3, "id", id="repeated key"),
        pytest.param("id: a\nitems: [\n", 3, "YAML", id="not YAML"),
        pytest.param("id: a\n[x]: b\n", 2, "a key is a word", id="list as key"),
        pytest.param("&a\n- *a\n", 1, "an alias stands for itself", id="endless alias"),
        pytest.param("", 1, "whole file", id="empty"),
        pytest.param("id: sí\nflag: no\n", 2, "flag", id="no is not false"),
        pytest.param("id: a\ncolour: azul\n", 2, "there are rojo, verde", id="value that is no choice"),
        pytest.param("id: a\nby_colour:\n  rojo: 1\n  azul: 2\n", 4, "by_colour.azul", id="key that is no choice"),
        pytest.param("id: a\nby_colour: {azul: 2}\n", 2, "there are rojo, verde", id="choices of a key"),
    ],
)
def test_errors_name_file_line_and_key(tmp_path: Path, text: str, line: int, key: str) -> None:
    """The message starts with `file:line:` and names the key."""
    path = write(tmp_path, text)
    with pytest.raises(DataError) as caught:
        yamlfile.load(path, File)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert key in str(caught.value)


def test_missing_file_is_a_data_error(tmp_path: Path) -> None:
    """A file that is not there is reported like any other mistake."""
    with pytest.raises(DataError, match="cannot be read"):
        yamlfile.load(tmp_path / "nada.yaml", File)


def test_another_encoding_is_a_data_error_with_its_line(tmp_path: Path) -> None:
    """Editors of old write Latin-1."""
    path = tmp_path / "datos.yaml"
    path.write_bytes("id: a\ncolour: marrón\n".encode("latin-1"))
    with pytest.raises(DataError, match=r"datos\.yaml:2: not UTF-8"):
        yamlfile.load(path, File)


def test_lines_are_kept_for_later_checks(tmp_path: Path) -> None:
    """`load_marked` tells the line of any value and makes located errors."""
    loaded = yamlfile.load_marked(write(tmp_path, "id: a\nitems:\n- name: x\n- name: y\n"), File)
    assert loaded.line("items", 1, "name") == 4
    assert str(loaded.error("mal", "items", 0)).endswith("datos.yaml:3: mal")
