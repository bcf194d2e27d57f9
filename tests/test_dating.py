"""Events get the time that syntax gives them, and none where the text gives none."""

from __future__ import annotations

import pytest

from teletipo.records import Event
from teletipo.spans import Span
from teletipo.stages import syntax
from teletipo.stages.article import article as make_article
from teletipo.stages.dating import date_events
from teletipo.stages.times import expressions


def dated(text: str, anchor: str, published: str | None, kind: str = "CONSULT", certainty: str = "fact") -> Event:
    """The event of `anchor`, dated."""
    start = text.index(anchor)
    span = Span(start, start + len(anchor))
    event = Event(id="e", type=kind, anchors=(span,), certainty=certainty, rule="test", evidence=())  # type: ignore[arg-type]
    article = make_article(text, published=published)
    return date_events(article, syntax.parse(text), (), expressions(text, published), (event,))[0]


@pytest.mark.parametrize(
    ("text", "anchor", "start", "precision"),
    [
        ("Los presidentes se reunieron ayer en Lima.", "se reunieron", "2023-09-12", "day"),
        ("El ministro criticó el ataque del 21 de agosto contra la ciudad.", "ataque", "2023-08-21", "day"),
        ("Su encuentro anterior en 2019 fue breve.", "encuentro", "2019-01-01", "year"),
        ("El lunes el presidente viajó a Quito y se reunió con su par.", "se reunió", "2023-09-11", "day"),
    ],
)
def test_the_time_of_the_clause_dates_the_act(text: str, anchor: str, start: str, precision: str) -> None:
    """A time on the verb, the noun or the clause that continues it dates the event, with its words as a role."""
    event = dated(text, anchor, "2023-09-13")
    assert event.when is not None
    assert (event.when.start, event.when.precision) == (start, precision)
    assert [r.role for r in event.roles] == ["time"]


def test_no_published_date_no_day() -> None:
    """Without a published date "ayer" dates nothing."""
    assert dated("Los presidentes se reunieron ayer en Lima.", "se reunieron", None).when is None


def test_an_undated_act_of_the_main_line_has_the_day_of_the_story() -> None:
    """A main clause in the past right after a dated one is told of the same day, and says that it is inferred."""
    text = "El canciller llegó hoy a Lima. También criticó al Gobierno vecino."
    event = dated(text, "criticó", "2023-09-13", kind="ACCUSE")
    assert event.when is not None
    assert (event.when.start, event.when.basis) == ("2023-09-13", "story")


def test_a_planned_act_does_not_take_the_day_of_its_announcement() -> None:
    """The time of the announcing verb is not that of what is announced."""
    text = "El ministro anunció hoy que visitará Bogotá."
    assert dated(text, "visitará", "2023-09-13", certainty="planned").when is None
