"""Terms: one `name operator value` each, and the SQL condition that they make together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from teletipo.errors import InputError
from teletipo.meant import instead

_TERM = re.compile(r"([a-z_]+)\s*(>=|<=|!=|=)\s*(.+)", re.DOTALL)
_QUOTED = re.compile(r'"([^"]+)"')


class Term(msgspec.Struct, frozen=True):
    """One `name operator value`."""

    name: str
    operator: str
    values: tuple[str, ...]


class Condition(msgspec.Struct, frozen=True):
    """A piece of SQL and the parameters it takes."""

    sql: str
    parameters: tuple[str | int, ...] = ()


Maker = Callable[[Term], Condition]
Among = Callable[[], Sequence[str]]  #: the values that exist, computed only when needed


def conditions(texts: Iterable[str], makers: Mapping[str, Maker]) -> Condition:
    """The terms of `texts`, one or several, as one condition. Raises InputError for one that cannot be understood."""
    texts = [texts] if isinstance(texts, str) else texts
    made = [makers[term.name](term) for term in (_parsed(text, makers) for text in texts)]
    sql = " AND ".join(f"({c.sql})" for c in made) or "TRUE"
    return Condition(sql, tuple(p for c in made for p in c.parameters))


def _parsed(text: str, makers: Mapping[str, Maker]) -> Term:
    found = _TERM.fullmatch(text.strip())
    if not found:
        raise InputError(f"{text!r} is not a filter; write name=value (or !=, >=, <=), for instance type=CONSULT")
    name, operator, value = found.groups()
    quoted = _QUOTED.fullmatch(value)
    if name not in makers:
        raise InputError(f"{name}: no such filter; {instead(name, list(makers))}")
    values = quoted.groups() if quoted else tuple(v.strip() for v in value.split(",") if v.strip())
    return Term(name, operator, values or ("",))


def negation(term: Term) -> str:
    """NOT for `!=`."""
    if term.operator not in ("=", "!="):
        raise InputError(f"{term.name}{term.operator}: only = and != can be used with {term.name}")
    return "NOT " if term.operator == "!=" else ""


def check_single(term: Term) -> None:
    """Raise InputError for a list of values where only one can be compared."""
    if len(term.values) > 1:
        raise InputError(f"{term.name}{term.operator}{','.join(term.values)}: only one value can be compared")


def check_known(term: Term, values: Iterable[str], among: Among | None) -> None:
    """Raise InputError for a value that does not exist, listing similar ones first."""
    known = among() if among else ()
    if among and (unknown := [value for value in values if value not in known]):
        raise InputError(f"{term.name}={unknown[0]}: {instead(unknown[0], known)}")
