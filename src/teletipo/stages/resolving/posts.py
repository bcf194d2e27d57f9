"""Posts: titles without a name ("el presidente ruso"), resolved by the article first, then by the dated gazetteer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from teletipo.gazetteer import Entry
from teletipo.stages.naming.nouns import gender
from teletipo.stages.naming.phrases import OFFICIAL
from teletipo.stages.naming.reference import Reference
from teletipo.stages.resolving.asked import Asked
from teletipo.stages.resolving.bearers import person
from teletipo.stages.resolving.continuing import goes_on
from teletipo.stages.resolving.descriptions import described
from teletipo.stages.resolving.figures import Figure, name_words
from teletipo.stages.resolving.governments import region
from teletipo.stages.resolving.ledger import Found, Ledger
from teletipo.stages.resolving.offices import HEADS, heads_body, plain, rules, same_class, same_title, title_text
from teletipo.stages.resolving.serving import abbreviated_body, body_of, elsewhere, leads_body, serves
from teletipo.stages.resolving.topics import REACH

_OPENING = 2  #: the last sentence that may tell of somebody whom the next ones name
_NEXT = 3  #: how many sentences on
_AHEAD = 100  #: persons named with a title further on who are considered


def post(asked: Asked) -> Found:
    """The person that "el presidente ruso", "el mandatario" or "su homólogo" refers to."""
    ledger, phrase = asked.ledger, asked.phrase
    if phrase.determiner != "indef":
        figure = _by_article(asked)
        if figure is not None:
            return [(figure, f"same post as {figure.name}")]
        if entry := _holder(asked):
            known = _known(ledger, asked.reference, entry)
            ledger.entitle(known, asked.reference, phrase)
            return [(known, f"held the post on {ledger.published}: {entry.id}")]
    elif figure := _told_of(asked):
        ledger.entitle(figure, asked.reference, phrase)
        return [(figure, "apposition")]
    official = phrase.determiner != "indef" or phrase.kind.sector in OFFICIAL  # "un policía" is any
    if official and (figure := _named_next(asked)):
        return [(figure, f"post of {figure.name}, named next")]
    if figure := goes_on(asked):
        return [(figure, f"{figure.name} goes on speaking")]
    return described(asked, "person")


def _told_of(asked: Asked) -> Figure | None:
    """The person that an apposition describes: "El alcalde, un hábil ganadero de 40 años, dijo"."""
    reference, s = asked.reference, asked.sentence
    if asked.phrase.plural or s.labels[reference.head] != "appos" or s.forms[reference.first - 1] != ",":
        return None
    told = ((r, f) for r, f in asked.context.noted_in(s.index) if r.last == reference.first - 1 and not r.plural)
    return next((f for _, f in told if f.kind == "person"), None)


def _by_article(asked: Asked) -> Figure | None:
    """The person in the article that a title refers to: by its words, the body, or a looser word.

    If the title continues a speech the last speaker comes first; persons named with that title only later come last.
    """
    where = region(asked)
    fitting = _fitting(asked, where)
    known = [*(f for f in _who_goes_on(asked) if f in fitting), *fitting]
    if abbreviated := abbreviated_body(asked):
        known = [f for f in known if serves(asked.ledger, abbreviated, f)]
    if asked.phrase.lemma in asked.words.counterparts:
        return _counterpart(asked, known)
    title, body, kind = _title(asked, where), body_of(asked), asked.phrase.kind
    loose = (bool(abbreviated) or not leads_body(asked)) and (
        len(title) == 1 or (asked.phrase.fixed and kind.type in HEADS and len(title) == 2)
    )
    ahead = _later(asked.ledger, asked.reference.sentence, asked.phrase.country)
    called = gender(asked.sentence, asked.phrase.first, asked.phrase.noun)
    later = (f for f in ahead if f.may_be(called) and not (body and elsewhere(asked, body, f)))
    return (
        next((f for f in known if same_title(asked, f, title)), None)
        or next((f for f in known if _holds(asked, f)), None)
        or next((f for f in known if heads_body(asked, f, title, body)), None)
        or next((f for f in known if loose and rules(asked, f)), None)
        or next((f for f in known if loose and same_class(asked, f, title)), None)
        or next((f for f in later if same_title(asked, f, title)), None)
    )


def _counterpart(asked: Asked, known: list[Figure]) -> Figure | None:
    """Whom "su homólogo togolés" means among those known: not the one whose counterpart it is."""
    owner = asked.context.owner(asked.reference)
    named = (f for f in known if f.named or not f.types.isdisjoint(HEADS | {"minister"}))
    return next((f for f in named if asked.phrase.country and f is not owner), None)


def _title(asked: Asked, where: tuple[str, ...] | None) -> tuple[str, ...]:
    """The words of a title; only its noun if the others say nothing about the post."""
    phrase, s = asked.phrase, asked.sentence
    title = name_words(title_text(asked))
    if phrase.determiner == "dem" or where:  # "el presidente sudamericano"
        return title[:1]
    if phrase.lemma in asked.words.loose and not any(s.upos[t] == "ADP" for t in range(phrase.noun + 1, phrase.last)):
        return title[:1]  # "el mandatario indígena"
    return title


def _fitting(asked: Asked, where: tuple[str, ...] | None) -> list[Figure]:
    """The persons mentioned who fit the title's gender, country or region and hold no such post elsewhere."""
    phrase = asked.phrase
    called = gender(asked.sentence, phrase.first, phrase.noun)
    body = frozenset() if phrase.lemma in asked.words.counterparts else body_of(asked)
    return [
        f
        for f in asked.context.people()
        if not f.plural
        and (not phrase.country or f.country == phrase.country)
        and (where is None or f.country in where or f.likely in where)
        and f.may_be(called)
        and not (body and elsewhere(asked, body, f))
    ]


def _who_goes_on(asked: Asked) -> list[Figure]:
    """The last speaker, if the title continues a speech: "El canciller añadió que …"."""
    s = asked.sentence
    verb = s.heads[asked.reference.head]
    bare = asked.phrase.last == asked.phrase.noun + 1
    verbs = asked.words.speaking if bare else asked.words.continuing
    if s.labels[asked.reference.head] != "nsubj" or verb < 0 or s.low_lemmas[verb] not in verbs:
        return []
    spoken = (t for t in reversed(asked.context.topics) if t.speaks and not t.quoted and s.index - t.sentence <= REACH)
    return next((figures for _, figures, *_ in spoken), [])


def _later(ledger: Ledger, sentence: int, country: str | None) -> Iterator[Figure]:
    """Persons named with a title later on; they enter the ledger only when asked for."""
    first = bisect_left(ledger.titled, sentence, key=lambda r: r.sentence)
    for r in ledger.titled[first : first + _AHEAD]:
        assert r.run is not None and r.phrase is not None
        if country not in (None, r.phrase.country) or r.phrase.lemma in ledger.words.counterparts:
            continue  # "el presidente recibió a su homólogo, X": X is another one
        text = ledger.text(r.sentence, r.run.first, r.run.last)
        entry = r.run.entry("person")
        if ledger.figures.person(name_words(text), entry.id if entry else None) is None:
            yield person(ledger, r, r.run)[0]


def _named_next(asked: Asked) -> Figure | None:
    """The only holder of a post that the next sentences name, for a title in the opening: "Un senador …"."""
    ledger, reference, phrase, s = asked.ledger, asked.reference, asked.phrase, asked.sentence
    several = phrase.plural or any("Number=Plur" in s.feats[t] for t in range(phrase.first, phrase.noun))
    if reference.sentence > _OPENING or several or phrase.counted:
        return None
    first = bisect_left(ledger.titled, (reference.sentence, reference.last), key=lambda r: (r.sentence, r.first))
    near = takewhile(lambda r: r.sentence <= reference.sentence + _NEXT, ledger.titled[first:])
    holders = [(r, r.run) for r in near if r.run is not None and _is_same_post(asked, r)]
    names = {name_words(ledger.text(r.sentence, run.first, run.last)): (r, run) for r, run in holders}
    if len(names) != 1:
        return None
    words, (holder, run) = names.popitem()
    entry = run.entry("person")
    if ledger.figures.person(words, entry.id if entry else None) is not None:
        return None  # named before, so that somebody else is meant
    figure = person(ledger, holder, run)[0]
    ledger.entitle(figure, reference, phrase)
    return figure


def _is_same_post(asked: Asked, other: Reference) -> bool:
    """True for the same noun and gender with no other state, body or matter."""
    phrase = asked.phrase
    if other.phrase is None or phrase.lemma != other.phrase.lemma:
        return False
    if None not in (phrase.country, other.phrase.country) and phrase.country != other.phrase.country:
        return False
    titles = (title_text(asked), title_text(asked._replace(reference=other, phrase=other.phrase)))
    here, there = (plain(asked.ledger, name_words(title)) for title in titles)
    return here <= there or there <= here


def _holds(asked: Asked, figure: Figure) -> bool:
    """True of "el secretario de Estado" for somebody known to hold that post, if the story is not another state's."""
    phrase, s = asked.phrase, asked.sentence
    first = s.low[phrase.noun - 1] if phrase.noun > 0 and s.low[phrase.noun - 1] in ("primer", "primera") else ""
    title = f"{first} {title_text(asked)}".strip()
    former = phrase.kind.type == "former official"
    if " " not in title or former or phrase.modifier is not None or figure.known is None or figure.country is None:
        return False
    home = asked.ledger.homeland.of(asked.reference)
    if home is not None and home.country != figure.country:
        return False
    held = asked.ledger.gazetteer.holder(title, figure.country, asked.ledger.published)
    return held is not None and held.id == figure.known


def _holder(asked: Asked) -> Entry | None:
    """The holder, on the day of the article, of the post of the state or body that the title names."""
    phrase = asked.phrase
    organisation = phrase.modifier.entry("organisation") if phrase.modifier else None
    of = organisation.id if organisation else phrase.country
    if of is None:
        return None
    return asked.ledger.gazetteer.holder(title_text(asked), of, asked.ledger.published)


def _known(ledger: Ledger, reference: Reference, entry: Entry) -> Figure:
    """The figure of a person of the gazetteer, who may be named in the article."""
    known = ledger.figures.person(name_words(entry.name), entry.id)
    text = ledger.text(reference.sentence, reference.first, reference.last)
    return known or ledger.figures.add(
        Figure(
            key=f"person {entry.id}",
            kind="person",
            name=text,
            words=name_words(entry.name),
            country=entry.country,
            known=entry.id,
            named=True,
        )
    )
