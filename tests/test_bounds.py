"""No article holds up a batch: what takes time that grows with the square of a length has a bound."""

from __future__ import annotations

import time

import pytest

from teletipo import pipeline, read
from teletipo.candidates import PROPOSING
from teletipo.languages import es
from teletipo.stages.article import article
from teletipo.stages.syntax import MAX_TOKENS
from teletipo.stages.weighing import around

_VERBS = "atacó bombardeó criticó visitó condenó acusó apoyó invadió sancionó amenazó".split()
_STATES = "Ucrania Rusia Siria Israel Francia Bolivia Chile".split()


def _acts(number: int) -> str:
    """One sentence of so many coordinated acts."""
    said = [f"{_VERBS[n % len(_VERBS)]} a {_STATES[n % len(_STATES)]}" for n in range(number)]
    return f"Turquía {', '.join(said[:-1])} y {said[-1]}."


def test_a_sentence_without_an_end_is_cut_behind_a_sign_and_nothing_is_lost() -> None:
    sentences = es.parse(_acts(300))
    assert len(sentences) > 3
    assert all(len(s) <= MAX_TOKENS for s in sentences)
    assert {s.forms[-1] for s in sentences[:-1]} == {","}
    assert " ".join(form for s in sentences for form in s.forms if form not in ",.") == _acts(300).replace(
        ",", ""
    ).removesuffix(".")


def test_each_part_of_a_cut_sentence_is_a_tree_of_its_own() -> None:
    for s in es.parse(_acts(300)):
        assert all(-1 <= head < len(s) for head in s.heads)
        assert all((head < 0) == (label == "root") for head, label in zip(s.heads, s.labels, strict=True))


def test_only_the_nearest_acts_and_expressions_of_a_long_sentence_count() -> None:
    p = pipeline.run(PROPOSING, article("Turquía visitó Chile; " * 60), {})
    whole = around.Around(p["sentences"], p["cast"], p["statements"], es.KNOWLEDGE["codebook"](), p["acts"])
    act = p["acts"][30]
    assert 10 <= len(whole.kin(act)) <= 12
    for candidate in around.candidates(act, whole):
        assert len(candidate.placed) <= 12
        if candidate.origin == "here":
            assert any(abs(p.head - act.token) < 3 for p in candidate.placed)


SECONDS = 8  #: of CPU; the longest takes 3 on an idle machine, twice as much on a busy one


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Turquía atacó" + "," * 3000 + " Siria", id="commas"),
        pytest.param("Turquía " + "(" * 2000 + "atacó Siria" + ")" * 2000, id="brackets"),
        pytest.param("Turquía dijo " + "«" * 2000 + "la paz" + "»" * 2000, id="quotation marks"),
        pytest.param("Turquía atac" + "o\u0301\u0323" * 20_000, id="combining accents"),
        pytest.param("a" * 1_000_000, id="one word"),
        pytest.param("Turquía dijo: " + "“" * 3000 + ' "la paz"' * 1500, id="marks never closed"),
        pytest.param("Turquía dijo «la paz\nllegará» y dijo " * 500, id="quotations from line to line"),
        pytest.param("Turquía dijo que " + "Siria dijo que " * 300 + "Chile atacó.", id="sentences in sentences"),
        pytest.param("Turquía atacó a " + "el hombre que atacó a " * 200 + "Siria.", id="relative clauses"),
    ],
)
def test_odd_texts_are_read_in_seconds(text: str) -> None:
    """Each took from 8 seconds to more than a minute, or would at ten times the length."""
    start = time.process_time()
    assert read(text).article.text == article(text).text
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "Turquía afirmó no",
        "Su candidatura ha sido respaldada,",
        "Aparte, añadió,",
        "La ministra ha hablado con Luis Medina, dirigente de",
    ],
)
def test_a_text_that_breaks_off_is_read(text: str) -> None:
    """A summary in a feed may end anywhere."""
    assert read(text).article.text == text
