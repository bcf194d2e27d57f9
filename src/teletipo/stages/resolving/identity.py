"""Identity: which figure a name, title, description or demonym refers to."""

from __future__ import annotations

from teletipo.records import EntityKind
from teletipo.stages.naming.reference import Reference
from teletipo.stages.resolving.anaphora import Anaphora
from teletipo.stages.resolving.asked import Asked
from teletipo.stages.resolving.bearers import bearer
from teletipo.stages.resolving.descriptions import described, points_back, voice
from teletipo.stages.resolving.figures import Figure
from teletipo.stages.resolving.governments import government
from teletipo.stages.resolving.ledger import Found, Ledger
from teletipo.stages.resolving.membership import is_all_of, members
from teletipo.stages.resolving.nicknames import nicknamed
from teletipo.stages.resolving.posts import post
from teletipo.stages.resolving.towns import town


def who(ledger: Ledger, reference: Reference, context: Anaphora) -> Found:
    """The figures that an expression refers to, and why; none if it names nobody."""
    if reference.form == "demonym":
        return _demonym(ledger, reference, context)
    if reference.role in ("voice", "free", "member"):
        return voice(ledger, reference)
    phrase = reference.phrase
    if (other := nicknamed(ledger, reference, context)) is not None:
        return [(other, f"another name of {other.name}")]
    if reference.run is not None and (phrase is None or not reference.run.headed):
        found = bearer(ledger, reference)
        if phrase is not None and phrase.lemma in ledger.words.counterparts:
            _share_post(found, context.owner(reference), ledger.words.counterparts)
        return found
    return () if phrase is None else _by_phrase(Asked(ledger, reference, phrase, context))


def _share_post(found: Found, owner: Figure | None, counterparts: frozenset[str]) -> None:
    """Whoever is named as "su homólogo" holds the owner's post abroad: a president's is no minister."""
    for figure, _ in found:
        if owner is not None and owner.kind == figure.kind == "person" and figure.nouns <= counterparts:
            figure.types = set(owner.types) or figure.types
            figure.nouns |= owner.nouns


def _by_phrase(asked: Asked) -> Found:
    """The figures that a noun phrase without a name means, by the kind of its head noun."""
    phrase = asked.phrase
    if is_all_of(asked):
        return members(asked)
    kind = asked.reference.kind or phrase.kind.kind
    if phrase.kind.kind == "state":
        return government(asked)
    if phrase.lemma in asked.words.again.state and points_back(phrase) and not phrase.plural:
        found = government(asked)
        if found:
            return found
    if kind == "place" and (found := town(asked)):
        return found
    if kind == "person":
        return post(asked)
    return described(asked, kind)


def _demonym(ledger: Ledger, reference: Reference, context: Anaphora) -> Found:
    """An adjective means the state; a noun its people ("los rusos", "cinco alemanes"), or one of them named before."""
    assert reference.country is not None
    if not reference.role:
        return [(ledger.state(reference.country), "demonym")]
    if known := _compatriot(ledger, reference, context):
        return [(known, f"the one of {reference.country} spoken of")]
    text = ledger.text(reference.sentence, reference.first, reference.last)
    kind: EntityKind = "group" if reference.plural else "person"
    figure = Figure(
        key=f"people {text.lower()}", kind=kind, name=text, country=reference.country, plural=reference.plural,
        words=(text.lower(),), nouns={"people"},
    )  # fmt: skip
    return [(ledger.figures.add(figure), "people of a state")]


def _compatriot(ledger: Ledger, reference: Reference, context: Anaphora) -> Figure | None:
    """Whom "el estadounidense" means: the person from that state mentioned most in the last sentences."""
    s, first = ledger.sentences[reference.sentence], reference.first
    if reference.plural or not ({s.low[first], s.low[max(0, first - 1)]} & {"el", "la", "al", "del"}):
        return None
    return next((f for f in context.people() if f.named and f.country == reference.country), None)
