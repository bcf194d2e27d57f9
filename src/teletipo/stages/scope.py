"""Scope: which cues of certainty have a word in their scope, found by climbing the dependency tree.

From the act upwards runs its *spine*. A node of the spine *carries* the act if its tense, mood and negation are the
act's own: the act itself, a light or aspectual verb above it, the first of coordinated infinitives.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from teletipo.lexicon.certainty import Cue, Cues
from teletipo.records import Certainty, EventType
from teletipo.spans import Span
from teletipo.stages.conditions import HOLDS, finite, has_feats, is_relative, negation
from teletipo.tree import Sentence

#: from the strongest to the weakest, as in the definition of the labels
ORDER: tuple[Certainty, ...] = ("denied", "speculated", "possible", "proposed", "planned", "stated", "fact")

_CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "acl"})
_NOMINAL = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod", "iobj", "obl:agent"})
_MODIFIERS = frozenset({"advmod", "amod", "det", "aux", "aux:pass", "mark", "case", "cc", "cop", "fixed", "nummod"})
_SHARED = frozenset({"aux", "mark", "case"})
#: prepositions of complements; an adjunct of time or place ("tras", "durante") is under no governor's cue
_COMPLEMENT = frozenset({"a", "al", "con", "de", "del", "para", "por", "sobre", "contra", "hacia", "hasta"})
_REACH = 6  #: nodes of a spine; farther governors were never decisive on the training articles
_GAP = 9  #: tokens between a conjunction of several words and its verb


class Node(NamedTuple):
    """A token of a spine: reached by `link` (the label of the node below), `step` edges above the act."""

    token: int
    link: str
    step: int
    carries: bool


class Hit(NamedTuple):
    """A cue that has the act in its scope."""

    cue: Cue
    label: Certainty
    span: Span
    token: int
    step: int


def spine(sentence: Sentence, token: int, cues: Cues, carrier: int | None = None) -> Iterator[Node]:
    """The act and the words above it whose meaning may reach down to it, nearest first."""
    node = Node(token, "", 0, True)
    while node.step < _REACH:
        yield node
        link, head = sentence.labels[node.token], sentence.heads[node.token]
        if link == "conj" and _adds(sentence, node.token):
            head = _enumeration(sentence, node.token)
        if head < 0 or not _open(sentence, node, link, cues):
            if _is_setting(sentence, node, link):
                yield Node(head, "setting", node.step + 1, False)
            return
        if _is_part(sentence, node, link, cues):
            yield Node(head, "setting", node.step + 1, False)
        if link == "conj":
            carries = node.carries and _shares(sentence, node.token)
        else:
            light = link in _NOMINAL | _CLAUSAL and (head == carrier or _is_carrier(sentence, node, head, cues))
            carries = node.carries and (light or _links_on(sentence, node.token, head, link, cues))
        node = Node(head, link, node.step + 1, carries)


def _adds(sentence: Sentence, token: int) -> bool:
    """True for a noun added to an enumeration by "así como" or "además de"."""
    openers = (c for c in sentence.kids(token, "cc", "case", "mark", "advmod") if c < token)
    added = (("así", "como"), ("además", "de"))
    noun = sentence.upos[token] in ("NOUN", "PROPN")
    return noun and any(sentence.low[c : c + 2] in added for c in openers)


def _enumeration(sentence: Sentence, token: int) -> int:
    """The noun that an enumeration starts from: the parser often hangs what is added on the nearest noun before it."""
    head = sentence.heads[token]
    for above in sentence.ancestors(head):
        nominal = sentence.upos[above] in ("NOUN", "PROPN", "ADJ") or sentence.labels[above] == "amod"
        if not nominal or finite(sentence, above) is not None:
            break
        head = above
    return head


def _is_setting(sentence: Sentence, node: Node, link: str) -> bool:
    """True for a noun that frames a verb in time ("durante la visita hablarán"): they share their time."""
    case = sentence.kid(node.token, "case")
    during = case is not None and sentence.low[case] in ("durante", "en")
    return link == "obl" and during and node.carries and sentence.upos[sentence.heads[node.token]] == "VERB"


def _is_part(sentence: Sentence, node: Node, link: str, cues: Cues) -> bool:
    """True for a noun or an aim that is not yet real if its verb is not ("una visita reforzaría", "irá para pedir")."""
    head = sentence.heads[node.token]
    verb = sentence.upos[head] == "VERB" and sentence.lemmas[head] not in cues.carrying | cues.reporting
    if not (verb and node.carries):
        return False
    if sentence.upos[node.token] == "NOUN":
        return link in ("nsubj", "nsubj:pass") or (link == "obj" and not _known(sentence, node.token))
    return link == "advcl" and sentence.feat(node.token, "VerbForm") in ("Inf", "Ger")


def _shares(sentence: Sentence, token: int) -> bool:
    """True for a coordinated noun, infinitive or participle without an auxiliary: it shares the verb of the first."""
    if sentence.upos[token] == "NOUN":
        return True
    return sentence.feat(token, "VerbForm") in ("Inf", "Part") and not sentence.kids(token, "aux", "aux:pass")


def _is_carrier(sentence: Sentence, node: Node, head: int, cues: Cues) -> bool:
    """A light verb, or any infinitive with a noun that is not yet known ("para desencadenar ataques")."""
    if sentence.lemmas[head] in cues.carrying:
        return True
    noun = sentence.upos[node.token] == "NOUN" and not _known(sentence, node.token)
    return noun and sentence.labels[node.token] == "obj" and sentence.feat(head, "VerbForm") == "Inf"


def _known(sentence: Sentence, noun: int) -> bool:
    return any(sentence.lemmas[d] in ("el", "este", "ese", "aquel") for d in sentence.kids(noun, "det"))


def _links_on(sentence: Sentence, token: int, head: int, link: str, cues: Cues) -> bool:
    """True on the way through a word that only links: "inicio de", "acuerdos relacionados con"."""
    if link in ("amod", "acl"):
        return sentence.lemmas[token] in cues.passing
    return link in ("nmod", "obl") and sentence.lemmas[head] in cues.passing


def _open(sentence: Sentence, node: Node, link: str, cues: Cues) -> bool:
    """True if a governor of `node` by `link` may have the act in its scope."""
    verb = sentence.upos[node.token] in ("VERB", "AUX")
    if link in ("parataxis", "dep", "root") or (link == "acl" and is_relative(sentence, node.token)):
        return False
    head = sentence.heads[node.token]
    if link in ("obl", "nmod", "obl:agent") and not _is_complement(sentence, node.token, sentence.lemmas[head], cues):
        return False
    if link == "nmod" and not _passes_on(sentence, head, cues):
        return False
    if node.step and verb and (sentence.lemmas[node.token] in cues.reporting or link == "advcl"):
        return False
    if link in ("amod", "acl") and verb and sentence.lemmas[node.token] in cues.passing:
        return True
    plain = verb and not node.carries and node.link in _NOMINAL
    return not plain or bool(cues.of("complement", sentence.lemmas[node.token]))


def _is_complement(sentence: Sentence, token: int, head: str, cues: Cues) -> bool:
    case = sentence.kid(token, "case")
    word = "" if case is None else sentence.low[case]
    return not word or word in _COMPLEMENT or (word == "en" and head in cues.carrying)


def _passes_on(sentence: Sentence, noun: int, cues: Cues) -> bool:
    """True if the certainty of what depends on a noun is that of the noun: "the start of talks", not "the end of"."""
    lemma = sentence.lemmas[noun]
    return sentence.upos[noun] != "NOUN" or lemma in cues.passing or bool(cues.of("complement", lemma))


def hits(
    sentence: Sentence,
    token: int,
    cues: Cues,
    type_: EventType | None = None,
    *,
    reported: bool = False,
    carrier: int | None = None,
) -> tuple[Hit, ...]:
    """Every cue that has the word at `token` in its scope, nearest first; `carrier` is a known light verb above it."""
    found = []
    for node in spine(sentence, token, cues, carrier):
        for cue, at, span in _at(sentence, node, cues):
            host = token if cue.scope == "complement" else node.token
            if _suits(sentence, cue, host, at, type_):
                label = cue.reported if reported and cue.reported else cue.label
                if cue.scope == "complement" and negation(sentence, at) is not None:
                    label = cue.negated or label
                found.append(Hit(cue, label, span, at, node.step))
    return tuple(found)


def _at(sentence: Sentence, node: Node, cues: Cues) -> Iterator[tuple[Cue, int, Span]]:
    """Cues at one node of a spine, with their token and span."""
    if node.link == "setting":
        yield from (found for found in _forms(sentence, node.token, cues) if found[0].label in ("planned", "possible"))
        return
    if node.step:
        for ruling in (node.token, *_predicatives(sentence, node.token)):
            found = cues.of("complement", sentence.lemmas[ruling])
            yield from ((cue, ruling, sentence.span(ruling)) for cue in found if node.link in cue.links)
    if node.carries and node.link != "conj" and sentence.upos[node.token] in ("NOUN", "PROPN"):
        yield from _participles(sentence, node.token, cues)
    reach: frozenset[str] = (_SHARED if node.link == "conj" else _MODIFIERS) if node.carries else frozenset()
    for child in sentence.children[node.token]:
        if sentence.labels[child] in reach:
            for word in dict.fromkeys((sentence.low_lemmas[child], sentence.low[child])):
                yield from ((cue, child, sentence.span(child)) for cue in cues.of("modifier", word))
    if node.carries:
        yield from _phrases(sentence, node.token, cues)
        yield from _forms(sentence, node.token, cues)


def _predicatives(sentence: Sentence, verb: int) -> Iterator[int]:
    """Participles beside the object of a light verb ("tiene previsto viajar", "tiene prevista una visita")."""
    for child in sentence.kids(verb, "iobj", "obj", "xcomp", "amod"):
        if sentence.feat(child, "VerbForm") == "Part" and sentence.lemmas[verb] in ("tener", "dejar", "llevar"):
            yield child


def _participles(sentence: Sentence, noun: int, cues: Cues) -> Iterator[tuple[Cue, int, Span]]:
    """Cues that follow the noun as its participle or relative clause ("la reunión prevista", "que se celebrará")."""
    for clause in sentence.kids(noun, "amod", "acl"):
        if sentence.feat(clause, "VerbForm") == "Part" and finite(sentence, clause) is None:
            found = cues.of("complement", sentence.lemmas[clause])
            yield from ((c, clause, sentence.span(clause)) for c in found if "nsubj:pass" in c.links)
        elif sentence.lemmas[clause] in cues.carrying and is_relative(sentence, clause):
            yield from _forms(sentence, clause, cues)
            for word in sentence.kids(clause, "advmod", "obl"):
                soon = (c for c in cues.of("modifier", sentence.low[word]) if c.label == "planned")
                yield from ((c, word, sentence.span(word)) for c in soon)


def _phrases(sentence: Sentence, token: int, cues: Cues) -> Iterator[tuple[Cue, int, Span]]:
    """Multiword cues that stand before the verb or noun with no other verb between, or hang on it."""
    for first in range(max(0, token - _GAP), min(len(sentence), token + _GAP)):
        for phrase, cue in cues.phrases.get(sentence.low[first], ()):
            last = first + len(phrase)
            if sentence.low[first:last] != phrase:
                continue
            if _leads(sentence, last, token) or any(_hangs(sentence, t, token) for t in range(first, last)):
                yield cue, first, sentence.span(first, last)
            break


def _leads(sentence: Sentence, last: int, token: int) -> bool:
    between = range(last, token)
    return last <= token and all(sentence.upos[t] != "VERB" and sentence.forms[t] not in ",;" for t in between)


def _hangs(sentence: Sentence, part: int, token: int) -> bool:
    return sentence.heads[part] == token and sentence.labels[part] in ("advmod", "obl", "mark", "case")


def _forms(sentence: Sentence, token: int, cues: Cues) -> Iterator[tuple[Cue, int, Span]]:
    """Cues that are the form of the verb at `token`; modal auxiliaries speak for themselves."""
    verb = finite(sentence, token)
    if verb is None or (verb != token and cues.of("modifier", sentence.lemmas[verb])):
        return
    for cue in cues.forms:
        helper = not cue.lemmas or (sentence.lemmas[verb] in cue.lemmas and verb != token)
        if helper and has_feats(sentence, verb, cue.feats):
            yield cue, verb, sentence.span(verb)


def _suits(sentence: Sentence, cue: Cue, act: int, at: int, type_: EventType | None) -> bool:
    """True if the cue's own conditions hold for this act."""
    noun = sentence.upos[act] in ("NOUN", "PROPN")
    if (cue.act and (cue.act == "NOUN") != noun) or (cue.types and type_ and type_ not in cue.types):
        return False
    if cue.not_before and at + 1 < len(sentence) and sentence.low[at + 1] in cue.not_before.split():
        return False
    if cue.scope != "form" and not has_feats(sentence, at, cue.feats):
        return False
    return all(HOLDS[c](sentence, act, at) for c in cue.when)
