"""Apposition: a speaker's description between commas before the words said ("Según X, jefe de la misión, …")."""

from __future__ import annotations

from teletipo.speech.page import Page
from teletipo.speech.subordination import main_verb

_LISTING = frozenset((",", "y", "e"))
_RELATIVES = frozenset("que quien quienes cuyo cuya cuyos cuyas".split())


def past_apposition(page: Page, comma: int, stop: int) -> int:
    """The comma after the apposition that opens at word `comma`, or `comma` itself if there is none."""
    closing = next((n for n in range(comma + 1, stop - 1) if page.words[n].low == ","), None)
    if closing is None or page.words[comma].low != "," or not _clause_follows(page, closing, stop):
        return comma
    told = (_is_name, _is_post, _is_relative, _is_participle)
    return closing if any(is_told(page, comma + 1, closing) for is_told in told) else comma


def _clause_follows(page: Page, comma: int, stop: int) -> bool:
    """True if a clause begins at once; otherwise the words before the comma are a subject with a description."""
    first = comma + 1
    last = next((n for n in range(first, stop) if page.words[n].low == ","), stop)
    return main_verb(page, range(first, last)) is not None


def _is_name(page: Page, first: int, last: int) -> bool:
    """True for "…, Ana Ruiz, …", unless a list of names follows; after a noun also for "…, la liberal Ana Ruiz, …"."""
    titled = page.words[first].upos == "DET" and page.words[first - 2].upos in ("NOUN", "ADJ")
    begin = first + 2 if titled and first + 2 < last else first
    names = all(page.words[n].upos in ("PROPN", "ADP") for n in range(begin, last))
    following = next((n for n in range(last + 1, len(page.words)) if page.words[n].upos != "PROPN"), last + 1)
    return names and (following == last + 1 or page.low[following] not in _LISTING)


def _is_post(page: Page, first: int, last: int) -> bool:
    """True for a noun without an article ("…, jefe de la misión, …")."""
    return page.words[first].upos == "NOUN" and not any(page.is_finite(n) for n in range(first, last))


def _is_participle(page: Page, first: int, last: int) -> bool:
    """True for "…, elaborado cada año por el instituto, …"."""
    return page.feat(first, "VerbForm") == "Part" and not any(page.is_finite(n) for n in range(first, last))


def _is_relative(page: Page, first: int, last: int) -> bool:
    """True for "…, que cita a la policía, …"."""
    return page.words[first].low in _RELATIVES
