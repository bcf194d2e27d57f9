"""Standard streams that a shell has closed, or that nobody reads any more."""

from __future__ import annotations

import os
import sys

#: name, mode, and flags with which the null device stands in for it: like a closed stream, it can be neither read nor
#: written
_STREAMS = (("stdin", "r", os.O_WRONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY))


def reopen() -> None:
    """Reopen closed streams (`>&-`) on the null device, so that no archive gets their file numbers.

    Reading a closed standard input or writing data to a closed output is an OSError, as for other programs.
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
    """Discard what is still to be written to stdout, so that the exit of the process does not try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
