"""Reads NITF and NewsML-G2, the XML formats of news agencies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree import ElementTree

from teletipo.sources.markup import plain
from teletipo.sources.source import MAX_TEXT, Options, Source, Unreadable, UnusableError, source, unreadable

_LINES = ("p", "hl1", "hl2", "li", "td", "th", "bq", "h1", "h2", "h3", "h4")


def read(stream: BinaryIO, origin: str, options: Options) -> Iterator[Source | Unreadable]:
    """The items of the file: one for NITF or a single newsItem, several for a newsMessage."""
    data = stream.read(16 * MAX_TEXT)
    if b"<!ENTITY" in data:
        raise UnusableError("xml", "XML that declares entities is not read")
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise UnusableError("xml", f"not well-formed XML: {error}") from None
    if _local(root) == "nitf":
        yield _nitf(root, data, origin, options)
        return
    items = [root] if _local(root) == "newsItem" else [e for e in root.iter() if _local(e) == "newsItem"]
    if not items:
        raise UnusableError("no_article", f"no newsItem in <{_local(root)}>")
    for number, item in enumerate(items, 1):
        position = number if len(items) > 1 else None
        try:
            yield _news_item(item, ElementTree.tostring(item) if position else data, origin, options, position)
        except UnusableError as error:
            yield unreadable(origin, position, error.code, str(error))


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _find(root: ElementTree.Element, *names: str) -> ElementTree.Element | None:
    return next((e for name in names for e in root.iter() if _local(e) == name), None)


def _words(element: ElementTree.Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _blocks(body: ElementTree.Element) -> str:
    """The paragraphs of a body, one a line; the whole text if it has no paragraphs."""
    paragraphs = [_words(e) for e in body.iter() if _local(e) in _LINES]
    return "\n".join(p for p in paragraphs if p) or _words(body)


def _nitf(root: ElementTree.Element, data: bytes, origin: str, options: Options) -> Source:
    body = _find(root, "body.content")
    issue, doc, publication = _find(root, "date.issue"), _find(root, "doc-id"), _find(root, "pubdata")
    norm = issue.get("norm") if issue is not None else None
    date = publication.get("date.publication") if publication is not None else None
    return source(
        _blocks(body) if body is not None else "",
        data=data,
        origin=origin,
        options=options,
        published=norm or date,
        outlet=(publication.get("name") if publication is not None else None) or _words(_find(root, "distributor")),
        id=doc.get("id-string") if doc is not None else None,
        title=_words(_find(root, "hl1", "hedline", "title")),
    )


def _news_item(item: ElementTree.Element, data: bytes, origin: str, options: Options, position: int | None) -> Source:
    content = _find(item, "inlineXML", "inlineData")
    provider = _find(item, "provider")
    return source(
        _content(content),
        data=data,
        origin=origin,
        options=options,
        position=position,
        published=_words(_find(item, "firstCreated", "versionCreated", "contentCreated")) or None,
        outlet=_provider(provider) if provider is not None else None,
        id=item.get("guid"),
        title=_words(_find(item, "headline", "title")),
    )


def _content(content: ElementTree.Element | None) -> str:
    if content is None:
        return ""
    if len(content) == 0:
        raw = content.text or ""
        return plain(raw) if "<" in raw else raw.strip()
    return _blocks(_find(content, "body.content", "body") or content)


def _provider(provider: ElementTree.Element) -> str | None:
    return _words(_find(provider, "name")) or provider.get("literal") or provider.get("qcode")
