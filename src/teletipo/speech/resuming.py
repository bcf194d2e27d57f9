"""Resuming: who goes on speaking where the words name no speaker, or the wrong one."""

from __future__ import annotations

import msgspec

from teletipo.cast import SOMEWHERE, Cast
from teletipo.speech.acting import acting_between
from teletipo.speech.epithets import also, described, near
from teletipo.speech.naming import Speaker
from teletipo.speech.page import Page
from teletipo.speech.utterance import Utterance, beginning_before

_BODIES = ("organisation", "state", "group")
_CITING = frozenset(("según", "de acuerdo con"))
_DATIVES = frozenset("me le nos".split())
_JOINT = 4  #: words between a content and the next verb of the same subject


def resumed(page: Page, cast: Cast, found: list[Utterance]) -> tuple[Utterance, ...]:
    """The utterances with their missing speakers: an elided one is that of the statement before, if near."""
    last: Utterance | None = None
    done: list[Utterance] = []
    heard: list[str] = []
    spoken: set[str] = set()
    for u in found:
        if (namesake := _namesake(page, cast, u, spoken)) is not None or _disagrees(page, cast, u):
            u = msgspec.structs.replace(u, speaker=msgspec.structs.replace(u.speaker, entity=namesake))
        loose = (
            _is_loose(page, cast, u, last, spoken)
            or _mute(cast, u, last, spoken)
            or _unposted(page, cast, u, last, spoken)
        )
        if last is not None and (loose or _continues(page, u, last) or _spoken_of(page, cast, u, last)):
            acting = acting_between(page, cast, last, u) if loose and u.speaker.elided else None
            issued = _issued(page, cast, u.speaker, heard)
            entity = acting or issued or _agreeing(page, cast, u, last, done)
            if u.speaker.document and _is_person(page, cast, entity) and not _within(u, last):
                entity = None  # "Ruiz dijo …. El informe señala …"
            if entity == last.speaker.entity and _in_words_of(page, u, last):
                entity = u.speaker.entity if u.speaker.entity != entity else None
            span = None if _borrowed(u.speaker, last) else u.speaker.span
            u = msgspec.structs.replace(u, speaker=msgspec.structs.replace(u.speaker, entity=entity, span=span))
        if (
            u.speaker.entity is not None
            and not u.passing
            and (not _nested(u, found) or _passed_on(page, cast, u, last))
        ):
            last = u
            heard.append(u.speaker.entity)
            spoken.add(u.speaker.entity)
        done.append(u)
    return tuple(done)


def _is_loose(page: Page, cast: Cast, u: Utterance, last: Utterance | None, spoken: set[str]) -> bool:
    """True if the words may refer to the last speaker: a document, "la dependencia", "el también diputado", none."""
    if u.speaker.document or described(page, cast, u, last) or also(page, cast, u, last):
        return True
    if u.speaker.body and last is not None and cast.kind_of(last.speaker.entity) in ("organisation", "state"):
        return True
    return u.speaker.elided and (_nobody(cast, u.speaker.entity) or _resumes(page, cast, u, last, spoken))


def _mute(cast: Cast, u: Utterance, last: Utterance | None, spoken: set[str]) -> bool:
    """True if grammar would allow a body that has said nothing as the subject left out, after a person spoke."""
    guessed = u.speaker.guessed and last is not None and u.speaker.entity not in spoken
    kinds = (cast.kind_of(u.speaker.entity), cast.kind_of(last.speaker.entity if last else None))
    return guessed and kinds[0] in _BODIES and kinds[1] == "person"


def _issued(page: Page, cast: Cast, speaker: Speaker, heard: list[str]) -> str | None:
    """For an official document the last body that said something, not a person ("La nota afirma …")."""
    head = speaker.head
    if not speaker.document or not head or page.low[head] not in page.lists.notices:
        return None
    if page.low[head - 1] in ("un", "una"):
        return None
    return next((who for who in reversed(heard) if cast.kind_of(who) in _BODIES), None)


def _agreeing(page: Page, cast: Cast, u: Utterance, last: Utterance, done: list[Utterance]) -> str | None:
    """The last speaker, or the one before, where only that one agrees with the verb ("dijeron … Añadió …").

    After one person a plural is those whom grammar allows, or nobody ("Dicen que …", "le preguntaron si …").
    """
    number = _number(page, u)
    if not u.speaker.elided or number is None or _number(page, last) in (None, number):
        return last.speaker.entity
    before = (o for o in reversed(done) if o.speaker.entity is not None and not o.passing and near(page, u, o))
    alone = number == "Plur" and cast.kind_of(last.speaker.entity) == "person"
    rest = last.speaker.entity if not alone else None if _told(page, u) else u.speaker.entity
    return next((o.speaker.entity for o in before if _number(page, o) == number), rest)


def _disagrees(page: Page, cast: Cast, u: Utterance) -> bool:
    """True for an elided speaker that is a place, or several for a verb in the singular ("los presos … Dijo que …")."""
    who = u.speaker.entity
    if who is None or not u.speaker.elided:
        return False
    if cast.kind_of(who) != "group" or _number(page, u) != "Sing":
        return _nobody(cast, who)
    shown = [p for p in cast.mentions_of(who) if p.mention.form != "elided"]
    return bool(shown) and all(page.sentences[p.sentence].feat(p.head, "Number") == "Plur" for p in shown)


def _told(page: Page, u: Utterance) -> bool:
    """True for "le preguntaron", "me informan": what somebody is told, by nobody who matters."""
    return u.cue is not None and not _DATIVES.isdisjoint(u.cue.of(page.text).lower().split())


def _number(page: Page, u: Utterance) -> str | None:
    """Whether the verb of the cue is in the singular or in the plural; None in the first person, which may be one."""
    return _feat(page, u, "Number") if _feat(page, u, "Person") != "1" else None


def _feat(page: Page, u: Utterance, name: str) -> str | None:
    """A feature of the verb of the cue that has person and tense."""
    if u.cue is None:
        return None
    words = range(page.word_from(u.cue.start), page.word_from(u.cue.end))
    return next((page.feat(n, name) for n in words if page.is_finite(n)), None)


def _nobody(cast: Cast, who: str | None) -> bool:
    """True if nobody is known to speak, or only a place."""
    return who is None or cast.kind_of(who) in SOMEWHERE


def _unposted(page: Page, cast: Cast, u: Utterance, last: Utterance | None, spoken: set[str]) -> bool:
    """True for "el funcionario" resolved to somebody who has not spoken, right after somebody else spoke."""
    span, who = u.speaker.span, u.speaker.entity
    if span is None or last is None or who in spoken or not near(page, u, last):
        return False
    words = span.of(page.text).lower().split()
    if not (len(words) in (2, 3) and words[0] in ("el", "la") and words[1] in page.lists.posts):
        return False
    since, here = last.content[-1].end, min(span.start, u.content[0].start)
    named = any(since < p.mention.start < here and p.mention.form != "elided" for p in cast.mentions_of(who or ""))
    return cast.kind_of(last.speaker.entity) in ("person", "group") and not named


def _namesake(page: Page, cast: Cast, u: Utterance, spoken: set[str]) -> str | None:
    """The earlier speaker of that name, for a bare surname resolved to somebody who has not spoken."""
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
    return any(o is not u and any(c.contains(cue) for c in o.content) for o in beginning_before(found, cue.start))


def _is_person(page: Page, cast: Cast, who: str | None) -> bool:
    """True for a person; "la Declaración" may have been taken for one."""
    words = cast.entity(who).name.lower().split() if who is not None else []
    return cast.kind_of(who) == "person" and page.lists.documents.isdisjoint(words)


def _within(u: Utterance, last: Utterance) -> bool:
    """True for a cue among the words of the last speaker ("dijo que, según el informe, …")."""
    return u.cue is not None and any(c.contains(u.cue) for c in last.content)


def _passed_on(page: Page, cast: Cast, u: Utterance, last: Utterance | None) -> bool:
    """True for what an outlet only passes on: "Ruiz dijo que vendrá, informó el diario Sol", "según Reuters"."""
    if u.cue is None or last is None or last.cue is None or last.speaker.span is None or _number(page, u) is None:
        return False
    between = last.cue.start > last.content[0].start or last.cue.of(page.text).lower() in _CITING
    called = last.speaker.span.of(page.text).lower().split()
    outlet = not (page.lists.publishing | page.lists.agencies).isdisjoint(called)
    known = last.speaker.entity is not None and cast.entity(last.speaker.entity).sector == "JRN"
    return between and (outlet or known) and _within(u, last) and page.quotation_at(u.cue.start) is None


def _in_words_of(page: Page, u: Utterance, last: Utterance) -> bool:
    """True for a cue within the words quoted from the last speaker: "«Perdió su madre y lloró cuando dijo que …»".

    It may lie without marks in words whose speaker is named after them: "Se quejó de que …, informó el diario".
    """
    if u.cue is not None and last.cue is not None and last.speaker.span is not None:
        named_after = u.cue.start < last.cue.start < last.speaker.span.start
        third = _feat(page, u, "Number") is not None and _feat(page, u, "Person") != "1"
        if named_after and third and any(c.contains(u.cue) for c in last.content):
            return True
    quote = page.quotation_at(u.cue.start) if u.cue is not None else None
    if quote is None:
        return False
    return any(quote.outer.contains(c) for c in last.content)


def _continues(page: Page, u: Utterance, last: Utterance) -> bool:
    """True for the second verb of "recordó que …, y anunció que …": the subject is that of the first."""
    if u.cue is None or last.cue is None or last.cue.start > last.content[0].start:
        return False
    if not u.speaker.elided and not _borrowed(u.speaker, last):
        return False
    between = page.text[last.content[-1].end : u.cue.start]
    return u.cue.start >= last.content[-1].end and len(between.split()) <= _JOINT and not set(between) & set(".\n")


def _borrowed(speaker: Speaker, last: Utterance) -> bool:
    """True for a subject taken from the words said before ("dijo que Ruiz vendrá y afirmó que …")."""
    span = speaker.span
    return span is not None and any(c.start <= span.start < c.end for c in last.content)


def _spoken_of(page: Page, cast: Cast, u: Utterance, last: Utterance) -> bool:
    """True for a description taken for somebody whom the speaker names ("Rousseff condenó …, dijo el mandatario")."""
    span, who = u.speaker.span, u.speaker.entity
    if span is None or who is None or cast.kind_of(who) != "person" or not near(page, u, last):
        return False
    _, *words = span.of(page.text).split()
    described = bool(words) and all(word[:1].islower() for word in words)
    named = (p.mention for p in cast.mentions_of(who) if p.mention.form in ("name", "title"))
    return described and any(c.start <= m.start and m.end <= c.end for m in named for c in u.content)


def _resumes(page: Page, cast: Cast, u: Utterance, last: Utterance | None, spoken: set[str]) -> bool:
    """True if the statement before is in the same printed sentence or one of the two before.

    A person of whom the text goes on to tell, and who has spoken, has priority over a body that spoke in between.
    """
    if last is None or not u.speaker.guessed or not near(page, u, last):
        return False
    kinds = (cast.kind_of(u.speaker.entity), cast.kind_of(last.speaker.entity))
    return not (kinds[0] == "person" and kinds[1] in _BODIES and u.speaker.entity in spoken)
