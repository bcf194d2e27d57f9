"""The archive keeps what it was given, once, in order, and says clearly when it cannot."""

from __future__ import annotations

import gzip
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb
import msgspec
import pytest

from sample_dossiers import RUN, TEXT, archive, read, read_one, source
from teletipo import query
from teletipo.errors import InputError, StoreError
from teletipo.ingest import BATCH, ingest
from teletipo.records import Dossier
from teletipo.sources import Source, Unreadable
from teletipo.store import copies, schema, writing
from teletipo.store.archive import Archive
from teletipo.store.guard import guarded
from teletipo.store.upgrade import upgrade
from teletipo.verify import verify_archive

NEWER = msgspec.structs.replace(RUN, version="1")
LONG = "El Gobierno anunció que la cumbre del martes tratará de comercio, de defensa y de la frontera común. " * 2
LONG += "Los ministros viajarán mañana a la capital vecina con una delegación de empresarios y de expertos militares."


def test_a_dossier_comes_back_as_it_was(tmp_path: Path) -> None:
    """Text, metadata and every record survive the archive unchanged."""
    with archive(tmp_path / "a.duckdb", [TEXT]) as made:
        (back,) = made.dossiers()
    given = source(TEXT)
    assert back == read_one(msgspec.structs.replace(given, id=back.article.id))
    assert back.article.text == TEXT
    assert {e.type for e in back.events} == {"CONSULT", "COOPERATE", "ASSAULT"}


def test_rows_carry_the_words_of_their_spans(tmp_path: Path) -> None:
    """For SQL each row has its span and its quote, and the quote is the text at the span."""
    with archive(tmp_path / "a.duckdb", [TEXT]) as made:
        _, rows = made.sql(
            "SELECT d.text, e.start_char, e.end_char, e.quote FROM evidence e JOIN documents d ON d.id = e.document"
        )
        assert len(rows) > 15
        assert all(text[start:end] == quote for text, start, end, quote in rows)
        goods = made.sql("SELECT giver, good, receiver, certainty FROM exchanges")[1]
    assert goods == [("Irán", "misiles", "Siria", "speculated")]


def test_the_same_source_twice_is_read_once(tmp_path: Path) -> None:
    """A second run over the same files reads nothing and changes nothing."""
    with archive(tmp_path / "a.duckdb", [TEXT]) as made:
        before = made.sql("SELECT * FROM documents")
        counts = ingest([source(TEXT)], made, read)
        assert (counts.read, counts.known, counts.coded) == (1, 1, 0)
        assert made.sql("SELECT * FROM documents") == before


def test_same_text_elsewhere_is_linked_not_coded(tmp_path: Path) -> None:
    """A second outlet with the same words gives a document of its own that points to the first, without records."""
    items = [source(TEXT, 1, outlet="El Faro"), source(TEXT, 2, outlet="La Voz"), source(TEXT, 3)]
    with Archive(tmp_path / "a.duckdb", create=True) as made:
        counts = ingest(items, made, read)
        rows = made.sql("SELECT outlet, copy_kind, copy_of IS NULL, dossier IS NULL FROM documents ORDER BY n")[1]
    assert (counts.coded, counts.same_text) == (1, 2)
    assert rows == [("El Faro", None, True, False), ("La Voz", "same_text", False, True)]


def test_every_copy_points_to_the_first_article_in_the_archive(tmp_path: Path) -> None:
    """Not to another copy that is on its way at the same time, which depends on how many are read ahead."""
    with archive(tmp_path / "a.duckdb", [TEXT]) as made:
        (first,) = made.sql("SELECT id FROM documents")[1]
        ingest([source(TEXT, n, outlet=f"Diario {n}") for n in range(1, 4)], made, read)
        assert made.sql("SELECT DISTINCT copy_of FROM documents WHERE copy_kind = 'same_text'")[1] == [first]


def test_a_source_that_comes_again_while_it_is_on_its_way_is_known(tmp_path: Path) -> None:
    """At any distance: within the chunk that the archive is asked about at once, and one or two chunks later."""
    items = [source(TEXT + f" Es la noticia {n}.", n) for n in range(40)]
    with Archive(tmp_path / "a.duckdb", create=True) as made:
        counts = ingest([*items[:5], *items[:5], *items, *items], made, read)
        assert (counts.read, counts.coded, counts.known) == (90, 40, 50)
        assert made.sql("SELECT count(*) FROM sources")[1] == [(40,)]


def test_near_copies_are_found_and_keep_their_records(tmp_path: Path) -> None:
    """An agency text with another opening is linked to the first; a different text is not."""
    texts = [LONG + TEXT, "Redacción. " + LONG + TEXT, TEXT * 3]
    with archive(tmp_path / "a.duckdb", texts) as made:
        rows = made.sql("SELECT copy_kind, similarity > 0.7 FROM documents ORDER BY n")[1]
        assert len(list(made.dossiers())) == 3
        assert len(list(made.dossiers(near=False))) == 2
    assert rows == [(None, None), ("near", True), (None, None)]


def test_sketches_do_not_depend_on_the_machine() -> None:
    """The constants of the hashes are fixed: this signature must never change."""
    sketch = copies.sketch(LONG)
    assert sketch is not None
    assert sketch.signature[:16] == "d18fc4f58ed1d811"
    assert copies.sketch("Muy corto.") is None


def read_anew(sources: Sequence[Source]) -> list[Dossier]:
    """As a newer version would: another run, which finds no acts and refuses what speaks of the sea."""
    if any("al mar." in source.text for source in sources):
        raise InputError("refused")
    return [msgspec.structs.replace(one, run=NEWER, events=(), links=()) for one in read(sources)]


def test_what_another_run_has_read_is_told_and_read_again_if_wanted(tmp_path: Path) -> None:
    """The records are replaced in their place, copies stay linked, and one that is refused now keeps its records."""
    texts = [LONG + TEXT, "Redacción. " + LONG + TEXT, TEXT, TEXT, TEXT + " Llegó al mar."]
    items = [source(text, n, id=f"a{n}", outlet=f"Diario {n}") for n, text in enumerate(texts)]
    shown = "SELECT id, n, copy_of, copy_kind, text IS NULL FROM documents ORDER BY n"
    with Archive(tmp_path / "a.duckdb", create=True) as made:
        assert ingest(items, made, read, run=lambda: RUN).otherwise == 0
        before, acts = made.sql(shown)[1], len(query.events(made, copies=True).rows)
        counts = ingest(items, made, read_anew, run=lambda: NEWER)
        assert (counts.known, counts.otherwise) == (5, 4)
        counts = ingest([*items, *items], made, read_anew, run=lambda: NEWER, again=True)
        assert counts.sentence() == "read 10 · coded 0 · read again 3 · already there 6 · problems 1: article 1"
        assert made.sql(shown)[1] == before
        assert {row["article"] for row in query.events(made, copies=True).dicts()} == {"a4"}
        assert [len(one.events) for one in made.dossiers()] == [0, 0, 0, acts // 4]
        assert made.sql("SELECT status, count(*) FROM sources GROUP BY ALL ORDER BY ALL")[1] == [
            ("coded", 4),
            ("copy", 1),
        ]
        assert verify_archive(made).ok
        counts = ingest(items, made, read_anew, run=lambda: NEWER, again=True)
        assert (counts.again, counts.known, counts.problems) == (0, 4, {"article": 1})


def test_a_date_given_later_is_told_and_taken_if_wanted(tmp_path: Path) -> None:
    """Whoever forgot `--published` need not begin anew; a date that is there stays."""
    bare, dated, other = (source(TEXT, 1, published=day) for day in (None, "2024-03-05", "2024-03-09"))
    with Archive(tmp_path / "a.duckdb", create=True) as made:
        ingest([bare], made, read)
        for _ in range(2):
            counts = ingest([dated], made, read)
            assert (counts.known, counts.otherwise) == (1, 1)
        counts = ingest([dated, other], made, read, again=True)
        assert (counts.coded, counts.again, counts.same_text) == (0, 1, 1)
        assert made.sql("SELECT published, copy_of FROM documents")[1] == [("2024-03-05", None)]
        assert [one.article.published for one in made.dossiers()] == ["2024-03-05"]
        assert [row["date"] for row in query.events(made, ["since=2024"]).dicts()] == ["2024-03-05"]
        assert ingest([bare, dated, other], made, read, again=True).again == 0


def test_an_article_with_an_id_is_the_same_when_its_outlet_is_told_later(tmp_path: Path) -> None:
    """A forgotten `--map outlet=…` does not double the archive: the article is known, and `--again` completes it."""
    bare = source(TEXT, 1, id="n-17")
    full = source(TEXT, 1, id="n-17", published="2024-03-05", outlet="El Faro", title="Cita")
    with Archive(tmp_path / "a.duckdb", create=True) as made:
        ingest([bare], made, read)
        assert ingest([full], made, read).otherwise == 1
        assert ingest([full], made, read, again=True).again == 1
        assert made.sql("SELECT id, outlet, title, copy_of FROM documents")[1] == [("n-17", "El Faro", "Cita", None)]


def test_what_cannot_be_read_is_a_row(tmp_path: Path) -> None:
    """A broken file, an article that is refused and a bug of a stage are counted by code; the others are read."""
    items = [
        Unreadable(origin="a.txt", code="encoding", reason="not utf-8 at byte 3"),
        source("BREAK este texto", 1),
        source("BUG en este texto", 2),
        source(TEXT, 3),
    ]
    with Archive(tmp_path / "a.duckdb", create=True) as made:
        counts = ingest(items, made, read)
        rows = made.sql("SELECT code, message FROM sources WHERE status = 'problem' ORDER BY n")[1]
    assert counts.problems == {"encoding": 1, "article": 1, "bug": 1}
    assert counts.coded == 1
    assert rows[2] == ("bug", "a.jsonl:2: ZeroDivisionError: a stage failed")
    assert counts.sentence() == "read 4 · coded 1 · problems 3: article 1, bug 1, encoding 1"
    assert counts.sentence("es") == "leídos 4 · codificados 1 · problemas 3: article 1, bug 1, encoding 1"


def test_ids_that_clash_are_kept_apart(tmp_path: Path) -> None:
    """Two texts that claim one id both stay; the second gets a longer id."""
    with Archive(tmp_path / "a.duckdb", create=True) as made:
        ingest([source(TEXT, 1, id="x"), source(LONG, 2, id="x")], made, read)
        ids = [i for (i,) in made.sql("SELECT id FROM documents ORDER BY n")[1]]
    assert ids[0] == "x"
    assert ids[1].startswith("x-")


def test_a_second_process_gets_a_clear_message(tmp_path: Path) -> None:
    """Who opens an archive that another process writes is told to wait, and by which process."""
    path = tmp_path / "a.duckdb"
    code = f"from teletipo.store.archive import Archive; Archive({str(path)!r})"
    with archive(path, [TEXT]):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "in use by another process" in done.stderr


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("missing.duckdb", "no such archive"),
        ("folder/a.duckdb", "the folder does not exist"),
        ("text.duckdb", "not an archive"),
        (".", "a folder, not an archive"),
        ("other.duckdb", "not an archive of teletipo"),
        ("empty.duckdb", "not an archive"),
        ("words.search", "not an archive"),
        ("a.jsonl.gz", "not an archive"),
        ("cut.duckdb", "the file is damaged"),
        ("scrambled.duckdb", "the file is damaged"),
    ],
)
@pytest.mark.parametrize("reading", [False, True])
def test_what_is_no_archive_is_refused(tmp_path: Path, name: str, says: str, reading: bool) -> None:
    """A wrong path is one message, the file is left alone, and nothing is said of records that it never had."""
    (tmp_path / "text.duckdb").write_text("hola " * 2000)
    (tmp_path / "empty.duckdb").touch()
    (tmp_path / "words.search").write_bytes(b"SQLite format 3\0" + bytes(4080))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"{}"))
    archive(tmp_path / "whole.duckdb", [TEXT]).close()
    whole = (tmp_path / "whole.duckdb").read_bytes()
    (tmp_path / "cut.duckdb").write_bytes(whole[:20_000])
    (tmp_path / "scrambled.duckdb").write_bytes(whole[:5000] + bytes(4000) + whole[9000:])
    with duckdb.connect(tmp_path / "other.duckdb") as other:
        other.execute("CREATE TABLE t (a INTEGER)")
    with pytest.raises(StoreError) as error:
        Archive(tmp_path / name, create=not reading and name != "missing.duckdb", read_only=reading)
    said = "no such archive" if reading and name == "folder/a.duckdb" else says
    assert said in str(error.value)
    assert str(tmp_path / name) in str(error.value)
    assert "is kept" not in str(error.value)


@pytest.mark.parametrize(("reading", "says"), [(False, "cannot be written here"), (True, "cannot be read: permission")])
def test_a_folder_of_others_is_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reading: bool, says: str
) -> None:
    """Already to ask whether there is an archive may be forbidden."""

    def forbidden(path: Path, **_: bool) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "stat", forbidden)
    with pytest.raises(StoreError, match=says):
        Archive(tmp_path / "a.duckdb", create=not reading, read_only=reading)


def test_a_full_disk_keeps_what_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk refuses, the message says so and the articles before are there; a second run goes on."""
    path = tmp_path / "a.duckdb"
    items = [source(f"{TEXT} {n}", n) for n in range(2 * BATCH + 36)]
    with Archive(path, create=True) as made:
        insert, tables = writing.insert, []

        def refuse(db: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, object]]) -> None:
            tables.append(table)
            if tables.count("events") == 3:
                raise duckdb.IOException('Could not write file "a.duckdb.wal": No space left on device')
            insert(db, table, rows)

        with (
            monkeypatch.context() as patch,
            pytest.raises(StoreError, match="disk is full; what was stored before is kept"),
        ):
            patch.setattr(writing, "insert", refuse)
            ingest(items, made, read)
    with Archive(path) as made:
        assert made.sql("SELECT count(*) FROM documents")[1] == [(2 * BATCH,)]
        assert ingest(items, made, read).coded == 36


@pytest.mark.parametrize("error", [RuntimeError("Query interrupted"), duckdb.InterruptException("INTERRUPT Error")])
def test_an_interrupt_while_the_database_works_is_no_error_of_it(tmp_path: Path, error: Exception) -> None:
    """DuckDB makes an error of Ctrl-C; any other RuntimeError is a bug and stays one."""
    with pytest.raises(KeyboardInterrupt), guarded(tmp_path):
        raise error
    with pytest.raises(RuntimeError, match="deque"), guarded(tmp_path):
        raise RuntimeError("deque mutated during iteration")


def test_an_interrupted_batch_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next one finds no transaction open."""

    def interrupted(*_: object) -> None:
        raise RuntimeError("Query interrupted")

    with archive(tmp_path / "a.duckdb", [TEXT]) as made:
        with monkeypatch.context() as patch:
            patch.setattr(writing, "write", interrupted)
            with pytest.raises(KeyboardInterrupt):
                ingest([source(TEXT + " Fin.", 1)], made, read)
        assert ingest([source(TEXT + " Fin.", 1)], made, read).coded == 1


def test_an_archive_open_for_reading_is_not_written(tmp_path: Path) -> None:
    """One message instead of the database's own."""
    archive(tmp_path / "a.duckdb", [TEXT]).close()
    with Archive(tmp_path / "a.duckdb", read_only=True) as made, pytest.raises(StoreError, match="reading only"):
        ingest([source(TEXT + " Fin.", 1)], made, read)


def test_other_schemas_are_refused_and_old_ones_upgraded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer archive is never touched; an older one is brought up step by step and its tables rebuilt."""
    path = tmp_path / "a.duckdb"
    with archive(path, [TEXT, LONG]) as made:
        before = made.sql("SELECT * FROM events ORDER BY ALL")
    now = schema.SCHEMA
    monkeypatch.setattr(schema, "SCHEMA", now + 1)
    with Archive(path) as made, pytest.raises(StoreError, match="run `teletipo upgrade"):
        made.check_version()
    with pytest.raises(StoreError, match="too old to be upgraded"):
        upgrade(path, steps={})
    assert upgrade(path, steps={now: lambda archive: archive.sql("DELETE FROM events") and None}) == (now, now + 1)
    with Archive(path) as made:
        made.check_version()
        assert made.sql("SELECT * FROM events ORDER BY ALL") == before
    monkeypatch.setattr(schema, "SCHEMA", now)
    with Archive(path) as made, pytest.raises(StoreError, match="made by a newer teletipo"):
        made.check_version()


def test_dossiers_are_frozen_json(tmp_path: Path) -> None:
    """What is stored is the contract's JSON, so that any tool can read it out of the table."""
    with archive(tmp_path / "a.duckdb", [TEXT]) as made:
        ((data,),) = made.sql("SELECT dossier FROM documents")[1]
    assert msgspec.json.decode(data)["run"]["model"]["name"] == "toy"
