"""Cues: every word of a page that may report speech, with the words that belong to it."""

from __future__ import annotations

import msgspec

from teletipo.spans import Span
from teletipo.speech.inflection import Mode
from teletipo.speech.lexicon import Reporting, Verb
from teletipo.speech.page import Page

_AUXILIARIES = frozenset(
    "ha han había habían hubo hubieron habrá habrán habría habrían haya hayan hubiera hubieran hubiese haber habiendo "
    "fue fueron es son era eran sido será serán".split()
)
_CLITICS = frozenset("se le les lo la me nos".split())
_NEVER_AFTER = frozenset("el la los las un una unos unas su sus este esta ese esa esos esas cada otro otra".split())
_EMPTY = frozenset("es cabe hay conviene puede podría quiere".split())
_CERTAIN = ("ó", "aron", "ieron", "aba", "aban")


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """A reporting verb in its place; `first` and `last` bound the cue (`last` is exclusive), `verb` is its head."""

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
    for number, word in enumerate(page.words):
        if word.low in known and (cue := _cue(page, reporting, number)) is not None:
            found.append(cue)
    return tuple(found)


def _cue(page: Page, reporting: Reporting, number: int) -> Cue | None:
    word = page.words[number]
    for entry, mode in reporting.verb_forms.get(word.low, ()):
        if mode == "finite" and page.feat(number, "Person") == "1":
            mode = "first"
        last = _tail(page, number, entry)
        if last is None or not _is_verb(page, number, mode):
            continue
        first, seen = _group(page, number)
        if entry.reflexive and "se" not in seen and not word.low.endswith("se"):
            continue
        judged = entry.kind == "judge" and page.words[min(number + 1, len(page.words) - 1)].low == "por"
        if mode == "participle" and not seen & _AUXILIARIES and not judged:
            continue
        if mode == "first" and entry.kind not in ("say", "ask"):
            continue
        if mode == "infinitive" and ("free" not in entry.takes or _no_report(page, number)):
            return None
        passive = mode == "participle" and (bool(seen & _BE) or not seen & _AUXILIARIES)
        return Cue(
            first=first,
            last=last,
            verb=number,
            entry=entry,
            mode="finite" if mode in ("participle", "first") else mode,
            first_person=mode == "first",
            passive=passive,
            negated=first > 0 and page.words[first - 1].low in ("no", "nunca", "tampoco", "jamás"),
            impersonal="se" in seen and not entry.reflexive,
        )
    return None


def _no_report(page: Page, number: int) -> bool:
    """True for an infinitive that reports nothing: "cabe decir", "para garantizar", or one inside a quotation."""
    before = page.words[number - 1].low if number else ""
    modal = before in _EMPTY or before.startswith(("deb", "pued", "pod", "pudi", "quier", "quer", "quis"))
    return modal or before in ("para", "sin") or page.quotation_at(page.words[number].start) is not None


_BE = frozenset("fue fueron es son era eran será serán sido".split())


def _spoken(page: Page, number: int) -> bool:
    """True for a word inside quotation marks: the first person there is somebody who speaks, not the writer."""
    return page.quotation_at(page.words[number].start) is not None


def _tail(page: Page, number: int, entry: Verb) -> int | None:
    """End of the entry's further words, adverbs between them skipped; None if they do not follow."""
    at = number + 1
    for part in entry.rest:
        while at < len(page.words) and at - number < 4 and page.words[at].upos == "ADV" and page.words[at].low != part:
            at += 1
        if at >= len(page.words) or not _same(page.words[at].low, part):
            return None
        at += 1
    return at


def _same(form: str, part: str) -> bool:
    """True for the word itself or, for adjectives in -o, its other genders and numbers."""
    return form == part or (part.endswith("o") and form in (part[:-1] + "a", part + "s", part[:-1] + "as"))


def _is_verb(page: Page, number: int, mode: Mode) -> bool:
    """True unless the form is a noun, adjective or preposition here."""
    word = page.words[number]
    before = page.words[number - 1].low if number else ""
    if before in _NEVER_AFTER and not (before == "la" and word.upos == "VERB"):
        return False
    if mode in ("gerund", "infinitive") or word.low.endswith(_CERTAIN):
        return before not in ("del", "al") or mode == "infinitive"
    if mode == "participle":
        return True
    if mode == "first":
        return word.upos == "VERB" and page.feat(number, "Person") != "3" and not _spoken(page, number)
    if word.upos in ("VERB", "AUX"):
        return True
    after = page.words[number + 1].low if number + 1 < len(page.words) else ""
    nominal = number > 0 and page.words[number - 1].upos in ("NOUN", "PROPN", "ADJ")
    before_mark = after in ('"', "“", "«") and (not number or page.words[number - 1].low in (",", ".", "también", '"'))
    return before_mark or (after == "que" and nominal and (word.upos == "ADJ" or page.words[number - 1].upos != "ADJ"))


def _group(page: Page, number: int) -> tuple[int, set[str]]:
    """First word of the verb group that ends at `number`, and the auxiliaries and clitics in it."""
    first, seen = number, set()
    while first > 0 and page.words[first - 1].low in _AUXILIARIES | _CLITICS:
        low = page.words[first - 1].low
        if low in ("la", "lo") and page.words[first - 1].upos == "DET":
            break
        first -= 1
        seen.add(low)
    return first, seen
