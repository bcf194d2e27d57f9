"""Elsewhere: places in an act's sentence that belong to its subject matter or to who comments on it.

Counts over the candidates of the true acts in gold train and in our own annotations: of 160 named below a noun that one
of these prepositions sets apart, and of 14 named next to the verb that judges the act, none is its place.
"""

from __future__ import annotations

from teletipo.act import Act
from teletipo.cast import Placed
from teletipo.clauses import clause
from teletipo.tree import Sentence

#: "protestaron en Madrid contra la guerra en Irak": Irak is where the war is
_ABOUT = frozenset({"sobre", "acerca de", "contra", "en contra de", "a favor de", "tras", "debido a"})


def is_elsewhere(s: Sentence, act: Act, placed: Placed) -> bool:
    """True for a place that is not the act's."""
    if placed.mention.form == "elided":
        return False
    return _of_matter(s, act, placed) or _of_speaker(s, act, placed)


def _of_matter(s: Sentence, act: Act, placed: Placed) -> bool:
    """True for the place of the subject matter: "debatieron sobre la guerra en [Irak]"; attacks are made there."""
    above = s.upwards(placed.head)[1:]
    if act.type == "ASSAULT" or act.token not in above:
        return False
    between = above[: above.index(act.token)]
    nouns = (n for n in between if s.upos[n] == "NOUN" and not placed.first <= n < placed.last)
    return any(s.prepositions[n] in _ABOUT for n in nouns)


def _of_speaker(s: Sentence, act: Act, placed: Placed) -> bool:
    """True for the place of a comment on an act: "Condenó en [Quito] el golpe"."""
    verb = s.heads[act.token]
    nominal = act.carrier is None and s.upos[act.token] == "NOUN" and s.relations[act.token] == "obj"
    if not nominal or verb < 0 or s.low_lemmas[verb] not in s.valency.judging:
        return False
    return placed.last <= act.token and clause(s, placed.head) == verb
