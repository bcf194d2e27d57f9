"""Predicates: titles that a text says somebody has or gets ("Ana Ruiz es la ministra", "fue elegido juez")."""

from __future__ import annotations

from teletipo.grammar.negation import negation
from teletipo.lexicon.referring import Referring
from teletipo.morphology.participles import masculine_singular, participle
from teletipo.stages.naming.names import Run
from teletipo.stages.naming.phrases import Phrase
from teletipo.tree import Sentence


def holder(sentence: Sentence, phrase: Phrase, names: tuple[Run, ...], words: Referring) -> Run | None:
    """The name of whoever has the title; None for "una jueza", "no es ministra" and "fue ministra"."""
    if phrase.kind.kind != "person" or phrase.plural or phrase.determiner not in (None, "def"):
        return None
    bearer = _equated(sentence, phrase.noun, words)
    if bearer is None:
        bearer = _appointed(sentence, phrase.noun, words)
    run = next((r for r in names if bearer is not None and r.first <= bearer < r.last and not r.headed), None)
    if run is None or not (run.label == "PER" or run.entry("person") is not None):
        return None
    return run


def _equated(sentence: Sentence, noun: int, words: Referring) -> int | None:
    """The subject that "ser" in the present or future equates with a noun, on either side or by a relative pronoun."""
    for predicate, other in ((noun, _subject(sentence, noun)), (sentence.heads[noun], sentence.heads[noun])):
        copula = sentence.kid(predicate, "cop") if predicate >= 0 else None
        if copula is None or sentence.lemmas[copula] != "ser":
            continue
        if sentence.feat(copula, "Tense") in ("Past", "Imp") and not _is_named(sentence, copula, words):
            continue
        if negation(sentence, predicate) is None and (predicate == noun or sentence.relations[noun] == "nsubj"):
            return other
    return None


def _is_named(sentence: Sentence, copula: int, words: Referring) -> bool:
    """True for "fue nombrada ministra" where the tree makes "ministra" what she was."""
    after = sentence.low[copula + 1] if copula + 1 < len(sentence) else ""
    return masculine_singular(after) in {participle(verb) for verb in words.appointing}


def _subject(sentence: Sentence, predicate: int) -> int | None:
    """The subject of a predicate, a relative pronoun replaced by the noun that its clause modifies."""
    subject = sentence.kid(predicate, "nsubj")
    if subject is not None and sentence.upos[subject] == "PRON" and sentence.labels[predicate] == "acl":
        return sentence.heads[predicate]
    return subject


def _appointed(sentence: Sentence, noun: int, words: Referring) -> int | None:
    """Who is appointed: "fue nombrado [ministro]", "eligió [presidente] a X", "juró como [ministra]"."""
    verb = sentence.heads[noun]
    if verb >= 0 and sentence.labels[noun] == "flat":  # "nombró a Ana Ruiz ministra": hung on the name
        above = sentence.heads[verb]
        return verb if above >= 0 and sentence.low_lemmas[above] in words.appointing else None
    if verb < 0 or sentence.relations[noun] not in ("obj", "xcomp", "obl") or negation(sentence, verb) is not None:
        return None
    lemma, after_as = sentence.low_lemmas[verb], any(sentence.low[c] == "como" for c in sentence.children[noun])
    if lemma in words.assuming:
        return sentence.kid(verb, "nsubj") if after_as else None
    if lemma not in words.appointing:
        return None
    passive = sentence.kid(verb, "nsubj:pass")
    if passive is None and sentence.labels[verb] in ("amod", "acl") and sentence.feat(verb, "VerbForm") == "Part":
        return sentence.heads[verb]
    others = [c for c in sentence.kids(verb, "obj", "iobj") if c != noun and sentence.upos[c] == "PROPN"]
    return passive if passive is not None else next(iter(others), None)
