"""Serving: the body that a title names, and whether somebody of the article serves it or another one."""

from __future__ import annotations

from teletipo.stages.resolving.asked import Asked
from teletipo.stages.resolving.figures import Figure, name_words
from teletipo.stages.resolving.ledger import Ledger
from teletipo.stages.resolving.offices import plain


def leads_body(asked: Asked) -> bool:
    """True for "el líder de Fuerza Nueva": at the head of a body with a name, not of "el Poder Ejecutivo"."""
    run, s = asked.phrase.modifier, asked.sentence
    if run is None or asked.phrase.lemma not in asked.words.heading:
        return False
    noun = asked.ledger.gazetteer.noun(s.low[run.last - 1])
    unknown = not run.known and run.label not in ("PER", "LOC") and (noun is None or noun.kind != "state")
    return unknown or run.entry("organisation") is not None


def body_of(asked: Asked) -> frozenset[str]:
    """The body or place that a post belongs to, without its state: "la ONU", "Austria"."""
    phrase, s = asked.phrase, asked.sentence
    run = phrase.modifier
    state = range(run.first, run.last) if run is not None and run.entry("state") is not None else ()
    forms = [s.forms[t] for t in range(phrase.noun + 1, phrase.last) if t not in state]
    return plain(asked.ledger, asked.ledger.named_in(forms))


def abbreviated_body(asked: Asked) -> frozenset[str]:
    """The words of the body behind an acronym in a title: "el titular de la SRE"; none without a known one."""
    phrase, s = asked.phrase, asked.sentence
    if phrase.lemma not in asked.words.loose:
        return frozenset()  # "el presidente de la ONU" says by itself which post it is
    run = phrase.modifier
    acronyms = [s.forms[t] for t in range(phrase.noun + 1, phrase.last) if s.forms[t].isupper() and len(s.forms[t]) > 2]
    bodies = (asked.ledger.figures.called(name_words(a), "organisation") for a in acronyms)
    named = [body.words for body in bodies if body is not None]
    if acronyms and run is not None and (known := run.entry("organisation")) is not None:
        named.append(name_words(known.name))
    return frozenset(word for words in named for word in words[1:])


def serves(ledger: Ledger, body: frozenset[str], figure: Figure) -> bool:
    """True for somebody with a post that has the words of the body ("secretario de Relaciones Exteriores")."""
    return any(body & set(name_words(p.post)) for p in figure.posts)


def elsewhere(asked: Asked, body: frozenset[str], figure: Figure) -> bool:
    """True for a post in another body or at another place: "el embajador en Austria" is not the one in Bolivia.

    Nor is "el líder de la ONU" at the head of another body, or a spokesperson at that of his own.
    """
    if asked.phrase.lemma in asked.words.loose and figure.types == {"spokesperson"}:
        return True
    noun, run = asked.sentence.low[asked.phrase.noun], asked.phrase.modifier
    headed = run.entry("organisation") if run is not None and asked.phrase.lemma in asked.words.heading else None
    body = body | plain(asked.ledger, name_words(headed.name)) if headed is not None else body
    posts = [
        plain(asked.ledger, asked.ledger.named_in(p.post.split()[1:]))
        for p in figure.posts
        if p.post.lower().startswith(noun) or (headed is not None and p.post.split()[0].lower() in asked.words.head)
    ]
    return bool(posts) and all(there and body.isdisjoint(there) for there in posts)
