"""What a meeting is about, told by a verb beside it."""

from __future__ import annotations

import pytest

from parsed import trees
from teletipo.act import Act, Argument
from teletipo.languages import es
from teletipo.spans import Span
from teletipo.stages import agenda


def read(text: str, anchor: str, place: str = "") -> list[tuple[str, str]]:
    """Roles and words of the meeting told by `anchor`, taken to be at `place`."""
    sentences = trees(text)

    def at(words: str) -> tuple[int, Span]:
        start = text.index(words)
        return sentences[0].token_at(start) or 0, Span(start, start + len(words))

    token, span = at(anchor)
    where = (Argument(role="place", sentence=0, token=at(place)[0], span=at(place)[1]),) if place else ()
    act = Act(sentence=0, token=token, anchor=span, type="CONSULT", rule="t", arguments=where)
    (noted,) = agenda.note(sentences, (act,), es.phrases())
    return [(a.role, text[a.span.start : a.span.end]) for a in noted.arguments]


@pytest.mark.parametrize(
    ("text", "anchor", "topic"),
    [
        ("Los ministros se reunieron para tratar la crisis.", "reunieron", "la crisis"),
        ("Los ministros se reunieron para hablar de la deuda.", "reunieron", "la deuda"),
        ("La reunión se centró en la migración.", "reunión", "la migración"),
        ("Celebraron una reunión centrada en la deuda.", "reunión", "la deuda"),
        ("En la reunión se abordó la deuda.", "reunión", "la deuda"),
    ],
)
def test_the_agenda_of_a_meeting(text: str, anchor: str, topic: str) -> None:
    """What is treated at a meeting, or what it is held for, is its topic."""
    assert read(text, anchor) == [("topic", topic)]


def test_where_the_topic_is_the_meeting_is_not() -> None:
    """A crisis in Haiti is discussed elsewhere."""
    assert read("Los ministros se reunieron para tratar la crisis en Haití.", "reunieron", "Haití") == [
        ("topic", "la crisis en Haití")
    ]


def test_what_a_meeting_is_held_for_otherwise_is_no_topic() -> None:
    """An aim is no topic."""
    assert read("Los ministros se reunieron para firmar la paz.", "reunieron") == []
