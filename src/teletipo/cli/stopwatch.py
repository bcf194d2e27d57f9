"""Stopwatch: how long each stage of a reading took, for `read --timing`."""

from __future__ import annotations

import time
from typing import TextIO


class Stopwatch:
    """Measures wall-clock time between laps."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self.laps: list[tuple[str, float]] = []

    def lap(self, name: str) -> None:
        """Note the time since the last lap under `name`."""
        now = time.perf_counter()
        self.laps.append((name, now - self._last))
        self._last = now

    def report(self, stream: TextIO) -> None:
        """Write one line a lap, in milliseconds, and the sum."""
        for name, seconds in self.laps:
            stream.write(f"{name:<12} {seconds * 1000:9.1f} ms\n")
        stream.write(f"{'=':<12} {sum(seconds for _, seconds in self.laps) * 1000:9.1f} ms\n")
