"""Content: where the words that a cue reports end, by the tree and the punctuation, as either alone is often wrong."""

from __future__ import annotations

from teletipo.speech.coordination import goes_on_after, tree_stop
from teletipo.speech.cues import Cue
from teletipo.speech.finding import Reading
from teletipo.speech.outcomes import confirmed, in_fact
from teletipo.speech.page import Page
from teletipo.speech.subordination import main_verb, unfinished
from teletipo.speech.tenses import is_past

_CLITICS = frozenset("se le les lo la los las".split())
_SUBORDINATORS = frozenset("aunque si cuando mientras como".split())
#: words that open a clause with an infinitive or "que", and else only tell when ("además dijo que …")
_HALF = frozenset("tras al además luego después antes pese".split())
#: words after a comma that a noun or infinitive said is not coordinated with
_APART = frozenset("aunque pero luego tras mientras".split())


def clause_end(reading: Reading, cue: Cue, start: int, *, nominal: bool = False) -> int:
    """Offset at which the content that starts at word `start` ends, sentence-final punctuation left out.

    A `nominal` content (no clause of its own) ends before the next main verb, too.
    """
    page = reading.page
    unit = page.unit_of(cue.verb)
    words = page.unit_words(unit)
    end = _closing_bracket(page, cue, unit.end)
    edge = _subordinate_edge(page, cue, start)
    if edge is not None and not unfinished(page, start, page.word_from(edge)):
        end = min(end, edge)
    if (comma := _opening_clause_end(reading, cue, start)) is not None:
        end = min(end, comma)
    stop = tree_stop(page, cue, start)
    if stop is not None and stop in words:
        end = min(end, page.words[stop].start)
    for n in range(start + 1, words.stop):
        if page.words[n].start >= end:
            break
        if page.is_quoted(n, start):
            continue
        if _stops(reading, cue, start, n) or (nominal and _new_clause(reading, start, n)):
            end = page.words[n].start
            break
    return _balanced(page, page.words[start].start, end, parted=nominal)


def _balanced(page: Page, start: int, end: int, *, parted: bool) -> int:
    """The end, moved past the mark that closes a quotation opened inside, whose words may be `parted`."""
    for q in page.quotations_between(start, end):
        least = q.inner.end if parted else q.inner.start + 1
        if q.closed and start <= q.outer.start and least <= end < q.outer.end:
            return q.outer.end
    return end


def _new_clause(reading: Reading, start: int, number: int) -> bool:
    """True where a noun phrase is left for a coordinated verb, a gerund after a comma or a concession."""
    page, endings = reading.page, reading.reporting.endings
    if number + 1 >= len(page.words):
        return False
    low, after = page.words[number].low, page.words[number + 1]
    if endings.occasions.stands_at(page.text, page.words[number].start):
        return True
    if low == "," and _interrupts(page, number):
        return False
    if low == ",":
        if after.low == "como" and number + 2 in reading.by_verb:
            return True  # "desmintió el arresto, como informó la radio"
        commented = endings.comments.stands_at(page.text, after.start)
        return commented or page.feat(number + 1, "VerbForm") == "Ger" or after.low in _APART
    if low not in ("y", "e", "pero"):
        return False
    n = number + 1
    while n < len(page.words) - 1 and page.words[n].upos == "PROPN":
        n += 1
    named = n > number + 1
    while n < len(page.words) - 1 and (page.words[n].upos == "ADV" or page.words[n].low in _CLITICS):
        n += 1
    if named and not page.words[n].ends_as_past:  # "pidió la palabra y Ruiz la rechazó"
        return False
    return page.is_finite(n) and page.feat(n, "Mood") != "Sub"


def _subordinate_edge(page: Page, cue: Cue, start: int) -> int | None:
    """Where the clause of the cue ends if the clause it depends on goes on after it (relative, adverbial, subject)."""
    sentence, token = page.tree(cue.verb)
    if page.words[start].sentence != sentence.index:
        return None
    right = sentence.subtree(token)[-1]
    outer = [a for a in sentence.ancestors(token) if a > right]
    if not outer or right <= page.words[start].token + 1 or sentence.labels[token] == "parataxis":
        return None
    return sentence.ends[right]


def _opening_clause_end(reading: Reading, cue: Cue, start: int) -> int | None:
    """The comma after the content of a clause that opens the sentence ("Aunque dijo que …, …"), or one inside it."""
    page = reading.page
    at = page.words[cue.verb].start
    quotation = page.quotation_at(at)
    unit = page.unit_words(page.unit_at(at))
    first = page.word_from(quotation.inner.start) if quotation is not None else unit.start
    if page.words[first].is_mark:
        first += 1
    half = page.words[first].low in _HALF and (cue.mode == "infinitive" or "que" in page.low[first : cue.first])
    if page.words[first].low not in _SUBORDINATORS and not half:
        return None
    if (holder := _holder(reading, cue, first)) is not None:
        end = _opening_clause_end(reading, holder, holder.last)
        return end if end is not None and end > page.words[start].start else None
    if any(page.words[n].low == "," or page.is_finite(n) for n in range(first, cue.first)):
        return None
    commas = [n for n in range(start + 1, unit.stop - 1) if page.words[n].low == ","]
    for n in commas:
        main = n == commas[0] and page.is_finite(n + 1)
        if main or not unfinished(page, start, n):
            return page.words[n].start
    return page.words[commas[0]].start if commas else None


def _holder(reading: Reading, cue: Cue, first: int) -> Cue | None:
    """The first cue from word `first` whose clause holds this one: "admitió" in "admitió que pensaba que …"."""
    before = (reading.by_verb[n] for n in range(first, cue.first) if n in reading.by_verb)
    return next((c for c in before if reading.page.low[c.last : c.last + 1] == ("que",)), None)


def _closing_bracket(page: Page, cue: Cue, end: int) -> int:
    """The end, or the mark that closes the bracket or quotation around the cue itself."""
    at = page.words[cue.verb].start
    if (q := page.quotation_at(at)) is not None:
        end = min(end, q.inner.end, page.tree(cue.verb)[0].ends[-1])
    unit = page.unit_at(at)
    opening = page.text.rfind("(", unit.start, at)
    if opening >= 0 and page.text.find(")", opening, at) < 0:
        closing = page.text.find(")", at, end)
        end = closing if closing >= 0 else end
    return end


def _interrupts(page: Page, comma: int) -> bool:
    """True at the comma of "la agresión que, según dijo, causó …": the words before it are incomplete."""
    return page.words[comma - 1].low == "que" and page.words[comma - 2].low not in ("y", "e")


def _stops(reading: Reading, cue: Cue, start: int, number: int) -> bool:
    """True if the content ends before that word, by what the writer adds there or by a clause of the writer's own."""
    page, endings = reading.page, reading.reporting.endings
    word = page.words[number]
    if word.low == "por" and cue.passive and cue.entry.kind == "judge":
        return True  # "fue calificado de «histórico» por el ministro": who judged
    if word.low == ";":
        listed = _goes_on(page, number + 1) or _unended(page, start, number)
        return not (listed or _in_present(reading, cue, start, number))
    before = page.words[number - 1]
    if before.low == "," and _interrupts(page, number - 1):
        return False
    related = page.low[number + 2 : number + 3] in (("cual",), ("cuales",))  # "notas, según las cuales …"
    around = before.low == "," and not related and endings.circumstances.stands_at(page.text, word.start)
    if around and _last_segment(reading, cue, start, number):
        return True
    if before.low == "," and endings.meanwhile.stands_at(page.text, word.start):
        return True
    if word.low == "y" and any(
        endings.asked.stands_at(page.text, w.start) for w in page.words[number + 1 : number + 3]
    ):
        return True
    if page.low[number - 1 : number + 2] == (",", "pero", "que") and (
        _holder(reading, cue, page.words_around(number).start) is not None
    ):
        return True  # "admitió que creía que el plan era bueno, pero que …"
    if in_fact(page, cue, start, number) or confirmed(reading, cue, number):
        return True
    return goes_on_after(reading, cue, start, number)


def _goes_on(page: Page, number: int) -> bool:
    """True if what follows a semicolon belongs to the same words: "; que …", "; y que …", a list of infinitives."""
    words = page.words[number : number + 4]
    if not words or words[0].low == "que" or page.feat(number, "VerbForm") == "Inf":
        return True
    connected = words[0].low in ("y", "e", "además", "así") and any(w.low == "que" for w in words)
    return connected and not any(page.is_finite(n) for n in range(number, number + len(words)))


def _unended(page: Page, start: int, number: int) -> bool:
    """True at a semicolon before which a clause still lacks its verb, or after which comes an item of a list in it."""
    stop = page.words_around(number).stop
    end = next((n for n in range(number + 1, stop) if page.low[n] == ";"), stop)
    item = main_verb(page, range(number + 1, end)) is None
    return page.low[start] == "que" and (item or unfinished(page, start, number))


def _in_present(reading: Reading, cue: Cue, start: int, number: int) -> bool:
    """True at ";" in "dijo que A cuidó el puerto; B cuida la plaza": the writer would go on in the past."""
    page, rest = reading.page, range(number + 1, reading.page.words_around(number).stop)
    if page.low[start] != "que" or not is_past(page, cue.verb) or not rest or page.words[rest.start].is_mark:
        return False
    verb = main_verb(page, rest)
    if verb is None or any(n in reading.by_verb and page.is_finite(n) for n in rest):
        return False
    tense, mood = page.feat(verb, "Tense"), page.feat(verb, "Mood")
    return mood == "Cnd" or (mood == "Ind" and tense in ("Pres", "Fut"))


def _last_segment(reading: Reading, cue: Cue, start: int, number: int) -> bool:
    """True if what starts here is an adjunct of the whole: no comma follows, or one where the writer goes on."""
    unit = reading.page.words_around(number)
    comma = next((n for n in range(number, unit.stop) if reading.page.words[n].low == ","), None)
    return comma is None or goes_on_after(reading, cue, start, comma)
