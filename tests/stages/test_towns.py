"""Towns without their names: the one where an article was written, the one told of last, the capital of a state."""

from __future__ import annotations

import pytest

from resolved import Row, read

TOWNS = [
    pytest.param(
        "Lima. El ministro Gil llegó ayer a esta capital.",
        Row("esta capital", "place", "Lima", "PER", "where the article was written"),
        id="an agency means the town of the dateline",
    ),
    pytest.param(
        "Quito. Los rebeldes atacaron Alepo. La marcha siguió en esa ciudad.",
        Row("esa ciudad", "place", "Alepo", "SYR", "the last town named"),
        id="another town is the one told of last",
    ),
    pytest.param(
        "La ministra viajó a Cachemira. En esa ciudad se reunió con Gil.",
        Row("esa ciudad", "place", "esa ciudad", None, "described as ciudad"),
        id="a region is no town",
    ),
    pytest.param(
        "Los ministros se reunieron en la capital malasia.",
        Row("la capital malasia", "place", "Kuala Lumpur", "MYS", "capital of MYS"),
        id="the capital of a state",
    ),
    pytest.param(
        "Los ministros se reunieron en la antigua capital alemana.",
        Row("la antigua capital alemana", "place", "la antigua capital alemana", "DEU", "described as capital"),
        id="a former capital is another town",
    ),
    pytest.param(
        "Los ministros se reunieron en la capital, Bagdad, con Gil.",
        Row("la capital, Bagdad", "place", "Bagdad", "IRQ", "name in the gazetteer: place:bagdad"),
        id="one expression with the name behind it",
    ),
    pytest.param(
        "Los actos serán en la capital, Guadalupe, Fresnillo y Jerez.",
        Row("la capital", "place", "la capital", None, "described as capital"),
        id="what a list goes on with is another town",
    ),
    pytest.param(
        "El Gobierno español dijo que no habrá obras en Mérida.",
        Row("Mérida", "place", "Mérida", "ESP", "name in the gazetteer: place:merida-esp"),
        id="of several towns of one name that of the state named",
    ),
    pytest.param(
        "Venezuela y España hablaron de la ciudad venezolana de Mérida. España calló.",
        Row("la ciudad venezolana de Mérida", "place", "Mérida", "VEN", "name in the gazetteer: place:merida-ven"),
        id="of several towns of one name that of the adjective",
    ),
]


@pytest.mark.parametrize(("text", "row"), TOWNS)
def test_the_town_meant(text: str, row: Row) -> None:
    """A word for a town means the one that the dateline, the text before or a demonym tells."""
    assert row in read(text)
