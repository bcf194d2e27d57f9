"""How long each stage took, for `read --timing`."""

from __future__ import annotations

import time
from collections import defaultdict
from typing import TextIO


class Stopwatch:
    """Measures wall-clock time between laps."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def lap(self, name: str) -> None:
        """Add the time since the last lap to that of `name`."""
        now = time.perf_counter()
        self.seconds[name] += now - self._last
        self._last = now

    def report(self, stream: TextIO) -> None:
        """Write one line per name, in milliseconds and in the order of first laps, and the sum."""
        for name, seconds in (*self.seconds.items(), ("=", sum(self.seconds.values()))):
            stream.write(f"{name:<12} {seconds * 1000:9.1f} ms\n")
