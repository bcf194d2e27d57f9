"""Terminal: a dossier as text: who, what happened, what was said, denied or rumoured, each with its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Console
from rich.text import Text

from teletipo.records import Article, Dossier
from teletipo.spans import Span
from teletipo.view.cards import IN_PHRASE, Card, Part, by_key, cards
from teletipo.view.words import Lang, count, marks, word

STYLES = {
    "fact": "bold green",
    "stated": "bold cyan",
    "planned": "bold blue",
    "proposed": "bold blue",
    "possible": "bold yellow",
    "speculated": "bold magenta",
    "denied": "bold red",
}
AROUND = 48  #: characters of context shown on each side of a quoted span
LONGEST = 240  #: of a longer quotation only the two ends are shown
#: controls and bidirectional overrides, which could rewrite what the terminal shows
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def show(dossier: Dossier, console: Console, lang: Lang) -> None:
    """Print all records of the dossier; the same dossier and width give the same characters."""
    console.print(_header(dossier.article, lang))
    made = cards(dossier, lang)
    for section, members in groupby(made, key=lambda c: c.section):
        console.print()
        console.print(Text(word(lang, f"section.{section}").upper(), style=STYLES.get(section, "bold")))
        for card in members:
            _print_card(card, dossier.article.text or "", console, lang)
    if not (dossier.events or dossier.statements):
        console.print()
        console.print(Text(word(lang, "nothing")))
    console.print()
    console.print(_footer(dossier, lang))


def safe(text: str) -> str:
    """`text` on one line, without characters that control the terminal."""
    return _UNSAFE.sub(lambda m: " " if m.group() in "\n\r\t" else "\ufffd", text)


def quoted(text: str, span: Span, around: int = 0, within: Span | None = None) -> Text:
    """The words of `span` in bold, up to `around` characters of context on each side, and the offsets of the span.

    The context never leaves the sentence `within`, or the paragraph if none is given.
    """
    first, last = (within.start, within.end) if within and within.contains(span) else _paragraph(text, span)
    left = _word_start(text, max(first, span.start - around)) if around and span.start - around > first else first
    right = _word_end(text, min(last, span.end + around)) if around and span.end + around < last else last
    shown = Text()
    if around:
        shown.append(("…" if left > first else "") + safe(text[left : span.start]), style="dim")
    shown.append(_middle(safe(span.of(text))), style="bold")
    if around:
        shown.append(safe(text[span.end : right]) + ("…" if right < last else ""), style="dim")
    opening, closing = marks(shown.plain)
    return Text.assemble(opening, shown, f"{closing} ", (_offsets(span), "dim"))


def _paragraph(text: str, span: Span) -> tuple[int, int]:
    end = text.find("\n", span.end)
    return text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end


def _word_start(text: str, at: int) -> int:
    """The first start of a word at or after `at`."""
    space = text.find(" ", at, at + 20)
    return at if space < 0 else space + 1


def _word_end(text: str, at: int) -> int:
    """The last end of a word at or before `at`."""
    space = text.rfind(" ", at - 20, at + 1)
    return at if space < 0 else space


def _middle(words: str) -> str:
    half = LONGEST // 2
    return words if len(words) <= LONGEST else f"{words[:half].rstrip()} […] {words[-half:].lstrip()}"


def _offsets(span: Span) -> str:
    return f"[{span.start}:{span.end}]"


def _header(article: Article, lang: Lang) -> Text:
    text = article.text or ""
    paragraphs = sum(1 for line in text.split("\n") if line.strip())
    facts = [
        safe(article.title or article.id),
        article.language,
        article.published or word(lang, "page.no date"),
        f"{count(lang, len(text))} {word(lang, 'characters')}",
        _counted(paragraphs, "paragraph", lang),
        f"sha256 {article.sha256[:8]}…",
    ]
    return Text(" · ".join(facts), style="dim")


def _print_card(card: Card, text: str, console: Console, lang: Lang) -> None:
    if card.section == "entities":
        write_indented(_entity(card, lang), 2, console)
        return
    line = Text()
    line.append(f"{card.tag}  ", style=STYLES.get(card.section, "bold"))
    line.append(safe(card.phrase)).append(f"  {card.id}", style="dim")
    write_indented(line, 2, console)
    for detail in _details(card, text, lang):
        write_indented(detail, 6, console)


def write_indented(text: Text, indent: int, console: Console) -> None:
    """Print `text` wrapped under an indent, without padding on the right, so that output can be compared and diffed."""
    for line in text.wrap(console, max(console.width - indent, 20)):
        line.rstrip()
        console.print(Text(" " * indent).append_text(line), soft_wrap=True)


def _entity(card: Card, lang: Lang) -> Text:
    line = Text(safe(card.phrase), style="bold")
    told = (p.value for p in card.parts if p.key == "part.post" and p.value not in card.phrase)
    posts = ", ".join(dict.fromkeys(map(safe, told)))
    if posts:
        line.append(f", {posts}", style="not bold")
    line.append(f"  {card.tag} · {_counted(len(card.quotes), 'mention', lang)}", style="not bold dim")
    others = [p for p in card.parts if p.key == "part.also"]
    for part in others[:4]:
        line.append(f" · {safe(part.value)} {_offsets(part.spans[0])}", style="not bold dim")
    return line


def _details(card: Card, text: str, lang: Lang) -> Iterator[Text]:
    """The lines under the first: roles beyond those in the phrase, then the quoted words."""
    around = AROUND if card.section != "statements" else 0
    shown = [p for p in card.parts if p.key not in IN_PHRASE]
    if shown or card.certainty:
        yield _parts(shown, card, lang)
    if card.quotes:
        yield quoted(text, card.quotes[0], around, card.context)
    others = card.quotes[1:]
    if others and card.section == "statements":
        yield from (quoted(text, span) for span in others)
    elif others:
        again = Text(f"{word(lang, 'part.also')} ", style="dim")
        yield again.append(", ".join(f"«{safe(s.of(text))}» {_offsets(s)}" for s in others), style="dim")


def _parts(shown: Iterable[Part], card: Card, lang: Lang) -> Text:
    def text(part: Part) -> str:
        return safe(part.value) + (f" {_offsets(part.spans[0])}" if part.key in ("part.cue", "part.verb") else "")

    grouped = by_key(shown, text)
    pieces = [f"{word(lang, key)}: {', '.join(values)}" for key, values in grouped.items()]
    if card.certainty and not {"part.when", "role.time"} & grouped.keys():
        pieces.append(word(lang, "undated"))
    return Text(" · ".join(pieces))


def _footer(dossier: Dossier, lang: Lang) -> Text:
    undated = sum(1 for e in dossier.events if e.when is None)
    acts = _counted(len(dossier.events), "act", lang)
    said, bad = _counted(len(dossier.statements), "statement", lang), _counted(len(dossier.problems), "problem", lang)
    return Text(f"{acts}, {undated} {word(lang, 'undated')} · {said} · {bad}", style="dim")


def _counted(number: int, noun: str, lang: Lang) -> str:
    """ "1 act", "2 acts"; `noun` is a key that has a plural."""
    return f"{count(lang, number)} {word(lang, noun if number == 1 else noun + 's')}"
