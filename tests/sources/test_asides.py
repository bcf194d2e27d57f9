"""Calls to read something else leave the text of a page; sentences of the article stay."""

from __future__ import annotations

import pytest

from teletipo.sources.asides import without_asides


@pytest.mark.parametrize(
    "line",
    [
        "Lea también: El ministro viajará a Lima",
        "LEE ADEMÁS | Detienen a un alcalde",
        "Mire: La caravana llegó a la frontera",
        "Noticias relacionadas",
        "— Te puede interesar: Los nuevos impuestos",
        "¡Síguenos en Telegram!",
        "Temas:",
    ],
)
def test_asides_go(line: str) -> None:
    """Only the line itself is taken out."""
    assert (
        without_asides(f"El presidente viajó a Lima.\n{line}\nVolverá hoy.")
        == "El presidente viajó a Lima.\nVolverá hoy."
    )


@pytest.mark.parametrize(
    "line",
    [
        "Lea Martínez, ministra de Defensa, dimitió ayer.",
        "Mira que lo advertimos, dijo el portavoz.",
        "Además, los dos países firmarán un acuerdo.",
        "Los temas de la cumbre serán tres: comercio, defensa y frontera.",
        "Ver a los dos presidentes juntos sorprendió a todos.",
        "Vea también: " + "los datos de la encuesta, " * 20,
    ],
)
def test_sentences_stay(line: str) -> None:
    """A sentence that only begins like one, or a long paragraph, is part of the article."""
    assert without_asides(line) == line
