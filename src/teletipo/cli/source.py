"""Source: the one article that a command reads: a file, standard input, the sample, or one in an archive."""

from __future__ import annotations

import hashlib
import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from teletipo.errors import InputError
from teletipo.sources import Source, Unreadable, articles
from teletipo.sources.detect import SUFFIXES, suffix
from teletipo.sources.source import place
from teletipo.store import is_database

if TYPE_CHECKING:
    from teletipo.records import Dossier

SAMPLE = Path(__file__).parent.parent / "data" / "demo" / "article.jsonl"


def load(name: str) -> Source:
    """The article in file `name`, `-` for standard input.

    Raises InputError, with a code for the catalogue of messages, if there is not exactly one that can be read.
    """
    if name != "-" and os.path.isdir(name):  # noqa: PTH112 raises nothing; what cannot be looked at is told below
        raise InputError(f"{name}: is a folder", "directory", name=name)
    if name != "-" and _is_missing(name) and "://" not in name:
        raise InputError(f"{name}: no such file", "missing", name=name)
    if is_archive(name):
        raise InputError(f"{name}: an archive", "archive", name=name)
    found = list(islice(articles([name]), 2))
    for item in found:
        if isinstance(item, Unreadable):
            reason = item.reason.removeprefix("cannot be read: ")
            raise InputError(item.message, item.code, name=place(item.origin, item.position), reason=reason)
    if len(found) != 1 or not isinstance(found[0], Source):
        code = "many" if found else "none"
        raise InputError(f"{name}: {len(found)} articles", code, name=name)
    return found[0]


def _is_missing(name: str) -> bool:
    """Whether there is no such file, not even a link; False for what cannot be looked at."""
    try:
        os.lstat(name)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return True
    except OSError:
        return False
    return False


def sample() -> Source:
    """The sample article that comes with the package."""
    return load(str(SAMPLE))


def is_archive(name: str) -> bool:
    """Whether the file is an archive; False for what cannot be read."""
    try:
        return is_database(Path(name))
    except OSError:
        return False


def kept(name: str, record: str | None) -> Dossier:
    """The dossier of the archive `name` that has the record of that id. Raises InputError if no id is given."""
    from teletipo.cli.archive.options import open_archive
    from teletipo.query import holding

    if not record:
        raise InputError(f"{name}: an archive; say which record", "which", name=name)
    with open_archive(Path(name)) as archive:
        return holding(archive, record)


def is_sentence(argument: str) -> bool:
    """Whether an argument is the text itself: no name of a file, but words, or one that ends like a sentence."""
    exists = os.path.exists(argument)  # noqa: PTH110 false for what is too long for a name
    is_text = " " in argument or (argument.endswith((".", "!", "?", "…", "»", "”", '"')) and "/" not in argument)
    return is_text and not exists and suffix(argument) not in SUFFIXES


def typed(text: str) -> Source:
    """A text given on the command line itself, which is no place that a message could name."""
    return Source(text=text, origin="", source_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
