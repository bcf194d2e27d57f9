"""Verification: every span is looked up again in the stored text; nothing is re-anchored."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import msgspec

from teletipo.errors import InputError
from teletipo.records import Dossier
from teletipo.store import is_database
from teletipo.store.archive import Archive
from teletipo.view.words import Lang, count, word


class Orphan(msgspec.Struct, frozen=True, kw_only=True):
    """A span that is not in its text, or an article whose text is not the one that was read."""

    article: str
    where: str  #: path in the dossier, such as events[3].roles[0]
    why: str


class Verdict(msgspec.Struct):
    """The counts of one verification and the orphans it found."""

    articles: int = 0
    spans: int = 0
    orphans: list[Orphan] = msgspec.field(default_factory=list)

    @property
    def ok(self) -> bool:
        """True if every span was found."""
        return not self.orphans

    def sentence(self, lang: Lang = "en") -> str:
        """One line for a person: "articles 10 · spans 4,812 · found 4,812 · orphaned 0"."""
        orphaned = len(self.orphans)
        counts = {"articles": self.articles, "spans": self.spans, "found": self.spans - orphaned, "orphaned": orphaned}
        return " · ".join(f"{word(lang, f'sum.{key}')} {count(lang, n)}" for key, n in counts.items())


def verify(dossiers: Iterable[Dossier]) -> Verdict:
    """Check every span of every dossier against its text, and the text against its sha256."""
    verdict = Verdict()
    for dossier in dossiers:
        verdict.articles += 1
        _verify_one(dossier, verdict)
    return verdict


def verify_archive(archive: Archive) -> Verdict:
    """As `verify`; besides, each quote in the tables must be the text at its span."""
    verdict = verify(archive.dossiers())
    query = """SELECT e.document, e.kind, e.record, e.part FROM evidence e JOIN documents d ON d.id = e.document
               WHERE substring(d.text, e.start_char + 1, e.end_char - e.start_char) IS DISTINCT FROM e.quote
               AND e.start_char IS NOT NULL ORDER BY ALL"""
    for document, kind, record, part in archive.sql(query)[1]:
        why = "the quote in the table is not the text at its span"
        verdict.orphans.append(Orphan(article=document, where=f"{kind} {record} {part}", why=why))
    return verdict


def verify_path(path: Path) -> Verdict:
    """As `verify`, for an archive or a file of dossiers as JSON Lines, whatever its name; "-" is standard input.

    Raises InputError or StoreError if it cannot be read.
    """
    if path.suffix in (".jsonl", ".ndjson") or str(path) == "-" or _opens_with_object(path):
        return verify(_dossiers(path))
    with Archive(path, read_only=True) as archive:
        archive.check_version()
        return verify_archive(archive)


def _opens_with_object(path: Path) -> bool:
    """Whether the file begins like JSON Lines; False if it cannot be read (opening it as an archive then says why).

    An archive is told first: it begins with a checksum, whose first byte is "{" in one of 256. What a pipe holds is
    taken for JSON Lines, as it can be read only once.
    """
    if path.is_fifo():
        return True
    try:
        with path.open("rb") as stream:
            return not is_database(path) and stream.read(64).lstrip().startswith(b"{")
    except OSError:
        return False


def _dossiers(path: Path) -> Iterator[Dossier]:
    number = 0
    try:
        with nullcontext(sys.stdin.buffer) if str(path) == "-" else path.open("rb") as stream:
            for line in stream:
                number += 1
                if line.strip():
                    yield msgspec.json.decode(line, type=Dossier)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    except msgspec.MsgspecError as error:
        raise InputError(f"{path}:{number}: not a dossier: {error}") from None


def spans_of(value: Any, path: str = "") -> Iterator[tuple[str, int, int]]:
    """Every pair of `start` and `end` in a dossier's builtins, with its path."""
    if isinstance(value, dict):
        start, end = value.get("start"), value.get("end")
        if isinstance(start, int) and isinstance(end, int):
            yield path, start, end
        for key, inner in value.items():
            yield from spans_of(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, (list, tuple)):
        for number, inner in enumerate(value):
            yield from spans_of(inner, f"{path}[{number}]")


def _verify_one(dossier: Dossier, verdict: Verdict) -> None:
    text = dossier.article.text
    spans = list(spans_of(dossier.to_dict()))
    verdict.spans += len(spans)
    digest = hashlib.sha256((text or "").encode("utf-8", "surrogatepass")).hexdigest()
    if text is None or digest != dossier.article.sha256:
        why = "the article has no text" if text is None else "the text is not the one that was read (sha256 differs)"
        verdict.spans += not spans
        places = [where for where, _, _ in spans] or ["article"]
        verdict.orphans += [Orphan(article=dossier.article.id, where=where, why=why) for where in places]
        return
    for where, start, end in spans:
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            why = f"[{start}:{end}) is not in a text of {len(text)} characters"
            verdict.orphans.append(Orphan(article=dossier.article.id, where=where, why=why))
