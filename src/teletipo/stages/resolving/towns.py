"""Towns: which town is meant by "esta capital", "esa ciudad" or "la capital siria"."""

from __future__ import annotations

from teletipo.stages.naming.phrases import Phrase
from teletipo.stages.resolving.asked import Asked
from teletipo.stages.resolving.descriptions import points_back
from teletipo.stages.resolving.figures import Figure, name_words
from teletipo.stages.resolving.ledger import Found

_CAPITAL = "capital"
_HERE = ("este", "esta")
#: words by which an agency means where it writes; others are of the town told of last
_WRITTEN = frozenset({_CAPITAL, "ciudad"})
#: words by which a local paper means its own town
_OWN = frozenset({_CAPITAL, "municipio"})
_REACH = 1  #: sentences back that a word for a town may refer to


def town(asked: Asked) -> Found:
    """The town that a phrase without a name refers to; none if it describes another place or nothing decides."""
    phrase = asked.phrase
    if phrase.plural or phrase.lemma not in asked.words.again.town:
        return ()
    if phrase.lemma == _CAPITAL and phrase.country is not None:
        return _seat(asked, phrase.country) if _is_plain(asked, phrase) else ()
    if phrase.determiner != "dem" or not points_back(phrase):
        return ()
    here = asked.sentence.low[phrase.first] in _HERE
    dateline = asked.context.dateline() if here else None
    if dateline is not None and phrase.lemma in _WRITTEN:
        return [(dateline, "where the article was written")] if _is_town(asked, dateline) else ()
    if here and phrase.lemma in _OWN:
        return ()
    near = next((f for f in asked.context.places(_REACH) if _is_town(asked, f)), None)
    return [(near, "the last town named")] if near is not None else ()


def _seat(asked: Asked, country: str) -> Found:
    """The capital of a state: "la capital siria", "la capital de Malasia"."""
    entry = asked.ledger.gazetteer.capital(country)
    if entry is None:
        return ()
    figure = Figure(
        key=f"place {entry.id}", kind="place", name=entry.name, country=country, known=entry.id,
        words=name_words(entry.name), named=True,
    )  # fmt: skip
    return [(asked.ledger.figures.add(figure), f"capital of {country}")]


def _is_plain(asked: Asked, phrase: Phrase) -> bool:
    """False for "la capital económica china", "la antigua capital alemana", "la capital del estado": another town."""
    s, gazetteer = asked.sentence, asked.ledger.gazetteer
    others = [t for t in range(phrase.first, phrase.last) if t != phrase.noun]
    named = phrase.modifier
    if named is not None and named.entry("state") is None:
        return False
    inside = range(named.first, named.last) if named is not None else range(0)
    return all(t in inside or s.upos[t] in ("DET", "ADP") or gazetteer.demonym(s.low[t]) is not None for t in others)


def _is_town(asked: Asked, figure: Figure) -> bool:
    """True for what was called a town or has coordinates; not for states and regions."""
    if figure.known is None:
        return not figure.nouns.isdisjoint(asked.words.again.town)
    return not figure.known.startswith("state:") and asked.ledger.gazetteer.entry(figure.known).latitude is not None
