"""The filter language: turns `type=CONSULT actor=RUS certainty>=stated since=2013-01` into SQL conditions.

Terms are joined by AND; a comma inside a value means OR. Names are compared without accents and case, by words or
their beginnings ("iran" does not match "Miranda"). Three capital letters mean a country, or an acronym as a word of
its own; a key printed by `who` ("person:…") means that entity. A value in quotation marks is one value, commas
included. A date filter leaves out what has no date.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from teletipo.errors import InputError
from teletipo.folding import fold
from teletipo.meant import instead
from teletipo.store.rows import RANK, SCALE

_TERM = re.compile(r"([a-z_]+)\s*(>=|<=|!=|=)\s*(.+)", re.DOTALL)
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_CAPITALS = re.compile(r"[A-Z]{3}")
_KEY = re.compile(r"(state|org|group|party|place|facility|person|organisation):.+")
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
    """The terms of `texts` as one condition. Raises InputError for a term that cannot be understood."""
    made = [makers[term.name](term) for term in (_parsed(text, makers) for text in texts)]
    sql = " AND ".join(f"({c.sql})" for c in made) or "TRUE"
    return Condition(sql, tuple(p for c in made for p in c.parameters))


def column(name: str, *, written: Callable[[str], str] = str, among: Among | None = None) -> Maker:
    """A filter for a column equal to one of the values, spelt by `written`; `among` gives the values that exist."""

    def make(term: Term) -> Condition:
        values = tuple(map(written, term.values))
        _check(term, values, among)
        marks = ", ".join("?" * len(values))
        return Condition(f"coalesce({name}, '') {_negation(term)}IN ({marks})", values)

    return make


def words(name: str) -> Maker:
    """A filter for a column that contains the value, whatever its accents and case."""
    return _any(f"contains({_folded(name)}, ?)", fold)


def listed(name: str, *, written: Callable[[str], str] = str, among: Among | None = None) -> Maker:
    """As `column`, for a column that holds a list."""
    holds = _any(f"list_contains({name}, ?)", written)

    def make(term: Term) -> Condition:
        _check(term, tuple(map(written, term.values)), among)
        return holds(term)

    return make


def named(name: str) -> Maker:
    """A filter on a column that holds a name."""
    return _any(f"regexp_matches({_folded(name)}, ?)", _beginning)


def listed_names(name: str) -> Maker:
    """A filter on a column that holds a list of names."""
    return named(f"array_to_string({name}, '|')")


def _any(test: str, written: Callable[[str], str]) -> Maker:
    """A filter for rows that pass the SQL `test` with one of the values, each spelt by `written`."""

    def make(term: Term) -> Condition:
        tests = " OR ".join(test for _ in term.values)
        return Condition(f"{_negation(term)}({tests})", tuple(map(written, term.values)))

    return make


def _folded(text: str) -> str:
    """SQL for `text` as `fold` gives it; the empty string for NULL."""
    return f"strip_accents(lower(coalesce({text}, '')))"


def _beginning(value: str) -> str:
    """A regular expression that matches a folded name in which some word begins with `value`."""
    return rf"(^|[^\pL\pN]){re.escape(fold(value))}"


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
        return Condition(f"{_negation(term)}EXISTS ({found} AND {is_one.sql})", is_one.parameters)

    return make


def party(name: str, country: str) -> Maker:
    """A filter on one named party of a row."""

    def make(term: Term) -> Condition:
        is_one = _is_one_of(term.values, f"coalesce({name}, '')", f"coalesce({country}, '')")
        return Condition(f"{_negation(term)}{is_one.sql}", is_one.parameters)

    return make


def capitals(value: str, name: str, country: str) -> Condition | None:
    """For three capitals: they are the country, or a word of the name ("ONU"). None for other values."""
    if not _CAPITALS.fullmatch(value):
        return None
    word = rf"(^|[^\pL\pN]){value}($|[^\pL\pN])"
    return Condition(f"({country} = ? OR regexp_matches({name}, ?))", (value, word))


def naming(value: str, name: str) -> Condition:
    """Some word of the name begins with `value`."""
    return Condition(f"regexp_matches({_folded(name)}, ?)", (_beginning(value),))


def speaking(term: Term) -> Condition:
    """A filter on who speaks in a statement."""
    is_one = _is_one_of(term.values, "s.speaker_name", "s.speaker_country", _key("s.document", "s.speaker"))
    return Condition(f"{_negation(term)}coalesce({is_one.sql}, FALSE)", is_one.parameters)


def _key(document: str, entity: str) -> str:
    """SQL for what identifies an entity across articles."""
    return f"(SELECT n.key FROM entities n WHERE n.document = {document} AND n.id = {entity})"


def _is_one_of(values: Iterable[str], name: str, country: str, key: str = "''") -> Condition:
    """One of `values` means the party with this name, country and key."""

    def means(value: str) -> Condition:
        if _KEY.fullmatch(value):
            return Condition(f"{key} = ?", (value,))
        return capitals(value, name, country) or naming(value, name)

    tests = [means(value) for value in values]
    sql = " OR ".join(test.sql for test in tests)
    return Condition(f"({sql})", tuple(p for test in tests for p in test.parameters))


def certainty(term: Term) -> Condition:
    """A filter on the scale: `>=stated` means stated or fact."""
    if unknown := [v for v in term.values if v not in RANK]:
        raise InputError(f"certainty {unknown[0]}: the scale is {' > '.join(SCALE)}")
    if term.operator in ("=", "!="):
        return column("e.certainty")(term)
    _check_single(term)
    return Condition(f"e.certainty_rank {term.operator} ?", (RANK[term.values[0]],))


def date(name: str, forced: str | None = None) -> Maker:
    """A filter on an ISO date given as year, month or day; `forced` is the operator that the term's name implies."""

    def make(term: Term) -> Condition:
        _check_single(term)
        value = term.values[0]
        if not _DATE.fullmatch(value) or not _in_calendar(value):
            raise InputError(f"{term.name}={value}: a date is YYYY, YYYY-MM or YYYY-MM-DD")
        if forced and term.operator not in ("=", forced):
            raise InputError(f"{term.name}{term.operator}: only = can be used with {term.name}")
        operator = forced or term.operator
        if operator == "<=":
            return Condition(f"substr({name}, 1, {len(value)}) <= ?", (value,))
        if operator == ">=":
            return Condition(f"{name} >= ?", (value,))
        return Condition(f"{'NOT ' if operator == '!=' else ''}starts_with({name}, ?)", (value,))

    return make


def _in_calendar(value: str) -> bool:
    """Whether a year, month or day written like this exists."""
    try:
        datetime.date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True


def _check_single(term: Term) -> None:
    """Raise InputError for a list of values where only one can be compared."""
    if len(term.values) > 1:
        raise InputError(f"{term.name}{term.operator}{','.join(term.values)}: only one value can be compared")


def _check(term: Term, values: Iterable[str], among: Among | None) -> None:
    """Raise InputError for a value that does not exist, listing similar ones first."""
    known = among() if among else ()
    if among and (unknown := [value for value in values if value not in known]):
        raise InputError(f"{term.name}={unknown[0]}: {instead(unknown[0], known)}")


def _negation(term: Term) -> str:
    """NOT for `!=`."""
    if term.operator not in ("=", "!="):
        raise InputError(f"{term.name}{term.operator}: only = and != can be used with {term.name}")
    return "NOT " if term.operator == "!=" else ""


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
