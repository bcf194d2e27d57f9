"""The documentation is true: generated pages are those of this code, and everything public appears in it."""

from __future__ import annotations

import json
import re
import runpy
from io import StringIO
from pathlib import Path
from typing import get_args

import pytest
from rich.console import Console

from teletipo import records
from teletipo.cli.article import PIPED_WIDTH, chosen, reading
from teletipo.pipeline import STAGES, read
from teletipo.view import terminal

ROOT = Path(__file__).parent.parent
PAGES = runpy.run_path(str(ROOT / "scripts" / "reference.py"))["pages"]()
FOLDERS = ("bench", "models", "schema", "scripts", "src", "tests", "training")
WRITTEN = sorted(p for p in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("name", PAGES)
def test_generated_pages_are_current(name: str) -> None:
    """`make docs` was run after the last change of commands, records or codebook."""
    assert (ROOT / "docs" / name).read_text("utf-8") == PAGES[name]


def test_no_generated_page_is_left_over() -> None:
    """A class that went takes its page along."""
    assert {f"codebook/{p.name}" for p in (ROOT / "docs" / "codebook").glob("*.md")} <= set(PAGES)


def test_the_reference_has_every_record_of_the_contract() -> None:
    """Each record of `records.py` has its section."""
    found = {name for name, it in vars(records).items() if isinstance(it, type) and issubclass(it, records.Record)}
    assert found - {"Record"} == set(re.findall(r"^## (\w+)$", PAGES["records.md"], re.MULTILINE))


def test_every_field_of_a_record_is_explained() -> None:
    """No cell of the reference is empty: what the type does not tell stands in a comment of `records.py`."""
    assert re.findall(r"^\| `(\w+)` .* \|  \|$", PAGES["records.md"], re.MULTILINE) == []


@pytest.mark.parametrize("path", WRITTEN, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_inside_the_repository_lead_somewhere(path: Path) -> None:
    """A relative link names a file that is there."""
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", WRITTEN, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_that_a_page_names_are_there(path: Path) -> None:
    """What stands in backticks and ends like a file of the repository is the end of the path of one."""
    there = [f"/{p.relative_to(ROOT).as_posix()}" for folder in FOLDERS for p in (ROOT / folder).rglob("*.*")]
    for name in re.findall(r"`([\w./-]+\.(?:py|yaml|json|txt|c))`", path.read_text("utf-8")):
        assert any(p.endswith(f"/{name}") for p in there), name


def test_the_readme_quotes_the_sample_article_exactly() -> None:
    """Offsets shown in the README are those of the words beside them."""
    text = json.loads((ROOT / "src/teletipo/data/demo/article.jsonl").read_text("utf-8"))["text"]
    shown = re.findall(r"«([^»]+)»\s+\[(\d+):(\d+)\]", (ROOT / "README.md").read_text("utf-8"))
    assert shown
    for quote, start, end in shown:
        assert text[int(start) : int(end)] in " ".join(quote.split())


def test_the_readme_shows_records_of_the_sample_article() -> None:
    """Every line of the excerpt is one that `teletipo read --demo --lang en` writes into a file."""
    sample = chosen(None, demo=True)
    written = StringIO()
    terminal.show(reading(sample, None), Console(file=written, width=PIPED_WIDTH, highlight=False, markup=False), "en")
    readme = (ROOT / "README.md").read_text("utf-8")
    excerpt = readme.partition("$ teletipo read --demo --lang en\n")[2].partition("```")[0]
    assert excerpt
    lines = [line.rstrip() for line in written.getvalue().splitlines()]
    assert [line for line in excerpt.splitlines() if line not in lines] == []


def test_the_tour_goes_through_the_stages_in_their_order() -> None:
    """The modules that it names stand in the order of `pipeline.STAGES`."""
    order = [stage.run.__module__.rpartition(".")[2] for stage in STAGES]
    named = re.findall(r"`stages/(\w+)\.py`", (ROOT / "docs" / "tour.md").read_text("utf-8"))
    told = [order.index(module) for module in named if module in order]
    assert len(told) > len(order) / 2
    assert told == sorted(told)


def test_the_examples_of_each_certainty_are_read_so() -> None:
    """The word in italics is an act with the label of its row."""
    page = (ROOT / "docs" / "certainty.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \|[^|]*\| (.+) \|$", page, re.MULTILINE)
    assert {label for label, _ in rows} == set(get_args(records.Certainty))
    for label, example in rows:
        before, word, after = example.split("*")
        events = read(f"{before}{word}{after}.").events
        assert label in {e.certainty for e in events for a in e.anchors if a.start <= len(before) < a.end}, example


def test_the_readme_names_commands_that_exist() -> None:
    """Every `teletipo COMMAND` and `make TARGET` of the README is one."""
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = set(re.findall(r"^## teletipo (\w+)$", PAGES["cli.md"], re.MULTILINE))
    assert set(re.findall(r"\$ teletipo ([a-z]+)\b", readme)) <= commands
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"[`$] ?make ([a-z]+)", readme)) <= targets
