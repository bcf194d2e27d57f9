"""The command line: `teletipo read`, `explain`, `schema` and the commands over archives.

Data go to stdout, messages to stderr. Exit codes: 0 done, 1 findings (`check`, `verify`), 2 usage or input error; 130
after Ctrl-C, as in shells. This module imports little, so that Ctrl-C is quiet from the start.
"""

from __future__ import annotations

import gc
import os
import sys

#: New objects between two runs of the garbage collector. Records have no cycles; with Python's default of 700 scanning
#: the knowledge while it is loaded takes a fifth of the time of `read --demo`, with 50,000 it takes 6 %. Reading 800
#: articles needs no more memory with this value.
COLLECTED_EVERY = 500_000
INTERRUPTED = 130


def main() -> None:
    """Run the command line; an expected error becomes one line on stderr and exit code 2."""
    gc.set_threshold(COLLECTED_EVERY)
    # before numpy is imported: several threads slow down the parser's small matrices, and --jobs has a process per core
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from teletipo.cli.run import exit_code

        code = exit_code(sys.argv[1:])
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)
