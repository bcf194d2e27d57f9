"""POLECAT: a tab-separated table of 40 columns like POLECAT's weekly files, with "None" for what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from teletipo.export.plover import ASKED_FOR_NOTHING, Choice, Coded, raw_name, series
from teletipo.export.report import Report
from teletipo.export.state_codes import codes
from teletipo.records import Dossier, Entity, Role

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
NONE = "None"


def write(dossiers: Iterable[Dossier], out: TextIO, chosen: Choice = ASKED_FOR_NOTHING) -> Report:
    """Write one row per event; several actors are joined by ";", never a cross product.

    Wikipedia and GeoNames ids are `None`: teletipo does not know them. Coordinates are those of the gazetteer.
    """
    report = Report()
    out.write("\t".join(COLUMNS) + "\n")
    for dossier in dossiers:
        story = _story(dossier)
        for one in series(dossier, chosen, report):
            out.write("\t".join(_cell(value) for value in _row(one, dossier, story)) + "\n")
            report.exported += 1
    return report


def _row(one: Coded, dossier: Dossier, story: tuple[str, str, str]) -> list[object]:
    article, run = dossier.article, dossier.run
    entity, place = one.places[0] if one.places else (None, None)
    text = article.text or ""
    kind = entity.kind if entity else None
    return [
        f"{article.id}-{one.event.id}", one.date, one.type, one.mode, one.intensity, one.quad,
        ";".join(one.event.contexts),
        *_side(one.actors, dossier), *_side(one.recipients, dossier),
        entity.name if entity else None, None, None, None, *_on_the_map(entity), None,
        text[place.start : place.end] if place else None, kind,
        article.outlet, article.published, *story, article.language, f"teletipo {run.version} {run.codebook}".strip(),
    ]  # fmt: skip


def _side(people: tuple[tuple[Entity, Role], ...], dossier: Dossier) -> list[object]:
    sectors = [e.sector for e, _ in people if e.sector]
    return [
        ";".join(e.name for e, _ in people),
        ";".join(dict.fromkeys(e.country for e, _ in people if e.country)),
        ";".join(dict.fromkeys(str(number) for e, _ in people if (number := codes(e.country).cow) is not None)),
        sectors[0] if sectors else None,
        ";".join(dict.fromkeys(sectors)),
        ";".join(p.post for e, _ in people for p in e.posts[:1]),
        ";".join(raw_name(e, r, dossier) for e, r in people),
        None,
    ]


def _on_the_map(place: Entity | None) -> tuple[str | float | None, ...]:
    """Country, latitude and longitude."""
    return (place.country, place.latitude, place.longitude) if place else (None, None, None)


def _story(dossier: Dossier) -> tuple[str, str, str]:
    def names(*kinds: str) -> str:
        return ";".join(dict.fromkeys(e.name for e in dossier.entities if e.kind in kinds))

    return names("person"), names("organisation", "group"), names("state", "place", "facility")


def _cell(value: object) -> str:
    """One cell: no tab, no line end, never empty."""
    return " ".join(str(value).split()) if value not in (None, "") else NONE
