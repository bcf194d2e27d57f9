"""Institutions: a body of a state named again by other words ("la cancillería rusa")."""

from __future__ import annotations

from teletipo.stages.resolving.asked import Asked
from teletipo.stages.resolving.figures import Figure, name_words
from teletipo.stages.resolving.ledger import Ledger
from teletipo.stages.resolving.offices import plain, title_text

_MINISTRY = "ministerio"  #: among the words of a matter: it is a ministry's


def matter(asked: Asked) -> frozenset[str]:
    """What a body is for, without the words for its state; empty for any other body.

    A ministry is known by its matter: "Ministerio de Asuntos Exteriores", "cancillería".
    """
    phrase = asked.phrase
    named = phrase.modifier is not None and phrase.modifier.entry("state") is None
    several = phrase.plural or phrase.determiner in ("indef", "poss")
    if named or several or asked.reference.acronym or _elsewhere(asked):
        return frozenset()
    words = name_words(title_text(asked))
    home = asked.ledger.homeland.of(asked.reference)
    if (
        words
        and words[0] in asked.words.matters
        and (phrase.country or (home and home.country)) in asked.words.chancelleries
    ):
        return frozenset()
    return _matter(asked.ledger, words, phrase.country)


def ministry(ledger: Ledger, name: tuple[str, ...], country: str | None) -> frozenset[str]:
    """The matter of a ministry, by its name; empty for other bodies."""
    found = _matter(ledger, name, country)
    return found if _MINISTRY in found else frozenset()


def again(ledger: Ledger, words: frozenset[str], country: str | None) -> Figure | None:
    """The body of that matter named before: of the same state, or the only one where one of both has none."""
    alike = ledger.figures.of_matter(words) if words else []
    same = [f for f in alike if country is not None and f.country == country]
    if not same and len(words) > 1 and len(alike) == 1 and None in (country, alike[0].country):
        same = alike
    if not same:
        return None
    same[0].country = same[0].country or country
    return same[0]


def _elsewhere(asked: Asked) -> bool:
    """True for a body with a location: "la Embajada de Perú en La Paz" may be another than the one in Lima."""
    s = asked.sentence
    return any(s.low[t] in asked.words.abroad for t in range(asked.phrase.noun, asked.phrase.last))


def _matter(ledger: Ledger, words: tuple[str, ...], country: str | None) -> frozenset[str]:
    state = name_words(ledger.state_name(country)) if country is not None else ()
    found = plain(ledger, words).difference(state)
    rest = found - ledger.words.ministries
    return rest | {_MINISTRY} if rest < found or not rest.isdisjoint(ledger.words.matters.values()) else found
