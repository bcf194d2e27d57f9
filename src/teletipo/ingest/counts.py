"""Counts: what became of the sources of a run."""

from __future__ import annotations

import msgspec

from teletipo.store.writing import Entry


class Counts(msgspec.Struct):
    """What became of the sources so far."""

    read: int = 0
    coded: int = 0
    near_copies: int = 0  #: of the coded ones
    same_text: int = 0  #: linked to the article with the same text, not coded again
    known: int = 0  #: in the archive before
    problems: dict[str, int] = msgspec.field(default_factory=dict)  #: by code

    def sentence(self) -> str:
        """One line for a person: "read 10 · coded 8 (near-copies 1) · same text 1 · problems 1: encoding 1"."""
        near = f" (near-copies {self.near_copies:,})" if self.near_copies else ""
        parts = [f"read {self.read:,}", f"coded {self.coded:,}{near}"]
        parts += [f"same text {self.same_text:,}"] if self.same_text else []
        parts += [f"already there {self.known:,}"] if self.known else []
        if self.problems:
            listed = ", ".join(f"{code} {n:,}" for code, n in sorted(self.problems.items()))
            parts.append(f"problems {sum(self.problems.values()):,}: {listed}")
        return " · ".join(parts)

    def add(self, entry: Entry, near: bool) -> None:
        """Count an entry that was written; `near`: the archive holds a near-copy of it."""
        if entry.status == "coded":
            self.coded += 1
            self.near_copies += near
        elif entry.status in ("copy", "known"):
            self.same_text += 1
        else:
            code = entry.code or "?"
            self.problems[code] = self.problems.get(code, 0) + 1
