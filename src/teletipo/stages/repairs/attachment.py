"""Attachment: subjects, charges and other dependents that the parser attached to the wrong word."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo.morphology import Verbs
from teletipo.stages.repairs.change import Change, cases
from teletipo.tags import NOUNS, VERBAL
from teletipo.tree import Sentence

_JOINED = 3  #: tokens from an aspectual verb to the second one at most ("volvió a lanzar")
_CORRELATED = 9  #: tokens from "tanto" to "como" at most
_OPENING = frozenset('«“"')
_FUNCTIONS = frozenset({"nsubj", "obj", "iobj", "obl"})
_COMPLEMENTS = ("obj", "iobj", "obl", "obl:agent", "xcomp", "advcl", "ccomp", "nmod")
_NAMED = frozenset({"nmod", "appos", "flat"})  #: how who intends something hangs on the noun that tells it
#: parts of speech that stand between a subject and its verb and lean on it
_LEANING = frozenset({"PRON", "ADV", "AUX"})


def second_subjects(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Lima cedió ante Quito y Bogotá envió tropas": a noun between "y" and a verb without subject is its subject."""
    for token, label in enumerate(sentence.labels):
        if label != "conj" or not _may_act(sentence, token):
            continue
        verb = _verb_after(sentence, _last_of(sentence, token))
        if not _lacks_subject(sentence, verb, token):
            continue
        joining = next((c for c in sentence.kids(token, "cc") if sentence.low[c] in ("y", "e")), None)
        agrees = sentence.feat(token, "Number") in (None, sentence.feat(verb, "Number"))
        if joining is not None and agrees and not cases(sentence, token):
            yield Change(token, head=verb, label="nsubj")
            yield Change(joining, head=verb)
            yield Change(verb, label="conj")


def _may_act(sentence: Sentence, token: int) -> bool:
    """True for a name or a noun that may be a subject; not "silencio e inacción"."""
    counted = sentence.feat(token, "Number") == "Plur" or bool(sentence.kids(token, "det", "nummod"))
    return sentence.upos[token] == "PROPN" or (sentence.upos[token] == "NOUN" and counted)


def _last_of(sentence: Sentence, token: int) -> int:
    """The last word of a noun's phrase, with the commas of its name: "el presidente de Perú, Luis Soto,"."""
    last = sentence.subtree(token)[-1]
    if "," not in sentence.forms[token:last]:
        return last
    closing = last + (sentence.forms[last] != ",")
    named = sentence.forms[closing : closing + 1] == (",",) and sentence.kid(token, "appos") is not None
    return closing if named else len(sentence)


def _verb_after(sentence: Sentence, name: int) -> int:
    """The verb after a name, skipping clitics and adverbs: "X lo invitó", "X ya no ha enviado"."""
    verb = name + 1
    while verb < len(sentence) and sentence.upos[verb] in _LEANING and sentence.heads[verb] > verb:
        verb += 1
    return verb


def _lacks_subject(sentence: Sentence, verb: int, noun: int) -> bool:
    """True for a finite verb without a subject beside another clause, its own or the `noun`'s, that no mark opens."""
    if verb >= len(sentence) or sentence.upos[verb] != "VERB":
        return False
    finite = any("VerbForm=Fin" in sentence.feats[t] for t in (verb, *sentence.kids(verb, "aux")))
    below = sentence.labels[verb] in ("conj", "advcl", "parataxis") and sentence.heads[verb] < verb
    clause = next((t for t in sentence.ancestors(noun) if sentence.clausal[t]), verb)
    above = sentence.upos[noun] == "NOUN" and sentence.heads[clause] == verb and sentence.labels[clause] == "advcl"
    return finite and (below or above) and not sentence.kids(verb, "nsubj", "nsubj:pass", "mark", "cc")


def charges(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Calificó al ministro de mentiroso", "fue acusado por la fiscal de filtrar": "de" opens the charge."""
    for verb, lemma in enumerate(sentence.low_lemmas):
        if lemma not in sentence.valency.branding or sentence.upos[verb] != "VERB":
            continue
        kids = [c for c in sentence.kids(verb, *_COMPLEMENTS) if c > verb]
        if any("de" in _marks(sentence, c) for c in kids):
            continue
        parties = (c for c in kids if cases(sentence, c)[:1] in (("a",), ("al",), ("por",)))
        below = ((c, t) for c in parties for t in sentence.subtree(c) if t > c)
        charge = next((t for party, t in below if _charges(sentence, party, t)), None)
        if charge is not None:
            yield Change(charge, verb, "xcomp" if sentence.upos[charge] == "VERB" else "obl")


def _charges(sentence: Sentence, party: int, token: int) -> bool:
    """True after "de" for an infinitive, a quotation, an adjective, or after a name a noun without a determiner."""
    if "de" not in _marks(sentence, token) or sentence.kids(token, "det", "nummod"):
        return False
    if sentence.upos[token] == "VERB":
        return any("VerbForm=Inf" in sentence.feats[t] for t in (token, *sentence.kids(token, "aux")))
    marked = any(sentence.forms[c] in _OPENING for c in sentence.kids(token, "punct") if c < token)
    small = sentence.forms[token].islower()
    return marked or (small and (sentence.upos[token] == "ADJ" or sentence.upos[party] == "PROPN"))


def _marks(sentence: Sentence, token: int) -> tuple[str, ...]:
    return tuple(sentence.low[c] for c in sentence.kids(token, "case", "mark"))


def intended_acts(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "La amenaza del presidente de atacar Alba": the infinitive depends on the threat, not on the president."""
    if sentence.valency.intending.isdisjoint(sentence.low_lemmas):
        return
    for token, label in enumerate(sentence.labels):
        noun = sentence.heads[token]
        infinitive = any("VerbForm=Inf" in sentence.feats[t] for t in (token, *sentence.kids(token, "aux", "aux:pass")))
        if label != "acl" or not infinitive or "de" not in _marks(sentence, token):
            continue
        while sentence.labels[noun] in _NAMED and sentence.low_lemmas[noun] not in sentence.valency.intending:
            noun = sentence.heads[noun]
        if noun != sentence.heads[token] and sentence.low_lemmas[noun] in sentence.valency.intending:
            yield Change(token, head=noun)


def asked_parties(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Quito pidió ayuda [a Lima]": what follows "a" is who is asked, not who is helped."""
    for verb, lemma in enumerate(sentence.low_lemmas):
        if lemma not in sentence.valency.asking or sentence.upos[verb] != "VERB":
            continue
        others = sentence.kids(verb, "obj", "iobj", "obl")
        if any(cases(sentence, c)[:1] in (("a",), ("al",)) for c in others):
            continue
        for noun in sentence.kids(verb, "obj"):
            if sentence.low_lemmas[noun] in sentence.valency.granted and not _is_definite(sentence, noun):
                below = sentence.kids(noun, "nmod", "obl")
                behind = (c for c in below if cases(sentence, c)[:1] in (("a",), ("al",)))
                yield from (Change(c, head=verb, label="iobj") for c in behind)


def _is_definite(sentence: Sentence, noun: int) -> bool:
    return any("Definite=Def" in sentence.feats[d] for d in sentence.kids(noun, "det"))


def correlatives(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Tanto Lima como Quito votaron": coordinated nouns, which the parser separates or attaches to "tanto"."""
    if "tanto" not in sentence.low:
        return
    for token, form in enumerate(sentence.low):
        reach = range(token + 2, min(token + _CORRELATED, len(sentence) - 1)) if form == "tanto" else ()
        like = next((t for t in reach if sentence.low[t] == "como"), None)
        if like is None:
            continue
        first, second = _nominal(sentence, token + 1, like), _nominal(sentence, like + 1, len(sentence))
        if first is None or second is None or sentence.heads[second] == first:
            continue
        pair = (first, token, second)
        top = next((t for t in pair if sentence.heads[t] not in pair and sentence.labels[t] in _FUNCTIONS), None)
        if top is not None:
            yield Change(first, sentence.heads[top], sentence.labels[top])
            yield Change(token, first, "cc", upos="ADV")
            yield Change(like, second, "cc")
            yield Change(second, first, "conj")


def _nominal(sentence: Sentence, start: int, end: int) -> int | None:
    """The noun or name of the phrase that begins there, after its preposition and article."""
    word = next((t for t in range(start, end) if sentence.upos[t] not in ("ADP", "DET", "ADJ")), None)
    return word if word is not None and sentence.upos[word] in NOUNS else None


def periphrases(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Seguirá enviando armas a Lima", "volvió a lanzar misiles": objects after the second verb belong to it."""
    if verbs.aspectuals.isdisjoint(sentence.lemmas):
        return
    for token, tag in enumerate(sentence.upos):
        if tag not in VERBAL or sentence.lemmas[token] not in verbs.aspectuals:
            continue
        kids = sentence.kids(token, "xcomp", "advcl", "ccomp")
        second = next((c for c in kids if 0 < c - token <= _JOINED and _is_bare(sentence, c)), None)
        if second is None:
            continue
        yield Change(second, label="xcomp")
        behind = (c for c in sentence.kids(token, "obj", "iobj", "obl") if c > second)
        yield from (Change(c, head=second) for c in behind)


def _is_bare(sentence: Sentence, token: int) -> bool:
    """True for a gerund, or an infinitive with no preposition other than those of periphrases."""
    form = sentence.feat(token, "VerbForm")
    return form == "Ger" or (form == "Inf" and all(m in ("a", "de") for m in cases(sentence, token)))
