"""The section of docs/quality.md on times, numbers and dates of events: runs the benchmarks and writes their figures.

usage: python bench/quality_times.py [--write docs/quality.md]
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import gold_extra
import recognizers
import timex

MARKS = ("<!-- figures: bench/quality_times.py -->", "<!-- end of figures: bench/quality_times.py -->")
#: What others reach on the same sets: HeidelTime on MEANTIME, Recognizers-Text's Python port, dateparser's search.
OTHERS = {
    "relaxed": "HeidelTime .884, dateparser .632", "strict": "HeidelTime .769", "type": "HeidelTime .807",
    "value": "HeidelTime .706, dateparser .205", "numbers": "Recognizers-Text .922",
    "percent": "Recognizers-Text 1.000",
    "currency": "Recognizers-Text .828", "dimension": "Recognizers-Text .889", "age": "Recognizers-Text .947",
    "date": "dateparser .47", "date range": "dateparser .12",
}  # fmt: skip


def section() -> str:
    """The figures as Markdown."""
    lines = [
        "## Times, numbers and dates of events",
        "",
        "Time expressions of MEANTIME's Spanish Wikinews (dev part):",
        "",
    ]
    lines += ["| | P | R | F1 | others |", "|---|---|---|---|---|"]
    for row in timex.scored().splitlines():
        name, p, r, f1 = re.findall(r"(\w+)\s+P ([\d.]+)\s+R ([\d.]+)\s+F1 ([\d.]+)", row)[0]
        lines.append(f"| {name} | {p} | {r} | {f1} | {OTHERS.get(name, '')} |")
    lines += [
        "",
        "Recognizers-Text's Spanish cases (dev part): the list of (words, value) exactly right. Units are left out;",
    ]
    lines += ["dates and ranges are read with the rules for informal writing, which news is not read with.", ""]
    lines += ["| set | cases | exact | words right | others |", "|---|---|---|---|---|"]
    for name, count, exact, spans in recognizers.figures():
        lines.append(f"| {name} | {count} | {exact:.3f} | {spans:.3f} | {OTHERS.get(name, '')} |")
    lines += ["", "Dates of the gold's events (gold anchors in, so that the dating alone is measured):", ""]
    lines += [
        "| part | gold dates | exact | exact or containing | right of those given | given where the gold has none |"
    ]
    lines += ["|---|---|---|---|---|---|"]
    return "\n".join([*lines, *map(dated, ("train", "dev"))])


def dated(part: str) -> str:
    """One row of the table of event dates."""
    c = gold_extra.count(part)
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
