"""Gazetteer files into lookup tables, with the checks that look across files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from teletipo import yamlfile
from teletipo.errors import DataError
from teletipo.gazetteer.entries import Entry, Form, Holder, NounClass
from teletipo.gazetteer.forms import atoms, inflect, slug
from teletipo.gazetteer.schema import SECTIONS, EntryRow, File, HolderRow, PersonRow, PostNameRow, StateRow
from teletipo.gazetteer.sources import Source
from teletipo.gazetteer.tables import FormPlace, Tables
from teletipo.records import EntityKind

_KINDS: tuple[EntityKind, ...] = ("state", "organisation", "person", "facility", "place", "group")
#: id prefix -> (kind, sector unless given)
_PREFIXES: dict[str, tuple[EntityKind, str | None]] = {prefix: (kind, s) for prefix, kind, s in SECTIONS.values()}


class _Draft:
    """An entry being put together from the rows that speak of it."""

    def __init__(self, id_: str, row: EntryRow | HolderRow, source: str) -> None:
        self.id = id_
        self.name = row.name
        self.source = source
        self.country: str | None = None
        self.sector: str | None = None
        self.where: tuple[float | None, float | None] = (None, None)
        self.forms: dict[tuple[str, str], Form] = {}

    def add(self, forms: Iterable[Form]) -> None:
        """Take up forms; the first with a text and kind stays."""
        for form in forms:
            self.forms.setdefault((form.text, form.kind), form)

    def finish(self, ambiguous: dict[str, tuple[str, ...]]) -> Entry:
        """The entry, its ambiguous forms marked."""
        forms = tuple(
            msgspec.structs.replace(form, ambiguous=True) if form.text in ambiguous else form
            for form in self.forms.values()
        )
        return Entry(
            id=self.id, kind=_family(self.id), name=self.name, country=self.country, sector=self.sector, forms=forms,
            latitude=self.where[0], longitude=self.where[1], source=self.source,
        )  # fmt: skip


class _Claim(msgspec.Struct, frozen=True):
    """Where a file says something about an entry; `steps` lead to the row."""

    entry: str
    path: str
    steps: tuple[str | int, ...]


def build(sources: Iterable[Source]) -> Tables:
    """Lookup tables of the files. Raises `DataError` with `file:line:` when two files contradict each other."""
    sources = tuple(sources)
    drafts: dict[str, _Draft] = {}
    claims: dict[str, list[_Claim]] = defaultdict(list)
    for source in sources:
        for id_, draft_row, steps in _rows(source.file):
            draft = drafts.setdefault(id_, _Draft(id_, draft_row, draft_row.source or source.file.source))
            if draft.forms and draft_row.name != draft.name and (draft_row.name, "name") not in draft.forms:
                raise _error(source.path, (*steps, "id"), f"key `id`: {id_} is {draft.name}, not {draft_row.name}")
            forms = tuple(_forms(draft_row))
            _fill(draft, draft_row, source, steps)
            draft.add(forms)
            for form in forms:
                claims[form.text].append(_Claim(id_, source.path, steps))
    holders = _holders(sources, drafts, claims)
    ambiguous = _ambiguous(sources, drafts)
    _lint(claims, ambiguous)
    shared = _shared_surnames(claims, ambiguous)
    entries = {id_: draft.finish(ambiguous | shared) for id_, draft in drafts.items()}
    index = _index(entries, ambiguous)
    return Tables(
        entries=entries, index=index, longest=_longest(index), prefixes=_prefixes(sources),
        executives={row.id: row.executive for source in sources for row in source.file.states},
        holders=holders, post_names=_post_names(sources), nouns=_nouns(sources),
    )  # fmt: skip


def _rows(file: File) -> Iterator[tuple[str, EntryRow, tuple[str | int, ...]]]:
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


def _fill(draft: _Draft, row: EntryRow, source: Source, steps: tuple[str | int, ...]) -> None:
    """Take up what the row says beside its forms; another country than an earlier row's is an error."""
    country = row.id if isinstance(row, StateRow) else row.country
    if country and draft.country and country != draft.country:
        raise _error(source.path, steps, f"key `country`: {draft.id} is in {draft.country} elsewhere, not {country}")
    draft.country = draft.country or country
    draft.sector = (
        row.sector or draft.sector or next(s for p, _, s in SECTIONS.values() if draft.id.startswith(f"{p}:"))
    )
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


def _holders(
    sources: tuple[Source, ...], drafts: dict[str, _Draft], claims: dict[str, list[_Claim]]
) -> dict[str, tuple[Holder, ...]]:
    """Who held which post, by what it belongs to; holders become persons."""
    table: dict[str, list[Holder]] = defaultdict(list)
    for source in sources:
        for post_number, post in enumerate(source.file.posts):
            steps: tuple[str | int, ...] = ("posts", post_number)
            if ":" in post.of and post.of not in drafts:
                raise _error(source.path, (*steps, "of"), f"key `of`: no entry {post.of}")
            for number, row in enumerate(post.holders):
                where = (*steps, "holders", number)
                if row.start and row.end and row.start > row.end:
                    raise _error(source.path, where, "key `end`: before `start`")
                id_ = f"person:{slug(row.name)}"
                draft = drafts.setdefault(id_, _Draft(id_, row, row.source or source.file.source))
                draft.country = draft.country or (None if ":" in post.of else post.of)
                draft.sector = draft.sector or "GOV"
                forms = [Form(text, "name") for text in (row.name, *row.names)]
                forms += [Form(text, "name", short=True) for text in row.short]
                draft.add(forms)
                for form in forms:
                    claims[form.text].append(_Claim(id_, source.path, where))
                table[post.of].append(Holder(
                    person=id_, post=post.post, of=post.of, start=row.start, end=row.end, checked=post.checked,
                    source=row.source or source.file.source,
                ))  # fmt: skip
    return {of: tuple(rows) for of, rows in table.items()}


def _ambiguous(sources: tuple[Source, ...], drafts: dict[str, _Draft]) -> dict[str, tuple[str, ...]]:
    """Declared ambiguous forms with their claimants; each must be an entry."""
    table: dict[str, tuple[str, ...]] = {}
    for source in sources:
        for number, row in enumerate(source.file.ambiguous):
            unknown = next((entry for entry in row.entries if entry not in drafts), None)
            if unknown:
                raise _error(source.path, ("ambiguous", number, "entries"), f"key `entries`: no entry {unknown}")
            for form in row.form.split(" | "):
                table[form] = tuple(dict.fromkeys((*table.get(form, ()), *row.entries)))
    return table


def _lint(claims: dict[str, list[_Claim]], ambiguous: dict[str, tuple[str, ...]]) -> None:
    """No form may be claimed by two entries of one family unless it is declared ambiguous for both."""
    for text, several in claims.items():
        if len(several) == 1:
            continue
        by_family: dict[str, _Claim] = {}
        for claim in several:
            family = _family(claim.entry)
            first = by_family.setdefault(family, claim)
            if family == "person" or first.entry == claim.entry:
                continue
            if {first.entry, claim.entry} <= set(ambiguous.get(text, ())):
                continue
            message = f"form `{text}` of {claim.entry} is claimed by {first.entry} too ({first.path}); "
            raise _error(claim.path, claim.steps, message + "drop it from one, or list it under `ambiguous`")


def _family(entry: str) -> EntityKind:
    """The kind of an entry, within which its forms must be unique."""
    return _PREFIXES[entry.partition(":")[0]][0]


def _shared_surnames(
    claims: dict[str, list[_Claim]], ambiguous: dict[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Forms that several persons share, or a person and something else: ambiguous without being declared."""
    shared: dict[str, tuple[str, ...]] = {}
    for text, several in claims.items():
        if len(several) == 1:
            continue
        ids = tuple(dict.fromkeys(claim.entry for claim in several))
        if len(ids) > 1 and any(id_.startswith("person:") for id_ in ids) and text not in ambiguous:
            shared[text] = ids
    return shared


def _index(entries: dict[str, Entry], ambiguous: dict[str, tuple[str, ...]]) -> dict[str, tuple[FormPlace, ...]]:
    """Forms by their atoms: states first, places last; where an order was declared, in that order."""
    index: dict[str, list[FormPlace]] = {}
    ids = tuple(entries)
    for number, entry in sorted(enumerate(entries.values()), key=lambda pair: _KINDS.index(pair[1].kind)):
        for which, form in enumerate(entry.forms):
            index.setdefault(" ".join(atoms(form.text)), []).append((number, which))
    for text, claimants in ambiguous.items():
        rank = {id_: place for place, id_ in enumerate(claimants)}
        found = index.get(" ".join(atoms(text)), [])
        found.sort(key=lambda place: rank.get(ids[place[0]], len(rank)))
    return {key: tuple(places) for key, places in index.items()}


def _longest(index: Iterable[str]) -> dict[str, int]:
    """How many atoms to try from each first atom."""
    longest: dict[str, int] = {}
    for key in index:
        parts = key.split(" ")
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return longest


def _prefixes(sources: tuple[Source, ...]) -> dict[str, str]:
    """Ids of states by the first parts of compound demonyms."""
    return {prefix: f"state:{row.id}" for source in sources for row in source.file.states for prefix in row.prefixes}


def _post_names(sources: tuple[Source, ...]) -> dict[str, tuple[PostNameRow, ...]]:
    """What each word for a post means, rows for named states first."""
    table: dict[str, list[PostNameRow]] = defaultdict(list)
    for source in sources:
        for row in source.file.post_names:
            for word in row.post.split(" | "):
                table[" ".join(atoms(word))].append(row)
    return {word: tuple(sorted(rows, key=lambda row: not row.of)) for word, rows in table.items()}


def _nouns(sources: tuple[Source, ...]) -> dict[str, NounClass]:
    """Classes of head nouns and phrases; a noun in two classes is an error."""
    table: dict[str, NounClass] = {}
    for source in sources:
        for number, row in enumerate(source.file.nouns):
            for noun in row.nouns.split(" | "):
                known = table.setdefault(noun.lower(), NounClass(row.kind, row.sector, row.type))
                if known.type != row.type:
                    message = f"key `nouns`: `{noun}` is in class {known.type} already"
                    raise _error(source.path, ("nouns", number), message)
    return table


def _error(path: str, steps: tuple[str | int, ...], message: str) -> DataError:
    """A located error; the file is read again for the line, so that loading need not keep lines."""
    return yamlfile.load_marked(Path(path), File).error(message, *steps)
