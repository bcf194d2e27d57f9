"""Preceding: reported words before their cue, or on both sides of it."""

from __future__ import annotations

from teletipo.spans import Span
from teletipo.speech.continued import continued
from teletipo.speech.cue_subjects import subject_of
from teletipo.speech.cues import Cue
from teletipo.speech.dialogue import between_dashes
from teletipo.speech.finding import DASHES, Finding, Reading, trimmed, unmarked, without_connectors
from teletipo.speech.inserted import inserted
from teletipo.speech.page import Page
from teletipo.speech.postposed import noun_phrase_after
from teletipo.speech.quotations import Quotation
from teletipo.speech.standing import CITING, RELATIVES, disagrees, follows_clause, parenthetical
from teletipo.speech.subordination import main_verb
from teletipo.speech.tenses import is_past
from teletipo.speech.unopened import goes_on_at, opened
from teletipo.tags import NOMINAL

_TOUCHING = 4  #: code points between the end of a quotation and the cue that follows it
_SKIP_BEFORE = frozenset("según como conforme así lo no también luego ayer hoy nos posteriormente además".split())
_SO = (("así", "lo"), ("asi", "lo"))
#: words before "(le) dijo X" that mean the sentence before
_THAT = (("eso",), ("esto",), ("eso", "lo"), ("esto", "lo"))
_THAT_IS_WHAT = tuple((*that, verb, "lo", "que") for that in ((), ("eso",), ("esto",)) for verb in ("es", "fue", "era"))
_TO_WHOM = frozenset("le les nos me ya también ha han había habían".split())
_NAME = 4  #: words of a quotation that may be a name
_SENTENCE = 5  #: words from which a quotation before any verb of the lexicon is what was said
_TAIL = 5  #: words after "se anunció" that may still belong to it


def so_said(reading: Reading, cue: Cue) -> Finding | None:
    """The sentence before, which "Así lo anunció X", "Eso dijo X" and "Es lo que dijo X" report."""
    page = reading.page
    unit = page.unit_of(cue.verb)
    lead = page.low[page.word_from(unit.start) : cue.verb]
    so = lead[:2] in _SO and cue.first == page.word_from(unit.start) + 1
    if unit.start == 0 or not (so or _that_was_said(reading, cue, lead)):
        return None
    previous = page.unit_at(unit.start - 1)
    said = trimmed(page.text, previous.start, previous.end)
    return Finding(content=(unmarked(page, said),), frame="free", postposed=True)


def _that_was_said(reading: Reading, cue: Cue, lead: tuple[str, ...]) -> bool:
    """True for "Eso (le) dijo X.", "(Esto) es lo que prometió X.", with nothing else that is said."""
    page = reading.page
    words = tuple(low for low in lead if low not in _TO_WHOM)
    whole = words in _THAT_IS_WHAT
    plain = cue.mode == "finite" and not (cue.negated or cue.impersonal or cue.passive)
    if not (whole or words in _THAT) or not plain or not cue.takes("que", "free"):
        return False
    subject = noun_phrase_after(page, cue)
    ahead = page.words[cue.last : page.words_around(cue.verb).stop]
    if subject is None or any(w.low in ("que", ":") for w in ahead):
        return False
    return whole or subject[2] in reading.parties


def words_before(reading: Reading, cue: Cue) -> Finding | None:
    """The words before the cue: "…", dijo X / …, dijo X / - … -, dijo X."""
    page = reading.page
    if cue.mode != "finite":
        return None
    unit, first = page.unit_of(cue.verb), _first_word(page, cue)
    cited = page.words[first].low in CITING
    if page.feat(cue.verb, "Mood") == "Sub" and not cited:
        return None
    if page.words[first].start <= unit.start:
        return inserted(reading, cue) if cited else None
    stop = page.words[first - 1]
    apart = stop.is_mark or stop.low in DASHES or stop.low[-1] in ",?!…-–—"
    if not (apart or _unpunctuated(reading, cue, first) or _parted(reading, cue, first)):
        return None
    if stop.low in DASHES or (stop.low == "," and page.words[first - 2].low in DASHES):
        return between_dashes(page, cue, unit, first)
    quote = _quotation_before(page, page.words[first].start)
    if quote is not None and not cue.takes("free") and _is_phrase(page, unit, quote, stop.low):
        return None
    if quote is not None and stop.is_mark and _is_subject(page, quote):
        return None
    if quote is not None and _named_so(page, unit, quote):
        quote = None
    region = without_connectors(reading, trimmed(page.text, unit.start, stop.end))
    if not region.start < region.end:
        return inserted(reading, cue) if cited or parenthetical(page, cue) else None
    told = not apart or _unquoted(page, cue, unit) or _closes(reading, cue, first)
    if quote is None and (stop.is_mark or not told):
        return None
    if quote is None and not cited and (cue.passive or _has_object(reading, cue)):
        return None
    said = continued(reading, cue, _said_before(page, region, quote), quote is not None)
    if quote is None and not _has_verb(page, (region, *said)):
        return None  # "En la feria, mostró, ante todos, su enfado": a phrase before the verb, its object after it
    return Finding(content=said, frame="free" if quote is None else "quotation", postposed=True)


def _has_object(reading: Reading, cue: Cue) -> bool:
    """True for "La casa Sol, que está en Soria, denunció un robo": an object, which cannot speak, follows the verb."""
    page, found = reading.page, noun_phrase_after(reading.page, cue)
    if found is None or not cue.takes("noun", "object"):
        return False
    first, _, head = found
    low = page.low[head]
    if head in reading.parties or page.words[head].upos == "PROPN" or low in page.lists.documents | page.lists.outlets:
        return False
    of = page.low[head + 1 : head + 2] == ("de",)
    clause = of and page.feat(head + 2, "VerbForm") == "Inf"
    return clause or page.low[first] not in ("el", "la", "los", "las")


def _has_verb(page: Page, said: tuple[Span, ...]) -> bool:
    """True if a clause is among the words: one with a verb that is that of no clause inside it."""
    parts = (range(page.word_from(c.start), page.word_from(c.end)) for c in said)
    return any(main_verb(page, part) is not None for part in parts)


def _first_word(page: Page, cue: Cue) -> int:
    """The cue's first word, or that of the adverbs and conjunctions right before it ("así lo", "tal y como")."""
    first = cue.first
    while first > 0 and page.words[first - 1].low in _SKIP_BEFORE:
        first -= 1
    if "lo" in page.low[first : cue.verb]:
        return first
    before = page.low[max(0, first - 2) : first]
    return first - (2 if before == ("tal", "y") else before[-1:] == ("tal",))


def _quotation_before(page: Page, here: int) -> Quotation | None:
    """The quotation that closes right before that offset."""
    near = page.quotations_ending(here - _TOUCHING, here)
    return next((q for q in near if not page.text[q.outer.end : here].strip(" ,.-–—\n")), None)


def _is_phrase(page: Page, unit: Span, quote: Quotation, stop: str) -> bool:
    """True for few quoted words that are not all there is before the comma: "«Es un error», criticó X"."""
    alone = quote.outer.start == unit.start and stop == ","
    return not alone and len(quote.inner.of(page.text).split()) < _SENTENCE


def _unquoted(page: Page, cue: Cue, unit: Span) -> bool:
    """True if the cue reports words before it without quotation marks: allowed by its entry, and a clause."""
    if not (cue.takes("que") and cue.takes("free") and follows_clause(page, cue, unit)):
        return False
    # with "se" it reports them at the end of the sentence alone ("…, se anunció hoy aquí")
    return not cue.impersonal or page.unit_words(unit).stop - cue.last <= _TAIL


def _closes(reading: Reading, cue: Cue, first: int) -> bool:
    """True for a verb that seldom follows what it reports, with who speaks after it ("…, acusó la portavoz.")."""
    page = reading.page
    plain = not (cue.passive or cue.impersonal or cue.negated) and first == cue.verb
    if not plain or not cue.takes("que", "free") or disagrees(page, cue):
        return False
    subject = noun_phrase_after(page, cue)
    if subject is None or not all(_is_when(page, n) for n in range(cue.last, subject[0])):
        return False
    speaks = subject[2] in reading.parties or page.low[subject[2]] in page.lists.documents
    rest = range(subject[1], page.words_around(cue.verb).stop)
    alone = page.low[rest.start : rest.start + 1] in ((".",), (",",), ())
    if not alone and subject[2] in reading.people:  # "dijo Ana Ruiz en la radio."
        alone = not any(page.is_finite(n) or page.words[n].is_mark or page.low[n] == "que" for n in rest)
    return speaks and alone


def _is_when(page: Page, number: int) -> bool:
    """True for a word of "hoy", "este lunes"."""
    return page.low[number] in page.lists.times or page.words[number].upos in ("DET", "ADV")


def _unpunctuated(reading: Reading, cue: Cue, first: int) -> bool:
    """True for "el pan subirá pronto dijo la ministra.": a clause, then a verb with who speaks after it, no comma."""
    page = reading.page
    words = range(page.words_around(first).start, first)
    if cue.entry.kind != "say" or not is_past(page, cue.verb) or page.words[first - 1].upos not in NOMINAL | {"NUM"}:
        return False
    verb = next((n for n in reversed(words) if page.is_finite(n)), first)
    begun = any(page.low[n] in RELATIVES for n in range(verb, first))  # "el plan que ayer anunció la ministra"
    return not begun and _closes(reading, cue, first) and main_verb(page, words) is not None


def _parted(reading: Reading, cue: Cue, first: int) -> bool:
    """True for "el plan dijo, es caro": the verb of what precedes the cue stands behind the only comma."""
    page = reading.page
    plain = cue.entry.kind == "say" and not (cue.passive or cue.impersonal or cue.negated) and first == cue.verb
    if not plain or page.low[cue.last : cue.last + 1] != (",",) or not goes_on_at(reading, cue.last + 1):
        return False
    if opened(page, cue) or main_verb(page, range(page.words_around(first).start, first)) is not None:
        return False
    sentence, token = page.tree(cue.verb)
    subject = subject_of(page, sentence.index, token)
    return subject is None or page.number(sentence.index, subject) not in reading.parties


def _named_so(page: Page, unit: Span, quote: Quotation) -> bool:
    """True for a quoted name within a sentence ("estrella de la serie «Ciudad Sol», anunció")."""
    inner = quote.inner.of(page.text)
    lead = page.text[unit.start : quote.outer.start].rstrip()
    return bool(lead) and lead[-1].isalpha() and inner[:1].isupper() and len(inner.split()) <= _NAME


def _is_subject(page: Page, quote: Quotation) -> bool:
    """True for what acts in "los «indignados» avanzan": quoted words without a verb behind an article."""
    words = range(page.word_from(quote.inner.start), page.word_from(quote.inner.end))
    behind = words.start > 1 and page.words[words.start - 2].upos == "DET"
    return behind and not any(page.is_finite(n) for n in words)


def _said_before(page: Page, region: Span, quote: Quotation | None) -> Span:
    if quote is None:
        return unmarked(page, region)
    if quote.outer.start <= region.start:
        return trimmed(page.text, max(quote.inner.start, 0), quote.inner.end)
    lead = page.text[region.start : quote.outer.start].rstrip()
    if lead.endswith((":", "—", "–")):
        return trimmed(page.text, quote.inner.start, quote.inner.end)
    return region
