"""JSON Lines: one article a line, with the field names of the tool that wrote it."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from teletipo.errors import InputError
from teletipo.meant import instead
from teletipo.records import Problem
from teletipo.sources import ninjs
from teletipo.sources.detect import HEAD
from teletipo.sources.source import UTF16, Options, Source, Unreadable, UnusableError, json_object, source, unreadable

#: Longest line read, in bytes; a longer one is skipped and reported, without holding it in memory.
MAX_LINE = 16_000_000

_EMPTY: tuple[object, ...] = (None, "", [], {})
FIELDS = ("text", "id", "title", "url", "outlet", "published")
#: Profile -> our field -> the names it may have in the input; the first one found wins. Dots descend into objects.
PROFILES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "teletipo": {
        "text": ("text", "article.text", "body", "content"),
        "id": ("id", "article.id"),
        "title": ("title", "article.title", "headline"),
        "url": ("url", "article.url", "link"),
        "outlet": ("outlet", "article.outlet", "source"),
        "published": ("published", "article.published", "date"),
    },
    "news-please": {
        "text": ("maintext",),
        "title": ("title",),
        "url": ("url",),
        "outlet": ("source_domain",),
        "published": ("date_publish",),
    },
    "fundus": {
        "text": ("plaintext", "body"),
        "title": ("title",),
        "url": ("html.responded_url", "html.requested_url", "url"),
        "outlet": ("publisher", "html.source_info.publisher"),
        "published": ("publishing_date",),
    },
    "trafilatura": {
        "text": ("text", "raw_text"),
        "id": ("id",),
        "title": ("title",),
        "url": ("url", "source"),
        "outlet": ("sitename", "source-hostname", "hostname"),
        "published": ("date",),
    },
}
#: Field that only the writers of one profile give -> that profile; the first one found decides if none is named.
_SIGNS = {
    "maintext": "news-please",
    "publishing_date": "fundus",
    "source-hostname": "trafilatura",
    "raw_text": "trafilatura",
}


def fields(text: str | None) -> dict[str, str]:
    """The option `text=body,published=date` as our field names with those of the input.

    Raises InputError if it is written otherwise or has a name that is not ours.
    """
    pairs = [pair.partition("=") for pair in (text or "").split(",") if pair]
    if bad := [name for name, equals, value in pairs if not (equals and value)]:
        raise InputError(f"--map {bad[0]}: write text=FIELD,published=FIELD")
    found = {name.strip(): value.strip() for name, _, value in pairs}
    check(Options(fields=found))
    return found


def read(stream: BinaryIO, origin: str, options: Options) -> Iterator[Source | Unreadable]:
    """The articles of the file in order; a bad line gives an `Unreadable` and reading goes on."""
    for number, line in lines(recoded(stream)):
        if line is None:
            yield unreadable(origin, number, "too_long", f"a line of more than {MAX_LINE:,} bytes")
        elif line.strip():
            try:
                item = json_object(line, options.encoding)
                yield article(item, line, origin=origin, options=options, position=number)
            except UnusableError as error:
                yield unreadable(origin, number, error.code, str(error), line)


class _Recoded:
    """Reads a UTF-16 file line by line as UTF-8; its bytes cannot be cut into lines directly."""

    def __init__(self, stream: BinaryIO) -> None:
        self._text = io.TextIOWrapper(stream, "utf-16", newline="\n")

    def readline(self, size: int) -> bytes:
        """The next line, or that many characters of it; `UnusableError` where the file is no UTF-16."""
        try:
            return self._text.readline(size).encode()
        except UnicodeError as error:
            raise UnusableError("encoding", f"not utf-16, the rest is lost: {error}") from None


def recoded(stream: BinaryIO) -> BinaryIO | _Recoded:
    """The file, or a recoder if it is in UTF-16; `UnusableError` for zero bytes without a byte order mark.

    If the file begins as JSON, zero bytes further on spoil only their lines.
    """
    head = stream.peek(HEAD)[:HEAD] if isinstance(stream, io.BufferedReader | gzip.GzipFile) else b""
    if head.startswith(UTF16):
        return _Recoded(stream)
    is_json = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    if b"\0" in (head[:4] if is_json else head):
        raise UnusableError("binary", "not a text (it holds zero bytes); if it is UTF-16, convert it to UTF-8")
    return stream


def lines(stream: BinaryIO | _Recoded) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines without their ends; None for one longer than `MAX_LINE`."""
    number = 0
    while line := stream.readline(MAX_LINE):
        number += 1
        if len(line) >= MAX_LINE and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_LINE)
            yield number, None
        else:
            yield number, line.rstrip(b"\r\n")


def article(item: Mapping[str, Any], data: bytes, *, origin: str, options: Options, position: int | None) -> Source:
    """The article that one JSON object holds; `UnusableError` if the field of its text is missing."""
    if options.profile == "ninjs" or (options.profile is None and not options.fields and ninjs.is_ninjs(item)):
        return ninjs.article(item, data, origin=origin, options=options, position=position)
    names = PROFILES[options.profile or _profile_of(item)]
    found = {field: _first(item, names.get(field, ())) for field in FIELDS}
    found |= {field: _first(item, (name,)) for field, name in options.fields.items()}
    text = _text(found.pop("text"))
    if text is None:
        wanted = (options.fields["text"],) if "text" in options.fields else names["text"]
        raise _without_text(item, wanted)
    published = found.pop("published")
    made = source(text, data=data, origin=origin, options=options, position=position, published=published, **found)
    missing = [f"{ours}={name}" for ours, name in options.fields.items() if not _has(item, name)]
    told = (Problem(code="no_field", message=f"--map {pair}: no such field; {_holding(item)}") for pair in missing)
    return msgspec.structs.replace(made, problems=(*made.problems, *told)) if missing else made


def _without_text(item: Mapping[str, Any], wanted: tuple[str, ...]) -> UnusableError:
    """The error that says what there is instead of the text: an empty field, one of another type, or other fields."""
    held = next((name for name in wanted if name in item), None)
    if held is None:
        return UnusableError(
            "no_text", f"no field {' or '.join(wanted)}; {_holding(item)}; say ingest --map text=FIELD"
        )
    if item[held] in _EMPTY:
        return UnusableError("empty", f"field {held} is empty")
    return UnusableError("no_text", f"field {held} is not text: {str(item[held])[:80]}")


def _holding(item: Mapping[str, Any]) -> str:
    """The fields that there are, for messages."""
    return f"it has {', '.join(sorted(item)[:12])}"


def _has(item: Mapping[str, Any], name: str) -> bool:
    """Whether there is a field with that name or dotted path, even an empty one."""
    value: Any = item
    for step in (name,) if name in item else name.split("."):
        if not isinstance(value, dict) or step not in value:
            return False
        value = value[step]
    return True


def check(options: Options) -> None:
    """Raise InputError for a field or profile that is not known."""
    if unknown := [name for name in options.fields if name not in FIELDS]:
        raise InputError(f"--map {unknown[0]}=…: no such field; {instead(unknown[0], FIELDS)}")
    profiles = (*PROFILES, "ninjs")
    if options.profile is not None and options.profile not in profiles:
        raise InputError(f"--profile {options.profile}: {instead(options.profile, profiles)}")


def _profile_of(item: Mapping[str, Any]) -> str:
    return next((profile for sign, profile in _SIGNS.items() if sign in item), "teletipo")


def _first(item: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    for name in names:
        value: Any = item
        for step in (name,) if name in item else name.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        if value not in _EMPTY:
            return value
    return None


def _text(value: Any) -> str | None:
    """Text given as a string, as a list of paragraphs, or as fundus' nested body; None if there is none."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        parts = [part for part in map(_text, value) if part]
    elif isinstance(value, dict):
        parts = [part for key in ("summary", "sections", "headline", "paragraphs") if (part := _text(value.get(key)))]
    else:
        return None
    return "\n".join(parts) or None
