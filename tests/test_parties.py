"""Who the rules take for the parties of an act: groups and their members, and verbs that turn their subject's part."""

from __future__ import annotations

import pytest

from teletipo import pipeline
from teletipo.stages.article import article

CASES = {
    "examples of a group": (
        "Varios países, entre ellos Brasil y México, condenaron el golpe.",
        ("ACCUSE", "actor"),
        {"Varios países", "Brasil", "México"},
    ),
    "examples with como": (
        "Países como Francia y Suecia condenaron el golpe.",
        ("ACCUSE", "actor"),
        {"Países", "Francia", "Suecia"},
    ),
    "who leads a group acts with it": (
        "Los manifestantes, encabezados por Juan Pérez, protestaron contra el Gobierno.",
        ("PROTEST", "actor"),
        {"Los manifestantes", "Juan Pérez"},
    ),
    "companion of the subject": (
        "El ministro, junto a los embajadores, firmó el tratado.",
        ("SUPPORT", "actor"),
        {"El ministro", "los embajadores"},
    ),
    "names after a plural title stand for it": (
        "La visita de los presidentes Juan Pérez y Luis Soto a Roma comenzó ayer.",
        ("CONSULT", "actor"),
        {"Juan Pérez", "Luis Soto"},
    ),
    "object with a beside a clause is the addressee": (
        "El ministro pidió a los alcaldes que abran las escuelas.",
        ("REQUEST", "recipient"),
        {"los alcaldes"},
    ),
    "of whom a part is meant": (
        "Muchos de los rebeldes atacaron a los residentes.",
        ("ASSAULT", "actor"),
        {"los rebeldes"},
    ),
    "who is asked to act": (
        "El alcalde pidió que los ministros abran la frontera.",
        ("REQUEST", "recipient"),
        {"los ministros"},
    ),
    "a relative clause in the plural is about the whole list": (
        "Llegaron Ana Gil y Luis Sosa, quienes condenaron el golpe.",
        ("ACCUSE", "actor"),
        {"Ana Gil", "Luis Sosa"},
    ),
    "subject of a verb of getting": (
        "Irán afronta duras críticas de la ONU.",
        ("ACCUSE", "recipient"),
        {"Irán"},
    ),
    "whom it comes from": (
        "Irán afronta duras críticas de la ONU.",
        ("ACCUSE", "actor"),
        {"ONU"},
    ),
}


@pytest.mark.parametrize(("text", "part", "names"), CASES.values(), ids=CASES)
def test_parties(text: str, part: tuple[str, str], names: set[str]) -> None:
    """The rules alone, before any model, give exactly these parties."""
    end = next(i for i, stage in enumerate(pipeline.STAGES) if stage.makes == "acts") + 1
    p = pipeline.run(tuple(pipeline.STAGES[:end]), article(text), {})
    act = next(a for a in p["acts"] if a.type == part[0])
    found = {p["cast"].entity(a.entity).name for a in act.arguments if a.role == part[1] and a.entity is not None}
    assert found == names
