"""Clauses whose verb the parser took for something else read as clauses, and nouns head their phrases."""

from __future__ import annotations

import pytest

from teletipo.languages import es
from teletipo.pipeline import read
from teletipo.stages import mend


@pytest.mark.parametrize(
    ("text", "verb", "subject", "mood"),
    [
        ("Lima teme que Chile invada Tacna.", "invada", "Chile", "Sub"),
        ("Lima teme que Chile ataque Tacna.", "ataque", "Chile", "Sub"),
        ("Es posible que China bloquee Taiwán.", "bloquee", "China", "Sub"),
        ("Se espera que los dos ministros firmen un pacto.", "firmen", "ministros", "Sub"),
    ],
)
def test_the_verb_of_a_clause_gets_its_place(text: str, verb: str, subject: str, mood: str) -> None:
    """It is a finite verb that rules its subject and its conjunction."""
    (sentence,) = mend.mended(es.parse(text), es.verbs())
    token = sentence.forms.index(verb)
    assert (sentence.upos[token], sentence.feat(token, "Mood")) == ("VERB", mood)
    assert [sentence.forms[c] for c in sentence.kids(token, "nsubj")] == [subject]
    assert [sentence.forms[c] for c in sentence.kids(token, "mark")] == ["que"]


def test_a_participle_behind_its_noun_stays_one() -> None:
    """ "Que el acuerdo firmado ayer entre en vigor" has its verb further on."""
    (sentence,) = mend.mended(es.parse("Exigió que el acuerdo firmado ayer entre en vigor."), es.verbs())
    assert sentence.feat(sentence.forms.index("firmado"), "VerbForm") == "Part"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Presuntos guerrilleros mataron a un alcalde.", "Presuntos guerrilleros"),
        ("Supuestos narcotraficantes asesinaron a un juez.", "Supuestos narcotraficantes"),
        ("El obispo fue secuestrado por paramilitares.", "paramilitares"),
    ],
)
def test_nouns_tagged_as_adjectives_do_what_their_verb_says(text: str, actor: str) -> None:
    """Behind "presuntos", and after "por" in a passive."""
    (event,) = read(text, id="t").events
    assert [text[r.start : r.end] for r in event.roles if r.role == "actor"] == [actor]
