"""Reads IPTC ninjs: news items as JSON objects, versions 1 to 3."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from teletipo.sources.source import MAX_TEXT, Options, Source, UnusableError, json_object, source

#: Longest document read, in bytes.
MAX_BYTES = 8 * MAX_TEXT
_MARKS = ("versioncreated", "versionCreated", "body_xhtml", "body_html", "body_text", "bodies", "headlines")


def is_ninjs(item: Mapping[str, Any]) -> bool:
    """True if `item` has the identifier of a ninjs item and one field that only ninjs gives."""
    return "uri" in item and any(mark in item for mark in _MARKS)


def read(stream: BinaryIO, origin: str, options: Options) -> Iterator[Source]:
    """The only item of the file, or an object with the fields of our JSON Lines."""
    from teletipo.sources import jsonl  # which imports this module

    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnusableError("too_long", f"one JSON document of more than {MAX_BYTES:,} bytes")
    item = json_object(data, options.encoding)
    made = article if options.format == "ninjs" else jsonl.article
    yield made(item, data, origin=origin, options=options, position=None)


def article(item: Mapping[str, Any], data: bytes, *, origin: str, options: Options, position: int | None) -> Source:
    """The article of one item; `UnusableError` if it has no body."""
    text = _body(item)
    if not text:
        raise UnusableError("no_text", "a ninjs item without a body")
    published = item.get("versioncreated") or item.get("versionCreated") or item.get("firstcreated")
    return source(
        text,
        data=data,
        origin=origin,
        options=options,
        position=position,
        published=published or item.get("contentcreated") or item.get("contentCreated"),
        outlet=_outlet(item),
        id=item.get("uri"),
        title=item.get("headline") or _value(item.get("headlines")) or item.get("title"),
        url=item.get("url") or item.get("canonicalUrl"),
    )


def _body(item: Mapping[str, Any]) -> str:
    from teletipo.sources.markup import plain  # imports the HTML parser, which plain JSON Lines do not need

    if isinstance(text := item.get("body_text"), str) and text:
        return text
    for key in ("body_html", "body_xhtml"):
        if isinstance(html := item.get(key), str) and html:
            return plain(html)
    for body in _objects(item.get("bodies")):
        kind = str(body.get("contentType") or body.get("contenttype") or "")
        if isinstance(value := body.get("value"), str) and value:
            return plain(value) if "html" in kind or "xml" in kind else value
    return ""


def _outlet(item: Mapping[str, Any]) -> object:
    if item.get("copyrightholder"):
        return item["copyrightholder"]
    for key in ("organisation", "organisations", "infosources", "infoSources"):
        if name := next((one["name"] for one in _objects(item.get(key)) if one.get("name")), None):
            return name
    return item.get("source") or item.get("provider")


def _value(items: object) -> object:
    return next((one["value"] for one in _objects(items) if one.get("value")), None)


def _objects(value: object) -> Iterator[dict[str, Any]]:
    """The objects of a list; nothing if it is none."""
    return (one for one in (value if isinstance(value, list) else ()) if isinstance(one, dict))
