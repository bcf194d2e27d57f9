"""Finds the files that paths, folders and patterns mean, and reads each with the reader for its format."""

from __future__ import annotations

import glob
import gzip
import importlib
import io
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO, cast

from teletipo.errors import InputError
from teletipo.meant import instead
from teletipo.sources import detect, jsonl
from teletipo.sources.source import Options, Source, Unreadable, UnusableError, unreadable

#: Name of a reader as users say it -> module of this package with `read(stream, origin, options)`.
READERS = {
    "text": "text",
    "html": "html",
    "jsonl": "jsonl",
    "csv": "table",
    "feed": "feed",
    "warc": "warc",
    "newsml": "newsml",
    "nitf": "newsml",
    "ninjs": "ninjs",
    "pdf": "pdf",
}


def found(paths: Iterable[str], *, stdin: bool = True) -> Iterator[str | Unreadable]:
    """The files that `paths` mean, in a fixed order: a file, a folder (searched below), a pattern, "-".

    In a folder, hidden files and files with a suffix that no reader knows are skipped. A subfolder, or a folder that a
    pattern looks into, gives an `Unreadable` if it cannot be listed. Raises InputError for a path that does not exist
    or cannot be listed, and for a folder or pattern without articles.
    """
    for path in paths:
        kind = "file" if path == "-" and stdin else _kind_of(path)
        if kind == "folder":
            yield from _inside(path)
        elif kind == "file":
            yield path
        elif glob.has_magic(path):
            yield from _matching(path)
        elif "://" in path:
            why = "is an address; nothing is fetched from the network, save the page and give the file"
            raise InputError(f"{path}: {why}", "address", name=path)
        else:
            raise InputError(f"{path}: no such file or folder")


def _kind_of(path: str) -> str | None:
    """Whether a path is a "file" or a "folder"; None if it does not exist. Raises InputError if that cannot be told."""
    try:
        return "folder" if stat.S_ISDIR(os.stat(path).st_mode) else "file"  # noqa: PTH116 its errors are needed
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    except OSError as error:
        raise InputError(f"{path}: {_not_read(error)}", "refused", name=path, reason=error.strerror) from None


def _not_read(error: OSError) -> str:
    return f"cannot be read: {error.strerror or error}"


def articles(paths: Iterable[str], options: Options | None = None) -> Iterator[Source | Unreadable]:
    """Every article of every file, in order; what cannot be read gives an `Unreadable` and reading goes on.

    One path may be given alone.
    Raises InputError only for what concerns the whole call: at once for options that are not known, and while reading
    for paths that do not exist.
    """
    options = options or Options()
    check(options)
    return _articles([paths] if isinstance(paths, str) else paths, options)


def check(options: Options) -> None:
    """Raise InputError for a format, encoding, profile or field that is not known."""
    if options.format is not None and options.format not in READERS:
        raise InputError(f"--format {options.format}: {instead(options.format, list(READERS))}")
    try:
        "a".encode(options.encoding)
    except (LookupError, ValueError):
        raise InputError(f"--encoding {options.encoding}: no such encoding") from None
    jsonl.check(options)


def _articles(paths: Iterable[str], options: Options) -> Iterator[Source | Unreadable]:
    for path in found(paths):
        if isinstance(path, Unreadable):
            yield path
        else:
            yield from of_file(path, options)


def of_file(path: str, options: Options) -> Iterator[Source | Unreadable]:
    """The articles of one file; "-" is standard input."""
    try:
        with _opened(path) as stream:
            yield from of_stream(stream, path, options)
    except OSError as error:
        yield unreadable(path, None, "unreadable", _not_read(error))


def of_stream(raw: BinaryIO, origin: str, options: Options) -> Iterator[Source | Unreadable]:
    """The articles of an open file called `origin`; compressed content is unpacked."""
    buffered = io.BufferedReader(cast(io.RawIOBase, raw), detect.HEAD) if not hasattr(raw, "peek") else raw
    packed = buffered.peek(detect.HEAD)[: detect.HEAD]
    head = detect.unpacked(packed)
    if detect.is_office(head):
        yield unreadable(origin, None, "office", "a file of a word processor or a zip; save it as text or PDF")
        return
    name = options.format or detect.format_of(origin, head)
    stream: BinaryIO = buffered
    if packed.startswith(b"\x1f\x8b") and name != "warc":
        stream = cast(BinaryIO, gzip.GzipFile(fileobj=buffered))
    module = importlib.import_module(f"teletipo.sources.{READERS[name]}")
    try:
        yield from module.read(stream, origin, options)
    except UnusableError as error:
        yield unreadable(origin, None, error.code, str(error))
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield unreadable(origin, None, "gzip", f"the compressed file is broken, the rest is lost: {error}")


def _inside(folder: str) -> Iterator[str | Unreadable]:
    """The article files below a folder, and the subfolders that cannot be listed, sorted by name."""
    items: dict[str, str | Unreadable] = {}

    def refused(error: OSError) -> None:
        name = Path(error.filename).as_posix()
        if name == Path(folder).as_posix():
            raise InputError(f"{name}: {_not_read(error)}", "refused", name=name, reason=error.strerror)
        items[name] = unreadable(name, None, "unreadable", _not_read(error))

    for above, below, names in os.walk(folder, onerror=refused):
        below[:] = [name for name in below if not name.startswith(".")]
        for name in names:
            path = Path(above, name)
            if not name.startswith(".") and detect.suffix(name) in detect.SUFFIXES and _may_be_read(path):
                items[path.as_posix()] = path.as_posix()
    if not items:
        raise InputError(f"{folder}: no articles in this folder (looked for {', '.join(sorted(detect.SUFFIXES))})")
    yield from (items[name] for name in sorted(items))


def _matching(pattern: str) -> Iterator[str | Unreadable]:
    """The files that match a pattern, and the folders it looks into that cannot be listed, sorted by name."""
    items: dict[str, str | Unreadable] = {name: name for name in _glob(pattern) if Path(name).is_file()}
    for folder in set(_searched(pattern)):
        try:
            os.scandir(folder or ".").close()
        except OSError as error:
            items[folder] = unreadable(folder, None, "unreadable", _not_read(error))
    if not items:
        raise InputError(f"{pattern}: no file matches")
    yield from (items[name] for name in sorted(items))


def _searched(pattern: str) -> Iterator[str]:
    """The folders that must be listed to match a pattern; "" for the current one."""
    above, name = os.path.split(pattern)
    if glob.has_magic(name):
        inside = os.path.join(above, "**" if name == "**" else "", "")  # noqa: PTH118 an empty path stays empty
        yield from (folder.rstrip("/") or folder for folder in (_glob(inside) if inside else [""]))
    if glob.has_magic(above):
        yield from _searched(above)


def _glob(pattern: str) -> list[str]:
    return glob.glob(pattern, recursive=True)  # noqa: PTH207 absolute too


def _may_be_read(path: Path) -> bool:
    """False for a pipe or a device. A file that cannot be examined counts, as opening it tells why."""
    return os.path.isfile(path) or not os.path.exists(path)  # noqa: PTH110, PTH113 they raise nothing


def _opened(path: str) -> AbstractContextManager[BinaryIO]:
    if path == "-":
        return nullcontext(sys.stdin.buffer)
    return cast(BinaryIO, io.BufferedReader(io.FileIO(path), detect.HEAD))
