"""Relatives: the "que" after a verb of saying that opens a relative clause or a comparison, not what is said."""

from __future__ import annotations

from teletipo.speech.cues import Cue
from teletipo.speech.page import Page
from teletipo.tags import NOMINAL

_VERB = 4  #: words from a "que" within which the verb of its clause stands
_RELATIVE = 15  #: words of a relative clause
#: endings of nothing but subjunctives
_SUBJUNCTIVE = ("zca", "zcan", "ara", "aran", "áramos", "iera", "ieran", "iéramos", "ase", "asen", "iese", "iesen")
_LATER = frozenset("tarde adelante temprano ,".split())  #: "más tarde" is a time, "una vez más," no comparison


def is_relative(page: Page, cue: Cue, number: int) -> bool:
    """True for a "que" behind a noun that cannot be the verb's: "pidió en el juicio que empezó ayer la libertad".

    What is asked for or denied is in the subjunctive. "La semana que viene" is a time, and in "multó al club, sanción
    que …" the noun repeats what came before.
    """
    before = page.words[number - 1]
    if number == cue.last or before.upos not in NOMINAL:
        return False
    if page.low[number + 1 : number + 2] in (("viene",), ("entra",)) and before.low in page.lists.times:
        return True
    if before.upos == "NOUN" and page.low[number - 2] == "," and before.low not in page.lists.times:
        return True
    return cue.entry.kind in ("request", "deny", "reject") and _mood(page, number) == "Ind"


def _mood(page: Page, number: int) -> str | None:
    """The mood of the verb right behind a "que"; the tagger takes some subjunctives for indicatives ("restablezca")."""
    verb = next((n for n in range(number + 1, number + 1 + _VERB) if n < len(page.words) and page.is_finite(n)), None)
    if verb is None or "," in page.low[number:verb]:
        return None
    return "Sub" if page.low[verb].endswith(_SUBJUNCTIVE) else page.feat(verb, "Mood")


def asked_after(page: Page, cue: Cue, number: int) -> int | None:
    """The second "que" of "pidió a los socios que faltaban que votaran", whose first is a relative."""
    if cue.entry.kind != "request" or number == cue.last or not is_relative(page, cue, number):
        return None
    ahead = range(number + 2, min(number + _RELATIVE, page.words_around(number).stop))
    second = next((n for n in ahead if page.low[n] == "que" and _mood(page, n) == "Sub"), None)
    if second is None or (page.words[second - 1].upos == "ADP" and not cue.takes(page.low[second - 1])):
        return None  # "…, luego de que votaran"
    return second


def compared(page: Page, first: int, number: int) -> bool:
    """True for the "que" of a comparison ("más faltas que", "pone más énfasis en el agua que")."""
    marks = [n for n in range(first, number - 1) if page.low[n] in ("más", "menos") and page.low[n + 1] not in _LATER]
    return any(page.low[n + 1] != "de" or page.words[n - 1].upos != "ADP" for n in marks)  # "ante más de cien socios"
