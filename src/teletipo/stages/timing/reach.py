"""Reach: how far a time expression reaches in the tree, and what may stand between it and an act."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo.clauses import clause, is_clause
from teletipo.grammar.finiteness import is_finite
from teletipo.grammar.groups import stands_under_de
from teletipo.stages.timing.clocks import WITHIN_A_DAY, Clock, Words
from teletipo.stages.timing.mainline import goes_with
from teletipo.tags import NOMINAL, NOUNS
from teletipo.timex.expression import Timex
from teletipo.tree import Sentence

#: Adverbs that put one clause before or after another.
_ORDER = frozenset(["antes", "después", "luego"])


def above(time: Clock, words: Words) -> Iterator[int]:
    """The words a time may date: its ancestors up to the verb of its clause, and what a relative clause modifies.

    From a relative clause it reaches a verb above only for what happened then ("habló en la cumbre que se celebró
    ayer"), and goes past the noun modified only over "de" ("la cumbre de jefes de Estado que se celebró ayer", but not
    "el apoyo al presidente, que habló ayer"); from "por el incidente de ayer" it reaches none.
    """
    sentence, token = time.place
    if is_clause(sentence, token):
        yield token
    relative, below = False, token
    for node in sentence.ancestors(token):
        verbal = is_clause(sentence, node)
        if relative and not is_clause(sentence, below):
            further = goes_with(sentence, token, node, words) if verbal else stands_under_de(sentence, below)
            if not further:
                return
        yield node
        if verbal and not sentence.labels[node].startswith("acl"):
            return
        if not verbal and not _within(time, node) and stands_aside(sentence, node, words, "apart"):
            return
        relative, below = relative or (verbal and is_finite(sentence, node)), node


def _within(time: Clock, token: int) -> bool:
    return time.timex.start <= time.place.sentence.starts[token] < time.timex.end


def stands_aside(sentence: Sentence, noun: int, words: Words, which: str = "aside") -> bool:
    """True for what an act is about or comes after: "por el incidente", "tras la visita".

    `which` names the list of prepositions allowed.
    """
    return not words[which].isdisjoint(sentence.low[c] for c in sentence.kids(noun, "case"))


def completes(sentence: Sentence, token: int, noun: int) -> bool:
    """True if `token` depends on `noun` through nouns only."""
    node = token
    while node != noun and sentence.labels[node] == "nmod":
        node = sentence.heads[node]
    return node == noun != token


def inside(one: Timex, other: Timex) -> bool:
    """True if `one` is a shorter period within `other`."""
    if not (one.begin and one.finish and other.begin and other.finish):
        return False
    within = other.begin <= one.begin and one.finish <= other.finish
    return within and (one.begin, one.finish) != (other.begin, other.finish)


def first(sentence: Sentence, token: int, words: Words) -> int:
    """The first member of `token`'s coordination, above what measures it ("días de combates")."""
    while sentence.labels[token] == "conj" or _is_measured(sentence, token, words):
        token = sentence.heads[token]
    return token


def _is_measured(sentence: Sentence, noun: int, words: Words) -> bool:
    return sentence.labels[noun] == "nmod" and sentence.low_lemmas[sentence.heads[noun]] in words["measures"]


def in_which(sentence: Sentence, verb: int, words: Words) -> bool:
    """True for a relative clause with "donde", "cuando" or "en la que"."""
    for child in sentence.children[verb]:
        cases = [sentence.low[c] for c in sentence.kids(child, "case")]
        if sentence.low[child] in words["where"] or (cases and cases[0] in words["during"] and child < verb):
            return True
    return False


def on_noun(time: Clock, verb: int, words: Words) -> bool:
    """True if the time depends on a noun below the verb ("su encuentro de 2019") and not on the verb.

    What comes after an act is on the same day, but seldom in the same month or year ("tras la ola de asesinatos de
    marzo").
    """
    sentence = time.place.sentence
    which = "during" if time.timex.precision in WITHIN_A_DAY else "meanwhile"
    for node in sentence.ancestors(time.place.token):
        if node == verb:
            return False
        noun = sentence.upos[node] in NOUNS and not _within(time, node)
        if noun and not goes_with(sentence, node, verb, words, which):
            return True
    return False


def of_noun(time: Clock) -> bool:
    """True for a time of the noun or adjective before it: "la Convención de 1963", "vigente desde 1962"."""
    sentence, token = time.place
    head = sentence.heads[token]
    return 0 <= head < token and not _within(time, head) and sentence.upos[head] in NOMINAL


def is_vintage(time: Clock) -> bool:
    """True for a year that identifies a thing: "la resolución de 1994", "el presupuesto 2015"."""
    sentence, token = time.place
    beside = token > 0 and sentence.upos[token - 1] in NOMINAL and sentence.heads[token] < token
    named = stands_under_de(sentence, token) or (beside and not sentence.kids(token, "case"))
    return time.timex.precision == "year" and named


def is_label(time: Clock, noun: int, words: Words) -> bool:
    """True for a year of a noun further below: "el acuerdo sobre las boletas de 2006"; not "en la crisis de 2006"."""
    sentence, token = time.place
    head = sentence.heads[token]
    return is_vintage(time) and head != noun and not stands_aside(sentence, head, words, "meanwhile")


def of_occasion(time: Clock, verb: int, words: Words) -> bool:
    """True for the time of the occasion on which the verb happens: "en una reunión celebrada el lunes, dijo que"."""
    sentence = time.place.sentence
    participle = sentence.heads[time.place.token]
    if participle < 0 or sentence.labels[participle] != "amod":
        return False
    held = sentence.heads[participle]
    return sentence.heads[held] == verb and goes_with(sentence, held, verb, words, "meanwhile")


def opens_clause(time: Clock) -> bool:
    """True for a time before the finite verb of its clause: "tras meses de diálogo, hoy venció el plazo"."""
    sentence, token = time.place
    verb = clause(sentence, token)
    return verb > token and sentence.feat(verb, "VerbForm") == "Fin"


def opens_stretch(time: Clock) -> bool:
    """True for the time from which a period begins: "desde que llegó al poder en 1999, ha expulsado"."""
    sentence, token = time.place
    verb = clause(sentence, token)
    return any(sentence.low[c] == "desde" for c in sentence.kids(verb, "mark", "case", "advmod"))


def is_when(sentence: Sentence, token: int) -> bool:
    """True for "al firmar", "cuando firmó": a clause simultaneous with the one above it."""
    return any(sentence.low[c] in ("al", "cuando") for c in sentence.children[token])


def is_apart(sentence: Sentence, verb: int) -> bool:
    """True for a clause before or after the one above it in time: "antes de que abandonara", "después de abandonar".

    The adverb may be above the clause, with its amount: "seis meses después de abandonar".
    """
    lead = sentence.kids(verb, "mark", "advmod")
    first_mark = min((c for c in lead if c < verb), default=verb)
    return any(sentence.low[t] in _ORDER for t in (*lead, *range(max(first_mark - 1, 0), first_mark)))


def turns(sentence: Sentence, verb: int, words: Words) -> bool:
    """True for a clause that leaves the time of the one before: "pero no firmó", "llegó ayer y se dirige a Creta"."""
    while sentence.labels[verb] == "xcomp" and sentence.feat(verb, "VerbForm") != "Fin":  # "sigue reteniendo"
        verb = sentence.heads[verb]
    if sentence.heads[verb] < 0:
        return False
    if any(sentence.low[c] in words["turning"] for c in sentence.kids(verb, "cc", "mark")):
        return True
    now = sentence.feat(verb, "VerbForm") == "Fin" and sentence.feat(verb, "Tense") == "Pres"
    return now and sentence.feat(sentence.heads[verb], "Tense") == "Past"
