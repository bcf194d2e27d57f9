"""Narrating: where the writer goes on after reported words with what the speaker did or said then."""

from __future__ import annotations

from teletipo.speech.cues import Cue
from teletipo.speech.finding import Reading
from teletipo.speech.tenses import is_past

_AFTER = (("antes", "de"), ("después", "de"), ("luego", "de"))
#: what joins a clause in the past to one in the present that the same person said ("que A es B, ya que insistió en C")
_GROUNDS = (("ya", "que"), ("aun", "cuando"), ("puesto", "que"), ("porque",), ("por", "lo", "cual"), ("pues",))
_OBJECTS = frozenset("le les lo la los las".split())


def narrated(reading: Reading, cue: Cue, start: int, number: int) -> bool:
    """True at "y" in "dijo que A es B y puso C": what a speaker does by speaking, told in the past after a present.

    So is a verb of saying after "ya que" and the like ("dijo que A es B, ya que insistió en C").
    """
    page = reading.page
    opening = next((o for o in _GROUNDS if page.low[number : number + len(o)] == o), None)
    if opening is None and page.low[number] not in ("y", "e", "pero"):
        return False
    n = number + (1 if opening is None else len(opening))
    while n < len(page.words) - 1 and (page.words[n].upos == "ADV" or page.low[n] in _OBJECTS):
        n += 1
    if page.low[n - 1] == "no":
        return False
    if page.low[start] != "que" or not page.is_finite(n):
        return False
    said = [k for k in range(start + 1, number) if page.is_finite(k)]
    other = reading.by_verb.get(n)
    if opening is None and other is not None and other.entry.kind in ("think", "judge"):
        return False
    told = page.words[n].upos == "VERB" and is_past(page, n) and (cue.mode == "infinitive" or is_past(page, cue.verb))
    if not told or page.feat(cue.verb, "Number") not in (None, page.feat(n, "Number")):
        return False
    sentence, token = page.tree(n)
    if other is None and (opening is not None or sentence.low_lemmas[token] not in page.lists.narrating):
        return False  # "dijo que su rival es corrupto y robó dinero"
    return bool(said) and not any(is_past(page, k) or page.feat(k, "Tense") == "Imp" for k in said)


def on_saying(reading: Reading, number: int) -> bool:
    """True at "al" in "indicó que A al afirmar que B", at "antes" in "… antes de afirmar que B": who said A says B."""
    low = reading.page.low
    said = reading.by_verb.get(number + (1 if low[number] in ("al", "tras") else 2))
    opens = low[number] in ("al", "tras") or low[number : number + 2] in _AFTER
    return opens and said is not None and said.mode == "infinitive" and low[said.last : said.last + 1] == ("que",)
