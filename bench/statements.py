"""Predict and score reported speech: one treebank sentence is one text.

usage: bench/statements.py [GOLD.jsonl]   (default: ../shared/bench/reported-speech-es/dev.jsonl)
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from teletipo.languages import es
from teletipo.pipeline import read

SHARED = Path("/work/shared/bench")


def quotes(text: str) -> list[dict[str, Any]]:
    found = []
    for s in read(text).statements:
        found.append(
            {
                "cue": [s.cue.start, s.cue.end] if s.cue else None,
                "speaker": [s.speaker_span.start, s.speaker_span.end] if s.speaker_span else None,
                "content": [s.content[0].start, s.content[0].end],
            }
        )
    return found


def main() -> None:
    gold = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "reported-speech-es" / "dev.jsonl"
    if not gold.exists():
        sys.exit(f"{gold} is not there: nothing to measure")
    es.reporting()
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for line in gold.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            out.write(json.dumps({"doc": row["doc"], "sent": row["sent"], "quotes": quotes(row["text"])}) + "\n")
        out.flush()
        subprocess.run([sys.executable, gold.parent.parent / "score.py", "statements", gold, out.name], check=True)


if __name__ == "__main__":
    main()
