"""Exports records in the formats of other tools: one module per format, each with one `write`.

Every `write` takes dossiers and a target, and returns a `Report` of what it wrote and left out. The modules are
imported when they are needed.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, TextIO, cast

import msgspec

from teletipo.errors import InputError
from teletipo.export.report import Report
from teletipo.export.whole import whole_file, whole_folder
from teletipo.meant import instead
from teletipo.records import Certainty, Dossier
from teletipo.store.archive import Archive
from teletipo.store.guard import guarded
from teletipo.store.rows import SCALE


class Format(msgspec.Struct, frozen=True):
    """A format that can be asked for."""

    module: str
    about: str
    into: Literal["stream", "file", "folder"] = "stream"  #: a stream of text, a binary file, a folder of files
    series: bool = False  #: an event series: the certainties to write can be chosen, near-copies are left out


FORMATS: dict[str, Format] = {
    "jsonl": Format("jsonl", "dossiers as JSON Lines, the canonical format"),
    "parquet": Format("parquet", "a folder of tables for DuckDB, pandas, R, Spark", into="folder"),
    "csv": Format("csv_table", "one event a row, for spreadsheets"),
    "polecat": Format("polecat", "POLECAT table of 40 columns, PLOVER conventions", series=True),
    "plover": Format("plover_json", "PLOVER JSON, one event a line", series=True),
    "gdelt": Format("gdelt", "GDELT 2.0 events, 61 columns", series=True),
    "gdelt-mentions": Format("gdelt_mentions", "GDELT 2.0 mentions, 16 columns", series=True),
    "gexf": Format("gexf", "actor network for Gephi"),
    "graphml": Format("graphml", "actor network for networkx, igraph, yEd"),
    "timesketch": Format("timesketch", "timeline for Timesketch"),
    "ftm": Format("ftm", "FollowTheMoney entities for Aleph"),
    "w3c": Format("webannotation", "W3C Web Annotation, one page an article"),
    "brat": Format("brat", "a folder of brat standoff files", into="folder"),
    "ninjs": Format("ninjs", "IPTC ninjs 3.1 events"),
    "schemaorg": Format("schemaorg", "schema.org JSON-LD with PROV"),
    "spacy": Format("spacy", "a DocBin file with span groups", into="file"),
}


def write(
    format: str,
    dossiers: Iterable[Dossier],
    target: Path | str | TextIO,
    *,
    certainty: Iterable[str] = (),
    by_publication: bool = False,
) -> Report:
    """Write `dossiers` to `target`, a path or for text formats an open stream.

    What is at a path appears whole or stays as it was, also after an error or an interrupt. `certainty` chooses the
    events of an event series (default: the format's own choice; "all": every one); `by_publication` gives events
    without a date the date of their article. Raises InputError for an unknown format or certainty, for choices that the
    format does not have, and if a path cannot be written, StoreError if the disk refuses; errors of a stream are left
    to whoever opened it.
    """
    if format not in FORMATS:
        raise InputError(f"--to {format}: {instead(format, list(FORMATS))}")
    chosen = FORMATS[format]
    labels = _labels(certainty)
    target = Path(target) if isinstance(target, str) else target
    if (labels or by_publication) and not chosen.series:
        raise InputError(f"{format} holds all records; --certainty and --undated are for event series")
    module = importlib.import_module(f"teletipo.export.{chosen.module}")
    options = (_choice(labels, by_publication),) if chosen.series else ()
    if not isinstance(target, Path):
        if chosen.into != "stream":
            raise InputError(f"--to {format} writes a file or folder: say -o PATH")
        return cast(Report, module.write(dossiers, target, *options))
    whole = whole_folder if chosen.into == "folder" else whole_file
    try:
        with whole(target) as path, guarded(target):
            if chosen.into != "stream":
                return cast(Report, module.write(dossiers, path, *options))
            with path.open("w", encoding="utf-8", newline="") as out:
                return cast(Report, module.write(dossiers, out, *options))
    except OSError as error:
        raise InputError(f"{target}: cannot be written: {error.strerror}") from None


def _labels(certainty: Iterable[str]) -> frozenset[Certainty]:
    """The labels that are asked for, one or several; InputError for one that does not exist."""
    labels = [certainty] if isinstance(certainty, str) else list(certainty)
    if unknown := [label for label in labels if label not in (*SCALE, "all")]:
        raise InputError(f"--certainty {unknown[0]}: {instead(unknown[0], [*SCALE, 'all'])}")
    return cast(frozenset[Certainty], frozenset(SCALE if "all" in labels else labels))


def _choice(labels: frozenset[Certainty], by_publication: bool) -> object:
    from teletipo.export.plover import SERIES, Choice

    return Choice(labels or SERIES, by_publication)


def of_archive(
    archive: Archive,
    format: str,
    target: Path | str | TextIO,
    *,
    certainty: Iterable[str] = (),
    by_publication: bool = False,
    copies: bool = False,
) -> Report:
    """As `write`, for a whole archive; near-copies are left out of event series unless `copies` is set.

    The report counts them, and the articles whose text is that of another one. Raises InputError also if the target is
    the archive itself.
    """
    target = Path(target) if isinstance(target, str) else target
    if isinstance(target, Path) and target.exists() and target.samefile(archive.path):
        raise InputError(f"{target}: is the archive itself; write to another file")
    series = format in FORMATS and FORMATS[format].series and not copies
    found = archive.dossiers(near=not series)
    report = write(format, found, target, certainty=certainty, by_publication=by_publication)
    count = "SELECT count(*) FROM documents WHERE copy_kind = ?"
    (same,), (near,) = (archive.sql(count, [kind])[1][0] for kind in ("same_text", "near"))
    report.skip("articles with the text of another", same)
    report.skip("near-copies of articles", near if series else 0)
    return report
