"""Every error that teletipo raises on purpose.

TeletipoError
├── InputError      what the user gave cannot be read (file, encoding, language, option)
├── DataError       codebook, lexicon or gazetteer is not valid; names file, line and key
└── StoreError      an archive cannot be opened, written or upgraded

A bad article inside a batch is no exception: it becomes an entry of `problems` in its dossier.
"""

from __future__ import annotations


class TeletipoError(Exception):
    """Base of all errors raised on purpose; its text is one message for a person.

    `code` and `values` let a user interface say the same in another language; both may be left out.
    """

    def __init__(self, message: str, code: str = "", **values: object) -> None:
        super().__init__(message)
        self.code = code
        self.values = values


class InputError(TeletipoError):
    """The input cannot be read; the message names the file, line or field."""


class DataError(TeletipoError):
    """A data file breaks its schema; the message starts with `file:line:`."""


class StoreError(TeletipoError):
    """An archive cannot be opened, written or upgraded; what was stored before is kept."""
