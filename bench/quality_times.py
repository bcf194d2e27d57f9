"""Measures the dates of events and writes their section of docs/quality.md.

usage: python bench/quality_times.py [--write docs/quality.md]
"""

from __future__ import annotations

import sys
from pathlib import Path

import event_dates

MARKS = ("<!-- figures: bench/quality_times.py -->", "<!-- end of figures: bench/quality_times.py -->")
HEAD = "| part | gold dates | exact | exact or containing | right of those given | given where the gold has none |"


def section() -> str:
    """The figures as Markdown."""
    return "\n".join(
        [
            "## Dates of events",
            "",
            "With the gold's anchors as input, so that only the dating is measured:",
            "",
            HEAD,
            "|---|---|---|---|---|---|",
            *map(dated, ("train", "dev")),
        ]
    )


def dated(part: str) -> str:
    """One row of the table of event dates."""
    c = event_dates.count(part)
    gold = c["exact"] + c["coarser"] + c["wrong"] + c["missing"]
    given = gold - c["missing"]
    near = c["exact"] + c["coarser"]
    shares = f"{c['exact'] / gold:.3f} | {near / gold:.3f} | {c['exact'] / given:.3f}"
    return f"| {part} | {gold} | {shares} | {c['extra']} of {c['extra'] + c['none']} |"


def main() -> None:
    """Print the section, or put it between its marks in the page."""
    text = f"{MARKS[0]}\n{section()}\n{MARKS[1]}\n"
    if "--write" not in sys.argv:
        print(text, end="")
        return
    page = Path(sys.argv[sys.argv.index("--write") + 1])
    old = page.read_text(encoding="utf-8") if page.exists() else "# Quality\n"
    first, last = old.find(MARKS[0]), old.find(MARKS[1])
    new = old[:first] + text + old[last + len(MARKS[1]) + 1 :] if first >= 0 else f"{old.rstrip()}\n\n{text}"
    page.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()
