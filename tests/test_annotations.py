"""The annotations that the judges learn from are whole: known labels, spans in order, entities that exist."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any, get_args

import pytest

from teletipo import gazetteer
from teletipo.records import Certainty, EntityKind, EventType

ROOT = Path(__file__).parent.parent
NEWS = ROOT.parent / "shared" / "news" / "bulk.jsonl.gz"


def lines(name: str) -> list[dict[str, Any]]:
    """The articles of one file of the training folder."""
    return [json.loads(line) for line in (ROOT / "training" / name).read_text("utf-8").splitlines()]


NEWS_LINES, INVENTED = lines("annotations.jsonl"), lines("invented.jsonl")
LINES = NEWS_LINES + INVENTED


def spans(line: dict[str, Any]) -> list[list[int]]:
    """Every span of one article."""
    return [s for entity in line["entities"] for s in entity[2]] + [s for event in line["events"] for s in event[2]]


def test_labels_are_those_of_the_records() -> None:
    """A label that no record has would be learnt and never scored."""
    for line in LINES:
        assert {kind for kind, _, _ in line["entities"]} <= set(get_args(EntityKind)), line["id"]
        assert {event[0] for event in line["events"]} <= set(get_args(EventType)), line["id"]
        assert {event[1] for event in line["events"]} <= set(get_args(Certainty)), line["id"]


def test_every_event_has_an_anchor_and_known_parts() -> None:
    """Parts are numbers of entities of the same article."""
    for line in LINES:
        for event in line["events"]:
            assert event[2], line["id"]
            assert all(0 <= n < len(line["entities"]) for part in event[3:] for n in part), line["id"]


def test_no_text_is_given_away() -> None:
    """The file holds numbers and labels; the only words of an article in it are those of its id."""
    assert len({line["id"] for line in LINES}) == len(LINES)
    for line in NEWS_LINES:
        assert set(line) == {"id", "sha256", "round", "entities", "events", "also"}
        assert all(len(s) == 2 and 0 <= s[0] < s[1] for s in spans(line)), line["id"]


def cuts(text: str, line: dict[str, Any]) -> int:
    """How many spans begin or end inside a word."""
    return sum(
        (text[start - 1 : start].isalnum() and text[start].isalnum())
        + (text[end - 1].isalnum() and text[end : end + 1].isalnum())
        for start, end in spans(line)
    )


def test_spans_of_invented_articles_are_words_of_theirs() -> None:
    """A span that cuts a word, or lies outside the text, is a slip of the annotator."""
    for line in INVENTED:
        assert all(0 <= start < end <= len(line["text"]) for start, end in spans(line)), line["id"]
        assert not cuts(line["text"], line), line["id"]


def test_persons_of_invented_articles_are_invented() -> None:
    """Nothing false is said of somebody real: no person that the gazetteer knows is named in full."""
    persons = [entry for entry in gazetteer.load().entries() if entry.kind == "person"]
    full = {form.text for entry in persons for form in entry.forms if " " in form.text}
    assert full
    for line in INVENTED:
        assert not [name for name in full if name in line["text"]], line["id"]


def test_the_texts_are_those_that_were_annotated() -> None:
    """Each text has the stated hash, and spans begin and end with words."""
    if not NEWS.exists():
        pytest.skip(f"{NEWS} is not here")
    wanted = {line["id"]: line for line in NEWS_LINES}
    with gzip.open(NEWS, "rt", encoding="utf-8") as file:
        texts = {a["id"]: a["text"] for a in map(json.loads, file) if a["id"] in wanted}
    cut = total = 0
    for id_, line in wanted.items():
        text = texts[id_]
        assert hashlib.sha256(text.encode("utf-8")).hexdigest().startswith(line["sha256"]), id_
        total += len(spans(line))
        cut += cuts(text, line)
    assert cut < total / 500  # some texts lack a space between sentences
