"""Authoring: structures shared by all files that linguists write."""

from __future__ import annotations

from typing import Annotated

import msgspec

#: words with blanks alone between them; `_` joins those of an expression ("fuerzas_armadas")
Blanked = Annotated[str, msgspec.Meta(pattern="^[^|,;]*$")]


class Bilingual(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One text in Spanish and English."""

    es: str
    en: str


class Counterexample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence in which its entry must find nothing, and the reason."""

    text: str
    why: str
    pending: bool = False  #: a known failure; a rule that mends it must take the mark away
