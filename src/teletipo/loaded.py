"""Loaded: whoever imports this module has the parser and all knowledge; the server of reading processes does.

The processes that it forks share both, so that they are read from the disk once and lie in memory once.
"""

from __future__ import annotations

import gc
from contextlib import suppress

from teletipo.errors import TeletipoError
from teletipo.pipeline import load

gc.disable()  # what is loaded has no cycles; looking for them takes a fifth of the time
with suppress(TeletipoError):  # without a model: the processes say so when they are asked to read
    load()
gc.freeze()  # never looked through again, which would copy its pages for each process
gc.enable()
