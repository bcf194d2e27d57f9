"""Clauses: the "que" that opens what a cue reports, as opposed to that of relative clauses and comparisons."""

from __future__ import annotations

from teletipo.speech.clefts import cleft
from teletipo.speech.cues import Cue
from teletipo.speech.finding import Reading
from teletipo.speech.insertions import before_que, is_adverbial, past_aside
from teletipo.speech.page import Page
from teletipo.speech.relatives import asked_after, compared, is_relative
from teletipo.speech.subordination import subordinate
from teletipo.tags import NOMINAL

_FARTHEST = 40  #: words after a cue within which its "que" is looked for
_FAR = 12  #: words between a verb and its "que" beyond which a phrase before "que" is taken for its noun
_NEAR = 4  #: words between an infinitive that is no request and its "que"
_NOT_COMPLEMENT = frozenset(
    "lo el la los las al del más menos mejor peor ya para sin desde hasta antes después luego así tal tan puesto mismo "
    "misma igual siempre dado visto salvo excepto sino mientras aun".split()
)
_TOLD = frozenset("say ask request accuse deny reject".split())  #: kinds of verbs that may name who is told
#: words with which "de que" or "a que" opens a phrase of its own ("hablaron tras noticias acerca de que …")
_ADVERBIAL = frozenset("acerca antes después luego pesar pese fin cerca lejos debido".split())
_ABOUT = frozenset("contra sobre debido hacia".split())
_SUBJECT = frozenset({"DET", "NOUN", "ADJ", "PROPN"})


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
        opens = word.low == "que" and not is_relative(page, cue, n)
        if opens and (_opens(page, cue, n, insertion, bare=bare) or (bare and _opening(reading, cue, n))):
            return n
        if (after := past_aside(reading, cue, n, unit.stop)) is not None:
            n = after
            continue
        if _ends(page, n, unit.stop, insertion):
            return None
        if word.low == ",":
            insertion = n if insertion is None else None
        named = word.upos in ("NOUN", "PROPN") and insertion is None
        bare = bare or (named and not _in_phrase(page, cue.last, n))
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
        page.words[n].upos in ("NOUN", "PROPN") and not _in_phrase(page, cue.last, n) for n in range(cue.last, start)
    )


def _in_phrase(page: Page, first: int, number: int) -> bool:
    """True if the noun at `number` is a date or in a prepositional phrase that starts at or after `first`."""
    if page.words[number].low in page.lists.times:
        return True
    joined = False  # of a list only addressees are passed over ("exigió a socios y vecinos que …")
    for n in range(number - 1, first - 1, -1):
        word = page.words[n]
        if word.upos == "ADP":
            return not joined or word.low in ("a", "al")
        begun = word.upos == "DET" and page.words[n - 1].upos in NOMINAL  # "propuso a Perú un pacto que …"
        begun = begun and page.low[n - 1] not in page.lists.publishing  # "dijo al diario El Sol que …"
        if begun or word.upos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ"):
            return False
        joined = joined or word.upos == "CCONJ"
    return False


def _opens(page: Page, cue: Cue, number: int, insertion: int | None, *, bare: bool) -> bool:
    """True if "que" at `number` opens the complement rather than a relative clause or a comparison."""
    before = page.words[number - 1]
    if number == cue.last:
        return cue.takes("que", "free")
    if _has_no_clause(page, cue, number) or compared(page, cue.verb + 1, number):
        return False
    if before.low in ("mismo", "misma") and page.words[number - 2].low in page.lists.times:
        return cue.takes("que", "free")
    if before.low in ("en", "de", "a", "con", "para", "por"):
        return cue.takes(before.low) and page.words[number - 2].low not in _ADVERBIAL
    if before.low in ("después", "antes") and number - 1 in (cue.last, cue.last + 1):  # "dijo horas antes que"
        return cue.takes("que")
    again = page.low[number - 2 : number] == ("vez", "más")
    if not cue.takes("que") or (before.low in _NOT_COMPLEMENT and not again):
        return False
    if before.low == ",":
        told = cue.entry.kind == "say" and _is_told(page, number, page.words_around(cue.verb).stop)
        return not bare and (insertion is None or told or is_adverbial(page, cue.last, number))
    if before.is_mark:
        return True
    if before.upos in ("ADV", "VERB", "AUX") or before.low in page.lists.times or (before.low == ")" and not bare):
        return True
    if bare:
        return _opens_bare(page, cue, number)
    return before.upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") and (
        page.words[number].upos == "SCONJ" or _only_adjuncts(page, cue, number)
    )


def _is_told(page: Page, number: int, stop: int) -> bool:
    """True for "dijo a los obreros, que la obra …", not for "dijo a los obreros, que el patrón echó, que …"."""
    again = any(page.low[n : n + 2] == (",", "que") for n in range(number + 1, stop))
    if again or number + 1 >= stop or page.words[number + 1].upos != "DET":
        return False
    sentence, que = page.tree(number)
    verb = sentence.heads[que]
    lacks_nothing = verb >= 0 and any(t != que for t in sentence.kids(verb, "cop", "aux:pass", "obj", "xcomp"))
    return sentence.upos[que] == "SCONJ" or lacks_nothing


def _has_no_clause(page: Page, cue: Cue, number: int) -> bool:
    """True if a cue of that form and with those clitics has no clause as far on as word `number`."""
    before = page.words[number - 1]
    governed = number - 1 == cue.last and cue.takes(before.low)  # "se informó de que"
    if cue.passive or page.is_finite(number - 1) or (cue.impersonal and before.upos != "ADV" and not governed):
        return True
    told = any(page.words[n].low in ("lo", "la", "los", "las") for n in range(cue.first, cue.verb))  # "lo dijo"
    return told or (cue.mode == "infinitive" and cue.entry.kind != "request" and number - cue.last > _NEAR)


def _opens_bare(page: Page, cue: Cue, number: int) -> bool:
    """The same after a noun phrase without a preposition, which may be the verb's object."""
    if cue.mode != "finite":
        return False
    if page.words[number - 1].upos == "CCONJ":
        return cue.entry.kind == "request"
    spoken = cue.entry.kind == "say" and not cue.takes("noun", "object") and not _has_subject(page, cue)
    if spoken and _disagrees(page, cue, number):
        return False  # "plantea reformas que …"
    return spoken or _tree_complement(page, cue, number)


def _disagrees(page: Page, cue: Cue, number: int) -> bool:
    """True if the noun between the verb and "que" is no subject, as one is in the singular and one in the plural."""
    noun = next((n for n in range(cue.last, number) if page.words[n].upos == "NOUN"), None)
    if noun is None or "y" in page.low[cue.last : number]:
        return False
    verb = cue.verb if page.feat(cue.verb, "VerbForm") == "Fin" else cue.first
    return {page.feat(noun, "Number"), page.feat(verb, "Number")} == {"Sing", "Plur"}


def _only_adjuncts(page: Page, cue: Cue, number: int) -> bool:
    """True if only phrases that the verb does not govern come before "que", so that it still lacks an object."""
    if not _addressable(cue) or number - cue.last > _FAR:
        return False
    governed = {f for f in cue.entry.takes if len(f) <= 5} & {"a", "de", "en", "sobre", "como", "para"}
    found = {page.words[n].low for n in range(cue.last, number) if not _of_noun(page, cue, n)}
    if found & _ABOUT or ("por" in found and found & {"los", "las"}):  # "advirtió contra el peligro que corren"
        return False
    return not governed & found and "al" not in {p + "l" for p in governed & {"a"}} & found


def _of_noun(page: Page, cue: Cue, number: int) -> bool:
    """True for the "de" inside a noun phrase ("informó a la Comisión de Aguas que")."""
    nominal = number > cue.last and page.words[number - 1].upos in NOMINAL
    return nominal and page.words[number].low in ("de", "del")


def _addressable(cue: Cue) -> bool:
    return cue.entry.kind in _TOLD and not (cue.mode == "gerund" and cue.takes("noun"))


def _opening(reading: Reading, cue: Cue, number: int) -> bool:
    """True for verb, subject and "que" alone: "Señala el informe que …", "Anunció ayer la alcaldesa que …"."""
    page = reading.page
    words = page.words
    between = words[cue.last : number]
    opens = is_adverbial(page, page.unit_words(page.unit_of(cue.first)).start, cue.first)
    if not (cue.takes("que") and opens) or between[-1].upos == "ADP":  # "pidió un foro para que …"
        return False
    kinds = {w.upos for w in between}
    if any(n in reading.parties and not _in_phrase(page, cue.last, n) for n in range(cue.last, number)):
        return kinds <= _SUBJECT | {"ADV", "ADP"}
    known = words[number].upos == "SCONJ" or any(w.low in page.lists.documents | page.lists.outlets for w in between)
    return known and kinds <= _SUBJECT


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
