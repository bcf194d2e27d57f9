"""Checks of what callers pass: the arguments of `read` and the items of `pipe`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from teletipo.errors import InputError
from teletipo.gazetteer import Gazetteer
from teletipo.meant import instead

#: Fields of an article beside its text and date; all are strings.
ABOUT = ("id", "title", "url", "outlet", "source_sha256", "language")
ARGUMENTS = ("text", "published", "rules_only", "gazetteer", *ABOUT)


def job_of(item: object) -> dict[str, Any]:
    """An item of `pipe` as arguments of `read`. Raises InputError naming the field that is wrong."""
    if isinstance(item, str):
        return {"text": item}
    if not isinstance(item, Mapping):
        raise InputError(f"a text or a mapping is expected, not {_kind(item)}", "type")
    if unknown := [name for name in item if name not in ARGUMENTS]:
        raise InputError(f"{unknown[0]}: no such field; {instead(str(unknown[0]), ARGUMENTS)}", "field")
    if "text" not in item:
        raise InputError("text: missing", "field")
    return dict(item)


def check(text: object, gazetteer: object, about: Mapping[str, object]) -> None:
    """Raise InputError naming the field if a value has a type that `read` does not take."""
    if not isinstance(text, str):
        raise InputError(f"text: a string is expected, not {_kind(text)}", "type")
    if gazetteer is not None and not isinstance(gazetteer, Gazetteer):
        raise InputError(f"gazetteer: what gazetteer.load makes is expected, not {_kind(gazetteer)}", "type")
    for name, value in about.items():
        if value is not None and not isinstance(value, str):
            raise InputError(f"{name}: a string is expected, not {_kind(value)}", "type")


def date_of(published: object) -> str | None:
    """The date as a string: a `date` or `datetime` in its ISO form. Raises InputError for other types."""
    if isinstance(published, datetime.date):
        return published.isoformat()[:10]
    if published is None or isinstance(published, str):
        return published
    raise InputError(f"published: an ISO date is expected, not {_kind(published)}", "type")


def _kind(value: object) -> str:
    return type(value).__name__
