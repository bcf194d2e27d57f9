"""Full-text search: an SQLite FTS5 index beside the archive, with accents folded and a column of lemmas.

The index can be deleted at any time: it is brought up to date from the archive whenever it is behind, also after a kill
between the two writes.
"""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from teletipo.errors import InputError
from teletipo.folding import fold
from teletipo.languages.lemmas import lemmas
from teletipo.spans import Span
from teletipo.store.archive import Archive
from teletipo.store.guard import guarded

#: Characters shown around the words that were found.
WINDOW = 240
BATCH = 500
_WORD = re.compile(r"\w+")
_TERM = re.compile(r'"([^"]+)"|(\S+)')
_CREATE = """
CREATE VIRTUAL TABLE words USING fts5(title, text, lemmas, content='', tokenize='unicode61 remove_diacritics 2');
CREATE TABLE last (n INTEGER, document TEXT);
INSERT INTO last VALUES (0, '');
"""


class _Term(NamedTuple):
    """One search term: several words in exactly this form and order, or one word in any of its forms."""

    words: tuple[str, ...]
    quoted: bool

    @property
    def exact(self) -> bool:
        """True for words in quotation marks and for words joined by a sign ("EE.UU.")."""
        return self.quoted or len(self.words) > 1


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One article with its best passage."""

    document: str
    title: str | None
    outlet: str | None
    published: str | None
    start: int  #: of the passage, in code points of the text
    end: int
    quote: str
    marks: tuple[Span, ...]  #: the words found, as offsets of the text


def index_path(archive: Path) -> Path:
    """Where the index of an archive lies."""
    return archive.with_name(archive.name + ".search")


def update(archive: Archive) -> int:
    """Bring the index up to date with the archive; returns the number of articles added.

    Raises StoreError if it cannot be written.
    """
    path = index_path(archive.path)
    with guarded(path), _connected(path) as db:
        if not _current(db) or _stale(archive, db):
            _recreate(db)
        added = 0
        (last,) = db.execute("SELECT n FROM last").fetchone()
        query = """SELECT n, id, coalesce(title, ''), text FROM documents
                   WHERE n > ? AND text IS NOT NULL ORDER BY n LIMIT ?"""
        while rows := archive.sql(query, [last, BATCH])[1]:
            with db:
                for n, _, title, text in rows:
                    db.execute(
                        "INSERT INTO words (rowid, title, text, lemmas) VALUES (?, ?, ?, ?)",
                        [n, title, text, _lemmas(text)],
                    )
                last = rows[-1][0]
                db.execute("UPDATE last SET n = ?, document = ?", [last, rows[-1][1]])
            added += len(rows)
        return added


def search(archive: Archive, query: str, limit: int = 20) -> list[Hit]:
    """The articles that contain all words of `query`, best first; words in quotation marks must stand together.

    Outside quotation marks accents and inflection do not matter. Raises InputError if there is no word in `query`, and
    for a limit below 0.
    """
    found = [_Term(tuple(_WORD.findall(phrase or word)), bool(phrase)) for phrase, word in _TERM.findall(query)]
    terms = [term for term in found if term.words]
    wanted = [_fts(term) for term in terms]
    if not wanted:
        raise InputError("nothing to search for", "unasked")
    if limit < 0:
        raise InputError(f"--limit {limit}: 0 or more")
    update(archive)
    path = index_path(archive.path)
    with guarded(path, reading=True), _connected(path) as db:
        match = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, 4.0, 2.0, 1.0), rowid LIMIT ?"
        numbers = [n for (n,) in db.execute(match, [" AND ".join(wanted), limit])]
    columns = "n, id, title, outlet, published, text"
    rows = {
        r[0]: r[1:] for r in archive.sql(f"SELECT {columns} FROM documents WHERE n IN (SELECT unnest(?))", [numbers])[1]
    }
    return [_hit(rows[n], terms) for n in numbers if n in rows]


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path)


def _current(db: sqlite3.Connection) -> bool:
    """True if the file holds an index of today's columns."""
    made = db.execute("SELECT sql FROM sqlite_master WHERE name = 'words'").fetchone()
    return made is not None and made[0] + ";" in _CREATE


def _stale(archive: Archive, db: sqlite3.Connection) -> bool:
    """True if the index belongs to another archive that lay at this path before."""
    n, document = db.execute("SELECT n, document FROM last").fetchone()
    return bool(n) and archive.sql("SELECT id FROM documents WHERE n = ?", [n])[1] != [(document,)]


def _recreate(db: sqlite3.Connection) -> None:
    db.executescript(f"DROP TABLE IF EXISTS words; DROP TABLE IF EXISTS last; {_CREATE}")


def _keys(word: str) -> frozenset[str]:
    """The word and its lemmas without accents; two forms of one word share at least one."""
    return frozenset({fold(word), *map(fold, lemmas(word))})


def _lemmas(text: str) -> str:
    return " ".join(map(_indexed, _WORD.findall(text)))


@lru_cache(maxsize=100_000)
def _indexed(word: str) -> str:
    return " ".join(sorted(_keys(word)))


def _fts(term: _Term) -> str:
    """A search term in the query language of FTS5."""
    exact = '"' + " ".join(map(fold, term.words)) + '"'
    if term.exact:
        return f"({{title text}} : {exact})"
    known = " OR ".join(f'"{key}"' for key in sorted(_keys(term.words[0])))
    return f"({{title text}} : {exact} OR lemmas : ({known}))"


def _hit(row: tuple[Any, ...], terms: list[_Term]) -> Hit:
    document, title, outlet, published, text = row
    marks = _marks(text, terms)
    start, end = _passage(text, marks)
    return Hit(
        document=document,
        title=title,
        outlet=outlet,
        published=published,
        start=start,
        end=end,
        quote=text[start:end],
        marks=tuple(m for m in marks if start <= m.start and m.end <= end),
    )


def _marks(text: str, terms: list[_Term]) -> list[Span]:
    """Where the terms stand in the text, without overlaps."""
    words = [(Span(*m.span()), m.group()) for m in _WORD.finditer(text)]
    wanted = frozenset(key for term in terms if not term.exact for key in _keys(term.words[0]))
    marks = {span for span, word in words if not wanted.isdisjoint(_keys(word))} if wanted else set()
    folded = [fold(word) for _, word in words]
    for sought in (list(map(fold, term.words)) for term in terms if term.exact):
        size = len(sought)
        at = (k for k in range(len(words) - size + 1) if folded[k : k + size] == sought)
        marks |= {Span(words[k][0].start, words[k + size - 1][0].end) for k in at}
    return [m for m in sorted(marks) if not any(o != m and o.contains(m) for o in marks)]


def _passage(text: str, marks: list[Span]) -> tuple[int, int]:
    """The window with the most different words of the query, widened to whole words."""
    if not marks:
        return 0, _word_end(text, min(WINDOW, len(text)))
    best = max(
        marks,
        key=lambda m: (len({_keys(o.of(text)) for o in marks if 0 <= o.start - m.start < WINDOW // 2}), -m.start),
    )
    start = max(0, best.start - WINDOW // 3)
    while start and not text[start - 1].isspace():
        start -= 1
    return start, _word_end(text, min(len(text), start + WINDOW))


def _word_end(text: str, end: int) -> int:
    while end < len(text) and not text[end].isspace():
        end += 1
    return end
