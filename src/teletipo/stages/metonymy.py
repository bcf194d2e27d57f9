"""Metonymy: whether the name of a state or capital means its government or the place."""

from __future__ import annotations

from teletipo.referring import Referring
from teletipo.stages.names import Run
from teletipo.tree import Sentence

_POLITY_LABELS = frozenset({"nsubj", "nsubj:pass", "iobj"})


def reads_as_place(sentence: Sentence, run: Run, words: Referring) -> bool:
    """True if the name is where something is or goes; always for places that no state is called by."""
    state = run.entry("state")
    if state is None:
        return run.entry("place") is not None
    capital = run.entry("place") is not None
    head = head_token(sentence, run)
    case = preposition(sentence, run, words)
    if case in words.locative or case in words.locative_phrases:
        return True
    governor = sentence.heads[head]
    if case in ("a", "al") and governor >= 0 and sentence.lemmas[governor].lower() in words.motion:
        return True
    if not capital:
        return False
    if case in words.political:
        return False
    if case in ("de", "del") and sentence.forms[max(0, run.first - 2)].lower() != "parte":
        return governor < 0 or sentence.lemmas[governor].lower() not in (
            "gobierno",
            "régimen",
            "autoridad",
            "ejecutivo",
        )
    return case not in ("de", "del", "por") and not _acts(sentence, head)


def head_token(sentence: Sentence, run: Run) -> int:
    """The token of the name whose head lies outside it."""
    return next((t for t in range(run.first, run.last) if not run.first <= sentence.heads[t] < run.last), run.first)


def preposition(sentence: Sentence, run: Run, words: Referring) -> str | None:
    """The preposition, or phrase that works as one, before the name and its article."""
    before = run.first - 1
    while before >= 0 and sentence.upos[before] in ("DET", "PUNCT") and sentence.forms[before] not in (",", "(", ")"):
        before -= 1
    if before < 0:
        return None
    for size in (4, 3, 2):
        phrase = " ".join(sentence.forms[max(0, before - size + 1) : before + 1]).lower()
        if phrase.removesuffix("l") in words.locative_phrases or phrase in words.locative_phrases:
            return phrase.removesuffix("l") if phrase not in words.locative_phrases else phrase
    if sentence.upos[before] == "ADP":
        return sentence.forms[before].lower()
    head = head_token(sentence, run)
    if sentence.labels[head] == "conj" and sentence.heads[head] >= 0:
        first = sentence.heads[head]
        return next((sentence.forms[c].lower() for c in sentence.kids(first, "case")), None)
    return None


def _acts(sentence: Sentence, head: int) -> bool:
    """Subject of a verb, directly or as a member of a coordination."""
    node = head
    while sentence.labels[node] == "conj" and sentence.heads[node] >= 0:
        node = sentence.heads[node]
    return sentence.labels[node] in _POLITY_LABELS
