"""Nouns: what a head noun or a demonym means, looked up in the gazetteer once for each word."""

from __future__ import annotations

from functools import lru_cache

from teletipo.gazetteer import Entry, Gazetteer, NounClass
from teletipo.lexicon.referring import Referring
from teletipo.tree import Sentence

_JOINING = frozenset({"y", "e", ","})


def noun_class(sentence: Sentence, token: int, gazetteer: Gazetteer) -> NounClass | None:
    """What the noun at a token says about the thing described, or None."""
    several = gazetteer.phrase(sentence.low, token)
    if several is not None:
        return several[1]
    word = _telling(gazetteer, sentence.low_lemmas[token], sentence.low[token])
    return None if word is None else _noun(gazetteer, word, is_plural(sentence, token))


@lru_cache(maxsize=16384)
def _telling(gazetteer: Gazetteer, lemma: str, form: str) -> str | None:
    """The lemma or the form, if it describes somebody; most words do not, whatever their number."""
    return next((word for word in (form, lemma) if _noun(gazetteer, word, False) is not None), None)


@lru_cache(maxsize=16384)
def _noun(gazetteer: Gazetteer, lemma: str, plural: bool) -> NounClass | None:
    found = gazetteer.noun(lemma, plural)
    single = lemma.removesuffix("s")
    if found is None and single.endswith("a") and len(single) > 3:  # "presidenta", "jefa", "jueza"
        found = gazetteer.noun(single[:-1] + "e", plural) or gazetteer.noun(single[:-1], plural)
        if found is not None and found.kind not in ("person", "group"):
            found = None
    if found is None and lemma.startswith("ex") and len(lemma) > 6:  # "extécnico"
        found = gazetteer.noun(lemma[2:], plural)
        found = found if found is not None and found.kind in ("person", "group") else None
    return found


def is_portfolio(sentence: Sentence, token: int, gazetteer: Gazetteer, words: Referring) -> bool:
    """True for the field right after a post: the words of "Obras Públicas" in "el ministro de Obras Públicas"."""
    if token >= len(sentence):
        return False
    first = token
    while first > 1 and (sentence.low[first] in words.portfolios or sentence.low[first] in _JOINING):
        first -= 1
    if first == token or sentence.low[first] not in ("de", "del"):
        return False
    post = noun_class(sentence, first - 1, gazetteer)
    return post is not None and (post.kind == "person" or post.type in ("minister", "official"))


@lru_cache(maxsize=16384)
def demonym(gazetteer: Gazetteer, word: str) -> Entry | None:
    """The state whose people have that name."""
    return gazetteer.demonym(word)


def gender(sentence: Sentence, first: int, noun: int) -> str | None:
    """ "Masc" or "Fem" if known: by the determiner, else by the ending of the noun."""
    if first > 0 and sentence.low[first - 1] in ("al", "del"):
        return "Masc"
    for token in range(first, noun):
        if sentence.upos[token] == "DET" and (found := sentence.feat(token, "Gender")):
            return found
    form, lemma = sentence.low[noun].removesuffix("s"), sentence.low_lemmas[noun]
    return "Masc" if form.endswith(("o", "ore")) else "Fem" if form.endswith("a") and not lemma.endswith("a") else None


def is_plural(sentence: Sentence, token: int) -> bool:
    """True if the tagger or the determiner says plural."""
    if "Number=" in sentence.feats[token]:
        return "Number=Plur" in sentence.feats[token]
    if not sentence.kids(token, "det"):
        form = sentence.forms[token]
        return len(form) > 4 and form.endswith("s") and sentence.upos[token] == "PROPN"
    return any("Number=Plur" in sentence.feats[c] for c in sentence.kids(token, "det"))


def is_post(gazetteer: Gazetteer, word: str) -> bool:
    """True for "secretaria", which is no "Secretaría" for want of an accent, and for "vicepresidenta"."""
    kind = _noun(gazetteer, word, False)
    return kind is not None and kind.kind == "person"


def has_portfolio(sentence: Sentence, gazetteer: Gazetteer, first: int) -> bool:
    """True for a field and a name of its own: "los ministros de [Asuntos Exteriores de la UE]"."""
    noun = sentence.low_lemmas[first - 2] if first > 1 and sentence.low[first - 1] == "de" else ""
    kind = gazetteer.noun(noun) if noun else None
    return kind is not None and kind.type == "minister"


def is_description(sentence: Sentence, gazetteer: Gazetteer, first: int) -> bool:
    """True for a description in capitals, which is no name: "Gobiernos de Panamá y EEUU"."""
    kind = gazetteer.noun(sentence.low[first])
    return kind is not None and kind.kind in ("state", "person", "group")
