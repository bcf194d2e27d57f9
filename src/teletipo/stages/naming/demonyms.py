"""Demonyms: words that mean a state without naming it ("rusas", "los israelíes"), and states named as a pair."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo.gazetteer import Gazetteer, Match
from teletipo.lexicon.referring import Referring
from teletipo.stages.naming.extents import clause_end, left_end
from teletipo.stages.naming.nouns import demonym, is_plural
from teletipo.stages.naming.reference import Reference, reference
from teletipo.tags import NOMINAL, NOUNS
from teletipo.tree import Sentence


def demonyms(sentence: Sentence, gazetteer: Gazetteer, words: Referring, covered: set[int]) -> Iterator[Reference]:
    """Adjectives and nouns of nationality that stand for the state ("sanciones rusas", "los israelíes")."""
    plurals = words.plurals
    for token, lower in enumerate(sentence.low):
        if lower in plurals:
            first = left_end(sentence, token)
            for country in plurals[lower]:
                yield reference(sentence, first, token + 1, "demonym", kind="state", country=country)
            continue
        if len(lower) < 4 or token in covered or sentence.upos[token] not in NOMINAL:
            continue
        state = demonym(gazetteer, lower)
        if state is not None:
            counted = token > 0 and sentence.low_lemmas[token - 1] in ("numeroso", "mucho", "vario")
            modifies = sentence.labels[token] in ("amod", "flat", "appos")
            people = counted or (not modifies and _is_noun(sentence, token))
            first = left_end(sentence, token) if people else token
            last = clause_end(sentence, first, token) if people and is_plural(sentence, token) else token + 1
            yield reference(
                sentence, first, last, "demonym", kind="state", country=state.country,
                role="people" if people else "", plural=is_plural(sentence, token),
            )  # fmt: skip
        elif "-" in lower:
            for member in gazetteer.compound(lower):
                yield reference(sentence, token, token + 1, "demonym", kind="state", country=member.country)


def pairs_of_states(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Reference]:
    """The states of "la frontera México-Estados Unidos", each with the whole expression."""
    for token, form in enumerate(sentence.forms):
        *before, last = form.split("-")
        if not before or not all(part[:1].isupper() for part in (*before, last)):
            continue
        end = gazetteer.match((last, *sentence.forms[token + 1 : token + 4]), 0)
        matches = (*(gazetteer.match((part,), 0) for part in before), end)
        states = [state for match in matches if match and (state := _state(match))]
        if end and len(states) == len(matches):
            for country in states:
                yield reference(sentence, token, token + end.last, "demonym", kind="state", country=country)


def _state(match: Match) -> str | None:
    """The state that a name means directly, not by its capital or its people."""
    named = (entry for entry, form in match.entries if entry.kind == "state" and form.kind in ("name", "acronym"))
    return next((entry.country for entry in named), None)


def _is_noun(sentence: Sentence, token: int) -> bool:
    return sentence.upos[token] in NOUNS or sentence.kid(token, "det", "nummod") is not None
