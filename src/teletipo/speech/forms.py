"""Forms: whether a word is a verb in its context, and in which mode."""

from __future__ import annotations

from teletipo.morphology.conjugation import Mode
from teletipo.speech.page import PAST, Page
from teletipo.tags import NOMINAL

_NEVER_AFTER = frozenset("el la los las un una unos unas su sus este esta ese esa esos esas cada otro otra".split())
#: words after a verb that opens its sentence and is taken for a name ("Insiste, por tanto, en que …")
_AFTER_FIRST = frozenset(", que en también además asimismo".split())
#: endings of forms that are nothing but verbs
_CERTAIN = (*PAST, "aba", "aban", "ase", "asen", "iese", "iesen", "iera", "ieran")


def mode_at(page: Page, number: int, known: Mode) -> Mode | None:
    """The mode of a form in its context, given the `known` one of its morphology; None if it is not a verb here."""
    mode = known
    if mode == "finite" and page.feat(number, "Person") == "1":
        mode = "first"
    if mode == "first" and _in_name(page, number):
        return None
    if mode == "first" and _unaccented(page, number):
        mode = "finite"
    return mode if _is_verb(page, number, mode) else None


def _is_verb(page: Page, number: int, mode: Mode) -> bool:
    """True unless the form is a noun, adjective or preposition here."""
    word = page.words[number]
    before = page.words[number - 1].low if number else ""
    pronoun = number > 0 and page.words[number - 1].upos == "PRON" and word.upos == "VERB"  # "otro contó que"
    if before in _NEVER_AFTER and not (before == "la" and word.upos == "VERB") and not pronoun:
        return False
    if mode in ("gerund", "infinitive") or word.low.endswith(_CERTAIN):
        return before not in ("del", "al") or mode == "infinitive"
    if mode == "participle":
        return True
    if number and page.words[number - 1].upos == "VERB" and page.is_finite(number - 1):
        return False  # "tomó protesta al alcalde"
    if mode == "first":
        return word.upos == "VERB" and page.feat(number, "Person") != "3" and not _spoken(page, number)
    if word.upos in ("VERB", "AUX") or _inverted(page, number):
        return True
    after = page.words[number + 1].low if number + 1 < len(page.words) else ""
    nominal = number > 0 and page.words[number - 1].upos in NOMINAL
    before_mark = after in ('"', "“", "«") and (not number or page.words[number - 1].low in (",", ".", "también", '"'))
    return before_mark or (after == "que" and nominal and (word.upos == "ADJ" or page.words[number - 1].upos != "ADJ"))


def _inverted(page: Page, number: int) -> bool:
    """True for a form that opens its sentence before a short subject and "que" ("Sostiene Ruiz que …") or a comma."""
    words = page.words
    if words[number].start != page.unit_of(number).start or number + 1 >= len(words):
        return False
    if words[number].upos == "PROPN" and words[number + 1].low in _AFTER_FIRST:
        return True
    later = next((n for n in range(number + 1, min(number + 6, len(words))) if words[n].low == "que"), None)
    return later is not None and all(words[n].upos in ("PROPN", "NOUN", "DET", "ADJ") for n in range(number + 1, later))


def _unaccented(page: Page, number: int) -> bool:
    """True for a past tense that lost its accent ("el funcionario menciono que")."""
    words = page.words
    if not words[number].low.endswith("o") or words[number].upos == "ADJ" or not 0 < number < len(words) - 1:
        return False
    return words[number - 1].upos in ("NOUN", "PROPN") and words[number + 1].low in ("que", "de", '"', "“")


def _spoken(page: Page, number: int) -> bool:
    """True for a word inside quotation marks: the first person there is somebody who speaks, not the writer."""
    return page.quotation_at(page.words[number].start) is not None


def _in_name(page: Page, number: int) -> bool:
    """True for a capital behind another ("el servicio Transporte Acuerdo"): no verb in the first person."""
    words = page.words[max(0, number - 1) : number + 1]
    return len(words) > 1 and all(page.text[word.start].isupper() for word in words)
