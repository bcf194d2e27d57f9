"""Expression: one time expression of a text, resolved as far as the text and its date of publication allow."""

from __future__ import annotations

import msgspec

from teletipo.records import Precision
from teletipo.timex.draft import Type


class Timex(msgspec.Struct, frozen=True, kw_only=True):
    """One time expression. Dates are ISO, both ends inclusive, None where nothing in or with the text resolves them."""

    start: int
    end: int
    type: Type
    value: str  #: TIMEX3 value; X for what is not known, or PAST_REF, PRESENT_REF, FUTURE_REF
    rule: str  #: id of the rule of times.yaml
    begin: str | None = None
    finish: str | None = None
    precision: Precision | None = None
    basis: str = "explicit"  #: explicit, published, dateline, anchor (another date of the text) or none
    mod: str | None = None  #: TIMEX3 modifier: START, MID, END, MORE_THAN …
    problem: str | None = None  #: code of what could not be resolved
