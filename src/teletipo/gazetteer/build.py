"""Builds lookup tables from gazetteer files and checks that the files agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from teletipo.gazetteer.claims import Claimants, Steps, error_at, lint, shared
from teletipo.gazetteer.drafts import Drafts
from teletipo.gazetteer.entries import Entry, Holder, NounClass
from teletipo.gazetteer.forms import atoms
from teletipo.gazetteer.schema import SECTIONS, EntryRow, File, PostNameRow
from teletipo.gazetteer.sources import Source
from teletipo.gazetteer.tables import FormPlace, Tables
from teletipo.records import EntityKind

#: the order in which a form's entries are tried
_KINDS: tuple[EntityKind, ...] = ("state", "organisation", "person", "facility", "place", "group")


def build(sources: Iterable[Source]) -> Tables:
    """Lookup tables of the files. Raises `DataError` with `file:line:` when two files contradict each other."""
    sources = tuple(sources)
    drafts = Drafts()
    for source in sources:
        drafts.take(source)
    _check_countries(sources)
    holders = _holders(sources, drafts)
    declared = _ambiguous(sources, drafts)
    lint(drafts.claims, declared)
    ambiguous = {*declared, *shared(drafts.claims, declared)}
    entries = {id_: draft.finish(ambiguous) for id_, draft in drafts.by_id.items()}
    index = _index(entries, declared)
    return Tables(
        entries=entries, index=index, longest=_longest(index), prefixes=_prefixes(sources),
        executives={row.id: row.executive for source in sources for row in source.file.states},
        holders=holders, post_names=_post_names(sources), nouns=_nouns(sources),
    )  # fmt: skip


def _check_countries(sources: tuple[Source, ...]) -> None:
    """Every country named must be a state of some file."""
    states = {row.id for source in sources for row in source.file.states}
    for source in sources:
        for steps, code in _countries(source.file):
            if code not in states:
                raise error_at(source.path, steps, f"key `{steps[-1]}`: no state {code}")


def _countries(file: File) -> Iterator[tuple[Steps, str]]:
    """The countries that a file names, each with the way to it."""
    for section in SECTIONS:
        rows: tuple[EntryRow, ...] = getattr(file, section)
        yield from (((section, n, "country"), row.country) for n, row in enumerate(rows) if row.country)
    yield from ((("posts", n, "of"), post.of) for n, post in enumerate(file.posts) if ":" not in post.of)


def _holders(sources: tuple[Source, ...], drafts: Drafts) -> dict[str, tuple[Holder, ...]]:
    """Who held which post, by what it belongs to; holders become persons."""
    table: dict[str, list[Holder]] = defaultdict(list)
    for source in sources:
        for number, post in enumerate(source.file.posts):
            steps = ("posts", number)
            if ":" in post.of and post.of not in drafts.by_id:
                raise error_at(source.path, (*steps, "of"), f"key `of`: no entry {post.of}")
            for which, row in enumerate(post.holders):
                table[post.of].append(drafts.holder(post, row, source, (*steps, "holders", which)))
    return {of: tuple(rows) for of, rows in table.items()}


def _ambiguous(sources: tuple[Source, ...], drafts: Drafts) -> Claimants:
    """Declared ambiguous forms with their claimants; each must be an entry."""
    table: dict[str, tuple[str, ...]] = {}
    for source in sources:
        for number, row in enumerate(source.file.ambiguous):
            unknown = next((entry for entry in row.entries if entry not in drafts.by_id), None)
            if unknown:
                raise error_at(source.path, ("ambiguous", number, "entries"), f"key `entries`: no entry {unknown}")
            for form in row.form.split(" | "):
                table[form] = tuple(dict.fromkeys((*table.get(form, ()), *row.entries)))
    return table


def _index(entries: dict[str, Entry], ambiguous: Claimants) -> dict[str, tuple[FormPlace, ...]]:
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
                    raise error_at(source.path, ("nouns", number), message)
    return table
