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


@pytest.mark.parametrize("code", FOREIGN)
def test_a_text_in_another_language_is_refused(code: str) -> None:
    """The error says which language it seems to be, for whoever shows it to the user."""
    with pytest.raises(InputError) as caught:
        article(FOREIGN[code])
    assert caught.value.code == "language"
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
        "¿?",
    ],
)
def test_tiny_texts_pass(text: str) -> None:
    """A headline is too short to be sure of its language."""
    assert article(text).text == text


def test_the_text_is_nfc_and_holds_no_lone_surrogate() -> None:
    """Offsets count code points of the text as it can be written to a file."""
    made = article(unicodedata.normalize("NFD", "Pekín recibió \ud800 a Kim Jong-un, según la agencia."))
    assert made.text == "Pekín recibió \ufffd a Kim Jong-un, según la agencia."
    assert made.text.encode("utf-8")
