"""Folding: text without case and accents, as names and searches compare it."""

from __future__ import annotations

import unicodedata


class _Bare(dict[int, str]):
    """Code point -> the character without its accents, for `str.translate`; filled as characters occur."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", chr(code))
        bare = self[code] = "".join(c for c in parts if not unicodedata.combining(c))
        return bare


_BARE = _Bare()


def fold(text: str) -> str:
    """`text` in lower case without accents, as DuckDB's `strip_accents(lower(…))` ("España" -> "espana").

    Phrase rules need to tell "año" from "ano": see `phrases.tokens.fold_vowels`.
    """
    low = text.lower()
    return low if low.isascii() else low.translate(_BARE)
