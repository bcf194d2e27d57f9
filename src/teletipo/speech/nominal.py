"""Nominal: speech reported by a noun with a finite clause ("la advertencia de que habrá cortes")."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo.cast import SOMEBODY, Cast
from teletipo.lexicon.reporting import Verb
from teletipo.spans import Span
from teletipo.speech.content import clause_end
from teletipo.speech.cue_subjects import main_subject, subject_of, subject_speaker
from teletipo.speech.cues import Cue
from teletipo.speech.finding import Reading, trimmed
from teletipo.speech.naming import Speaker, named
from teletipo.speech.page import Page
from teletipo.speech.sources import Sourced
from teletipo.tags import NOMINAL

#: words whose "de que" opens an adverbial clause ("rectificó su acusación después de que …")
_OTHER = frozenset(
    "después antes luego pesar pese caso fin hecho causa partir momento sentido forma manera modo condiciones".split()
)

_IS = frozenset("es fue era".split())
_FAR = 16  #: words from a noun to its "que"


def nouns(reading: Reading, cast: Cast) -> Iterator[Sourced]:
    """Every reporting noun with a finite clause ("su advertencia de que habrá cortes")."""
    page = reading.page
    known = reading.reporting.nouns
    for number, low in enumerate(page.low):
        if low not in known or (word := page.words[number]).upos in ("VERB", "AUX"):
            continue
        que = _clause_of_noun(page, number)
        if que is None or (page.low[que - 1] == "para" and not known[low].asks):
            continue
        speaker = _owner(page, cast, number, que)
        if speaker is None or (page.low[que - 1] == "para" and not _asks(page, cast, number, speaker)):
            continue
        if page.low[que - 1] in _IS and speaker.entity is None and not speaker.elided:
            continue  # "la idea del libro es que …"
        pseudo = _as_cue(number)
        end = min(clause_end(reading, pseudo, que), _noun_edge(page, number, que))
        content = trimmed(page.text, page.words[que].start, end)
        yield Sourced(cue=Span(word.start, word.end), content=(content,), speaker=speaker, noun=True)


def _noun_edge(page: Page, number: int, que: int) -> int:
    """Where the noun's phrase ends in the tree, if the clause lies inside it."""
    sentence, token = page.tree(number)
    right = sentence.subtree(token)[-1]
    inside = page.words[que].sentence == sentence.index and right > page.words[que].token + 1
    return sentence.ends[right] if inside else page.unit_of(number).end


def _as_cue(number: int) -> Cue:
    """A noun of speech treated as a verb with "que"."""
    entry = Verb(verb="noun", kind="say", takes=("que",), example="")
    return Cue(first=number, last=number + 1, verb=number, entry=entry, mode="finite")


def _clause_of_noun(page: Page, number: int) -> int | None:
    """The "que" after "de", "en", "a", "sobre" or "para" that belongs to the noun, its owner between them allowed.

    Or that of "la advertencia de Soto fue que …".
    """
    unit = page.words_around(number)
    apart = False  # within an apposition to the owner ("del ministro, Luis Paz, de que")
    for n in range(number + 1, min(number + _FAR, unit.stop)):
        low = page.words[n].low
        if low == "que":
            governed = page.words[n - 1].low in ("de", "en", "a", "sobre", "para")
            return n if governed and not apart and page.words[n - 2].low not in _OTHER else None
        if low == "," and (apart or page.words[n - 1].upos in NOMINAL):
            apart = not apart
            if not apart and page.low[n + 1 : n + 3] != ("de", "que"):
                return None
        elif low in _IS and page.low[n + 1 : n + 2] == ("que",) and not apart:
            owned = page.low[number + 1] in ("de", "del") or page.low[number - 1] in ("su", "sus")
            return n + 1 if owned else None
        elif low in (",", ".", ";", ":") or page.is_finite(n):
            return None
    return None


def _asks(page: Page, cast: Cast, number: int, speaker: Speaker) -> bool:
    """True if "de" with somebody known, or "su", stands at a noun with "para que": "el pedido de Chile para que …"."""
    near = page.low[number + 1] in ("de", "del") or page.low[number - 1] in ("su", "sus")
    return near and (speaker.elided or cast.kind_of(speaker.entity) in SOMEBODY)


def _owner(page: Page, cast: Cast, number: int, que: int) -> Speaker | None:
    """Whose words they are: "su …" (unknown here), "… de X de que"; None if they are nobody's."""
    before = page.words[number - 1].low if number else ""
    if before in ("su", "sus"):
        sentence, token = page.tree(number - 1)
        placed = cast.at(sentence.index, token)
        return Speaker(entity=placed.entity if placed else None, elided=True)
    for n in range(number + 1, que - 1):
        if page.words[n].low in ("de", "del", "por") and n + 1 < que - 1:
            head = next((k for k in range(n + 1, que - 1) if page.words[k].upos in ("NOUN", "PROPN")), None)
            if head is not None:
                return named(page, cast, n + 1, que - 1 - (page.low[que - 2] == ","), head)
        if page.words[n].upos == "ADJ":
            sentence, token = page.tree(n)
            placed = cast.at(sentence.index, token)
            if placed is not None:
                return named(page, cast, n, n + 1, n)
    if page.low[number] in page.lists.reasons and number > 1 and page.low[number - 2] in ("con", "bajo"):
        return _giver(page, cast, number) or main_subject(page, number, cast) or Speaker(elided=True)
    return None


def _giver(page: Page, cast: Cast, number: int) -> Speaker | None:
    """Who gives a reason in a relative clause ("vecinos que cerraron la calle con el argumento de que …")."""
    sentence, token = page.tree(number)
    verb = next((t for t in sentence.ancestors(token) if sentence.upos[t] == "VERB"), None)
    subject = subject_of(page, sentence.index, verb) if verb is not None else None
    if verb is None or subject is None or subject > token:
        return None
    found = subject_speaker(page, cast, sentence.index, verb, subject)
    return found if found.entity is not None else None
