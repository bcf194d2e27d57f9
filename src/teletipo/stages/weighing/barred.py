"""Barred: roles that the grammar of the sentence rules out for a candidate, however likely the model finds them.

Each bar excludes hardly anybody who has the role. Counts over all candidates of the acts in gold train and in our own
annotations: nobody named in a dateline takes part; nobody does what hurt or freed him (24) or
what he thanks for or deplores (17). Subjects whom the rule makes recipients act in 7 cases of 145, those after "contra"
in 8 of 195, those who report an act in the passive in 8 of 147, those outside of a circumstance with "pese a" or
"debido a" in 8 of 115, those outside of something hostile with "tras" in 18 of 290. Of those who reject what is said
about or asked of them, 1 of 28 says or asks it; of victims whom others speak about ("condenó el asesinato de X"), 0 of
9 are spoken to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from teletipo.act import Act
from teletipo.grammar.datelines import dateline
from teletipo.grammar.groups import introduced
from teletipo.grammar.reactions import is_answered
from teletipo.grammar.relatives import is_relative
from teletipo.grammar.voice import is_passive
from teletipo.records import RoleName
from teletipo.stages.weighing.around import Around, Candidate
from teletipo.stages.weighing.elsewhere import is_elsewhere
from teletipo.stages.weighing.outlook import Outlook
from teletipo.stages.weighing.tellers import Place, announces, judges, rejects, speaks_of_victim, subjects
from teletipo.tree import Sentence

_CAUSES = frozenset({"en", "durante", "por", "tras", "a causa de", "a raíz de", "a consecuencia de"})
_AGAINST = frozenset({"contra", "en contra de"})
_CIRCUMSTANCES = frozenset({"pese a", "a pesar de", "debido a", "a causa de", "a cambio de", "gracias a"})
_AFTER = frozenset({"tras", "después de", "luego de", "a raíz de"})
#: types after which somebody else tells or does what the sentence tells; who met tells of the meeting himself
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "PROTEST", "THREATEN"})
_GETTING = frozenset({"subject", "receiver"})  #: functions of whom an act befalls, if they are its recipients
_Rules = Mapping[Callable[[Place], bool], tuple[RoleName, ...]]


def bars(act: Act, candidate: Candidate, view: Outlook, around: Around) -> frozenset[RoleName]:
    """The roles that the candidate cannot have in the act."""
    s = around.sentences[act.sentence]
    if _reports(s, act, candidate, view):
        return frozenset({"actor", "recipient"})
    here = [Place(s, act, p, view) for p in candidate.placed if p.sentence == act.sentence]
    if not here:
        return frozenset()
    found = frozenset(part for place in here for part in _ruled_out(_ANYWHERE, place))
    return found.union(frozenset.intersection(*(_ruled_out(_ALONE, place) for place in here)))


def _reports(s: Sentence, act: Act, candidate: Candidate, view: Outlook) -> bool:
    """True for who merely reports an act: "La reunión fue cancelada, dijo [la portavoz]", without "we" or "my"."""
    verb = act.token if act.carrier is None else act.carrier
    told = candidate.entity == view.speaker and candidate.entity not in view.proposed and view.person != "1"
    if not told or s.upos[verb] != "VERB" or s.feat(verb, "VerbForm") != "Part" or not is_passive(s, verb):
        return False
    words = (p for p in candidate.placed if p.sentence == act.sentence)
    return all(view.function(p) == "none" and p.mention.form != "pronoun" for p in words)


def _ruled_out(rules: _Rules, place: Place) -> frozenset[RoleName]:
    return frozenset([part for rule, parts in rules.items() if rule(place) for part in parts])


def _suffers(place: Place) -> bool:
    """True for who undergoes the act: "la liberación de [los rehenes]", "[los soldados] heridos en el ataque"."""
    s, act, placed, view = place
    if s.low_lemmas[act.token] in s.valency.mediating:
        return view.function(placed) == "entre"
    if placed.mention.form == "elided" or s.upos[act.token] != "NOUN":
        return False
    if s.low_lemmas[act.token] in s.valency.suffered:
        return view.function(placed) == "de"
    verb = s.heads[act.token]
    if act.type != "ASSAULT" or verb < 0 or not _tells_of_victims(s, verb):
        return False
    beside = s.relations[verb] in ("acl", "amod") and placed.head == s.heads[verb]
    told = s.prepositions[act.token] in _CAUSES
    return told and (beside or placed.head == verb or placed.head in subjects(s, verb))


def _tells_of_victims(s: Sentence, verb: int) -> bool:
    """True for words about victims: "murieron", "los heridos", "perdieron la vida"."""
    phrases = (f"{s.low_lemmas[verb]} {s.low_lemmas[c]}" for c in s.kids(verb, "obj"))
    return s.low_lemmas[verb] in s.valency.suffering or any(phrase in s.valency.suffering for phrase in phrases)


def _is_relative(place: Place) -> bool:
    """True for a pronoun that refers to the act itself: "las sanciones contra Siria, [que] había impuesto"."""
    s, act, placed, _ = place
    if act.carrier is None or s.heads[act.carrier] != act.token:
        return False
    return is_relative(s, placed.head) and s.heads[placed.head] == act.carrier


def _in_dateline(place: Place) -> bool:
    """True for a name in the dateline: "[Santiago], 5 mar (EFE).-"."""
    return place.placed.mention.form != "elided" and place.placed.last <= dateline(place.sentence)


def _is_against(place: Place) -> bool:
    """True for who stands under "contra", and so does nothing: "las protestas contra [el alcalde]"."""
    return place.placed.mention.form != "elided" and introduced(place.sentence, place.placed.head) in _AGAINST


def _undergoes(place: Place) -> bool:
    """True for the subject of something that happens to it: "[El opositor] irá a juicio"."""
    undergoing = (a for a in place.act.arguments if a.role == "recipient" and a.path in _GETTING)
    return any(a.sentence == place.sentence.index and a.token == place.placed.head for a in undergoing)


def _is_outside(place: Place) -> bool:
    """True outside of a mere circumstance: "[Cuba] pidió ayuda a [Perú] debido a las sanciones".

    And of what is answered: "[Chad] atacó Alba en respuesta al bombardeo".
    """
    s, act, placed, _ = place
    outside = _CIRCUMSTANCES | _AFTER if act.type in _HOSTILE else _CIRCUMSTANCES
    answered = act.type in _HOSTILE and is_answered(s, act.token)
    if act.carrier is not None or not (answered or s.prepositions[act.token] in outside):
        return False
    own = any(s.feat(c, "Poss") == "Yes" for c in s.kids(act.token, "det"))
    return not own and placed.head not in s.subtree(act.token)


def _is_elsewhere(place: Place) -> bool:
    """True for where the subject matter of the act is: "protestaron contra la guerra en [Irak]"."""
    return is_elsewhere(place.sentence, place.act, place.placed)


#: what one expression suffices for, though the candidate be named in the sentence again
_ANYWHERE: _Rules = {
    rejects: ("actor",),
    judges: ("actor",),
    _suffers: ("actor",),
    announces: ("actor",),
    _undergoes: ("actor",),
}
#: what rules out a part if something does for each expression in the sentence
_ALONE: _Rules = {
    _is_relative: ("actor",),
    _in_dateline: ("actor", "recipient"),
    _is_against: ("actor",),
    speaks_of_victim: ("recipient",),
    _is_outside: ("actor",),
    _is_elsewhere: ("place",),
}
