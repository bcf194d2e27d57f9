"""Spine: the act and those words above it that may affect its certainty.

A node of the spine *carries* the act if its tense, mood and negation are the act's own: the act itself, a light or
aspectual verb above it, the first of coordinated infinitives.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from teletipo.grammar.asides import is_aside
from teletipo.grammar.finiteness import finite_verb
from teletipo.lexicon.certainty import Cues
from teletipo.stages.scoping.conditions import heads_relative
from teletipo.tags import AT_WORD, NOMINAL, NOUNS, SUBJECTS, VERBAL
from teletipo.tree import Sentence

_CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "acl"})
#: prepositions of complements; an adjunct of time or place ("tras", "durante") is under no governor's cue
_COMPLEMENT = frozenset({"a", "al", "con", "de", "del", "para", "por", "sobre", "contra", "hacia", "hasta"})
#: before "que": what follows has happened, in the subjunctive too
_LATER = (("después", "de"), ("luego", "de"))
_PARTS = frozenset({"lugar", "inicio", "comienzo", "fin"})  #: of "tener lugar", "dar inicio"
_REACH = 6  #: nodes of a spine; farther governors were never decisive on the training articles


class Node(NamedTuple):
    """A token of a spine: reached by `link` (the label of the node below), `step` edges above the act."""

    token: int
    link: str
    step: int
    carries: bool


def spine(sentence: Sentence, token: int, cues: Cues, carrier: int | None = None) -> Iterator[Node]:
    """The act and the words above it whose meaning may reach down to it, nearest first."""
    numbered = sentence.labels[token] == "flat" and sentence.upos[token] == "PROPN"  # "la X Cumbre" hangs under X
    node = Node(sentence.heads[token] if numbered else token, "", 0, True)
    while node.step < _REACH:
        yield node
        link, head = sentence.labels[node.token], sentence.heads[node.token]
        if link == "conj" and _adds(sentence, node.token):
            head = _enumeration(sentence, node.token)
        if head < 0 or not _open(sentence, node, link, cues):
            beside = head >= 0 and is_aside(sentence, node.token) and _is_part(sentence, node, link, cues)
            if beside or _is_setting(sentence, node, link):
                yield Node(head, "setting", node.step + 1, False)
            return
        if _is_part(sentence, node, link, cues):
            yield Node(head, "setting", node.step + 1, False)
        if link == "conj":
            carries = node.carries and _shares(sentence, node.token)
        else:
            light = link in AT_WORD | _CLAUSAL and (head == carrier or _is_carrier(sentence, node, head, cues))
            carries = node.carries and (light or _links_on(sentence, node.token, head, link, cues))
        node = Node(head, link, node.step + 1, carries)


def _adds(sentence: Sentence, token: int) -> bool:
    """True for a noun that "así como" or "además de" adds to an enumeration."""
    openers = (c for c in sentence.kids(token, "cc", "case", "mark", "advmod") if c < token)
    added = (("así", "como"), ("además", "de"))
    noun = sentence.upos[token] in NOUNS
    return noun and any(sentence.low[c : c + 2] in added for c in openers)


def _enumeration(sentence: Sentence, token: int) -> int:
    """The noun that an enumeration starts from; the parser often attaches additions to the nearest noun instead."""
    head = sentence.heads[token]
    for above in sentence.ancestors(head):
        nominal = sentence.upos[above] in NOMINAL or sentence.labels[above] == "amod"
        if not nominal or finite_verb(sentence, above) is not None:
            break
        head = above
    return head


def _is_setting(sentence: Sentence, node: Node, link: str) -> bool:
    """True for a noun that frames a verb in time ("durante la visita hablarán"): they share their time."""
    case = sentence.kid(node.token, "case")
    during = case is not None and sentence.low[case] in ("durante", "en")
    return link == "obl" and during and node.carries and sentence.upos[sentence.heads[node.token]] == "VERB"


def _is_part(sentence: Sentence, node: Node, link: str, cues: Cues) -> bool:
    """True for a noun or purpose that is no more real than its verb ("una visita reforzaría", "irá para pedir")."""
    head = sentence.heads[node.token]
    verb = sentence.upos[head] == "VERB" and sentence.lemmas[head] not in cues.carrying | cues.reporting
    if not (verb and node.carries):
        return False
    if sentence.upos[node.token] == "NOUN":
        return link in SUBJECTS or (link == "obj" and not _known(sentence, node.token))
    return link == "advcl" and sentence.feat(node.token, "VerbForm") in ("Inf", "Ger")


def _shares(sentence: Sentence, token: int) -> bool:
    """True for a coordinated noun, infinitive or participle without an auxiliary: it shares the verb of the first."""
    if sentence.upos[token] == "NOUN":
        return True
    return sentence.feat(token, "VerbForm") in ("Inf", "Part") and not sentence.kids(token, "aux", "aux:pass")


def _is_carrier(sentence: Sentence, node: Node, head: int, cues: Cues) -> bool:
    """True for a light verb, or any infinitive with a noun not known yet ("para desencadenar ataques")."""
    if sentence.lemmas[head] in cues.carrying:
        return not (sentence.relations[node.token] == "nsubj" and _acts_on(sentence, head))
    noun = sentence.upos[node.token] == "NOUN" and not _known(sentence, node.token)
    return noun and sentence.labels[node.token] == "obj" and sentence.feat(head, "VerbForm") == "Inf"


def _acts_on(sentence: Sentence, verb: int) -> bool:
    """True for a verb with an object that is no part of it: "el ataque no tuvo eco", not "no tuvo lugar"."""
    return any(sentence.upos[c] == "NOUN" and sentence.low[c] not in _PARTS for c in sentence.kids(verb, "obj"))


def _known(sentence: Sentence, noun: int) -> bool:
    return any(sentence.lemmas[d] in ("el", "este", "ese", "aquel") for d in sentence.kids(noun, "det"))


def _links_on(sentence: Sentence, token: int, head: int, link: str, cues: Cues) -> bool:
    """True for a word that merely links: "inicio de", "acuerdos relacionados con"."""
    if link in ("amod", "acl"):
        return sentence.lemmas[token] in cues.passing
    return link in ("nmod", "obl") and sentence.lemmas[head] in cues.passing


def _open(sentence: Sentence, node: Node, link: str, cues: Cues) -> bool:
    """True if a governor of `node`, reached by `link`, may apply to the act."""
    verb = sentence.upos[node.token] in VERBAL
    if link in ("parataxis", "dep", "root") or (link == "acl" and heads_relative(sentence, node.token)):
        return False
    head = sentence.heads[node.token]
    if not node.step and link in ("amod", "acl") and _is_done(sentence, node.token, cues):
        return False
    if finite_verb(sentence, head) is not None and is_aside(sentence, node.token):
        return False  # below an infinitive it may be part of the plan: "quiere viajar tras reunirse"
    if link == "advcl" and _tells(sentence, node.token):
        return False
    if link in ("obl", "nmod", "obl:agent") and not _is_complement(sentence, node.token, sentence.lemmas[head], cues):
        return False
    if link == "nmod" and not _passes_on(sentence, head, cues):
        return False
    reports = sentence.lemmas[node.token] in cues.reporting and not node.carries  # "sostener una reunión" tells nothing
    if node.step and verb and (reports or link == "advcl"):
        return False
    if link in ("amod", "acl") and verb and sentence.lemmas[node.token] in cues.passing:
        return True
    plain = verb and not node.carries and node.link in AT_WORD
    return not plain or bool(cues.of("complement", sentence.lemmas[node.token]))


def _is_done(sentence: Sentence, token: int, cues: Cues) -> bool:
    """True for the participle that says what was done to a noun: "pidió levantar las sanciones impuestas"."""
    bare = sentence.feat(token, "VerbForm") == "Part" and not sentence.kids(token, "aux", "aux:pass", "cop")
    return bare and sentence.lemmas[token] not in cues.passing


def _tells(sentence: Sentence, token: int) -> bool:
    """True for an adverbial clause about what is or was: "porque lo detuvieron", "después de que lo detuvieran"."""
    verb = finite_verb(sentence, token)
    if verb is None or sentence.feat(verb, "Tense") == "Fut":
        return False
    later = any(sentence.low[m - 2 : m] in _LATER for m in sentence.kids(token, "mark"))
    return sentence.feat(verb, "Mood") == "Ind" or (later and sentence.feat(verb, "Tense") == "Imp")


def _is_complement(sentence: Sentence, token: int, head: str, cues: Cues) -> bool:
    case = sentence.kid(token, "case")
    word = "" if case is None else sentence.low[case]
    return not word or word in _COMPLEMENT or (word == "en" and head in cues.carrying)


def _passes_on(sentence: Sentence, noun: int, cues: Cues) -> bool:
    """True if the certainty of what depends on a noun is that of the noun: "the start of talks", not "the end of"."""
    lemma = sentence.lemmas[noun]
    return sentence.upos[noun] != "NOUN" or lemma in cues.passing or bool(cues.of("complement", lemma))
