"""What of a text is parsed: no headlines of other articles, inserted words without their brackets; offsets hold."""

from __future__ import annotations

import pytest

from teletipo.pipeline import read

ASIDES = [
    pytest.param("Lea también: Irán atacó a Israel\n", id="on the line of its label"),
    pytest.param("Te puede interesar:\nIrán atacó a Israel\n", id="on the next line"),
    pytest.param("Vea además: '«Irán atacó a Israel»: dice Soto'\n", id="with a quotation"),
    pytest.param("(Lea: Irán atacó a Israel)\n", id="in brackets"),
]


@pytest.mark.parametrize("aside", ASIDES)
def test_the_headline_of_another_article_tells_nothing(aside: str) -> None:
    """Neither statements nor events nor anybody come from it, and what follows it keeps its place."""
    text = f"El ministro Luis Paz viajó a Lima.\n{aside}La jueza Ana Gil dijo que irá."
    dossier = read(text)
    assert {e.name for e in dossier.entities} == {"Luis Paz", "Lima", "Ana Gil"}
    assert [text[c.start : c.end] for s in dossier.statements for c in s.content] == ["que irá"]


def test_an_aside_behind_a_sentence_ends_with_its_own() -> None:
    """Where the page has lost its line breaks."""
    dossier = read("Luis Paz viajó a Lima. Lea también: Irán atacó a Israel. Ana Gil visitó Quito.")
    assert [(e.type, e.rule.split(".")[0]) for e in dossier.events] == [("CONSULT", "consult"), ("CONSULT", "consult")]


@pytest.mark.parametrize("dashes", ["--", "––", "——", "–-"])
def test_dashes_and_hyphens_set_words_off(dashes: str) -> None:
    """Whatever the sign, none of it is part of a word or name."""
    first, last = dashes
    said = f"Las obras {first}insistió la ministra Ana Gil{last} se harán."
    text = f"{said} El bloque {first}con Chile{last} acusó a Luis Paz."
    dossier = read(text)
    assert [e.name for s in dossier.statements for e in dossier.entities if e.id == s.speaker] == ["Ana Gil"]
    assert {text[m.start : m.end] for m in dossier.mentions} >= {"la ministra Ana Gil", "Chile", "Luis Paz"}


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("«Creo que el ministro (Luis) Paz miente», dijo Ana Gil.", "el ministro (Luis) Paz"),
        ("«Ayer se reunió con (el ex presidente) Luis Paz», dijo Ana Gil.", "(el ex presidente) Luis Paz"),
        ("«Ayer se reunió con (la jueza de Lima Ana) Paz», dijo Ana Gil.", "(la jueza de Lima Ana) Paz"),
    ],
)
def test_a_title_or_first_name_inserted_before_a_name_belongs_to_it(text: str, mention: str) -> None:
    """And its bracket to the mention."""
    dossier = read(text)
    assert mention in [text[m.start : m.end] for m in dossier.mentions]
    assert {e.name for e in dossier.entities if "Paz" in e.name} <= {"Luis Paz", "Ana Paz"}
