"""Clauses that no "que" opens: after requests, after verbs of saying, after a relative with its cue."""

from __future__ import annotations

import pytest

import reported


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("La diputada solicitó al alcalde detenga las obras.", "detenga las obras"),
        ("El gremio pidió ayer no se cierre la mina.", "no se cierre la mina"),
        ("La alcaldesa afirmó no es verdad.", "no es verdad"),
        ("El portavoz resaltó es una obra cara.", "es una obra cara"),
        ("La diputada criticó unas tasas que señaló deberían bajar.", "deberían bajar"),
        ("El alcalde habló de un puerto que dijo, es el mejor del país.", "es el mejor del país"),
        ("El alcalde habló de una norma que según dice vulnera el tratado.", "vulnera el tratado"),
        ("La ministra defendió la norma que dijo, pretende bajar el pan.", "pretende bajar el pan"),
        ("El rector habló de una muestra, misma que advirtió, llenará la plaza.", "llenará la plaza"),
        ("El rector habló de un libro del que dijo, «dará mucho que hablar».", "dará mucho que hablar"),
        ("El rector habló de las leyes de las que dijo, han servido a todos.", "han servido a todos"),
        ("La ministra abrió la feria y agregó, es una pena que no haya pan.", "es una pena que no haya pan"),
        ("El rector defendió lo que considera será un triunfo.", "será un triunfo"),
    ],
)
def test_clause_without_que(text: str, said: str) -> None:
    """The words from the verb on are what is said."""
    assert reported.contents(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "La mujer que denunció está escondida.",
        "La ministra defendió la norma que anunció, generó protestas y cayó.",
        "No hacer lo que las leyes dicen, fue un error.",
        "El hombre que declaró, es vecino del puerto.",
        "La alcaldesa llegó y la mujer que denunció fue detenida.",
        "Lo que dijo es falso.",
        "Todo cuanto dijo es verdad.",
        "La alcaldesa saludó a la mujer que denunció, pidió calma y se fue.",
        "La alcaldesa exigió la ley que permita el paso.",
        "La alcaldesa pidió a los vecinos paciencia.",
        "La alcaldesa pidió ayer",
    ],
)
def test_verbs_of_the_sentence_are_not_said(text: str) -> None:
    """A verb that belongs to the noun before the relative, to "lo que" or to the writer is not reported."""
    assert reported.contents(text) == []
