"""Measures the HTML reader on pages with known snippets: `python bench/html_pages.py FOLDER` (see docs/quality.md).

FOLDER holds pages, `gold_snippets.json` (file -> `with`, `without`), `manifest.jsonl` (file, title, date) and, for some
pages, `fundus_NAME.gold.json` with the whole body.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from teletipo.sources import Source, articles


def main(folder: Path) -> None:
    """Print one line a measure."""
    read = {p.name: next(articles([str(p)])) for p in sorted(folder.glob("*.html"))}
    texts = {name: squeezed(s.text + " " + (s.title or "")) for name, s in read.items() if isinstance(s, Source)}
    print(f"pages read {len(texts)} of {len(read)}")
    snippets(json.loads((folder / "gold_snippets.json").read_text()), texts)
    manifest = [json.loads(line) for line in (folder / "manifest.jsonl").read_text().splitlines()]
    metadata(manifest, read)
    bodies(folder, manifest, read)


def snippets(gold: dict[str, Any], texts: dict[str, str]) -> None:
    """How many wanted snippets are in the text, and how many unwanted ones are."""
    wanted = [squeezed(s) in texts.get(f, "") for f, one in gold.items() for s in one["with"]]
    unwanted = [squeezed(s) in texts.get(f, "") for f, one in gold.items() for s in one["without"]]
    kept, wrong = sum(wanted), sum(unwanted)
    print(f"wanted snippets {kept}/{len(wanted)} = {kept / len(wanted):.3f} (recall)")
    print(f"unwanted snippets {wrong}/{len(unwanted)} = {wrong / len(unwanted):.3f}")
    print(f"precision {kept / (kept + wrong):.3f}")


def metadata(manifest: list[dict[str, Any]], read: dict[str, Any]) -> None:
    """How many titles and dates agree with the manifest, where it has one."""
    for name, field in (("title", "title"), ("date", "published")):
        pairs = [(one[name], getattr(read.get(one["file"]), field, None)) for one in manifest if one.get(name)]
        same = sum(squeezed(str(a)) == squeezed(str(b)) for a, b in pairs)
        print(f"{name} as in the manifest {same}/{len(pairs)}, none found {sum(b is None for _, b in pairs)}")


def bodies(folder: Path, manifest: list[dict[str, Any]], read: dict[str, Any]) -> None:
    """Mean F1 of words over the pages whose whole body is known."""
    scores = []
    for one in manifest:
        source = read.get(one["file"])
        if str(one.get("gold")).startswith("fundus_") and isinstance(source, Source):
            versions = json.loads((folder / one["gold"]).read_text())
            scores.append(max(f1(" ".join(strings(v.get("body"))), source.text) for v in versions.values()))
    print(f"whole bodies: mean F1 of words {sum(scores) / len(scores):.3f} over {len(scores)} pages")


def strings(value: Any) -> list[str]:
    """All strings inside nested lists and objects."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value or ()
    return [s for one in inner for s in strings(one)]


def f1(gold: str, found: str) -> float:
    """F1 of the bags of words of two texts."""
    a, b = (Counter(re.findall(r"\w+", t.lower())) for t in (gold, found))
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


def squeezed(text: str) -> str:
    """`text` with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
