"""Coordination: where the writer goes on after reported words with a verb of the same level."""

from __future__ import annotations

from teletipo.speech.cues import Cue
from teletipo.speech.finding import Reading
from teletipo.speech.narrating import narrated, on_saying
from teletipo.speech.page import Page
from teletipo.speech.subordination import main_verb, unfinished
from teletipo.speech.tenses import goes_on, is_past

_COORDINATORS = frozenset("y e pero aunque pues mientras además donde sino o".split())
_CONTRASTS = frozenset("pero aunque mientras".split())  #: words after which another may speak
_NO_SUBJECT = frozenset(", ; : ( que quien quienes cuando si como según".split())  #: words that no plain subject holds
_SO = ("por", "lo", "que")  #: by which a writer tells what somebody said next
_BETWEEN = frozenset("también además asimismo igualmente luego posteriormente después incluso así hoy ayer que".split())
#: what else may stand between a connector and the verb that goes on ("y, en ese sentido, le pidió")
_LINKING = frozenset(", se le les lo la los las al por su parte en ese este sentido quien a".split())
_SOON = 12  #: words from a verb within which its "que" stands
_GROUP = 4  #: words from a comma to the verb that goes on with the subject before it ("se le había pedido")


def goes_on_after(reading: Reading, cue: Cue, start: int, number: int) -> bool:
    """True if the writer goes on at word `number` with a verb on the cue's level, so that the content ends."""
    page = reading.page
    word = page.words[number]
    if number == start + 1 and page.words[start].low == "que":
        return False  # "recordó que, aunque reconoció …, hay plazo"
    if _after_quotation(page, cue, number) or on_saying(reading, number) or narrated(reading, cue, start, number):
        return True
    if _meanwhile(reading, cue, number + 1 if word.low == "," else number):
        return True
    gerund = reading.by_verb.get(number + 1)
    if gerund is not None and cue.mode == "finite" and adds(reading, gerund):
        return True
    if word.low == "," or word.low in _COORDINATORS:
        other = _cue_soon(reading, number + 1)
        if other is None or not _main(reading, cue, other, start, number):
            return False
        return word.low != "," or other.verb - number > _GROUP or not unfinished(page, start, number)
    return False


def _meanwhile(reading: Reading, cue: Cue, number: int) -> bool:
    """True at "pero" in "dijo que A, pero Ruiz sugirió que B", where the writer reports somebody else."""
    page = reading.page
    if _CONTRASTS.isdisjoint(page.low[number : number + 1]):
        return False
    verb = next((n for n in range(number + 1, page.words_around(number).stop) if page.is_finite(n)), number)
    other = reading.by_verb.get(verb)
    if other is None:
        return False
    past = is_past(page, cue.verb) and is_past(page, verb)
    if page.low[number] == "mientras":
        return past
    present = page.feat(cue.verb, "Tense") == page.feat(verb, "Tense") == "Pres"
    plain = _NO_SUBJECT.isdisjoint(page.low[number + 1 : verb]) and other.entry.kind != "think"
    return (past or present) and plain and _reported(page, other)


def _reported(page: Page, cue: Cue) -> bool:
    """True if a clause or quotation comes soon after the cue."""
    return any(word.low == "que" or word.is_mark for word in page.words[cue.last : cue.last + _SOON])


def adds(reading: Reading, cue: Cue) -> bool:
    """True for ", destacando que …" after words reported: a gerund by which their speaker goes on."""
    page = reading.page
    if (
        cue.mode != "gerund"
        or page.words[cue.verb].low not in page.lists.adding
        or page.words[cue.first - 1].low != ","
    ):
        return False
    unit = page.words_around(cue.verb)
    before = [reading.by_verb[n] for n in range(unit.start, cue.first) if n in reading.by_verb]
    told = any(c.mode == "finite" and c.takes("que") and "que" in page.low[c.last : cue.first] for c in before)
    return told and page.low[cue.last : cue.last + 1] == ("que",)


def _cue_soon(reading: Reading, number: int) -> Cue | None:
    """The finite cue that starts within a few words of connectors from `number`, or None."""
    page = reading.page
    for n in range(number, min(number + 7, len(page.words))):
        if n in reading.by_verb:
            found = reading.by_verb[n]
            said = page.words[n].ends_as_past or _reports(page, found)
            opens = found.mode == "finite" and page.feat(n, "Mood") != "Sub" and said
            return found if opens else None
        word = page.words[n]
        if page.low[n : n + 2] == ("si", "bien"):
            continue
        if not (word.low in _COORDINATORS | _BETWEEN | _LINKING or word.upos in ("ADV", "AUX")):
            return None
        if word.low == "que" and page.words[n - 1].low in ("y", "e"):
            return None
    return None


def _reports(page: Page, cue: Cue) -> bool:
    """False for a verb that reports by "que" alone, without one ("disponen de tres barcos")."""
    return cue.entry.takes != ("que",) or _reported(page, cue)


def _main(reading: Reading, cue: Cue, other: Cue, start: int, number: int) -> bool:
    """True if the other cue goes on from this one, so that the content ends before it."""
    page = reading.page
    if page.low[number + 1 : other.first] == _SO:
        return is_past(page, other.verb)
    if page.low[start] == "que" and _others(page, cue, other):
        return False
    between = {page.words[n].low for n in range(number + 1, other.first)}
    joined = page.words[number].low in _COORDINATORS or between & _COORDINATORS
    if not joined and page.feat(other.verb, "Tense") != page.feat(cue.verb, "Tense"):
        return False
    if joined and not goes_on(page, cue.verb, other.verb):
        return False
    return "que" not in between


def _others(page: Page, cue: Cue, other: Cue) -> bool:
    """True for "recordó que los jueces abrieron la sala y ordenaron el cierre": the verbs differ in number."""
    sentence, token = page.tree(other.verb)
    numbers = {page.feat(_finite(page, c), "Number") for c in (cue, other)}
    return numbers == {"Sing", "Plur"} and not sentence.kids(token, "nsubj")


def _finite(page: Page, cue: Cue) -> int:
    """The word of a cue that has person and tense."""
    return next((n for n in range(cue.first, cue.verb + 1) if page.is_finite(n)), cue.verb)


def tree_stop(page: Page, cue: Cue, start: int) -> int | None:
    """First word after the content of a clause that the tree coordinates with the cue."""
    sentence, token = page.tree(cue.verb)
    if page.words[start].sentence != sentence.index:
        return None
    for child in sentence.kids(token, "conj"):
        if child <= page.words[start].token or sentence.upos[child] not in ("VERB", "AUX"):
            continue
        agrees = _same_tense(page, cue, sentence.index, child) and _same_number(page, cue, sentence.index, child)
        if sentence.feat(child, "VerbForm") != "Fin" or not agrees:
            continue
        edge = sentence.subtree(child)[0]
        if edge == child - 1 and edge and page.is_finite(page.number(sentence.index, edge - 1)):
            continue  # "señaló que, pese a que todos vieron y aplaudieron la obra, …"
        opening = [sentence.low[k] for k in sentence.kids(child, "cc", "mark", "nsubj") if k < child]
        if "que" not in opening and edge > page.words[start].token and sentence.low[edge] in ("y", "e", "pero", ","):
            return page.number(sentence.index, edge)
    return None


def _same_tense(page: Page, cue: Cue, sentence: int, token: int) -> bool:
    other = page.number(sentence, token)
    return page.feat(cue.verb, "Tense") == page.feat(other, "Tense") or page.feat(cue.verb, "Tense") is None


def _same_number(page: Page, cue: Cue, sentence: int, token: int) -> bool:
    """False for "dijo que firmó y lo soltaron": without a subject of its own the verb is not the speaker's."""
    number, other = page.feat(cue.verb, "Number"), page.feat(page.number(sentence, token), "Number")
    return number == other or None in (number, other) or bool(page.sentences[sentence].kids(token, "nsubj"))


def next_statement(reading: Reading, start: int, end: int, *, begun: bool = True) -> int:
    """Offset of the connector before the next cue that opens a statement of its own after word `start`, or `end`.

    Unless the clause is `begun` before, there is none before its verb.
    """
    page = reading.page
    for n in range(start + 1, len(page.words)):
        word = page.words[n]
        if word.start >= end:
            return end
        if (word.low == "," or word.low in _COORDINATORS) and not page.is_quoted(n, start):
            other = _cue_soon(reading, n + 1)
            if other is None or not _says_more(page, other, n):
                continue
            if begun or main_verb(page, range(start, n)) is not None:
                return word.start
    return end


def _says_more(page: Page, other: Cue, number: int) -> bool:
    """False for what a source goes on with: "según el parte, no precisa drenaje y ha hablado con su familia"."""
    if is_past(page, other.verb) or _reported(page, other):
        return True
    return page.low[number] == "," and not other.negated


def _after_quotation(page: Page, cue: Cue, number: int) -> bool:
    """True at the comma of "dijo que «…», y ofreció …": a verb in the cue's tense goes on after the words quoted."""
    if not page.words[number - 1].is_mark or page.words[number].low != "," or number + 2 >= len(page.words):
        return False
    verb = number + 2
    while verb + 1 < len(page.words) and page.words[verb].upos == "ADV":
        verb += 1
    return (
        page.words[number + 1].low in ("y", "e", "pero")
        and page.is_finite(verb)
        and page.feat(cue.verb, "Tense") == page.feat(verb, "Tense") == "Past"
    )
