"""Counts: what became of the sources of a run."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from teletipo.records import Problem
from teletipo.sources.source import place
from teletipo.store.writing import Entry

#: Messages that are kept of a run; the others are counted.
TOLD = 5


class Counts(msgspec.Struct):
    """What became of the sources so far."""

    read: int = 0
    coded: int = 0
    near_copies: int = 0  #: of the coded ones
    same_text: int = 0  #: linked to the article with the same text, not coded again
    known: int = 0  #: in the archive before
    problems: dict[str, int] = msgspec.field(default_factory=dict)  #: by code
    unused: dict[str, int] = msgspec.field(default_factory=dict)  #: what sources that were read say to no use, by code
    messages: list[str] = msgspec.field(default_factory=list)  #: the first ones about either, in the order of sources

    def sentence(self) -> str:
        """One line for a person: "read 10 · coded 8 (near-copies 1) · same text 1 · problems 1: encoding 1"."""
        near = f" (near-copies {self.near_copies:,})" if self.near_copies else ""
        parts = [f"read {self.read:,}", f"coded {self.coded:,}{near}"]
        parts += [f"same text {self.same_text:,}"] if self.same_text else []
        parts += [f"already there {self.known:,}"] if self.known else []
        parts += [f"{what} {_listed(codes)}" for what, codes in self._noted().items() if codes]
        return " · ".join(parts)

    def more(self) -> int:
        """How many messages there are beside those kept."""
        return sum(sum(codes.values()) for codes in self._noted().values()) - len(self.messages)

    @property
    def in_vain(self) -> bool:
        """True if there was something to read, and nothing of it could be."""
        return self.read > 0 and sum(self.problems.values()) == self.read

    def add(self, entry: Entry, near: bool, unused: Iterable[Problem] = ()) -> None:
        """Count an entry that was written; `near`: the archive holds a near-copy of it; `unused`: of its source."""
        if entry.status == "coded":
            self.coded += 1
            self.near_copies += near
        elif entry.status in ("copy", "known"):
            self.same_text += 1
        else:
            self._note(self.problems, entry.code or "?", entry.message or "")
        for problem in unused if entry.status == "coded" else ():
            self._note(self.unused, problem.code, f"{place(entry.origin, entry.position)}: {problem.message}")

    def _noted(self) -> dict[str, dict[str, int]]:
        return {"problems": self.problems, "unused fields": self.unused}

    def _note(self, codes: dict[str, int], code: str, message: str) -> None:
        codes[code] = codes.get(code, 0) + 1
        if len(self.messages) < TOLD:
            self.messages.append(message)


def _listed(codes: dict[str, int]) -> str:
    """The sum and its parts: "3: encoding 1, language 2"."""
    return f"{sum(codes.values()):,}: " + ", ".join(f"{code} {n:,}" for code, n in sorted(codes.items()))
