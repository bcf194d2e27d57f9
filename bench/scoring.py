"""Runs the scorer of the public benchmarks on predictions."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from folders import BENCH

Row = dict[str, Any]


def scored(task: str, gold: Path, predict: Callable[[Row], Row]) -> str:
    """The scorer's figures for what `predict` makes of each row of a gold file; exits if there is no such file."""
    if not gold.exists():
        sys.exit(f"{gold} is not there: nothing to measure")
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for line in gold.read_text("utf-8").splitlines():
            out.write(json.dumps(predict(json.loads(line))) + "\n")
        out.flush()
        command = [sys.executable, str(BENCH / "score.py"), task, str(gold), out.name]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def gold_file(default: str) -> Path:
    """The file named on the command line, or `default` in the folder of the benchmarks."""
    given = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    return Path(given[0]) if given else BENCH / default
