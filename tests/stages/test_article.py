"""The first stage: text is frozen in NFC, and what is surely not Spanish is refused."""

from __future__ import annotations

import unicodedata

import pytest

from teletipo.errors import InputError
from teletipo.stages.article import article

FOREIGN = {
    "en": "The prime minister said on Monday that the government would send aid to the region next week.",
    "fr": "Le ministre a dit que le gouvernement enverrait plus d'aide à la région dans les jours qui viennent.",
    "pt": "O ministro disse que o governo não enviará mais ajuda para a região até ao fim do mês.",
    "ca": "El ministre va dir que el govern enviarà més ajuda a la regió amb els seus vaixells aquest mes.",
}
PARAGRAPHS = {
    "en": "President Rivas told reporters in Madrid that he was not going to resign. His party, which lost two votes "
    "last week, will meet on Sunday to choose between him and the mayor of Cádiz.",
    "pt": "A ministra Teresa Leal afirmou em Madrid que não vai pedir desculpa. O partido dela, que perdeu duas "
    "votações na semana passada, reúne-se no domingo para escolher entre ela e o presidente da câmara de Beja.",
    "ca": "La consellera Marta Pons ha afirmat a Madrid que no pensa dimitir. El seu partit, que ha perdut dues "
    "votacions aquesta setmana, es reuneix diumenge per triar entre ella i l'alcalde de Figueres.",
}


@pytest.mark.parametrize("code", FOREIGN)
def test_a_text_in_another_language_is_refused(code: str) -> None:
    """The error says which language it seems to be, for whoever shows it to the user."""
    with pytest.raises(InputError) as caught:
        article(FOREIGN[code])
    assert caught.value.code == "language"
    assert caught.value.values == {"found": code}


@pytest.mark.parametrize("code", PARAGRAPHS)
def test_a_short_paragraph_in_another_language_is_refused(code: str) -> None:
    """Also one full of names that Spanish news have."""
    with pytest.raises(InputError) as caught:
        article(PARAGRAPHS[code])
    assert caught.value.values == {"found": code}


@pytest.mark.parametrize(
    "text",
    [
        "Putin viaja.",
        "Macron, a Berlín",
        "Trump-Xi: «Deal or no deal?»",
        "EE UU, Irán, Israel",
        "Una paz que va a cambiar este país",
        "El diario dio cuenta de que el río creció.",
        "12.345",
        "Ana Ruiz, Pedro Soto, Marta Gil, Jean Dupont, Li Wei, John Smith, Ivo Marques, Olga Petrova, Hans Weber",
        "Lo publican The New York Times, The Guardian, The Economist, Die Zeit, La Repubblica, Il Foglio y O Globo.",
        "«No, no y no a la OTAN», gritan diez mil personas en Oslo, Roma, Lisboa, Praga, Kiev y La Haya",
        "«This is not the end»: el presidente de Kiribati cita a Churchill ante su parlamento y se despide",
        "No se da por vencida: «Me dan pena los que no ven más que su interés», lamenta la alcaldesa Da Costa",
        "REUNIÓN DE DOS DÍAS EN DOHA ENTRE QATAR, OMÁN, IRÁN Y KUWAIT SOBRE GAS, PETRÓLEO Y FLETES NAVALES",
        "¿?",
    ],
)
def test_tiny_texts_pass(text: str) -> None:
    """Headlines, names and quotes are too little to be sure of another language."""
    assert article(text).text == text


def test_the_text_is_nfc_and_holds_no_lone_surrogate() -> None:
    """Offsets count code points of the text as it can be written to a file."""
    made = article(unicodedata.normalize("NFD", "Pekín recibió \ud800 a Kim Jong-un, según la agencia."))
    assert made.text == "Pekín recibió \ufffd a Kim Jong-un, según la agencia."
    assert made.text.encode("utf-8")
