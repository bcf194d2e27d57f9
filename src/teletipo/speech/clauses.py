"""Clauses: the "que" that opens what a cue reports, as opposed to that of relative clauses and comparisons."""

from __future__ import annotations

from teletipo.speech.clefts import cleft
from teletipo.speech.cues import Cue
from teletipo.speech.finding import Reading
from teletipo.speech.insertions import before_que, past_aside
from teletipo.speech.opening import in_phrase, opens, opens_after_subject
from teletipo.speech.page import Page
from teletipo.speech.relatives import asked_after, is_relative
from teletipo.speech.subordination import subordinate

_FARTHEST = 40  #: words after a cue within which its "que" is looked for


def clause_after(reading: Reading, cue: Cue) -> int | None:
    """The number of the word that opens the finite complement of the cue ("que"), or None.

    Adverbs, dates, addressees, insertions and an inverted subject may come between; after a noun, "que" is a relative
    pronoun unless the noun is the addressee or the subject.
    """
    page = reading.page
    if (told := cleft(page, cue)) is not None:
        return told
    if (wished := _wished(page, cue)) is not None:
        return wished
    unit = page.words_around(cue.verb)
    n, bare = cue.last, False
    insertion: int | None = None  # the comma that opened it
    while n < min(unit.stop, cue.last + _FARTHEST):
        word = page.words[n]
        if word.low == "que" and (asked := asked_after(page, cue, n)) is not None:
            return asked
        alone = word.low == "que" and not is_relative(page, cue, n)
        if alone and (opens(page, cue, n, insertion, bare=bare) or (bare and opens_after_subject(reading, cue, n))):
            return n
        if (after := past_aside(reading, cue, n, unit.stop)) is not None:
            n = after
            continue
        if _ends(page, n, unit.stop, insertion):
            return None
        if word.low == ",":
            insertion = n if insertion is None else None
        named = word.upos in ("NOUN", "PROPN") and insertion is None
        bare = bare or (named and not in_phrase(page, cue.last, n))
        n += 1
    return None


def _wished(page: Page, cue: Cue) -> int | None:
    """The "porque" of "se pronunció (ayer) porque se abra el archivo", which is "por que" in one word, or None."""
    n = cue.last
    while n < len(page.words) and (page.words[n].upos == "ADV" or page.low[n] in page.lists.times):
        n += 1
    if not cue.takes("por") or page.low[n : n + 1] != ("porque",):
        return None
    verb = next((k for k in range(n + 1, page.words_around(cue.verb).stop) if page.is_finite(k)), None)
    return n if verb is not None and page.feat(verb, "Mood") == "Sub" else None


def _ends(page: Page, number: int, stop: int, insertion: int | None) -> bool:
    """True at a word behind which no complement comes; verbs of an insertion, which opens at a comma, are no such."""
    word = page.words[number]
    if word.low in ("quien", "quienes"):
        return True
    if insertion is not None:
        return page.is_finite(number) and not _inside(page, insertion, number)  # "las becas, comentó, cubren …"
    infinitive = page.feat(number, "VerbForm") == "Inf" and word.upos in ("VERB", "AUX")
    if word.low in (";", ":", "donde") or infinitive:
        return True
    return page.is_finite(number) or (word.is_mark and not before_que(page, number))


def _inside(page: Page, comma: int, verb: int) -> bool:
    """True for the verb of an insertion: ", como indica la ley, que …"."""
    return "según" in page.low[comma:verb] or subordinate(page, verb, comma + 1)


def bare_noun(page: Page, cue: Cue, start: int) -> bool:
    """True if there is a noun, neither a date nor in a prepositional phrase, between the cue and word `start`."""
    return any(
        page.words[n].upos in ("NOUN", "PROPN") and not in_phrase(page, cue.last, n) for n in range(cue.last, start)
    )
