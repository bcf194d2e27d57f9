"""Importing this module loads the parser and all knowledge; the fork server of the reading processes imports it.

The processes that it forks share both, so that they are read from disk once and are in memory once.
"""

from __future__ import annotations

import gc
from contextlib import suppress

from teletipo.errors import TeletipoError
from teletipo.pipeline import load

gc.disable()  # loading makes no cycles, and looking for them takes a fifth of the time
with suppress(TeletipoError):  # no model installed: the processes report it when they are asked to read
    load()
gc.freeze()  # never scanned again, which would copy the memory pages for each process
gc.enable()
