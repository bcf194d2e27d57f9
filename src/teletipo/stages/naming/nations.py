"""Nations: the country that a noun phrase gives somebody, by a demonym in it or a name after its noun."""

from __future__ import annotations

from typing import NamedTuple

from teletipo.gazetteer import Gazetteer
from teletipo.lexicon.referring import Referring
from teletipo.stages.naming.metonymy import head_token
from teletipo.stages.naming.names import Run
from teletipo.stages.naming.nouns import demonym
from teletipo.tags import NOMINAL
from teletipo.tree import Sentence


class Known(NamedTuple):
    """A sentence with the names in it, and what is known of its words."""

    sentence: Sentence
    runs: tuple[Run, ...]
    gazetteer: Gazetteer
    words: Referring


def names_behind(runs: tuple[Run, ...], noun: int, last: int) -> list[Run]:
    """The names after a noun in the phrase that ends before `last`, other noun phrases left out."""
    return [r for r in runs if noun < r.first and r.last <= last and not r.headed]


def modifier_among(names: list[Run]) -> Run | None:
    """The name that gives the country: the first one of a state or place, else the first."""
    return next((r for r in names if r.entry("state", "place")), names[0] if names else None)


def countries_of(known: Known, first: int, last: int, noun: int) -> tuple[str, ...]:
    """The countries that a phrase names by demonyms or names, and those listed after it."""
    sentence, runs, _, words = known
    inside = {r.first: r for r in runs if noun < r.first and r.last <= last}
    countries: list[str] = []
    token = first
    while token < last:
        joined = sentence.upos[token - 1] == "CCONJ"
        another = countries and sentence.upos[token] == "ADP" and not joined
        if token > noun and (sentence.low[token] in words.abroad or another):
            break
        run = inside.get(token)
        found = _country_of(run) if run else _told_by(known, token) if token != noun else ()
        countries.extend(c for c in found if c not in countries)
        token = run.last if run is not None and not run.headed else token + 1
    if countries:
        names = names_behind(runs, noun, last)
        listed = (r.entry("state") for r in runs if r.first >= last and _is_listed(sentence, r, names))
        countries.extend(state.country for state in listed if state and state.country)
    return tuple(dict.fromkeys(countries))


def _country_of(run: Run) -> tuple[str, ...]:
    """The country of a name, in which a state or place goes before other entries."""
    named = run.entry("state") or run.entry("place")
    country = named.country if named else run.country
    return (country,) if country else ()


def _told_by(known: Known, token: int) -> tuple[str, ...]:
    """The countries of a modifier: a part of a country ("catalán"), or a demonym."""
    if known.sentence.upos[token] not in NOMINAL:
        return ()
    part = known.words.parts.get(known.sentence.low_lemmas[token])
    return (part,) if part else _nations(known.gazetteer, known.sentence.low[token])


def _is_listed(sentence: Sentence, run: Run, names: list[Run]) -> bool:
    """True for a name that continues a list without a preposition: "los gobiernos de España, Francia e Italia"."""
    head = head_token(sentence, run)
    if sentence.labels[head] != "conj" or sentence.kids(head, "case", "det"):
        return False
    return any(n.first <= sentence.heads[head] < n.last for n in names)


def _nations(gazetteer: Gazetteer, form: str) -> tuple[str, ...]:
    """Countries that an adjective of nationality means: "ruso", "ruso-chino"."""
    if state := demonym(gazetteer, form):
        return (state.country,) if state.country else ()
    if "-" in form:
        return tuple(s.country for s in gazetteer.compound(form) if s.country)
    return ()
