"""Drafts: entries of the gazetteer put together from all rows about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

import msgspec

from teletipo.gazetteer.claims import Claim, Steps, error_at, family_of
from teletipo.gazetteer.entries import Entry, Form, Holder
from teletipo.gazetteer.forms import inflect, slug
from teletipo.gazetteer.schema import SECTIONS, EntryRow, File, HolderRow, PersonRow, PostRow, StateRow
from teletipo.gazetteer.sources import Source

#: prefix of an id -> sector of the entry unless a row gives one
_SECTORS = {prefix: sector for prefix, _, sector in SECTIONS.values()}


class Draft:
    """An entry being put together from the rows about it."""

    def __init__(self, id_: str, row: EntryRow | HolderRow, source: str) -> None:
        """Without forms, which `add` adds."""
        self.id = id_
        self.name = row.name
        self.source = source
        self.country: str | None = None
        self.sector: str | None = None
        self.where: tuple[float | None, float | None] = (None, None)
        self.forms: dict[tuple[str, str], Form] = {}

    def add(self, forms: Iterable[Form]) -> None:
        """Add forms; of two with the same text and kind the first stays."""
        for form in forms:
            self.forms.setdefault((form.text, form.kind), form)

    def finish(self, ambiguous: Collection[str]) -> Entry:
        """The entry, its ambiguous forms marked."""
        forms = tuple(
            msgspec.structs.replace(form, ambiguous=True) if form.text in ambiguous else form
            for form in self.forms.values()
        )
        return Entry(
            id=self.id, kind=family_of(self.id), name=self.name, country=self.country, sector=self.sector, forms=forms,
            latitude=self.where[0], longitude=self.where[1], source=self.source,
        )  # fmt: skip


class Drafts:
    """All entries being put together, and the claims to each form."""

    def __init__(self) -> None:
        """None yet."""
        self.by_id: dict[str, Draft] = {}
        self.claims: dict[str, list[Claim]] = defaultdict(list)

    def take(self, source: Source) -> None:
        """Add all entries of a file. Raises `DataError` if it contradicts an earlier file."""
        for id_, row, steps in _rows(source.file):
            draft = self._draft(id_, row, source)
            if draft.forms and row.name != draft.name and (row.name, "name") not in draft.forms:
                raise error_at(source.path, (*steps, "id"), f"key `id`: {id_} is {draft.name}, not {row.name}")
            _fill(draft, row, source, steps)
            self._add(draft, tuple(_forms(row)), source, steps)

    def holder(self, post: PostRow, row: HolderRow, source: Source, steps: Steps) -> Holder:
        """Who held a post, as a person among the entries. Raises `DataError` if the term ends before it starts."""
        if row.start and row.end and row.start > row.end:
            raise error_at(source.path, steps, "key `end`: before `start`")
        draft = self._draft(f"person:{slug(row.name)}", row, source)
        draft.country = draft.country or (None if ":" in post.of else post.of)
        draft.sector = draft.sector or "GOV"
        names = [Form(text, "name") for text in (row.name, *row.names)]
        self._add(draft, (*names, *(Form(text, "name", short=True) for text in row.short)), source, steps)
        return Holder(
            person=draft.id, post=post.post, of=post.of, start=row.start, end=row.end, checked=post.checked,
            source=row.source or source.file.source,
        )  # fmt: skip

    def _draft(self, id_: str, row: EntryRow | HolderRow, source: Source) -> Draft:
        return self.by_id.setdefault(id_, Draft(id_, row, row.source or source.file.source))

    def _add(self, draft: Draft, forms: tuple[Form, ...], source: Source, steps: Steps) -> None:
        draft.add(forms)
        for form in forms:
            self.claims[form.text].append(Claim(draft.id, source.path, steps))


def _rows(file: File) -> Iterator[tuple[str, EntryRow, Steps]]:
    """Every entry of the file with its id and the way to its row; capitals count as places."""
    for section, (prefix, _, _) in SECTIONS.items():
        rows: tuple[EntryRow, ...] = getattr(file, section)
        for number, row in enumerate(rows):
            yield f"{prefix}:{row.id}", row, (section, number)
            if isinstance(row, StateRow):
                for which, capital in enumerate(row.capitals):
                    place = EntryRow(
                        id=capital.id, name=capital.name, names=capital.names, country=row.id,
                        latitude=capital.latitude, longitude=capital.longitude, source=row.source,
                    )  # fmt: skip
                    yield f"place:{capital.id}", place, (section, number, "capitals", which)


def _fill(draft: Draft, row: EntryRow, source: Source, steps: Steps) -> None:
    """Add what the row says beside its forms; another country than in an earlier row is an error."""
    country = row.id if isinstance(row, StateRow) else row.country
    if country and draft.country and country != draft.country:
        raise error_at(source.path, steps, f"key `country`: {draft.id} is in {draft.country} elsewhere, not {country}")
    draft.country = draft.country or country
    draft.sector = row.sector or draft.sector or _SECTORS[draft.id.partition(":")[0]]
    if row.latitude is not None:
        draft.where = (row.latitude, row.longitude)


def _forms(row: EntryRow) -> Iterator[Form]:
    """All forms of a row, the common name first."""
    for text in (row.name, *row.names):
        yield Form(text, "name")
    for text in row.acronyms:
        yield Form(text, "acronym")
    if isinstance(row, PersonRow):
        for text in row.short:
            yield Form(text, "name", short=True)
    if isinstance(row, StateRow):
        for capital in row.capitals:
            if capital.metonym:
                for text in (capital.name, *capital.names):
                    yield Form(text, "metonym")
    for text in row.metonyms:
        yield Form(text, "metonym")
    for text in row.descriptions:
        yield Form(text, "description")
    for demonym in row.demonyms:
        for text, gender, number in inflect(demonym):
            yield Form(text, "demonym", gender=gender, number=number)  # type: ignore[arg-type]
