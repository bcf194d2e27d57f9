"""Unusual blanks of web pages are read as spaces, and the records keep the positions of the text as it is."""

from __future__ import annotations

import pytest

from teletipo.pipeline import read

PLAIN = "«No lo permitiremos», dijo por su parte la ministra Carla Ruiz. El juez Luis Paz visitó Lima ayer."


@pytest.mark.parametrize("blank", ["\xa0", "\u202f", "\u2009", "\u3000"])
def test_a_blank_of_any_kind_parts_words_like_a_space(blank: str) -> None:
    text = PLAIN.replace(" ", blank)
    plain, other = (read(t, published="2024-05-20") for t in (PLAIN, text))
    assert {e.name for e in other.entities} == {e.name for e in plain.entities} >= {"Carla Ruiz", "Luis Paz", "Lima"}
    said = other.statements[0]
    assert said.speaker_span is not None and said.speaker_span.of(text) == f"la{blank}ministra{blank}Carla{blank}Ruiz"
    assert [(e.type, [a.start for a in e.anchors]) for e in other.events] == [
        (e.type, [a.start for a in e.anchors]) for e in plain.events
    ]
    assert other.article.text == text
