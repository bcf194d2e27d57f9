"""Content: what a cue reports, found with the tree and with the punctuation, because either alone is often wrong."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from teletipo.spans import Span
from teletipo.speech.cues import PAST, Cue
from teletipo.speech.page import Page

_COORDINATORS = frozenset("y e pero aunque mientras además donde sino o".split())
_BETWEEN = frozenset("también además asimismo igualmente luego posteriormente después incluso así hoy ayer que".split())
TIMES = frozenset(
    "hoy ayer anoche lunes martes miércoles jueves viernes sábado domingo semana mes año noche tarde mañana día "
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre "
    "madrugada jornada víspera ocasión vez veces".split()
)
_SUBORDINATORS = frozenset("aunque si cuando mientras como tras al además luego después antes pese".split())
_STOPPERS = (
    "en referencia a", "en alusión a", "en relación con", "al tiempo que", "a la vez que", "luego de", "después de que",
    "en declaraciones", "durante una", "durante la", "durante el", "en una entrevista", "en un comunicado", "tras",
    "al término de", "al comentar", "al referirse", "en respuesta a", "en conferencia de prensa", "en rueda de prensa",
    "en plena", "al ser", "según", "de acuerdo con", "de acuerdo a",
)  # fmt: skip
_ENDS = ("al tiempo que", "a la vez que", "luego de que", "en referencia a", "en alusión a")
#: After a noun or infinitive that is said, these tell when or why it was said ("anunció el cierre tras la reunión").
_OCCASIONS = (
    "tras ", "después de ", "luego de ", "en protesta por", "en respuesta a", "en reacción a", "a raíz de ",
)  # fmt: skip
_COMMENTS = ("por lo que ", "lo que ", "lo cual ", "situación que ", "cuando ")
_PAST_SUBJUNCTIVE = ("ara", "aran", "iera", "ieran", "ase", "asen", "iese", "iesen")
_SOON = 12  #: words from a conjunction within which its verb stands
_GROUP = 4  #: words from a comma to the verb that goes on with the subject before it ("se le había pedido")
DASHES = frozenset("-–—―")
_LONGEST = max(map(len, (*_STOPPERS, *_ENDS, *_OCCASIONS, *_COMMENTS)))
_TRIM = " \t,;:.-–—"


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All cues of a page by the word of their verb; what the search for an end looks at."""

    page: Page
    by_verb: Mapping[int, Cue]
    documents: frozenset[str] = frozenset()  #: nouns for texts that speak for whoever issued them
    stances: frozenset[str] = frozenset()  #: nouns by which the words are an act and no report
    feelings: frozenset[str] = frozenset()  #: nouns for thoughts that a verb of showing voices


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """The content found for a cue and where its speaker is to be sought."""

    content: tuple[Span, ...]
    frame: str
    loose: bool = False  #: a noun stands between verb and "que", which may as well be a relative
    postposed: bool = False  #: the cue follows or interrupts what is said; the speaker comes after it


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space, commas and dashes at its ends; an ellipsis or a mark of abbreviation is kept."""
    while start < end and text[start] in _TRIM + "\n":
        start += 1
    while end > start and text[end - 1] in _TRIM + "\n":
        end -= 1
    return Span(start, end)


def unmarked(page: Page, span: Span) -> Span:
    """The inside of the span if it is one whole quotation, else the span."""
    for q in page.quotations_from(Span(span.start, span.start + 1)):
        if q.outer.start == span.start and q.outer.end == span.end:
            return trimmed(page.text, q.inner.start, q.inner.end)
    return span


def clause_end(reading: Reading, cue: Cue, start: int, *, nominal: bool = False) -> int:
    """Offset at which the content that starts at word `start` ends, sentence-final punctuation left out.

    A `nominal` content (no clause of its own) ends before the next main verb, too.
    """
    page = reading.page
    unit = page.unit_at(page.words[cue.verb].start)
    words = page.unit_words(unit)
    end = _closing_bracket(page, cue, unit.end)
    if (edge := _subordinate_edge(page, cue, start)) is not None:
        end = min(end, edge)
    if (comma := _opening_clause_end(page, cue, start)) is not None:
        end = min(end, comma)
    stop = _tree_stop(page, cue, start)
    if stop is not None and stop in words:
        end = min(end, page.words[stop].start)
    for n in range(start + 1, words.stop):
        if page.words[n].start >= end:
            break
        if _inside(page, start, n):
            continue
        if _stops(reading, cue, start, n) or (nominal and _new_clause(page, n)):
            end = page.words[n].start
            break
    return _balanced(page, page.words[start].start, end)


def _balanced(page: Page, start: int, end: int) -> int:
    """The end, moved past the mark that closes a quotation opened inside."""
    for q in page.quotations_between(start, end):
        if q.closed and start <= q.outer.start < end and q.inner.end <= end < q.outer.end:
            return q.outer.end
    return end


def _new_clause(page: Page, number: int) -> bool:
    """True where a noun phrase is left for a coordinated verb, a gerund after a comma or a concession."""
    if number + 1 >= len(page.words):
        return False
    low, after = page.words[number].low, page.words[number + 1]
    if _text_after(page, page.words[number].start).startswith(_OCCASIONS):
        return True
    if low == "," and _text_after(page, after.start).startswith(_COMMENTS):
        return True
    if low == ",":
        return page.feat(number + 1, "VerbForm") == "Ger" or after.low in (
            "aunque",
            "pero",
            "luego",
            "tras",
            "mientras",
        )
    if low not in ("y", "e", "pero"):
        return False
    n = number + 1
    while n < len(page.words) - 1 and (page.words[n].upos == "ADV" or page.words[n].low in ("se", "le", "les", "lo")):
        n += 1
    return page.is_finite(n) and page.feat(n, "Mood") != "Sub"


def _subordinate_edge(page: Page, cue: Cue, start: int) -> int | None:
    """Where the clause of the cue ends if the clause it depends on goes on after it (relative, adverbial, subject)."""
    sentence, token = page.tree(cue.verb)
    if page.words[start].sentence != sentence.index:
        return None
    right = sentence.subtree(token)[-1]
    outer = [a for a in sentence.ancestors(token) if a > right]
    if not outer or right <= page.words[start].token + 1:
        return None
    return sentence.ends[right]


def _inside(page: Page, start: int, number: int) -> bool:
    """True if the word lies in a quotation that opens at or after `start`."""
    q = page.quotation_at(page.words[number].start)
    return q is not None and q.outer.start >= page.words[start - 1 if start else 0].start


def _opening_clause_end(page: Page, cue: Cue, start: int) -> int | None:
    """The first comma after the content of a clause that opens the sentence ("Aunque dijo que …, …")."""
    at = page.words[cue.verb].start
    quotation = page.quotation_at(at)
    unit = page.unit_words(page.unit_at(at))
    first = page.word_from(quotation.inner.start) if quotation is not None else unit.start
    if page.words[first].is_mark:
        first += 1
    if page.words[first].low not in _SUBORDINATORS:
        return None
    if any(page.words[n].low == "," or page.is_finite(n) for n in range(first, cue.first)):
        return None
    return next((page.words[n].start for n in range(start + 1, unit.stop) if page.words[n].low == ","), None)


def _closing_bracket(page: Page, cue: Cue, end: int) -> int:
    """The end, or the mark that closes the bracket or quotation in which the cue itself stands."""
    at = page.words[cue.verb].start
    q = page.quotation_at(at)
    if q is not None and q.inner.end < end:
        end = q.inner.end
    unit = page.unit_at(at)
    opening = page.text.rfind("(", unit.start, at)
    if opening >= 0 and page.text.find(")", opening, at) < 0:
        closing = page.text.find(")", at, end)
        end = closing if closing >= 0 else end
    return end


def _after_quotation(page: Page, cue: Cue, number: int) -> bool:
    """True at the comma of "dijo que «…», y ofreció …": a verb in the cue's tense goes on after the words quoted."""
    if not page.words[number - 1].is_mark or page.words[number].low != "," or number + 2 >= len(page.words):
        return False
    verb = number + 2
    while verb + 1 < len(page.words) and page.words[verb].upos == "ADV":
        verb += 1
    return (
        page.words[number + 1].low in ("y", "e")
        and page.is_finite(verb)
        and page.feat(cue.verb, "Tense") == page.feat(verb, "Tense") == "Past"
    )


def _narrated(page: Page, cue: Cue, number: int) -> bool:
    """True at the comma of "sospecha que …, y emitió …": the writer goes on in the past after a cue in the present."""
    verb = number + 2
    if page.words[number].low != "," or verb >= len(page.words) or page.words[number + 1].low not in ("y", "e"):
        return False
    return page.words[verb].low.endswith(PAST) and page.is_finite(verb) and _present(page, cue.verb)


def _occasion(page: Page, cue: Cue, number: int) -> bool:
    """True at "después de que el juez archivara …" after a request: what is past is when it was made."""
    if cue.entry.kind != "request" or page.words[number].low not in ("después", "luego"):
        return False
    after = page.words[number + 1 : number + _SOON]
    clause = [w.low for w in after[:2]] == ["de", "que"]
    return clause and any(w.upos in ("VERB", "AUX") and w.low.endswith(_PAST_SUBJUNCTIVE) for w in after)


def _text_after(page: Page, offset: int) -> str:
    """As much of the text from `offset` as the longest stopper takes, in lower case."""
    return page.text[offset : offset + _LONGEST].lower()


def subordinate(page: Page, number: int, first: int) -> bool:
    """True if the verb is introduced by a relative or conjunction within its stretch between commas."""
    used = False
    for n in range(number - 1, first - 1, -1):
        low = page.words[n].low
        if low in ("que", "quien", "quienes", "cuyo", "cuya", "cuando", "donde", "tras", "como", "mientras", "si"):
            if not used:
                return True
            used = False
        used = used or (page.is_finite(n) and page.words[n + 1].upos not in ("VERB", "AUX"))
        if low == ",":
            return False
    return False


def _stops(reading: Reading, cue: Cue, start: int, number: int) -> bool:
    page = reading.page
    word = page.words[number]
    if word.low == ";":
        return not _goes_on(page, number + 1)
    before = page.words[number - 1]
    if before.low == "," and _text_after(page, word.start).startswith(_STOPPERS) and _last_segment(page, number):
        return not _by_which(page, number)
    if before.low == "," and _text_after(page, word.start).startswith(_ENDS):
        return not _resumed(page, number)
    if _after_quotation(page, cue, number) or _narrated(page, cue, number) or _occasion(page, cue, number):
        return True
    if word.low == "," or word.low in _COORDINATORS:
        other = _cue_soon(reading, number + 1)
        if other is None or other.verb == cue.verb or not _main(reading, cue, other, number):
            return False
        return word.low != "," or other.verb - number > _GROUP or not _unfinished(page, start, number)
    return False


def _by_which(page: Page, number: int) -> bool:
    """True for ", según los cuales …": a relative clause of what is said."""
    return any(w.low in ("cual", "cuales") for w in page.words[number + 1 : number + 5])


def _resumed(page: Page, number: int) -> bool:
    """True if the insertion that starts at `number` ends at a comma after which the clause goes on with its verb."""
    unit = page.unit_words(page.unit_at(page.words[number].start))
    comma = next((n for n in range(number, unit.stop - 1) if page.words[n].low == ","), None)
    if comma is None:
        return False
    verb = comma + 1
    while verb + 1 < unit.stop and page.words[verb].low in ("no", "se", "le", "les", "lo", "la", "ya"):
        verb += 1
    return page.is_finite(verb)


def _goes_on(page: Page, number: int) -> bool:
    """True if what follows a semicolon belongs to the same words: "; que …", "; y que …", a list of infinitives."""
    words = page.words[number : number + 4]
    if not words or words[0].low == "que" or page.feat(number, "VerbForm") == "Inf":
        return True
    connected = words[0].low in ("y", "e", "además", "así") and any(w.low == "que" for w in words)
    return connected and not any(page.is_finite(n) for n in range(number, number + len(words)))


def _last_segment(page: Page, number: int) -> bool:
    """True if no comma follows in the sentence: what starts here is an adjunct of the whole."""
    unit = page.unit_words(page.unit_at(page.words[number].start))
    return not any(page.words[n].low == "," for n in range(number, unit.stop))


def _cue_soon(reading: Reading, number: int) -> Cue | None:
    """The finite cue that starts within a few words of connectors from `number`, or None."""
    page = reading.page
    for n in range(number, min(number + 7, len(page.words))):
        if n in reading.by_verb:
            found = reading.by_verb[n]
            return found if found.mode == "finite" and page.feat(n, "Mood") != "Sub" else None
        word = page.words[n]
        if not (
            word.low in _COORDINATORS | _BETWEEN
            or word.upos in ("ADV", "AUX")
            or word.low
            in (",", "se", "le", "les", "lo", "al", "por", "su", "parte", "en", "ese", "este", "sentido", "quien", "a")
        ):
            return None
        if word.low == "que" and page.words[n - 1].low in ("y", "e"):
            return None
    return None


def _main(reading: Reading, cue: Cue, other: Cue, number: int) -> bool:
    """True if the other cue goes on from this one, so that the content ends before it."""
    page = reading.page
    between = {page.words[n].low for n in range(number + 1, other.first)}
    joined = page.words[number].low in _COORDINATORS or between & _COORDINATORS
    if not joined and page.feat(other.verb, "Tense") != page.feat(cue.verb, "Tense"):
        return False
    if joined and _told(page, cue.verb) and _present(page, other.verb):
        return False
    return "que" not in between or bool(between & {"tiempo", "vez"})


def _told(page: Page, number: int) -> bool:
    """True for a verb in the simple past, in which the writer tells what was said."""
    return page.words[number].low.endswith(PAST) or page.feat(number, "Tense") == "Past"


def _present(page: Page, number: int) -> bool:
    """True for the present and the perfect: after "dijo que …, y ha prohibido" the speaker goes on."""
    if page.feat(number, "VerbForm") == "Part":
        return page.words[number - 1].low in ("ha", "han")
    return page.feat(number, "Tense") == "Pres" and not page.words[number].low.endswith(PAST)


def _unfinished(page: Page, start: int, comma: int) -> bool:
    """True if what was said has no verb yet before the comma ("dijo que su colega, Ana Ruiz, pidió …")."""
    inside = range(start + 1, comma)
    return page.words[start].low == "que" and not any(
        page.is_finite(n) and not subordinate(page, n, start + 1) for n in inside
    )


def _tree_stop(page: Page, cue: Cue, start: int) -> int | None:
    """First word after the content of a clause that the tree coordinates with the cue."""
    sentence, token = page.tree(cue.verb)
    if page.words[start].sentence != sentence.index:
        return None
    for child in sentence.kids(token, "conj"):
        if child <= page.words[start].token or sentence.upos[child] not in ("VERB", "AUX"):
            continue
        if sentence.feat(child, "VerbForm") != "Fin" or not _same_tense(page, cue, sentence.index, child):
            continue
        edge = sentence.subtree(child)[0]
        opening = [sentence.forms[k].lower() for k in sentence.kids(child, "cc", "mark", "nsubj") if k < child]
        if (
            "que" not in opening
            and edge > page.words[start].token
            and sentence.forms[edge].lower() in ("y", "e", "pero", ",")
        ):
            return page.number(sentence.index, edge)
    return None


def _same_tense(page: Page, cue: Cue, sentence: int, token: int) -> bool:
    other = page.number(sentence, token)
    return page.feat(cue.verb, "Tense") == page.feat(other, "Tense") or page.feat(cue.verb, "Tense") is None


def next_statement(reading: Reading, start: int, end: int) -> int:
    """Offset of the connector before the next cue that opens a statement of its own after word `start`, or `end`."""
    page = reading.page
    for n in range(start + 1, len(page.words)):
        word = page.words[n]
        if word.start >= end:
            return end
        if (word.low == "," or word.low in _COORDINATORS) and not _inside(page, start, n):
            other = _cue_soon(reading, n + 1)
            if other is not None and other.first > n:
                return word.start
    return end
