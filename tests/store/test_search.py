"""Full-text search finds words whatever their accents and endings, and shows where they stand."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sample_dossiers import TEXT, archive, read, source
from teletipo.errors import InputError, StoreError
from teletipo.ingest import ingest
from teletipo.languages.lemmas import lemmas
from teletipo.store.archive import Archive
from teletipo.store.search import index_path, search, update

OTHER = "Los ministros hablaron de cooperación militar. Las reuniones con los alemanes seguirán en otoño."


@pytest.fixture
def made(tmp_path: Path) -> Archive:
    """An archive of two articles."""
    return archive(tmp_path / "a.duckdb", [TEXT, OTHER])


@pytest.mark.parametrize(
    ("query", "found", "marked"),
    [
        ("cooperacion", [OTHER], ["cooperación"]),
        ("reunión", [OTHER], ["reuniones"]),
        ("reunirse", [], []),
        ("reunir", [TEXT], ["reunieron"]),
        ("reunion", [OTHER], ["reuniones"]),
        ("habla", [OTHER], ["hablaron"]),
        ("Moscu misil", [TEXT], ["Moscú", "misiles"]),
        ('"se reunieron el martes"', [TEXT], ["se reunieron el martes"]),
        ('"ante 30" moscu', [TEXT], ["Moscú", "ante 30"]),
        ('"reuniones el martes"', [], []),
        ("cooperación Moscú", [], []),
        ("NEAR( AND * ' \"", [], []),
    ],
)
def test_words_are_found_and_marked(made: Archive, query: str, found: list[str], marked: list[str]) -> None:
    """All words of the query must be in the article; the passage's span and marks are exact offsets of its text."""
    hits = search(made, query)
    texts = {d.article.id: d.article.text or "" for d in made.dossiers()}
    assert sorted(texts[h.document] for h in hits) == sorted(found)
    if hits:
        first = next(h for h in hits if texts[h.document] == found[0])
        assert first.quote == texts[first.document][first.start : first.end]
        assert [m.of(texts[first.document]) for m in first.marks][: len(marked)] == marked


def test_a_query_without_words_is_refused(made: Archive) -> None:
    """Only signs: one clear error."""
    with pytest.raises(InputError, match="nothing to search for"):
        search(made, ' "" * ')


@pytest.mark.parametrize("spoilt", [slice(0, 4096), slice(4096, None)])
def test_a_broken_index_says_how_to_get_another(made: Archive, spoilt: slice) -> None:
    """It holds nothing of its own, whatever part of it is broken."""
    path = index_path(made.path)
    update(made)
    data = bytearray(path.read_bytes())
    data[spoilt] = b"x" * len(data[spoilt])
    path.write_bytes(data)
    with pytest.raises(StoreError, match="a broken one; delete it, it is made again"):
        search(made, "misiles")
    path.unlink()
    assert search(made, "misiles")


def test_the_index_catches_up_and_can_be_lost(made: Archive) -> None:
    """New articles are added, a deleted index is made again, and one of another archive is replaced."""
    assert update(made) == 2
    ingest([source("El ministro dimitió por sorpresa.", 9)], made, read)
    assert [h.quote for h in search(made, "sorpresas")] == ["El ministro dimitió por sorpresa."]
    index_path(made.path).unlink()
    assert len(search(made, "ministro")) == 2
    with sqlite3.connect(index_path(made.path)) as db:
        db.execute("UPDATE last SET document = 'of another archive'")
    assert update(made) == 3


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("reuniones", {"reunión"}),
        ("reunieron", {"reunir"}),
        ("misiles", {"misil"}),
        ("Dijeron", {"decir"}),
        ("fue", {"ir", "ser"}),
        ("duermen", {"dormir"}),
        ("rusas", {"ruso"}),
        ("drones", {"dron"}),
        ("casas", {"casa", "casar"}),
    ],
)
def test_a_form_gives_each_word_it_may_belong_to(form: str, expected: set[str]) -> None:
    """Out of context a form may belong to several words; a word the tables do not know keeps its singular."""
    assert expected <= set(lemmas(form))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("guerra", "guardia"),
        ("paz", "país"),
        ("visita", "vista"),
        ("ir", "en"),
        ("parar", "para"),
        ("ir", "es"),
        ("cercar", "cerca"),
    ],
)
def test_different_words_keep_apart(one: str, other: str) -> None:
    """No lemma is shared by words that have nothing to do with each other."""
    assert not set(lemmas(one)) & set(lemmas(other))
