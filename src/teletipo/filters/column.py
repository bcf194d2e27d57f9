"""Column: filters on what one column of a row holds."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from teletipo.errors import InputError
from teletipo.filters.terms import Among, Condition, Maker, Term, check_known, check_single, negation
from teletipo.folding import fold
from teletipo.store.rows import RANK, SCALE

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def equal(name: str, *, written: Callable[[str], str] = str, among: Among | None = None) -> Maker:
    """A filter for a column equal to one of the values, spelt by `written`; `among` gives the values that exist."""

    def make(term: Term) -> Condition:
        values = tuple(map(written, term.values))
        check_known(term, values, among)
        marks = ", ".join("?" * len(values))
        return Condition(f"coalesce({name}, '') {negation(term)}IN ({marks})", values)

    return make


def words(name: str) -> Maker:
    """A filter for a column that contains the value, whatever its accents and case."""
    return _any(f"contains({folded(name)}, ?)", fold)


def listed(name: str, *, written: Callable[[str], str] = str, among: Among | None = None) -> Maker:
    """As `equal`, for a column that holds a list."""
    holds = _any(f"list_contains({name}, ?)", written)

    def make(term: Term) -> Condition:
        check_known(term, tuple(map(written, term.values)), among)
        return holds(term)

    return make


def named(name: str) -> Maker:
    """A filter on a column that holds a name."""
    return _any(f"regexp_matches({folded(name)}, ?)", beginning)


def listed_names(name: str) -> Maker:
    """A filter on a column that holds a list of names."""
    return named(f"array_to_string({name}, '|')")


def certainty(term: Term) -> Condition:
    """A filter on the scale: `>=stated` means stated or fact."""
    if unknown := [v for v in term.values if v not in RANK]:
        raise InputError(f"{term.name}{term.operator}{unknown[0]}: the scale is {' > '.join(SCALE)}")
    if term.operator in ("=", "!="):
        return equal("e.certainty")(term)
    check_single(term)
    return Condition(f"e.certainty_rank {term.operator} ?", (RANK[term.values[0]],))


def date(name: str, forced: str | None = None) -> Maker:
    """A filter on an ISO date given as year, month or day; `forced` is the operator that the term's name implies."""

    def make(term: Term) -> Condition:
        check_single(term)
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


def _any(test: str, written: Callable[[str], str]) -> Maker:
    """A filter for rows that pass the SQL `test` with one of the values, each spelt by `written`."""

    def make(term: Term) -> Condition:
        tests = " OR ".join(test for _ in term.values)
        return Condition(f"{negation(term)}({tests})", tuple(map(written, term.values)))

    return make


def folded(text: str) -> str:
    """SQL for `text` as `fold` gives it; the empty string for NULL."""
    return f"strip_accents(lower(coalesce({text}, '')))"


def beginning(value: str) -> str:
    """A regular expression that matches a folded name in which some word begins with `value`."""
    return rf"(^|[^\pL\pN]){re.escape(fold(value))}"


def _in_calendar(value: str) -> bool:
    """Whether a year, month or day written like this exists."""
    try:
        datetime.date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True
