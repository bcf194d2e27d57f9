"""Headlines: quotations in headlines without a verb: "Habrá tregua: Gómez", "Gómez: habrá tregua"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teletipo.cast import SOMEBODY, Cast, Placed
from teletipo.spans import Span
from teletipo.speech.naming import Speaker
from teletipo.speech.page import Page

#: one colon, no full stop at the end and no quotation marks
_LINE = re.compile(
    r"^[■•*·–—\- \t]*(?P<left>[^\n:\"“”«»]+?)(?::|[ \t]/)[ \t]+(?P<right>[^\n:\"“”«»]*[^\n:\"“”«».…?! \t])[ \t]*$",
    re.MULTILINE,
)
_LEAST = 4  #: words of what is said
_LONGEST = 30  #: words of a headline


def headlines(page: Page, cast: Cast) -> Iterator[tuple[Span, Speaker]]:
    """The words that each headline ascribes to somebody, and to whom."""
    for line in _LINE.finditer(page.text):
        left, right = Span(*line.span("left")), Span(*line.span("right"))
        if len(line[0].split()) > _LONGEST:
            continue
        for said, name in ((left, right), (right, left)):
            who = _filling(cast, name) if _is_told(page, said, first=said is left) else None
            if who is not None:
                yield said, Speaker(span=name, entity=who.entity)
                break


def _is_told(page: Page, said: Span, *, first: bool) -> bool:
    """True for a clause, or before the name a judgement in two parts ("Insuficientes, las disculpas: Ruiz").

    Not for a sentence and a label ("Arde el puerto viejo. Foto: Ana Ruiz"): the last sentence before a name counts.
    """
    start = max(said.start, page.unit_at(said.end - 1).start) if first else said.start
    words = range(page.word_from(start), page.word_from(said.end))
    told = any(page.is_finite(n) or (first and page.words[n].low == ",") for n in words)
    return told and len(said.of(page.text).split()) >= _LEAST


def _filling(cast: Cast, name: Span) -> Placed | None:
    """The expression for somebody that fills the whole span."""
    for p in cast.placed:
        fills = p.mention.start == name.start and p.mention.end == name.end and p.mention.form != "elided"
        if fills and cast.kind_of(p.entity) in SOMEBODY:
            return p
    return None
