"""The YAML files of the gazetteer: finds, reads and hashes them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import msgspec

from teletipo import yamlfile
from teletipo.errors import InputError
from teletipo.gazetteer.schema import File

DATA = Path(__file__).parents[1] / "data" / "gazetteer"


class Source(msgspec.Struct, frozen=True):
    """One file and where it lies."""

    path: str
    file: File


def read(paths: Sequence[Path]) -> tuple[Source, ...]:
    """The content of the files. Raises `DataError` for a bad one."""
    return tuple(Source(str(path), yamlfile.load(path, File)) for path in paths)


def paths_of(*folders: Path) -> list[Path]:
    """The YAML files of each folder and the folders in it, by name. Raises `InputError` for one without any."""
    return [path for folder in folders for path in _inside(folder)]


def _inside(folder: Path) -> list[Path]:
    try:
        os.scandir(folder).close()  # rglob would find nothing in a folder that cannot be listed
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(f"{folder}: no such folder", "no folder", name=folder) from None
    except OSError as error:
        why = error.strerror
        raise InputError(f"{folder}: cannot be read: {why}", "refused", name=folder, reason=why) from None
    paths = sorted(folder.rglob("*.yaml"))
    if not paths:
        raise InputError(f"{folder}: no .yaml files in this folder", "no names", name=folder)
    return paths


def digest_of(paths: Sequence[Path]) -> str:
    """SHA-256 of names and contents."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
