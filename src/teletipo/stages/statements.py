"""Statements: each reported utterance with its speaker, cue and exact content."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import takewhile

import msgspec

from teletipo.cast import Cast, Placed
from teletipo.records import Article, Statement, StatementKind, content_id
from teletipo.spans import Span
from teletipo.speech.content import Reading
from teletipo.speech.cues import Cue, cues, names_members
from teletipo.speech.floating import floating
from teletipo.speech.frames import reported
from teletipo.speech.lexicon import Reporting
from teletipo.speech.naming import Speaker
from teletipo.speech.page import Page
from teletipo.speech.sources import Sourced, nouns, phrases
from teletipo.speech.speakers import addressee_of, introducer, is_proof, speaker_of
from teletipo.speech.tweets import tweets
from teletipo.tree import Sentence

NEAR = 2  #: printed sentences over which an elided speaker is taken to be the last one


_OVERLAPPING = 64  #: contents that may begin inside one before it ends

ADDRESSED = ("say", "ask", "request", "threaten")  #: kinds of verbs whose "a …" is the one spoken to

#: nouns that fit whoever holds some office
ANYBODY = frozenset("funcionario funcionaria responsable dirigente líder político política diplomático".split())

JOINT = 4  #: words between a content and the next verb of the same subject


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """A statement before it has an id."""

    content: tuple[Span, ...]
    cue: Span | None
    speaker: Speaker
    addressee: str | None = None  #: entity id
    passing: bool = False  #: reported by a noun or an adverbial clause; who is quoted next is somebody else


def find(article: Article, sentences: tuple[Sentence, ...], cast: Cast, reporting: Reporting) -> tuple[Statement, ...]:
    """The statements in text order; `events` is filled by the pipeline once events are known."""
    page = Page(text=article.text or "", sentences=sentences)
    found = utterances(page, cast, reporting)
    return tuple(_statement(article, page, u) for u in found)


def utterances(page: Page, cast: Cast, reporting: Reporting) -> tuple[Utterance, ...]:
    """All reported speech of a page, each content once, elided speakers filled in from what was said before."""
    all_cues = cues(page, reporting)
    reading = Reading(
        page=page,
        by_verb={c.verb: c for c in all_cues},
        documents=reporting.documents,
        stances=reporting.stances,
        feelings=reporting.feelings,
    )
    found = [u for cue in all_cues if (u := _uttered(reading, cue, cast, reporting)) is not None]
    in_order = sorted(found, key=_place)
    found = [u for u in found if not _repeated(page, u, in_order)]
    for s in (*phrases(reading, reporting, cast), *nouns(reading, reporting, cast)):
        if not (s.document and any(_reaches(u, s) for u in found)):
            found.append(Utterance(content=s.content, cue=s.cue, speaker=s.speaker, passing=s.noun))
    posts = [Utterance(content=(said,), cue=None, speaker=who) for said, who in tweets(page, cast)]
    distinct = _distinct([u for u in found if not any(p.content[0].overlaps(c) for p in posts for c in u.content)])
    distinct += posts
    loose = [
        Utterance(content=(c,), cue=None, speaker=introducer(page, cast, c) or Speaker(elided=True))
        for c in floating(page, distinct_spans(distinct), reporting.connectors)
    ]
    return _resumed(page, cast, sorted((*distinct, *loose), key=_place))


def _uttered(reading: Reading, cue: Cue, cast: Cast, reporting: Reporting) -> Utterance | None:
    """What a reporting verb reports, and who says it to whom; None if it reports nothing."""
    page = reading.page
    finding = reported(reading, cue, reporting.connectors) if not names_members(page, cue) else None
    # what is left of a content after its edges were trimmed can be nothing ("Entonces añadió:" at the end)
    content = tuple(c for c in finding.content if c.start < c.end) if finding is not None else ()
    if finding is None or not content:
        return None
    speaker = speaker_of(reading, cue, finding, cast)
    if is_proof(reading, cue, speaker, cast):
        return None
    to = addressee_of(page, cue, finding, cast) if cue.entry.kind in ADDRESSED else None
    aside = page.feat(cue.verb, "Mood") == "Sub"
    return Utterance(content=content, cue=cue.span(page), speaker=speaker, addressee=to, passing=aside)


def _repeated(page: Page, u: Utterance, found: list[Utterance]) -> bool:
    """True for the second verb of "dijo que considera que …": the same speaker says one thing."""
    if u.cue is None or u.speaker.span is not None:
        return False
    cue = u.cue
    return any(
        o is not u and o.content[0].contains(cue) and len(page.text[o.content[0].start : cue.start].split()) <= 2
        for o in _beginning_before(found, cue.start)
    )


def _beginning_before(found: list[Utterance], offset: int) -> list[Utterance]:
    """Those of `found`, which is in text order, whose content may hold `offset`."""
    last = bisect_right(found, offset, key=lambda u: u.content[0].start)
    return found[max(0, last - _OVERLAPPING) : last]


def _reaches(u: Utterance, s: Sourced) -> bool:
    """True if a cue's content goes up to the phrase, so that the document named is only where it was said."""
    return 0 <= s.cue.start - u.content[-1].end <= 3 and s.content[0].contains(u.content[-1])


def distinct_spans(found: list[Utterance]) -> tuple[Span, ...]:
    """All content spans."""
    return tuple(c for u in found for c in u.content)


def _place(u: Utterance) -> tuple[int, int]:
    return u.content[0].start, u.cue.start if u.cue else -1


def _distinct(found: list[Utterance]) -> list[Utterance]:
    """Each content once: of two cues that report the same words the one nearer to them stays."""
    kept: list[Utterance] = []
    for u in sorted(found, key=lambda u: (u.content[0], _distance(u))):
        if not _has_same(kept, u.content[0]):
            kept.append(u)
    return kept


def _has_same(kept: list[Utterance], said: Span) -> bool:
    """Whether the content is there; only those that begin close before it can be the same."""
    reach = 0.12 * (said.end - said.start)
    close = takewhile(lambda k: said.start - k.content[0].start <= reach, reversed(kept))
    return any(_same(said, k.content[0]) for k in close)


def _distance(u: Utterance) -> int:
    if u.cue is None:
        return 0
    return min(abs(u.cue.end - c.start) if u.cue.start < c.start else abs(u.cue.start - c.end) for c in u.content)


def _same(a: Span, b: Span) -> bool:
    common = min(a.end, b.end) - max(a.start, b.start)
    return common > 0.9 * max(a.end - a.start, b.end - b.start)


def _resumed(page: Page, cast: Cast, found: list[Utterance]) -> tuple[Utterance, ...]:
    """Who goes on speaking: an elided speaker is the one of the statement before, if that is near."""
    last: Utterance | None = None
    done: list[Utterance] = []
    spoken: set[str] = set()
    for u in found:
        if (namesake := _namesake(page, cast, u, spoken)) is not None:
            u = msgspec.structs.replace(u, speaker=msgspec.structs.replace(u.speaker, entity=namesake))
        loose = (
            u.speaker.document
            or _unposted(page, cast, u, last, spoken)
            or _described(page, u, last)
            or (u.speaker.elided and (u.speaker.entity is None or _resumes(page, u, last)))
        )
        if last is not None and (loose or _continues(page, u, last) or _spoken_of(page, cast, u, last)):
            acting = _acting_between(page, cast, last, u) if loose and u.speaker.elided else None
            entity = acting or last.speaker.entity
            u = msgspec.structs.replace(u, speaker=msgspec.structs.replace(u.speaker, entity=entity))
        if u.speaker.entity is not None and not u.passing and not _nested(u, found):
            last = u
            spoken.add(u.speaker.entity)
        done.append(u)
    return tuple(done)


def _unposted(page: Page, cast: Cast, u: Utterance, last: Utterance | None, spoken: set[str]) -> bool:
    """True for "el funcionario" taken for somebody who has said nothing yet, right after somebody spoke."""
    span, who = u.speaker.span, u.speaker.entity
    if span is None or last is None or who in spoken or not _near(page, u, last):
        return False
    words = span.of(page.text).lower().split()
    if not (len(words) in (2, 3) and words[0] in ("el", "la") and words[1] in ANYBODY):
        return False
    since, here = last.content[-1].end, min(span.start, u.content[0].start)
    named = any(since < _start(p) < here and p.mention.form != "elided" for p in cast.mentions_of(who or ""))
    return cast.kind_of(last.speaker.entity) in ("person", "group") and not named


def _namesake(page: Page, cast: Cast, u: Utterance, spoken: set[str]) -> str | None:
    """Who has spoken before, for a bare surname taken for a silent person of that name."""
    span, who = u.speaker.span, u.speaker.entity
    if span is None or who is None or who in spoken or cast.kind_of(who) != "person":
        return None
    surname = span.of(page.text)
    if len(surname.split()) != 1 or not surname[:1].isupper():
        return None
    known = [id for id in spoken if cast.kind_of(id) == "person" and surname in cast.entity(id).name.split()[1:]]
    return known[0] if len(known) == 1 else None


def _nested(u: Utterance, found: list[Utterance]) -> bool:
    """True for words reported inside other words reported."""
    cue = u.cue
    if cue is None:
        return False
    return any(o is not u and any(c.contains(cue) for c in o.content) for o in _beginning_before(found, cue.start))


def _continues(page: Page, u: Utterance, last: Utterance) -> bool:
    """True for the second verb of "recordó que …, y anunció que …": the subject is that of the first."""
    if not u.speaker.elided or u.cue is None or last.cue is None or last.cue.start > last.content[0].start:
        return False
    between = page.text[last.content[-1].end : u.cue.start]
    return u.cue.start >= last.content[-1].end and len(between.split()) <= JOINT and not set(between) & set(".;\n")


def _described(page: Page, u: Utterance, last: Utterance | None) -> bool:
    """True for a description that names nobody known ("agregó la diplomática") right after somebody spoke."""
    span = u.speaker.span
    if span is None or u.speaker.entity is not None or last is None:
        return False
    after = u.cue is not None and span.start >= u.cue.end
    return after and span.of(page.text).lower().startswith(("el ", "la ")) and _near(page, u, last)


def _spoken_of(page: Page, cast: Cast, u: Utterance, last: Utterance) -> bool:
    """True for a description taken for somebody whom the speaker names ("Rousseff condenó …, dijo el mandatario")."""
    span, who = u.speaker.span, u.speaker.entity
    if span is None or who is None or cast.kind_of(who) != "person" or not _near(page, u, last):
        return False
    _, *words = span.of(page.text).split()
    described = bool(words) and all(word[:1].islower() for word in words)
    named = (p.mention for p in cast.mentions_of(who) if p.mention.form in ("name", "title"))
    return described and any(c.start <= m.start and m.end <= c.end for m in named for c in u.content)


def _start(p: Placed) -> int:
    return p.mention.start


def _acting_between(page: Page, cast: Cast, last: Utterance, u: Utterance) -> str | None:
    """The person named by the sentences between two statements, where the first speaker is not."""
    start = max(last.content[-1].end, last.cue.end if last.cue else 0)
    end = min(u.content[0].start, u.cue.start if u.cue else u.content[0].start)
    units = [page.units[n] for n in range(page.unit_number(start), page.unit_number(end))]
    units = [unit for unit in units if start <= unit.start and unit.end <= end]
    if not units:
        return None
    between = cast.placed[bisect_left(cast.placed, units[0].start, key=_start) :]
    shown = (p for p in takewhile(lambda p: _start(p) < units[-1].end, between) if p.mention.form != "elided")
    people = {p.entity for p in shown if cast.kind_of(p.entity) == "person"}
    if len(people) == 1:
        return next(iter(people))
    # of several, the one that grammar makes the subject
    return u.speaker.entity if u.speaker.guessed and u.speaker.entity in people else None


def _resumes(page: Page, u: Utterance, last: Utterance | None) -> bool:
    """True if the statement before stands in the same or the two printed sentences before."""
    return last is not None and u.speaker.guessed and _near(page, u, last)


def _near(page: Page, u: Utterance, last: Utterance) -> bool:
    """True if little stands between the two; in mid-paragraph, if both are of the same paragraph."""
    now, then = (page.unit_number((x.cue or x.content[0]).start) for x in (u, last))
    here, there = page.units[now - 1].start, page.units[then - 1].start
    line = page.text.rfind("\n", 0, here) + 1
    return now - then <= NEAR and (here == line or there >= line)


def _statement(article: Article, page: Page, u: Utterance) -> Statement:
    where = [(c.start, c.end) for c in u.content]
    return Statement(
        id=content_id("s:", article.id, where, (u.cue.start, u.cue.end) if u.cue else None),
        kind=_kind(page, u.content),
        content=u.content,
        speaker=u.speaker.entity,
        speaker_span=u.speaker.span,
        addressee=u.addressee if u.addressee != u.speaker.entity else None,
        cue=u.cue,
    )


def _kind(page: Page, content: tuple[Span, ...]) -> StatementKind:
    if all(any(q.outer.contains(c) for q in page.quotations_between(c.start, c.end)) for c in content):
        start = content[0].start
        inside = page.quotations_between(start, start + 1)
        return "direct" if any(q.inner.start <= start < q.inner.end for q in inside) else "mixed"
    quoted = any(c.contains(q.outer) for c in content for q in page.quotations_from(c))
    return "mixed" if quoted else "indirect"
