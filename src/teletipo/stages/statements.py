"""Statements: each piece of reported speech with its speaker, cue and exact content."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from teletipo.cast import SOMEWHERE, Cast, Placed
from teletipo.lexicon.reporting import Reporting
from teletipo.records import Article, Statement, content_id
from teletipo.spans import Span
from teletipo.speech.addressees import addressee_of
from teletipo.speech.again import said_again
from teletipo.speech.cue_subjects import beside_main
from teletipo.speech.cues import Cue, cues
from teletipo.speech.finding import Reading, ended, unmarked
from teletipo.speech.floating import floating
from teletipo.speech.foretold import foretold
from teletipo.speech.frames import reported
from teletipo.speech.headlines import headlines
from teletipo.speech.introducing import introducer, told_of_before
from teletipo.speech.kinds import kind_of
from teletipo.speech.minds import is_proof
from teletipo.speech.naming import Speaker
from teletipo.speech.nominal import nouns
from teletipo.speech.page import Page
from teletipo.speech.paragraphs import joined
from teletipo.speech.repeating import distinct, is_repeated, is_told
from teletipo.speech.resuming import resumed
from teletipo.speech.silence import unsaid
from teletipo.speech.sources import Sourced, phrases
from teletipo.speech.speakers import speaker_of
from teletipo.speech.tweets import tweets
from teletipo.speech.utterance import Utterance
from teletipo.tree import Sentence

ADDRESSED = ("say", "ask", "request", "threaten")  #: kinds of verbs whose "a …" is the one spoken to


def find(article: Article, sentences: tuple[Sentence, ...], cast: Cast, reporting: Reporting) -> tuple[Statement, ...]:
    """The statements in text order; the pipeline fills in `events` once they are known."""
    page = Page(text=article.text or "", sentences=sentences, lists=reporting.lists)
    found = utterances(page, cast, reporting)
    return tuple(_statement(article, page, u) for u in found)


def utterances(page: Page, cast: Cast, reporting: Reporting) -> tuple[Utterance, ...]:
    """All reported speech of a page, each content once, with elided speakers taken from the text before."""
    all_cues = cues(page, reporting)
    heads = {page.number(p.sentence, p.head): cast.kind_of(p.entity) for p in cast.placed if _may_speak(p, cast)}
    people = frozenset(n for n, kind in heads.items() if kind == "person")
    by_verb = {c.verb: c for c in all_cues}
    reading = Reading(page=page, by_verb=by_verb, reporting=reporting, parties=frozenset(heads), people=people)
    found = _by_verbs(reading, all_cues, cast)
    found = _with_sources(page, found, (*phrases(reading, cast), *nouns(reading, cast)))
    found += _titles(page, cast, found)
    posts = [Utterance(content=(said,), cue=None, speaker=who) for said, who in tweets(page, cast)]
    found = distinct(page, [u for u in found if not any(p.content[0].overlaps(c) for p in posts for c in u.content)])
    found = _ended(page, said_again(reading, cast, found))
    found += posts
    found += _loose(reading, cast, found)
    found = joined(page, found)
    return foretold(page, cast, resumed(page, cast, sorted(found, key=_place)))


def _ended(page: Page, found: list[Utterance]) -> list[Utterance]:
    """The utterances, the last part of each without a connector to what is no longer said."""
    parts = (((*u.content[:-1], ended(page, u.content[-1])), u) for u in found)
    whole = ((tuple(c for c in content if c.start < c.end), u) for content, u in parts)
    return [
        u if content == u.content else msgspec.structs.replace(u, content=content) for content, u in whole if content
    ]


def _by_verbs(reading: Reading, all_cues: Iterable[Cue], cast: Cast) -> list[Utterance]:
    """What reporting verbs report, once if two of them report the same content."""
    found = [u for cue in all_cues if (u := _uttered(reading, cue, cast)) is not None]
    in_order = sorted(found, key=_place)
    return [u for u in found if not is_repeated(reading.page, u, in_order)]


def _place(u: Utterance) -> tuple[int, int]:
    return u.content[0].start, u.cue.start if u.cue else -1


def _with_sources(page: Page, found: list[Utterance], sourced: Iterable[Sourced]) -> list[Utterance]:
    """The utterances, with those of phrases ("según …") and nouns added where they are new."""
    found = list(found)
    for s in sourced:
        if not is_told(page, found, s):
            found.append(Utterance(content=s.content, cue=s.cue, speaker=s.speaker, passing=s.noun))
    return found


def _loose(reading: Reading, cast: Cast, found: list[Utterance]) -> list[Utterance]:
    """Quotations without a reporting verb, each with the speaker introduced before or whom the text is about."""
    page = reading.page
    # words inside a quotation that report others do not tell who says it
    contents = tuple(c for u in found if u.cue is None or not page.quotation_at(u.cue.start) for c in u.content)
    begun = min((u.content[0].start for u in found), default=len(page.text))
    return [
        Utterance(content=(c,), cue=None, speaker=_announced(page, cast, c, begun)) for c in floating(reading, contents)
    ]


def _announced(page: Page, cast: Cast, said: Span, begun: int) -> Speaker:
    """The speaker of a quotation without a verb; `begun` is where the first statement begins."""
    found = introducer(page, cast, said)
    if found is None and said.start < begun:
        found = told_of_before(page, cast, said)
    return found or Speaker(elided=True)


def _may_speak(placed: Placed, cast: Cast) -> bool:
    return placed.mention.form != "elided" and cast.kind_of(placed.entity) not in SOMEWHERE


def _titles(page: Page, cast: Cast, found: list[Utterance]) -> list[Utterance]:
    """Speech in headlines, where nothing else covers it; whoever says it does not speak on in the text."""
    taken = [c for u in found for c in u.content]
    told = ((said, who) for said, who in headlines(page, cast) if not any(said.overlaps(c) for c in taken))
    return [Utterance(content=(said,), cue=None, speaker=who, passing=True) for said, who in told]


def _uttered(reading: Reading, cue: Cue, cast: Cast) -> Utterance | None:
    """What a reporting verb reports, and who says it to whom; None if it reports nothing."""
    page = reading.page
    finding = reported(reading, cue)
    # what is left of a content after its edges were trimmed can be nothing ("Entonces añadió:" at the end)
    content = tuple(unmarked(page, c) for c in finding.content if c.start < c.end) if finding is not None else ()
    if finding is None or not content or unsaid(page, cue, finding):
        return None
    speaker = speaker_of(reading, cue, finding, cast)
    if is_proof(reading, cue, speaker, cast) or (cue.takes("felt") and speaker == Speaker()):
        return None
    to = addressee_of(page, cue, finding, cast) if cue.entry.kind in ADDRESSED else None
    aside = page.feat(cue.verb, "Mood") == "Sub" or beside_main(reading, cue) or _told_of(page, cast, speaker)
    return Utterance(
        content=content,
        cue=cue.span(page),
        speaker=speaker,
        addressee=to,
        passing=aside,
        thought=cue.entry.kind == "think",
    )


def _told_of(page: Page, cast: Cast, speaker: Speaker) -> bool:
    """True for "habló de un joven, quien respondió que …": somebody unnamed in a relative clause does not speak on."""
    if speaker.head is None or page.low[speaker.head] not in ("que", "quien", "quienes"):
        return False
    shown = [p.mention for p in cast.mentions_of(speaker.entity or "") if p.mention.form != "elided"]
    unnamed = bool(shown) and all(m.form not in ("name", "title") for m in shown)
    return unnamed and page.low[page.word_from(shown[0].start)] in ("un", "una", "unos", "unas")


def _statement(article: Article, page: Page, u: Utterance) -> Statement:
    where = [(c.start, c.end) for c in u.content]
    return Statement(
        id=content_id("s:", article.id, where, (u.cue.start, u.cue.end) if u.cue else None),
        kind=kind_of(page, u),
        content=u.content,
        speaker=u.speaker.entity,
        speaker_span=u.speaker.span,
        addressee=u.addressee if u.addressee != u.speaker.entity else None,
        cue=u.cue,
    )
