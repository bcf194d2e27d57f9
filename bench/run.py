"""Measures everything and prints one table.

usage: python bench/run.py [--write] [--sets "gold,time expressions,…"]

Runs the gold and every benchmark whose data are there and prints the figures beside those of other tools. With --write
it puts them between the marks of docs/quality.md; a set without data loses its old figures there.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from folders import GOLD, SHARED

from teletipo import pipeline

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- figures: make quality -->", "<!-- end of figures -->"
ROW = re.compile(r"^(.+?)\s+P ([\d.]+)\s+R ([\d.]+)\s+F1 ([\d.]+)\s+gold (\d+)")
CASES = re.compile(r"^(\w[\w ]*?)\s+cases\s+(\d+)\s+exact ([\d.]+)")
SINGLE = re.compile(r"(accuracy|macro F1) ([\d.]+)(?: on (\d+))?")

#: what each figure is compared with; measured on the same texts unless it says otherwise
OTHERS = {
    ("gold", "events"): "second coder .918; UniversalPetrarch .211; lemmas learnt from the training part .577",
    ("gold", "roles"): "second coder .865; UniversalPetrarch .031",
    ("gold", "tuples"): "second coder .755; UniversalPetrarch .004",
    ("gold", "places"): "second coder .738",
    ("gold", "sources"): "second coder .822",
    ("gold", "statements"): "second coder .948",
    ("gold", "attributed"): "second coder .935",
    ("gold", "certainty accuracy"): "second coder .941",
    ("gold", "certainty macro F1"): "second coder .873",
    ("reported speech", "content"): "textacy .31, a regular expression .65 (held-out part)",
    ("reported speech", "end to end"): "textacy .25, a regular expression .45 (held-out part)",
    ("time expressions", "relaxed"): "HeidelTime .884, dateparser .632",
    ("time expressions", "strict"): "HeidelTime .769",
    ("time expressions", "type"): "HeidelTime .807",
    ("time expressions", "value"): "HeidelTime .706, dateparser .205",
    ("numbers and dates", "numbers"): "its Python port .922 (ordinals .768)",
    ("numbers and dates", "percent"): "its Python port 1.0",
    ("numbers and dates", "currency"): "its Python port .828",
    ("numbers and dates", "dimension"): "its Python port .889",
    ("numbers and dates", "age"): "its Python port .947",
    ("numbers and dates", "date"): "dateparser .47",
    ("numbers and dates", "date range"): "dateparser .12",
    ("polity or place", "accuracy"): "majority per name .821",
    ("polity or place", "ORG"): "majority per name .342, subject or object .411",
    ("UN sentences", "macro F1"): (
        "trained: ConfliBERT-Spanish .641, TF-IDF + SVM .553; dictionaries .285 to .305; "
        "ours has word lists written and weights chosen on this part"
    ),
    ("factuality", "has_future"): "cue and morphology .649",
    ("factuality", "has_uncertain"): "cue and morphology .452",
    ("factuality", "has_negated"): "cue and morphology .562",
}

Figure = tuple[str, str, str, str, str]  # measure, precision, recall, F1 or accuracy, number of gold items


def gold(part: str = "dev") -> Iterator[Figure]:
    """The score of our dossiers on one part of the gold."""
    folder = GOLD
    articles = {a["id"]: a for a in map(json.loads, (folder / "articles.jsonl").read_text("utf-8").splitlines())}
    ids = [json.loads(line)["id"] for line in (folder / f"{part}.jsonl").read_text("utf-8").splitlines()]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for a in (articles[i] for i in ids):
            made = pipeline.read(a["text"], id=a["id"], published=a.get("published") or None, title=a.get("title"))
            out.write(made.to_json() + "\n")
        out.flush()
        command = [folder / "score.py", folder / f"{part}.jsonl", folder / "articles.jsonl", out.name]
        yield from figures(_output([str(c) for c in command]))


#: name of the set -> script of this folder that prints its figures (None: the gold, read here), data it needs
SETS = {
    "gold": (None, "gold/dev.jsonl"),
    "reported speech": ("statements.py", "bench/reported-speech-es/dev.jsonl"),
    "time expressions": ("timex.py", "bench/timex-es/meantime_dev.jsonl"),
    "numbers and dates": ("recognizers.py", "bench/recognizers-es"),
    "polity or place": ("metonymy.py", "bench/metonymy-es/dev.jsonl"),
    "factuality": ("factuality.py", "bench/factuality-es/meantime_dev.jsonl"),
    "UN sentences": ("quad.py", "bench/un-quadclass-es/dev.jsonl"),
}


def figures(output: str) -> Iterator[Figure]:
    """The figures in what a scorer prints: lines with P, R and F1, and single accuracies."""
    for line in output.splitlines():
        row = ROW.match(line)
        if row:
            yield row.group(1).strip(), row.group(2), row.group(3), row.group(4), row.group(5)
            continue
        cases = CASES.match(line)
        if cases:
            yield cases.group(1), "", "", cases.group(3), cases.group(2)
            continue
        head = line.split("  ")[0].strip().partition(" accuracy")[0]
        for name, value, number in SINGLE.findall(line):
            measure = f"{head} {name}" if line.startswith("certainty") else name
            yield measure, "", "", value, number


def table(wanted: list[str]) -> str:
    """All figures as a Markdown table."""
    rows = ["| set | measure | P | R | F1 / accuracy | items | others |", "|---|---|---|---|---|---|---|"]
    for name in wanted:
        script, data = SETS[name]
        file = Path(__file__).with_name(script or "run.py")
        absent = next((p.name for p in (SHARED / data, file) if not p.exists()), None)
        if absent:
            rows.append(f"| {name} | not measured: {absent} is not here | | | | | |")
            continue
        for what, p, r, value, number in figures(_output([str(file)])) if script else gold():
            others = OTHERS.get((name, what), "")
            rows.append(f"| {name} | {what} | {p} | {r} | **{value}** | {number} | {others} |")
            print(f"{name:18} {what:24} {p:6} {r:6} {value:6} {number:6} {others}", flush=True)
    return "\n".join(rows)


def _output(command: list[str]) -> str:
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{Path(command[0]).name}: {done.stderr.strip().splitlines()[-1:]}")
    return done.stdout


def main() -> None:
    """Measure, print, and write the page if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--sets", default=",".join(SETS))
    options = parser.parse_args()
    made = table(options.sets.split(","))
    if options.write:
        text = PAGE.read_text("utf-8")
        before, after = text.partition(BEGIN)[0], text.partition(END)[2]
        PAGE.write_text(f"{before}{BEGIN}\n\n{made}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
