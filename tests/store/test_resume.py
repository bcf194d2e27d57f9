"""A run that was killed, at any moment and as often as you like, ends with the same records as one that was not."""

from __future__ import annotations

import gc
import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from sample_dossiers import TEXT, read, source
from teletipo import workers
from teletipo.errors import StoreError
from teletipo.ingest import ingest
from teletipo.sources.source import Source
from teletipo.store.archive import Archive

ARTICLES, KILLS = 400, 25


def sources(number: int = ARTICLES) -> Iterator[Source]:
    """Small articles, among them copies, near-copies and some that cannot be read."""
    for n in range(number):
        words = ["BREAK ", "BUG ", ""][min(n % 50, 2)] + TEXT * 2 + f"Es la noticia {n // 3} de hoy."
        yield source(words, n, outlet=f"Diario {n % 2}")


def content(path: Path) -> str:
    """A hash of everything that an export can show."""
    digest = hashlib.sha256()
    with Archive(path) as archive:
        for stored in archive.stored():
            digest.update(f"{stored.copy_of} {stored.dossier.to_json()}".encode())
        for table in ("documents", "events", "statements", "sources"):
            columns = "* EXCLUDE (n)" if table in ("documents", "sources") else "*"
            digest.update(repr(archive.sql(f"SELECT {columns} FROM {table} ORDER BY ALL")[1]).encode())
    return digest.hexdigest()


def collected_every(_: Sequence[Source]) -> list[int]:
    """As a reader: how rarely its process collects cycles."""
    return [gc.get_threshold()[0]]


def has_loaded(_: Sequence[Source]) -> list[bool]:
    """As a reader: whether its process began with the parser and all knowledge."""
    return ["teletipo.loaded" in sys.modules]


def prepared() -> bool:
    """What `has_loaded` says in a process that was prepared."""
    with closing(workers.Readers(has_loaded, jobs=2)) as readers:
        readers.prepare()
        return bool(readers.outcome(readers.add(source(TEXT))))


def kill_and_restart(path: Path, seed: int) -> int:
    """Ingest into `path`, killing the process at random moments; the number of kills that hit it at work."""
    chance, hits = random.Random(seed), 0
    for _ in range(KILLS):
        child = os.fork()
        if child == 0:
            with Archive(path, create=True) as archive:
                ingest(sources(), archive, read)
            os._exit(0)
        time.sleep(chance.uniform(0.01, 0.12))
        os.kill(child, signal.SIGKILL)
        hits += os.WIFSIGNALED(os.waitpid(child, 0)[1])
    with Archive(path, create=True) as archive:
        ingest(sources(), archive, read)
    return hits


def run(*arguments: str) -> str:
    """This file as a program, so that it forks before any database is open."""
    path = os.pathsep.join(sys.path)
    program = [sys.executable, __file__, *arguments]
    done = subprocess.run(program, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": path})
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_killed_25_times_the_archive_is_the_same(tmp_path: Path) -> None:
    """SIGKILL at 25 random moments, each followed by a restart, changes nothing of the result."""
    hits = int(run(str(tmp_path / "killed.duckdb")))
    assert hits >= 20
    with Archive(tmp_path / "whole.duckdb", create=True) as archive:
        ingest(sources(), archive, read)
    assert content(tmp_path / "killed.duckdb") == content(tmp_path / "whole.duckdb")


def test_any_number_of_processes_gives_the_same(tmp_path: Path) -> None:
    """Two reading processes write what one writes, in the same order."""
    for jobs in (1, 2):
        with Archive(tmp_path / f"{jobs}.duckdb", create=True) as archive:
            ingest(sources(100), archive, read, jobs=jobs)
    assert content(tmp_path / "1.duckdb") == content(tmp_path / "2.duckdb")


def test_workers_collect_cycles_as_rarely_as_their_parent() -> None:
    """Else each of them needs a tenth more time than one process alone."""
    before = gc.get_threshold()
    gc.set_threshold(123_456)
    readers = workers.Readers(collected_every, jobs=2)
    try:
        assert readers.outcome(readers.add(source(TEXT))) == 123_456
    finally:
        readers.close()
        gc.set_threshold(*before)


@pytest.mark.skipif(workers.START != "forkserver", reason="processes cannot share here what is loaded")
def test_prepared_processes_begin_with_everything_loaded() -> None:
    """Else each of them loads it again, for a second of CPU."""
    assert run("prepared") == "True\n"


def test_an_article_that_kills_its_process_is_a_problem(tmp_path: Path) -> None:
    """The other articles are read all the same, those under way in the dead process among them."""
    healthy = [source(f"{TEXT} Es la noticia {n}.", n) for n in range(40)]
    items = [*healthy[:10], source("KILL this process.", 40), *healthy[10:]]
    with Archive(tmp_path / "a.duckdb", create=True) as archive:
        counts = ingest(items, archive, read, jobs=2)
        rows = archive.sql("SELECT code, message FROM sources WHERE status = 'problem'")[1]
        coded = archive.sql("SELECT count(*) FROM sources WHERE status != 'problem'")[1]
    assert [code for code, _ in rows] == ["killed"]
    assert "the process that read it was killed" in rows[0][1]
    assert counts.problems == {"killed": 1}
    assert coded == [(40,)]


def test_an_interrupt_keeps_what_is_done(tmp_path: Path) -> None:
    """Ctrl-C in the middle leaves a readable archive, and the next run adds the rest."""

    def interrupted() -> Iterator[Source]:
        for n, item in enumerate(sources(100)):
            if n == 70:
                raise KeyboardInterrupt
            yield item

    with Archive(tmp_path / "a.duckdb", create=True) as archive:
        with pytest.raises(KeyboardInterrupt):
            ingest(interrupted(), archive, read)
        kept = archive.sql("SELECT count(*) FROM sources")[1][0][0]
        assert 32 <= kept <= 70
        counts = ingest(sources(100), archive, read)
        assert archive.sql("SELECT count(*) FROM sources")[1] == [(100,)]
    assert counts.known > 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB; skipped where it cannot be had."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount a small file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=False)


def test_a_disk_that_is_really_full(small_disk: Path) -> None:
    """A disk that fills up in the middle: one message, whole batches before it, no broken file."""
    with Archive(small_disk / "a.duckdb", create=True) as archive, pytest.raises(StoreError, match="disk is full"):
        ingest(sources(5000), archive, read)
    with Archive(small_disk / "a.duckdb") as archive:
        kept = archive.sql("SELECT count(*) FROM documents")[1][0][0]
        assert kept > 0
        assert len(list(archive.dossiers())) > 0


def test_a_folder_that_cannot_be_written(small_disk: Path) -> None:
    """On a read-only disk the message names the archive and says so; reading what is there still works."""
    with Archive(small_disk / "a.duckdb", create=True) as archive:
        ingest(sources(10), archive, read)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StoreError, match="cannot be written here"):
        Archive(small_disk / "b.duckdb", create=True)
    with pytest.raises(StoreError, match="cannot be written here"):
        Archive(small_disk / "a.duckdb")
    with Archive(small_disk / "a.duckdb", read_only=True) as archive:
        assert list(archive.dossiers())


if __name__ == "__main__":
    print(prepared() if sys.argv[1] == "prepared" else kill_and_restart(Path(sys.argv[1]), seed=6))
