"""Counts of what became of the sources of a run."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from teletipo.records import Dossier, Problem
from teletipo.sources.source import place
from teletipo.store.writing import Entry
from teletipo.timex.draft import UNRESOLVED
from teletipo.view.words import Lang, count, word

#: Messages kept of a run; further ones are only counted.
TOLD = 5


class Counts(msgspec.Struct):
    """What became of the sources so far."""

    read: int = 0
    coded: int = 0
    near_copies: int = 0  #: of the coded ones
    same_text: int = 0  #: linked to the article with the same text, not coded again
    known: int = 0  #: in the archive before
    otherwise: int = 0  #: of the known ones, those that another run has read, or that were read without their date
    again: int = 0  #: those read again for that
    undated: int = 0  #: of those read, those without a date of publication whose relative dates stay unresolved for it
    problems: dict[str, int] = msgspec.field(default_factory=dict)  #: by code
    unused: dict[str, int] = msgspec.field(default_factory=dict)  #: fields of sources that could not be used, by code
    messages: list[str] = msgspec.field(default_factory=list)  #: the first ones about problems and unused fields

    def sentence(self, lang: Lang = "en") -> str:
        """One line for a person: "read 10 · coded 8 (near-copies 1) · same text 1 · problems 1: encoding 1"."""

        def part(key: str, number: int) -> str:
            return f"{word(lang, f'sum.{key}')} {count(lang, number)}"

        near = f" ({part('near_copies', self.near_copies)})" if self.near_copies else ""
        parts = [part("read", self.read), part("coded", self.coded) + near]
        parts += [part("same_text", self.same_text)] if self.same_text else []
        parts += [part("again", self.again)] if self.again else []
        parts += [part("known", self.known)] if self.known else []
        parts += [f"{part(key, sum(codes.values()))}: {_listed(codes, lang)}" for key, codes in self._noted() if codes]
        return " · ".join(parts)

    def more(self) -> int:
        """How many messages there were beyond those kept."""
        return sum(sum(codes.values()) for _, codes in self._noted()) - len(self.messages)

    @property
    def in_vain(self) -> bool:
        """True if there was something to read and nothing of it could be read."""
        return self.read > 0 and sum(self.problems.values()) == self.read

    def add(self, entry: Entry, near: bool, unused: Iterable[Problem] = ()) -> None:
        """Count an entry that was written; `near`: it is a near-copy; `unused`: fields that could not be used."""
        self.undated += entry.dossier is not None and _undated(entry.dossier)
        if entry.status == "coded":
            self.coded += 1
            self.near_copies += near
        elif entry.status in ("copy", "known"):
            self.same_text += 1
        elif entry.status == "again":
            self.again += 1
        else:
            self._note(self.problems, entry.code or "?", entry.message or "")
        for problem in unused if entry.status == "coded" else ():
            self._note(self.unused, problem.code, f"{place(entry.origin, entry.position)}: {problem.message}")

    def _noted(self) -> tuple[tuple[str, dict[str, int]], ...]:
        return ("problems", self.problems), ("unused", self.unused)

    def _note(self, codes: dict[str, int], code: str, message: str) -> None:
        codes[code] = codes.get(code, 0) + 1
        if len(self.messages) < TOLD:
            self.messages.append(message)


def _undated(dossier: Dossier) -> bool:
    return dossier.article.published is None and any(p.code == UNRESOLVED for p in dossier.problems)


def _listed(codes: dict[str, int], lang: Lang) -> str:
    """The parts of a sum: "encoding 1, language 2"."""
    return ", ".join(f"{code} {count(lang, n)}" for code, n in sorted(codes.items()))
