"""Tweets: posts embedded in an article, known by the signature line that follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teletipo.cast import Cast
from teletipo.spans import Span
from teletipo.speech.finding import trimmed
from teletipo.speech.naming import Speaker
from teletipo.speech.page import Page

_SIGNATURE = re.compile(r"^[—–-]\s*(?P<name>[^\n(@]{2,80}?)\s*\([^\n()]*\)?[^\n]*?\(?@\w+\)[^\n]*$", re.MULTILINE)
#: a post pasted without its line breaks: "Ana Ruiz@anaruizEl pleno…07:34 - 12 de Jul de 2021"
_PASTED = re.compile(
    r"^(?P<name>[^\n@]{3,60})@\w*?(?P<said>[A-ZÁÉÍÓÚÑ][a-záéíóúñ]*\W[\s\S]{10,400}?)"
    r"\d{1,2}:\d{2} - \d{1,2} de \w{3} de \d{4}$",
    re.MULTILINE,
)
_LINK = re.compile(r"(?:\s*(?:pic\.twitter\.com/\S+|https?://\S+|#\w+|@\w+))+\s*$")
_NARRATION = re.compile(r"[\"“”«»]|\w(?:ó|aron|ieron)\b|^[—–(-]|:$")
_POST = 300  #: code points of a post, its links left out
_LEAST = 4  #: words of a post; shorter ones are hashtags and links


def tweets(page: Page, cast: Cast) -> Iterator[tuple[Span, Speaker]]:
    """The words of each post and the account that signs it."""
    for signature in _SIGNATURE.finditer(page.text):
        said = _post(page.text, signature.start())
        if said is not None:
            name = Span(*signature.span("name"))
            yield said, Speaker(span=name, entity=_account(page.text, cast, name))
    for pasted in _PASTED.finditer(page.text):
        start, end = pasted.span("said")
        link = _LINK.search(page.text, start, end)
        name = Span(*pasted.span("name"))
        said = trimmed(page.text, start, link.start() if link else end)
        yield said, Speaker(span=name, entity=_account(page.text, cast, name))


def _post(text: str, before: int) -> Span | None:
    """The last paragraph before the signature that has words other than links and tags."""
    end = before
    while end > 0:
        end = len(text[:end].rstrip())
        start = text.rfind("\n", 0, end) + 1
        link = _LINK.search(text, start, end)
        said = trimmed(text, start, link.start() if link else end)
        if len(said.of(text).split()) >= _LEAST:
            return _widened(text, said)
        if link is None:
            return None
        end = start
    return None


def _widened(text: str, said: Span) -> Span:
    """With the paragraphs before that still fit into one post and are no narration (no quotation, no past tense)."""
    start = said.start
    while start > 1:
        before = text.rfind("\n", 0, start - 1) + 1
        paragraph = text[before : start - 1]
        if said.end - before > _POST or len(paragraph.split()) < _LEAST or _NARRATION.search(paragraph):
            break
        start = before
    return Span(start, said.end)


def _account(text: str, cast: Cast, name: Span) -> str | None:
    """The person of that name in the article, else whoever the words themselves refer to."""
    known = next((e.id for e in cast.entities if e.name == name.of(text)), None)
    inside = [p for p in cast.placed if name.overlaps(Span(p.mention.start, p.mention.end))]
    longest = max(inside, key=lambda p: p.mention.end - p.mention.start, default=None)
    return known or (longest.entity if longest is not None else None)
