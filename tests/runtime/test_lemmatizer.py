"""The lemmatizer's rules: found by their endings, applied in the order of the model."""

from __future__ import annotations

import pytest

from teletipo.runtime.lemmatizer import Lemmatizer

TABLES = {
    "rules": {
        "plurals": [["es", ""], ["s", ""], ["ces", "z"], ["es", "e"], ["", "o"], ["x", "x"]],
        "accents": [["á", "a"]],
        "det_and_pron_general": [],
        "voc_alt_1": [],
        "voc_alt_2": [],
    },
    "groups": {"noun": [["plurals", ["Number=Plur"]]], "adj": [], "verb": []},
    "index": {"noun": ["luz", "tabú", "reloj", "clase"], "adj": [], "verb": []},
    "exceptions": {},
}


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        pytest.param("relojes", "reloj", id="the first rule whose result is known"),
        pytest.param("luces", "luz", id="a longer ending that stands later"),
        pytest.param("nubes", "nub", id="the first rule where no result is known"),
        pytest.param("tabús", "tabú", id="a shorter ending"),
        pytest.param("mix", "mixo", id="a rule that changes nothing does not count, one without an ending does"),
    ],
)
def test_rules_count_in_the_order_of_the_model(form: str, lemma: str) -> None:
    assert Lemmatizer(TABLES).lemma(form, "NOUN", "Number=Plur", first=False) == lemma


def test_all_lemmas_of_a_form_are_those_that_any_rule_leads_to() -> None:
    assert Lemmatizer(TABLES).lemmas("clases") == ("clase",)
    assert Lemmatizer(TABLES).lemmas("nubes") == ("nubes", "nub", "nube", "nubeso")
