"""Speakers: who says what a cue reports, as words of the text and a member of the cast."""

from __future__ import annotations

import msgspec

from teletipo.cast import Cast, Placed
from teletipo.spans import Span
from teletipo.speech.beside import after_relative, before_insertion
from teletipo.speech.coordination import adds
from teletipo.speech.cue_subjects import by_tree, implied, main_subject, subject_of
from teletipo.speech.cues import Cue
from teletipo.speech.experiencers import experiencer
from teletipo.speech.finding import Finding, Reading
from teletipo.speech.issuers import issuer
from teletipo.speech.minds import is_acted_on
from teletipo.speech.naming import Speaker, named, phrase_end, phrase_start, with_apposed
from teletipo.speech.page import Page
from teletipo.speech.postposed import noun_phrase_after
from teletipo.speech.written import written_by
from teletipo.tags import NAMING
from teletipo.tree import Sentence

_CLOSING = frozenset(", - – — )".split())  #: what may end an insertion before a name
#: relative pronouns that may be what is judged
_THINGS = frozenset("que cual cuales".split())


def speaker_of(reading: Reading, cue: Cue, finding: Finding, cast: Cast) -> Speaker:
    """The speaker of what the cue reports."""
    found = _speaker(reading, cue, finding, cast)
    if is_acted_on(reading.page, cue, found, cast):
        found = implied(reading.page, cue, cast)
    if found.head is not None and _said(reading.page, found, finding):
        found = _otherwise(implied(reading.page, cue, cast), found.entity)
    return _of_body(reading, cast, issuer(reading, cast, found))


def _of_body(reading: Reading, cast: Cast, found: Speaker) -> Speaker:
    """The speaker, marked if the words are only "la dependencia" or "el organismo"."""
    if found.head is None or reading.page.words[found.head].low not in reading.page.lists.bodies:
        return found
    has_name = any(p.mention.form in ("name", "title") for p in cast.mentions_of(found.entity or ""))
    return msgspec.structs.replace(found, body=not has_name)


def _said(page: Page, speaker: Speaker, finding: Finding) -> bool:
    """True if the supposed speaker is part of what is said ("La caravana saldrá mañana, añadió")."""
    head = page.words[speaker.head or 0]
    return any(c.start <= head.start < c.end for c in finding.content)


def _otherwise(speaker: Speaker, entity: str | None) -> Speaker:
    """The speaker, or an unknown one if it is the one that it cannot be."""
    return msgspec.structs.replace(speaker, entity=None) if speaker.entity == entity else speaker


def _speaker(reading: Reading, cue: Cue, finding: Finding, cast: Cast) -> Speaker:
    """The speaker, by construction: inside a body, next to the cue, after it, in the tree, or implied."""
    page = reading.page
    if (inside := _from_inside(page, cue, cast)) is not None:
        return inside
    if _is_asked(page, cue):
        return named(page, cast, *after) if (after := noun_phrase_after(page, cue)) is not None else Speaker()
    if cue.first_person:
        writer = page.low[max(0, cue.first - 1)] == "como"  # "como dijimos en la edición de ayer"
        return Speaker(elided=not writer and page.quotation_at(page.words[cue.verb].start) is None)
    if cue.takes("felt"):
        return experiencer(page, cue, cast)
    if cue.passive or cue.impersonal:
        return _agent(reading, cue, finding, cast)
    if adds(reading, cue):
        return Speaker(elided=True)
    if (beside := _named_beside(page, cue, cast)) is not None and not finding.postposed:
        return beside
    if _object_relative(page, cue, finding):
        return main_subject(page, cue.first, cast, cue.last) or implied(page, cue, cast)
    if finding.postposed:
        return _after_cue(reading, cue, finding, cast)
    if (told := after_relative(page, cue, cast)) is not None:
        return _shown(told)
    if (found := written_by(page, cue, cast) or by_tree(page, cue, cast, left_only=False)) is not None:
        return found
    if cue.mode == "finite" and (inverted := _inverted(page, cue, finding)) is not None:
        return named(page, cast, *inverted)
    if (parted := before_insertion(page, cue, cast)) is not None:
        return _shown(parted)
    return _adjacent(page, cue, cast) or main_subject(page, cue.first, cast, cue.last) or implied(page, cue, cast)


def _is_asked(page: Page, cue: Cue) -> bool:
    """True for "al preguntarle si vendrá, el juez sonrió": he is asked, by whom only a name behind tells."""
    asking = cue.entry.kind == "ask" and cue.mode == "infinitive" and page.low[cue.verb].endswith(("le", "les"))
    return asking and page.low[cue.first - 1] == "al" and page.low[cue.last : cue.last + 1] not in (("a",), ("al",))


def _after_cue(reading: Reading, cue: Cue, finding: Finding, cast: Cast) -> Speaker:
    """The speaker if the cue follows or interrupts the words: the noun phrase after it, else by the tree."""
    page = reading.page
    if (after := noun_phrase_after(page, cue)) is not None:
        return with_apposed(page, cast, named(page, cast, *after))
    if finding.frame == "wedged":  # "el alcalde, quien, dijo, ganará": the relative is not who speaks
        return implied(page, cue, cast)
    behind = page.low[cue.last : cue.last + 1] in (("a",), ("al",))  # "según contaron a La Voz fuentes del caso"
    return by_tree(page, cue, cast, left_only=not behind) or implied(page, cue, cast)


def _shown(placed: Placed) -> Speaker:
    return Speaker(span=Span(placed.mention.start, placed.mention.end), entity=placed.entity)


def _from_inside(page: Page, cue: Cue, cast: Cast) -> Speaker | None:
    """Somebody inside a body, with a plural verb: "Desde el ministerio precisaron", "indicaron desde la OTAN"."""
    sentence, token = page.tree(cue.verb)
    if sentence.feat(token, "Number") != "Plur" or subject_of(page, sentence.index, token) is not None:
        return None
    for child in sentence.kids(token, "obl", "obl:arg", "nmod"):
        number = page.number(sentence.index, child)
        if not any(sentence.low[c] == "desde" for c in sentence.kids(child, "case")):
            continue
        found = named(page, cast, phrase_start(page, number), phrase_end(page, number), number)
        if found.entity is None:
            return Speaker()  # somebody else than who spoke last
        if cast.kind_of(found.entity) in ("organisation", "state", "group", "person"):
            return found
    return None


def _object_relative(page: Page, cue: Cue, finding: Finding) -> bool:
    """True for "el plan, que (el cual) calificó de «farsa»": the relative is what is judged, not who judges."""
    before = page.words[cue.first - 1].low if cue.first else ""
    return cue.entry.kind == "judge" and finding.frame in ("de", "como", "adj", "noun") and before in _THINGS


def _adjacent(page: Page, cue: Cue, cast: Cast) -> Speaker | None:
    """A name directly before the cue that opens its sentence or follows a comma."""
    sentence, token = page.tree(cue.first)
    opening = page.words[page.words_around(cue.first).start]
    for p in cast.within(sentence.index):
        edge = p.last + (p.last < len(sentence) and sentence.forms[p.last] == ")")
        if edge == token and p.mention.form != "elided" and cue.mode == "finite":
            starts = p.first == 0 or sentence.starts[p.first] == opening.start or sentence.forms[p.first - 1] == ","
            if starts:
                return _headed(page, sentence, p)
    return None


def _headed(page: Page, sentence: Sentence, placed: Placed) -> Speaker:
    span, head = sentence.span(placed.first, placed.last), page.number(sentence.index, placed.head)
    return Speaker(span=span, entity=placed.entity, head=head)


def _named_beside(page: Page, cue: Cue, cast: Cast) -> Speaker | None:
    """ "…, el secretario general, Ana Ruiz, recordó": a person's name directly before the cue."""
    sentence, token = page.tree(cue.first)
    if page.feat(cue.verb, "Number") == "Plur":
        return None
    edge = token - 1 if token and sentence.forms[token - 1] == "," else token
    for p in cast.within(sentence.index):
        person = p.mention.form in ("name", "title") and cast.entity(p.entity).kind == "person"
        apart = p.first and sentence.forms[p.first - 1] in _CLOSING
        if person and p.last == edge and apart and cue.mode == "finite":
            return _headed(page, sentence, _told_of(cast, sentence, p))
    return None


def _told_of(cast: Cast, sentence: Sentence, beside: Placed) -> Placed:
    """The name that an apposition describes: "Ana Ruiz, entrenadora de Juan Paz,"."""
    if not sentence.forms[beside.first][:1].islower() or sentence.upos[beside.first] == "DET":
        return beside
    names = (
        p for p in cast.within(sentence.index) if p.last == beside.first - 1 and p.mention.form in ("name", "title")
    )
    before = next((p for p in names if cast.kind_of(p.entity) == "person"), None)
    return before or beside


def _agent(reading: Reading, cue: Cue, finding: Finding, cast: Cast) -> Speaker:
    """ "fue anunciado por X", "se lee en un informe de X"; nobody for "se anunció"."""
    page = reading.page
    sentence, token = page.tree(cue.verb)
    for child in sentence.kids(token, "obl:agent", "obl"):
        cases = {sentence.low[c] for c in sentence.kids(child, "case")}
        told = "por" in cases or ("en" in cases and sentence.low[child] in reading.page.lists.documents)
        if told and child > token:
            first = page.number(sentence.index, child)
            return named(page, cast, phrase_start(page, first), phrase_end(page, first), first)
    return _after_judgement(page, cue, finding, cast)


def _after_judgement(page: Page, cue: Cue, finding: Finding, cast: Cast) -> Speaker:
    """Whom "por" names after the quoted words, if the tree attached him to them."""
    number = page.word_from(finding.content[-1].end)
    while number < len(page.words) and page.words[number].is_mark:
        number += 1
    if cue.entry.kind != "judge" or page.low[number : number + 1] != ("por",):
        return Speaker()
    after = noun_phrase_after(page, msgspec.structs.replace(cue, last=number + 1))
    return named(page, cast, *after) if after else Speaker()


def _inverted(page: Page, cue: Cue, finding: Finding) -> tuple[int, int, int] | None:
    """The subject between the cue and what it reports ("dijo el ministro que", "señaló X: …")."""
    start = page.word_from(finding.content[0].start)
    if start <= cue.last:
        return None
    found = noun_phrase_after(page, cue)
    if found is None or found[0] >= start or page.words[found[2]].upos not in NAMING:
        return None
    if page.words[found[2]].low in page.lists.times:
        return None
    return found[0], min(found[1], start), found[2]
