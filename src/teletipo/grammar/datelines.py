"""Datelines: the place, date and agency that open a dispatch ("LIMA, 23 may (EFE).-") and take no part in the news."""

from __future__ import annotations

import re

from teletipo.tree import Sentence

_NAME = r"[A-ZÁÉÍÓÚÑ]\w+(?: (?:(?:de|del|de la|DE|DEL|DE LA) )?[A-ZÁÉÍÓÚÑ]\w+){0,2}"
_CAPITALISED = r"[A-ZÁÉÍÓÚÑ][\w.'’/-]*"
_AGENCY = r"\s*\([A-Z][\w ./-]{1,25}\)\s*(?:[.,]?\s*[-–—]+|\.)"
_WHERE = rf"(?:, ?{_NAME})?\s*(?:\([\w .]{{2,30}}\))?"
#: "Moscú, 23 may (EFE).-", "por Ana Ruiz Lima, 2 may (EFE).-", "EFE ab/c 17:38 Ginebra, 14 feb (EFECOM)."
_DATED = re.compile(
    rf"^(?:por )?[A-ZÁÉÍÓÚÑ][\w .:'’/-]{{1,60}}{_WHERE}"
    rf"(?:, ?| )\d{{1,2}}\s+(?:de\s+)?[a-zé]{{3,10}}\.?(?:\s+(?:de\s+)?\d{{4}})?{_AGENCY}"
)
#: "LA PAZ (Reuters) –", "TEGUCIGALPA, Honduras (AP) —": names alone, for "Perú criticó a la Unión (UE)." is news
_UNDATED = re.compile(rf"^{_CAPITALISED}(?: (?:(?:de|del|la|y) ){{0,2}}{_CAPITALISED}){{0,4}}{_WHERE}{_AGENCY}")
_DAY = re.compile(r"^[A-ZÁÉÍÓÚÑ][\w .'’()/-]{1,40}, ?\d{1,2}\s+(?:de\s+)?[a-zé]{3,10}\.?\s*[.,]?\s*[-–—]+")
_CITY = re.compile(rf"^{_NAME}\s?(?:\.|\.-|\.–|[–—]|--)$")
#: what may only open an article: "Quito, Ecuador.", and before its first words "LIMA.- El", "MANAGUA, Nicaragua — El",
#: "MADRID, 12 Mar." and, as the parser parts it, "(EUROPA PRESS) -"
_OPENING = re.compile(
    rf"^(?:{_NAME}, ?{_NAME}\s?\.$|{_NAME}(?:, ?{_NAME})?\s?\.\s?[-–—]+|{_NAME}, ?{_NAME}\s?[–—]"
    rf"|[A-ZÁÉÍÓÚÑ ]{{3,}}\s?[–—]|{_NAME}, ?\d{{1,2}}\s[A-Z][a-z]{{2}}\.$|\([A-Z ]{{3,}}\)\s?[-–—]+)"
)
_HEAD = 2  #: sentences before which an article opens: a headline or half a dateline may come first
_MARKS = frozenset({"(", ".", ".-", "-", "–", "—", "--", ".–"})
_GLUED = (".-", ".–")  #: to the name, in capitals
_LONGEST = 22  #: tokens of a dateline
_OPENED = 14  #: tokens before its first mark


def dateline(sentence: Sentence) -> int:
    """The number of tokens that the dateline at the head of the sentence takes; 0 if there is none."""
    known: int | None = sentence.frames.get(dateline)
    if known is None:
        known = sentence.frames[dateline] = _dateline(sentence)
    return known


def _dateline(sentence: Sentence) -> int:
    opening = sentence.forms[:_OPENED]
    if _MARKS.isdisjoint(opening) and not any(form.endswith(_GLUED) for form in opening):
        return 0
    base = sentence.starts[0]
    text = ""
    for form, start in zip(sentence.forms[:_LONGEST], sentence.starts, strict=False):
        text = text.ljust(start - base) + form
    found = _DATED.match(text) or _UNDATED.match(text) or _DAY.match(text)
    if found is None and len(sentence) <= 4:
        found = _CITY.match(text)
    if found is None and sentence.index < _HEAD:
        found = _OPENING.match(text)
    if found is None:
        return 0
    end = base + found.end()
    return sum(1 for start in sentence.starts[:_LONGEST] if start < end)
