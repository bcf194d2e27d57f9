"""Measures numbers, amounts and dates on the Spanish cases of Recognizers-Text.

usage: python bench/recognizers.py [--errors SET]

A case is right if the list of (text, value) is exactly the expected one; "spans" compares the words alone. Cases that
the source marks as not supported are counted like the others.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from folders import BENCH

from teletipo.amounts import amounts
from teletipo.languages import es
from teletipo.numerals import numerals
from teletipo.stages.times import read
from teletipo.timex.expression import Timex

CASES = BENCH / "recognizers-es"
Answer = list[tuple[str, object]]


def number(value: str | None) -> float | None:
    """The number behind a resolution such as `1.234,5` or `12%`."""
    return float(value.rstrip("%").replace(",", ".")) if value else None


def near(one: object, other: object) -> bool:
    """True for equal values; floats within a billionth."""
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= 1e-9 * max(1e-30, abs(one))
    return one == other


def numbers(case: dict[str, Any]) -> tuple[Answer, Answer]:
    """Expected and found numbers."""
    text = case["Input"]
    wanted: Answer = [(r["Text"].lower(), number(r["Resolution"]["value"])) for r in case["Results"]]
    return wanted, [
        (text[n.start : n.end].lower(), n.value) for n in numerals(text, es.phrases().lexicon("numerals"), ",")
    ]


def amounts_of(kinds: tuple[str, ...]) -> Callable[[dict[str, Any]], tuple[Answer, Answer]]:
    """Expected and found amounts of rules of these kinds, without comparator; units are not compared."""

    def run(case: dict[str, Any]) -> tuple[Answer, Answer]:
        text = case["Input"]
        wanted: Answer = [(r["Text"].lower(), number(r["Resolution"]["value"])) for r in case["Results"]]
        found = [a for a in amounts(text, es.phrases(), ",") if a.rule.partition(".")[0] in kinds]
        return wanted, [(text[a.figure : a.end].lower(), a.value) for a in found]

    return run


def bare(text: str) -> str:
    """`text` in lower case without its article."""
    words = text.lower().split()
    return " ".join(words[1:] if words[:1] in (["el"], ["la"], ["los"], ["las"]) else words)


def timexes(case: dict[str, Any]) -> list[Timex]:
    """What the time rules, with those of informal writing, find in the case."""
    reference = case.get("Context", {}).get("ReferenceDateTime", "2016-11-07")
    return list(read(case["Input"], reference[:10], es.phrases().lexicon("times", "informal")))


def durations(case: dict[str, Any]) -> tuple[Answer, Answer]:
    """Expected and found durations."""
    text = case["Input"]
    wanted = [(r["Text"].lower(), r["Value"]["Timex"]) for r in case["Results"]]
    return wanted, [(text[t.start : t.end].lower(), t.value) for t in timexes(case) if t.type == "DURATION"]


class AnyOf(tuple[object, ...]):
    """Resolutions of which one is enough: past and future."""

    def __eq__(self, other: object) -> bool:
        return other in tuple(self)

    __hash__ = tuple.__hash__


def dates(case: dict[str, Any]) -> tuple[Answer, Answer]:
    """Expected and found days; the expected value is the past or the future resolution."""
    text = case["Input"]
    wanted: Answer = []
    for r in case["Results"]:
        value = r.get("Value", {})
        days = AnyOf(d for k in ("PastResolution", "FutureResolution") for d in value.get(k, {}).values())
        wanted.append((bare(r["Text"]), days))
    return wanted, [(bare(text[t.start : t.end]), t.begin) for t in timexes(case) if t.type in ("DATE", "SET")]


def ranges(case: dict[str, Any]) -> tuple[Answer, Answer]:
    """Expected and found stretches; the expected end is the last day or the day after it."""
    text = case["Input"]
    wanted: Answer = []
    for r in case["Results"]:
        stretches = []
        for key in ("PastResolution", "FutureResolution"):
            days = list(r.get("Value", {}).get(key, {}).values())
            if len(days) == 2:
                stretches += [(days[0], days[1]), (days[0], day_before(days[1]))]
        wanted.append((bare(r["Text"]), AnyOf(stretches or [(None, None)])))
    return wanted, [(bare(text[t.start : t.end]), (t.begin, t.finish)) for t in timexes(case)]


def day_before(day: str) -> str:
    """The day before an ISO date."""
    try:
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    except ValueError:
        return day


SETS: dict[str, tuple[str, Callable[[dict[str, Any]], tuple[Answer, Answer]]]] = {
    "numbers": ("Number__NumberModel", numbers),
    "percent": ("Number__PercentModel", amounts_of(("percent",))),
    "currency": ("NumberWithUnit__CurrencyModel", amounts_of(("money",))),
    "dimension": ("NumberWithUnit__DimensionModel", amounts_of(("measure",))),
    "age": ("NumberWithUnit__AgeModel", amounts_of(("time",))),
    "duration": ("DateTime__DurationParser", durations),
    "date": ("DateTime__DateParser", dates),
    "date range": ("DateTime__DatePeriodParser", ranges),
}


def figures(wrong_of: str | None = None) -> list[tuple[str, int, float, float]]:
    """Name, cases, share exactly right, share with the right words; `wrong_of` lists one set's errors."""
    rows = []
    for name, (file, run) in SETS.items():
        cases = json.loads((CASES / f"{file}.json").read_text(encoding="utf-8-sig"))
        exact = spans = 0
        for case in cases:
            wanted, found = run(case)
            same = [a for a, _ in wanted] == [b for b, _ in found]
            right = same and all(near(a, b) for (_, a), (_, b) in zip(wanted, found, strict=True))
            exact, spans = exact + right, spans + same
            if wrong_of == name and not right:
                print(repr(case["Input"][-110:]), "wanted", wanted, "found", found)
        rows.append((name, len(cases), exact / len(cases), spans / len(cases)))
    return rows


def main() -> None:
    """Run every set and print its figures; list what is wrong in one set with --errors."""
    if not CASES.is_dir():
        sys.exit(f"bench/recognizers.py: {CASES} is not there")
    for name, count, exact, spans in figures(sys.argv[2] if len(sys.argv) > 2 else None):
        print(f"{name:12} cases {count:4}  exact {exact:.3f}  spans {spans:.3f}")


if __name__ == "__main__":
    main()
