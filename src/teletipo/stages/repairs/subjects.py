"""Subjects that the parser attached to the adjunct before them: "En un mensaje a la radio, la ministra anunció …"."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo.grammar.finiteness import finite_verb
from teletipo.grammar.groups import number_of
from teletipo.morphology import Verbs
from teletipo.stages.repairs.change import Change, cases
from teletipo.tags import NOUNS
from teletipo.tree import Sentence

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl:pass", "expl:impers")
_FRONTED = frozenset({"obl", "advmod", "advcl"})
_LOOSE = frozenset({"appos", "obj", "conj", "nmod", "obl"})  #: what a subject becomes in an adjunct


def subjects_in_adjuncts(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "En su cuenta de X, [el puerto] informó …", "al abrir el foro, [Ana Ruiz], su jefa, dijo …".

    An apposition to the adjunct has a comma behind it ("en la capital, Lima, anunció …"), so without one, or with a
    name and a description of somebody between two, the phrase can only be the subject.
    """
    if "," not in sentence.forms:
        return
    for verb, upos in enumerate(sentence.upos):
        finite = finite_verb(sentence, verb) if upos == "VERB" else None
        if finite is None or sentence.kids(verb, *_SUBJECTS) or sentence.labels[verb].startswith("acl"):
            continue
        first = min(verb, finite, *sentence.kids(verb, "aux", "aux:pass"))
        adjuncts = [c for c in sentence.children[verb] if c < first and sentence.labels[c] in _FRONTED]
        below = {t for c in adjuncts for t in sentence.subtree(c)}
        if (subject := _before(sentence, first, below)) is not None and _agrees(sentence, subject, finite):
            yield Change(subject, head=verb, label="nsubj")


def _agrees(sentence: Sentence, subject: int, finite: int) -> bool:
    number = number_of(sentence, subject)
    return sentence.feat(finite, "Person") == "3" and number in (None, sentence.feat(finite, "Number"))


def _before(sentence: Sentence, verb: int, below: set[int]) -> int | None:
    """The head of the phrase between a comma and the verb that hangs in the adjunct; None if it may be apposed."""
    closed = sentence.forms[verb - 1] == ","
    last = verb - 1 - closed
    for comma in range(last - 1, 0, -1):
        if sentence.forms[comma] != "," or sentence.upos[comma + 1] == "CCONJ":
            continue
        head = _head(sentence, comma, last, below)
        subject = head is not None and _is_subject(sentence, head)
        if subject and (not closed or _is_described(sentence, comma + 1, last)):
            return head
        inserted = sentence.upos[comma + 1] == "ADP"  # "Soto, en rueda de prensa, dijo"
        if not closed or (head is None and not inserted):
            return None
    return None


def _head(sentence: Sentence, comma: int, last: int, below: set[int]) -> int | None:
    """The first word between that hangs on something before the comma, in the adjunct."""
    outer = [t for t in range(comma + 1, last + 1) if sentence.heads[t] < comma and sentence.upos[t] != "PUNCT"]
    if not outer or any(t not in below or sentence.upos[t] in ("VERB", "AUX", "ADV", "ADP") for t in outer):
        return None
    return outer[0]


def _is_subject(sentence: Sentence, head: int) -> bool:
    """True for a name, or a noun that its determiner or its number tells from a post."""
    if sentence.upos[head] not in NOUNS or sentence.labels[head] not in _LOOSE or cases(sentence, head):
        return False
    return (
        sentence.upos[head] == "PROPN"
        or bool(sentence.kids(head, "det", "nummod"))
        or sentence.feat(head, "Number") == "Plur"
    )


def _is_described(sentence: Sentence, first: int, last: int) -> bool:
    """True for "Ana Ruiz, jefa del puerto" and "la jefa del puerto, Ana Ruiz"."""
    commas = [t for t in range(first, last) if sentence.forms[t] == ","]
    begins = {first, *(t + 1 for t in commas[:1])}
    return bool(commas) and any(name.kind == "PER" and name.first in begins for name in sentence.names)
