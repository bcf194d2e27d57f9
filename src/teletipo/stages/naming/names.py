"""Names: runs of tokens that are proper names, by the gazetteer, the model's boundaries and runs of PROPN."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from teletipo.gazetteer import Entry, Form, Gazetteer
from teletipo.lexicon.referring import Referring
from teletipo.stages.naming.guesses import (
    article_of,
    guessed,
    has_nickname,
    is_none,
    is_surname,
    joined,
    past_matter,
    trimmed,
)
from teletipo.stages.naming.nouns import has_portfolio, is_description, is_post
from teletipo.tree import Sentence

_SEPARATORS = frozenset(
    {"y", "e", ",", ";", "/", "(", ")", "-", "–", "o", "u", ":", '"', "«", "»", "“", "”", "con", "porque", "pero"}
)

_FULL = 2  #: words of a person's full name


class Run(msgspec.Struct, frozen=True):
    """A proper name: tokens `[first, last)`, its entries in the gazetteer, and the model's guess."""

    first: int
    last: int
    entries: tuple[tuple[Entry, Form], ...] = ()
    label: str | None = None  #: PER, LOC, ORG, MISC; None when only a run of PROPN
    country: str | None = None  #: of a known name inside a longer unknown one
    headed: bool = False  #: begins with a common noun that says what it is ("Ministerio de Exteriores")

    def entry(self, *kinds: str) -> Entry | None:
        """The likeliest known entry of one of the kinds (of any kind, if none is given)."""
        for entry, _ in self.entries:
            if not kinds or entry.kind in kinds:
                return entry
        return None

    def form(self, entry: Entry) -> Form | None:
        """The form by which the entry is named."""
        return next((f for e, f in self.entries if e.id == entry.id), None)

    @property
    def seated(self) -> Entry | None:
        """The body whose seat is in the place of that name ("Bruselas")."""
        found = self.entry("organisation") if self.entry("place") is not None else None
        form = self.form(found) if found is not None else None
        return found if form is not None and form.kind == "metonym" else None

    @property
    def known(self) -> bool:
        """True if the gazetteer has the name."""
        return bool(self.entries)


class _Page(NamedTuple):
    """A sentence with the names that the gazetteer finds in it."""

    sentence: Sentence
    gazetteer: Gazetteer
    known: list[Run]


def runs(
    sentence: Sentence, gazetteer: Gazetteer, words: Referring, start: int = 0, surnames: frozenset[str] = frozenset()
) -> tuple[Run, ...]:
    """The names of a sentence from token `start` on, in text order, none overlapping another."""
    page = _Page(sentence, gazetteer, [k for k in _known(sentence, gazetteer) if k.first >= start])
    found = list(page.known)
    for first, last, label in joined(sentence, guessed(sentence), gazetteer):
        if first < start:
            first, last = trimmed(sentence, start, last)
        if (name := past_matter(sentence, first, last, gazetteer, words)) > first:
            first, label = name, "PER"
        if first < last and not is_none(sentence, first, last, label, gazetteer):
            found.extend(_fit(page, first, last, label))
    alone = (t for t in range(start, len(sentence)) if sentence.forms[t] in surnames and is_surname(sentence, t))
    return _disjoint([*found, *(Run(t, t + 1, (), "PER") for t in alone)])


def _known(sentence: Sentence, gazetteer: Gazetteer) -> list[Run]:
    """The longest gazetteer matches from the left, without demonyms."""
    found: list[Run] = []
    done = 0
    for position in _beginnings(sentence, gazetteer):
        match = gazetteer.match(sentence.forms, position) if position >= done else None
        entries = tuple(p for p in match.entries if p[1].kind != "demonym") if match else ()
        if entries and not sentence.capitals[position] and is_post(gazetteer, sentence.low[position]):
            entries = tuple(p for p in entries if p[0].kind != "organisation")
        if match and entries and not _plain_word(sentence, position, match.last, entries):
            telling = tuple(p for p in entries if _telling(p[1]))
            found.append(Run(match.first, match.last, telling, None if telling else "PER"))
            done = match.last
    return found


def _beginnings(sentence: Sentence, gazetteer: Gazetteer) -> list[int]:
    """Where names may begin: at a capital, at a noun before one ("consejo de Seguridad"), at a name without any.

    That is a noun of its own ("los hutíes"), not one that tells another ("los rebeldes talibanes").
    """
    capitals = [token for token, capital in enumerate(sentence.capitals) if capital]
    nouns = [t for c in capitals for t in (c - 2, c - 1) if t >= 0 and sentence.upos[t] == "NOUN"]
    nouns += [t for t, word in enumerate(sentence.low) if word in gazetteer.uncapitalised and _is_noun(sentence, t)]
    return sorted({*capitals, *nouns})


def _is_noun(sentence: Sentence, token: int) -> bool:
    return sentence.upos[token] == "NOUN" and sentence.labels[token] not in ("amod", "appos")


def _telling(form: Form) -> bool:
    """True unless the form is a common surname: who that is must come from the article."""
    return not (form.short and form.ambiguous)


def _plain_word(sentence: Sentence, first: int, last: int, entries: tuple[tuple[Entry, Form], ...]) -> bool:
    """True for a common word that opens a sentence or quotation, or an ambiguous form not tagged as a name."""
    if last - first > 1:
        return False
    plain = sentence.upos[first] not in ("PROPN", "NOUN", "X", "ADJ")
    opens, ambiguous = sentence.opens(first), all(form.ambiguous for _, form in entries)
    return (plain and (opens or ambiguous)) or (opens and ambiguous and sentence.upos[first] == "NOUN")


def _fit(page: _Page, first: int, last: int, label: str | None) -> Iterator[Run]:
    """What a guessed name adds to the known names it overlaps."""
    sentence, gazetteer, known = page
    inside = [k for k in known if k.first < last and first < k.last]
    if any(k.first <= first and last <= k.last for k in inside) or _are_states(inside, first, last):
        return
    if inside and inside[-1].last == last and has_portfolio(sentence, gazetteer, first):
        return
    while first < last - 1 and is_post(gazetteer, sentence.low[first]) and sentence.capitals[first + 1]:
        first += 1  # the model often takes "Presidente Evo Morales" for the name
    if label == "PER" and has_nickname(sentence, first, last):
        yield Run(first, last, (), label)
        return
    separators = [t for t in range(first, last) if sentence.low[t] in _SEPARATORS or _ends_place(sentence, inside, t)]
    if separators and (inside or label is None or sentence.forms[separators[0]] == ","):
        for part in _parts(sentence, first, last, separators):
            yield from _fit(page, *part, label)
        return
    if is_post(gazetteer, sentence.low[first]) and _stands_for_holder(sentence, first, last):
        return
    guess = Run(first, last, (), label)
    if before := next((k for k in inside if _stands_before_name(sentence, gazetteer, k, guess)), None):
        yield Run(before.last, last, (), "PER")
        return
    headed = gazetteer.noun(sentence.low[first]) is not None
    if headed and (last - first == 1 or (inside and is_description(sentence, gazetteer, first))):
        return
    if label == "PER" and inside and _is_persons(sentence, gazetteer, inside, first, last):
        yield Run(first, last, (), label)
        return
    places = [k for k in inside if k.entry("state") or (k.first == first and sentence.forms[k.first].isupper())]
    if label == "PER" and places and not headed:
        yield from _around(sentence, first, last, places)
        return
    repeats = headed and bool(inside) and inside[-1].last == last and inside[0].first == first + 1
    if not repeats and (headed or not inside or inside[0].first > first or inside[0].last < last):
        telling = (k for k in inside if k.entry("state") or _is_complement(sentence, first, last, k))
        country = next((e.country for k in telling for e, _ in k.entries if e.country), None)
        if not headed:
            first = article_of(sentence, first)
        yield Run(first, last, (), label, country, headed)


def _stands_for_holder(sentence: Sentence, first: int, last: int) -> bool:
    """True for a post in capitals and what it is for: "el [Gobernador del Estado]", "la [Vicepresidenta]"."""
    told = (first > 0 and sentence.upos[first - 1] == "DET") or sentence.low[max(0, first - 1)] in ("al", "del")
    return sentence.low[first + 1] in ("de", "del") if last - first > 1 else told


def _ends_place(sentence: Sentence, inside: list[Run], token: int) -> bool:
    """True for the "a" of "recibió en Pekín a Lula da Silva", which the model takes for one name."""
    places = (k for k in inside if k.last == token and k.entry("state", "place"))
    return sentence.low[token] == "a" and any(places)


def _stands_before_name(sentence: Sentence, gazetteer: Gazetteer, body: Run, name: Run) -> bool:
    """True for what stands right before a person's full name.

    That is a body ("el secretario de la Otan Jens Holm", "a la AFP Eva Sanz", "la diputada del PP Ruiz Gil") or a place
    ("dijo en Lima Ana Ruiz").
    """
    known, last = body.entry("organisation"), name.last
    if not body.first <= name.first < body.last or last - body.last < _FULL:
        return False
    called = sentence.forms[body.last] in gazetteer.given_names
    *_, noun, before = ("", "", *sentence.low[max(0, body.first - 2) : body.first])
    if known is None:
        called = called and body.entry("place", "state") is not None and before == "en"
    else:
        member = known.sector == "PTY" and before in ("del", "de") and is_post(gazetteer, noun)
        called = called or member or (name.label == "PER" and known.sector == "JRN")
    return called and all(sentence.forms[t].istitle() for t in range(body.last, last))


def _are_states(inside: list[Run], first: int, last: int) -> bool:
    """True for several states with nothing between them: "Chile Colombia Perú", in a text that lost its commas."""
    states = {t for k in inside if k.entry("state") for t in range(k.first, k.last)}
    return len(inside) > 1 and states.issuperset(range(first, last))


def _is_complement(sentence: Sentence, first: int, last: int, place: Run) -> bool:
    """True for what tells where a body is ("Universidad de [Lima]"), not part of a name ("[Concepción] del Oro")."""
    joined = place.last == last or sentence.upos[place.first - 1] in ("ADP", "DET")
    return place.entry("place") is None or (place.first > first and joined)


def _is_persons(sentence: Sentence, gazetteer: Gazetteer, inside: list[Run], first: int, last: int) -> bool:
    """True for a state's name as part of a person's: "Eladio Montenegro", "Israel Gil"; a town may be another part."""
    state = inside[0]
    if not all(form.ambiguous for k in inside[1:] for _, form in k.entries):
        return False
    given = first == state.first == state.last - 1 and sentence.forms[first] in gazetteer.given_names
    return sentence.forms[first].istitle() and (first < state.first == last - 1 or given)


def _around(sentence: Sentence, first: int, last: int, places: list[Run]) -> Iterator[Run]:
    """The name without the country in front of it: "Venezuela Nicolás Maduro"."""
    inside = {t for place in places for t in range(place.first, place.last)}
    yield from (Run(*part, (), "PER") for part in _parts(sentence, first, last, sorted(inside)))


def _parts(sentence: Sentence, first: int, last: int, without: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The parts of a name between foreign tokens, in text order."""
    start = first
    for stop in (*without, last):
        part = trimmed(sentence, start, stop)
        if part[0] < part[1]:
            yield part
        start = stop + 1


def _disjoint(found: list[Run]) -> tuple[Run, ...]:
    """The longest of overlapping runs, in text order."""
    kept: list[Run] = []
    for run in sorted(found, key=lambda r: (r.first - r.last, r.first)):
        if not any(k.first < run.last and run.first < k.last for k in kept):
            kept.append(run)
    return tuple(sorted(kept, key=lambda r: r.first))
