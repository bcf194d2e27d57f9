"""CSV: every row is an article, its columns are named as the fields of JSON Lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from teletipo.sources import Options, Source, Unreadable, articles


def read(folder: Path, content: str | bytes, name: str = "a.csv", **how: object) -> Sequence[Source | Unreadable]:
    """What is in a file with this content."""
    data = content if isinstance(content, bytes) else content.encode()
    (folder / name).write_bytes(data)
    return list(articles([str(folder / name)], Options(**how)))  # type: ignore[arg-type]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["plain", "byte order mark"])
def test_a_row_is_an_article(tmp_path: Path, separator: str, start: str) -> None:
    """With the separators that spreadsheets write; a quoted cell may hold them, and lines."""
    rows = [
        ("id", "text", "date"),
        ("a", '"Viajó a Lima, Perú; firmó.\n\nVolvió ""ayer""."', "2024-03-05"),
        ("b", "Viajó a Quito.", ""),
    ]
    found = read(tmp_path, start + "\r\n".join(map(separator.join, rows)) + "\r\n")
    assert [(one.id, one.text, one.published, one.position) for one in found if isinstance(one, Source)] == [
        ("a", 'Viajó a Lima, Perú; firmó.\n\nVolvió "ayer".', "2024-03-05", 2),
        ("b", "Viajó a Quito.", None, 5),
    ]


def test_columns_of_other_names_are_mapped(tmp_path: Path) -> None:
    """As the fields of JSON Lines are, and in any encoding that is named."""
    content = "cuerpo;dia\nViajó a Lima.;2024-03-05\n".encode("cp1252")
    (found,) = read(tmp_path, content, encoding="cp1252", fields={"text": "cuerpo", "published": "dia"})
    assert isinstance(found, Source)
    assert (found.text, found.published) == ("Viajó a Lima.", "2024-03-05")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (
            "titulo,cuerpo\na,Uno.\nb,Dos.\n",
            ["no field text or article.text or body or content; it has cuerpo, titulo"],
        ),
        ("id,text\na,\nb,Dos.\n", [":2: field text is empty", None]),
        ("id,text\na,Viajó.\n".encode("cp1252"), ["line 2: not utf-8 at byte 6"]),
        ('id,text\na,"Uno.\n' + "x" * 16_100_000, ["a line of more than"]),
        ('id,text\na,"Uno.\n' + ("x" * 1_000 + "\n") * 16_100, ["not a table from line 2 on: field larger"]),
        ("", []),
    ],
    ids=["no text", "empty cell", "encoding", "endless line", "open quotation mark", "empty file"],
)
def test_what_is_wrong_is_told_once_with_its_place(
    tmp_path: Path, content: str | bytes, says: Sequence[str | None]
) -> None:
    """A table without texts is one problem, not one a row."""
    found = read(tmp_path, content)
    assert len(found) == len(says)
    for one, wanted in zip(found, says, strict=True):
        assert isinstance(one, Source) if wanted is None else isinstance(one, Unreadable) and wanted in one.message
