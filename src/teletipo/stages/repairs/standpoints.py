"""Clauses of "estar de acuerdo con X" and the like, which the parser reads as "estar" and a preposition before X."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo.morphology import Verbs
from teletipo.stages.repairs.change import Change
from teletipo.tree import Sentence

_BEING = frozenset({"estar", "poner", "mostrar", "declarar", "manifestar", "quedar"})
_AGREEING = frozenset({("de", "acuerdo"), ("en", "desacuerdo")})
_SIDES = frozenset({("a", "favor"), ("en", "contra")})
#: what a clause is in the place of a noun
_CLAUSAL = {"obj": "ccomp", "obl": "advcl", "nsubj": "csubj", "nmod": "acl"}
_REACH = 4  #: how many tokens before "de acuerdo" its verb stands at most: "está del todo de acuerdo"


def agreements(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Lima está de acuerdo con la retirada": the verb heads the clause, with "la retirada" as its oblique.

    Without this, "la retirada" heads the clause, as if Lima were what is said to be a retreat.
    """
    for noun in _fixed(sentence, _AGREEING):
        if (verb := _verb(sentence, noun - 1)) is not None:
            yield from _headed(sentence, verb, noun - 1)
            yield Change(noun, head=verb, label="obl")
            yield Change(noun - 1, head=noun, label="case")
            yield from _about(sentence, noun)


def sides(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Lima está a favor de la retirada", "en contra del pacto": as with other verbs ("se declaró a favor de")."""
    for noun in _fixed(sentence, _SIDES):
        verb = _verb(sentence, noun - 1)
        if verb is None or sentence.labels[verb] != "cop":
            continue
        if (what := _complement(sentence, noun - 1)) is not None:
            yield from _headed(sentence, verb, noun - 1)
            yield Change(what, head=verb, label="obl")


def _fixed(sentence: Sentence, openings: frozenset[tuple[str, str]]) -> Iterator[int]:
    """The second words of prepositions of several words that begin so."""
    if all(word not in sentence.low for _, word in openings):
        return
    for token in range(2, len(sentence)):
        fixed = sentence.labels[token] == "fixed" and sentence.heads[token] == token - 1
        if fixed and sentence.low[token - 1 : token + 1] in openings:
            yield token


def _verb(sentence: Sentence, preposition: int) -> int | None:
    """The verb before "de acuerdo", with nothing but adverbs between."""
    for token in range(preposition - 1, max(-1, preposition - 1 - _REACH), -1):
        if sentence.low_lemmas[token] in _BEING:
            return token
        if sentence.upos[token] != "ADV":
            return None
    return None


def _headed(sentence: Sentence, verb: int, preposition: int) -> Iterator[Change]:
    """The changes that make a verb, taken for a copula, head its clause."""
    if sentence.labels[verb] != "cop":
        return
    top = _complement(sentence, preposition) or preposition
    label = sentence.labels[top]
    yield Change(verb, head=sentence.heads[top], label=_CLAUSAL.get(label, label), upos="VERB")
    for child in {*sentence.children[sentence.heads[verb]], *sentence.children[top]}:
        before = child < verb or top == preposition or sentence.labels[child] == "punct"
        if before and child not in (verb, preposition) and sentence.labels[child] != "fixed":
            yield Change(child, head=verb)


def _about(sentence: Sentence, noun: int) -> Iterator[Change]:
    """What is agreed to: a noun behind "con", or a clause behind "con que" or "en"."""
    preposition = noun - 1
    what, label = _complement(sentence, preposition), "case"
    if what is not None:
        yield Change(what, head=noun, label="nmod")
    elif (what := next((t for t in sentence.kids(preposition, "advcl") if t > noun), None)) is not None:
        label = "mark"
        yield Change(what, head=noun, label="acl")
    opening = (t for t in sentence.kids(preposition, "fixed") if t > noun)
    yield from (Change(t, head=noun if what is None else what, label=label) for t in opening)


def _complement(sentence: Sentence, preposition: int) -> int | None:
    """The noun behind "de acuerdo con"; None where a clause follows or nothing."""
    head = sentence.heads[preposition]
    return head if head > preposition else None
