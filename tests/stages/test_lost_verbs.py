"""Clauses whose verb the parser took for something else read as clauses, and nouns head their phrases."""

from __future__ import annotations

import pytest

from teletipo.languages import es
from teletipo.pipeline import read
from teletipo.stages import mend
from teletipo.stages.repairs.moods import spelt
from teletipo.tree import with_valency


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


@pytest.mark.parametrize(
    ("text", "verb", "head", "label"),
    [
        ("El opositor pidió a las tropas del norte que desobedezcan al general.", "desobedezcan", "pidió", "ccomp"),
        ("Lima pidió al embajador belga, Luis Sosa, que le otorgue asilo.", "otorgue", "pidió", "ccomp"),
        ("Lima exigió una respuesta a los países que invadan Malta.", "invadan", "países", "acl"),
    ],
    ids=["asked of them", "behind a comma", "who they are"],
)
def test_what_somebody_is_asked_hangs_on_the_asking(text: str, verb: str, head: str, label: str) -> None:
    """ "Pidió a las tropas que se rindan": the clause does not tell who they are, unless something else is asked."""
    (sentence,) = mend.mended(with_valency(es.parse(text), es.valency()), es.verbs())
    token = sentence.forms.index(verb)
    assert (sentence.forms[sentence.heads[token]], sentence.labels[token]) == (head, label)


@pytest.mark.parametrize(
    ("form", "lemma", "mood"),
    [("ataquen", "atacar", "Sub"), ("atacan", "atacar", "Ind"), ("rinda", "rendir", "Sub"), ("rinde", "rendir", "Ind"),
     ("negociara", "negociar", "Sub"), ("prepara", "preparar", "Ind"),
     ("ha", "haber", None), ("atacó", "atacar", None)],
)  # fmt: skip
def test_the_vowel_of_a_present_tells_its_mood(form: str, lemma: str, mood: str | None) -> None:
    """A subjunctive has the vowel that its infinitive has not."""
    assert spelt(form, lemma) == mood


def test_a_subjunctive_taken_for_an_indicative_is_mended() -> None:
    """The tagger reads "ataquen" as an indicative."""
    (sentence,) = mend.mended(es.parse("La alianza castigará a los países que ataquen a sus socios."), es.verbs())
    assert sentence.feat(sentence.forms.index("ataquen"), "Mood") == "Sub"


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
