"""Streams: the standard streams as a shell may leave them: closed, on a full disk, or without a reader."""

from __future__ import annotations

import os
import sys

#: name, and how the null device is opened for it: as a stream that is closed, it cannot be read or written
_STREAMS = (("stdin", "r", os.O_WRONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY))


def reopen() -> None:
    """Give closed streams (`>&-`) their numbers back, lest an archive gets them; messages then go nowhere.

    To read from a closed standard input or write data to a closed output is an OSError, as for other programs.
    """
    for number, (name, mode, flags) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            made = os.open(os.devnull, flags)
            if made != number:
                os.dup2(made, number)
            os.set_inheritable(number, True)
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 as long as the process
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # both are TextIOWrapper here


def drop_output() -> None:
    """Forget what is still to be written to stdout, so that the end of the process does not try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
