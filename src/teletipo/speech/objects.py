"""Objects: the word at which a complement without a clause begins, past whatever separates it from the verb."""

from __future__ import annotations

from itertools import takewhile

from teletipo.speech.cues import Cue
from teletipo.speech.finding import Reading
from teletipo.speech.page import Page
from teletipo.speech.subordination import subordinate
from teletipo.tags import NOMINAL

_TITLE = 3  #: words of a quotation that may be a name
#: "haber" with the pronouns that it may carry
HAVING = frozenset("haber haberle haberles haberlo haberla haberlos haberlas haberse habérselo".split())
_NEAR = 10  #: words from a verb within which the object after its addressee begins


def complement_start(reading: Reading, cue: Cue) -> int | None:
    """First word of the complement: what follows the cue, adverbs, addressees and commas between skipped."""
    page = reading.page
    unit = page.words_around(cue.verb)
    prepositions = [f for f in cue.entry.takes if f in ("de", "como", "sobre", "en", "a", "para", "con", "por")]
    comma = cue.last < unit.stop and page.words[cue.last].low == ","
    first = _past_insertion(page, cue.last, unit.stop) if comma else cue.last
    for n in range(first, min(unit.stop, cue.last + 25)):
        word = page.words[n]
        low = {"del": "de", "al": "a"}.get(word.low, word.low)
        if low == "de" and cue.entry.kind == "judge" and _compared_later(page, n, unit.stop):
            continue
        if low == "de" and low in prepositions and not _predicative(page, n) and _later(page, n, unit.stop):
            continue
        if low in ("de", "sobre", "en") and cue.entry.kind == "say" and not _only_addressee(page, first, n):
            break
        if n == first and (judged(page, cue, n) or _quoted_judgement(page, cue, n, unit.stop)):
            return n
        if low in prepositions and (low != "a" or infinitive_next(page, n)):
            return n if page.words[n - 1].low not in ("así", "tal", "tanto") else None
        if word.low in (";", ":") or (page.is_finite(n) and not subordinate(page, n, cue.last)):
            break
        if word.is_mark and prepositions and not cue.takes("adj", "noun"):
            break
    return _object(page, cue, unit)


def _compared_later(page: Page, number: int, stop: int) -> bool:
    """True for the "de" of "calificó a los autores de la obra como …"."""
    ahead = list(takewhile(lambda word: word.low != "," and not word.is_mark, page.words[number:stop]))
    return any(word.low == "como" for word in ahead)


def judged(page: Page, cue: Cue, number: int) -> bool:
    """True if what is judged precedes the judgement ("calificó las cuentas como una burla")."""
    if cue.entry.kind != "judge" or page.words[number].upos not in ("DET", "PROPN") or _dated(page, number):
        return False
    stop = page.words_around(cue.verb).stop
    ahead = range(number + 1, min(number + 25, stop))
    return any(page.words[n].low == "como" for n in ahead)


def _quoted_judgement(page: Page, cue: Cue, number: int, stop: int) -> bool:
    """True for the judgement of "juzgó «injusto» el proceso contra los jefes del grupo"."""
    return cue.entry.kind == "judge" and page.words[number].is_mark and not _later(page, number, stop)


def _only_addressee(page: Page, first: int, number: int) -> bool:
    """True if there are only dates, adverbs and "a …" between the verb and its preposition."""
    governed = page.words[first].low in ("a", "al") and number - first <= 7
    return governed or all(
        w.upos == "ADV" or w.low in ("el", "este", ",") or w.low in page.lists.times for w in page.words[first:number]
    )


def _predicative(page: Page, number: int) -> bool:
    """True for a "de" that is followed by an infinitive or by quoted words."""
    after = number + 1
    return after < len(page.words) and (page.words[after].is_mark or page.feat(after, "VerbForm") == "Inf")


def _later(page: Page, number: int, stop: int) -> bool:
    """True if such a "de" follows in the sentence ("acusó al jefe de la misión de «mentir»")."""
    return any(page.words[n].low == "de" and _predicative(page, n) for n in range(number + 1, stop))


def infinitive_next(page: Page, number: int) -> bool:
    """True if an infinitive, quoted words or "que" follow the preposition at `number`."""
    return any(
        page.words[n].low == "que" or page.words[n].is_mark or page.feat(n, "VerbForm") == "Inf"
        for n in range(number + 1, min(number + 3, len(page.words)))
    )


def _dated(page: Page, number: int) -> bool:
    """True for a word of a date: "hoy", "el jueves pasado", "la noche de este martes"."""
    words, times = page.words, page.lists.times
    after_time = words[number - 1].low in times
    if words[number].low in times or (words[number].low in ("pasado", "pasada") and after_time):
        return True
    if words[number].low in ("de", "del") and after_time and number + 1 < len(words):
        return _dated(page, number + 1)
    return words[number].upos == "DET" and number + 1 < len(words) and words[number + 1].low in times


def _past_insertion(page: Page, comma: int, stop: int) -> int:
    """The word after a short adverbial between commas ("destacó hoy, martes, la importancia"), or the comma."""
    closing = next((n for n in range(comma + 1, min(comma + 9, stop)) if page.words[n].low == ","), None)
    if closing is None:
        return comma
    adverbial = page.words[comma + 1].upos in ("ADP", "ADV") or page.words[comma + 1].low in page.lists.times
    return comma if not adverbial or any(page.is_finite(n) for n in range(comma, closing)) else closing + 1


def _object(page: Page, cue: Cue, unit: range) -> int | None:
    """The first word of the direct object or of whatever directly follows the verb."""
    n = cue.last
    while n < unit.stop and page.words[n].low != "no" and (page.words[n].upos == "ADV" or _dated(page, n)):
        n += 1
    if n < unit.stop and page.words[n].low == ",":
        n = _past_insertion(page, n, unit.stop)
    if n >= unit.stop or page.words[n].low == ",":
        return None
    if page.feat(n, "VerbForm") == "Inf" or (page.words[n].low == "no" and page.feat(n + 1, "VerbForm") == "Inf"):
        return n
    if cue.takes("adj") and page.words[n].upos == "ADJ":
        return n  # "consideró (este martes) insuficientes las disculpas"
    sentence, token = page.tree(cue.verb)
    objects = [k for k in sentence.kids(token, "obj", "xcomp") if k > token and sentence.low[k] not in page.lists.times]
    if objects and not page.words[n].is_mark:
        edge = page.number(sentence.index, sentence.subtree(objects[0])[0])
        if edge > cue.verb:
            to = page.words[max(n, edge)].low in ("a", "al") and edge in unit and cue.takes("noun")
            return _past_addressee(page, cue, max(n, edge), unit.stop) if to else max(n, edge) if edge in unit else None
    if page.words[n].low != "frente" and (
        page.words[n].upos in ("DET", "NOUN", "ADJ", "PRON") or page.words[n].is_mark
    ):
        return n
    return _past_addressee(page, cue, n, unit.stop)


def _past_addressee(page: Page, cue: Cue, first: int, stop: int) -> int | None:
    """The object after a phrase or two: "explicó al jefe la crisis", "pidió así a sus socios «dar la alarma»"."""
    if page.words[first].low not in ("a", "al", "ante", "de", "en", "por"):
        return None
    for n in range(first + 1, min(first + _NEAR, stop)):
        word, before = page.words[n], page.words[n - 1]
        if word.low in (",", ";", ":", "que") or page.is_finite(n):
            return None
        if word.low in HAVING and page.words[first].low in ("a", "al", "ante", "en", "por"):
            return n
        if word.is_mark:
            quote = page.quotation_at(page.words[min(n + 1, stop - 1)].start)
            return n if quote is not None and len(quote.inner.of(page.text).split()) > _TITLE else None
        object_ = word.upos == "DET" and before.upos in NOMINAL
        if object_ and cue.takes("noun") and page.words[first].low in ("a", "al", "ante"):
            return n
    return None
