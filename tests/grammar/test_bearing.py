"""What the words of a phrase bring with them: complements of its nouns, the subject of a verb of getting."""

from __future__ import annotations

import pytest

from parsed import trees
from teletipo.grammar.bearing import borne_frame, clause_frame, phrase_frame, reflexive_frame
from teletipo.grammar.frames import Frame

NOBODY: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("text", "verb", "last", "function", "who"),
    [
        pytest.param("Perú rompió relaciones con Chile.", "rompió", "relaciones", "con", "Chile", id="object"),
        pytest.param("Perú llegó a un acuerdo con Chile.", "llegó", "acuerdo", "con", "Chile", id="oblique"),
        pytest.param("Perú se sentó a negociar con Chile.", "sentó", "negociar", "con", "Chile", id="infinitive"),
        pytest.param("Perú rompió relaciones con Chile.", "rompió", "relaciones", "subject", "Perú", id="subject"),
    ],
)
def test_complements_within_a_phrase(text: str, verb: str, last: str, function: str, who: str) -> None:
    """Who hangs on a noun or infinitive of the phrase has a function in it."""
    (s,) = trees(text)
    token = s.forms.index(verb)
    frame = phrase_frame(s, clause_frame(s, token, NOBODY), s.forms.index(last), NOBODY)
    assert [s.forms[t] for t in frame.get(function)] == [who]


def test_a_modal_has_the_functions_of_its_verb() -> None:
    """ "Deben retirar": who must do something is the subject of what is to be done."""
    (s,) = trees("Los rebeldes deben retirar las tropas.")
    frame = clause_frame(s, s.forms.index("deben"), NOBODY)
    assert [s.forms[t] for t in frame.get("subject")] == ["rebeldes"]
    assert frame.token == s.forms.index("deben")


def test_the_subject_of_a_reflexive_verb_is_no_object() -> None:
    """ "Se amotinaron": who does it is its subject, though the parser takes it for a passive."""
    frame = Frame(3, {"object": (1,), "en": (5,)}, passive=True)
    assert reflexive_frame(frame).functions == {"en": (5,), "subject": (1,)}
    assert reflexive_frame(Frame(3, {"subject": (1,)}, passive=True)).functions == {"subject": (1,)}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param(
            "El pacto sellado entre Chad y Sudán con la mediación de Omán expira.", ["Chad", "Sudán"], id="noun"
        ),
        pytest.param(
            "La tregua entre Chad y Sudán siguió gracias a la mediación de Omán.", ["Chad", "Sudán"], id="subject"
        ),
        pytest.param("Chad y Sudán negocian bajo la mediación de Omán.", ["Chad", "Sudán"], id="who negotiates"),
        pytest.param("Chad resolvió la crisis con la mediación de Omán.", [], id="one alone"),
    ],
)
def test_between_whom_somebody_mediates(text: str, parties: list[str]) -> None:
    """A mediation said of what two do is one between the two."""
    (s,) = trees(text)
    frame = borne_frame(s, s.forms.index("mediación"), None, NOBODY, NOBODY)
    assert [s.forms[t] for t in frame.get("entre")] == parties


@pytest.mark.parametrize(
    ("text", "noun", "function", "who"),
    [
        pytest.param("Las amenazas recibidas por la jueza son graves.", "amenazas", "receiver", ["jueza"], id="by her"),
        pytest.param("Las amenazas recibidas por la jueza son graves.", "amenazas", "agent", [], id="not of hers"),
        pytest.param("Chad recibió ayuda por parte de Omán.", "ayuda", "receiver", ["Chad"], id="who gets it"),
        pytest.param("Chad recibió ayuda por parte de Omán.", "ayuda", "agent", ["Omán"], id="who gives it"),
        pytest.param("El ataque fue atribuido a Chad.", "ataque", "agent", ["Chad"], id="ascribed in the passive"),
        pytest.param("El ataque fue reivindicado por la milicia.", "ataque", "agent", ["milicia"], id="claimed so"),
        pytest.param("El ataque dejó tres muertos.", "ataque", "receiver", ["muertos"], id="the dead"),
        pytest.param("El ataque, que causó la muerte de un juez, cesó.", "ataque", "receiver", ["juez"], id="death"),
        pytest.param("El ataque provocó heridas a dos agentes.", "ataque", "receiver", ["agentes"], id="the wounded"),
        pytest.param("El ataque dejó daños.", "ataque", "receiver", [], id="damage"),
        pytest.param("La marcha reunió a mil obreros.", "marcha", "agent", ["obreros"], id="who came"),
        pytest.param(
            "La cumbre, que reunirá a Chad y Omán, será hoy.", "cumbre", "agent", ["Chad", "Omán"], id="guests"
        ),
        pytest.param("La cumbre reunió pruebas.", "cumbre", "agent", [], id="no people"),
    ],
)
def test_parties_told_by_the_verb_around(text: str, noun: str, function: str, who: list[str]) -> None:
    """Who gets an act, claims it, is blamed for it, hurt by it or comes to it is told by the verb above or below."""
    (s,) = trees(text)
    token, receiving = s.forms.index(noun), frozenset({"recibir"})
    carrier = s.heads[token] if s.lemmas[s.heads[token]] == "recibir" else None
    assert [s.forms[t] for t in borne_frame(s, token, carrier, NOBODY, receiving).get(function)] == who


@pytest.mark.parametrize("who", ["del canciller", "de los rebeldes", "de Chad"])
def test_who_intends_an_act_is_to_do_it(who: str) -> None:
    """The infinitive below a noun of will is done by whom "de" names, with its article inside "del" too."""
    (s,) = trees(f"La amenaza {who} de atacar Alba causó alarma.")
    frame = clause_frame(s, s.forms.index("atacar"), NOBODY)
    assert [s.forms[t] for t in frame.get("subject")] == who.split()[-1:]
