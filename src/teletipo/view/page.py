"""A dossier as one self-contained HTML page: the text on the left, the records on the right, linked both ways.

The text is cut at every boundary of every span, so spans may overlap freely; each piece lists the records it belongs
to. Everything from the article is escaped; the only address in the page is the article's own, shown as text.
"""

from __future__ import annotations

import html
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import accumulate, groupby, pairwise
from string import Template
from typing import NamedTuple

from teletipo.records import Dossier
from teletipo.spans import Span
from teletipo.view.cards import CERTAINTIES, IN_PHRASE, Card, Part, by_key, cards
from teletipo.view.words import Lang, count, word

#: C0 and C1 controls but tab and line feed: HTML forbids them even as references
_CONTROLS = {c: 0xFFFD for c in (*range(0x20), *range(0x7F, 0xA0)) if c not in (0x09, 0x0A)}
_ROLE_CLASS = {"part.anchor": "act", "part.cue": "cue", "part.verb": "cue", "part.speaker": "who"}


class Mark(NamedTuple):
    """One span of one record."""

    span: Span
    id: str
    part: str  #: key of `view.words`
    section: str


class Piece(NamedTuple):
    """A stretch of text without a boundary inside, and the marks that cover it."""

    span: Span
    marks: tuple[Mark, ...]


def page(dossier: Dossier, lang: Lang) -> str:
    """The whole page; the same dossier gives the same bytes."""
    text = dossier.article.text or ""
    made = cards(dossier, lang)
    article = dossier.article
    return Template(_template()).substitute(
        lang=lang,
        title=_escaped(article.title or article.id),
        facts=" · ".join(_facts(dossier, lang)),
        filters="".join(_filters(made, lang)),
        text_label=word(lang, "page.text"),
        records_label=word(lang, "page.records"),
        help=word(lang, "page.help"),
        text="\n".join(_paragraphs(text, _marks(made))),
        records="\n".join(_sections(made, text, lang)) or f"<p>{word(lang, 'nothing')}</p>",
        run=_escaped(
            f"{word(lang, 'page.made by')} teletipo {dossier.run.version} · {dossier.run.model.name} "
            f"{dossier.run.model.version} · sha256 {article.sha256}"
        ),
    )


def embedded(dossier: Dossier, lang: Lang = "es") -> str:
    """The page in an iframe, for notebooks: the styles and names of either side do not reach the other."""
    content = html.escape(page(dossier, lang), quote=True)
    style = "width:100%;height:640px;border:1px solid #8884;border-radius:8px"
    return f'<iframe sandbox="allow-scripts" style="{style}" srcdoc="{content}"></iframe>'


def pieces(start: int, end: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """`[start, end)` cut at every boundary of `marks`; together the pieces are exactly that stretch."""
    inside = [m for m in marks if m.span.start < end and start < m.span.end and m.span.start < m.span.end]
    opening: dict[int, list[int]] = {start: [], end: []}
    closing: dict[int, list[int]] = {}
    for number, mark in enumerate(inside):
        opening.setdefault(max(start, mark.span.start), []).append(number)
        closing.setdefault(min(end, mark.span.end), []).append(number)
    covering: set[int] = set()
    for first, last in pairwise(sorted(opening.keys() | closing)):
        covering.difference_update(closing.get(first, ()))
        covering.update(opening.get(first, ()))
        yield Piece(Span(first, last), tuple([inside[number] for number in sorted(covering)]))


@cache
def _template() -> str:
    return files("teletipo").joinpath("data/view/page.html").read_text(encoding="utf-8")


def _escaped(text: str) -> str:
    return html.escape(text.translate(_CONTROLS), quote=True)


def _facts(dossier: Dossier, lang: Lang) -> Iterator[str]:
    article = dossier.article
    dated = f"{word(lang, 'page.published')} {article.published}" if article.published else word(lang, "page.no date")
    for fact in (article.outlet, dated, article.url):
        if fact:
            yield _escaped(fact)
    yield f"{count(lang, len(article.text or ''))} {word(lang, 'characters')}"


def _marks(made: Iterable[Card]) -> list[Mark]:
    return [Mark(span, card.id, key, card.section) for card in made for key, span in card.marks()]


def _paragraphs(text: str, marks: list[Mark]) -> Iterator[str]:
    lines = text.split("\n")
    ends = list(accumulate((len(line) + 1 for line in lines), initial=-1))[1:]
    inside: list[list[Mark]] = [[] for _ in lines]
    for mark in marks:
        for number in range(bisect_right(ends, mark.span.start), bisect_left(ends, mark.span.end) + 1):
            inside[number].append(mark)
    for line, end, own in zip(lines, ends, inside, strict=True):
        if line.strip():
            yield f"<p>{''.join(_piece(p, text) for p in pieces(end - len(line), end, own))}</p>"


def _piece(piece: Piece, text: str) -> str:
    """One piece of text; acts are underlined in the style of their certainty."""
    words = _escaped(piece.span.of(text))
    if not piece.marks:
        return words
    classes = sorted({c for m in piece.marks for c in _classes(m)})
    records = " ".join(dict.fromkeys(f"{m.id}|{_ROLE_CLASS.get(m.part, 'part')}" for m in piece.marks))
    return f'<span class="{" ".join(classes)}" data-r="{_escaped(records)}">{words}</span>'


def _classes(mark: Mark) -> Iterator[str]:
    yield "s"
    if mark.section == "entities":
        yield "entity"
    elif mark.section == "statements":
        yield "said" if mark.part == "part.anchor" else "edge"
    elif mark.section in CERTAINTIES and mark.part == "part.anchor":
        yield f"act {mark.section}"
    elif mark.section == "quantities":
        yield "figure"


def _filters(made: Iterable[Card], lang: Lang) -> Iterator[str]:
    """A switch for each section that has records."""
    for section, members in groupby(made, key=lambda c: c.section):
        label = f"{word(lang, f'section.{section}')} <b>{len(list(members))}</b>"
        yield f'<button type="button" class="{section}" aria-pressed="true" data-s="{section}">{label}</button>'


def _sections(made: Iterable[Card], text: str, lang: Lang) -> Iterator[str]:
    for section, members in groupby(made, key=lambda c: c.section):
        items = "\n".join(_card(card, text, lang) for card in members)
        heading = f"<h2>{word(lang, f'section.{section}')}</h2>"
        yield f'<section class="{section}" data-s="{section}">{heading}\n<ol>\n{items}\n</ol></section>'


def _card(card: Card, text: str, lang: Lang) -> str:
    label = f'<span class="label">{word(lang, f"certainty.{card.certainty}")}</span>' if card.certainty else ""
    parts = "".join(_parts((p for p in card.parts if p.key not in IN_PHRASE), lang))
    words = "".join(_quotes(card, text))
    return (
        f'<li class="card {card.section}" tabindex="0" id="{_escaped(card.id)}" data-id="{_escaped(card.id)}">'
        f'<div class="line"><span class="tag">{_escaped(card.tag)}</span>{label}'
        f"<strong>{_escaped(card.phrase)}</strong></div>"
        f"{f'<dl>{parts}</dl>' if parts else ''}{words}<code>{_escaped(card.id)}</code></li>"
    )


def _quotes(card: Card, text: str) -> Iterator[str]:
    """The words of the record; none for an entity, as they would repeat its name."""
    if card.section == "entities":
        return
    for span in card.quotes:
        yield f"<q>{_escaped(span.of(text))}</q><small>{span.start}:{span.end}</small> "


def _parts(parts: Iterable[Part], lang: Lang) -> Iterator[str]:
    for key, values in by_key(parts, lambda part: part.value).items():
        yield f"<div><dt>{word(lang, key)}</dt><dd>{_escaped(', '.join(values))}</dd></div>"
