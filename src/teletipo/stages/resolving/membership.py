"""Membership: phrases for all members of a group just named ("ambos países", "los tres presidentes")."""

from __future__ import annotations

from teletipo.records import EntityKind
from teletipo.stages.naming.phrases import Phrase
from teletipo.stages.resolving.anaphora import Anaphora
from teletipo.stages.resolving.asked import Asked
from teletipo.stages.resolving.descriptions import described
from teletipo.stages.resolving.figures import Figure
from teletipo.stages.resolving.ledger import Found, Ledger

_NUMBERS = ("dos", "tres", "cuatro", "cinco", "seis")


def is_all_of(asked: Asked) -> bool:
    """ "Ambos países", "los tres presidentes", "esos países": all members of a group just named."""
    phrase = asked.phrase
    forms = _before(asked)
    both = any(f in asked.words.both for f in forms)
    counted = phrase.determiner in ("def", "dem") and any(f in _NUMBERS for f in forms)
    again = phrase.determiner == "dem" and phrase.kind.kind == "state"
    bare = phrase.last == phrase.noun + 1 or (
        phrase.kind.kind == "state" and not phrase.country and not phrase.compound
    )
    return phrase.plural and (both or counted or again) and bare


def members(asked: Asked) -> Found:
    """The members of the last list of that kind and size; else the last ones named."""
    count = _count(asked)
    found = _last_named(asked.ledger, asked.context, _kind(asked.phrase), count)
    if not found or (count is not None and len(set(map(id, found))) < count):
        return described(asked, "group")
    return [(f, f"one of the {len(found)} named before") for f in found]


def _count(asked: Asked) -> int | None:
    """How many are meant, if the phrase says so."""
    forms = _before(asked)
    both = 2 if any(f in asked.words.both for f in forms) else None
    return next((n for n, word in enumerate(_NUMBERS, 2) if word in forms), both)


def _kind(phrase: Phrase) -> EntityKind:
    """The kind of the members: states for sides and delegations, persons for other people."""
    if phrase.kind.type in ("delegation", "group"):
        return "state"
    people = phrase.kind.kind in ("person", "group") and phrase.kind.type != "people"
    return "person" if people else phrase.kind.kind


def _last_named(ledger: Ledger, context: Anaphora, kind: EntityKind, count: int | None) -> list[Figure]:
    """Those last named next to each other, or else separately; places count as their states."""
    found = context.last_list(kind, count)
    if not found and kind == "state":
        places = context.last_list("place", count)
        found = [ledger.state(f.country) for f in places if f.country] if all(f.country for f in places) else []
    found = found or (context.recent(kind, count) if count else [])
    if kind == "state" and count == 2 and len(found) < 2:
        return [ledger.state(c) for c in context.nations()[:2]]
    return found


def _before(asked: Asked) -> list[str]:
    return [f.lower() for f in asked.sentence.forms[asked.phrase.first : asked.phrase.noun]]
