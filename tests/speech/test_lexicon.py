"""Every example of the reporting lexicon is read as its author marked it."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from reported import statements
from teletipo.languages import es
from teletipo.spans import Span

_PARTS = {"cue": re.compile(r"\{(.*?)\}"), "content": re.compile(r"\[(.*?)\]"), "speaker": re.compile(r"<(.*?)>")}
_BRACKETS = re.compile(r"[{}\[\]<>]")


def plain(example: str, part: str) -> tuple[str, Span | None]:
    """The example without its marks, and the span of one marked part."""
    text = _BRACKETS.sub("", example)
    match = _PARTS[part].search(example)
    if match is None:
        return text, None
    start = len(_BRACKETS.sub("", example[: match.start(1)]))
    return text, Span(start, start + len(_BRACKETS.sub("", match.group(1))))


def cases() -> list[object]:
    """One case an entry."""
    file = es.reporting().file
    entries = [
        *((v.verb, v.example) for v in file.verbs),
        *((a.phrases[0], a.example) for a in file.attitudes.phrases),
        *((n.noun, n.example) for n in file.nouns),
        *((p.phrase, p.example) for p in file.phrases),
        *((name, getattr(file.endings, name).example) for name in file.endings.__struct_fields__),
    ]
    return [pytest.param(example, id=name) for name, example in entries]


def test_the_lexicon_is_large_enough() -> None:
    """At least 250 verbs and nouns of saying, each once."""
    file = es.reporting().file
    names = [v.verb for v in file.verbs] + [n.noun for n in file.nouns]
    assert len(names) >= 250
    assert [name for name, n in Counter(names).items() if n > 1] == []


@pytest.mark.parametrize("example", cases())
def test_example(example: str) -> None:
    """The cue and the content are found at the marked places, and nobody but the marked speaker."""
    text, content = plain(example, "content")
    cue, speaker = plain(example, "cue")[1], plain(example, "speaker")[1]
    assert content is not None and cue is not None, "an example marks <speaker>, {cue} and [content]"
    found = [s for s in statements(text) if s.cue is not None and s.cue.overlaps(cue) and s.content[0] == content]
    read = [(s.cue and s.cue.of(text), [p.of(text) for p in s.content]) for s in statements(text)]
    assert found, f"no statement with this cue and content; read as {read}"
    named = found[0].speaker_span
    assert named is None or speaker is None or named.end == speaker.end, named.of(text)
