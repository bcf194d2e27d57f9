"""Dialogue: words said between dashes, around or before their cue."""

from __future__ import annotations

from teletipo.spans import Span
from teletipo.speech.cues import Cue
from teletipo.speech.finding import DASHES, Finding, trimmed
from teletipo.speech.page import Page

_LONG = 9  #: words within which the dash after a cue and its speaker is sought


def between_dashes(page: Page, cue: Cue, unit: Span, first: int) -> Finding | None:
    """The words from the dash that opens the sentence, or follows ":" or ";", to the one before the cue."""
    numbers = [n for n in page.unit_words(unit) if n < first - 1]
    while numbers and page.words[numbers[-1]].low in (*DASHES, ","):
        numbers.pop()
    starts = [
        n
        for n in numbers
        if page.words[n].low in DASHES and (n == numbers[0] or page.words[n - 1].low in (":", ";", ","))
    ]
    if not numbers or (not starts and (cue.mode != "finite" or any(page.words[n].low in DASHES for n in numbers))):
        return None  # "la sala —la de lo civil— ordenó": an insertion
    start = page.words[starts[-1]].start if starts else unit.start
    said = trimmed(page.text, start, page.words[numbers[-1]].end)
    if not said.start < said.end:
        return None
    turn = bool(starts) and _is_turn(page.text, page.words[starts[-1]].end)
    return Finding(content=(said, *_after_dash(page, cue, unit, turn=turn)), frame="quotation", postposed=True)


def _is_turn(text: str, start: int) -> bool:
    """True for words behind a dash that opens a paragraph, as each turn of a dialogue does."""
    line = text[text.rfind("\n", 0, start) + 1 : start].rstrip(" ¿¡")
    return line.strip(" ") in DASHES


def _after_dash(page: Page, cue: Cue, unit: Span, *, turn: bool) -> tuple[Span, ...]:
    """The words that go on after the dash that closes the cue ("- El plan - dice Ortuño - es abrir antes").

    Up to the end of the sentence, or of the paragraph if that is one's turn in a dialogue.
    """
    words = page.unit_words(unit)
    dash = next((n for n in range(cue.last, min(words.stop, cue.last + _LONG)) if page.words[n].low in DASHES), None)
    if dash is None:
        return ()
    end = page.text.find("\n", unit.end) if turn else unit.end
    rest = trimmed(page.text, page.words[dash].end, end if end >= 0 else len(page.text))
    return (rest,) if len(rest.of(page.text).split()) > 1 else ()
