"""The language check lets Spanish through, however short, and nothing else."""

from __future__ import annotations

import pytest

from teletipo.languages.detect import language, surely_other

SPANISH = [
    "El presidente se reunió ayer con su homólogo en Lima.",
    "Rusia y China firmaron un acuerdo.",
    "Putin viajará a Pekín el martes.",
    "«No habrá negociación», declaró la ministra.",
    "Al menos 12 muertos en un atentado en Bagdad.",
    "Washington, 3 mar (EFE).- Estados Unidos sancionó este viernes a dos empresas iraníes.",
    "LA OTAN RECHAZA LA PROPUESTA DE MOSCÚ",
    "El Parlament de Catalunya aprobó la ley con los votos de Junts y de Esquerra Republicana.",
    "La Xunta de Galicia pidió al Gobierno más fondos para sanidad.",
]
OTHERS = [
    ("en", "The president met his counterpart in Lima yesterday and signed an agreement on trade."),
    ("en", "Russia said on Friday that it would not take part in the talks."),
    ("pt", "O presidente reuniu-se ontem com o seu homólogo em Lisboa e não falou aos jornalistas."),
    ("pt", "A Rússia e a China assinaram um acordo para a compra de gás."),
    ("gl", "O presidente da Xunta reuniuse onte co seu homólogo en Lisboa e non falou cos xornalistas."),
    ("gl", "A conselleira dixo que as obras do porto non rematarán este ano."),
    ("ca", "El president es va reunir ahir amb el seu homòleg a Lisboa i no va parlar amb els periodistes."),
    ("ca", "La consellera ha dit que les obres del port no s'acabaran aquest any."),
    ("fr", "Le président a rencontré hier son homologue à Lisbonne et n'a pas parlé aux journalistes."),
    ("it", "Il presidente ha incontrato ieri il suo omologo a Lisbona e non ha parlato con i giornalisti."),
    ("de", "Der Präsident traf gestern seinen Amtskollegen in Lissabon und sprach nicht mit der Presse."),
]


@pytest.mark.parametrize("text", SPANISH)
def test_one_spanish_sentence_is_enough(text: str) -> None:
    """Short Spanish, even with Catalan or Galician names in it, is Spanish."""
    assert language(text) == "es"


@pytest.mark.parametrize(("code", "text"), OTHERS)
def test_neighbours_do_not_pass_as_spanish(code: str, text: str) -> None:
    """Each neighbouring language is named, so that the message can name it too."""
    assert language(text) == code


@pytest.mark.parametrize("text", ["", "1 2 3 4", "xkcd qwerty zxcvb", "Москва и Пекин подписали соглашение"])
def test_no_language_is_undetermined(text: str) -> None:
    """What is not listed is `und`, never the nearest guess."""
    assert language(text) == "und"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Москва и Пекин подписали соглашение", "und"),
        ("北京与莫斯科签署了协议", "und"),
        ("1.234 5.678 😀", None),
        ("Xkcd qwerty", None),
        ("Firmó «Москва и Пекин подписали» el presidente de la república con los ministros", None),
    ],
)
def test_other_alphabets_are_surely_not_spanish(text: str, other: str | None) -> None:
    """A text most of whose letters are not Latin is refused; figures, names and quotations are not."""
    assert surely_other(text, "es") == other
