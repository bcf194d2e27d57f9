"""Detects the format of a file by its first bytes, or by its name where those say nothing."""

from __future__ import annotations

import gzip
import re
import zlib
from pathlib import PurePosixPath

import msgspec

from teletipo.sources.source import UTF16

#: Enough to see a root element or the first line of most JSON Lines.
HEAD = 65_536

_SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".xml": "xml",
    ".nitf": "newsml",
    ".rss": "feed",
    ".atom": "feed",
    ".warc": "warc",
    ".pdf": "pdf",
}
SUFFIXES = frozenset(_SUFFIXES)
_ROOT = re.compile(rb"<([A-Za-z][\w.:-]*)")
_ROOTS = {
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "nitf": "newsml",
    "newsitem": "newsml",
    "newsmessage": "newsml",
    "html": "html",
}
#: How Word, OpenDocument (both zip files) and RTF begin.
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_SKIPPED = re.compile(
    rb"^\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE\s+(?!html)[^>\[]*(?:\[.*?\]\s*)?>\s*)*", re.DOTALL | re.IGNORECASE
)


def suffix(name: str) -> str:
    """The ending of a file name in lower case, without `.gz`."""
    path = PurePosixPath(name.lower())
    return PurePosixPath(path.stem).suffix if path.suffix == ".gz" else path.suffix


def unpacked(head: bytes) -> bytes:
    """The first bytes inside `head` if it is gzip, as many as it holds; else `head` itself."""
    if not head.startswith(b"\x1f\x8b"):
        return head
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(head, HEAD)
    except (zlib.error, gzip.BadGzipFile):
        return b""


def is_office(head: bytes) -> bool:
    """Whether a file that starts so is one of a word processor, which no reader reads."""
    return head.startswith(_OFFICE)


def format_of(name: str, head: bytes) -> str:
    """The name of the reader for a file called `name` that starts with `head` (already unpacked).

    Content decides where it is clear (WARC, PDF, markup, JSON); a text that opens with "<" or "{" stays text if its
    name ends in .txt. A name ending in .csv or .tsv is a table. Anything else is text.
    """
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"%PDF-"):
        return "pdf"
    named = _SUFFIXES.get(suffix(name))
    head = _in_utf8(head)
    start = head.lstrip()[:1]
    if start == b"<" and named != "text":
        return _markup(head, named)
    if start in (b"{", b"[") and named not in ("text", "html"):
        return named if named == "jsonl" else _json(head)
    return {"json": "jsonl", "xml": "newsml"}.get(named or "text", named or "text")


def _in_utf8(head: bytes) -> bytes:
    """The beginning of a text as UTF-8, without a byte order mark."""
    if head.startswith(UTF16):
        return head.decode("utf-16", "ignore").encode()
    return head.removeprefix(b"\xef\xbb\xbf")


def _markup(head: bytes, named: str | None) -> str:
    rest = _SKIPPED.sub(b"", head, count=1)
    root = _ROOT.match(rest)
    name = root.group(1).decode().rpartition(":")[2].lower() if root else ""
    return _ROOTS.get(name, named if named not in (None, "xml", "json", "jsonl") else "html")


def _json(head: bytes) -> str:
    """JSON Lines if the first line is a whole object, or a broken one before such lines; else one document (ninjs)."""
    line, newline, rest = head.partition(b"\n")
    first = _decoded(line)
    if first is None and head.lstrip().startswith(b"{"):
        spoilt = isinstance(_decoded(rest.partition(b"\n")[0]), dict) and _decoded(head) is None
        return "jsonl" if spoilt or (len(head) >= HEAD and not newline) else "ninjs"
    return "jsonl" if isinstance(first, dict) and (rest.strip() or "uri" not in first) else "ninjs"


def _decoded(line: bytes) -> object:
    """The value of some JSON; None if it is not whole."""
    try:
        return msgspec.json.decode(line)
    except msgspec.DecodeError:
        return None
