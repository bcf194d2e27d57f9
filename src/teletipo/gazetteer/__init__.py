"""The gazetteer: known states, bodies, groups, places, persons with dated posts, and head nouns.

`load()` reads the shipped YAML files and, after them, the folders of a user; see docs/gazetteer.md.
A look-up is a hash look-up by the first word, whatever the number of names.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import msgspec

from teletipo.folding import fold
from teletipo.gazetteer.entries import Entry, Form, FormKind, Holder, Match, NounClass
from teletipo.gazetteer.forms import atoms, words
from teletipo.gazetteer.packed import unpacked
from teletipo.gazetteer.sources import DATA, digest_of, paths_of, read
from teletipo.gazetteer.spelling import Named, cased, fitting, is_acronym, one_form_each, runs_from
from teletipo.gazetteer.tables import Tables

__all__ = ["DATA", "Entry", "Form", "FormKind", "Gazetteer", "Holder", "Match", "NounClass", "load"]


class Gazetteer:
    """All known names, immutable; made by `load`."""

    def __init__(self, tables: Tables, digest: str) -> None:
        """Tables come from `build`, the digest is the hash of the files they were built from."""
        self._tables = tables
        self._entries = tuple(tables.entries.values())
        self._openers = frozenset(noun.partition(" ")[0] for noun in tables.nouns if " " in noun)
        small = (f.text for e in self._entries for f in e.forms if f.kind != "demonym" and f.text.islower())
        #: words that begin a name without any capital ("hutíes", "península coreana")
        self.uncapitalised = frozenset(text.partition(" ")[0] for text in small)
        self.digest = digest

    def match(self, forms: Sequence[str], start: int) -> Match | None:
        """The longest name that begins with token `start` and ends with a whole token, or None; `last` is exclusive.

        Names and acronyms need their capitals (a name may be all capitals); demonyms may be in lower case. Full stops,
        hyphens and apostrophes between tokens do not matter; accents do if two names differ by them.
        """
        first = atoms(forms[start])
        limit = self._tables.longest.get(first[0]) if first else None
        if limit is None:
            return None
        for keys, shown, last in reversed(runs_from(forms, start, limit)):
            found = fitting(self._called(keys), shown)
            if found and start and is_acronym(forms, shown):
                found = tuple(pair for pair in found if pair[1].text.isupper())
            if found:
                return Match(start, last, found)
        return None

    def named(self, text: str) -> Named:
        """The entries called exactly `text`; if there are none, those that differ only by case and accents."""
        pairs = self._called(atoms(text))
        return one_form_each([pair for pair in pairs if pair[1].text == text] or pairs)

    def demonym(self, word: str) -> Entry | None:
        """The state whose people or things are called `word` ("norcoreana", "norcoreanos"); None if several are."""
        pairs = [
            (entry, form)
            for entry, form in self._called(atoms(word))
            if form.kind == "demonym" and entry.kind == "state"
        ]
        states = {entry.id: entry for entry, form in pairs if cased(form, words(word))}
        return next(iter(states.values())) if len(states) == 1 else None

    def capital(self, country: str) -> Entry | None:
        """The place that stands for the government of a state (alpha-3 code), such as its capital."""
        state = self._tables.entries.get(f"state:{country}")
        seats = (form.text for form in state.forms if form.kind == "metonym") if state is not None else ()
        places = (entry for text in seats for entry, _ in self.named(text))
        return next((entry for entry in places if entry.kind == "place" and entry.country == country), None)

    def compound(self, word: str) -> tuple[Entry, ...]:
        """The states of a compound demonym, in order ("ruso-norcoreana" -> Russia, North Korea); else empty."""
        parts = [part for part in word.lower().replace("–", "-").split("-") if part]
        if len(parts) < 2:
            return ()
        states = [self._prefixed(fold(part)) or self.demonym(part) for part in parts]
        return tuple(state for state in states if state) if all(states) else ()

    def holder(self, post: str, country: str, date: str | None) -> Entry | None:
        """Who held the post on an ISO date (a month or year is enough if one person held it throughout).

        `country` is an alpha-3 code or the id of an organisation. None when unknown, contested, or without a date.
        """
        if date is None:
            return None
        for canonical in self._canonical(post, country):
            rows = [row for row in self._tables.holders.get(country, ()) if row.post == canonical and _holds(row, date)]
            if rows:
                persons = {row.person for row in rows}
                return self._tables.entries[rows[0].person] if len(persons) == 1 else None
        return None

    def held(self, person: str) -> tuple[Holder, ...]:
        """All posts known of a person (entry id)."""
        return self._held.get(person, ())

    def is_international(self, person: str, date: str | None) -> bool:
        """Whether the post that a person (entry id) last took up by an ISO date is in a body that belongs to no state.

        Without a date, whether any of the person's posts is.
        """
        held = sorted(self.held(person), key=lambda row: row.start or "")
        posts = held if date is None else [row for row in held if (row.start or "") <= date][-1:]
        return any((body := self._tables.entries.get(row.of)) is not None and body.country is None for row in posts)

    @cached_property
    def _held(self) -> dict[str, tuple[Holder, ...]]:
        index: dict[str, tuple[Holder, ...]] = {}
        for rows in self._tables.holders.values():
            for row in rows:
                index[row.person] = (*index.get(row.person, ()), row)
        return index

    def entry(self, id: str) -> Entry:
        """The entry with this id; `KeyError` if there is none."""
        return self._tables.entries[id]

    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order of the files."""
        return self._entries

    @cached_property
    def given_names(self) -> frozenset[str]:
        """The first names of the known persons."""
        names = (entry.name.split() for entry in self._entries if entry.kind == "person")
        return frozenset(name[0] for name in names if len(name) > 1)

    def noun(self, lemma: str, plural: bool = False) -> NounClass | None:
        """What a head noun describes ("ministerio" -> organisation, GOV); a plural of persons is a group."""
        found = next((self._tables.nouns[word] for word in _lemmas(lemma.lower()) if word in self._tables.nouns), None)
        if found is not None and plural and found.kind == "person":
            return msgspec.structs.replace(found, kind="group")
        return found

    def phrase(self, low: Sequence[str], start: int) -> tuple[int, NounClass] | None:
        """The longest head phrase of several words at token `start` ("fuerzas armadas"): its end and class.

        `low` are the forms in lower case.
        """
        if low[start] not in self._openers:
            return None
        for last in range(min(len(low), start + 5), start + 1, -1):
            found = self._tables.nouns.get(" ".join(low[start:last]))
            if found is not None:
                return last, found
        return None

    def _called(self, keys: Sequence[str]) -> list[tuple[Entry, Form]]:
        """The forms with exactly these atoms and their entries, the likeliest first."""
        places = self._tables.index.get(" ".join(keys), ())
        return [(entry := self._entries[number], entry.forms[which]) for number, which in places]

    def _prefixed(self, part: str) -> Entry | None:
        """The state whose compound demonyms begin with `part`."""
        id_ = self._tables.prefixes.get(part)
        return self._tables.entries[id_] if id_ else None

    def _canonical(self, post: str, country: str) -> tuple[str, ...]:
        """The posts that a word for a post may mean in a country, in the order in which they are tried."""
        for row in self._tables.post_names.get(" ".join(atoms(post)), ()):
            if not row.of or country in row.of:
                executive = self._tables.executives.get(country, "presidente")
                return tuple(executive if name == "executive" else name for name in row.means)
        return (post,)


def load(*dirs: Path) -> Gazetteer:
    """The shipped gazetteer with the YAML files of `dirs` added.

    A row with a known id adds its forms to that entry. Raises `DataError` with `file:line:` and the key when a file
    breaks the schema, or when a form is claimed by two entries of one kind and is not declared ambiguous.
    """
    if not dirs and (packed := unpacked()):
        return Gazetteer(packed.tables, packed.digest)
    from teletipo.gazetteer.build import build  # not needed if the packed tables are current

    paths = paths_of(DATA, *dirs)
    return Gazetteer(build(read(paths)), digest_of(paths))


def _holds(row: Holder, date: str) -> bool:
    """Whether the whole of `date` (day, month or year) lies within the time in office."""
    start, end = row.start, row.end or row.checked
    return start is not None and _latest(start) <= _earliest(date) and _latest(date) <= _earliest(end)


def _earliest(date: str) -> str:
    """First day of an ISO date of any precision."""
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def _latest(date: str) -> str:
    """Last day of an ISO date of any precision; good enough for comparing."""
    return date + "-12-31"[len(date) - 4 :] if len(date) < 10 else date


def _lemmas(word: str) -> tuple[str, ...]:
    """The word and its possible masculine singulars, for lemmas that keep gender and number."""
    tried = [word]
    if word.endswith("s"):
        tried += [word[:-1], word[:-2]]
    tried += [form[:-1] + "o" for form in tuple(tried) if form.endswith("a")]
    tried += [form[:-1] for form in tuple(tried) if form.endswith("ra")]
    return tuple(tried)
