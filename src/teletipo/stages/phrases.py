"""Phrases: noun phrases headed by a word that says what kind of somebody is meant ("el presidente ruso")."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from teletipo.gazetteer import Entry, Gazetteer, NounClass
from teletipo.referring import Referring
from teletipo.stages.names import Run
from teletipo.tree import Sentence

_LEFT = frozenset({"det", "amod", "nummod", "advmod", "compound", "fixed", "flat"})
_RIGHT = frozenset({"amod", "nmod", "flat", "compound", "nummod", "fixed", "obl", "advmod"})
_MODIFIERS = frozenset({"ADJ", "PROPN", "NOUN"})
_INDEFINITE = frozenset({"uno", "otro", "alguno", "varios", "cierto", "un", "una", "otra", "algún", "varias"})


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """A noun phrase: tokens `[first, last)`, its head noun and what that says."""

    first: int
    last: int
    noun: int
    lemma: str
    kind: NounClass
    plural: bool
    country: str | None = None
    compound: tuple[str, ...] = ()  #: several countries: "ruso-chino"
    modifier: Run | None = None  #: the name after "de": "el Gobierno de Rusia"
    determiner: str | None = None  #: "def", "indef", "dem", "poss"; None for a bare noun


def phrases(sentence: Sentence, gazetteer: Gazetteer, words: Referring, runs: tuple[Run, ...]) -> tuple[Phrase, ...]:
    """All such phrases in text order; one may lie inside another."""
    inner = {t for r in runs for t in range(r.first + r.headed, r.last)}
    found = []
    for token in range(len(sentence)):
        if token in inner or sentence.upos[token] not in ("NOUN", "PROPN", "ADJ", "PRON"):
            continue
        if sentence.labels[token] in ("fixed", "case"):
            continue
        kind = noun_class(sentence, token, gazetteer)
        if kind is not None and not (sentence.upos[token] == "ADJ" and not _heads_phrase(sentence, token)):
            found.append(_phrase(sentence, token, kind, gazetteer, words, runs))
    return tuple(found)


def noun_class(sentence: Sentence, token: int, gazetteer: Gazetteer) -> NounClass | None:
    """What the noun at a token says of the thing described, or None."""
    several = gazetteer.phrase(sentence.forms, token)
    if several is not None:
        return several[1]
    plural = is_plural(sentence, token)
    return _noun(gazetteer, sentence.lemmas[token].lower(), plural) or _noun(
        gazetteer, sentence.forms[token].lower(), plural
    )


@lru_cache(maxsize=65536)
def _noun(gazetteer: Gazetteer, lemma: str, plural: bool) -> NounClass | None:
    return gazetteer.noun(lemma, plural)


@lru_cache(maxsize=65536)
def demonym(gazetteer: Gazetteer, word: str) -> Entry | None:
    """The state whose people are called so."""
    return gazetteer.demonym(word)


def is_plural(sentence: Sentence, token: int) -> bool:
    """True if the tagger or the determiner says plural."""
    if "Number=" in sentence.feats[token]:
        return "Number=Plur" in sentence.feats[token]
    return any("Number=Plur" in sentence.feats[c] for c in sentence.kids(token, "det"))


def _heads_phrase(sentence: Sentence, token: int) -> bool:
    """An adjective used as a noun has its own determiner ("los rebeldes")."""
    return sentence.labels[token] not in ("amod", "flat") and sentence.kid(token, "det") is not None


def _phrase(
    sentence: Sentence, token: int, kind: NounClass, gazetteer: Gazetteer, words: Referring, runs: tuple[Run, ...]
) -> Phrase:
    several = gazetteer.phrase(sentence.forms, token)
    run = next((r for r in runs if r.headed and r.first == token), None)
    core = max(token + 1, several[0] if several else 0, run.last if run else 0)
    people = frozenset(r.first for r in runs if attachable(sentence, r))
    first, last = left_end(sentence, token), right_end(sentence, token, core, words, people, 0)
    country, compound, modifier = _belonging(sentence, first, last, token, gazetteer, words, runs)
    return Phrase(
        first=first,
        last=last,
        noun=token,
        lemma=sentence.lemmas[token].lower(),
        kind=kind,
        plural=is_plural(sentence, token),
        country=country or (run.country if run else None),
        compound=compound,
        modifier=modifier,
        determiner=_determiner(sentence, first, token),
    )


def attachable(sentence: Sentence, run: Run) -> bool:
    """A name that stands beside a title without a preposition, so that it is the name of who has the title."""
    return run.first > 0 and sentence.upos[run.first - 1] not in ("ADP", "DET", "CCONJ") and not run.headed


def left_end(sentence: Sentence, noun: int) -> int:
    """First token of the phrase: determiners, numerals and adjectives before the noun."""
    first = noun
    while first > 0:
        token = first - 1
        node = token
        while (
            sentence.heads[node] > token and sentence.heads[node] != noun and sentence.labels[node] in (*_LEFT, "case")
        ):
            node = sentence.heads[node]
        if sentence.heads[node] != noun or sentence.labels[node] not in _LEFT or sentence.upos[token] == "PUNCT":
            break
        first = token
    return first


def right_end(sentence: Sentence, node: int, end: int, words: Referring, stops: frozenset[int], depth: int) -> int:
    """End of the phrase below `node`: adjectives and complements that follow without a break, no clause."""
    for child in sentence.children[node]:
        if child < end:
            continue
        if (
            child in stops
            or end in stops
            or (sentence.labels[child] not in _RIGHT and not _paired(sentence, child, depth))
        ):
            break
        low = min(sentence.subtree(child)[0], child)
        if low != end:
            break
        if sentence.labels[child] in ("nmod", "obl") and not _linked(sentence, child, words, depth):
            break
        if any(t in stops for t in range(low, child)):
            break
        end = right_end(sentence, child, child + 1, words, stops, depth + 1)
    return end


def _paired(sentence: Sentence, child: int, depth: int) -> bool:
    """The second member of a pair inside a complement: "ministro de Defensa y Exteriores"."""
    if sentence.labels[child] != "conj" or depth == 0:
        return False
    return sentence.upos[child] in _MODIFIERS and sentence.kid(child, "det") is None


def _linked(sentence: Sentence, child: int, words: Referring, depth: int) -> bool:
    case = next((sentence.forms[c].lower() for c in sentence.kids(child, "case", "mark")), None)
    if sentence.labels[child] == "obl":
        return depth == 0 and case in ("de", "del")
    return case in words.links or case is None


def _determiner(sentence: Sentence, first: int, noun: int) -> str | None:
    for token in range(first, noun):
        feats = sentence.feats[token]
        if "Poss=Yes" in feats:
            return "poss"
        if "PronType=Dem" in feats:
            return "dem"
        if "Definite=Def" in feats:
            return "def"
        if "Definite=Ind" in feats or sentence.lemmas[token].lower() in _INDEFINITE or "NumType=Card" in feats:
            return "indef"
    return None


def _belonging(
    sentence: Sentence, first: int, last: int, noun: int, gazetteer: Gazetteer, words: Referring, runs: tuple[Run, ...]
) -> tuple[str | None, tuple[str, ...], Run | None]:
    """Country of the phrase, by demonym or by a name after "de", and that name."""
    inside = {r.first: r for r in runs if first <= r.first and r.last <= last and not r.headed}
    token = first
    while token < last:
        form = sentence.forms[token].lower()
        if token > noun and form in words.abroad:
            break
        run = inside.get(token)
        if run is not None:
            named = run.entry("state") or run.entry("place")
            country = named.country if named else run.country
            modifier = (
                run if token > noun and sentence.forms[token - 1].lower() in ("de", "del", "la", "el", "los") else None
            )
            if country or modifier:
                return country, (), modifier
            token = run.last
            continue
        if sentence.upos[token] in ("ADJ", "NOUN", "PROPN") and token != noun:
            if state := demonym(gazetteer, form):
                return state.country, (), None
            if "-" in form and (states := gazetteer.compound(form)):
                return None, tuple(s.country for s in states if s.country), None
        token += 1
    return None, (), None
