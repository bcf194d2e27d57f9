"""The command line: `teletipo read`, `explain`, `schema` and the commands over archives.

Data go to stdout, messages to stderr. Exit codes: 0 done, 1 findings (`check`, `verify`), 2 usage or input error; 130
after Ctrl-C, as in shells. What this module imports is little, so that Ctrl-C is quiet from the start.
"""

from __future__ import annotations

import gc
import os
import sys

#: new objects between two runs of the collector of cycles: records have no cycles, and with Python's 700 it looks
#: through the knowledge while that is being loaded, for a fifth of the time of `read --demo`, with 50,000 for 6 %; 800
#: articles need no more memory with these
COLLECTED_EVERY = 500_000
INTERRUPTED = 130


def main() -> None:
    """Run the command line; errors raised on purpose become one line on stderr and exit code 2."""
    gc.set_threshold(COLLECTED_EVERY)
    # before numpy: several threads make the parser's small matrices slower, and --jobs has a process for each core
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from teletipo.cli.run import exit_code

        code = exit_code(sys.argv[1:])
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)
