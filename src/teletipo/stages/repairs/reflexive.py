"""Reflexive: the function of the pronoun "se", which is part of the verb, passive or impersonal, never an object."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo.morphology import Verbs
from teletipo.stages.repairs.change import Change, cases
from teletipo.tags import NAMING
from teletipo.tree import Sentence


def se(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """The pronoun "se" is part of the verb, passive or impersonal."""
    for token, form in enumerate(sentence.low):
        head = sentence.heads[token]
        if form != "se" or head < 0 or sentence.labels[token] not in ("obj", "iobj", "expl:pass", "obl"):
            continue
        if any(sentence.low[c] in ("lo", "la", "los", "las") for c in sentence.kids(head, "obj")):
            continue
        function, patient = _function_of_se(sentence, head, verbs)
        yield Change(token, label=function)
        if patient is not None:
            yield Change(patient, label="nsubj:pass")


def _function_of_se(sentence: Sentence, verb: int, verbs: Verbs) -> tuple[str, int | None]:
    """The label of "se" under `verb`, and its passive subject, if any."""
    subject = sentence.kid(verb, "nsubj", "nsubj:pass")
    objects = [c for c in sentence.kids(verb, "obj") if sentence.low[c] != "se"]
    bare = next((c for c in objects if not cases(sentence, c) and sentence.upos[c] in NAMING), None)
    if subject is not None:
        if _is_named(sentence, subject, verb) or verbs.is_pronominal(sentence.lemmas[verb]):
            return "expl:pv", None
        return "expl:pass", subject
    if sentence.kids(verb, "ccomp", "csubj") and not verbs.is_pronominal(sentence.lemmas[verb]):
        return "expl:impers", None
    if verbs.is_pronominal(sentence.lemmas[verb]):
        return "expl:pv", None
    if bare is not None:
        return "expl:pass", bare
    return ("expl:impers" if objects else "expl:pv"), None


def _is_named(sentence: Sentence, subject: int, verb: int) -> bool:
    """True if the subject is a name or a personal pronoun; a relative pronoun counts as its antecedent."""
    noun = sentence.heads[verb] if "Rel" in (sentence.feat(subject, "PronType") or "") else subject
    return sentence.upos[noun] in ("PROPN", "PRON")
