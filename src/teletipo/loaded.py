"""Loaded: importing this module loads the parser and all knowledge, as the server of reading processes does.

The processes it forks share both, so that they are read from disk only once and are in memory only once.
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
