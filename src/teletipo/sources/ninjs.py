"""IPTC ninjs: news items as JSON objects, versions 1 to 3."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from teletipo.sources.source import MAX_TEXT, Reading, Source, UnusableError, json_object, source

_MARKS = ("versioncreated", "versionCreated", "body_xhtml", "body_html", "body_text", "bodies", "headlines")


def is_ninjs(item: Mapping[str, Any]) -> bool:
    """True if `item` has the identifier of a ninjs item and one field that only ninjs gives."""
    return "uri" in item and any(mark in item for mark in _MARKS)


def read(stream: BinaryIO, origin: str, reading: Reading) -> Iterator[Source]:
    """The one item of the file."""
    data = stream.read(8 * MAX_TEXT)
    yield article(json_object(data, reading.encoding), data, origin=origin, reading=reading, position=None)


def article(item: Mapping[str, Any], data: bytes, *, origin: str, reading: Reading, position: int | None) -> Source:
    """The article of one item; `UnusableError` if it has no body."""
    text = _body(item)
    if not text:
        raise UnusableError("no_text", "a ninjs item without a body")
    published = item.get("versioncreated") or item.get("versionCreated") or item.get("firstcreated")
    return source(
        text,
        data=data,
        origin=origin,
        reading=reading,
        position=position,
        published=published or item.get("contentcreated") or item.get("contentCreated"),
        outlet=_outlet(item),
        id=item.get("uri"),
        title=item.get("headline") or _value(item.get("headlines")) or item.get("title"),
        url=item.get("url") or item.get("canonicalUrl"),
    )


def _body(item: Mapping[str, Any]) -> str:
    from teletipo.sources.markup import plain  # needs the parser of HTML; no line of plain JSON Lines does

    if text := item.get("body_text"):
        return str(text)
    for key in ("body_html", "body_xhtml"):
        if html := item.get(key):
            return plain(str(html))
    for body in item.get("bodies") or ():
        kind = str(body.get("contentType") or body.get("contenttype") or "")
        if value := body.get("value"):
            return plain(value) if "html" in kind or "xml" in kind else str(value)
    return ""


def _outlet(item: Mapping[str, Any]) -> str | None:
    if item.get("copyrightholder"):
        return str(item["copyrightholder"])
    for key in ("organisation", "organisations", "infosources", "infoSources"):
        for one in item.get(key) or ():
            if isinstance(one, dict) and one.get("name"):
                return str(one["name"])
    return item.get("source") or item.get("provider")


def _value(items: Any) -> str | None:
    return next((str(one["value"]) for one in items or () if isinstance(one, dict) and one.get("value")), None)
