"""Postposed subjects: the noun phrase after a cue ("…, dijo ayer a la prensa el ministro de Salud")."""

from __future__ import annotations

from teletipo.speech.cues import Cue
from teletipo.speech.page import Page
from teletipo.tags import NAMING, PHRASAL

#: prepositions, whatever the tagger says
_PREPOSITIONS = frozenset("a al en tras durante ante por sobre con vía según respecto".split())
_INSERTED = 9  #: words between two commas that may stand between the cue and its subject
_ARTICLES = frozenset("el la los las the".split())
_STOPS = frozenset(", . ; : ( - – —".split())
#: words at which a phrase that has its noun ends
_ENDING = frozenset(
    "en a al durante tras ante sobre antes después luego mientras cuando donde por hoy ayer que quien con".split()
)


def noun_phrase_after(page: Page, cue: Cue) -> tuple[int, int, int] | None:
    """First, last and head of the first noun phrase after the cue that is not a time, place or addressee."""
    unit = page.words_around(cue.verb)
    n = cue.last
    while n < unit.stop:
        word = page.words[n]
        adverb = word.low in page.lists.times or word.upos == "ADV"
        if adverb or _predicative(page, cue, n, unit.stop):
            n += 1
        elif word.low == "," and n + 1 < unit.stop and page.words[n + 1].low in page.lists.times:
            n += 3 if n + 2 < unit.stop and page.words[n + 2].low == "," else 2
        elif word.low == ",":
            return _past_comma(page, n, unit.stop)
        elif word.upos == "ADP" or word.low in _PREPOSITIONS:
            if n + 1 < unit.stop and page.feat(n + 1, "VerbForm") == "Inf":
                return None
            n = _past_preposition(page, n, unit.stop)
        elif (word.low in ("el", "este", "esta", "la", "ese") or word.upos == "DET") and _is_time(page, n):
            n += 2 + (n + 2 < unit.stop and page.words[n + 2].low in ("pasado", "pasada", "mismo", "misma"))
        elif word.low in _STOPS or word.low == "que":  # "dijo ante la gente que aguardaba": it tells of them
            return None
        elif word.upos in PHRASAL or word.is_mark:
            return _phrase_from(page, n, unit.stop)
        else:
            return None
    return None


def _predicative(page: Page, cue: Cue, number: int, stop: int) -> bool:
    """True for how somebody speaks before his name: "contestó (muy) molesta la alcaldesa"."""
    word = page.words[number]
    behind = number == cue.last or page.words[number - 1].upos == "ADV"
    if not behind or number + 1 >= stop or page.is_finite(number) or not page.text[word.start].islower():
        return False
    adjective = word.upos == "ADJ" or page.feat(number, "VerbForm") == "Part"
    return adjective and (page.low[number + 1] in _ARTICLES or page.words[number + 1].upos == "PROPN")


def _past_comma(page: Page, comma: int, stop: int) -> tuple[int, int, int] | None:
    """The subject behind a comma: "dijo, por su parte, el alcalde.", "declaró hoy, Ana Ruiz, jefa de la misión"."""
    closing = next((n for n in range(comma + 1, min(comma + _INSERTED, stop)) if page.words[n].low in _STOPS), stop)
    inserted = closing < stop and page.low[closing] == "," and _is_inserted(page, comma + 1, closing)
    first = closing + 1 if inserted else comma + 1
    before = page.words[comma - 1]
    if first >= stop or not (inserted or before.low in page.lists.times or before.upos == "ADV"):
        return None
    found = _phrase_from(page, first, stop)
    ended = found[1] >= stop or page.words[found[1]].low in _STOPS or page.words[found[1]].low in _ENDING
    named = all(page.words[n].upos == "PROPN" for n in range(first, min(first + 2, stop)))
    begun = inserted and page.words[first].low in _ARTICLES
    return found if ended and (named or begun) and page.words[found[2]].upos in ("NOUN", "PROPN") else None


def _is_inserted(page: Page, first: int, last: int) -> bool:
    """True for "en rueda de prensa", "por su parte", "visiblemente cansado": no clause and no noun phrase."""
    opens = page.words[first].upos in ("ADP", "ADV", "ADJ") or page.words[first].low in _PREPOSITIONS
    return opens and not any(page.is_finite(n) for n in range(first, last))


def _is_time(page: Page, number: int) -> bool:
    return any(page.words[n].low in page.lists.times for n in range(number + 1, min(number + 3, len(page.words))))


def _past_preposition(page: Page, number: int, stop: int) -> int:
    """The word after a prepositional phrase: its noun, modifiers and further "de" phrases."""
    n = number + 1
    while n < stop and page.words[n].upos in ("DET", "ADJ", "NUM", "ADP"):
        n += 1
    if n < stop and page.words[n].upos in ("NOUN", "PROPN", "PRON", "VERB"):
        n += 1
        if page.words[n - 1].low in page.lists.addressed:  # "a la periodista Eva Sol", "en el programa Hoy"
            n = next((k for k in range(n, stop) if page.words[k].upos != "PROPN"), stop)
        elif page.words[n - 1].low in page.lists.agencies:
            return n
        elif page.words[n - 1].low in page.lists.publishing:
            n = next((k for k in range(n, stop) if page.words[k].upos != "ADJ"), stop)
            n = _past_outlet(page, n, stop)
            if n < stop and page.words[n].upos == "PROPN":
                return n
        while (n < stop and (page.words[n].upos == "ADJ" or _is_year(page, n))) or (
            n < stop and page.words[n - 1].upos == "PROPN" and page.words[n].upos == "PROPN" and _same_name(page, n)
        ):
            n += 1
        if n < stop and page.words[n].low in ("de", "del", "y"):
            return _past_preposition(page, n, stop)
    return n


def _is_year(page: Page, number: int) -> bool:
    """True for the number that ends "la Feria Comarcal 2021 de su gremio"; "20 vecinos" are counted."""
    ended = page.low[number + 1 : number + 2] in ((), (".",), (",",), ("de",), ("del",))
    return page.low[number].isdigit() and ended


def _past_outlet(page: Page, number: int, stop: int) -> int:
    """The word after an outlet's name: after its first word if a name of two is left ("a la agencia Efe Ana Ruiz")."""
    if number < stop and page.words[number].is_mark:  # "al diario «La Voz»"
        return next((n + 1 for n in range(number + 1, stop) if page.words[n].is_mark), number)
    if number < stop and page.words[number].upos == "DET" and page.text[page.words[number].start].isupper():
        number += 1  # "al diario La Voz"
    return next((n for n in range(number, stop) if page.words[n].upos != "PROPN"), stop)


def _same_name(page: Page, number: int) -> bool:
    """True if the parser took the word and the one before it for one name."""
    sentence, token = page.tree(number)
    return any(name.first < token < name.last for name in sentence.names)


def _phrase_from(page: Page, first: int, stop: int) -> tuple[int, int, int]:
    """The noun phrase that starts at `first`, with "de" phrases, up to punctuation or a verb."""
    n, head = first, None
    quoted = False
    while n < stop:
        word = page.words[n]
        if word.is_mark:
            quoted = True
        elif word.upos in NAMING and head is None:
            head = n
        elif word.low in _STOPS or (page.is_finite(n) and not quoted) or (word.low in _ENDING and head is not None):
            break
        n += 1
    return first, max(n, first + 1), head if head is not None else first
