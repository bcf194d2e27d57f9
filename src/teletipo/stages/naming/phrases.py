"""Phrases: noun phrases whose head noun says what kind of somebody they refer to ("el presidente ruso")."""

from __future__ import annotations

import msgspec

from teletipo.gazetteer import Gazetteer, NounClass
from teletipo.lexicon.referring import Referring
from teletipo.stages.naming.bodies import fields_end
from teletipo.stages.naming.extents import left_end, listed_end, names_end, quantified, right_end
from teletipo.stages.naming.names import Run
from teletipo.stages.naming.nations import Known, countries_of, modifier_among, names_behind
from teletipo.stages.naming.nouns import is_plural, is_portfolio, noun_class
from teletipo.stages.naming.silent import says
from teletipo.tags import NOUNS
from teletipo.tree import Sentence

#: sectors of officials and bodies of a state
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
_FUNCTIONS = frozenset({"nsubj", "obj", "obl", "nmod", "iobj"})
_HEADS = frozenset({"NOUN", "PROPN", "ADJ", "PRON"})
_INDEFINITE = frozenset("uno un una otro otra alguno algún ninguno ningún varios varias cierto cualquier".split())


class Phrase(msgspec.Struct, frozen=True, kw_only=True, gc=False):
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
    fixed: bool = False  #: headed by several words that stand together ("fuerzas armadas")
    counted: bool = False  #: has a numeral
    determiner: str | None = None  #: "def", "indef", "dem", "poss"; None for a bare noun


def phrases(sentence: Sentence, gazetteer: Gazetteer, words: Referring, runs: tuple[Run, ...]) -> tuple[Phrase, ...]:
    """All such phrases in text order; one may lie inside another."""
    known = Known(sentence, runs, gazetteer, words)
    inner = {t for r in runs for t in range(r.first + r.headed, r.last)}
    found = []
    for token, upos in enumerate(sentence.upos):
        if upos not in _HEADS or token in inner or "PronType=Dem" in sentence.feats[token]:
            continue
        if sentence.labels[token] in ("fixed", "case") or (sentence.labels[token] == "flat" and upos == "PROPN"):
            continue
        if sentence.low[token] == "este" and sentence.opens(token):
            continue  # "Este fue el mensaje" is a pronoun, however it is tagged
        kind = noun_class(sentence, token, gazetteer)
        if kind is None:
            continue
        several = gazetteer.phrase(sentence.low, token)
        if several is None and (_is_matter(sentence, token, kind) or _is_nobody(known, token)):
            continue
        if not (upos == "ADJ" and not _heads_phrase(sentence, token)):
            found.append(_phrase(known, token, kind))
            if several is not None:
                inner.update(range(token + 1, several[0]))
    return tuple(found)


def _is_nobody(known: Known, token: int) -> bool:
    """True for a word that rarely means an actor without a name, and for what a post is for ("jefa de Estado").

    "Ningún grupo" is nobody either.
    """
    sentence, runs, gazetteer, words = known
    lemma = sentence.low_lemmas[token]
    if any(sentence.low_lemmas[d] == "ninguno" for d in sentence.kids(token, "det")):
        return True
    if is_portfolio(sentence, token, gazetteer, words) and any(r.first == token + 1 for r in runs):
        return True  # "el ministro de Gobierno Luis Rada": no government of that name
    if lemma == "estado" and token > 1 and sentence.low[token - 1] == "de":
        before = noun_class(sentence, token - 2, gazetteer)
        return before is not None and before.kind in ("person", "group")
    if lemma in words.nobody_of and sentence.forms[token + 1 : token + 2] == ("de",):
        if is_plural(sentence, token) and says(sentence, token, words):
            return False  # "fuentes de la defensa informaron", unlike "fuentes de agua"
        noun = next((t for t in range(token + 2, len(sentence)) if sentence.upos[t] in NOUNS), None)
        return noun is not None and sentence.upos[noun] == "NOUN" and noun_class(sentence, noun, gazetteer) is None
    if sentence.capitals[token] or any(r.first == token + 1 for r in runs):
        return False
    return lemma in words.nobody or (lemma in words.nobody_singular and not is_plural(sentence, token))


def _is_matter(sentence: Sentence, token: int, kind: NounClass) -> bool:
    """True for a bare singular after a preposition, which is no body: "munición para artillería", "jefe de policía"."""
    bare = kind.kind == "organisation" and not sentence.children[token][1:] and not sentence.capitals[token]
    cases = [sentence.low[c] for c in sentence.kids(token, "case")]
    return bare and bool(cases) and cases[-1] not in ("del", "al") and not is_plural(sentence, token)


def _heads_phrase(sentence: Sentence, token: int) -> bool:
    """True for a noun, or an adjective used as one ("los rebeldes", "contra civiles")."""
    label = sentence.relations[token]
    if label in ("amod", "flat"):
        return False
    return sentence.kid(token, "det") is not None or (label in _FUNCTIONS and is_plural(sentence, token))


def _phrase(known: Known, token: int, kind: NounClass) -> Phrase:
    """The phrase that the noun at a token heads."""
    sentence, runs, gazetteer, _ = known
    several = gazetteer.phrase(sentence.low, token)
    run = next((r for r in runs if r.headed and r.first == token), None)
    core = max(token + 1, several[0] if several else 0, run.last if run else 0)
    first, last = _extent(known, token, core, kind)
    lemma, kind = _held(known, first, token, kind)
    countries = countries_of(known, first, last, token)
    modifier = modifier_among(names_behind(runs, token, last))
    return Phrase(
        first=first,
        last=last,
        noun=token,
        lemma=lemma,
        kind=kind,
        fixed=several is not None,
        plural=is_plural(sentence, token),
        country=countries[0] if len(countries) == 1 else run.country if run else None,
        compound=countries if len(countries) > 1 else (),
        modifier=modifier,
        counted=any("NumType=Card" in sentence.feats[t] for t in range(first, token)),
        determiner=determiner(sentence, first, token),
    )


def _extent(known: Known, noun: int, core: int, kind: NounClass) -> tuple[int, int]:
    """The first and last token (exclusive) of the noun's phrase, which reaches at least to `core`."""
    sentence, runs, gazetteer, words = known
    beside = frozenset(r.first for r in runs if attachable(sentence, r))
    holders = [r.first for r in runs if _holds(known, r)] if kind.kind == "person" else []
    if is_portfolio(sentence, core + 1, gazetteer, words):  # wherever the tree hangs it
        core += 2
    first, last = left_end(sentence, noun), right_end(sentence, noun, core, words, beside, frozenset(holders))
    if sentence.low_lemmas[noun] in words.counterparts:  # "se reunió con su homólogo togolés en Acra"
        last = next((t for t in range(noun + 1, last) if sentence.low[t] == "en"), last)
    if is_plural(sentence, noun):
        first = quantified(sentence, first, words)
        if kind.kind != "state":  # governments are one state each
            last = names_end(sentence, noun, last, frozenset(r.first for r in runs if r.entry("state")))
    elif kind.kind in ("organisation", "person"):
        others = frozenset(t for r in runs if r.known or r.label in ("PER", "ORG") for t in range(r.first, r.last))
        last = listed_end(sentence, noun, last, others - {*range(first, last)})
        if kind.kind == "person" and sentence.low[last - 1] in words.portfolios:
            last = fields_end(sentence, noun, last, gazetteer, words)
    return first, next((r.last for r in runs if r.headed and r.first < last < r.last), last)


def _held(known: Known, first: int, noun: int, kind: NounClass) -> tuple[str, NounClass]:
    """Lemma and class of the noun; a former post is another one: "el ex presidente", "el exministro"."""
    sentence, _, gazetteer, words = known
    lemma = sentence.low_lemmas[noun]
    if kind.kind != "person":
        return lemma, kind
    around = (*range(first, noun), *sentence.kids(noun, "amod"))
    prefixed = lemma.startswith("ex") and gazetteer.noun(lemma) is None
    if prefixed or any(sentence.low_lemmas[t] in words.former for t in around):
        return f"ex{lemma.removeprefix('ex')}", msgspec.structs.replace(kind, type="former official")
    return lemma, kind


def attachable(sentence: Sentence, run: Run) -> bool:
    """True for a name right next to a title, without a preposition, so that it names the holder."""
    return run.first > 0 and sentence.upos[run.first - 1] not in ("ADP", "DET", "CCONJ") and not run.headed


def _holds(known: Known, run: Run) -> bool:
    """True for a person's name right after a title's complement: "el presidente de Venezuela Nicolás Maduro"."""
    sentence, _, gazetteer, words = known
    if run.label != "PER" and run.entry("person") is None:
        return False
    before = run.first - 1
    if not attachable(sentence, run) or sentence.upos[before] == "PUNCT":
        return False
    noun = noun_class(sentence, before, gazetteer)
    if noun is None or is_portfolio(sentence, before, gazetteer, words):
        return True
    # "el extesorero de su partido Juan Paz": parties and public bodies are not called like people
    public = noun.kind == "organisation" and (noun.sector in OFFICIAL or noun.type == "party")
    return public and (not run.known or run.entry("person") is not None) and run.last - run.first > 1


def determiner(sentence: Sentence, first: int, noun: int) -> str | None:
    """The kind of the first word before the noun that determines it."""
    for token in range(first, noun):
        feats = sentence.feats[token]
        if "Poss=Yes" in feats:
            return "poss"
        if "PronType=Dem" in feats:
            return "dem"
        if "Definite=Def" in feats:
            return "def"
        if "Definite=Ind" in feats or sentence.low_lemmas[token] in _INDEFINITE or "NumType=Card" in feats:
            return "indef"
    return None
