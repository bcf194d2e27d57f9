"""Elsewhere: which places in an act's sentence are not where it happens, and in which a meeting surely is held.

Counts over the candidates of the true acts in gold train and in our own annotations: of 160 named below a noun that one
of these prepositions sets apart, and of 14 named next to the verb that judges the act, none is its place. Of 32 named
before "contra" and the like beside the verb above, 3 are.
"""

from __future__ import annotations

from teletipo.act import Act
from teletipo.cast import Placed
from teletipo.clauses import clause
from teletipo.grammar.groups import is_alone
from teletipo.tree import Sentence

#: "protestaron en Madrid contra la guerra en Irak": Irak is where the war is
_ABOUT = frozenset({"sobre", "acerca de", "contra", "en contra de", "a favor de", "tras", "debido a"})


def is_elsewhere(s: Sentence, act: Act, placed: Placed) -> bool:
    """True for a place that is not the act's."""
    if placed.mention.form == "elided":
        return False
    return _of_matter(s, act, placed) or _of_speaker(s, act, placed)


def is_held_in(s: Sentence, act: Act, placed: Placed) -> bool:
    """True for the name after "de" that tells where a meeting is held: "los diálogos de [Oslo]"."""
    head = placed.head
    if act.type != "CONSULT" or s.low_lemmas[act.token] not in s.valency.meetings or placed.mention.form != "name":
        return False
    if head < act.token or s.heads[head] != act.token or s.prepositions[head] != "de":
        return False
    return is_alone(s, act.token, head)


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
