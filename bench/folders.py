"""Where the data of the benchmarks are: a folder `shared` beside or above the repository, not part of it."""

from __future__ import annotations

from pathlib import Path

_ABOVE = Path(__file__).resolve().parents[2:]
SHARED = next((parent / "shared" for parent in _ABOVE if (parent / "shared").is_dir()), _ABOVE[0] / "shared")
BENCH = SHARED / "bench"  #: development parts of public benchmarks, with their scorer
GOLD = SHARED / "gold"  #: annotated news articles, with their scorer
