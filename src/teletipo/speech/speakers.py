"""Speakers: who a cue says is speaking, as words of the text and as one of the cast."""

from __future__ import annotations

import msgspec

from teletipo.cast import Cast, Placed
from teletipo.spans import Span
from teletipo.speech.beside import before_insertion
from teletipo.speech.content import TIMES, Finding, Reading
from teletipo.speech.cues import Cue
from teletipo.speech.page import Page
from teletipo.speech.postposed import noun_phrase_after
from teletipo.tree import Sentence

#: verbs of proof, by which things "say" something
_SHOWING = frozenset("mostrar demostrar evidenciar reflejar confirmar indicar".split())
_POLLS = frozenset("encuesta sondeo estudio".split())  #: papers that are the same one when named again
_RELATIVE = frozenset("que quien quienes cual cuales".split())


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """The words that name the speaker, if any, and the entity, if known."""

    span: Span | None = None
    entity: str | None = None
    head: int | None = None  #: word number
    elided: bool = False  #: no words name the speaker here
    document: bool = False  #: a text whose issuer its words do not tell
    guessed: bool = False  #: `entity` is only the subject that grammar would allow; who spoke last goes first


def speaker_of(reading: Reading, cue: Cue, finding: Finding, cast: Cast) -> Speaker:
    """The speaker of what the cue reports."""
    found = _speaker(reading, cue, finding, cast)
    if found.head is not None and _said(reading.page, found, finding):
        found = _otherwise(_implied(reading.page, cue, cast), found.entity)
    return issuer(reading, cast, found)


def _said(page: Page, speaker: Speaker, finding: Finding) -> bool:
    """True if the supposed speaker is a word of what is said ("La caravana saldrá mañana, añadió")."""
    head = page.words[speaker.head or 0]
    return any(c.start <= head.start < c.end for c in finding.content)


def _otherwise(speaker: Speaker, entity: str | None) -> Speaker:
    """The speaker, nobody known if it is the one that it cannot be."""
    return msgspec.structs.replace(speaker, entity=None) if speaker.entity == entity else speaker


def addressee_of(page: Page, cue: Cue, finding: Finding, cast: Cast) -> str | None:
    """The entity to whom it is said ("dijo a la prensa"), if the cast knows it."""
    sentence, token = page.tree(cue.verb)
    for child in sentence.kids(token, "obl:arg", "iobj", "obl", "obj"):
        to = any(sentence.forms[c].lower() in ("a", "al") for c in sentence.kids(child, "case"))
        if not to or any(c.contains(sentence.span(child)) for c in finding.content):
            continue
        placed = cast.at(sentence.index, child)
        if placed is not None:
            return placed.entity
    return None


def issuer(reading: Reading, cast: Cast, speaker: Speaker) -> Speaker:
    """For a document that speaks ("un comunicado del ministerio") whoever issued it, as far as its words tell."""
    page, head, span = reading.page, speaker.head, speaker.span
    if head is None or span is None or page.words[head].low not in reading.documents:
        return speaker
    last = page.word_from(span.end)
    for n in range(head + 1, last - 1):
        if page.words[n].low in ("de", "del", "por"):
            owner = next((k for k in range(n + 1, last) if page.words[k].upos in ("NOUN", "PROPN")), None)
            found = named(page, cast, n + 1, last, owner) if owner is not None else None
            if found is not None and found.entity is not None:
                return msgspec.structs.replace(speaker, entity=found.entity)
    by = _published_by(page, cast, head) or _named_before(reading, cast, head)
    return msgspec.structs.replace(speaker, entity=by, document=by is None)


def _published_by(page: Page, cast: Cast, head: int) -> str | None:
    """Who is behind "una nota divulgada por el ministerio", "el boletín emitido por la ONU"."""
    sentence, token = page.tree(head)
    for participle in sentence.kids(token, "acl", "amod"):
        for agent in sentence.kids(participle, "obl:agent", "obl", "nmod"):
            if any(sentence.forms[c].lower() == "por" for c in sentence.kids(agent, "case")):
                number = page.number(sentence.index, agent)
                found = named(page, cast, _phrase_start(page, number), _phrase_end(page, number), number)
                if found.entity is not None:
                    return found.entity
    return None


def _named_before(reading: Reading, cast: Cast, head: int) -> str | None:
    """Whose poll "el sondeo" is, where one was named with its author before ("una encuesta del centro Pew")."""
    page = reading.page
    if page.words[head].low not in _POLLS:
        return None
    for n in range(head - 1, 0, -1):
        if page.words[n].low not in _POLLS or page.words[n + 1].low not in ("de", "del"):
            continue
        owner = next((k for k in range(n + 2, min(n + 5, head)) if page.words[k].upos in ("NOUN", "PROPN")), None)
        found = named(page, cast, n + 2, min(n + 6, head), owner) if owner is not None else None
        if found is not None and cast.kind_of(found.entity) in ("organisation", "group", "person"):
            return found.entity
    return None


def _speaker(reading: Reading, cue: Cue, finding: Finding, cast: Cast) -> Speaker:
    page = reading.page
    if (inside := _from_inside(page, cue, cast)) is not None:
        return inside
    if cue.first_person:
        return Speaker(elided=page.quotation_at(page.words[cue.verb].start) is None)
    if cue.passive or cue.impersonal:
        return _agent(page, cue, cast)
    if (beside := _named_beside(page, cue, cast)) is not None and not finding.postposed:
        return beside
    if _object_relative(page, cue, finding):
        return _implied(page, cue, cast)
    if finding.postposed:
        after = noun_phrase_after(page, cue)
        if after is not None:
            return named(page, cast, *after)
        return _by_tree(page, cue, cast, left_only=True) or _implied(page, cue, cast)
    found = _by_tree(page, cue, cast, left_only=False)
    if found is not None:
        return found
    if cue.mode == "finite" and (inverted := _inverted(page, cue, finding)) is not None:
        return named(page, cast, *inverted)
    if (parted := before_insertion(page, cue, cast)) is not None:
        return Speaker(span=Span(parted.mention.start, parted.mention.end), entity=parted.entity)
    return _adjacent(page, cue, cast) or _main_subject(page, cue, cast) or _implied(page, cue, cast)


def is_proof(reading: Reading, cue: Cue, speaker: Speaker, cast: Cast) -> bool:
    """True if the verb shows or proves something and its subject is a thing ("los ensayos muestran que")."""
    if speaker.head is None or cue.entry.verb not in _SHOWING or not cast.placed:
        return False
    word = reading.page.words[speaker.head]
    sentence, token = reading.page.tree(speaker.head)
    return word.upos == "NOUN" and word.low not in reading.documents and cast.at(sentence.index, token) is None


def introducer(page: Page, cast: Cast, said: Span) -> Speaker | None:
    """The subject of the sentence that leads up to words after a colon ("envió este mensaje: «…»")."""
    lead = page.text[: said.start].rstrip("\"“«'‘ \n")
    if not lead.endswith(":"):
        return _ahead(page, cast, said)
    unit = page.unit_at(len(lead) - 1)
    for n in reversed(range(page.word_from(unit.start), page.word_from(len(lead) - 1))):
        sentence, token = page.tree(n)
        subject = _subject(page, sentence.index, token) if page.is_finite(n) else None
        if subject is not None and sentence.forms[subject].lower() not in _RELATIVE:
            found = _subject_speaker(page, cast, sentence.index, token, subject)
            return found if found.entity is not None else None
    return None


def _ahead(page: Page, cast: Cast, said: Span) -> Speaker | None:
    """Who stands before words quoted with their verb ("El Senado “vigilará que …”")."""
    number = page.word_from(said.start) - 1
    if number < 1 or not page.words[number].is_mark or page.unit_at(said.start).start >= page.words[number].start:
        return None
    sentence, token = page.tree(number)
    before = [p for p in cast.within(sentence.index) if p.last == token and p.mention.form != "elided"]
    who = min(before, key=lambda p: p.first, default=None)
    if who is None or cast.kind_of(who.entity) not in ("person", "organisation", "state", "group"):
        return None
    return Speaker(span=sentence.span(who.first, who.last), entity=who.entity)


def _from_inside(page: Page, cue: Cue, cast: Cast) -> Speaker | None:
    """ "Desde el ministerio precisaron", "indicaron desde la OTAN": somebody inside a body, in the plural."""
    sentence, token = page.tree(cue.verb)
    if sentence.feat(token, "Number") != "Plur" or _subject(page, sentence.index, token) is not None:
        return None
    for child in sentence.kids(token, "obl", "obl:arg", "nmod"):
        number = page.number(sentence.index, child)
        if not any(sentence.forms[c].lower() == "desde" for c in sentence.kids(child, "case")):
            continue
        found = named(page, cast, _phrase_start(page, number), _phrase_end(page, number), number)
        if cast.kind_of(found.entity) in ("organisation", "state", "group", "person"):
            return found
    return None


def _object_relative(page: Page, cue: Cue, finding: Finding) -> bool:
    """True for "el alzamiento, que calificó de «farsa»": the relative is what is judged, not who judges."""
    before = page.words[cue.first - 1].low if cue.first else ""
    return cue.entry.kind == "judge" and finding.frame in ("de", "como", "adj", "noun") and before == "que"


def _adjacent(page: Page, cue: Cue, cast: Cast) -> Speaker | None:
    """A name that stands directly before the cue and opens its sentence or follows a comma."""
    sentence, token = page.tree(cue.first)
    opening = page.words[page.word_from(page.unit_at(page.words[cue.first].start).start)]
    for p in cast.within(sentence.index):
        edge = p.last + (p.last < len(sentence) and sentence.forms[p.last] == ")")
        if edge == token and p.mention.form != "elided" and cue.mode == "finite":
            starts = p.first == 0 or sentence.starts[p.first] == opening.start or sentence.forms[p.first - 1] == ","
            if starts:
                span = sentence.span(p.first, p.last)
                return Speaker(span=span, entity=p.entity, head=page.number(sentence.index, p.head))
    return None


def _main_subject(page: Page, cue: Cue, cast: Cast) -> Speaker | None:
    """The subject of the nearest verb before that has one, for a verb that takes over the subject of its sentence."""
    sentence, _ = page.tree(cue.verb)
    floor = page.word_from(page.unit_at(page.words[cue.verb].start).start)
    for n in range(cue.first - 1, floor - 1, -1):
        if page.words[n].sentence != sentence.index or page.quotation_at(page.words[n].start) is not None:
            continue
        at = page.words[n].token
        subject = _subject(page, sentence.index, at) if page.is_finite(n) else None
        if subject is None or subject > at or sentence.forms[subject].lower() in _RELATIVE:
            continue
        found = _subject_speaker(page, cast, sentence.index, at, subject)
        if found.entity is not None:
            return msgspec.structs.replace(found, span=None, elided=True)
    return None


def _named_beside(page: Page, cue: Cue, cast: Cast) -> Speaker | None:
    """ "…, el secretario general, Ana Ruiz, recordó": a person's name directly before the cue."""
    sentence, token = page.tree(cue.first)
    edge = token - 1 if token and sentence.forms[token - 1] == "," else token
    for p in cast.within(sentence.index):
        person = p.mention.form in ("name", "title") and cast.entity(p.entity).kind == "person"
        if person and p.last == edge and p.first and sentence.forms[p.first - 1] == "," and cue.mode == "finite":
            span = sentence.span(p.first, p.last)
            return Speaker(span=span, entity=p.entity, head=page.number(sentence.index, p.head))
    return None


def _agent(page: Page, cue: Cue, cast: Cast) -> Speaker:
    """ "fue anunciado por X"; nobody for "se anunció"."""
    sentence, token = page.tree(cue.verb)
    for child in sentence.kids(token, "obl:agent", "obl"):
        if any(sentence.forms[c].lower() == "por" for c in sentence.kids(child, "case")) and child > token:
            first = page.number(sentence.index, child)
            return named(page, cast, _phrase_start(page, first), _phrase_end(page, first), first)
    return Speaker()


def _by_tree(page: Page, cue: Cue, cast: Cast, *, left_only: bool) -> Speaker | None:
    sentence, token = page.tree(cue.verb)
    verb: int | None = token
    for _ in range(4):
        if verb is None:
            return None
        subject = _subject(page, sentence.index, verb)
        if subject is not None and not (left_only and subject > token):
            found = _subject_speaker(page, cast, sentence.index, verb, subject)
            shared = sentence.labels[token] == "conj" and verb != token
            return msgspec.structs.replace(found, span=None, elided=True) if shared else found
        verb = _governor(page, sentence.index, verb)
    return None


def _subject(page: Page, index: int, verb: int) -> int | None:
    sentence = page.sentences[index]
    if sentence.feat(verb, "VerbForm") in ("Inf", "Ger"):
        return None
    for child in sentence.kids(verb, "nsubj", "nsubj:pass"):
        if (
            (sentence.upos[child] in ("NOUN", "PROPN", "PRON", "NUM") or sentence.kids(child, "det"))
            and sentence.forms[child][0].isalnum()
            and ")" not in sentence.forms[child]
            and sentence.forms[child].lower() not in TIMES
        ):
            return child
    return None


def _governor(page: Page, index: int, verb: int) -> int | None:
    """The verb from which a coordinated, infinitive or gerund clause takes its subject, or of an auxiliary."""
    sentence = page.sentences[index]
    label, head = sentence.labels[verb], sentence.heads[verb]
    if head < 0 or sentence.upos[head] not in ("VERB", "AUX", "NOUN", "ADJ"):
        return None
    if label in ("conj", "aux", "cop"):
        return head
    if label in ("xcomp", "advcl", "ccomp") and sentence.feat(verb, "VerbForm") in ("Inf", "Ger"):
        return head
    return None


def _subject_speaker(page: Page, cast: Cast, index: int, verb: int, subject: int) -> Speaker:
    sentence = page.sentences[index]
    head = page.number(index, subject)
    if sentence.forms[subject].lower() in _RELATIVE:
        antecedent = sentence.heads[verb]
        span = sentence.span(subject)
        if (beside := _beside_relative(cast, sentence, subject)) is not None:
            return Speaker(span=span, entity=beside.entity, head=head)
        if antecedent >= 0 and sentence.upos[antecedent] in ("NOUN", "PROPN", "PRON"):
            placed = _placed(cast, index, antecedent, None)
            unknown = (
                placed is None and sentence.upos[antecedent] != "NOUN"
            )  # "una carta que decía": not who spoke last
            return Speaker(span=span, entity=placed.entity if placed else None, head=head, elided=unknown)
        return Speaker(span=span, entity=_nearest_before(cast, index, subject), head=head)
    first, last = _phrase_start(page, head), _phrase_end(page, head)
    floor = page.word_from(page.unit_at(page.words[page.number(index, verb)].start).start)
    if first < floor < last:
        inside = [n for n in range(floor, last) if page.words[n].upos in ("NOUN", "PROPN")]
        first, head = floor, max(head, inside[0]) if inside else head
    return named(page, cast, first, last, head)


def _beside_relative(cast: Cast, sentence: Sentence, relative: int) -> Placed | None:
    """The widest expression that ends where the relative clause (or the comma before it) starts."""
    edge = relative - 1 if relative and sentence.forms[relative - 1] == "," else relative
    ending = [p for p in cast.within(sentence.index) if p.last == edge and p.mention.form != "elided"]
    return min(ending, key=lambda p: p.first, default=None)


def _nearest_before(cast: Cast, index: int, token: int) -> str | None:
    before = [p for p in cast.within(index) if p.last <= token and p.mention.form != "elided"]
    return max(before, key=lambda p: p.last).entity if before else None


def _phrase_start(page: Page, head: int) -> int:
    """Start of the noun phrase, never before its printed sentence (a dateline is often parsed into it)."""
    sentence, token = page.tree(head)
    n = token
    inside = set(sentence.subtree(token))
    while n - 1 in inside and sentence.labels[n - 1] not in ("punct", "cc", "mark", "case") and n - 1 >= 0:
        n -= 1
    return page.number(sentence.index, n)


def _phrase_end(page: Page, head: int) -> int:
    """End of the noun phrase: the subtree up to a relative clause, a verb or a closing comma."""
    sentence, token = page.tree(head)
    inside = set(sentence.subtree(token))
    n = token + 1
    while (
        n < len(sentence) and n in inside and not (sentence.forms[n].lower() in _RELATIVE or sentence.upos[n] == "VERB")
    ):
        n += 1
    while n - 1 > token and sentence.forms[n - 1] in (",", "(", "-"):
        n -= 1
    return page.number(sentence.index, n)


def _inverted(page: Page, cue: Cue, finding: Finding) -> tuple[int, int, int] | None:
    """The subject between the cue and what it reports ("dijo el ministro que", "señaló X: …")."""
    start = page.word_from(finding.content[0].start)
    if start <= cue.last:
        return None
    found = noun_phrase_after(page, cue)
    if found is None or found[0] >= start or page.words[found[2]].upos not in ("NOUN", "PROPN", "PRON"):
        return None
    if page.words[found[2]].low in TIMES:
        return None
    return found[0], min(found[1], start), found[2]


def named(page: Page, cast: Cast, first: int, last: int, head: int) -> Speaker:
    """The speaker named by the words `[first, last)` with that head."""
    sentence, token = page.tree(head)
    low, high = page.words[first].token, page.words[last - 1].token + 1
    placed = _placed(cast, sentence.index, token, (low, high))
    return Speaker(
        span=Span(page.words[first].start, page.words[last - 1].end),
        entity=placed.entity if placed else None,
        head=head,
    )


def _placed(cast: Cast, index: int, token: int, bounds: tuple[int, int] | None) -> Placed | None:
    """The cast's expression at that head, else the widest that starts first inside the bounds."""
    exact = cast.at(index, token)
    if exact is not None:
        return exact
    low, high = bounds or (token, token + 1)
    inside = [p for p in cast.within(index) if p.mention.form != "elided" and p.first < high and p.last > low]
    covering = [p for p in inside if p.first <= token < p.last]
    pool = covering or [p for p in inside if p.first >= low]
    return min(pool, key=lambda p: (p.first, -p.last), default=None)


def _implied(page: Page, cue: Cue, cast: Cast) -> Speaker:
    sentence, token = page.tree(cue.verb)
    placed = cast.elided(sentence.index, token)
    return Speaker(entity=placed.entity if placed else None, elided=True, guessed=True)
