"""Records in the formats that other tools read: one module a format, each with one `write`.

Every `write` takes dossiers and where to write them, and returns a `Report` of what it wrote and left out. The modules
are imported when they are asked for.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO, cast

import msgspec

from teletipo.errors import InputError
from teletipo.export.report import Report
from teletipo.records import Certainty, Dossier
from teletipo.store.archive import Archive


class Format(msgspec.Struct, frozen=True):
    """A format that can be asked for."""

    module: str
    about: str
    folder: bool = False  #: writes several files into a folder, or a binary file, instead of a stream of text
    series: bool = False  #: an event series: takes the labels of the events to write, leaves near-copies out


FORMATS: dict[str, Format] = {
    "jsonl": Format("jsonl", "dossiers as JSON Lines, the canonical format"),
}


def write(
    format: str,
    dossiers: Iterable[Dossier],
    target: Path | TextIO,
    *,
    certainty: Iterable[Certainty] = (),
) -> Report:
    """Write `dossiers` to `target`, a path or for text formats an open stream.

    `certainty` chooses the events of an event series; without it the format's own choice holds. Raises InputError for
    an unknown format, for labels where the format has no use for them, and if `target` cannot be written.
    """
    if format not in FORMATS:
        raise InputError(f"--to {format}: there are {', '.join(FORMATS)}")
    chosen = FORMATS[format]
    labels = frozenset(certainty)
    if labels and not chosen.series:
        raise InputError(f"--certainty: {format} holds all records")
    module = importlib.import_module(f"teletipo.export.{chosen.module}")
    options = {"certainty": labels} if labels else {}
    try:
        if chosen.folder:
            if not isinstance(target, Path):
                raise InputError(f"--to {format} writes a file or folder: say -o PATH")
            return cast(Report, module.write(dossiers, target, **options))
        if isinstance(target, Path):
            with target.open("w", encoding="utf-8", newline="") as out:
                return cast(Report, module.write(dossiers, out, **options))
        return cast(Report, module.write(dossiers, target, **options))
    except OSError as error:
        raise InputError(f"{error.filename or target}: cannot be written: {error.strerror}") from None


def of_archive(
    archive: Archive,
    format: str,
    target: Path | TextIO,
    *,
    certainty: Iterable[Certainty] = (),
    copies: bool = False,
) -> Report:
    """As `write`, for a whole archive. Near-copies stay out of event series unless `copies` is set; both that and
    articles with the text of another one are counted in the report.
    """
    series = format in FORMATS and FORMATS[format].series and not copies
    report = write(format, archive.dossiers(near=not series), target, certainty=certainty)
    count = "SELECT count(*) FROM documents WHERE copy_kind = ?"
    (same,), (near,) = (archive.sql(count, [kind])[1][0] for kind in ("same_text", "near"))
    report.skip("articles with the text of another", same)
    report.skip("near-copies of articles", near if series else 0)
    return report
