"""UN sentences as verbal or material, cooperation or conflict: python bench/quad.py writes predictions and scores them.

A sentence gets the class of its first act under PLOVER's conventions; a sentence without an act is irrelevant.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from teletipo.errors import InputError
from teletipo.export.plover import coded
from teletipo.pipeline import read

BENCH = next((p / "shared/bench" for p in Path(__file__).resolve().parents if (p / "shared/bench").is_dir()), Path())
LABELS = {1: "verbal_cooperation", 2: "material_cooperation", 3: "verbal_conflict", 4: "material_conflict"}


def label(text: str) -> str:
    """The class of one sentence."""
    try:
        dossier = read(text)
    except InputError:  # a sentence that is no Spanish, which an article reader refuses
        return "irrelevant"
    first = min(dossier.events, key=lambda e: e.anchors[0], default=None)
    return LABELS[coded(first, dossier).quad] if first else "irrelevant"


def main() -> None:
    """Predict and score."""
    gold = BENCH / "un-quadclass-es/dev.jsonl"
    if not gold.exists():
        sys.exit(f"bench/quad.py: {gold} is not there")
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for line in gold.read_text("utf-8").splitlines():
            out.write(json.dumps({"label": label(json.loads(line)["text"])}) + "\n")
        out.flush()
        subprocess.run([sys.executable, str(BENCH / "score.py"), "quad", str(gold), out.name], check=True)


if __name__ == "__main__":
    main()
