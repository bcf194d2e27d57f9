"""GDELT 2.0: the events table of 61 columns and the mentions table of 16, tab-separated without a header.

A row has one actor per side, so only the first of several actors is written. What GDELT computes from tone dictionaries
and geocoding is left empty.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable
from typing import TextIO

from teletipo.export.plover import ASKED_FOR_NOTHING, Choice, Coded, series
from teletipo.export.report import Report
from teletipo.export.state_codes import codes
from teletipo.records import Dossier, Entity

#: Certainty -> GDELT's `Confidence` (10 to 100).
CONFIDENCE = {"fact": 100, "stated": 80, "planned": 70, "proposed": 50, "possible": 40, "speculated": 20, "denied": 10}


def write(dossiers: Iterable[Dossier], out: TextIO, chosen: Choice = ASKED_FOR_NOTHING) -> Report:
    """Write the events table: one row per event that is dated to the day."""
    report = Report()
    for dossier in dossiers:
        for one in series(dossier, chosen, report):
            _line(out, _event(one, dossier))
            report.exported += 1
    return report


def write_mentions(dossiers: Iterable[Dossier], out: TextIO, chosen: Choice = ASKED_FOR_NOTHING) -> Report:
    """Write the mentions table: one row per anchor of an event, with its offsets in the text."""
    report = Report()
    for dossier in dossiers:
        for one in series(dossier, chosen, report):
            for place in range(len(one.event.anchors)):
                _line(out, _mention(one, dossier, place))
                report.exported += 1
    return report


def event_number(dossier: Dossier, event: str) -> int:
    """GLOBALEVENTID: 53 bits of a hash, which a double can hold; the same on any machine."""
    digest = hashlib.sha256(f"{dossier.article.id}\x1f{event}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 11


def _event(one: Coded, dossier: Dossier) -> list[object]:
    day = datetime.date.fromisoformat(one.date or "")
    first, second = _pair(one)
    stamp = (dossier.article.published or one.date or "").replace("-", "") + "000000"
    fraction = day.year + (day.timetuple().tm_yday - 1) / 365
    return [
        event_number(dossier, one.event.id), day.strftime("%Y%m%d"), day.strftime("%Y%m"), day.year, f"{fraction:.4f}",
        *_actor(first), *_actor(second),
        1, one.cameo, one.cameo, one.cameo[:2], one.quad, one.goldstein,
        len(one.event.anchors), 1, 1, "",
        *_geo(None), *_geo(None), *_geo(_where(one)),
        stamp, dossier.article.url or dossier.article.id,
    ]  # fmt: skip


def _mention(one: Coded, dossier: Dossier, place: int) -> list[object]:
    article, anchor = dossier.article, one.event.anchors[place]
    stamp = (article.published or one.date or "").replace("-", "") + "000000"
    text = article.text or ""
    actors = [r.start for _, r in one.actors] or [-1]
    others = [r.start for _, r in one.recipients] or actors[1:] or [-1]
    return [
        event_number(dossier, one.event.id), (one.date or "").replace("-", "") + "000000", stamp, 1,
        article.outlet or "", article.url or article.id, text.count("\n", 0, anchor.start) + 1,
        actors[0], others[0], anchor.start, 1, CONFIDENCE[one.event.certainty], len(text), "", "", "",
    ]  # fmt: skip


def _pair(one: Coded) -> tuple[Entity | None, Entity | None]:
    actors = [e for e, _ in one.actors]
    others = [e for e, _ in one.recipients] or actors[1:]
    return (actors[0] if actors else None), (others[0] if others else None)


def _actor(entity: Entity | None) -> list[object]:
    """The ten columns of an actor: CAMEO code, name, country, group, ethnicity, two religions, three roles."""
    if entity is None:
        return [""] * 10
    country, sector = entity.country or "", entity.sector or ""
    return [f"{country}{sector}", entity.name.upper(), country, "", "", "", "", sector, "", ""]


def _where(one: Coded) -> Entity | None:
    return one.places[0][0] if one.places else None


def _geo(entity: Entity | None) -> list[object]:
    """The eight columns of a place: kind (1 country, 4 city), name, FIPS, two districts, coordinates, feature id."""
    if entity is None:
        return [0, *[""] * 7]
    kind = 1 if entity.kind == "state" else 4
    known = entity.latitude is not None
    point = [entity.latitude, entity.longitude] if known else ["", ""]
    return [kind, entity.name, codes(entity.country).fips or "", "", "", *point, ""]


def _line(out: TextIO, cells: list[object]) -> None:
    out.write("\t".join(" ".join(str(cell).split()) for cell in cells) + "\n")
