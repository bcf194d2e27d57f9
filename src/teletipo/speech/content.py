"""Content: what a cue reports, found with the tree and with the punctuation, because either alone is often wrong."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from teletipo.spans import Span
from teletipo.speech.cues import Cue
from teletipo.speech.page import Page

_COORDINATORS = frozenset("y e pero aunque mientras además donde sino o".split())
_BETWEEN = frozenset("también además asimismo igualmente luego posteriormente después incluso así hoy ayer que".split())
_NOT_COMPLEMENT = frozenset(
    "lo el la los las al del más menos mejor peor ya para sin desde hasta antes después así tal tan puesto".split()
)
TIMES = frozenset(
    "hoy ayer anoche lunes martes miércoles jueves viernes sábado domingo semana mes año noche tarde mañana día "
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre "
    "madrugada jornada víspera ocasión vez veces".split()
)
_FAR = 12  #: words between a verb and its "que" beyond which a phrase before "que" is taken for its noun
_SUBORDINATORS = frozenset("aunque si cuando mientras como tras al además luego después antes pese".split())
_STOPPERS = (
    "en referencia a", "en alusión a", "en relación con", "al tiempo que", "a la vez que", "luego de", "después de que",
    "en declaraciones", "durante una", "durante la", "durante el", "en una entrevista", "en un comunicado", "tras",
    "al término de", "al comentar", "al referirse", "en respuesta a", "en conferencia de prensa", "en rueda de prensa",
    "en plena", "al ser", "según", "de acuerdo con", "de acuerdo a",
)  # fmt: skip
_ENDS = ("con lo que", "al tiempo que", "a la vez que", "luego de que", "en referencia a", "en alusión a")
_TRIM = " \t,;:.-–—"


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All cues of a page by the word of their verb; what the search for an end looks at."""

    page: Page
    by_verb: Mapping[int, Cue]
    documents: frozenset[str] = frozenset()  #: nouns for texts that speak for whoever issued them


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space, commas and dashes at its ends; an ellipsis or a mark of abbreviation is kept."""
    while start < end and text[start] in _TRIM + "\n":
        start += 1
    while end > start and text[end - 1] in _TRIM + "\n":
        end -= 1
    return Span(start, end)


def unmarked(page: Page, span: Span) -> Span:
    """The inside of the span if it is one whole quotation, else the span."""
    for q in page.quotations:
        if q.outer.start == span.start and q.outer.end == span.end:
            return trimmed(page.text, q.inner.start, q.inner.end)
    return span


def clause_after(reading: Reading, cue: Cue) -> int | None:
    """Number of the word that opens the finite complement of the cue ("que"), or None.

    Adverbs, dates, addressees, insertions and an inverted subject may stand between; a noun directly before "que"
    makes it a relative pronoun unless the noun is the addressee or the subject.
    """
    page = reading.page
    unit = page.unit_words(page.unit_at(page.words[cue.verb].start))
    n, commas, bare = cue.last, 0, False
    while n < min(unit.stop, cue.last + 40):
        word = page.words[n]
        if word.low == "que" and _opens(page, cue, n, commas, bare=bare):
            return n
        if word.low in ("quien", "quienes") or (word.low in (";", ":", "donde") and not commas % 2):
            return None
        if commas % 2 == 0 and page.feat(n, "VerbForm") == "Inf" and page.words[n].upos in ("VERB", "AUX"):
            return None
        if word.low == "(":
            n = _past_bracket(page, n, unit.stop)
            continue
        if commas % 2 == 0 and (page.is_finite(n) or (word.is_mark and not _before_que(page, n))):
            return None
        commas += word.low == ","
        bare = bare or (commas % 2 == 0 and word.upos in ("NOUN", "PROPN") and not _in_phrase(page, cue.last, n))
        n += 1
    return None


def _past_bracket(page: Page, number: int, stop: int) -> int:
    n = number
    while n < stop and page.words[n].low != ")":
        n += 1
    return n + 1


def _before_que(page: Page, number: int) -> bool:
    return number + 1 < len(page.words) and page.words[number + 1].low == "que"


def _in_phrase(page: Page, first: int, number: int) -> bool:
    """True if the noun at `number` is a date or stands in a prepositional phrase that starts at or after `first`."""
    if page.words[number].low in TIMES:
        return True
    for n in range(number - 1, first - 1, -1):
        word = page.words[n]
        if word.upos == "ADP" or word.low in ("a", "al", "en", "del", "de"):
            return True
        if word.upos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
            return False
    return False


def _opens(page: Page, cue: Cue, number: int, commas: int, *, bare: bool) -> bool:
    """True if "que" at `number` opens the complement rather than a relative clause or a comparison."""
    before = page.words[number - 1]
    if number == cue.last:
        return cue.takes("que", "free")
    if (cue.mode == "infinitive" and number - cue.last > 4) or cue.passive or page.is_finite(number - 1):
        return False
    if (cue.impersonal and before.upos != "ADV") or {"más", "menos"} & {
        page.words[n].low for n in range(cue.last, number)
    }:
        return False
    if before.low in ("en", "de", "a", "con", "para"):
        return cue.takes(before.low)
    if not cue.takes("que", "free") or before.low in _NOT_COMPLEMENT:
        return False
    if before.low == ",":
        adverbial = all(page.words[n].upos in ("ADV", "ADP", "SCONJ", "PUNCT") for n in range(cue.last, number))
        return (commas % 2 == 0 or adverbial) and cue.takes("que") and not bare
    if before.is_mark:
        return True
    if before.upos in ("ADV", "VERB", "AUX") or before.low in TIMES or before.low == ")":
        return True
    if bare:
        spoken = cue.entry.kind == "say" and not cue.takes("noun") and not _has_subject(page, cue)
        return spoken or _tree_complement(page, cue, number)
    return before.upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") and (
        page.words[number].upos == "SCONJ" or _only_adjuncts(page, cue, number)
    )


def _only_adjuncts(page: Page, cue: Cue, number: int) -> bool:
    """True if just phrases that the verb does not govern stand between it and "que": it still lacks its object."""
    if not _addressable(cue) or number - cue.last > _FAR:
        return False
    governed = {f for f in cue.entry.takes if len(f) <= 5} & {"a", "de", "en", "sobre", "como", "para"}
    found = {page.words[n].low for n in range(cue.last, number)}
    return not governed & found and "al" not in {p + "l" for p in governed & {"a"}} & found


def _addressable(cue: Cue) -> bool:
    return cue.entry.kind in ("say", "ask", "request", "accuse") and not (cue.mode == "gerund" and cue.takes("noun"))


def _has_subject(page: Page, cue: Cue) -> bool:
    sentence, token = page.tree(cue.verb)
    return any(k < token for k in sentence.kids(token, "nsubj"))


def _tree_complement(page: Page, cue: Cue, number: int) -> bool:
    """True if the tree makes the clause of that "que" the complement of the cue."""
    sentence, token = page.tree(cue.verb)
    if page.words[number].sentence != sentence.index:
        return False
    clause = sentence.heads[page.words[number].token]
    return sentence.labels[page.words[number].token] == "mark" and clause >= 0 and sentence.heads[clause] == token


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
    return end


def _new_clause(page: Page, number: int) -> bool:
    """True where a noun phrase is left for a coordinated verb, a gerund after a comma or a concession."""
    if number + 1 >= len(page.words):
        return False
    low, after = page.words[number].low, page.words[number + 1]
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
    return page.is_finite(n)


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
    if page.words[first].low not in _SUBORDINATORS or any(page.words[n].low == "," for n in range(first, cue.first)):
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


def _stops(reading: Reading, cue: Cue, start: int, number: int) -> bool:
    page = reading.page
    word = page.words[number]
    if word.low == ";":
        return "que" not in {page.words[n].low for n in range(number + 1, min(number + 4, len(page.words)))}
    before = page.words[number - 1]
    if before.low == "," and page.text.lower().startswith(_STOPPERS, word.start) and _last_segment(page, number):
        return True
    if before.low == "," and page.text.lower().startswith(_ENDS, word.start):
        return True
    if _after_quotation(page, cue, number):
        return True
    if word.low == "," or word.low in _COORDINATORS:
        other = _cue_soon(reading, number + 1)
        return other is not None and other.verb != cue.verb and _main(reading, cue, other, number)
    return False


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
            return found if found.mode == "finite" else None
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
    return "que" not in between or bool(between & {"tiempo", "vez"})


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
