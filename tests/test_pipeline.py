"""The pipeline's order is checked when it is imported; what is refused is named."""

from datetime import date, datetime
from itertools import count

import pytest

import teletipo
from teletipo.errors import InputError, TeletipoError
from teletipo.pipeline import Stage, check, read
from teletipo.piping import pipe


def test_a_stage_that_needs_what_nothing_makes_is_refused() -> None:
    """A wrong order is an error at import, not a KeyError in the middle of a batch."""
    with pytest.raises(TeletipoError, match="nothing before it makes trees"):
        check([Stage("events", lambda trees: trees)], ["article"])


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


GOOD = "Rusia vendió misiles a Irán."


def test_processes_take_no_more_of_an_endless_source_than_they_will_read_soon() -> None:
    """An archive that is piped does not lie in memory as a whole."""
    taken = count()
    made = pipe((GOOD for _ in taken), n_process=2)
    assert next(made).events
    made.close()  # type: ignore[attr-defined]
    assert next(taken) < 500


ENGLISH = "The president of France met the German chancellor in Berlin on Monday to talk about the war."


@pytest.mark.parametrize("processes", [1, 2], ids=["here", "in processes"])
def test_the_others_are_read_when_somebody_takes_what_is_refused(processes: int) -> None:
    """Nothing of a batch is lost, and each refused item is known by its number."""
    refused: dict[int, str] = {}
    items = [GOOD, ENGLISH, 5, {"id": "a"}, GOOD]
    made = pipe(items, n_process=processes, refused=lambda number, error: refused.update({number: str(error)}))
    assert [dossier.article.text for dossier in made] == [GOOD, GOOD]
    assert refused == {
        2: "the text is not in the language 'es': it seems to be 'en'",
        3: "a text or a mapping is expected, not int",
        4: "text: missing",
    }


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        ([GOOD, ENGLISH], "item 2: the text is not in the language"),
        ([GOOD, 5], "item 2: a text or a mapping is expected, not int"),
        ([{"id": "a"}], "item 1: text: missing"),
        ([{"text": GOOD, "publishd": "2024"}], "item 1: publishd: no such field; did you mean published\\? there are"),
        (["a", None], "item 2: a text or"),
        (GOOD, "texts: several are expected, not one str"),
        (GOOD.encode(), "texts: several are expected, not one bytes"),
    ],
)
def test_a_refused_item_is_named(texts: object, says: str) -> None:
    """By its number, or the argument where it is no item."""
    with pytest.raises(InputError, match=says):
        list(pipe(texts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"text": None}, "text: a string is expected, not NoneType"),
        ({"text": b""}, "text: a string is expected, not bytes"),
        ({"text": GOOD, "published": 2024}, "published: an ISO date is expected, not int"),
        ({"text": GOOD, "id": 7}, "id: a string is expected, not int"),
        ({"text": GOOD, "gazetteer": "names"}, "gazetteer: what gazetteer.load makes is expected, not str"),
    ],
)
def test_a_value_of_another_type_is_named(arguments: dict[str, object], says: str) -> None:
    """A message with the field instead of an error from within."""
    with pytest.raises(InputError, match=says):
        read(**arguments)  # type: ignore[arg-type]


def test_a_notebook_completes_what_the_package_offers() -> None:
    """Though `read` and `pipe` are imported only when they are used."""
    assert {"read", "pipe", "Dossier"} <= set(dir(teletipo))


def test_a_date_object_is_its_iso_form() -> None:
    """As what other libraries give for a day or a moment."""
    for published in (date(2024, 3, 5), datetime(2024, 3, 5, 10)):
        assert read(GOOD, published=published).article.published == "2024-03-05"


def test_an_empty_text_is_an_input_error() -> None:
    """Nothing to read is the caller's mistake and says so."""
    with pytest.raises(InputError, match="empty"):
        read("  \n ")


@pytest.mark.parametrize("text", ["Juan Pérez cenó en casa.", "El abogado Juan Pérez cenó en casa."])
def test_whoever_is_named_is_in_the_record(text: str) -> None:
    """With a title or without, though nothing political is told of him."""
    assert "Juan Pérez" in {entity.name for entity in read(text, id="t").entities}
