"""Files, folders and patterns into articles: the one way into everything that can be read."""

from __future__ import annotations

import glob
import gzip
import importlib
import io
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO, cast

from teletipo.errors import InputError
from teletipo.sources import detect
from teletipo.sources.source import Reading, Source, Unreadable, UnusableError, unreadable

#: Name of a reader as users say it -> module of this package with `read(stream, origin, reading)`.
READERS = {
    "text": "text",
    "html": "html",
    "jsonl": "jsonl",
    "feed": "feed",
    "warc": "warc",
    "newsml": "newsml",
    "nitf": "newsml",
    "ninjs": "ninjs",
    "pdf": "pdf",
}


def found(paths: Iterable[str], *, stdin: bool = True) -> Iterator[str]:
    """The files that `paths` mean, in a fixed order: a file, a folder (searched below), a pattern, "-".

    In a folder, files with an ending that no reader knows are passed over, and so are hidden ones.
    Raises InputError for a path that does not exist and for a folder or pattern without articles.
    """
    for path in paths:
        if path == "-" and stdin:
            yield path
        elif Path(path).is_dir():
            yield from _inside(Path(path))
        elif Path(path).exists():
            yield path
        elif glob.has_magic(path):
            names = sorted(n for n in glob.glob(path, recursive=True) if Path(n).is_file())  # noqa: PTH207 absolute too
            if not names:
                raise InputError(f"{path}: no file matches")
            yield from names
        else:
            raise InputError(f"{path}: no such file or folder")


def articles(paths: Iterable[str], reading: Reading | None = None) -> Iterator[Source | Unreadable]:
    """Every article of every file, in order; what cannot be read gives an `Unreadable` and reading goes on.

    Raises InputError only for what concerns the whole call: paths that do not exist, options that are not known.
    """
    options = reading or Reading()
    if options.format not in (None, *READERS):
        raise InputError(f"--format {options.format}: there are {', '.join(READERS)}")
    for path in found(paths):
        yield from of_file(path, options)


def of_file(path: str, reading: Reading) -> Iterator[Source | Unreadable]:
    """The articles of one file; "-" is standard input."""
    try:
        with _opened(path) as stream:
            yield from of_stream(stream, path, reading)
    except OSError as error:
        yield unreadable(path, None, "unreadable", f"cannot be read: {error.strerror or error}")


def of_stream(raw: BinaryIO, origin: str, reading: Reading) -> Iterator[Source | Unreadable]:
    """The articles of an open file called `origin`; compressed content is unpacked."""
    buffered = io.BufferedReader(cast(io.RawIOBase, raw), detect.HEAD) if not hasattr(raw, "peek") else raw
    packed = buffered.peek(detect.HEAD)[: detect.HEAD]
    head = detect.unpacked(packed)
    name = reading.format or detect.format_of(origin, head)
    stream: BinaryIO = buffered
    if packed.startswith(b"\x1f\x8b") and name != "warc":
        stream = cast(BinaryIO, gzip.GzipFile(fileobj=buffered))
    module = importlib.import_module(f"teletipo.sources.{READERS[name]}")
    try:
        yield from module.read(stream, origin, reading)
    except UnusableError as error:
        yield unreadable(origin, None, error.code, str(error))
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield unreadable(origin, None, "gzip", f"the compressed file is broken, the rest is lost: {error}")


def one(path: str, reading: Reading | None = None) -> Source:
    """The only article of `path`; InputError if it cannot be read or holds several."""
    sources = list(_first_two(articles([path], reading)))
    bad = next((s for s in sources if isinstance(s, Unreadable)), None)
    if bad is not None:
        raise InputError(bad.message)
    if len(sources) != 1 or not isinstance(sources[0], Source):
        raise InputError(f"{path}: {'several articles' if sources else 'no article'}; `ingest` reads collections")
    return sources[0]


def _first_two(items: Iterator[Source | Unreadable]) -> Iterator[Source | Unreadable]:
    for item, _ in zip(items, range(2), strict=False):
        yield item


def _inside(folder: Path) -> Iterator[str]:
    names = sorted(
        path.as_posix()
        for path in folder.rglob("*")
        if path.is_file()
        and detect.suffix(path.name) in detect.SUFFIXES
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    if not names:
        raise InputError(f"{folder}: no articles in this folder (looked for {', '.join(sorted(detect.SUFFIXES))})")
    yield from names


def _opened(path: str) -> AbstractContextManager[BinaryIO]:
    if path == "-":
        return nullcontext(sys.stdin.buffer)
    return cast(BinaryIO, io.BufferedReader(io.FileIO(path), detect.HEAD))
