"""Introducing: the speaker of a quotation without a cue, named right before it, and of what its words retell."""

from __future__ import annotations

from teletipo.cast import SOMEBODY, Cast
from teletipo.spans import Span
from teletipo.speech.cue_subjects import subject_of, subject_speaker
from teletipo.speech.finding import DASHES
from teletipo.speech.naming import Speaker
from teletipo.speech.page import Page
from teletipo.speech.subordination import subordinate

_NAMED = ("name", "title", "description")
_APART = frozenset(": , (".split())  #: what may follow the name of a speaker that heads a line
#: verbs whose subject hangs on the predicate after them ("fue tajante: «…»")
_HELPERS = frozenset({"cop", "aux"})


def introducer(page: Page, cast: Cast, said: Span) -> Speaker | None:
    """The subject of the sentence that leads up to words after a colon or comma ("envió este mensaje: «…»")."""
    lead = page.text[: said.start].rstrip("\"“«'‘ \n")
    unit = page.unit_at(len(lead) - 1)
    if not (lead.endswith(":") or (lead.endswith((",", ";")) and unit.contains(said))):
        return _ahead(page, cast, said)
    words = range(page.word_from(unit.start), page.word_from(len(lead) - 1))
    return _subject(page, cast, words) or _label(page, cast, words)


def told_of_before(page: Page, cast: Cast, said: Span) -> Speaker | None:
    """The person, by name, whom the sentence before a quotation without a cue is about."""
    found = _subject(page, cast, _sentence_before(page, said))
    if found is None or cast.kind_of(found.entity) != "person":
        return None
    has_name = any(p.mention.form in ("name", "title") for p in cast.mentions_of(found.entity or ""))
    return Speaker(entity=found.entity, elided=True) if has_name else None


def _sentence_before(page: Page, said: Span) -> range:
    """The words of the sentence before a quotation."""
    here = page.unit_number(said.start)
    return page.unit_words(page.units[here - 1]) if here else range(0)


def _subject(page: Page, cast: Cast, words: range) -> Speaker | None:
    """The subject of the last main verb among those words, also one left out."""
    for n in reversed(words):
        sentence, token = page.tree(n)
        predicate = sentence.heads[token] if sentence.labels[token] in _HELPERS else token
        told = page.is_finite(n) and not subordinate(page, n, words.start)
        subject = subject_of(page, sentence.index, predicate) if told else None
        if subject is not None:
            found = subject_speaker(page, cast, sentence.index, predicate, subject)
            return found if found.entity is not None else None
        if (left_out := cast.elided(sentence.index, predicate)) is not None:
            return Speaker(entity=left_out.entity, elided=True)
    return None


def _label(page: Page, cast: Cast, words: range) -> Speaker | None:
    """The name at the head of a line before a colon ("Ana Ruiz, jueza: «…»")."""
    first = next((n for n in words if page.low[n] not in DASHES), None)
    if first is None:
        return None
    start = page.words[first].start
    if page.text[page.text.rfind("\n", 0, start) + 1 : start].strip(" \t-–—•"):
        return None
    for p in cast.within(page.words[first].sentence):
        after = page.word_from(p.mention.end)
        apart = not _APART.isdisjoint(page.low[after : after + 1])
        if p.mention.start == start and apart and p.mention.form in _NAMED and cast.kind_of(p.entity) in SOMEBODY:
            return Speaker(span=Span(p.mention.start, p.mention.end), entity=p.entity)
    return None


def _ahead(page: Page, cast: Cast, said: Span) -> Speaker | None:
    """Who is named before quoted words that contain the verb ("El Senado “vigilará que …”")."""
    number = page.word_from(said.start) - 1
    if number < 1 or not page.words[number].is_mark:
        return None
    sentence, token = page.tree(number)
    before = [p for p in cast.within(sentence.index) if p.last == token and p.mention.form != "elided"]
    who = min(before, key=lambda p: p.first, default=None)
    if who is None or cast.kind_of(who.entity) not in SOMEBODY or sentence.kids(who.head, "case"):
        return None  # "Al alcalde «no le pedimos nada»"
    return Speaker(span=sentence.span(who.first, who.last), entity=who.entity)
