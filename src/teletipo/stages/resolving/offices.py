"""Offices: whether a title without a name fits a post that somebody in the article has."""

from __future__ import annotations

from collections.abc import Iterable

from teletipo.stages.naming.nouns import demonym
from teletipo.stages.resolving.asked import Asked
from teletipo.stages.resolving.figures import Figure, name_words
from teletipo.stages.resolving.ledger import Ledger

HEADS = frozenset({"head of state", "head of government"})
_ENVOYS = frozenset({"diplomat", "minister", "official"})
_OFFICES = frozenset({*HEADS, "minister", "diplomat", "legislator", "local official", "judge", "soldier"})
_NARROW = frozenset({"former official", "minister", "spokesperson", "diplomat", "legislator"})
_FORMER = "former official"


def same_title(asked: Asked, figure: Figure, title: tuple[str, ...]) -> bool:
    """True for the same words; a ministry and its spokespeople have several."""
    if len(title) == 1:
        return asked.phrase.lemma in figure.nouns
    if asked.phrase.kind.type == _FORMER:
        return _FORMER in figure.types and any(_once(title) <= _once(name_words(p.post)) for p in figure.posts)
    return any(plain(asked.ledger, title) <= plain(asked.ledger, name_words(p.post)) for p in figure.posts)


def heads_body(asked: Asked, figure: Figure, title: tuple[str, ...], body: frozenset[str]) -> bool:
    """True for the head of a body: "el dirigente de la Liga" for its president, "la titular de Economía".

    `body` are the capitalised words of the title, since the post may name the body by other words.
    """
    if asked.phrase.lemma not in asked.words.heading:
        return False
    matter = plain(asked.ledger, title[1:]) - asked.words.ministries
    for post in figure.posts:
        first, *rest = post.post.split()
        if first.lower() not in asked.words.head:
            continue
        if matter and matter <= plain(asked.ledger, name_words(post.post)):
            return True
        if body and body <= asked.ledger.named_in(rest):
            return True
    return False


def same_class(asked: Asked, figure: Figure, title: tuple[str, ...]) -> bool:
    """True for a looser word of the same class: "el mandatario" for a president, "el diplomático" for an envoy."""
    if not figure.nouns.isdisjoint(asked.words.instead.get(" ".join(title), ())):
        return True
    if asked.phrase.lemma in asked.words.loose:
        return _same_loose_class(asked, figure)
    if asked.phrase.lemma in asked.words.scholars:
        return figure.named and not figure.nouns.isdisjoint(asked.words.scholars)
    if asked.phrase.kind.type == _FORMER:
        return _FORMER in figure.types and _held_alike(asked.ledger, asked.phrase.lemma, figure)
    return asked.phrase.kind.type in figure.types & _NARROW


def _same_loose_class(asked: Asked, figure: Figure) -> bool:
    """The same for a title that may mean several posts."""
    if asked.phrase.kind.type in HEADS:
        return bool(figure.types & HEADS)
    if asked.phrase.kind.type == "diplomat":
        return bool(figure.types & _ENVOYS)
    if asked.phrase.lemma in asked.words.serving and figure.types <= {_FORMER, "detainee", "civilian"}:
        return False
    if asked.phrase.lemma in asked.words.anybody:
        return figure.named and not figure.types & HEADS
    return bool(figure.types) and figure.named and not figure.types <= HEADS


def rules(asked: Asked, figure: Figure) -> bool:
    """True if "el líder cubano" may be the head of that state."""
    ruler = asked.phrase.country is not None and asked.phrase.lemma in asked.words.ruling
    return ruler and figure.country == asked.phrase.country and bool(figure.types & HEADS)


def _held_alike(ledger: Ledger, lemma: str, figure: Figure) -> bool:
    """ "El ex militar" for an "ex general", "el ex agente" for an "ex analista"; neither for an "ex presidente".

    "El exmandatario" is one who ruled.
    """
    noun = lemma.removeprefix("ex")
    own, *held = (
        kind.type if (kind := ledger.gazetteer.noun(n)) else ""
        for n in (noun, *(n.removeprefix("ex") for n in sorted(figure.nouns) if n.startswith("ex")))
    )
    return (noun in ledger.words.loose and own not in HEADS) or own in held or _OFFICES.isdisjoint((own, *held))


def _once(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a former post as when it was held: "exanalista" and "ex analista" are one."""
    return frozenset(word.removeprefix("ex") for word in words) - {""}


def plain(ledger: Ledger, words: Iterable[str]) -> frozenset[str]:
    """The words of a post, a foreign ministry's as its matter: "cancillería", "Ministerio de Exteriores"."""
    matters = ledger.words.matters
    found = frozenset(matters.get(word, word) for word in words)
    return found if found.isdisjoint(matters.values()) else found - ledger.words.ministries


def title_text(asked: Asked) -> str:
    """The words of a post without its country: "ministro de Exteriores" for "el ministro ruso de Exteriores"."""
    phrase, s = asked.phrase, asked.sentence
    kept: list[str] = []
    for token in range(phrase.noun, phrase.last):
        form = s.forms[token]
        run = phrase.modifier
        if run is not None and run.first <= token < run.last:
            continue
        counted = form.lower() == "de" and token + 1 < phrase.last and s.upos[token + 1] == "NUM"
        if token > phrase.noun and (form.lower() in asked.words.abroad or counted):
            break
        if token > phrase.noun and (demonym(asked.ledger.gazetteer, form.lower()) or s.upos[token] == "PUNCT"):
            continue
        kept.append(form)
    while kept and kept[-1].lower() in ("de", "del", "la", "el", "los", "las"):
        kept.pop()
    return " ".join(kept)
