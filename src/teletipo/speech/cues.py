"""Cues: all words of a page that may report speech, with the words that belong to them."""

from __future__ import annotations

import msgspec

from teletipo.lexicon.reporting import Reporting, Verb
from teletipo.morphology.conjugation import Mode
from teletipo.spans import Span
from teletipo.speech.expressions import tail
from teletipo.speech.forms import mode_at
from teletipo.speech.page import PAST, Page
from teletipo.speech.tenses import is_past

_AUXILIARIES = frozenset(
    "ha han había habían hubo hubieron habrá habrán habría habrían haya hayan hubiera hubieran hubiese haber habiendo "
    "fue fueron es son era eran sido será serán".split()
)
_BE = frozenset("fue fueron es son era eran será serán sido".split())
_CLITICS = frozenset("se le les lo la me nos".split())
_DATIVES = frozenset("le les".split())
_IS = frozenset("es resulta sería parece".split())
_GROUPED = _AUXILIARIES | _CLITICS
_EMPTY = frozenset("es cabe hay conviene puede podría quiere".split())
_PURPOSE = frozenset("fin fines objeto objetivo propósito finalidad".split())
#: what may follow "para pedir" before what is asked for: "se abra", "al alcalde que", ", una vez más, que", "«que"
_ASKED = frozenset('se a al , " “ «'.split())
_SPOKEN = 3  #: words from which a quotation that opens a sentence is something said
_AGENT = 12  #: words after a participle among which "por" names who judges
_SAY = Verb(verb="decir", kind="say", takes=("free",), example="")


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """A reporting verb in context; `first` and `last` (exclusive) bound the cue, `verb` is its head."""

    first: int
    last: int
    verb: int
    entry: Verb
    mode: Mode
    passive: bool = False
    negated: bool = False
    impersonal: bool = False
    first_person: bool = False  #: the writer speaks

    def takes(self, *frames: str) -> bool:
        """True if the verb takes one of the frames."""
        return any(f in self.entry.takes for f in frames)

    def span(self, page: Page) -> Span:
        """Offsets of the cue."""
        return Span(page.words[self.first].start, page.words[self.last - 1].end)


def cues(page: Page, reporting: Reporting) -> tuple[Cue, ...]:
    """All reporting verbs of the page in text order."""
    found = []
    known = reporting.verb_forms
    for number, low in enumerate(page.low):
        if low in known:
            cue = _cue(page, reporting, number)
        elif low.endswith(PAST):
            cue = _after_speech(page, number)
        else:
            continue
        if cue is not None:
            found.append(cue)
    return tuple(found)


def _after_speech(page: Page, number: int) -> Cue | None:
    """Any verb in the past that follows a whole sentence quoted and a comma ("«…», ironizó el ministro")."""
    if number < 3 or page.words[number].upos not in ("VERB", "NOUN", "PROPN", "ADJ"):
        return None
    first, _ = _group(page, number)
    mark = page.words[first - 2]
    if page.words[first - 1].low != "," or not mark.is_mark:
        return None
    quote = next((q for q in page.quotations_ending(mark.start, mark.end) if q.closed and q.depth == 0), None)
    if quote is None or len(quote.inner.of(page.text).split()) < _SPOKEN or not _opens(page, quote.outer.start):
        return None
    return Cue(first=first, last=number + 1, verb=number, entry=_SAY, mode="finite")


def _opens(page: Page, start: int) -> bool:
    """True if nothing precedes that offset in its printed sentence."""
    return start <= page.unit_at(start).start


def _cue(page: Page, reporting: Reporting, number: int) -> Cue | None:
    """The word as a cue of the first entry that it may belong to here; None if it reports nothing."""
    for entry, known in reporting.verb_forms.get(page.words[number].low, ()):
        last = tail(page, number, entry)
        if last is None or _followed(page, last, entry):
            continue
        mode = mode_at(page, number, known)
        if mode is None:
            continue
        first, seen = _group(page, number)
        if not _reports(page, number, entry, mode, seen):
            continue
        aim = mode != "infinitive" or _again(page, number, entry) or _aim(page, number, last, entry)
        if not aim and ("free" not in entry.takes or _no_report(page, number) or _achieved(page, number, entry)):
            return None
        return Cue(
            first=first,
            last=last,
            verb=number,
            entry=entry,
            mode="finite" if mode in ("participle", "first") else mode,
            first_person=mode == "first",
            passive=mode == "participle" and (bool(seen & _BE) or not seen & _AUXILIARIES),
            negated=first > 0 and page.words[first - 1].low in ("no", "ni", "nunca", "tampoco", "jamás"),
            impersonal=_impersonal(page, number, entry, mode, seen),
        )
    return None


def _reports(page: Page, number: int, entry: Verb, mode: Mode, seen: set[str]) -> bool:
    """True if the entry may report in that mode with the auxiliaries and clitics seen before it."""
    if entry.reflexive and "se" not in seen and not _enclitic(page, number, mode):
        return False
    if "felt" in entry.takes and not seen & _DATIVES:
        return False  # "preocupa que …": to nobody in particular
    if "cuenta" in entry.rest and ("se" in seen or _enclitic(page, number, mode)):
        return False  # "se dio cuenta de que": to notice
    if mode == "participle" and not seen & _AUXILIARIES:
        return entry.kind == "judge" and _judged(page, number)
    return mode != "first" or entry.kind in ("say", "ask")


def _impersonal(page: Page, number: int, entry: Verb, mode: Mode, seen: set[str]) -> bool:
    """True if nobody is said to speak: "se dijo que …", "trascendió que …"."""
    return "itself" in entry.takes or (("se" in seen or _enclitic(page, number, mode)) and not entry.reflexive)


def _enclitic(page: Page, number: int, mode: Mode) -> bool:
    """True for "decirse", "diciéndose"; "declarase" has no pronoun."""
    return page.words[number].low.endswith("se") and mode in ("infinitive", "gerund")


def _judged(page: Page, number: int) -> bool:
    """True for a participle with the judge after it, or after quoted words: "tildado de «corrupto» por X"."""
    after = page.words[number + 1 : page.words_around(number).stop]
    if after and after[0].low == "por":
        return True
    quoted = any(word.is_mark for word in after[:2])
    return quoted and any(word.low == "por" for word in after[3:_AGENT])


def _followed(page: Page, at: int, entry: Verb) -> bool:
    """True before a word with which the entry is another verb, past adverbs: "cuenta también con"."""
    while entry.unless and at < len(page.words) and (page.words[at].upos == "ADV" or page.low[at] in page.lists.times):
        at += 1
    return page.low[at : at + 1] in [(word,) for word in entry.unless]


def _no_report(page: Page, number: int) -> bool:
    """True for an infinitive that reports nothing: "cabe decir", "para garantizar", or one inside a quotation."""
    before = page.words[number - 1].low if number else ""
    if before == "de" and number > 1 and page.words[number - 2].low in page.lists.enabling:
        return True
    if before.startswith(page.lists.refusing):
        return True
    if before == "a" and number > 1 and page.low[number - 2].startswith(("neg", "nieg")):
        return True  # "se negó a decir"
    wanted = before.startswith("quis") and page.low[number - 2 : number - 1] != ("no",)  # "quiso recordar que": he did
    modal = before in _EMPTY or before.startswith(("deb", "pued", "pod", "pudi", "quier", "quer", "quis"))
    modal = (modal and not wanted) or _judgement(page, number)
    return modal or before in ("para", "sin") or page.quotation_at(page.words[number].start) is not None


def _achieved(page: Page, number: int, entry: Verb) -> bool:
    """True for "a fin de garantizar que": something is brought about, nothing said."""
    purpose = number > 1 and page.low[number - 1] == "de" and page.low[number - 2] in _PURPOSE
    return purpose and entry.verb in page.lists.achieving


def _judgement(page: Page, number: int) -> bool:
    """True for "es necesario subrayar", "hay que recordar", "es de esperar": the writer says so."""
    if page.low[max(0, number - 2) : number] in (("hay", "que"), ("es", "de")):
        return True
    return number > 1 and page.words[number - 1].upos == "ADJ" and page.low[number - 2] in _IS


def _again(page: Page, number: int, entry: Verb) -> bool:
    """True for "volvió a pedir que …", not for "volverá a pedir que …"."""
    if number < 2 or page.low[number - 1] != "a" or entry.verb in page.lists.achieving:
        return False
    sentence, token = page.tree(number - 2)
    return sentence.low_lemmas[token] in page.lists.repeating and sentence.feat(token, "Tense") != "Fut"


def _aim(page: Page, number: int, last: int, entry: Verb) -> bool:
    """True for a purpose: "llamó para decir que …", "marcharon para pedir (al alcalde) que …".

    Words that bring something about ("para asegurar que llueva") are no such aim.
    """
    if number < 2 or entry.verb in page.lists.achieving:
        return False
    if page.low[number - 1] != "para" or page.quotation_at(page.words[number].start) is not None:
        return False
    after = page.low[last : last + 1]
    asked = entry.kind == "request" and bool(_ASKED.intersection(after))  # "para pedir se abra el puente"
    governed = page.low[last + 1 : last + 2] == ("que",) and after[0] in entry.takes  # "para informarle de que"
    if not (asked or after == ("que",) or governed):
        return False
    main = next((n for n in range(number - 2, page.words_around(number).start - 1, -1) if page.is_finite(n)), None)
    return main is not None and is_past(page, main)


def _group(page: Page, number: int) -> tuple[int, set[str]]:
    """First word of the verb group that ends at `number`, and the auxiliaries and clitics in it."""
    first, seen = number, set()
    while first > 0 and page.words[first - 1].low in _GROUPED:
        low = page.words[first - 1].low
        if low in ("la", "lo") and page.words[first - 1].upos == "DET":
            break
        first -= 1
        seen.add(low)
    return first, seen
