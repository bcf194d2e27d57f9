"""The one article that a command reads: a file, standard input or the sample, as clean text or one clear error."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from teletipo.errors import InputError

LIMIT = 5_000_000  #: bytes; the longest articles of a news archive stay below a tenth of it
_FIELDS = ("id", "title", "published", "url", "outlet")


class Source(NamedTuple):
    """A text and what its file says about it, ready for `teletipo.read`."""

    text: str
    about: Mapping[str, Any]


def load(name: str) -> Source:
    """The article in file `name`; `-` is standard input. Raises InputError with a code for every way to be unreadable."""
    data = _bytes(name)
    text = _decoded(data, name)
    digest = hashlib.sha256(data).hexdigest()
    if name.endswith((".json", ".jsonl")):
        text, about = _fields(text, name)
    else:
        about = {} if name == "-" else {"title": None}
    if not text.strip():
        raise InputError(f"{name}: there is no text", "empty", name=name)
    return Source(text, {**about, "source_sha256": digest})


def sample() -> Source:
    """The sample article that comes with the package."""
    data = files("teletipo").joinpath("data/demo/article.jsonl").read_bytes()
    text, about = _fields(data.decode("utf-8"), "article.jsonl")
    return Source(text, {**about, "source_sha256": hashlib.sha256(data).hexdigest()})


def _bytes(name: str) -> bytes:
    if name == "-":
        data = sys.stdin.buffer.read(LIMIT + 1)
    else:
        path = Path(name)
        if path.is_dir():
            raise InputError(f"{name}: is a directory", "directory", name=name)
        try:
            with path.open("rb") as file:
                data = file.read(LIMIT + 1)
        except FileNotFoundError:
            raise InputError(f"{name}: no such file", "missing", name=name) from None
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise InputError(f"{name}: cannot be read: {reason}", "unreadable", name=name, reason=reason) from None
    if len(data) > LIMIT:
        megabytes = LIMIT // 1_000_000
        raise InputError(f"{name}: more than {megabytes} MB", "size", name=name, limit=megabytes)
    return data


def _decoded(data: bytes, name: str) -> str:
    """UTF-8, or UTF-16 with a byte order mark; a NUL byte or a PDF header means that it is not text."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    if data.startswith(b"%PDF-") or (encoding != "utf-16" and b"\0" in data):
        raise InputError(f"{name}: a binary file", "binary", name=name)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start
        raise InputError(f"{name}: not {encoding} at byte {at}", "encoding", name=name, at=at) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _fields(text: str, name: str) -> tuple[str, dict[str, Any]]:
    """Text and known fields of one JSON object; a `.jsonl` may hold one line only."""
    lines = [line for line in text.split("\n") if line.strip()] if name.endswith(".jsonl") else [text]
    if len(lines) > 1:
        raise InputError(f"{name}: {len(lines)} articles", "many", name=name, number=len(lines))
    if not text.strip():
        raise InputError(f"{name}: there is no text", "empty", name=name)
    try:
        record = json.loads(lines[0])
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name}: not valid JSON: {error}", "json", name=name, reason=str(error)) from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise InputError(f"{name}: no string `text`", "fields", name=name)
    return record["text"], {k: record[k] for k in _FIELDS if isinstance(record.get(k), str)}
