"""Wording: whether a token is used as the verb or noun that a rule asks for, and which other words belong to it."""

from __future__ import annotations

from collections.abc import Mapping

from teletipo.morphology import Verbs
from teletipo.morphology.participles import masculine_singular
from teletipo.tags import VERBAL
from teletipo.tree import Sentence

_ADJACENT = frozenset({"que"})  #: words of a phrase that follow directly: "tener que", not "tener un plan que"
_REACH = 12  #: tokens after a verb within which the words of its phrase stand
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis"})
_CONDITIONAL = frozenset({"si", "cuando", "porque", "aunque", "mientras"})
_OPENING = frozenset({"case", "cc", "fixed", "mark"})
_CLITIC = 3  #: letters of the longest pronouns that go with a verb ("les")


def is_verbal(s: Sentence, participle: int, verbs: Verbs) -> bool:
    """Whether a participle does the work of a verb.

    One tagged ADJ does unless it is a fossil ("bienes confiscados"); one tagged NOUN by its agent.
    """
    if s.upos[participle] == "VERB":
        return True
    if verbs.is_fossil(masculine_singular(s.forms[participle])):
        return False
    agents = any(s.prepositions[c] in ("por", "por parte de") for c in s.children[participle])
    return s.upos[participle] == "ADJ" or agents


def is_adjectival(s: Sentence, token: int) -> bool:
    """True for an adjective, or a participle for a state: "estamos preocupados por", not "han preocupado a"."""
    if s.upos[token] == "ADJ":
        return True
    helped = any(s.lemmas[c] in ("haber", "ser") for c in s.kids(token, "aux", "aux:pass"))
    return s.feat(token, "VerbForm") == "Part" and not helped


def is_nominal(s: Sentence, token: int) -> bool:
    """True for a noun, or an adjective used as one, with a determiner: "su llamado a la paz"."""
    if s.upos[token] != "ADJ":
        return True
    place = s.labels[token] in ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "root", "conj", "appos")
    return place and s.kid(token, "det") is not None


def group_start(s: Sentence, verb: int) -> int:
    """The first of the auxiliaries and clitics right before a verb; the verb itself if there are none."""
    first = verb
    while first > 0 and s.heads[first - 1] == verb and _goes_with_verb(s, first - 1):
        first -= 1
    return first


def _goes_with_verb(s: Sentence, token: int) -> bool:
    clitic = s.upos[token] == "PRON" and len(s.forms[token]) <= _CLITIC
    return clitic or s.labels[token].startswith(("aux", "expl"))


def phrase_end(s: Sentence, verb: int, words: tuple[str, ...]) -> int | None:
    """The last word of a phrase whose words follow in order below its verb; None if one is missing."""
    last, found = verb, {verb}
    below = [t for t in s.subtree(verb) if verb < t <= verb + _REACH]
    for word in words:
        farthest = last + 1 if word in _ADJACENT else len(s)
        here = (t for t in below if last < t <= farthest and word in words_at(s, t))
        hit = next((t for t in here if not (_in_clause_below(s, t, verb, last) or _of_a_noun(s, t, found))), None)
        if hit is None:
            return None
        last = hit
        found.add(hit)
    return last


def _of_a_noun(s: Sentence, token: int, found: set[int]) -> bool:
    """True for what belongs to a noun that is none of the phrase's words: "tomó la palabra Soto, del [Partido] Azul".

    A preposition other than "de" may lead to the verb, and a noun may only measure: "hizo una serie de [propuestas]".
    """
    while token >= 0 and (head := s.heads[token]) not in found:
        owned = s.relations[token] == "appos" or (s.relations[token] == "nmod" and s.prepositions[token] == "de")
        if owned and s.low_lemmas[head] not in s.valency.measuring | s.valency.fractions:
            return True
        token = head
    return False


def _in_clause_below(s: Sentence, token: int, verb: int, last: int) -> bool:
    """True for a word in a subordinate clause of the verb: "sufre porque teme las [consecuencias]".

    What opens a clause and its verb may be of a phrase: "estar en [contra] de que", "amenazar con [atacar]"; but not
    the verb of a condition or the like: "amenaza si no [retiran]". Of what hangs on an infinitive only that of the
    phrase's `last` word before it is: "hacer llegar [ayuda]", not "tener previsto celebrar una [reunión]".
    """
    if s.relations[token] == "advcl" and any(s.low[c] in _CONDITIONAL for c in s.kids(token, "mark")):
        return True
    while s.relations[token] in _OPENING and s.heads[token] != verb:
        token = s.heads[token]
    for above in s.ancestors(token):
        if above == verb:
            return False
        if s.relations[above] == "xcomp" and above != last:
            return True
        if s.relations[above] in _CLAUSES or (s.relations[above] == "conj" and s.upos[above] == "VERB"):
            return True
    return True


def words_at(s: Sentence, token: int) -> tuple[str, ...]:
    """The words by which a phrase may refer to a token: its lemma, its form, a participle's masculine singular."""
    return s.low_lemmas[token], s.low[token], s.participles.get(token, "")


def carrier(s: Sentence, noun: int, light: Mapping[str, tuple[str, ...]], extra: frozenset[str]) -> int | None:
    """The light verb that carries a noun: its governor ("mantuvo una reunión") or the verb of its relative clause.

    `light` gives the functions that the noun may have with each verb; with the `extra` ones it is the object.
    """
    head, label = s.heads[noun], s.relations[noun]
    if head >= 0 and s.upos[head] in VERBAL and label in ("obj", "nsubj", "nmod", "obl"):
        wanted = light.get(s.low_lemmas[head], ("object",) if s.low_lemmas[head] in extra else ())
        if wanted:
            return head if _function(s, noun) in wanted else None
    for clause in s.kids(noun, "acl", "acl:relcl"):
        if s.upos[clause] == "VERB" and (s.low_lemmas[clause] in light or s.lemmas[clause] in extra):
            return clause
    return None


def _function(s: Sentence, noun: int) -> str:
    """What a noun is to its verb: its preposition, or "subject" or "object" in the active voice."""
    if (case := s.prepositions[noun]) is not None:
        return case
    active = not s.kids(s.heads[noun], "expl:pass", "aux:pass")
    return "subject" if s.relations[noun] == "nsubj" and active else "object"
