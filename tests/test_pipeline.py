"""The pipeline's order is checked when it is imported, and a reading is reproducible."""

import pytest

from teletipo.errors import InputError, TeletipoError
from teletipo.pipeline import Stage, check, pipe, read, weighed
from teletipo.stages.article import article


def test_a_stage_that_needs_what_nothing_makes_is_refused() -> None:
    """A wrong order is an error at import, not a KeyError in the middle of a batch."""
    with pytest.raises(TeletipoError, match="nothing before it makes trees"):
        check([Stage("events", lambda trees: trees)], ["article"])


def test_two_readings_give_the_same_bytes() -> None:
    """Same input, same bytes."""
    text = "El presidente de Francia se reunió con la canciller alemana en Berlín."
    assert read(text).to_json() == read(text).to_json()


def test_articles_read_together_are_as_read_alone() -> None:
    """What an article becomes does not depend on those beside it, in this process or another."""
    items = [
        {"text": f"El presidente de Francia viajó ayer a Berlín con {n} ministros.", "id": str(n)} for n in range(20)
    ]
    items[3]["published"] = "ayer"
    alone = [read(**item).to_json() for item in items]
    assert [made.to_json() for made in pipe(items)] == alone
    assert [made.to_json() for made in pipe(items, n_process=2)] == alone


@pytest.mark.parametrize("processes", [1, 2], ids=["here", "in processes"])
def test_what_stands_before_a_refused_article_is_read(processes: int) -> None:
    """The error comes in its turn."""
    made = pipe(["Rusia vendió misiles a Irán.", " ", "Rusia vendió misiles a Irán."], n_process=processes)
    assert next(made).events
    with pytest.raises(InputError, match="empty"):
        next(made)


def test_an_item_without_a_text_is_refused_as_one_alone_is() -> None:
    """Grouping by length must not turn a missing argument into another error than `read` raises."""
    with pytest.raises(TypeError, match="text"):
        list(pipe([{"id": "a"}]))


def test_an_empty_text_is_an_input_error() -> None:
    """Nothing to read is the caller's mistake and says so."""
    with pytest.raises(InputError, match="empty"):
        read("  \n ")


def test_explanations_have_what_weighed_for_and_against() -> None:
    """Each candidate act has the features that the judge weighed, heaviest first."""
    weights = weighed(article("Rusia vendió misiles a Irán."))
    found = weights["COOPERATE", 6, 12]
    assert found
    assert [abs(w) for _, w in found] == sorted((abs(w) for _, w in found), reverse=True)
