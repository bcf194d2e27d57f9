"""The report of an export: what it wrote and what it left out, so that no record disappears uncounted."""

from __future__ import annotations

import msgspec

from teletipo.view.words import Lang, count, word


class Report(msgspec.Struct):
    """Counts of one export; `left_out` by reason."""

    exported: int = 0
    left_out: dict[str, int] = msgspec.field(default_factory=dict)
    notes: list[str] = msgspec.field(default_factory=list)

    def skip(self, reason: str, number: int = 1) -> None:
        """Count `number` records left out for `reason`."""
        if number:
            self.left_out[reason] = self.left_out.get(reason, 0) + number

    def sentence(self, lang: Lang = "en") -> str:
        """One line for a person: "exported 118 · left out 41: speculated 30, no date 7, denied 4"."""
        parts = [f"{word(lang, 'sum.exported')} {count(lang, self.exported)}"]
        if self.left_out:
            ordered = sorted(self.left_out.items(), key=lambda item: (-item[1], item[0]))
            reasons = ", ".join(f"{word(lang, f'left out.{reason}')} {count(lang, n)}" for reason, n in ordered)
            parts.append(f"{word(lang, 'sum.left_out')} {count(lang, sum(self.left_out.values()))}: {reasons}")
        return " · ".join([*parts, *(word(lang, f"note.{note}") for note in self.notes)])
