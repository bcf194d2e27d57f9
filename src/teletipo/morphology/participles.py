"""Participles of Spanish verbs, and the masculine singular of whatever agrees like them, by rule.

Source of the rules: the regular paradigms of the Nueva gramática de la lengua española (RAE, 2009), chapter 4.
"""

from __future__ import annotations

from functools import lru_cache

#: irregular participles by the end of the infinitive; the longest ending wins
_IRREGULAR = {
    "poner": "puesto",
    "hacer": "hecho",
    "facer": "fecho",
    "decir": "dicho",
    "ver": "visto",
    "prever": "previsto",
    "volver": "vuelto",
    "solver": "suelto",
    "scribir": "scrito",
    "abrir": "abierto",
    "cubrir": "cubierto",
    "morir": "muerto",
    "romper": "roto",
    "bendecir": "bendecido",
    "maldecir": "maldecido",
    "freír": "frito",
}


def participle(infinitive: str) -> str:
    """The masculine singular participle: "imponer" -> "impuesto", "detener" -> "detenido", "caer" -> "caído"."""
    for length in range(len(infinitive), 2, -1):
        if (ending := infinitive[-length:]) in _IRREGULAR and (length > 3 or infinitive == ending):
            return infinitive[:-length] + _IRREGULAR[ending]
    stem, ending = infinitive[:-2], infinitive[-2:]
    if ending == "ar":
        return stem + "ado"
    return stem + ("ído" if stem[-1:] in "aeo" else "ido")


@lru_cache(maxsize=16384)
def masculine_singular(form: str) -> str:
    """The form of a participle or adjective in -o reduced to masculine singular: "impuestas" -> "impuesto"."""
    lower = form.lower()
    for ending in ("os", "as", "a"):
        if lower.endswith(ending):
            return lower[: -len(ending)] + "o"
    return lower
