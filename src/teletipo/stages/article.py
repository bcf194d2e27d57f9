"""Article: the first stage turns what was read into frozen NFC text with its hashes."""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata

from teletipo.errors import InputError
from teletipo.languages.detect import surely_other
from teletipo.records import Article

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def article(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    source_sha256: str | None = None,
    language: str = "es",
) -> Article:
    """The article with its text in NFC; lone surrogates become U+FFFD so that it can be written as UTF-8.

    `published` is an ISO date (a longer timestamp is cut to its date); anything else counts as unknown. Raises
    InputError for an empty text and for one that is surely written in another language than `language`.
    """
    clean = unicodedata.normalize("NFC", _LONE_SURROGATE.sub("\ufffd", text))
    if not clean.strip():
        raise InputError("the text is empty", "empty", name="-")
    _check_language(clean, language)
    digest = hashlib.sha256(clean.encode("utf-8")).hexdigest()
    return Article(
        id=id or digest[:16],
        sha256=digest,
        source_sha256=source_sha256 or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        language=language,
        text=clean,
        title=title,
        url=url,
        outlet=outlet,
        published=iso_date(published),
    )


def _check_language(text: str, expected: str) -> None:
    if found := surely_other(text, expected):
        raise InputError(
            f"the text is not in the language {expected!r}: it seems to be {found!r}", "language", found=found
        )


def iso_date(value: str | None) -> str | None:
    """The ISO date that `value` starts with ("2024-05-01T10:00Z" -> "2024-05-01"), or None if it starts with none."""
    try:
        return datetime.date.fromisoformat((value or "")[:10]).isoformat()
    except ValueError:
        return None
