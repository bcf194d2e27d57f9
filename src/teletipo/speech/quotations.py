"""Quotations: all quotation marks of a text, paired, nested or left open, before anybody is known to speak."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from teletipo.spans import Span

_MARK = re.compile(r"''|``|[\"“”„‟«»‘’'`´\x91-\x94]")
_FAMILY = {
    **dict.fromkeys("“”„‟\"\x93\x94", "double"), "''": "double", "``": "double",
    **dict.fromkeys("«»", "angle"), **dict.fromkeys("‘’'`´\x91\x92", "single"),
}  # fmt: skip
_OPENS, _CLOSES = frozenset("“„«‘`\x91\x93") | {"``"}, frozenset("”»´\x94")
_LONGEST = 4  #: paragraphs over which a quotation without repeated marks may run
_JOINED = 50  #: paragraphs that are looked through together because quotations run from one into the next
_DEEPEST = 20  #: quotations that may stand open around a mark that closes one
_SENTENCE_END = re.compile(r"[.!?…](?=\s)\s+|\.-\s*|\n")


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """One pair of marks: `outer` with them, `inner` without; `depth` 0 unless inside another quotation."""

    outer: Span
    inner: Span
    depth: int
    opened: bool = True  #: False if the text has no opening mark; then it starts with its sentence
    closed: bool = True  #: False if it has no closing mark; then it ends with its paragraph or where the next one opens


class _Open(msgspec.Struct):
    family: str
    start: int
    end: int


def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of `text` in order of their start, outer before inner."""
    found: list[Quotation] = []
    for first, last in _blocks(text):
        found.extend(_block(text, first, last))
    return tuple(sorted(found, key=lambda q: (q.outer.start, -q.outer.end)))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs; several at once where a quotation opened in one is closed in a later one."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    n = 0
    while n < len(lines):
        first, last = lines[n]
        stop = n + _JOINED
        while n < stop and _left_open(text, first, last) and (more := _closing_line(text, lines, n + 1)) is not None:
            n = more
            last = lines[n][1]
        yield first, last
        n += 1


def _closing_line(text: str, lines: list[tuple[int, int]], n: int) -> int | None:
    """The next paragraph with a mark, if that mark closes what is open and is not too far away."""
    for k in range(n, min(n + _LONGEST, len(lines))):
        if _closes_first(text, *lines[k]):
            return k
        if any(_FAMILY[m.group()] != "single" for m in _MARK.finditer(text, *lines[k])):
            return None
    return None


def _left_open(text: str, first: int, last: int) -> bool:
    return any(not q.closed and q.depth == 0 for q in _block(text, first, last))


def _closes_first(text: str, first: int, last: int) -> bool:
    """True if the paragraph closes a quotation that it has not opened."""
    mark = _MARK.search(text, first, last)
    while mark and _FAMILY[mark.group()] == "single":
        mark = _MARK.search(text, mark.end(), last)
    if mark is None:
        return False
    return _side(text, mark) == "close" or (mark.start() == first and not _block(text, first, last)[0].closed)


def _block(text: str, first: int, last: int) -> list[Quotation]:
    """The quotations that the marks of a stretch of text make; one that is never closed goes up to its end."""
    found: list[Quotation] = []
    stack: list[_Open] = []
    for mark in _MARK.finditer(text, first, last):
        family = _FAMILY[mark.group()]
        if family == "single" and _apostrophe(text, mark, stack):
            continue
        depth = next((n for n in range(len(stack) - 1, -1, -1)[:_DEEPEST] if stack[n].family == family), None)
        opened = None if depth is None else stack[depth]
        if not _is_closing(text, mark, opened):
            if opened is None or not _line_start(text, mark):
                stack.append(_Open(family, mark.start(), mark.end()))
        elif opened is not None:
            del stack[depth:]  # with what was opened inside and never closed
            found.append(_quotation(text, opened.start, opened.end, mark.start(), mark.end(), len(stack)))
        elif family != "single":
            if (late := _unopened(text, first, mark, found)) is not None:
                found.append(late)
            else:
                stack.append(_Open(family, mark.start(), mark.end()))
    found.extend(_left(text, last, [o for o in stack if o.family != "single"], found))
    return _nested(found)


def _left(text: str, last: int, left: list[_Open], found: list[Quotation]) -> Iterator[Quotation]:
    """The quotations that are never closed; each ends at the latest before the next one of its family."""
    opened = sorted([o.start for o in left] + [q.outer.start for q in found if q.opened])
    close = _sentence_close(text, left[0].end, last) if left else last
    for family in {o.family for o in left}:
        starts = [start for start in opened if _FAMILY.get(text[start]) == family]
        for o in (o for o in left if o.family == family):
            behind = bisect_right(starts, o.start)
            end = _next_opens(text, o.end, starts[behind]) if behind < len(starts) else None
            end = end or max(o.end, close)
            yield msgspec.structs.replace(_quotation(text, o.start, o.end, end, end, 0), closed=False)


def _next_opens(text: str, start: int, following: int) -> int | None:
    """Where the sentence before the next quotation ends, if that begins a sentence or stands behind a colon."""
    introduced = text[start:following].rstrip().endswith(":")
    ends = [m for m in _SENTENCE_END.finditer(text, start, following) if introduced or m.end() == following]
    return _sentence_close(text, start, ends[-1].start() + 1) if ends else None


def _nested(found: list[Quotation]) -> list[Quotation]:
    """The quotations with their depths: by how many others each is held."""
    around: list[int] = []  # the ends of those that hold what comes next
    nested = []
    for q in sorted(found, key=lambda q: (q.outer.start, -q.outer.end)):
        while around and around[-1] < q.outer.end:
            around.pop()
        nested.append(msgspec.structs.replace(q, depth=len(around)) if q.depth != len(around) else q)
        around.append(q.outer.end)
    return nested


def _is_closing(text: str, mark: re.Match[str], opened: _Open | None) -> bool:
    """Whether a mark closes rather than opens, where one of its family is `opened` or none."""
    side = _side(text, mark)
    return side == "close" or (side != "open" and opened is not None)


def _line_start(text: str, mark: re.Match[str]) -> bool:
    """True for a mark repeated at the start of each paragraph of a long quotation."""
    return mark.start() == 0 or text[mark.start() - 1] == "\n"


def _side(text: str, mark: re.Match[str]) -> str:
    """Whether the mark opens or closes: by its shape if that agrees with the spaces around it, else by these."""
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    left_free = before.isspace() or before in "([¿¡—–-:«“\"'‘"
    right_free = after.isspace() or after in ".,;:!?)]…»”\"'’—–-"
    if left_free and not right_free:
        return "open"
    if right_free and not left_free:
        return "close"
    if left_free and before.isspace() and after in ".,;:!?)":
        return "close"
    shape = mark.group()
    return "open" if shape in _OPENS else "close" if shape in _CLOSES else "either"


def _apostrophe(text: str, mark: re.Match[str], stack: list[_Open]) -> bool:
    """True if a single mark is no quotation mark: inside a word, or closing nothing."""
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    if before.isalnum() and after.isalnum():
        return True
    return _side(text, mark) == "close" and not any(o.family == "single" for o in stack)


def _unopened(text: str, first: int, mark: re.Match[str], found: list[Quotation]) -> Quotation | None:
    """A closing mark without its opening one: the quotation starts with the sentence.

    None if another quotation stands before it in its sentence; then the mark rather opens (diario" El Sol ").
    """
    floor = max([first, *(q.outer.end for q in found)])
    ends = [m.end() for m in _SENTENCE_END.finditer(text, floor, max(floor, mark.start() - 1))]
    if not ends and found:
        return None
    start = ends[-1] if ends else floor
    return msgspec.structs.replace(_quotation(text, start, start, mark.start(), mark.end(), 0), opened=False)


def _sentence_close(text: str, start: int, last: int) -> int:
    return len(text[start:last].rstrip()) + start


def _quotation(text: str, start: int, inside: int, end: int, outside: int, depth: int) -> Quotation:
    return Quotation(outer=Span(start, outside), inner=Span(inside, end).stripped(text), depth=depth)
