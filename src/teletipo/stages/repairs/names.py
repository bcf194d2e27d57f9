"""Names and the words next to them: datelines, prefixed nouns, names joined to other names or taken for verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teletipo.grammar.datelines import dateline
from teletipo.morphology import Verbs
from teletipo.morphology.participles import masculine_singular
from teletipo.stages.repairs.change import Change, cases, frame_of
from teletipo.tags import NOMINAL, VERBAL
from teletipo.tree import Sentence

#: prepositions that never join the parts of one name; "al" does in Arabic ones ("Bashar al Assad")
_CUTTING = frozenset({"a", "con", "contra", "hacia", "ante"})
_ROMAN = re.compile("[IVXLC]+")
_CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "advcl", "parataxis"})


def dateline_heads(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Lima, 23 may (EFE).- El ministro dijo": the city is not the subject; its dependents take its place."""
    end = dateline(sentence)
    if not end:
        return
    named = (t for t in range(end) if sentence.upos[t] == "VERB" and sentence.capitals[t])
    yield from (Change(t, lemma=sentence.forms[t], upos="PROPN") for t in named)  # "Lima.-" by itself
    hanging = [t for t in range(end, len(sentence)) if 0 <= sentence.heads[t] < end]
    tops = [t for t in range(end) if not 0 <= sentence.heads[t] < end]
    if not hanging or not tops:
        yield from (Change(t, None, "parataxis") for t in tops if sentence.labels[t] == "nsubj")
        return
    top = tops[0]
    heir = next((t for t in hanging if sentence.upos[t] in ("NOUN", "PROPN", "VERB", "PRON", "ADJ")), hanging[0])
    yield Change(heir, sentence.heads[top], sentence.labels[top])
    yield Change(top, heir, "parataxis")
    for token in hanging:
        if token != heir:
            yield Change(token, heir)


def verbal_names(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Declaró Macron tras la reunión": a capitalised word that is no form of a known verb is a name.

    If it was parsed as a clause right after a verb, it is that verb's subject, and its dependents become the verb's.
    """
    for token, tag in enumerate(sentence.upos):
        if tag not in VERBAL or not _is_name(sentence, token, verbs):
            continue
        head, label = sentence.heads[token], sentence.relations[token]
        subject = not token or (head == token - 1 and label in _CLAUSAL)
        yield Change(token, label="nsubj" if subject else None, lemma=sentence.forms[token], upos="PROPN")
        for child in sentence.children[token] if 0 <= head < token else ():
            if sentence.relations[child] in ("advcl", "advmod", "obl") and child > token:
                yield Change(child, head=head)


def _is_name(sentence: Sentence, token: int, verbs: Verbs) -> bool:
    form = sentence.forms[token]
    inside = token > 0 and sentence.forms[token - 1].isalpha() and sentence.upos[token - 1] != "PROPN"
    opening = not token and sentence.labels[0] in ("nsubj", "csubj")
    return (inside or opening) and form.istitle() and form.isalpha() and verbs.infinitive(form) is None


def adjectives(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "La diplomacia paraguaya", "su homólogo estonio": nationalities taken for a name or for the noun."""
    for token, label in enumerate(sentence.labels):
        if label not in ("appos", "amod"):
            continue
        above = sentence.heads[token]
        if label == "appos" and sentence.upos[token] == "PROPN" and above < token and sentence.forms[token].islower():
            if sentence.upos[token - 1] in ("NOUN", "ADJ"):
                yield Change(token, label="amod", upos="ADJ")
        elif label == "amod" and above == token + 1 and sentence.low[token] in sentence.valency.nominal:
            yield Change(token, sentence.heads[above], sentence.labels[above], upos="NOUN")
            yield Change(above, token, "amod" if sentence.forms[above].islower() else "appos")
            yield from (Change(c, token) for c in sentence.children[above] if c != token)


def nouns_behind(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "El ex general huyó", "Presuntos guerrilleros huyeron": the noun heads the phrase, not the word before it."""
    if sentence.valency.prefixed.isdisjoint(sentence.low):
        return
    for token, form in enumerate(sentence.low[:-1]):
        noun = token + 1
        if form not in sentence.valency.prefixed or sentence.upos[noun] not in NOMINAL:
            continue
        if form != "ex" and noun in (sentence.heads[token], *sentence.children[token]):
            yield Change(token, label="amod", lemma=masculine_singular(form), upos="ADJ")
        if sentence.heads[noun] == token:
            yield Change(noun, sentence.heads[token], sentence.labels[token], upos="NOUN")
            yield Change(token, noun, "amod")
            for child in sentence.children[token]:
                if child != noun:
                    yield Change(child, noun)


def torn_persons(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "De la CIA Edward Snowden": a person's name joined to another name becomes an apposition of the noun."""
    for name in sentence.names:
        span = range(name.first, name.last)
        host = sentence.heads[name.first]
        plain = len(span) > 1 and all(sentence.upos[t] == "PROPN" for t in span)
        if name.kind != "PER" or not plain or sentence.labels[name.first] != "flat" or host in span or host < 0:
            continue
        noun = sentence.heads[host]
        framed = noun >= 0 and sentence.upos[noun] == "NOUN" and cases(sentence, host)
        if host < name.first and framed and not _ROMAN.fullmatch(sentence.forms[host]):
            yield Change(name.first, head=noun, label="appos")
            yield from (Change(t, head=name.first) for t in span[1:] if sentence.heads[t] not in span)


def loose_names(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """A `flat` child with a preposition that no name contains is moved out of the name."""
    if "flat" not in sentence.labels:
        return
    for token, label in enumerate(sentence.labels):
        if label == "flat" and any(sentence.forms[c] in _CUTTING for c in sentence.kids(token, "case")):
            frame = frame_of(sentence, sentence.heads[token], verbs)
            if frame is not None:
                yield Change(token, head=frame, label="nmod" if sentence.upos[frame] == "NOUN" else "obl")
