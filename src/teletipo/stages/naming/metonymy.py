"""Metonymy: whether the name of a state or capital stands for a polity that acts, or for a place."""

from __future__ import annotations

from typing import Literal

from teletipo.grammar.groups import is_alone
from teletipo.lexicon.referring import Referring
from teletipo.stages.naming.names import Run
from teletipo.tags import VERBAL
from teletipo.tree import Sentence

Reading = Literal["acts", "belongs", "place"]

_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj"})

_POST = 3  #: tokens before a name within which its envoy stands: "el embajador peruano en Quito"


def reads_as_place(sentence: Sentence, run: Run, words: Referring) -> bool:
    """True if the name is where something is or goes; always for places that are neither state nor body."""
    if run.entry("state") is None and run.seated is None:
        return run.entry("place") is not None
    reading = read(sentence, run, words)
    capital = run.entry("place") is not None
    if reading == "belongs" and capital:
        return sentence.low_lemmas[sentence.heads[top(sentence, run)]] not in words.governing
    return reading == "place"


def read(sentence: Sentence, run: Run, words: Referring) -> Reading:
    """How the name is used: "Pekín protestó" acts, "el sur de Rusia" belongs, "en Moscú" is a place."""
    node, case = top(sentence, run), preposition(sentence, run, words)
    governor, label = sentence.heads[node], sentence.labels[node]
    above = sentence.low_lemmas[governor] if governor >= 0 else ""
    if case in words.political_phrases:
        return "acts"
    first = min(run.first, node)  # of a list
    if case == "en" and not words.accredited.isdisjoint(sentence.low_lemmas[max(0, first - _POST) : first]):
        return "acts"
    if case in words.locative or case in words.locative_phrases:
        return "place"
    if governor >= 0 and above in words.collective and (label == "appos" or case == "como"):
        return "acts"
    if case is None:
        return _bare(sentence, node, run, words)
    if case in ("a", "al"):
        given = governor >= 0 and sentence.upos[governor] == "PROPN" and label == "nmod"
        if given or _receives(sentence, governor, words):
            return "acts"
        if above not in words.motion and (label == "iobj" or above in words.speaking or above in words.affecting):
            return "acts"
        return _to(label, above, words, capital=run.entry("place") is not None)
    if case in ("de", "del"):
        acting = above in words.acting or (above == "parte" and sentence.low[governor] == "parte")
        if above in sentence.valency.meetings and run.entry("place") is not None:
            return "belongs" if is_alone(sentence, governor, node) else "acts"
        return "acts" if acting and case == "de" and label in ("nmod", "obl", "flat") else "belongs"
    if case == "entre" and run.entry("place") is not None:
        return "acts" if above in words.mutual else "place"
    agent = case == "por" and governor >= 0 and "VerbForm=Part" in sentence.feats[governor]
    if case in words.political or label == "obl:agent" or agent:
        return "place" if above in words.bordering else "acts"
    return "belongs" if run.entry("place") is None else "place"


def _bare(sentence: Sentence, node: int, run: Run, words: Referring) -> Reading:
    """Without a preposition: a subject acts unless its verb only describes it."""
    label, verb = sentence.labels[node], sentence.heads[node]
    if label in _SUBJECT:
        does = sentence.upos[verb] in VERBAL and sentence.low_lemmas[verb] not in words.stative
        return "acts" if does else "belongs"
    if label == "iobj":
        return "acts"
    if label == "obj":
        moved = sentence.low_lemmas[verb] in words.motion
        return "place" if moved or run.entry("place") is not None else "acts"
    return "place" if run.entry("place") is not None else "belongs"


def _receives(sentence: Sentence, governor: int, words: Referring) -> bool:
    """True if what follows "a" receives something from the verb above it, or from the verb of the object above it."""
    if governor < 0:
        return False
    verb, objects = governor, sentence.kids(governor, "obj")
    if sentence.upos[governor] == "NOUN" and sentence.labels[governor] in ("obj", "nsubj"):
        verb, objects = sentence.heads[governor], (governor,)
    if verb < 0 or sentence.upos[verb] != "VERB":
        return False
    lemma = sentence.low_lemmas[verb]
    sent = lemma in words.sending and any(sentence.low_lemmas[t] in words.shipped for t in objects)
    return sent or lemma in words.giving


def _to(label: str, above: str, words: Referring, *, capital: bool) -> Reading:
    """After "a": the goal of motion, a capital and loosely attached names are places; others act."""
    if above in words.motion or capital:
        return "place"
    if label == "nmod":
        return "acts" if above in words.acting else "place"
    return "place" if label == "obl" else "acts"


def top(sentence: Sentence, run: Run) -> int:
    """The token that carries the name's function: its head, or that of its coordination."""
    node = head_token(sentence, run)
    while (
        sentence.labels[node] == "conj" and sentence.heads[node] >= 0 and sentence.upos[sentence.heads[node]] != "VERB"
    ):
        node = sentence.heads[node]
    return node


def head_token(sentence: Sentence, run: Run) -> int:
    """The token of the name whose head lies outside it."""
    return next((t for t in range(run.first, run.last) if not run.first <= sentence.heads[t] < run.last), run.first)


def preposition(sentence: Sentence, run: Run, words: Referring) -> str | None:
    """The preposition (or prepositional phrase) before the name, shared within a coordination."""
    before = run.first - 1
    while before >= 0 and sentence.upos[before] in ("DET", "PUNCT") and sentence.forms[before] not in (",", "(", ")"):
        before -= 1
    if before < 0:
        return None
    for size in (4, 3, 2):
        phrase = " ".join(sentence.forms[max(0, before - size + 1) : before + 1]).lower()
        if phrase.endswith(("del", "al")):
            phrase = phrase[:-1]
        if phrase in words.locative_phrases or phrase in words.political_phrases:
            return phrase
    if sentence.upos[before] == "ADP" or sentence.low[before] in ("como", "según"):
        return sentence.low[before]
    node = top(sentence, run)
    if not run.first <= node < run.last:
        return next((sentence.low[c] for c in sentence.kids(node, "case")), None)
    return None
