"""Surroundings: the words above and near an act, and who is named there, as features for the judges.

Each kind gains little alone; together they raise the F1 of events on train's folds by .012.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from teletipo.act import Act
from teletipo.cast import Cast
from teletipo.tree import Sentence

_WINDOW = 8  #: words before and after the act
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})


def above(s: Sentence, token: int, first: int = 1) -> list[str]:
    """The three words above a token, starting with the head (`first` 0) or with the head's head."""
    chain = s.upwards(token)[1:]
    return [f"above={s.low_lemmas[t]}" for t in chain[first : first + 3]]


def depth(s: Sentence, token: int) -> str:
    """How deep in the tree the word is."""
    return f"depth={min(6, len(s.upwards(token)) - 1)}"


def steps(s: Sentence, token: int) -> str:
    """The labels of the word and of its head."""
    chain = s.upwards(token)[:2]
    return f"steps={'>'.join([s.relations[t] for t in chain])}"


def near(s: Sentence, token: int) -> list[str]:
    """The content words within the window, without the word itself."""
    window = range(max(0, token - _WINDOW), min(len(s), token + _WINDOW + 1))
    return [f"near={s.low_lemmas[t]}" for t in window if t != token and s.upos[t] in _CONTENT]


def sectors(act: Act, cast: Cast) -> list[str]:
    """The sectors of those to whom the rule gives a role."""
    return [f"{a.role} of {cast.entity(a.entity).sector}" for a in act.arguments if a.entity is not None]


def named(cast: Cast) -> Mapping[int, list[str]]:
    """For each sentence, the sectors of whom it names and the number of their countries."""
    entities: dict[int, set[str]] = {}
    for placed in cast.placed:
        entities.setdefault(placed.sentence, set()).add(placed.entity)
    return {number: _named(cast, found) for number, found in entities.items()}


def _named(cast: Cast, entities: Iterable[str]) -> list[str]:
    found = [cast.entity(e) for e in entities]
    here = sorted({e.sector for e in found if e.sector is not None})
    countries = {e.country for e in found if e.country is not None}
    return [*(f"names {sector}" for sector in here), f"countries={min(3, len(countries))}"]
