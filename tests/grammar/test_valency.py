"""Words that give a complement another part than the tree says: a sentence knows those of its language only."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from teletipo.grammar.bearing import borne_frame
from teletipo.grammar.groups import coordinated, counted
from teletipo.languages import es
from teletipo.lexicon.valency import UNKNOWN, Valency
from teletipo.stages.mend import mended
from teletipo.tree import Sentence, with_valency


def parsed(text: str, valency: Valency) -> Sentence:
    """The only sentence of a text."""
    (sentence,) = mended(with_valency(es.parse(text), valency), es.verbs())
    return sentence


def acting(s: Sentence, word: str) -> set[str]:
    """Who acts where a noun is the subject."""
    token = s.forms.index(word)
    return {s.forms[t] for t in (*coordinated(s, token), *counted(s, token))}


def accused(s: Sentence, word: str) -> set[str]:
    """Of whom a noun tells what somebody accuses them of."""
    frame = borne_frame(s, s.forms.index(word), None, frozenset(), frozenset())
    return {s.forms[t] for t in frame.get("charged")}


def author(s: Sentence, word: str) -> set[str]:
    """Who did what a noun tells, as the verb above it says."""
    frame = borne_frame(s, s.forms.index(word), None, frozenset(), frozenset())
    return {s.forms[t] for t in frame.get("agent")}


@pytest.mark.parametrize(
    ("text", "asked", "word", "plain", "told"),
    [
        ("Un tercio de los vecinos se marchó.", acting, "tercio", {"tercio"}, {"tercio", "vecinos"}),
        ("Los obreros, encabezados por Soto, marcharon.", acting, "obreros", {"obreros"}, {"obreros", "Soto"}),
        ("El fiscal acusó de fraude a Soto.", accused, "fraude", set(), {"Soto"}),
        ("Hamás reivindicó el atentado.", author, "atentado", set(), {"Hamás"}),
    ],
)
def test_a_word_counts_only_where_the_sentence_knows_it(
    text: str, asked: Callable[[Sentence, str], set[str]], word: str, plain: set[str], told: set[str]
) -> None:
    """Grammar asks the sentence; no list of a language is at hand elsewhere."""
    assert asked(parsed(text, UNKNOWN), word) == plain
    assert asked(parsed(text, es.valency()), word) == told
