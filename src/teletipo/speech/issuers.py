"""Issuers: who is behind a document that speaks ("un comunicado del ministerio", "el sondeo")."""

from __future__ import annotations

import msgspec

from teletipo.cast import Cast
from teletipo.speech.finding import Reading
from teletipo.speech.naming import Speaker, named, phrase_end, phrase_start
from teletipo.speech.page import Page

_AGAIN = frozenset("el la los las dicho dicha dichos dichas este esta ese esa citado citada mencionado".split())
_ISSUERS = ("organisation", "state", "group", "person", "place")
_NAMED = ("name", "title", "description")
#: words before what a document is about: "un estudio sobre la salud de los niños"
_ABOUT = frozenset("sobre acerca".split())
_OWNER = 6  #: words from a paper to the one who issued it ("un informe reciente de la ONU")


def issuer(reading: Reading, cast: Cast, speaker: Speaker) -> Speaker:
    """The issuer of a document that speaks ("un comunicado del ministerio"), as far as its words say."""
    page, head, span = reading.page, speaker.head, speaker.span
    if head is None or span is None or page.words[head].low not in page.lists.documents | page.lists.rulings:
        return speaker
    last = page.word_from(span.end)
    for n in range(head + 1, last - 1):
        if page.words[n].low in ("de", "del", "por"):
            owner = next((k for k in range(n + 1, last) if page.words[k].upos in ("NOUN", "PROPN")), None)
            found = named(page, cast, n + 1, last, owner) if owner is not None else None
            matter = bool(_ABOUT & set(page.low[head + 1 : n]))
            if found is not None and cast.kind_of(found.entity) in (("organisation",) if matter else _ISSUERS):
                return msgspec.structs.replace(speaker, entity=found.entity)
    if page.words[head].low in page.lists.rulings:
        return msgspec.structs.replace(speaker, entity=_court(page, cast, head))
    by = _published_by(page, cast, head) or _named_before(reading, cast, head)
    if by is None and _vague(page, head):
        return msgspec.structs.replace(speaker, entity=None)
    by_or_made = by or _made_by(reading, cast, head)
    return msgspec.structs.replace(speaker, entity=by_or_made, document=by is None)


def _court(page: Page, cast: Cast, head: int) -> str | None:
    """The court or judge named last before a ruling, no prosecutor ("La sala absolvió a Ruiz. El fallo dice …")."""
    here = page.words[head].start
    before = (p for p in reversed(cast.placed) if p.mention.end <= here and p.mention.form in _NAMED)
    courts = (p for p in before if cast.entity(p.entity).sector == "JUD" and cast.kind_of(p.entity) != "group")
    words = ((p, page.text[p.mention.start : p.mention.end].lower().split()) for p in courts)
    return next((p.entity for p, called in words if page.lists.parties.isdisjoint(called)), None)


def _vague(page: Page, head: int) -> bool:
    """True for documents of nobody in particular ("según cálculos oficiales")."""
    first = head - 1 if head and page.words[head - 1].upos == "ADJ" else head
    bare = not first or page.words[first - 1].upos != "DET"
    return bare and page.feat(head, "Number") == "Plur"


def _made_by(reading: Reading, cast: Cast, head: int) -> str | None:
    """The maker of the document, by the sentence that first named it ("La asamblea aprobó una resolución")."""
    page = reading.page
    for n in range(head):
        if page.words[n].low not in reading.page.lists.documents or page.words[n].upos != "NOUN":
            continue
        sentence, token = page.tree(n)
        verb = sentence.heads[token]
        subjects = sentence.kids(verb, "nsubj") if verb >= 0 and sentence.labels[token] == "obj" else ()
        maker = next((p for s in subjects if (p := cast.at(sentence.index, s)) is not None), None)
        if maker is not None and cast.kind_of(maker.entity) in ("organisation", "state", "group", "person"):
            return maker.entity
    return None


def _published_by(page: Page, cast: Cast, head: int) -> str | None:
    """Who is behind "una nota divulgada por el ministerio", "el boletín emitido por la ONU"."""
    sentence, token = page.tree(head)
    for participle in sentence.kids(token, "acl", "amod"):
        for agent in sentence.kids(participle, "obl:agent", "obl", "nmod"):
            if any(sentence.low[c] == "por" for c in sentence.kids(agent, "case")):
                number = page.number(sentence.index, agent)
                found = named(page, cast, phrase_start(page, number), phrase_end(page, number), number)
                if found.entity is not None:
                    return found.entity
    return None


def _named_before(reading: Reading, cast: Cast, head: int) -> str | None:
    """The author of "el sondeo", if it was named with its author before ("una encuesta del centro Pew")."""
    page = reading.page
    noun = page.words[head].low
    pointed_at = head > 0 and page.words[head - 1].low in _AGAIN
    lists = page.lists
    papers = lists.polls if noun in lists.polls else lists.reports if pointed_at else frozenset()
    same = papers if noun in papers else frozenset()
    for n in range(head - 1, 0, -1):
        of = _of_whom(page, n, head) if page.words[n].low in same else None
        if of is None:
            continue
        owner = next((k for k in range(of + 1, min(of + 4, head)) if page.words[k].upos in ("NOUN", "PROPN")), None)
        if owner is None or page.words[owner].low in reading.page.lists.bodies:
            continue
        found = named(page, cast, of + 1, min(of + 5, head), owner)
        if cast.kind_of(found.entity) in ("organisation", "group", "person"):
            return found.entity
    return None


def _of_whom(page: Page, number: int, stop: int) -> int | None:
    """The "de" after a paper, adjectives between them passed over."""
    for n in range(number + 1, min(number + _OWNER, stop)):
        if page.words[n].low in ("de", "del"):
            return n
        if page.words[n].upos != "ADJ":
            return None
    return None
