"""The parser's run time on sentences of our own: tokens, tags, trees, names, and the same result on every path."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from teletipo.errors import InputError
from teletipo.runtime import kernel, model
from teletipo.runtime.engine import Analysis, Engine
from teletipo.runtime.hashing import string_key
from teletipo.runtime.kernel import NumpyKernel
from teletipo.runtime.lexicon import shape
from teletipo.stages import syntax

TEXTS = [
    "La ministra de Defensa, Carla Núñez, recibió el martes en Quito al embajador de Noruega.",
    "—No firmaremos nada —dijo el portavoz—. Ni hoy ni mañana.",
    "EE. UU. y la UE (27 países) acordaron donar 3.500 toneladas de trigo; según la ONU, «no basta».",
    "Se lo dijeron a las 3p.m., vuélvanselo a preguntar  mañana.\tGracias.",
    "Que el ministro dimita es lo que los sindicatos, que llevan meses pidiéndolo, quieren que ocurra cuanto antes.",
    "¿Quién es?",
]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(model.installed())


def read(engine: Engine, text: str) -> Analysis:
    return next(iter(engine.read([text])))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("«Basta», dijo.", "« Basta » , dijo .", id="quotation marks and comma"),
        pytest.param("el Sr. Ruiz (EE.UU.)", "el Sr. Ruiz ( EE.UU. )", id="abbreviations inside brackets"),
        pytest.param("EE. UU. votó", "EE. UU.|votó", id="an exception that holds a space"),
        pytest.param("a las 10p.m.", "a las 10 p.m.", id="an exception that is split"),
        pytest.param("ver www.example.org/a?b=1.", "ver www.example.org/a?b=1 .", id="web address"),
        pytest.param("sí,pero no", "sí , pero no", id="comma without a space"),
        pytest.param("ruso-chino", "ruso-chino", id="hyphens stay"),
        pytest.param("25%.", "25% .", id="the sign of percent stays"),
        pytest.param("x  y", "x| |y", id="a second space is a token"),
        pytest.param(" x", " |x", id="so is a leading space"),
    ],
)
def test_tokens(engine: Engine, text: str, tokens: str) -> None:
    analysis = read(engine, text)
    assert list(analysis.forms) == tokens.split("|" if "|" in tokens else " ")
    assert all(text.startswith(form, start) for form, start in zip(analysis.forms, analysis.starts, strict=True))


def test_tree_of_a_plain_sentence(engine: Engine) -> None:
    analysis = read(engine, "El ministro visitó la capital.")
    assert analysis.upos == ("DET", "NOUN", "VERB", "DET", "NOUN", "PUNCT")
    assert analysis.heads == [1, 2, -1, 4, 2, 2]
    assert analysis.labels == ["det", "nsubj", "root", "det", "obj", "punct"]
    assert analysis.lemmas[2] == "visitar"
    assert "Tense=Past" in analysis.feats[2]


def test_names_and_sentences(engine: Engine) -> None:
    analysis = read(engine, "Carla Núñez viajó a Oslo. Allí la recibió el rey.")
    assert {(first, last) for first, last, _ in analysis.names} >= {(0, 2), (4, 5)}
    assert analysis.firsts == [0, 6]


def test_pronouns_follow_the_verb_in_its_lemma(engine: Engine) -> None:
    analysis = read(engine, "Quiere darle una respuesta.")
    assert analysis.lemmas[1] == "dar él"


@pytest.mark.parametrize("text", ["", " ", "\t\x1f", "((((", "🙂", "\U0010ffff" * 3, "a" * 3000, "\ud800x"], ids=ascii)
def test_any_text_is_read(engine: Engine, text: str) -> None:
    analysis = read(engine, text)
    assert "".join(analysis.forms) == text.replace(" ", "") or text.isspace()


def test_numpy_and_compiled_kernels_decide_alike(engine: Engine) -> None:
    if isinstance(engine._kernel, NumpyKernel):
        pytest.skip("the extension is not built: python setup.py build_ext --inplace")
    assert list(Engine(engine.files, NumpyKernel()).read(TEXTS)) == list(engine.read(TEXTS))


def test_numpy_and_compiled_layers_agree_to_the_last_bit() -> None:
    if kernel._compiled is None:
        pytest.skip("the extension is not built: python setup.py build_ext --inplace")
    random = np.random.default_rng(1)
    product, rows = (random.normal(size=shape).astype(np.float32) for shape in ((7, 288), (7, 96)))
    bias, gain, shift = (random.normal(size=size).astype(np.float32) for size in (288, 96, 96))
    compiled = rows.copy()
    NumpyKernel().add_maxout(product, bias, gain, shift, rows)
    kernel.CompiledKernel().add_maxout(product, bias, gain, shift, compiled)
    assert rows.tobytes() == compiled.tobytes()


def test_a_text_reads_the_same_alone_and_among_others(engine: Engine) -> None:
    among = list(engine.read(TEXTS * 30))
    alone = [read(Engine(engine.files), text) for text in TEXTS]
    assert among == alone * 30


def test_a_full_lexicon_forgets_without_changing_results(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    before = list(engine.read(TEXTS))
    monkeypatch.setattr("teletipo.runtime.lexicon.MAX_TYPES", 50)
    monkeypatch.setattr("teletipo.runtime.engine.BATCH_TOKENS", 10)
    small = Engine(engine.files)
    assert list(small.read(TEXTS * 2)) == before * 2


@pytest.mark.parametrize(
    ("text", "key"),
    [("a", 11901859001352538922), ("señor", 827780000435778879), ("internacional", 6779066066481255993)],
)
def test_string_keys_are_those_of_the_training(text: str, key: int) -> None:
    """Values computed with the murmurhash package."""
    assert string_key(text) == key
    assert kernel.best_kernel().string_key(text) == key


@pytest.mark.parametrize(("form", "expected"), [("EEUU", "XXXX"), ("Moscú", "Xxxxx"), ("2024-05", "dddd-dd")])
def test_shape(form: str, expected: str) -> None:
    assert shape(form) == expected


def test_missing_model_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "teletipo_es", None)
    with pytest.raises(InputError, match=r"pip install \./models/teletipo-es"):
        model.installed()


def test_spacy_is_not_imported() -> None:
    code = "import sys; from teletipo.stages import syntax; syntax.parse('Hola.'); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_very_long_paragraph_is_cut_at_a_sentence(engine: Engine) -> None:
    text = "El presidente llegó a la capital. " * 700
    sentences = syntax.parse(text)
    assert len(sentences) == 700
    assert {s.paragraph for s in sentences} == {0}
    assert all(text[a:b] == f for s in sentences for a, b, f in zip(s.starts, s.ends, s.forms, strict=True))
