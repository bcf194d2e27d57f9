"""What an export writes appears whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sample_dossiers import dossier
from teletipo import export
from teletipo.errors import StoreError
from teletipo.records import Dossier

FORMATS = [f for f in export.FORMATS if f != "spacy"]


def breaking(error: BaseException) -> Iterator[Dossier]:
    """Two dossiers, then an error."""
    yield dossier()
    yield dossier(id="a2")
    raise error


def seen(folder: Path) -> dict[str, bytes]:
    """Everything in the folder, hidden files too."""
    return {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else b"" for p in folder.rglob("*")}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("error", [KeyboardInterrupt(), StoreError("a: the file is damaged")])
def test_an_export_that_breaks_off_leaves_nothing(tmp_path: Path, format: str, error: BaseException) -> None:
    """Neither a part of a file nor an empty folder."""
    with pytest.raises(type(error)):
        export.write(format, breaking(error), tmp_path / "out")
    assert seen(tmp_path) == {}


@pytest.mark.parametrize("format", FORMATS)
def test_an_earlier_export_stays_as_it_was(tmp_path: Path, format: str) -> None:
    """The next one replaces it only when it is complete."""
    export.write(format, [dossier()], tmp_path / "out")
    before = seen(tmp_path)
    with pytest.raises(StoreError, match=r"out: the disk is full"):
        export.write(format, breaking(OSError(errno.ENOSPC, "No space left on device")), tmp_path / "out")
    assert seen(tmp_path) == before
    export.write(format, [dossier(), dossier(id="a2")], tmp_path / "out")
    assert seen(tmp_path) != before


def test_links_rights_and_devices_stay_what_they_are(tmp_path: Path) -> None:
    """A file is replaced, but not a link to it, who may read it, or a device."""
    (tmp_path / "kept").touch(mode=0o600)
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    export.write("csv", [dossier()], tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "kept").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "kept").read_text(encoding="utf-8").startswith("article,")
    export.write("csv", [dossier()], Path(os.devnull))
    assert not Path(os.devnull).is_file()
