"""Datelines: where and through which agency an article was sent; they name no actor."""

from __future__ import annotations

import re

from teletipo.tree import Sentence

#: "Moscú, 23 may (EFE).-", "Seúl.", "LA PAZ (Reuters) –", "Ginebra, 14 feb (EFECOM)."
_DATED = re.compile(
    r"^[A-ZÁÉÍÓÚÑ][\w .'’/-]{1,40}(?:\([\w .]{2,30}\))?"
    r"(?:, ?\d{1,2}\s+(?:de\s+)?[a-zé]{3,10}\.?(?:\s+(?:de\s+)?\d{4})?)?"
    r"\s*\([A-Z][\w ./-]{1,25}\)\s*(?:[.,]?\s*[-–—]+|\.)"
)
_DAY = re.compile(r"^[A-ZÁÉÍÓÚÑ][\w .'’()/-]{1,40}, ?\d{1,2}\s+(?:de\s+)?[a-zé]{3,10}\.?\s*[.,]?\s*[-–—]+")
_CITY = re.compile(r"^[A-ZÁÉÍÓÚÑ]\w+(?: [A-ZÁÉÍÓÚÑ]\w+){0,2}\s?(?:\.|\.-|\.–|[–—]|--)$")
_NAME = r"[A-ZÁÉÍÓÚÑ]\w+(?: [A-ZÁÉÍÓÚÑ]\w+){0,2}"
_CITY_AND_COUNTRY = re.compile(rf"^{_NAME}, ?{_NAME}\s?\.$")


def dateline(sentence: Sentence) -> int:
    """How many tokens at the head of the sentence are a dateline."""
    if not sentence.forms[0][0].isupper() or _MARKS.isdisjoint(sentence.forms[:14]):
        return 0
    base = sentence.starts[0]
    text = ""
    for form, start in zip(sentence.forms[:22], sentence.starts, strict=False):
        text = text.ljust(start - base) + form
    found = _DATED.match(text) or _DAY.match(text)
    if found is None and len(sentence) <= 4:
        found = _CITY.match(text)
    if found is None and sentence.index <= 1 and len(sentence) <= 7:
        found = _CITY_AND_COUNTRY.match(text)
    if found is None:
        return 0
    end = base + found.end()
    return sum(1 for start in sentence.starts[:22] if start < end)


_MARKS = frozenset({"(", ".", ".-", "-", "–", "—", "--", ".–"})
