"""Who speaks is the one whom the main clause is about, not who is named inside a clause of it."""

from __future__ import annotations

import pytest

from teletipo.pipeline import read

#: text, beginning of a content, name of its speaker
CASES = [
    pytest.param(
        "El alcalde, Juan Paz, desestimó la idea de que la ONU había cambiado: «Nadie ha cambiado nunca de idea».",
        "Nadie ha", "Juan Paz", id="the subject of a clause inside the one before the colon",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "speaker"), CASES)
def test_speaker(text: str, content: str, speaker: str | None) -> None:
    """The content is found and said by the one who says it."""
    dossier = read(text)
    names = {e.id: e.name for e in dossier.entities}
    said = {s.content[0].of(text): names.get(s.speaker or "") for s in dossier.statements}
    assert [name for words, name in said.items() if words.startswith(content)] == [speaker], said
