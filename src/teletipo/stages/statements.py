"""Statements: each piece of reported speech with its speaker, cue and exact content."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

import msgspec

from teletipo.cast import SOMEWHERE, Cast, Placed
from teletipo.lexicon.reporting import Reporting
from teletipo.records import Article, Statement, content_id
from teletipo.spans import Span
from teletipo.speech.addressees import addressee_of
from teletipo.speech.again import said_again
from teletipo.speech.cue_subjects import beside_main
from teletipo.speech.cues import Cue, cues
from teletipo.speech.finding import Reading, unmarked
from teletipo.speech.floating import floating
from teletipo.speech.foretold import foretold
from teletipo.speech.frames import reported
from teletipo.speech.headlines import headlines
from teletipo.speech.introducing import feeling_before, introducer, told_of_before
from teletipo.speech.kinds import kind_of
from teletipo.speech.minds import is_proof
from teletipo.speech.naming import Speaker
from teletipo.speech.nominal import nouns
from teletipo.speech.page import Page
from teletipo.speech.paragraphs import joined
from teletipo.speech.resuming import resumed
from teletipo.speech.silence import unsaid
from teletipo.speech.sources import Sourced, phrases
from teletipo.speech.speakers import speaker_of
from teletipo.speech.tenses import is_past
from teletipo.speech.tweets import tweets
from teletipo.speech.utterance import Utterance, beginning_before
from teletipo.tree import Sentence

_HAVE = frozenset("ha han había habían".split())
_CONCEDING = frozenset("aunque si cuando como".split())
_NEARLY = 0.7  #: share of a content from which it is the same but for the cue inside

ADDRESSED = ("say", "ask", "request", "threaten")  #: kinds of verbs whose "a …" is the one spoken to


def find(article: Article, sentences: tuple[Sentence, ...], cast: Cast, reporting: Reporting) -> tuple[Statement, ...]:
    """The statements in text order; the pipeline fills in `events` once they are known."""
    page = Page(text=article.text or "", sentences=sentences, lists=reporting.lists)
    found = utterances(page, cast, reporting)
    return tuple(_statement(article, page, u) for u in found)


def utterances(page: Page, cast: Cast, reporting: Reporting) -> tuple[Utterance, ...]:
    """All reported speech of a page, each content once, with elided speakers taken from the text before."""
    all_cues = cues(page, reporting)
    parties = frozenset(page.number(p.sentence, p.head) for p in cast.placed if _may_speak(p, cast))
    reading = Reading(page=page, by_verb={c.verb: c for c in all_cues}, reporting=reporting, parties=parties)
    found = _by_verbs(reading, all_cues, cast)
    found = _with_sources(page, found, (*phrases(reading, cast), *nouns(reading, cast)))
    found += _titles(page, cast, found)
    posts = [Utterance(content=(said,), cue=None, speaker=who) for said, who in tweets(page, cast)]
    found = _distinct([u for u in found if not any(p.content[0].overlaps(c) for p in posts for c in u.content)])
    found = said_again(reading, cast, found)
    found += posts
    found += _loose(reading, cast, found)
    found = joined(page, found)
    return foretold(page, cast, resumed(page, cast, sorted(found, key=_place)))


def _by_verbs(reading: Reading, all_cues: Iterable[Cue], cast: Cast) -> list[Utterance]:
    """What reporting verbs report, once if two of them report the same content."""
    found = [u for cue in all_cues if (u := _uttered(reading, cue, cast)) is not None]
    in_order = sorted(found, key=_place)
    return [u for u in found if not _repeated(reading.page, u, in_order)]


def _with_sources(page: Page, found: list[Utterance], sourced: Iterable[Sourced]) -> list[Utterance]:
    """The utterances, with those of phrases ("según …") and nouns added where they are new."""
    found = list(found)
    for s in sourced:
        if not any((s.document and _reaches(u, s)) or _told_in(u, s) or _shown_by(page, u, s) for u in found):
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
    found = introducer(page, cast, said) or feeling_before(page, cast, said)
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


def _repeated(page: Page, u: Utterance, found: list[Utterance]) -> bool:
    """True for the second verb of "dijo que considera que …", by which the same speaker says one thing."""
    if u.cue is None or u.speaker.span is not None or _before_now(page, u):
        return False
    cue = u.cue
    return any(
        o is not u
        and o.cue is not None
        and o.cue.start < cue.start
        and o.content[0].contains(cue)
        and len(page.text[o.content[0].start : cue.start].split()) <= 2
        for o in beginning_before(found, cue.start)
    )


def _before_now(page: Page, u: Utterance) -> bool:
    """True for the second verb of "agregó que ya ha explicado a su colega que …", an utterance of its own.

    What is conceded in "recordó que aunque reconoció el error, …" is none.
    """
    first = page.word_from(u.cue.start) if u.cue is not None else 0
    if u.cue is None or u.thought or page.low[first - 1] in _CONCEDING:
        return False
    words = range(first, page.word_from(u.cue.end))
    return is_past(page, words[-1]) or not _HAVE.isdisjoint(page.low[words.start : words.stop])


def _reaches(u: Utterance, s: Sourced) -> bool:
    """True if a cue's content ends at the phrase, so that the document named is only where it was said."""
    if u.thought:
        return False
    return 0 <= s.cue.start - u.content[-1].end <= 3 and s.content[0].contains(u.content[-1])


def _told_in(u: Utterance, s: Sourced) -> bool:
    """True if a phrase only names who passed the words on ("«…», afirmó, según la prensa")."""
    said, whole = u.content[0], s.content[0]
    if u.cue is None or not (whole.contains(said) and whole.contains(u.cue)) or u.cue.start < said.end:
        return False
    return said.end - said.start > _NEARLY * (whole.end - whole.start)


def _shown_by(page: Page, u: Utterance, s: Sourced) -> bool:
    """True for the noun of "manifestó su esperanza de que …", whose verb reports the same words."""
    whole = u.content[0]
    if not (s.noun and s.speaker.elided) or u.cue is None or not whole.contains(s.cue):
        return False
    return len(page.text[whole.start : s.cue.start].split()) <= 1


def _place(u: Utterance) -> tuple[int, int]:
    return u.content[0].start, u.cue.start if u.cue else -1


def _distinct(found: list[Utterance]) -> list[Utterance]:
    """Each content once: if two cues report the same words, the nearer one stays.

    Whom the other one names says them: "Ruiz le contestó al alcalde: «…», afirmó".
    """
    kept: list[Utterance] = []
    for u in sorted(found, key=lambda u: (u.content[0], _distance(u))):
        number = _same_before(kept, u.content[0])
        if number is None:
            kept.append(u)
        elif kept[number].speaker.elided and u.speaker.span is not None and u.speaker.entity is not None:
            kept[number] = msgspec.structs.replace(kept[number], speaker=Speaker(entity=u.speaker.entity, elided=True))
    return kept


def _same_before(kept: list[Utterance], said: Span) -> int | None:
    """Where the content already is; only those that begin shortly before it can be the same."""
    reach = 0.12 * (said.end - said.start)
    near = takewhile(lambda n: said.start - kept[n].content[0].start <= reach, range(len(kept) - 1, -1, -1))
    return next((n for n in near if _same(said, kept[n].content[0])), None)


def _distance(u: Utterance) -> int:
    if u.cue is None:
        return 0
    return min(abs(u.cue.end - c.start) if u.cue.start < c.start else abs(u.cue.start - c.end) for c in u.content)


def _same(a: Span, b: Span) -> bool:
    common = min(a.end, b.end) - max(a.start, b.start)
    return common > 0.9 * max(a.end - a.start, b.end - b.start)


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
