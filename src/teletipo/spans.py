"""Spans: half-open ranges of code points in an article's text."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """`[start, end)` in code points of `article.text`; `text[start:end]` is the evidence."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The exact words this span covers in `text`."""
        return text[self.start : self.end]

    def stripped(self, text: str) -> Span:
        """The span without white space at either end; empty if it covers nothing but white space."""
        start, end = self.start, self.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def contains(self, other: Span) -> bool:
        """True if `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True if the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end
