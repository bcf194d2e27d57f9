"""Scope: the cues of certainty that apply to an act, found along its spine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teletipo.grammar.finiteness import finite_verb
from teletipo.grammar.negation import denying_subject, negation
from teletipo.lexicon.certainty import Cue, Cues
from teletipo.records import Certainty, EventType
from teletipo.spans import Span
from teletipo.stages.scoping.conditions import HOLDS, has_feats, heads_relative
from teletipo.stages.scoping.spine import Node, spine
from teletipo.tags import NOUNS
from teletipo.tree import Sentence

#: from the strongest to the weakest, as in the definition of the labels
ORDER: tuple[Certainty, ...] = ("denied", "speculated", "possible", "proposed", "planned", "stated", "fact")

#: labels of what hangs on a node that carries the act and may be a cue
_MODIFIERS = frozenset(
    {"advmod", "amod", "det", "aux", "aux:pass", "mark", "case", "cc", "cop", "fixed", "nummod", "punct"}
)
#: those that coordinated predicates share with the first
_SHARED = frozenset({"aux", "mark", "case"})
#: verbs under which a participle says how it is with their object or subject
_LIGHT = frozenset({"tener", "dejar", "llevar", "quedar"})
_THEM = frozenset({"lo", "la", "los", "las", "le", "les"})
_GAP = 9  #: tokens between a conjunction of several words and its verb


class Hit(NamedTuple):
    """A cue that applies to the act."""

    cue: Cue
    label: Certainty
    span: Span
    token: int
    step: int


def hits(
    sentence: Sentence,
    token: int,
    cues: Cues,
    type_: EventType | None = None,
    *,
    reported: bool = False,
    carrier: int | None = None,
) -> tuple[Hit, ...]:
    """Every cue that applies to the word at `token`, nearest first; `carrier` is a known light verb above it."""
    found = []
    for node in spine(sentence, token, cues, carrier):
        for cue, at, span in _at(sentence, node, cues):
            host = token if cue.scope == "complement" else node.token
            if _suits(sentence, cue, host, at, type_):
                label = cue.reported if reported and cue.reported else cue.label
                if cue.scope == "complement" and negation(sentence, at) is not None:
                    label = cue.negated or label
                found.append(Hit(cue, label, span, at, node.step))
    return tuple(_asked(sentence, h, found, cues) if h.cue.asked else h for h in found)


def _asked(sentence: Sentence, hit: Hit, hits: Sequence[Hit], cues: Cues) -> Hit:
    """The hit with the label of what is asked for or supposed, if it is: "si decide atacar"."""
    conditions = (sentence.low[c] for c in sentence.kids(hit.token, "mark"))
    supposed = any(cue.label == "possible" for word in conditions for cue in cues.of("modifier", word))
    return hit._replace(label=hit.cue.asked or hit.label) if supposed or _is_asked(sentence, hit, hits) else hit


def _is_asked(sentence: Sentence, hit: Hit, hits: Sequence[Hit]) -> bool:
    """True for a cue on what is asked for or supposed: "pidió que no ataque", "si no ataca" leave it possible."""
    at = sentence.heads[hit.token]
    supposed = (h for h in hits if h.label == "possible" and sentence.labels[h.token] == "mark")
    if any(sentence.heads[h.token] == at for h in supposed):
        return True
    verb = finite_verb(sentence, at)
    if verb is not None and verb == at and has_feats(sentence, verb, "Mood=Sub|Tense=Pres"):
        return True
    asked = any(h.cue.scope == "complement" and h.label == "proposed" and h.step > hit.step for h in hits)
    return asked and (verb is None or sentence.feat(verb, "Mood") != "Ind")


def _at(sentence: Sentence, node: Node, cues: Cues) -> Iterator[tuple[Cue, int, Span]]:
    """Cues at one node of a spine, with their token and span."""
    if node.link == "setting":
        yield from (found for found in _forms(sentence, node.token, cues) if found[0].label in ("planned", "possible"))
        return
    if not node.step:
        yield from ((cue, node.token, sentence.span(node.token)) for cue in cues.of("own", sentence.lemmas[node.token]))
    else:
        for ruling in (node.token, *_predicatives(sentence, node.token)):
            found = cues.of("complement", sentence.lemmas[ruling])
            yield from ((cue, ruling, sentence.span(ruling)) for cue in found if node.link in cue.links)
    if node.carries and node.link != "conj" and sentence.upos[node.token] in NOUNS:
        yield from _participles(sentence, node.token, cues)
    reach: frozenset[str] = (_SHARED if node.link == "conj" else _MODIFIERS) if node.carries else frozenset()
    for child in sentence.children[node.token]:
        if sentence.labels[child] in reach or (reach and sentence.upos[child] == "INTJ"):
            for word in dict.fromkeys((sentence.low_lemmas[child], sentence.low[child])):
                yield from ((cue, child, sentence.span(child)) for cue in cues.of("modifier", word))
    if node.carries:
        if (nobody := denying_subject(sentence, node.token)) is not None:
            yield from ((cue, nobody, sentence.span(nobody)) for cue in cues.of("modifier", "no"))
        yield from _authors(sentence, node.token, cues)
        yield from _phrases(sentence, node.token, cues)
        yield from _forms(sentence, node.token, cues)


def _authors(sentence: Sentence, verb: int, cues: Cues) -> Iterator[tuple[Cue, int, Span]]:
    """Cues that depend on the doer ("presuntos guerrilleros mataron a")."""
    for author in sentence.kids(verb, "nsubj", "obl:agent"):
        for word in sentence.kids(author, "amod", "det"):
            yield from ((cue, word, sentence.span(word)) for cue in cues.of("author", sentence.low_lemmas[word]))


def _predicatives(sentence: Sentence, verb: int) -> Iterator[int]:
    """Participles beside a light verb's object ("tiene previsto viajar") or subject ("la visita quedó suspendida")."""
    if sentence.lemmas[verb] not in _LIGHT:
        return
    for child in sentence.kids(verb, "iobj", "obj", "xcomp", "amod"):
        if sentence.feat(child, "VerbForm") == "Part":
            yield child


def _participles(sentence: Sentence, noun: int, cues: Cues) -> Iterator[tuple[Cue, int, Span]]:
    """Cues that follow the noun as its participle or relative clause ("la reunión prevista", "que se celebrará")."""
    for clause in sentence.kids(noun, "amod", "acl"):
        if sentence.feat(clause, "VerbForm") == "Part" and finite_verb(sentence, clause) is None:
            found = cues.of("complement", sentence.lemmas[clause])
            yield from ((c, clause, sentence.span(clause)) for c in found if "nsubj:pass" in c.links)
        elif sentence.lemmas[clause] in cues.carrying and heads_relative(sentence, clause):
            if any(sentence.low[c] in _THEM for c in sentence.kids(clause, "obj")):
                continue  # "la gira que lo llevará a Lima" has begun
            yield from _forms(sentence, clause, cues)
            for word in sentence.kids(clause, "advmod", "obl"):
                soon = (c for c in cues.of("modifier", sentence.low[word]) if c.label == "planned")
                yield from ((c, word, sentence.span(word)) for c in soon)


def _phrases(sentence: Sentence, token: int, cues: Cues) -> Iterator[tuple[Cue, int, Span]]:
    """Multiword cues that precede the verb or noun with no other verb between, or depend on it.

    Of those that begin at the same word only the longest counts. A conjunction ("antes de que") precedes its own verb.
    """
    for first in range(max(0, token - _GAP), min(len(sentence), token + _GAP)):
        matched = [(p, c) for p, c in cues.phrases.get(sentence.low[first], ()) if _begins(sentence, first, p)]
        for phrase, cue in (found for found in matched if found[0] == matched[0][0]):
            last = first + len(phrase)
            hangs = last <= token or phrase[-1] != "que"
            if _leads(sentence, last, token) or (hangs and any(_hangs(sentence, t, token) for t in range(first, last))):
                yield cue, first, sentence.span(first, last)


def _begins(sentence: Sentence, first: int, phrase: tuple[str, ...]) -> bool:
    return sentence.low[first : first + len(phrase)] == phrase


def _leads(sentence: Sentence, last: int, token: int) -> bool:
    between = range(last, token)
    return last <= token and all(sentence.upos[t] != "VERB" and sentence.forms[t] not in ",;" for t in between)


def _hangs(sentence: Sentence, part: int, token: int) -> bool:
    return sentence.heads[part] == token and sentence.labels[part] in ("advmod", "obl", "mark", "case")


def _forms(sentence: Sentence, token: int, cues: Cues) -> Iterator[tuple[Cue, int, Span]]:
    """Cues that are the form of the verb at `token`; modal auxiliaries speak for themselves."""
    verb = finite_verb(sentence, token)
    if verb is None or (verb != token and cues.of("modifier", sentence.lemmas[verb])):
        return
    for cue in cues.forms:
        helper = not cue.lemmas or (sentence.lemmas[verb] in cue.lemmas and verb != token)
        if helper and has_feats(sentence, verb, cue.feats):
            yield cue, verb, sentence.span(verb)


def _suits(sentence: Sentence, cue: Cue, act: int, at: int, type_: EventType | None) -> bool:
    """True if the cue's own conditions hold for this act."""
    noun = sentence.upos[act] in NOUNS
    if (cue.act and (cue.act == "NOUN") != noun) or (cue.types and type_ and type_ not in cue.types):
        return False
    if cue.not_before and at + 1 < len(sentence) and sentence.low[at + 1] in cue.not_before.split():
        return False
    if cue.scope != "form" and not has_feats(sentence, at, cue.feats):
        return False
    return all(HOLDS[c](sentence, act, at) for c in cue.when)
