"""Standing: whether the words before a cue are a clause that it reports or its own subject."""

from __future__ import annotations

from itertools import takewhile

from teletipo.spans import Span
from teletipo.speech.apposition import past_apposition
from teletipo.speech.cues import Cue
from teletipo.speech.page import Page
from teletipo.speech.postposed import noun_phrase_after
from teletipo.speech.subordination import subordinate
from teletipo.tree import Sentence

#: words by which a verb only names the source ("según informó X, …")
CITING = frozenset("según como tal conforme".split())
_CLAUSE = 6  #: words before a comma, a cue and its subject that are a clause, whatever the tagger says
_PHRASE = 9  #: words after a cue among which its subject stands
RELATIVES = frozenset("que quien quienes".split())


def follows_clause(page: Page, cue: Cue, unit: Span) -> bool:
    """True if the words before a comma are a clause of their own rather than the subject of the cue."""
    before = [n for n in page.unit_words(unit) if n < cue.first]
    if not before:
        return False
    if _interrupts(page, cue):
        return True
    finite = [n for n in before if page.is_finite(n) and not subordinate(page, n, before[0])]
    sentence, token = page.tree(cue.verb)
    subject = _subject_before(sentence, token)
    if (finite or len(before) >= _CLAUSE) and _ends_with_subject(page, cue):
        return True
    if cue.entry.kind == "say" and page.low[before[-1]] == "," and page.low[cue.last : cue.last + 1] in ((".",), ()):
        return True
    if subject is not None and not any(n > page.number(sentence.index, subject) for n in finite):
        commas = [k for k in range(subject, token) if sentence.forms[k] == ","]
        if len(commas) != 1 or not finite:
            return False
    if any(page.words[n].low in RELATIVES and page.words[n + 1].low == "," for n in before[:-1]):
        return bool(finite) and finite[-1] > max(n for n in before if page.words[n].low in RELATIVES)
    return bool(finite) or parenthetical(page, cue) or _subject_follows(page, cue)


def _ends_with_subject(page: Page, cue: Cue) -> bool:
    """True if nothing but the subject follows a verb that takes no other noun ("…, añadieron las fuentes.")."""
    if cue.entry.kind != "say" or not _subject_follows(page, cue):
        return False
    subject = noun_phrase_after(page, cue)
    return subject is not None and page.low[subject[1] : subject[1] + 1] in ((".",), ())


def _subject_before(sentence: Sentence, token: int) -> int | None:
    """The subject that the tree gives the verb before it; none if it has one after it, too."""
    subjects = sentence.kids(token, "nsubj", "nsubj:pass")
    if not subjects or subjects[-1] > token or sentence.kids(subjects[0], "cc", "case"):
        return None
    return subjects[0]


def _interrupts(page: Page, cue: Cue) -> bool:
    """True for "La presa, lamentó el alcalde, está vacía": a verb follows the comma after a short subject.

    After "según" the subject may be long: "La presa, según dijo el alcalde de la ciudad, Juan Paz, está vacía".
    """
    stop = page.words_around(cue.verb).stop
    comma = next((k for k in range(cue.last, stop - 1) if page.words[k].low == ","), None)
    cited = cue.first > 0 and page.words[cue.first - 1].low in CITING
    if comma is None or not (cited or parenthetical(page, cue)):
        return False
    n = (past_apposition(page, comma, stop) if cited else comma) + 1
    while n < len(page.words) and page.words[n].low in ("no", "se", "le", "les", "lo", "la", "ya"):
        n += 1
    return n < len(page.words) and page.is_finite(n)


def _subject_follows(page: Page, cue: Cue) -> bool:
    """True if a noun phrase directly after the cue can only be its subject ("…, decía el poeta")."""
    if cue.takes("noun", "adj", "object") or cue.last >= len(page.words):
        return False
    return page.words[cue.last].upos in ("DET", "PROPN")


def disagrees(page: Page, cue: Cue) -> bool:
    """True for "defendieron la obra": what follows the verb has another number, so it is not the subject."""
    after = page.low[cue.last : cue.last + 1]
    number = page.feat(cue.verb, "Number") if page.feat(cue.verb, "VerbForm") == "Fin" else None
    phrase = takewhile(lambda low: low != ",", page.low[cue.last : cue.last + _PHRASE])
    alone = number == "Plur" and after in (("el",), ("la",)) and not {"y", "e"} & set(phrase)
    return alone or (number == "Sing" and after in (("los",), ("las",)))


def parenthetical(page: Page, cue: Cue) -> bool:
    """True if a comma follows the cue at once or after a short subject ("La ONU, lamentó, …")."""
    if disagrees(page, cue):
        return False
    for n in range(cue.last, min(cue.last + 5, len(page.words) - 1)):
        if page.words[n].low == ",":
            return page.words[n - 1].low not in page.lists.times or page.words[n + 1].low not in page.lists.times
        if page.words[n].upos not in ("DET", "NOUN", "PROPN", "ADJ", "ADV", "PRON"):
            return False
    return False
