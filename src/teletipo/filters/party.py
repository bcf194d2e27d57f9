"""Party: filters on who or what takes part, told by a name, a country or a key."""

from __future__ import annotations

import re
from collections.abc import Iterable

from teletipo.filters.column import beginning, folded
from teletipo.filters.terms import Condition, Maker, Term, negation

_CAPITALS = re.compile(r"[A-Z]{3}")
#: What `entity_keys` gives: for everybody, or for one article's entity.
_KEY = re.compile(r"(state|org|group|party|place|facility|person|organisation):.+|.+/n:?[0-9a-f]{12}")


def role(*roles: str) -> Maker:
    """A filter on who or what has one of `roles` in the event."""
    names = ", ".join(f"'{r}'" for r in roles)
    return playing(f"r.role IN ({names})")


def playing(condition: str) -> Maker:
    """A filter on who or what has a role `r` in the event `e` for which this SQL holds."""

    def make(term: Term) -> Condition:
        name = "coalesce(r.name, '') || ' ' || r.quote"
        is_one = _is_one_of(term.values, name, "r.country", _key("r.document", "r.entity"))
        found = f"SELECT 1 FROM event_roles r WHERE r.document = e.document AND r.event = e.id AND {condition}"
        return Condition(f"{negation(term)}EXISTS ({found} AND {is_one.sql})", is_one.parameters)

    return make


def named(name: str, country: str) -> Maker:
    """A filter on a party with a name and a country of its own in the row."""

    def make(term: Term) -> Condition:
        is_one = _is_one_of(term.values, f"coalesce({name}, '')", f"coalesce({country}, '')")
        return Condition(f"{negation(term)}{is_one.sql}", is_one.parameters)

    return make


def speaking(term: Term) -> Condition:
    """A filter on who speaks in a statement."""
    is_one = _is_one_of(term.values, "s.speaker_name", "s.speaker_country", _key("s.document", "s.speaker"))
    return Condition(f"{negation(term)}coalesce({is_one.sql}, FALSE)", is_one.parameters)


def capitals(value: str, name: str, country: str) -> Condition | None:
    """For three capitals: they are the country, or a word of the name ("ONU"). None for other values."""
    if not _CAPITALS.fullmatch(value):
        return None
    word = rf"(^|[^\pL\pN]){value}($|[^\pL\pN])"
    return Condition(f"({country} = ? OR regexp_matches({name}, ?))", (value, word))


def naming(value: str, name: str) -> Condition:
    """Some word of the name begins with `value`."""
    return Condition(f"regexp_matches({folded(name)}, ?)", (beginning(value),))


def _is_one_of(values: Iterable[str], name: str, country: str, key: str = "''") -> Condition:
    """One of `values` means the party with this name, country and key."""

    def means(value: str) -> Condition:
        if _KEY.fullmatch(value):
            return Condition(f"{key} = ?", (value,))
        return capitals(value, name, country) or naming(value, name)

    tests = [means(value) for value in values]
    sql = " OR ".join(test.sql for test in tests)
    return Condition(f"({sql})", tuple(p for test in tests for p in test.parameters))


def _key(document: str, entity: str) -> str:
    """SQL for what identifies an entity across articles."""
    return f"(SELECT n.key FROM entities n WHERE n.document = {document} AND n.id = {entity})"
