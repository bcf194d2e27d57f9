"""Opening: whether a "que" behind a cue opens what it reports, or belongs to a noun or a comparison before it."""

from __future__ import annotations

from teletipo.speech.cues import Cue
from teletipo.speech.finding import Reading
from teletipo.speech.insertions import is_adverbial
from teletipo.speech.page import Page
from teletipo.speech.relatives import compared
from teletipo.tags import NOMINAL

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


def opens(page: Page, cue: Cue, number: int, insertion: int | None, *, bare: bool) -> bool:
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


def opens_after_subject(reading: Reading, cue: Cue, number: int) -> bool:
    """True for verb, subject and "que" alone: "Señala el informe que …", "Anunció ayer la alcaldesa que …"."""
    page = reading.page
    words = page.words
    between = words[cue.last : number]
    opens = is_adverbial(page, page.unit_words(page.unit_of(cue.first)).start, cue.first)
    if not (cue.takes("que") and opens) or between[-1].upos == "ADP":  # "pidió un foro para que …"
        return False
    kinds = {w.upos for w in between}
    if any(n in reading.parties and not in_phrase(page, cue.last, n) for n in range(cue.last, number)):
        return kinds <= _SUBJECT | {"ADV", "ADP"}
    known = words[number].upos == "SCONJ" or any(w.low in page.lists.documents | page.lists.outlets for w in between)
    return known and kinds <= _SUBJECT


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


def in_phrase(page: Page, first: int, number: int) -> bool:
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
