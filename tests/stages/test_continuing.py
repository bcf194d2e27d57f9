"""Who goes on speaking: titles that say something new of the last speaker, and those that mean somebody else."""

from __future__ import annotations

import pytest

from resolved import Row, read

SAME = [
    pytest.param("el empresario", "«No habrá obras», dijo Luis Paz. «Falta dinero», señaló el empresario.", id="job"),
    pytest.param("El socialista", "El alcalde Luis Paz dijo que no. El socialista lamentó que llueva.", id="party"),
    pytest.param(
        "el empresario", "Luis Paz dijo que no. «También falta dinero», señaló el empresario.",
        id="what is quoted turns to nobody",
    ),
    pytest.param(
        "El tenista peruano", "Luis Paz dijo que no. El tenista peruano cree que ganará.", id="what somebody believes"
    ),
    pytest.param(
        "el legislador federal", "Luis Paz pidió ayuda. Según el legislador federal, hay hambre.", id="after según"
    ),
    pytest.param("el empresario", "Luis Paz pidió ayuda. Para el empresario, hay hambre.", id="after para"),
    pytest.param(
        "El jefe de la patronal", "Luis Paz dijo que no. El jefe de la patronal añadió que irá.",
        id="a post with its body that opens the sentence",
    ),
    pytest.param(
        "el jefe de la patronal", "Luis Paz dijo que no. Sobre el paro, el jefe de la patronal indicó que irá.",
        id="a post with its body behind the matter",
    ),
    pytest.param(
        "el jefe de la patronal", "Luis Paz dijo que no. «Falta dinero», señaló el jefe de la patronal.",
        id="a post with its body behind a quotation",
    ),
    pytest.param(
        "el titular del Ejecutivo federal",
        "El presidente peruano, Luis Paz, pidió ayuda. Más tarde, el titular del Ejecutivo federal negó que llueva.",
        id="two words for whoever governs",
    ),
    pytest.param(
        "La diputada socialista", "La portavoz Ana Gil dijo que no. La diputada socialista agregó que irá.",
        id="a seat beside a post in a party",
    ),
    pytest.param(
        "El empresario", "Luis Paz llegó ayer. El empresario dijo que volverá.", id="spoken of, has said nothing yet"
    ),
    pytest.param(
        "la jefa de la CTS",
        "La jefa de la Central de Taxistas, Ana Gil, dijo que no. «Falta dinero», señaló la jefa de la CTS.",
        id="the body by its initials",
    ),
    pytest.param(
        "El jefe de la patronal",
        "Luis Paz pidió ayuda. El jefe de la patronal, que estuvo ayer en la feria de Soria, dijo que no.",
        id="a post with its body and a clause",
    ),
    pytest.param(
        "La también doctora", "La senadora Ana Gil dijo que no. La también doctora aseguró que irá.", id="also"
    ),
    pytest.param(
        "El ex gobernador del banco",
        "El ministro Luis Paz dijo que no. El ex gobernador del banco indicó que irá.",
        id="a former post beside the present one",
    ),
    pytest.param(
        "El tenista catalán", "Luis Paz dijo que no. El tenista catalán debutó ayer en Lima.", id="what he is, acting"
    ),
    pytest.param(
        "el guardameta", "El guardameta Luis Paz dijo que no. «Falta dinero», señaló el guardameta.", id="sportspeople"
    ),
]  # fmt: skip
OTHER = [
    pytest.param("El papa", "Luis Paz dijo que no. El papa viajó ayer a Lima.", id="the only one"),
    pytest.param(
        "El novelista realista", "Luis Paz dijo que no. El novelista realista no inventa nada.", id="any of them"
    ),
    pytest.param(
        "El conductor", "El alcalde Luis Paz dijo que no. El conductor huyó ayer.", id="somebody of the story"
    ),
    pytest.param(
        "el escritor catalán", "Luis Paz dijo que no. Su madre vio que el escritor catalán salió.", id="a lower clause"
    ),
    pytest.param(
        "el empresario", "Luis Paz dijo que no. Por su parte, el empresario dijo que sí.", id="turned to by a phrase"
    ),
    pytest.param(
        "El portavoz socialista", "El ministro Luis Paz dijo que no. El portavoz socialista dijo que sí.",
        id="another office",
    ),
    pytest.param(
        "El portavoz de la patronal", "Luis Paz dijo que no. El portavoz de la patronal dijo que sí.",
        id="a spokesperson speaks for others",
    ),
    pytest.param(
        "el jefe de la patronal", "Luis Paz dijo que no. Ayer el jefe de la patronal dijo que sí.",
        id="turned to by a day",
    ),
    pytest.param(
        "el director del Instituto de Aguas (IDEA)",
        "Luis Paz dijo que no. Luego, el director del Instituto de Aguas (IDEA) Mérida, Romeo de Ruiz, dijo que irá.",
        id="a name behind the post",
    ),
    pytest.param(
        "el jefe de la patronal", "Luis Paz dijo que no. Eso irá mal, según dijo el jefe de la patronal.",
        id="a source of its own",
    ),
    pytest.param(
        "la jefa de la patronal",
        "Luis Paz y otros callan. Gustavo Paz dijo que no. Luego la jefa de la patronal agregó que sí.",
        id="a woman's title, a man's name",
    ),
    pytest.param(
        "el alcalde de Toledo", "El alcalde de Soria, Luis Paz, dijo que no. Luego, el alcalde de Toledo dijo que irá.",
        id="the same post elsewhere",
    ),
    pytest.param(
        "la empresaria", "El ministro Luis Paz dijo que no. «Falta dinero», señaló la empresaria.", id="another gender"
    ),
    pytest.param(
        "el empresario", "Luis Paz dijo que no. Con Ana Gil a su lado, el empresario dijo que sí.",
        id="somebody named beside",
    ),
    pytest.param("El empresario", "Luis Paz dijo que no. El empresario viajó a Lima.", id="a title that says nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text"), SAME)
def test_a_new_title_means_the_last_speaker(title: str, text: str) -> None:
    """What a bare title says is said by whoever spoke last."""
    assert [row.name in ("Luis Paz", "Ana Gil") for row in read(text) if row.words == title] == [True]


@pytest.mark.parametrize(("title", "text"), OTHER)
def test_a_title_of_somebody_else(title: str, text: str) -> None:
    """It means somebody else where the text turns, the office or the gender is another, or it says nothing."""
    assert Row(title, "person", title) in read(text)
