"""Barred: the parts in an act that the grammar of its sentence rules out for somebody, whatever else speaks for it.

Each bar names nearly nobody who has the part. Counted over all candidates of the acts told in gold train and in our
own annotations: nobody named in a dateline or as a product takes part (84), nobody does what hurt or freed him (24) or
what he thanks for or deplores (17); those whom an act befalls by its rule, as subjects, do it in 7 cases of 145, those
after "contra" in 8 of 195, those who tell in the passive what was done in 8 of 147, those outside of a circumstance
told with "pese a" or "debido a" in 8 of 115, those outside of what is hostile and told with "tras" in 18 of 290; of
those who reject what is said of them or asked of them 1 of 28 is who says or asks it; and of those whom an act befell
that others speak of ("condenó el asesinato de X") 0 of 9 are spoken to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from teletipo.act import Act
from teletipo.cast import Placed
from teletipo.grammar.datelines import dateline
from teletipo.grammar.frames import is_passive
from teletipo.grammar.functions import AGENT
from teletipo.grammar.groups import coordinated, introduced
from teletipo.grammar.relatives import is_relative
from teletipo.records import RoleName
from teletipo.stages.weighing.around import Around, Candidate
from teletipo.stages.weighing.elsewhere import is_elsewhere
from teletipo.stages.weighing.outlook import Outlook
from teletipo.tree import Sentence

_SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN"})  #: acts of words, which another party rejects
_SPOKEN = _SAID | {"REJECT", "SUPPORT"}
_AGREED = frozenset({"AGREE", "CONCEDE", "RETREAT"})  #: what mediators want others to do
_CAUSES = frozenset({"en", "durante", "por", "tras", "a causa de", "a raíz de", "a consecuencia de"})
_AGAINST = frozenset({"contra", "en contra de"})
_CIRCUMSTANCES = frozenset({"pese a", "a pesar de", "debido a", "a causa de", "a cambio de", "gracias a"})
_AFTER = frozenset({"tras", "después de", "luego de", "a raíz de"})
#: types after which somebody else tells or does what the sentence tells; who met tells of the meeting himself
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "PROTEST", "THREATEN"})
_GETTING = frozenset({"subject", "receiver"})  #: functions of whom an act befalls, if they are its recipients
_BETWEEN = frozenset({"entre", "object entre"})
_SUBJECTS = frozenset({"subject", "elided subject"})
_PRODUCT = 2  #: words of a product's name


class Place(NamedTuple):
    """An expression of a candidate in the sentence of an act."""

    sentence: Sentence
    act: Act
    placed: Placed
    view: Outlook


_Rules = Mapping[Callable[[Place], bool], tuple[RoleName, ...]]


def bars(act: Act, candidate: Candidate, view: Outlook, around: Around) -> frozenset[RoleName]:
    """The parts that the candidate cannot have in the act."""
    s = around.sentences[act.sentence]
    if _reports(s, act, candidate, view):
        return frozenset({"actor", "recipient"})
    here = [Place(s, act, p, view) for p in candidate.placed if p.sentence == act.sentence]
    if not here:
        return frozenset()
    found = frozenset(part for place in here for part in _ruled_out(_ANYWHERE, place))
    return found.union(frozenset.intersection(*(_ruled_out(_ALONE, place) for place in here)))


def _reports(s: Sentence, act: Act, candidate: Candidate, view: Outlook) -> bool:
    """ "La reunión fue cancelada, dijo [la portavoz]": who tells what was done, without a word for "we" or "my"."""
    verb = act.token if act.carrier is None else act.carrier
    told = candidate.entity == view.speaker and candidate.entity not in view.proposed and view.person != "1"
    if not told or s.upos[verb] != "VERB" or s.feat(verb, "VerbForm") != "Part" or not is_passive(s, verb):
        return False
    words = (p for p in candidate.placed if p.sentence == act.sentence)
    return all(view.function(p) == "none" and p.mention.form != "pronoun" for p in words)


def _ruled_out(rules: _Rules, place: Place) -> frozenset[RoleName]:
    return frozenset(part for rule, parts in rules.items() if rule(place) for part in parts)


def _rejects(place: Place) -> bool:
    """ "[La abogada] negó las acusaciones contra su cliente, acusado de …": another accuses, asks, threatens."""
    s, act, _, view = place
    if act.type not in _SAID or act.carrier is not None:
        return False
    node = act.token
    while s.heads[node] >= 0 and (s.upos[node] == "NOUN" or (node == act.token and _is_beside(s, node))):
        head = s.heads[node]
        if s.relations[node] == "obj" and s.low_lemmas[head] in s.valency.rejecting:
            return _is_subject(place, head, view)
        node = head
    return False


def _is_beside(s: Sentence, participle: int) -> bool:
    return s.relations[participle] in ("acl", "amod") and s.feat(participle, "VerbForm") == "Part"


def _is_subject(place: Place, verb: int, view: Outlook) -> bool:
    """True for a verb's subject, expressed or not."""
    s, _, placed, _ = place
    if placed.mention.form == "elided":
        return placed.head in (verb, view.implied)
    return placed.head in _subjects(s, verb) or view.outer.get((s.index, placed.head)) == "subject"


def _underwent(place: Place) -> bool:
    """ "Condenó el asesinato de [la jueza]": what somebody speaks of befell her, he does not speak to her."""
    s, act, placed, _ = place
    noun = s.heads[placed.head]
    if act.type not in _SPOKEN or noun < 0 or placed.mention.form == "elided" or s.heads[noun] != act.token:
        return False
    return s.prepositions[placed.head] == "de" and s.low_lemmas[noun] in s.valency.suffered


def _judges(place: Place) -> bool:
    """ "[El papa] agradeció a Turquía su mediación": who thanks for an act or deplores it is not who did it.

    Nor is who backs it by a participle: "la propuesta, respaldada por [Perú]", "fue rechazada por [Perú]".
    """
    s, act, placed, view = place
    verb = s.heads[act.token]
    if act.carrier is not None or s.upos[act.token] != "NOUN":
        return False
    if s.prepositions[placed.head] in AGENT and s.low_lemmas[s.heads[placed.head]] in s.valency.judging:
        above = s.heads[placed.head]
        return s.heads[above] == act.token or (above == verb and s.relations[act.token] == "nsubj")
    if s.relations[act.token] != "obj" or s.low_lemmas[verb] not in s.valency.judging:
        return False
    own = any(s.feat(c, "Poss") == "Yes" for c in s.kids(act.token, "det"))
    others = any(s.prepositions[c] == "a" for c in s.kids(verb, "obj", "iobj", "obl"))
    return (others or not own) and _is_subject(place, verb, view)


def _suffers(place: Place) -> bool:
    """ "La liberación de [los rehenes]", "media entre [X] e [Y]", "[los soldados] heridos en el ataque": to whom."""
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
    return told and (beside or placed.head == verb or placed.head in _subjects(s, verb))


def _tells_of_victims(s: Sentence, verb: int) -> bool:
    """True for "murieron", "los heridos", "perdieron la vida"."""
    phrases = (f"{s.low_lemmas[verb]} {s.low_lemmas[c]}" for c in s.kids(verb, "obj"))
    return s.low_lemmas[verb] in s.valency.suffering or any(phrase in s.valency.suffering for phrase in phrases)


def _mediates(place: Place) -> bool:
    """ "[Egipto] media para lograr una tregua": the truce is that of others."""
    s, act, placed, _ = place
    if act.type not in _AGREED:
        return False
    verb = next((t for t in s.ancestors(act.token) if s.low_lemmas[t] in s.valency.mediating), None)
    if verb is None:
        return False
    return placed.head in (_subjects(s, verb) if placed.mention.form != "elided" else {verb})


def _announces(place: Place) -> bool:
    """ "[Omán] anunció un acuerdo entre Irán e Irak": the parties are told by "entre"."""
    s, act, placed, view = place
    own = act.token if act.carrier is None else act.carrier
    if act.type != "AGREE" or not any(a.path in _BETWEEN for a in act.arguments):
        return False
    verb = next((t for t in (own, *s.ancestors(own)) if s.low_lemmas[t] in s.valency.announcing), -1)
    return verb >= 0 and (placed.head in _subjects(s, verb) or (verb == own and view.function(placed) in _SUBJECTS))


def _subjects(s: Sentence, verb: int) -> frozenset[int]:
    return frozenset(c for t in s.kids(verb, "nsubj") for c in coordinated(s, t))


def _is_relative(place: Place) -> bool:
    """ "Las sanciones contra Siria, [que] había impuesto": the pronoun means the act, of which its verb is part."""
    s, act, placed, _ = place
    if act.carrier is None or s.heads[act.carrier] != act.token:
        return False
    return is_relative(s, placed.head) and s.heads[placed.head] == act.carrier


def _in_dateline(place: Place) -> bool:
    """ "[Santiago], 5 mar (EFE).-": where the text was written."""
    return place.placed.mention.form != "elided" and place.placed.last <= dateline(place.sentence)


def _is_product(place: Place) -> bool:
    """ "Entregó misiles [Taurus]": a short name right behind the noun of the goods says which they are."""
    s, act, placed, _ = place
    noun = placed.first - 1
    named = placed.mention.form != "elided" and placed.last - placed.first <= _PRODUCT and noun >= 0
    if not named or s.upos[placed.first] != "PROPN" or s.upos[noun] != "NOUN":
        return False
    return any(a.role == "good" and a.token == noun for a in act.arguments)


def _is_against(place: Place) -> bool:
    """ "Las protestas contra [el alcalde]": who stands under "contra" does nothing there."""
    return place.placed.mention.form != "elided" and introduced(place.sentence, place.placed.head) in _AGAINST


def _undergoes(place: Place) -> bool:
    """ "[El opositor] irá a juicio": the subject of an expression that tells what happens to it."""
    undergoing = (a for a in place.act.arguments if a.role == "recipient" and a.path in _GETTING)
    return any(a.sentence == place.sentence.index and a.token == place.placed.head for a in undergoing)


def _is_outside(place: Place) -> bool:
    """ "[Cuba] pidió ayuda a [Perú] debido a las sanciones": nobody outside of a mere circumstance acts in it."""
    s, act, placed, _ = place
    outside = _CIRCUMSTANCES | _AFTER if act.type in _HOSTILE else _CIRCUMSTANCES
    if act.carrier is not None or s.prepositions[act.token] not in outside:
        return False
    own = any(s.feat(c, "Poss") == "Yes" for c in s.kids(act.token, "det"))
    return not own and placed.head not in s.subtree(act.token)


def _is_means(place: Place) -> bool:
    """ "[Varios cohetes] estallaron": with what something is done does nothing itself."""
    s, act, placed, _ = place
    return any(a.role == "instrument" and a.sentence == s.index and a.token == placed.head for a in act.arguments)


def _is_elsewhere(place: Place) -> bool:
    """ "Protestaron contra la guerra en [Irak]": where what the act is about takes place."""
    return is_elsewhere(place.sentence, place.act, place.placed)


#: what one expression suffices for, though the candidate be named in the sentence again
_ANYWHERE: _Rules = {
    _rejects: ("actor",),
    _judges: ("actor",),
    _suffers: ("actor",),
    _mediates: ("actor",),
    _announces: ("actor",),
    _undergoes: ("actor",),
}
#: what rules out a part if something does for each expression in the sentence
_ALONE: _Rules = {
    _is_relative: ("actor",),
    _in_dateline: ("actor", "recipient"),
    _is_product: ("actor", "recipient", "place"),
    _is_against: ("actor",),
    _underwent: ("recipient",),
    _is_outside: ("actor",),
    _is_means: ("actor", "recipient"),
    _is_elsewhere: ("place",),
}
