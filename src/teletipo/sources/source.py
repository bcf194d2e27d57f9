"""`Source`: one article as found in a file; `Unreadable`: what takes its place if there is none."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import msgspec

from teletipo.errors import InputError
from teletipo.records import Problem

#: Longest text accepted as one article, in characters; the longest of 23,221 news texts has 64,000.
MAX_TEXT = 1_000_000

UTF16 = (b"\xff\xfe", b"\xfe\xff")  #: byte order marks of UTF-16
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}|\d{8}(?!\d)")  #: a longer number is a timestamp


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The text of one article and what its file says of it."""

    text: str
    origin: str  #: path as given, "-" for standard input
    source_sha256: str  #: of the bytes read: the file, or the line or record of a container
    position: int | None = None  #: 1-based line, record or entry in a container
    id: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None  #: ISO date
    problems: tuple[Problem, ...] = ()  #: what the file says that could not be used

    def about(self) -> dict[str, Any]:
        """What the file says of its article, as arguments of `teletipo.read`."""
        names = ("id", "title", "url", "outlet", "published", "source_sha256")
        return {name: getattr(self, name) for name in names}


class Unreadable(msgspec.Struct, frozen=True, kw_only=True):
    """A file, line or record that gives no article, and why."""

    origin: str
    code: str
    reason: str  #: for a person, without the place
    position: int | None = None
    source_sha256: str = ""

    @property
    def message(self) -> str:
        """One message for a person: the file, the line if there is one, and the reason."""
        return f"{place(self.origin, self.position)}: {self.reason}"


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to read the input, where the user says so instead of leaving it to detection."""

    format: str | None = None  #: name of a reader; None: detected from content and suffix
    encoding: str = "utf-8"
    fields: Mapping[str, str] = msgspec.field(default_factory=dict)  #: our name -> name (or dotted path) in the input
    profile: str | None = None  #: name of a known set of fields
    outlet: str | None = None  #: used if the input names none
    published: str | None = None  #: used if the input has no date


class UnusableError(InputError):
    """A file or record gives no article; `code` names the kind of failure."""

    def __init__(self, code: str, message: str) -> None:
        """`message` is for a person, without the place; `code` for counting."""
        super().__init__(message, code)


def place(origin: str, position: int | None) -> str:
    """`file` or `file:line`, as used in messages."""
    return origin if position is None else f"{origin}:{position}"


def unreadable(origin: str, position: int | None, code: str, reason: str, data: bytes = b"") -> Unreadable:
    """An `Unreadable` with the hash of the bytes that were read."""
    digest = hashlib.sha256(data).hexdigest() if data else ""
    return Unreadable(origin=origin, position=position, code=code, reason=reason, source_sha256=digest)


def decode(data: bytes, encoding: str = "utf-8") -> str:
    """The text of `data`; a byte order mark wins over `encoding` and is dropped.

    Never guesses: for text in another encoding it raises `UnusableError`, whose message says what to try.
    """
    if data.startswith(UTF16):
        encoding = "utf-16"
    elif data.startswith(b"\xef\xbb\xbf"):
        encoding = "utf-8-sig"
    elif b"\0" in data[:8192]:
        raise UnusableError("binary", "not a text (it holds zero bytes)")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        hint = "; if it is an older Windows file, say --encoding cp1252" if encoding == "utf-8" else ""
        raise UnusableError("encoding", f"not {encoding} at byte {error.start}{hint}") from None


def json_object(data: bytes, encoding: str) -> dict[str, Any]:
    """`data` decoded as a JSON object; `UnusableError` if it is none."""
    try:
        item = msgspec.json.decode(decode(data, encoding))
    except msgspec.DecodeError as error:
        raise UnusableError("json", f"not JSON: {error}") from None
    if isinstance(item, list):
        raise UnusableError("json", "a JSON list, not an object; write one article a line, for example: jq -c '.[]'")
    if not isinstance(item, dict):
        raise UnusableError("json", "not a JSON object")
    return item


def iso_date(value: object) -> str | None:
    """`value` (ISO, RFC 822 or YYYYMMDD) as an ISO date; None for anything else, as day and month are never guessed."""
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    text = str(value).strip()
    if iso := _ISO.match(text):
        with suppress(ValueError):
            return datetime.date.fromisoformat(iso.group()).isoformat()
    from email.utils import parsedate  # slow to import, and most dates are ISO dates

    with suppress(ValueError):
        mail = parsedate(text)
        return datetime.date(*mail[:3]).isoformat() if mail else None
    return None


def source(
    text: str,
    *,
    data: bytes,
    origin: str,
    options: Options,
    position: int | None = None,
    published: object = None,
    **said: object,
) -> Source:
    """A checked `Source` of `text`; `data` are the bytes it came from, `said` gives `id`, `title`, `url`, `outlet`.

    Raises `UnusableError` for a text that is empty or longer than `MAX_TEXT`. A date that cannot be read becomes a
    problem of the source, and so does a field that is neither text nor number.
    """
    if not text.strip():
        raise UnusableError("empty", "no text")
    if len(text) > MAX_TEXT:
        raise UnusableError("too_long", f"{len(text):,} characters; an article has at most {MAX_TEXT:,}")
    date = iso_date(published) if published else options.published
    problems = []
    if published and date is None:
        problems.append(Problem(code="date_format", message=f"published: not a date: {str(published)[:80]!r}"))
    told = {name: str(value) for name, value in said.items() if value and _is_plain(value)}
    for name, value in said.items():
        if value and not _is_plain(value):
            problems.append(Problem(code="field_type", message=f"{name}: neither text nor number: {str(value)[:80]}"))
    return Source(
        text=text,
        origin=origin,
        position=position,
        source_sha256=hashlib.sha256(data).hexdigest(),
        published=date,
        problems=tuple(problems),
        **{"outlet": options.outlet, **told},
    )


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)
